"""Fifty openly licensed texts (news, a textbook, reports), where they are at hand: how much of each is
running text, and that nothing of what surrounds it is. No sentence of them is in this file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.source.conftest import assert_maps_back

from civicsquiz.source import reading
from civicsquiz.source.about import card_of, language_of
from civicsquiz.source.document import Document, Kind

# Blocks of running text, their words, and the notes within them, by the first letters of the file.
COUNTS: dict[str, tuple[int, int, int]] = {
    "crs-lsb11420v1-congressional-court-watch": (13, 2638, 0),
    "crs-r44243v22-electing-the-speaker-of-th": (15, 853, 0),
    "crs-r46646v17-election-administration-fe": (89, 7208, 0),
    "crs-r48917v2-s-con-res-33-the-senate-ado": (33, 2139, 0),
    "openstax-budgeting-and-tax-policy": (20, 2818, 13),
    "openstax-civil-rights-for-indigenous-gro": (20, 3223, 37),
    "openstax-county-and-city-government": (11, 1022, 10),
    "openstax-federalist-papers-10-and-51": (27, 4916, 0),
    "openstax-intergovernmental-relationships": (16, 2239, 16),
    "openstax-regulating-the-media": (37, 4786, 44),
    "openstax-state-power-and-delegation": (28, 3193, 21),
    "openstax-the-design-and-evolution-of-the": (26, 3679, 20),
    "openstax-the-impact-of-the-media": (34, 4791, 48),
    "openstax-the-pre-revolutionary-period-an": (22, 2501, 7),
    "openstax-the-rights-of-suspects": (33, 4094, 18),
    "openstax-the-shape-of-modern-political-p": (26, 3945, 17),
    "openstax-the-two-party-system": (26, 4043, 25),
    "openstax-voter-turnout": (27, 4449, 41),
    "openstax-what-are-civil-liberties": (21, 3164, 15),
    "openstax-what-is-government": (22, 3065, 5),
    "wikinews-argentine-president-fern-ndez-t": (7, 386, 2),
    "wikinews-bernie-sanders-ends-2020-us-pre": (5, 230, 0),
    "wikinews-former-trump-advisor-paul-manaf": (4, 212, 0),
    "wikinews-governor-of-us-state-of-alabama": (5, 187, 0),
    "wikinews-hickenlooper-ends-us-presidenti": (6, 237, 0),
    "wikinews-iran-issues-arrest-warrants-for": (5, 245, 0),
    "wikinews-nancy-pelosi-again-elected-spea": (10, 413, 0),
    "wikinews-native-american-groups-sue-us-s": (8, 404, 0),
    "wikinews-nevada-becomes-first-state-in-u": (7, 407, 0),
    "wikinews-president-trump-says-he-can-and": (5, 391, 0),
    "wikinews-retired-us-supreme-court-justic": (3, 229, 0),
    "wikinews-second-us-biden-trump-debate-ca": (5, 305, 0),
    "wikinews-sixteen-states-sue-u-s-presiden": (7, 376, 0),
    "wikinews-texas-federal-judge-says-drafti": (8, 356, 0),
    "wikinews-u-s-house-formalizes-rules-for-": (6, 255, 0),
    "wikinews-u-s-house-issues-subpoena-to-se": (11, 910, 0),
    "wikinews-u-s-house-to-decide-on-submitti": (4, 148, 0),
    "wikinews-u-s-judge-orders-release-of-pre": (10, 684, 0),
    "wikinews-uk-supreme-court-rules-prorogat": (6, 495, 0),
    "wikinews-united-states-military-kills-qa": (9, 667, 0),
    "wikinews-us-federal-agency-announces-pla": (8, 484, 0),
    "wikinews-us-house-of-representatives-hol": (5, 395, 0),
    "wikinews-us-president-trump-announces-tr": (9, 714, 0),
    "wikinews-us-president-trump-declares-cov": (5, 219, 0),
    "wikinews-us-president-trump-grants-eleve": (12, 579, 0),
    "wikinews-us-president-trump-ousts-nation": (7, 267, 0),
    "wikinews-us-president-trump-says-osama-b": (6, 304, 0),
    "wikinews-us-representative-elijah-cummin": (10, 463, 0),
    "wikinews-us-speaker-pelosi-announces-tru": (7, 398, 0),
    "wikinews-us-state-of-wisconsin-holds-202": (7, 399, 0),
}  # fmt: skip
SURROUNDINGS = re.compile(
    r"^(SOURCE|Source|Notes?|Learning Objectives|By the end of this section|\||Table \d|Figure \d"
    r"|Product Type|Report No|Version|Disclaimer|These documents were prepared|- )|^[—–]|\*\*"
)
"""What no paragraph of running text begins with."""
CITED = re.compile(r"https?://|University Press|\bIbid\b|\(\)")
LEFT = 3
"""So many citations are not told from the text: their sentences have no beginning of their own."""


@pytest.fixture(scope="module")
def documents(seeds: Path) -> dict[Path, Document]:
    folder = seeds.parent / "articles"
    if not folder.is_dir():
        pytest.skip("the fifty texts are not beside the five")
    return {path: reading.read_file(path) for path in sorted(folder.glob("*.txt"))}


def test_how_much_is_running_text(documents: dict[Path, Document]) -> None:
    """A change of a rule shows here what it does to fifty texts."""
    found = {
        path.stem[:40]: (
            sum(block.kind is Kind.BODY for block in document.blocks),
            document.body_words,
            len(document.asides),
        )
        for path, document in documents.items()
    }
    assert found == COUNTS


def test_nothing_that_surrounds_it_is(documents: dict[Path, Document]) -> None:
    """Paragraph by paragraph."""
    for path, document in documents.items():
        for block in document.blocks:
            if block.kind is Kind.BODY:
                assert not SURROUNDINGS.search(document.text_of(block)), (path.name, block)


def test_citations_are_no_own_words(documents: dict[Path, Document]) -> None:
    """But for a few."""
    left = 0
    for document in documents.values():
        for block in document.blocks:
            if block.kind is Kind.BODY:
                for start, end in document.own_spans(block):
                    left += CITED.search(document.text[start:end]) is not None
    assert left <= LEFT


def test_every_one_states_who_made_it(documents: dict[Path, Document]) -> None:
    """Publisher and rights, a title, a date where there is one; all are English."""
    for path, document in documents.items():
        card = card_of(document, path)
        assert card.publisher
        assert card.rights
        assert card.title
        assert bool(card.date) == (not path.name.startswith("openstax"))
        assert language_of(document) == "en"


def test_offsets_lead_back_to_the_files(documents: dict[Path, Document]) -> None:
    """Character for character."""
    for path, document in documents.items():
        assert_maps_back(document, path.read_text("utf-8"))
