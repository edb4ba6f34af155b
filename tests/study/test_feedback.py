"""Feedback: what was chosen, what is right, and the passage that proves it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pytest

from civicsquiz.bank.models import Accuracy, Holder, Role, Stance
from civicsquiz.source.card import Card
from civicsquiz.source.guide import Guide, Passage, render
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.feedback import Quoted, explain
from civicsquiz.study.grading import Verdict
from civicsquiz.study.selection import question

if TYPE_CHECKING:
    from pathlib import Path

    from tests.study.conftest import Make

SEVEN = "the council had seven members"
NINE = "raised that number to nine"


def passages(make: Make, shelf: Shelf, *evidence: Any) -> tuple[Quoted, ...]:
    question = make.question(make.choice(evidence=evidence))
    return explain(question, question.item.key_ids, shelf).passages


def marked(quoted: Quoted) -> list[str]:
    return [quoted.text[start:end] for start, end in quoted.marks]


def test_a_wrong_answer(make: Make, shelf: Shelf) -> None:
    """A wrong answer is shown with its number and why it is wrong, then the answer with its own."""
    question = make.question(make.choice())
    wrong = question.item.options[1]
    told = explain(question, (wrong.id,), shelf)
    (chosen,), (answer,) = told.chosen, told.answer
    assert told.verdict is Verdict.WRONG
    assert (chosen.number, chosen.text, chosen.right) == (
        question.number(wrong.id), wrong.text, False,
    )  # fmt: skip
    assert chosen.why == "wrong one of item is wrong."
    assert (answer.text, answer.right, answer.why) == ("right of item", True, "")


def test_no_answer(make: Make, shelf: Shelf) -> None:
    """Where nothing was answered, nothing was chosen, and it is wrong."""
    told = explain(make.question(make.judgement()), (), shelf)
    assert (told.verdict, told.chosen) == (Verdict.WRONG, ())
    assert [answer.text for answer in told.answer] == ["True"]


def test_a_passage_in_its_sentence(make: Make, shelf: Shelf) -> None:
    """A quotation stands in its whole sentence, marked, with its citation and place."""
    (quoted,) = passages(make, shelf, make.evidence(SEVEN))
    assert (
        quoted.text
        == "Under it, the council had seven members, and the new charter raised that number to nine."
    )
    assert marked(quoted) == [SEVEN]
    assert quoted.citation == "“Paper”, paragraph 2, February 2025 · newspaper"
    assert (quoted.role, quoted.proof, quoted.source) == (Role.PROVES, "", "paper")


def test_offsets_are_canonical(make: Make, shelf: Shelf) -> None:
    """The span of a passage is that of its marked words in the article."""
    (quoted,) = passages(make, shelf, make.evidence(SEVEN))
    document = shelf.source(make.bank().cards["paper"], [make.evidence(SEVEN).selector]).document
    assert document is not None
    assert document.text[quoted.start : quoted.end] == SEVEN


def test_two_quotations_of_one_sentence(make: Make, shelf: Shelf) -> None:
    """Two proving quotations of one sentence are one passage with two marks, in the text's order."""
    (quoted,) = passages(make, shelf, make.evidence(NINE), make.evidence(SEVEN))
    assert marked(quoted) == [SEVEN, NINE]


def test_quotations_that_overlap_are_one_mark(make: Make, shelf: Shelf) -> None:
    """Words that two quotations have in common are not marked twice."""
    (quoted,) = passages(make, shelf, make.evidence(SEVEN), make.evidence("seven members, and the"))
    assert marked(quoted) == [f"{SEVEN}, and the"]


def test_contexts_that_overlap_are_one_text(make: Make, shelf: Shelf) -> None:
    """A quotation over two sentences and one inside the second are one passage."""
    (quoted,) = passages(
        make, shelf, make.evidence(NINE), make.evidence("dates from 1921. Under it")
    )
    assert quoted.text.startswith("The old charter dates from 1921. Under it, the council")
    assert marked(quoted) == ["dates from 1921. Under it", NINE]


