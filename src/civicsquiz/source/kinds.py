"""Telling an article's running text from everything that surrounds it.

Each rule looks at what a web page leaves behind when it is saved as text: menus, captions with
their credits, teasers for other articles, tag lists and appeals for money. The rules run in the
order of `classify`; a later one may overrule an earlier one.
"""

from __future__ import annotations

from civicsquiz.source import appeals, sections
from civicsquiz.source.by_itself import (
    ENDS_SENTENCE,
    LONGEST_BEFORE_TEXT,
    LONGEST_CAPTION,
    LONGEST_CREDITED,
    PICTURED,
    SENTENCE_BREAK,
    Rough,
    kind_alone,
)
from civicsquiz.source.document import Kind
from civicsquiz.source.labels import is_labelled, stated
from civicsquiz.source.mastheads import masthead

__all__ = ["Rough", "classify"]

_LONGEST_HEADLINE = 30
_UNSETTLED = (Kind.HEADING, Kind.BODY, Kind.NAVIGATION, Kind.CREDIT)


def classify(blocks: list[Rough]) -> list[Kind]:
    """The kind of each block, in order."""
    kinds = [kind_alone(block) for block in blocks]
    _headline(blocks, kinds)
    _labels(blocks, kinds)
    _mastheads(blocks, kinds)
    sections.settle(
        sections.Lines(
            [block.text for block in blocks],
            [block.level for block in blocks],
            [block.linked for block in blocks],
        ),
        kinds,
    )
    _captions(blocks, kinds)
    _bylines(blocks, kinds)
    _appeals(blocks, kinds)
    _edges(blocks, kinds)
    _standfirst(blocks, kinds)
    _teasers(blocks, kinds)
    return kinds


def _headline(blocks: list[Rough], kinds: list[Kind]) -> None:
    """The first line of all, with text below it, is a headline even where it quotes or is long: it has
    no full stop."""
    if kinds[:1] == [Kind.BODY] and len(blocks) > 1 and not blocks[0].set_off:
        text = blocks[0].text
        if len(text.split()) <= _LONGEST_HEADLINE and (
            text.endswith("?") or not ENDS_SENTENCE.search(text)
        ):
            kinds[0] = Kind.HEADING


def _labels(blocks: list[Rough], kinds: list[Kind]) -> None:
    """Lines before the text that state what it is."""
    for at, block in enumerate(blocks):
        if is_labelled(block.text) and kinds[at] not in (Kind.DATE, Kind.BYLINE, Kind.CREDIT):
            kinds[at] = Kind.METADATA
        elif kinds[at] is Kind.BODY and len(block.text.split()) > LONGEST_BEFORE_TEXT:
            break


def _mastheads(blocks: list[Rough], kinds: list[Kind]) -> None:
    """Lines before the text that say whose it is and of which day, with more around it than a date
    line has."""
    for at, block in enumerate(blocks):
        if kinds[at] in _UNSETTLED and not block.level and masthead(block.text):
            kinds[at] = Kind.BYLINE if block.text[:3].lower() == "by " else Kind.DATE
        elif kinds[at] is Kind.BODY and len(block.text.split()) > LONGEST_BEFORE_TEXT:
            break


def _captions(blocks: list[Rough], kinds: list[Kind]) -> None:
    """A paragraph right above a credit line, or one that describes a picture before the text
    begins, is a caption however much it reads like a sentence."""
    before_text = True
    for at, block in enumerate(blocks):
        if kinds[at] is Kind.BODY:
            words = len(block.text.split())
            followed = at + 1 < len(blocks) and kinds[at + 1] is Kind.CREDIT
            credited = followed and words <= LONGEST_CREDITED
            pictured = words <= LONGEST_CAPTION and PICTURED.match(block.text)
            if credited or (before_text and pictured):
                kinds[at] = Kind.CAPTION
            elif words > LONGEST_BEFORE_TEXT:
                before_text = False


def _bylines(blocks: list[Rough], kinds: list[Kind]) -> None:
    """A name on the line under a lone "By"."""
    for at in range(1, len(blocks)):
        if (
            kinds[at - 1] is Kind.BYLINE
            and len(blocks[at - 1].text.split()) == 1
            and kinds[at] in (Kind.NAVIGATION, Kind.HEADING)
        ):
            kinds[at] = Kind.BYLINE


def _appeals(blocks: list[Rough], kinds: list[Kind]) -> None:
    """What the outlet says of itself at the end, to ask for money."""
    running = [at for at, kind in enumerate(kinds) if kind in (Kind.BODY, Kind.HEADING)]
    first = appeals.beginning([blocks[at].text for at in running])
    if any(kinds[at] is Kind.BODY for at in running[:first]):
        for at in running[first:]:
            kinds[at] = Kind.FUND_RAISING


def _edges(blocks: list[Rough], kinds: list[Kind]) -> None:
    """The title before the text or after it; what else stands outside the text is navigation."""
    bodies = [at for at, kind in enumerate(kinds) if kind is Kind.BODY]
    if not bodies:
        return
    before = [at for at in range(bodies[0]) if kinds[at] is Kind.HEADING]
    after = [at for at in range(bodies[-1] + 1, len(kinds)) if kinds[at] is Kind.HEADING]
    named = {
        value.casefold()
        for block, kind in zip(blocks[: bodies[0]], kinds, strict=False)
        for label, value in (stated(block.text) if kind is Kind.METADATA else ())
        if label == "title"
    }
    titles = [at for at in before if blocks[at].text.casefold() in named]
    titles += [at for at in before if blocks[at].level == 1]
    titles += [at for at in before + after if _is_title(blocks[at])]
    if titles and Kind.TITLE not in kinds:
        title = blocks[titles[0]].text
        for at in (titles[0], *(at for at in before if blocks[at].text == title)):
            kinds[at] = Kind.TITLE
    for at in after:
        if kinds[at] is Kind.HEADING:
            kinds[at] = Kind.NAVIGATION


def _standfirst(blocks: list[Rough], kinds: list[Kind]) -> None:
    """One sentence between the title and the picture, byline or date: it sums the article up."""
    outside = (Kind.CAPTION, Kind.CREDIT, Kind.BYLINE, Kind.DATE)
    for at in range(1, len(blocks) - 1):
        if (
            kinds[at - 1] is Kind.TITLE
            and kinds[at] is Kind.BODY
            and kinds[at + 1] in outside
            and len(blocks[at].text.split()) <= 30
            and not SENTENCE_BREAK.search(blocks[at].text)
        ):
            kinds[at] = Kind.STANDFIRST


def _is_title(block: Rough) -> bool:
    words = block.text.split()
    return len(words) >= 4 and not block.text.endswith(":")


def _teasers(blocks: list[Rough], kinds: list[Kind]) -> None:
    """A section's name in capitals with a headline under it, in mid-article: another article's.

    Where nothing marks the headline as one, the name is a single word and text stands around both.
    """
    for at in range(1, len(blocks) - 2):
        kicker, headline = blocks[at], blocks[at + 1]
        if (
            kinds[at] is Kind.HEADING
            and not kicker.level
            and kicker.text.isupper()
            and len(kicker.text.split()) <= 3
            and kinds[at + 1] is Kind.HEADING
            and (
                headline.level
                or (
                    " " not in kicker.text
                    and _is_title(headline)
                    and kinds[at - 1] is kinds[at + 2] is Kind.BODY
                )
            )
        ):
            kinds[at] = kinds[at + 1] = Kind.RELATED
