"""From a file to an article that can be drafted from, or one line that says why it cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from civicsquiz.draft import law
from civicsquiz.draft.article import Article
from civicsquiz.errors import FileError
from civicsquiz.source import about, files, reading
from civicsquiz.source.card import Card
from civicsquiz.source.document import Block, Document, Kind, Run
from civicsquiz.source.guide_model import Guide, is_guide
from civicsquiz.source.selector import Folded, Selector, stands

_TRIED = 16
"""How many of a source's quotations are looked for to tell a newer version of its document."""
_CAPITALS = 0.8
"""The share of letters that are large from which on an article is written in capitals."""


def opened(path: Path, known: Sequence[tuple[Card, Sequence[Selector]]] = ()) -> Article:
    """The article, or the guide, in a file.

    `known` are cards that there are already, each with what is quoted from it: the article takes
    the card that it belongs to, by its hash, its title or half of its quotations, with the hash of
    this version.

    Raises:
        FileError: the file cannot be read, has no sentence in it, or is in another language.
        CivicsquizError: a guide whose form is broken, or a correction of the card that fits nowhere.
    """
    data = files.read_bytes(path)
    if path.suffix.lower() == ".md" and is_guide(files.decode(data, path)):
        from civicsquiz.source import guide

        return of_guide(guide.parse(files.decode(data, path), str(path)))
    document = reading.read(data, path)
    card = _known(document, about.card_of(document, path), known)
    if card.kinds:
        document = reading.corrected(document, card.kinds)
    article = Article(card, document)
    language = about.language_of(document)
    if language not in (None, "en"):
        raise FileError(path, "is not in English", "only English articles are drafted from")
    if not any(sentence.whole for sentence in article.sentences):
        raise FileError(
            path, "has no sentences of running text",
            "“civicsquiz source show” tells how it is read",
        )  # fmt: skip
    return article


def in_capitals(article: Article) -> bool:
    """Whether an article is written in capitals, in which no name can be told from other words."""
    letters = [char for sentence in article.sentences for char in sentence.text if char.isalpha()]
    return sum(map(str.isupper, letters)) > _CAPITALS * len(letters)


def of_guide(guide: Guide) -> Article:
    """An article of nothing but a guide's passages: each is a paragraph. Its summaries are ours and
    are never drafted from."""
    blocks: list[Block] = []
    at = 0
    for passage in guide.passages:
        blocks.append(Block(Kind.BODY, at, at + len(passage.text), passage.paragraph))
        at += len(passage.text) + 2
    document = Document(
        guide.card.sha256 or guide.canonical_sha256, guide.own_text, tuple(blocks), (Run(0, 0),)
    )
    return Article(guide.card, document, guide)


def _known(
    document: Document, stated: Card, known: Sequence[tuple[Card, Sequence[Selector]]]
) -> Card:
    """The card that a document belongs to, else what it states of itself under an id that is free."""
    for card, _ in known:
        if card.sha256 and card.sha256.lower() == document.sha256:
            return card
    text = Folded(document.text)
    for card, selectors in known:
        if card.id in law.IDS:
            continue  # an article that quotes the law is not it
        tried = selectors[:_TRIED]
        standing = sum(stands(text, selector) for selector in tried)
        titled = card.title and card.title == stated.title and card.id == stated.id
        if titled or (len(tried) > 1 and standing * 2 >= len(tried)):
            return replace(card, sha256=document.sha256)
    taken = {*law.IDS, *(card.id for card, _ in known)}
    number, name = 2, stated.id
    while name in taken:
        name, number = f"{stated.id}-{number}", number + 1
    return replace(stated, id=name)