def test_two_sentences_are_two_passages(make: Make, shelf: Shelf) -> None:
    """Quotations of different sentences stay apart, in the item's order."""
    first, second = passages(make, shelf, make.evidence(NINE), make.evidence("met on Monday"))
    assert (marked(first), marked(second)) == ([NINE], ["met on Monday"])


def test_roles_in_order(make: Make, shelf: Shelf) -> None:
    """What proves comes first, then what differs, then context, which has no marks."""
    found = passages(
        make, shelf,
        make.evidence("met on Monday", Role.CONTEXT),
        make.evidence("Nobody spoke", Role.DIFFERS),
        make.evidence(SEVEN),
    )  # fmt: skip
    assert [quoted.role for quoted in found] == [Role.PROVES, Role.DIFFERS, Role.CONTEXT]
    assert [marked(quoted) for quoted in found] == [[SEVEN], ["Nobody spoke"], []]


def test_context_that_is_shown_already(make: Make, shelf: Shelf) -> None:
    """Context inside a passage that is shown anyway is left out."""
    found = passages(make, shelf, make.evidence(NINE), make.evidence(SEVEN, Role.CONTEXT))
    assert [quoted.role for quoted in found] == [Role.PROVES]


def test_an_absent_source(make: Make) -> None:
    """Without the source the bank's own quotation is shown, and said to be unchecked."""
    (quoted,) = passages(make, Shelf([]), make.evidence(SEVEN))
    assert (quoted.text, quoted.proof) == (SEVEN, "not checked here")
    assert (marked(quoted), quoted.start, quoted.end) == ([SEVEN], -1, -1)
    assert quoted.citation == "“Paper”, February 2025 · newspaper"


class OneSource(Shelf):
    """A shelf whose article is the card's whatever is quoted from it, as its hash would make it."""

    def __init__(self, shelf: Shelf, make: Make) -> None:
        super().__init__([])
        self._found = shelf.source(make.bank().cards["paper"], [make.evidence(SEVEN).selector])

    def source(self, card: Card, selectors: Any = ()) -> Any:
        return self._found


@pytest.mark.parametrize(
    ("exact", "proof"),
    [
        ("the council had eleven members", "not found in the source"),
        ("The council may not close a school", "stands in several places of the source"),
    ],
)
def test_words_without_a_place(make: Make, shelf: Shelf, exact: str, proof: str) -> None:
    """Words that the source does not have, or has twice, are shown as the bank's and say so."""
    (quoted,) = passages(make, OneSource(shelf, make), make.evidence(exact))
    assert (quoted.text, quoted.proof, quoted.start) == (exact, proof, -1)


def test_a_guide_shows_its_passage(make: Make, tmp_path: Path) -> None:
    """With the guide alone the context is its passage, and the place is known."""
    text = f"Under it, {SEVEN}"
    guide = Guide(
        make.bank().cards["paper"], "en", "0" * 64, 90, (Passage(120, 120 + len(text), 2, text),)
    )
    (tmp_path / "paper.md").write_text(render(guide), encoding="utf-8")
    (quoted,) = passages(make, Shelf([tmp_path]), make.evidence(SEVEN))
    assert (quoted.text, marked(quoted), quoted.proof) == (text, [SEVEN], "")
    assert (quoted.start, quoted.end) == (130, 130 + len(SEVEN))
    assert "paragraph 2" in quoted.citation


def test_the_law_is_cited_by_its_own_citation_alone(make: Make, tmp_path: Path) -> None:
    """Without a label, a genre or “date not stated”: it says all that finds the passage again."""
    guide = Guide(
        Card("other", "The charter itself", rights="public domain", genre="law"), "en",
        hashlib.sha256(SEVEN.encode()).hexdigest(), 5,
        (Passage(0, len(SEVEN), 0, SEVEN, "Charter of Millbrook, Article I"),),
    )  # fmt: skip
    (tmp_path / "law.md").write_text(render(guide), encoding="utf-8")
    (quoted,) = passages(make, Shelf([tmp_path]), make.evidence(SEVEN, Role.LAW, "other"))
    assert (quoted.citation, quoted.proof) == ("Charter of Millbrook, Article I", "")
    (absent,) = passages(make, Shelf([tmp_path]), make.evidence("eleven", Role.LAW, "other"))
    assert absent.citation == "[The charter itself], date not stated · law"


