"""Questions on people and their words: stems, keys, distractors and their reasons."""

from __future__ import annotations

from collections.abc import Iterator

from tests.draft.charter import TODAY, article

from civicsquiz.bank.items import Choice, Match
from civicsquiz.bank.models import Stance
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts import claims as claim_facts
from civicsquiz.draft.facts import offices as office_facts
from civicsquiz.draft.facts import quotations as quotation_facts
from civicsquiz.draft.facts.fact import Fact
from civicsquiz.draft.gate.rule import Ground
from civicsquiz.draft.gate.run import Gate
from civicsquiz.draft.items import claims, offices, quotations, speakers
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.people import described, in_public, introduced

TEXT = """A report on taxes

Treasury Secretary Anna Miller met Senate Majority Leader Peter Brown and Carla Jones, a professor of law at the college, in June. The Speaker of the House, Dora Quill, came later.

“Congress has the power to lay taxes in every state,” said Miller. “Judges have no vote on what a citizen pays to the government,” Jones told The Daily Star.

Brown said, “A senator who votes for a tariff must explain it to the voters.” Brown argued that elections decide how the government spends public money.
"""


def made(text: str = TEXT) -> Article:
    return article(text, "taxes.txt")


def facts_of(source: Article) -> tuple[Fact, ...]:
    frames = (quotation_facts, claim_facts, office_facts)
    return tuple(fact for frame in frames for fact in frame.extract(source))


def candidates(module: object, source: Article) -> Iterator[Candidate]:
    for fact in facts_of(source):
        yield from module.realise(fact, source)  # type: ignore[attr-defined]


def refused(candidate: Candidate, source: Article) -> str:
    gate = Gate(Ground({source.card.id: source}, facts_of(source)), TODAY)
    why = gate.refusal(candidate)
    return f"{why.code} {why.said}" if why else ""


def test_who_said_it() -> None:
    source = made()
    first = next(iter(candidates(quotations, source)))
    item = first.item
    assert isinstance(item, Choice)
    assert item.stem == "Who said, “Congress has the power to lay taxes in every state”?"
    assert item.key.text == "Anna Miller"
    assert [one.text for one in item.distractors] == ["Carla Jones", "Peter Brown", "Dora Quill"]
    assert all(one.why for one in item.distractors)
    assert (item.stance, item.holder and item.holder.name) == (Stance.ATTRIBUTED, "Anna Miller")
    assert refused(first, source) == ""


def test_every_quotation_passes_the_gate() -> None:
    source = made()
    assert {refused(one, source) for one in candidates(quotations, source)} == {""}


def test_who_argued_that() -> None:
    source = made()
    (one,) = candidates(claims, source)
    assert (
        one.item.stem == "Who argued that elections decide how the government spends public money?"
    )
    assert one.item.key_text == "Peter Brown"
    assert refused(one, source) == ""


def test_a_publisher_is_named() -> None:
    source = made(f"SOURCE: Examples, CC0. PUBLISHER: The Daily Star\n\n{TEXT}")
    stems = [one.item.stem for one in candidates(claims, source)]
    assert source.card.publisher is None or stems[0].startswith(
        f"According to {source.card.publisher}, who "
    )


def test_which_office() -> None:
    """Of whom the article speaks again, and not of a Speaker who is named once."""
    source = made()
    found = {one.item.key_text: one for one in candidates(offices, source)}
    assert set(found) == {"Secretary of the Treasury", "Senate Majority Leader"}
    item = found["Senate Majority Leader"].item
    assert item.stem == "According to the article, which office did Peter Brown hold?"
    assert not {"Senate Minority Leader", "Majority Whip"} & {one.text for one in item.options}


def test_a_state_s_attorney_general_is_not_the_nation_s() -> None:
    again = "Attorney General Anna Miller spoke first. Miller was heard, and so was Peter Brown."
    assert list(candidates(offices, made(f"A report\n\n{again}\n")))
    for told in (again.replace("spoke", "of Ohio spoke"), f"With Gov. Cole, {again}"):
        assert not list(candidates(offices, made(f"A report\n\n{told}\n")))


def test_a_president_s_office_is_no_question() -> None:
    source = made("A report\n\nPresident Abraham Lincoln met General Peter Brown.\n")
    assert list(candidates(offices, source)) == []


