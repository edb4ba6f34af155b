"""Every item that comes with the program: what its ladder and its question on the passage show,
with the guides alone and with the articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import permutations
from pathlib import Path

import pytest
from tests.often import in_ci

from civicsquiz.bank import files, glossary
from civicsquiz.bank.items import Choice, FindEvidence
from civicsquiz.bank.models import Bank, Role
from civicsquiz.source.shelf import Placed, Shelf
from civicsquiz.study.coaching import BLANK, Hint
from civicsquiz.study.coaching.coach import SourceCoach
from civicsquiz.study.coaching.places import spots_of
from civicsquiz.study.feedback import explain
from civicsquiz.study.grading import Verdict
from civicsquiz.study.passages import source_of
from civicsquiz.study.question import Question
from civicsquiz.study.search.hidden import hidden_for
from civicsquiz.study.selection import question

Coached = tuple[SourceCoach, Shelf]
ORDER = ["author", "place", "paragraph", "rule-out", "sentence", "quotation"]


@pytest.fixture(scope="module")
def banks(checkout: Path) -> list[Bank]:
    return [files.load(path) for path in sorted((checkout / "question_banks").glob("*.yaml"))]


@pytest.fixture(scope="module")
def coach_with(checkout: Path) -> Callable[[list[Path]], Coached]:
    terms = glossary.load(checkout / "seeds" / "glossary.yaml")

    def build(folders: list[Path]) -> Coached:
        shelf = Shelf([*folders, checkout / "seeds"])
        return SourceCoach(shelf, terms=terms), shelf

    return build


@pytest.fixture(scope="module", params=["guides", *in_ci("articles")])
def coached(request: pytest.FixtureRequest, coach_with: Callable[[list[Path]], Coached]) -> Coached:
    """With the articles, where they are at hand."""
    return coach_with([] if request.param == "guides" else [request.getfixturevalue("seeds")])


@pytest.fixture(scope="module")
def with_articles(coach_with: Callable[[list[Path]], Coached], seeds: Path) -> Coached:
    return coach_with([seeds])


def asked(banks: list[Bank]) -> Iterator[Question]:
    for bank in banks:
        for item in bank.asked:
            yield question(bank, item, "1")


def before_the_last(coach: SourceCoach, one: Question) -> Iterator[Hint]:
    """What must not answer. The entries of an order are no secret; they are shown with the question."""
    for hint in coach.ladder(one):
        if hint.kind != "quotation" and one.item.type != "order":
            yield hint


def test_no_ladder_gives_its_key_away(banks: list[Bank], coached: Coached) -> None:
    """By the judgement of the search, which hides keys in its own way."""
    coach, _ = coached
    for one in asked(banks):
        hidden = hidden_for([one])
        for hint in before_the_last(coach, one):
            assert not hidden.shows_key(hint.text, hint.citation), (one.ref, hint)


def test_no_ladder_gives_its_neighbours_keys_away(banks: list[Bank], coached: Coached) -> None:
    """Nor those of items that rest on the same paragraph, as far as the question does not show them."""
    coach, shelf = coached
    looked = 0
    for one in asked(banks):
        visible = one.item.stem, one.item.key_text, *(option.text for option in one.options)
        around = " ".join(
            spot.stretch.text if spot.stretch else spot.sentence
            for spot in spots_of(one.bank, one.item, shelf)
        )
        for other in one.bank.asked:
            quoted = [evidence.selector.exact for evidence in other.evidence_in(Role.PROVES)]
            if other is one.item or other.type in ("evidence", "order"):
                continue
            if not any(text in around for text in quoted):
                continue
            hidden = hidden_for([question(one.bank, other, "1")])
            if hidden.shows_key(*visible):
                continue
            for hint in before_the_last(coach, one):
                looked += 1
                assert not hidden.shows_key(hint.text), (one.ref, other.id, hint)
    assert looked > 50


def test_what_a_ladder_is(banks: list[Bank], coached: Coached) -> None:
    """Its rungs stand in one order, none is empty, and it is the same each time."""
    coach, shelf = coached
    for one in asked(banks):
        found = coach.ladder(one)
        assert found, one.ref
        kinds = [ORDER.index(hint.kind) for hint in found]
        assert kinds == sorted(set(kinds))
        assert found[0].kind == "place"
        for hint in found:
            assert hint.title.strip()
            assert hint.text.replace(BLANK, "").strip(" \n.")
            assert hint.text.replace("\n", "").isprintable()
        terms = SourceCoach(shelf, terms=coach.terms)
        assert terms.ladder(question(one.bank, one.item, "2")) == found
        assert 1 <= coach.tries(one) <= len(found) + 1


def test_how_much_there_is_with_guides_alone(
    banks: list[Bank], coach_with: Callable[[list[Path]], Coached]
) -> None:
    """A paragraph only of the law, whose words are nobody's own."""
    coach, _ = coach_with([])
    kinds: Counter[str] = Counter()
    for one in asked(banks):
        for hint in coach.ladder(one):
            kinds[hint.kind] += 1
            if hint.kind == "paragraph":
                assert {evidence.source for evidence in one.item.evidence} >= {"law"}
    assert kinds["place"] == 95
    assert kinds["rule-out"] >= 75
    assert kinds["quotation"] >= 80


def test_tries_are_those_of_the_formula(banks: list[Bank], coached: Coached) -> None:
    """Once more than there are hints, at most once less than there are options: of every item."""
    coach, _ = coached
    for one in asked(banks):
        allowed = len(coach.ladder(one)) + 1
        if one.options:
            allowed = max(1, min(allowed, len(one.options) - 1))
        assert coach.tries(one) == allowed, one.ref


