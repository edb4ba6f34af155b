"""The shelf: which source is at hand, how it was recognised, and what cannot be used."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from civicsquiz.source import guide, reading
from civicsquiz.source.cache import Cache
from civicsquiz.source.card import Card
from civicsquiz.source.document import Kind
from civicsquiz.source.guide import Guide, Passage, render
from civicsquiz.source.selector import Ambiguous, NoMatch, Selector
from civicsquiz.source.shelf import Placed, Proof, Shelf

TEXT = (
    "The council of Millbrook met on Tuesday. It keeps the old bridge. The vote was six to three.\n\n"
    "“We keep it,” the mayor said. “We keep it,” the clerk wrote.\n"
)
CARD = Card("bridge", "Report on the bridge")
KEEPS = Selector("It keeps the old bridge")
CLERK = Selector("We keep it", suffix=",” the clerk")

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def guide_text(article: Path, card: Card, *quoted: str) -> str:
    """A guide of the article in which these words are quoted."""
    document = reading.read_file(article)
    spans = [(at, at + len(text)) for text in quoted for at in [document.text.index(text)]]
    return guide.render(guide.build(document, card, "en", spans))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """In a folder of its own."""
    path = tmp_path / "articles" / "bridge.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8", newline="")
    return path


@pytest.fixture
def written(tmp_path: Path, article: Path) -> Path:
    """A guide of the article, in another folder."""
    path = tmp_path / "guides" / "bridge.md"
    path.parent.mkdir()
    card = Card("bridge", "The guide's label", sha256=sha256(article))
    words = ("It keeps the old bridge.", "“We keep it,” the mayor", "We keep it,” the clerk wrote.")
    path.write_text(guide_text(article, card, *words), encoding="utf-8")
    return path


# ---- what is at hand ----------------------------------------------------------------------------


def test_nothing_is_at_hand(tmp_path: Path) -> None:
    """The card stays what it is; nothing can be found, and nothing is said to be missing."""
    source = Shelf([tmp_path, tmp_path / "nowhere"]).source(CARD, [KEEPS])
    assert (source.card, source.proof, source.matched_by) == (CARD, Proof.ABSENT, "")
    assert source.body_words is None
    assert source.find(KEEPS) is None


def test_a_document_matches_by_its_hash(article: Path) -> None:
    """In whatever case the card writes it; then no quotation needs to stand in it."""
    for digest in (sha256(article), sha256(article).upper()):
        card = Card("bridge", "x", sha256=digest)
        source = Shelf([article.parent]).source(card, [Selector("nowhere at all")])
        assert (source.proof, source.matched_by) == (Proof.ARTICLE, "sha256")
        assert source.body_words == len(TEXT.split())


@pytest.mark.parametrize("card", [CARD, Card("bridge", "x", sha256="0" * 64)])
def test_a_document_matches_by_its_passages(article: Path, card: Card) -> None:
    """Where every quotation stands in it; one that stands in several places stands in it."""
    article.write_bytes(article.read_bytes().replace(b"\n", b"\r\n"))
    source = Shelf([article.parent]).source(card, [KEEPS, CLERK, Selector("We keep it")])
    assert (source.proof, source.matched_by) == (Proof.ARTICLE, "passages")
    assert source.file == article.name, "so that it can be said which one was taken for it"


def test_a_document_with_one_passage_misquoted_is_still_the_one(article: Path) -> None:
    """Most quotations recognise it, so that the slip is seen as one; it is said that way."""
    found = Shelf([article.parent])
    source = found.source(CARD, [KEEPS, CLERK, Selector("It keeps the new bridge")])
    assert (source.proof, source.matched_by) == (Proof.ARTICLE, "most passages")


def test_a_document_that_lacks_most_passages_is_another(article: Path) -> None:
    """One quotation alone, or the smaller part of them, recognises nothing; nor do none."""
    found = Shelf([article.parent])
    wrong = [Selector("It keeps the new bridge"), Selector("It sells the old bridge")]
    assert found.source(CARD, [KEEPS, *wrong]).proof is Proof.ABSENT
    assert found.source(CARD, [Selector("We keep it", "Never,")]).proof is Proof.ABSENT
    assert found.source(CARD).proof is Proof.ABSENT


def test_passages_of_the_guide_recognise_a_document(article: Path, written: Path) -> None:
    """They must all stand in it, whatever else is asked."""
    article.write_text(TEXT.replace("six to three", "seven to two"), encoding="utf-8")
    both = Shelf([article.parent, written.parent])
    assert both.source(CARD).matched_by == "passages"
    article.write_text(TEXT.replace("keeps the old", "sells the old"), encoding="utf-8")
    assert Shelf([article.parent, written.parent]).source(CARD).proof is Proof.GUIDE


def test_the_first_folder_wins(article: Path, written: Path, tmp_path: Path) -> None:
    """For documents that match alike, and for guides."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text(TEXT + "\nMore of it.\n", encoding="utf-8")
    first = Shelf([article.parent, other]).source(CARD, [KEEPS]).document
    second = Shelf([other, article.parent]).source(CARD, [KEEPS]).document
    assert first is not None
    assert second is not None
    assert "More of it." in second.text
    assert "More of it." not in first.text
    text = written.read_text("utf-8").replace("The guide's label", "Another label")
    (other / "b.md").write_text(text, encoding="utf-8")
    assert Shelf([other, written.parent]).source(CARD).card.label == "Another label"