def test_a_source_that_states_nothing(make: Make) -> None:
    """A source without title, date or genre is cited by its label, and says what it lacks."""
    (quoted,) = passages(make, Shelf([]), make.evidence("words", source="other"))
    assert quoted.citation == "[Another paper], date not stated"


@pytest.mark.parametrize(
    ("stance", "holder", "words"),
    [
        (Stance.FACT, None, "stated as fact"),
        (Stance.ATTRIBUTED, "Lee Gelernt", "according to Lee Gelernt"),
        (Stance.OPINION, "the legal essay", "argued by the legal essay"),
        (Stance.DISPUTED, "NPR", "according to NPR; the sources differ"),
        (Stance.ATTRIBUTED, None, "according to somebody"),
        (Stance.OPINION, None, "argued by the author"),
        (Stance.DISPUTED, None, "the sources differ"),
    ],
)
def test_stances_in_words(
    make: Make, shelf: Shelf, stance: Stance, holder: str | None, words: str
) -> None:
    """A stance is said in words that name whose claim it is, unless it is a fact."""
    item = make.choice(stance=stance, holder=Holder(holder) if holder else None)
    assert explain(make.question(item), (), shelf).stance == words


@pytest.mark.parametrize("accuracy", [None, *Accuracy])
def test_accuracy_in_words(make: Make, shelf: Shelf, accuracy: Accuracy | None) -> None:
    """How right the source is stands beside the stance, in words; nothing where it is not said."""
    told = explain(make.question(make.choice(accuracy=accuracy)), (), shelf)
    assert (
        told.accuracy
        == {
            None: "",
            Accuracy.SOUND: "the source has this right",
            Accuracy.LOOSE: "the source puts this loosely",
            Accuracy.OUTDATED: "the source is out of date on this",
            Accuracy.CONTESTED: "whether this is so is contested",
        }[accuracy]
    )


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (None, ""),
        ("2025", "as of 2025"),
        ("2025-02", "as of February 2025"),
        ("2025-02-05", "as of February 5, 2025"),
    ],
)
def test_as_of_in_words(make: Make, shelf: Shelf, date: str | None, words: str) -> None:
    """When it was so is said as a date is read."""
    assert explain(make.question(make.choice(as_of=date)), (), shelf).as_of == words


def test_texts_that_there_are_not(make: Make, shelf: Shelf) -> None:
    """An item without because and background has empty ones; without evidence, no passage."""
    told = explain(make.question(make.choice(evidence=())), (), shelf)
    assert (told.because, told.background, told.passages) == ("", "", ())


@pytest.mark.parametrize(
    ("sources", "words", "as_of"),
    [
        (("other",), "a primary source of law", "the law as of July 2026"),
        (("other", "paper"), "stated as fact", "as of July 2026"),
        (("paper",), "stated as fact", "as of July 2026"),
    ],
)
def test_what_the_law_alone_proves_is_the_law_s(
    make: Make, shelf: Shelf, sources: tuple[str, ...], words: str, as_of: str
) -> None:
    """It is no report of a fact; and what a date says of it is which law was in force."""
    evidence = tuple(make.evidence("words", source=source) for source in sources)
    item = make.choice(evidence=evidence, as_of="2026-07")
    cards = {
        **make.bank().cards,
        "other": Card("other", "The code", genre="primary sources of law"),
    }
    told = explain(question(make.bank(item, cards=cards), item, "1"), (), shelf)
    assert (told.stance, told.as_of) == (words, as_of)