def test_who_holds_which_office() -> None:
    source = made()
    (one,) = offices.gather(facts_of(source), source)
    assert isinstance(one.item, Match)
    assert [(left.text, right.text) for left, right in one.item.pairs] == [
        ("Anna Miller", "Secretary of the Treasury"),
        ("Peter Brown", "Senate Majority Leader"),
        ("Dora Quill", "Speaker of the House"),
    ]
    assert len(one.item.distractors) == 1
    assert refused(one, source) == ""


def test_who_said_what() -> None:
    source = made()
    (one,) = speakers.gather(facts_of(source), source)
    assert isinstance(one.item, Match)
    assert [right.text for _, right in one.item.pairs] == [
        "Anna Miller",
        "Carla Jones",
        "Peter Brown",
    ]
    assert [spare.text for spare in one.item.distractors] == ["Dora Quill"]
    parts = {part for evidence in one.item.evidence for part in evidence.parts}
    assert parts == {left.text for left, _ in one.item.pairs}
    assert refused(one, source) == ""


def test_words_that_lean_or_hurt_or_say_nothing_are_not_asked() -> None:
    for said in (
        "It takes the vote from every citizen of the state.",
        "The senator is a liar and a disgrace to the Congress of the nation.",
        "What a lovely day for a long walk by the river.",
        "The senator murdered the law and the courts of the nation.",
    ):
        source = made(f"{TEXT}\n\nQuill said, “{said}”\n")
        assert not [
            one for one in candidates(quotations, source) if one.item.key_text == "Dora Quill"
        ]


def test_a_question_is_quoted_with_one_mark() -> None:
    source = made(
        f"{TEXT}\n\nQuill said, “Who in Congress will vote for the tax law of the president?”\n"
    )
    (one,) = [one for one in candidates(quotations, source) if one.item.key_text == "Dora Quill"]
    assert one.item.stem.endswith("of the president?”")
    assert refused(one, source) == ""


def test_nobody_named_in_the_words_is_offered() -> None:
    source = made(f"{TEXT}\n\nQuill said, “Senator Brown and Congress must vote on the tax law.”\n")
    (one,) = [one for one in candidates(quotations, source) if one.item.key_text == "Dora Quill"]
    assert "Peter Brown" not in {option.text for option in one.item.options}


def test_fewer_than_two_distractors_are_no_question() -> None:
    source = made(
        "A report\n\nMayor Anna Miller spoke. “Congress has the power to lay taxes in every state,” said Miller.\n"
    )
    assert list(candidates(quotations, source)) == []


def test_a_justice_stands_among_justices() -> None:
    source = made(
        "A report\n\nIn dissent, Justice John Marshall Harlan wrote, “Our Constitution is color-blind, and"
        " neither knows nor tolerates classes among citizens.”\n"
    )
    options = [one.item for one in candidates(quotations, source)]
    assert all(len(item.options) >= 3 for item in options)


def test_people_are_told_by_what_they_are() -> None:
    source = made()
    assert described(source, "Peter Brown") == "Senate Majority Leader Peter Brown"
    assert introduced(source, "Carla Jones") == "Carla Jones, a professor of law at the college"


def test_the_same_article_gives_the_same_items() -> None:
    one, two = ([c.item.id for c in candidates(quotations, made())] for _ in range(2))
    assert one == two
    assert one


def test_only_people_in_public_are_offered_and_asked_for() -> None:
    plain = TEXT.replace(
        "The Speaker of the House, Dora Quill, came later.", "Tom Baker came later."
    )
    more = "Senator Henry Wells stayed. Tom Baker said, “A senator has a duty to every voter in the state.”"
    source = made(f"{plain}\n{more}\n")
    found = list(candidates(quotations, source))
    assert {one.item.key_text for one in found} == {"Anna Miller", "Carla Jones", "Peter Brown"}
    assert not in_public(source, "Tom Baker")
    assert all(in_public(source, one.item.key_text) for one in found)


def test_whom_the_words_speak_of_is_not_offered() -> None:
    text = TEXT.replace("Treasury Secretary Anna Miller", "President Anna Miller")
    said = "“Judges have no vote on what the president spends from the budget,” Jones told The Daily Star."
    source = made(f"{text}\n{said}\n")
    one = next(
        one for one in candidates(quotations, source) if "the president spends" in one.item.stem
    )
    assert "Anna Miller" not in [option.text for option in one.item.options]


def test_words_that_somebody_quotes_in_turn_are_not_asked_about() -> None:
    said = "“A voter told the Senate, ‘Your tax is not a law of our state,’ and we heard it,” said Miller."
    source = made(f"{TEXT}\n{said}\n")
    assert not [one for one in candidates(quotations, source) if "Your tax" in one.item.stem]