def test_files_are_places_too(article: Path, written: Path) -> None:
    """A file that is named by itself is looked at, and its neighbours are not."""
    (article.parent / "other.txt").write_text("Something else.\n", encoding="utf-8")
    found = Shelf([article, written, article])
    assert found.source(CARD).matched_by == "sha256"
    assert found.articles == {sha256(article): article}
    assert list(found.guides) == ["bridge"]
    assert found.folders == (article, written, article)
    assert found.problems == []


def test_a_guide_is_no_document(written: Path) -> None:
    """It holds every passage, so it would pass for the article."""
    found = Shelf([written.parent])
    assert found.articles == {}
    assert found.source(CARD, [KEEPS]).proof is Proof.GUIDE
    assert found.source(Card("other", "x"), [KEEPS]).proof is Proof.ABSENT


@pytest.mark.parametrize("change", ["\ufeff{}", "{}"])
def test_a_guide_is_known_however_it_was_saved(written: Path, change: str) -> None:
    """With a byte order mark, or with the line ends of Windows."""
    text = change.format(written.read_text("utf-8"))
    written.write_text(text, encoding="utf-8", newline="\r\n")
    found = Shelf([written.parent])
    assert found.source(CARD, [KEEPS]).proof is Proof.GUIDE
    assert found.problems == []


def test_the_guides_card_counts(written: Path, article: Path) -> None:
    """It was written by whoever saw the document; its words of body text count too."""
    source = Shelf([written.parent]).source(CARD)
    assert source.card.label == "The guide's label"
    assert source.body_words == reading.read_file(article).body_words


def test_a_guide_of_another_document_with_the_same_id_is_not_used(written: Path) -> None:
    """Two people may call two sources by one name: then the quotations decide."""
    other = Card("bridge", "Another report", sha256="0" * 64)
    found = Shelf([written.parent])
    assert found.source(other, [Selector("Nobody saw it.")]).proof is Proof.ABSENT
    assert found.source(other).card is other
    assert found.source(other, [KEEPS, CLERK]).proof is Proof.GUIDE


def test_a_source_is_made_once(article: Path, written: Path) -> None:
    """The same question gets the same object."""
    found = Shelf([article.parent, written.parent])
    assert found.source(CARD, [KEEPS]) is found.source(CARD, [KEEPS])


# ---- finding ------------------------------------------------------------------------------------


def test_guide_and_article_place_a_quotation_alike(article: Path, written: Path) -> None:
    """The article gives its kind and the sentences around it, the guide its passage."""
    alone = Shelf([written.parent]).source(CARD).find(KEEPS)
    whole = Shelf([article.parent, written.parent]).source(CARD).find(KEEPS)
    assert isinstance(alone, Placed)
    assert isinstance(whole, Placed)
    start = TEXT.index("It keeps")
    for placed in (alone, whole):
        assert (placed.start, placed.end, placed.paragraph) == (start, start + 23, 1)
        assert placed.text == "It keeps the old bridge"
        first, last = placed.mark
        assert placed.context[first:last] == placed.text
        assert placed.context == "It keeps the old bridge."
    assert (alone.kind, whole.kind) == (None, Kind.BODY)


def test_what_a_guide_cannot_show_is_unknown_and_what_it_shows_counts(written: Path) -> None:
    """A passage that shows the whole context is preferred to one whose edge hides it."""
    source = Shelf([written.parent]).source(CARD)
    clerk = source.find(CLERK)
    assert isinstance(clerk, Placed)
    assert clerk.context == "We keep it,” the clerk wrote."
    hidden = source.find(Selector("the clerk wrote", prefix="said. “We keep it,”", suffix=". More"))
    assert isinstance(hidden, Placed)
    assert hidden.start == clerk.start + 13
    mayor = source.find(Selector("We keep it", prefix="“"))
    assert isinstance(mayor, Placed)
    assert mayor.start < clerk.start


