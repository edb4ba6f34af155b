"""Citations and notes inside a paragraph: found, and nothing of the sentences around them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.source import kept, reading
from civicsquiz.source.asides import asides
from civicsquiz.source.document import Kind

SAID = "The court said in 1907 that nobody may be tried by the person who accuses them."
NEXT = "However, the rule was older than the case, as the judges knew very well."


def noted(text: str) -> list[str]:
    return [text[start:end] for start, end in asides(text)]


CITATIONS = [
    "Abara v. Okoro, 384 U.S. 436 (1966).",
    "Elk v. The Mill Town of Millbrook, 517 U.S. 44 (1996); See Ines Abara. 1998. All the Bridges but One. Millbrook: Mill Press.",
    "Ines Abara and T. R. Okoro. 2009. The End of Oak: How Higher Towers Will Doom the Bridge. New York: Mill & Oak.",
    "“Mandatory Paint in 2015,” 6 January 2016. www.example.org/51111 (March 1, 2016).",
    '"The Current Debt of Bridges," Oak Foundation, https://www.example.org/debt (June 1, 2021).',
    "“High towers pay for most paint, but enough to be ‘fair’?” http://www.example.org/fact (June 1, 2021).",
    "Ibid.",
    "Okoro, “Federal Oak,” 5.",
    "See, for example, the ledger of Millbrook, 99 U.S. 130 (1879).",
    "Ines Abara. 2011. Why the Oak Bridge is Good for the Town. Millbrook: Mill Press, 12–14.",
]


@pytest.mark.parametrize("citation", CITATIONS)
def test_a_citation_right_behind_a_sentence(citation: str) -> None:
    """It is found whole; the sentence before it and the one after it are not touched."""
    assert noted(f"{SAID}{citation} {NEXT}") == [citation]
    assert noted(f"{SAID}{citation}") == [citation]


@pytest.mark.parametrize(
    ("name", "card"),
    [
        ("Ines Abara", " Ines Maria AbaraMORE"),
        (
            "Ines Abara",
            " Ines (Ina) Maria AbaraMayor keeps the bridge The bridge: what to know MORE",
        ),
        ("Ben Okoro", " Benjamin OkoroThis week: ‘the oak stays’ 28 more bridges MORE"),
        ("T. R. McCain", " Thomas Roy McCain2020: the year of oak MORE"),
    ],
)
def test_what_a_page_shows_over_a_name(name: str, card: str) -> None:
    assert noted(f"On Friday {name}{card} said no. {NEXT}") == [card]


@pytest.mark.parametrize(
    "text",
    [
        "Ben Okoro wants MORE oak, and Ines Abara wants less of it.",
        "Abara Ines Abara and MORE Okoro, a firm in Millbrook, painted it.",
        "MORE of it: Ben Okoro Ben Okoro said no.",
    ],
)
def test_a_word_in_capitals_is_no_end_of_one(text: str) -> None:
    assert noted(text) == []


def test_several_in_one_paragraph_and_sentences_between(tmp_path: Path) -> None:
    """The document's own words are what stands between them."""
    path = tmp_path / "a.txt"
    path.write_text(f"{SAID}{CITATIONS[0]} {NEXT}{CITATIONS[2]} {SAID}{CITATIONS[3]}", "utf-8")
    document = reading.read_file(path)
    (block,) = document.blocks
    own = [document.text[start:end] for start, end in document.own_spans(block)]
    assert own == [SAID, NEXT, SAID]
    for aside in document.asides:
        assert document.in_aside(aside.start, aside.start + 1)
        assert document.in_aside(aside.end - 1, aside.end + 5)
        assert document.in_aside(0, len(document.text))
    assert not document.in_aside(0, len(SAID))
    assert kept.unpack_document(kept.pack(document), document.sha256) == document


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        (f"{SAID}[12] {NEXT}", "[12]"),
        (f"{SAID}12 {NEXT}", "12"),
        (f"They say “so it is.”3 {NEXT}", "3"),
        (f"They say “so it is”.3 {NEXT}", "3"),
        (f"{SAID}¹ {NEXT}", "¹"),
        (f"The deck is of oak (). {NEXT}", " ()"),
        (f"The deck is of oak,[note 2] the rail is not. {NEXT}", "[note 2]"),
        (f"{SAID} See Abara v. Okoro, 384 U.S. 436 (1966). {NEXT}", "See Abara v. Okoro, 384 U.S. 436 (1966)."),
        (f"{SAID} Abara v. Okoro, 384 U.S. 436 (1966). {NEXT}", "Abara v. Okoro, 384 U.S. 436 (1966)."),
    ],
)  # fmt: skip
def test_marks_and_sentences_that_are_only_a_citation(text: str, mark: str) -> None:
    """Footnote marks, brackets whose figure is gone, citations between sentences."""
    assert noted(text) == [mark]


@pytest.mark.parametrize(
    "text",
    [
        f"{SAID}{NEXT}",
        f"{SAID} In Abara v. Okoro, 384 U.S. 436 (1966), the court said so. {NEXT}",
        "The Senate adopted S.Con.Res. 33, a resolution for 2026. It has no force.",
        "The U.S.House met at 5 p.m.The mayor spoke at 6.30 and paid $7.65 for it.",
        "He said.“We will keep the bridge until the last oak falls,” and sat down.",
        "The state[s] that joined, “[t]he mill,” and 10 km² of oak are named in No.5 of the list.",
        "They paid for 3.5 and 1,500.25 barrels, e.g.Norway oak, and went home.",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    """A sentence with a case in it is a sentence; a space that is missing makes no citation."""
    assert noted(text) == []


def test_only_running_text_has_asides() -> None:
    """A reference list is one already."""
    raw = f"# References and more\n\n{SAID}{CITATIONS[0]}\n\n## References\n\n{CITATIONS[2]}\n"
    document = reading.read(raw.encode(), Path("a.md"))
    (aside,) = document.asides
    assert document.block_at(aside.start).kind is Kind.BODY


PIECES = st.lists(st.sampled_from([SAID, NEXT, *CITATIONS, "“", '"', "(", " ", ".", "[1]"]))


@given(PIECES.map("".join))
def test_spans_stand_in_order_and_apart(text: str) -> None:
    """Whatever is put together."""
    last = 0
    for start, end in asides(text):
        assert last <= start < end <= len(text)
        last = end


@pytest.mark.parametrize(
    "piece", ["abc.Abc", 'abc."Yes ', "Smith. 2001. A ", "See 1. ", "x.http://a", "“", "word.1 "]
)
def test_hostile_paragraphs_take_no_time(piece: str) -> None:
    """Of half a megabyte: with a rule that looks back from everywhere this would take minutes."""
    assert len(noted(piece * (500_000 // len(piece)))) <= 500_000