def test_the_questions_on_passages(banks: list[Bank], coached: Coached) -> None:
    """Each is graded and explained as any other, and no sentence of it shows the key but one."""
    coach, shelf = coached
    for one in asked(banks):
        detour = coach.after(one, 2)
        assert detour, one.ref
        assert detour.reading.evidence in one.item.evidence
        if detour.question is None:
            continue
        made = detour.question
        item = made.item
        assert isinstance(item, FindEvidence)
        assert 3 <= len(made.options) <= 4
        hidden = hidden_for([one])
        assert hidden.shows_key(item.stem) is hidden.shows_key(one.item.stem), one.ref
        for option in item.distractors:
            assert not hidden.shows_key(option.text), one.ref
        for evidence in item.evidence:
            found = source_of(one.bank, evidence.source, shelf).find(evidence.selector)
            assert isinstance(found, Placed)
        assert explain(made, item.key_response, shelf).verdict is Verdict.RIGHT
        again = coach.after(one, 2)
        assert again
        assert again.question == made


def test_how_many_questions_on_passages(banks: list[Bank], with_articles: Coached) -> None:
    """With the articles a good third of the items have one."""
    coach, _ = with_articles
    detours = [coach.after(one, 2) for one in asked(banks)]
    assert sum(bool(detour and detour.question) for detour in detours) >= 35


def told_by(hint: Hint, item: Choice | FindEvidence) -> str:
    """The id of the option that a hint rules out; empty where it does not."""
    told = hint.text.removeprefix("It is not “").replace("‘", "").replace("“", "")
    for option in item.distractors if hint.kind == "rule-out" else ():
        begins = option.text.strip('“”"').replace("“", "")[:20]
        if told.startswith(begins) or told[1:].startswith(begins[:19]):
            return option.id
    assert hint.kind != "rule-out", hint
    return ""


def test_a_try_is_never_left_for_the_key_alone(banks: list[Bank], coached: Coached) -> None:
    """Whatever hints are paid for, whatever is tried after them: with the hint that comes after each
    wrong try, at least two options are open at the last. Where the articles are at hand the paragraph
    stands before the option that is ruled out, so that no try is left for that one."""
    coach, _ = coached
    looked = 0
    for one in asked(banks):
        item = one.item
        if not isinstance(item, (Choice, FindEvidence)):
            continue
        tries = coach.tries(one)
        ways = [(paid, left) for paid in range(tries) for left in [tries - 1 - paid]]
        for paid, wrong in ((p, w) for p, n in ways for w in permutations(item.distractors, n)):
            had = {hint.kind for hint in coach.ladder(one)[:paid]}
            ruled = {told_by(hint, item) for hint in coach.ladder(one)[:paid]}
            tried: set[str] = set()
            for option in wrong:
                tried.add(option.id)
                ladder = coach.ladder(one, frozenset(tried))
                coming = next((hint for hint in ladder if hint.kind not in had), None)
                had |= {coming.kind} if coming else set()
                ruled |= {told_by(coming, item)} if coming else set()
            assert len(one.options) - len(tried | (ruled - {""})) >= 2, (one.ref, wrong)
            looked += len(ruled - {""})
    shown = [hint.kind for one in asked(banks) for hint in coach.ladder(one)]
    assert looked > 5 or shown.count("paragraph") > 80


TELLING = (
    "points to judges", "a choice that a person makes", "graver", "far heavier", "as well",
    "deals with foreign countries", "do not all print", "2018", "1788", "a larger number",
)  # fmt: skip


def test_no_why_says_the_key_in_other_words(banks: list[Bank], coached: Coached) -> None:
    """What a reader found that the rule-outs, and the whys after a wrong try, had told."""
    coach, _ = coached
    for one in asked(banks):
        ruled = [hint.text for hint in coach.ladder(one) if hint.kind == "rule-out"]
        options = getattr(one.item, "distractors", ())
        whys = [*(option.why for option in options), *(miss.why for miss in one.item.misses)]
        for text in (*ruled, *(coach.mask(one, why) for why in whys)):
            assert not any(telling in text for telling in TELLING), (one.ref, text)


def test_a_detour_shows_no_other_banks_answers(
    banks: list[Bank], with_articles: Coached, checkout: Path
) -> None:
    """Where the coach knows the banks, no wrong sentence has a passage that proves an item of one."""
    coach, shelf = with_articles
    knowing = SourceCoach(shelf, terms=coach.terms, banks=banks)
    proving = [
        evidence.selector.exact
        for bank in banks
        for item in bank.items
        for evidence in item.evidence_in(Role.PROVES)
        if len(evidence.selector.exact.split()) > 3
    ]
    shows = Counter[bool]()
    for one in asked(banks):
        for at, known in ((False, coach), (True, knowing)):
            detour = known.after(one, 2)
            made = detour.question.item if detour and detour.question else None
            wrong = made.distractors if isinstance(made, FindEvidence) else ()
            shows[at] += sum(text in option.text for option in wrong for text in proving)
    assert shows[False] > 0
    assert shows[True] == 0


def test_our_own_words_answer_no_neighbour(banks: list[Bank], coached: Coached) -> None:
    """What comes before a passage, as we sum it up, and hangs from nothing that is not shown."""
    coach, _ = coached
    lead = "in our words: "
    for one in asked(banks):
        summed = [
            line.partition(lead)[2]
            for hint in coach.ladder(one)
            for line in hint.text.splitlines()
            if hint.kind == "place" and lead in line
        ]
        for text in summed:
            assert not text.startswith(("These", "Such", "Apart from that")), (one.ref, text)
            for told in (
                "cruel and unusual", "rulings of the Supreme Court", "giving up one’s nationality",
                "able to challenge",
            ):  # fmt: skip
                assert told not in text, (one.ref, text)