def test_a_guide_says_why_not(written: Path, article: Path) -> None:
    """With offsets of the article, as the article itself would."""
    source = Shelf([written.parent]).source(CARD)
    document = Shelf([article.parent, written.parent]).source(CARD)
    several = source.find(Selector("We keep it"))
    assert isinstance(several, Ambiguous)
    assert several == document.find(Selector("We keep it"))
    for each in (source, document):
        missed = each.find(Selector("It keeps an old bridge"))
        assert isinstance(missed, NoMatch)
        assert missed.nearest.startswith("It keeps the old bridge")
        assert TEXT.startswith(missed.nearest, missed.start)


def test_a_quotation_over_two_paragraphs_has_its_sentences_around_it(article: Path) -> None:
    """From the first sentence's beginning to the quotation's end."""
    source = Shelf([article]).source(CARD, [KEEPS])
    placed = source.find(Selector("was six to three. “We keep it,” the mayor"))
    assert isinstance(placed, Placed)
    assert placed.context.startswith("The vote was six to three.")
    assert placed.context[slice(*placed.mark)] == placed.text


# ---- what cannot be used ------------------------------------------------------------------------


def test_files_that_cannot_be_used_do_not_stop_it(article: Path, written: Path) -> None:
    """Each is told once, by name, and the rest is found."""
    folder = article.parent
    (folder / "a-binary.txt").write_bytes(bytes(range(256)))
    (folder / "a-latin.txt").write_bytes("café".encode("latin-1"))
    (folder / "a-wide.md").write_bytes("Café".encode("utf-16"))
    (folder / "a-empty.txt").write_bytes(b"")
    (folder / "a-broken.md").write_text("---\nkind: guide\n---\n", encoding="utf-8")
    (folder / "a-spoilt.md").write_bytes(b"---\nkind: guide\nlabel: \xff\n---\n")
    with (folder / "a-huge.txt").open("wb") as file:
        file.truncate(33 * 2**20)
    (folder / "a-folder.txt").mkdir()
    (folder / "a-picture.png").write_bytes(b"\x89PNG")
    found = Shelf([folder, written.parent])
    for card in (Card("bridge", "x"), Card("other", "y"), Card("third", "z")):
        found.source(card, [KEEPS, CLERK])
    assert found.source(CARD, [KEEPS]).proof is Proof.ARTICLE
    told = sorted(Path(str(problem).split(":", maxsplit=1)[0]).name for problem in found.problems)
    assert told == [
        "a-binary.txt", "a-broken.md", "a-empty.txt", "a-huge.txt", "a-latin.txt", "a-spoilt.md",
        "a-wide.md",
    ]  # fmt: skip


def test_a_hash_that_leads_to_no_text_is_told(tmp_path: Path) -> None:
    """The card's own document, spoilt from the beginning."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff\xff")
    found = Shelf([tmp_path])
    assert found.source(Card("a", "A", sha256=sha256(path))).proof is Proof.ABSENT
    assert len(found.problems) == 1


@posix
def test_pipes_devices_and_dead_links_do_not_stop_it(article: Path) -> None:
    """Nothing waits for a pipe to end."""
    folder = article.parent
    os.mkfifo(folder / "a-pipe.txt")
    (folder / "a-zero.txt").symlink_to("/dev/zero")
    (folder / "a-dead.txt").symlink_to(folder / "nowhere")
    (folder / "a-loop.txt").symlink_to(folder / "a-loop.txt")
    found = Shelf([folder, folder / "a-pipe.txt"])
    assert found.source(CARD, [KEEPS]).proof is Proof.ARTICLE
    assert len(found.problems) == 4


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read all")
def test_what_may_not_be_read_is_told(article: Path, tmp_path: Path) -> None:
    """A file, and a whole folder."""
    secret = article.with_name("a-secret.txt")
    secret.write_text("x", encoding="utf-8")
    secret.chmod(0)
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    found = Shelf([closed, article.parent])
    assert found.source(CARD, [KEEPS]).proof is Proof.ARTICLE
    assert len(found.problems) == 2


def test_a_folder_that_cannot_be_listed_is_told(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the next one is looked at."""
    closed = tmp_path / "closed"
    closed.mkdir()
    listed = Path.iterdir

    def refuse(path: Path) -> object:
        if path == closed:
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    found = Shelf([closed, article.parent])
    assert found.source(CARD, [KEEPS]).proof is Proof.ARTICLE
    assert [str(problem) for problem in found.problems] == [
        f"{closed}: cannot be listed (Permission denied)"
    ]


# ---- with a cache -------------------------------------------------------------------------------


def everything(article: Path, written: Path, cache: Cache | None) -> tuple[object, ...]:
    source = Shelf([article.parent, written.parent], cache).source(CARD, [KEEPS])
    assert source.document is not None
    return source.document, source.guide, source.find(CLERK)


def test_a_cache_changes_nothing(
    article: Path, written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second time nothing is read again, and all is the same."""
    cache = Cache(tmp_path / "cache", "1")
    first = everything(article, written, cache)
    assert first == everything(article, written, None)

    def refuse(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(reading, "read", refuse)
    monkeypatch.setattr(guide, "parse", refuse)
    assert everything(article, written, cache) == first


def test_the_same_bytes_are_another_document_under_another_ending(tmp_path: Path) -> None:
    """Markdown's marks are read in one and not in the other."""
    cache = Cache(tmp_path / "cache", "1")
    texts = []
    for name in ("a.txt", "a.md"):
        path = tmp_path / name
        path.write_text("> The `old` bridge stays.\n", encoding="utf-8")
        source = Shelf([path], cache).source(Card("a", "A", sha256=sha256(path)))
        assert source.document is not None
        texts.append(source.document.text)
    assert texts == ["> The `old` bridge stays.", "The old bridge stays."]


SHAPES: list[object] = [
    None, [], {}, "text", 7, {"blocks": []}, {"blocks": 3}, {"blocks": [[]]}, {"card": []},
    {"card": {}, "blocks": [], "language": "en", "canonical_sha256": "", "body_words": 1},
    {"card": {"id": 1, "label": 2}, "blocks": [], "language": "en", "canonical_sha256": "x",
     "body_words": 1},
    {"card": {"id": "a", "label": "b"}, "blocks": [{"start": "0", "end": 3, "paragraph": 0,
     "text": "abc"}], "language": "en", "canonical_sha256": "x", "body_words": 1},
    {"card": {"id": "a", "label": "b"}, "blocks": [{"start": 0, "end": 3, "paragraph": 0,
     "text": "abc", "citation": None}], "language": "en", "canonical_sha256": "x", "body_words": 1},
    {"card": {"id": "a", "label": "b"}, "blocks": [{"text": None}], "language": "en",
     "canonical_sha256": "x", "body_words": 1},
    {"card": {"id": "a", "label": "b"}, "blocks": [], "language": "en", "canonical_sha256": "x",
     "body_words": "many"},
]  # fmt: skip


def test_citations_come_out_of_the_cache(tmp_path: Path) -> None:
    """A guide that was kept cites as the file does."""
    guide = Guide(Card("law", "Law"), "en", "0" * 64, 1, (Passage(0, 3, 0, "abc", "Article I"),))
    (tmp_path / "law.md").write_text(render(guide), encoding="utf-8")
    cache = Cache(tmp_path / "cache", "1")
    for _ in range(2):
        found = Shelf([tmp_path / "law.md"], cache).source(guide.card).find(Selector("abc"))
        assert isinstance(found, Placed)
        assert (found.citation, found.paragraph) == ("Article I", 0)


@pytest.mark.parametrize("values", SHAPES, ids=str)
def test_kept_values_of_another_shape_count_as_none(
    article: Path, written: Path, tmp_path: Path, values: object
) -> None:
    """With a digest that is right: then both files are read again."""
    cache = Cache(tmp_path / "cache", "1")
    cache.put("guide", written.read_bytes(), values)
    cache.put("document.txt", article.read_bytes(), values)
    assert everything(article, written, cache) == everything(article, written, None)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("sha256", "0" * 64), ("text", "short"), ("text", 5), ("text", None), ("blocks", []), ("runs", []),
        ("runs", [{"start": 1, "raw": 0}]), ("runs", [{"start": 0, "raw": -1}]),
        ("runs", [{"start": 0, "raw": 0}, {"start": 0, "raw": 1}]), ("runs", [{"start": True, "raw": 0}]),
        ("blocks", [{"kind": "body", "start": 0, "end": 9999, "paragraph": 1}]),
        ("blocks", [{"kind": "poem", "start": 0, "end": 5, "paragraph": 1}]),
        ("blocks", [{"kind": ["body"], "start": 0, "end": 5, "paragraph": 1}]),
        ("blocks", [{"kind": "body", "start": 0.0, "end": 5, "paragraph": 1}]),
    ],
)  # fmt: skip
def test_a_kept_document_is_used_only_where_it_is_sound(
    article: Path, written: Path, tmp_path: Path, key: str, value: object
) -> None:
    """One value that is wrong spoils all of them."""
    from civicsquiz.source import kept

    cache = Cache(tmp_path / "cache", "1")
    values = {**kept.pack(reading.read_file(article)), key: value}
    cache.put("document.txt", article.read_bytes(), values)
    assert everything(article, written, cache) == everything(article, written, None)
