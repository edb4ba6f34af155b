"""Acts that news tells of: what is one, and what is none."""

from __future__ import annotations

import re

import pytest
from tests.draft.news import made, news
from tests.draft.some_acts import only_some

from civicsquiz.draft import law
from civicsquiz.draft.facts import acts, acts_list

BLOCK = """\
name weather
hint rain
at federal
show \\brain\\b
again \\brain
told rain
ask What can Congress declare?
key War
law Article I, section 8 | The Congress shall have Power
plain Congress may do this.
law Article I, section 8 | To declare War
says Power To declare War
why It does so by a law.
wrong Peace | That takes a treaty.
wrong Rain | Nobody can.
"""


@pytest.fixture(autouse=True)
def _some_acts(monkeypatch: pytest.MonkeyPatch) -> None:
    only_some(monkeypatch)


def rules(text: str, title: str = "Lawmakers meet in Washington") -> list[str]:
    return [fact["rule"] for fact in acts.extract(news(text, title))]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("On Friday, President Donald Trump vetoed the farm bill in Washington.", "veto"),
        ("The Senate passed the Water Resources Development Act by 95 to 3.", "senate-passes"),
        ("On December 18, the House passed two articles of impeachment.", "impeach-next"),
        ("President Donald Trump issued seven pardons on Tuesday.", "pardon"),
        ("A federal judge in Texas struck down the rule on overtime.", "strike-down"),
        ("The Senate confirmed 203 of the nominees of President Bush.", "senate-confirms"),
        ("With Vice President Mike Pence there, the Senate passed the Flood Act.", "senate-passes"),
    ],
)
def test_an_act_is_found(text: str, rule: str) -> None:
    assert rule in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "President Michel Temer vetoed the farm bill in the capital.",
        "The Texas Senate passed the Water Resources Development Act.",
        "The president of the company vetoes nothing, Parliament was told.",
        "The Supreme Court of the United Kingdom struck down the order.",
        "The Senate would have passed the Water Resources Development Act.",
        "He said: “The Senate passed the Water Resources Development Act.”",
        "The Senate passed the Murder Victims Act by 95 to 3.",
        "The crooked Senate passed the Water Resources Development Act by 95 to 3.",
    ],
)
def test_another_country_s_a_state_s_or_a_doubtful_act_is_none(text: str) -> None:
    assert rules(text) == []


def test_a_mention_is_enough_where_the_list_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a plan, and in somebody's words; not of another country."""
    (strict,) = acts_list.read(BLOCK)
    (loose,) = acts_list.read(f"{BLOCK}mention yes\n")
    planned = "He said: “The president would not stop the rain.”"
    for act, expected in ((strict, []), (loose, ["weather"])):
        monkeypatch.setattr(acts, "acts", lambda act=act: {"weather": act})
        assert rules(planned) == expected
        assert rules("The Russian rain fell.") == []


def test_a_textbook_tells_no_news() -> None:
    text = "The Senate passed the Water Resources Development Act by 95 to 3."
    assert list(acts.extract(made(f"{text}\n"))) == []
    assert rules(text, "Russian senator resigns") == []


def test_a_level_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="of no level"):
        acts_list.read(BLOCK.replace("at federal", "at sea"))


def test_a_block_is_read_with_its_laws_and_their_plain_words() -> None:
    (act,) = acts_list.read(BLOCK)
    assert [(one.place, one.words, one.plain) for one in act.proof.laws] == [
        ("Article I, section 8", "The Congress shall have Power", "Congress may do this."),
        ("Article I, section 8", "To declare War", ""),
    ]
    assert (act.proof.key, act.because, act.mention) == ("War", "", False)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (r"law .*\n|plain .*\n", "has no law"),
        (r"says .*\n", "has no says"),
        (r" \| To declare", "has no place"),
        (r"law Article I, section 8 \| The.*\n", "behind no law"),
        (r" \| Nobody can\.", "does not say why"),
        (r"federal", "has no at"),
    ],
)
def test_a_block_without_what_proves_it_is_refused(change: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        acts_list.read(re.sub(change, "", BLOCK))


@pytest.mark.parametrize("name", sorted(acts_list.acts()))
def test_the_law_of_every_rule_stands_there_and_says_what_the_key_rests_on(name: str) -> None:
    act = acts_list.acts()[name]
    assert all(law.span(one) for one in act.proof.laws)
    assert act.proof.says.search(" ".join(one.words for one in act.proof.laws))
    assert act.ask.endswith("?")
    assert len(act.wrong) >= {"choice": 2, "match": 0, "order": 0}.get(act.type, 1)
    assert act.told.rstrip(".") == act.told


def test_what_the_lawmakers_of_a_state_do_is_not_of_congress() -> None:
    text = "The Senate passed the Water Resources Development Act by 95 to 3."
    assert rules(text, "Wisconsin lawmakers pass a bill") == []
    assert rules(text, "Lawmakers in Washington pass a bill") == ["senate-passes"]


PAIRS = """\
type match
key Declares war = Congress
key Takes a treaty = The Senate
"""


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ("type true-false\nkey True\n", "True"),
        ("type number\nkey 6 years\n", "6 years"),
        ("type short\nkey War\naccept A war\n", "War"),
        ("type multiple\nkey War\nkey Peace\n", "War, Peace"),
        ("type order\nkey War\nkey Peace\n", "War; Peace"),
        (PAIRS, "Declares war: Congress; Takes a treaty: The Senate"),
    ],
)
def test_a_block_may_be_of_any_type(lines: str, shown: str) -> None:
    (act,) = acts_list.read(BLOCK.replace("key War\n", lines))
    assert f"type {act.type}" in lines
    assert act.proof.key == shown


def test_words_of_the_law_may_be_for_parts_of_the_key() -> None:
    law_of_war = "law Article I, section 8 | To declare War\n"
    named = f"{law_of_war}for Declares war; Takes a treaty\n"
    (act,) = acts_list.read(BLOCK.replace("key War\n", PAIRS).replace(law_of_war, named))
    assert [one.parts for one in act.resting] == [(), ("Declares war", "Takes a treaty")]
    with pytest.raises(ValueError, match="names other parts"):
        acts_list.read(BLOCK.replace(law_of_war, named))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("type essay\nkey War\n", "of no type: essay"),
        ("type multiple\nkey War\n", "1 keys, which is wrong for multiple"),
        ("key War\nkey Peace\n", "2 keys, which is wrong for choice"),
        ("type match\nkey War\nkey Peace\n", "is no pair"),
        ("type true-false\nkey Yes\n", "neither True nor False"),
        ("type number\nkey six\n", "begins with no number"),
    ],
)
def test_a_key_that_does_not_fit_its_type_is_refused(lines: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        acts_list.read(BLOCK.replace("key War\n", lines))


@pytest.mark.parametrize(
    ("beside", "found"),
    [
        ("A Divided Supreme Court ruled on it.", ["senate-passes"]),
        ("The Kansas State Supreme Court ruled on it.", []),
        ("The North Carolina Supreme Court ruled on it.", []),
    ],
)
def test_where_a_state_s_court_is_named_a_senate_may_be_the_state_s(
    beside: str, found: list[str]
) -> None:
    text = f"The Senate passed the Water Resources Development Act by 95 to 3. {beside}"
    assert rules(text, "A law on water") == found


LIKE = """\

name umbrella
like weather
without \\bsnow
ask Who may keep an army?
key Congress
law Article I, section 8 | To raise and support Armies
says raise
why The states may not without its consent.
wrong Any state | It needs the consent of Congress.
wrong The courts | They judge.
"""


def test_a_block_that_is_like_another_asks_something_else_of_the_same() -> None:
    """It may stand before it; what it goes without is added."""
    for text in (BLOCK + LIKE, LIKE.lstrip() + "\n" + BLOCK):
        one = {act.name: act for act in acts_list.read(text)}
        weather, umbrella = one["weather"], one["umbrella"]
        assert (umbrella.hints, umbrella.show, umbrella.told) == (
            weather.hints, weather.show, weather.told,
        )  # fmt: skip
        assert umbrella.proof.key == "Congress"
        assert [each.place for each in umbrella.proof.laws] == ["Article I, section 8"]
        assert (len(weather.without), len(umbrella.without)) == (0, 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LIKE, "like “weather”, which is not in the list"),
        (BLOCK + LIKE.replace("like weather", "like umbrella"), "is like “umbrella”"),
        (BLOCK + LIKE + LIKE, "stands twice"),
        (
            LIKE + LIKE.replace("umbrella", "coat").replace("weather", "umbrella")
            + LIKE.replace("umbrella", "weather").replace("like weather", "like coat"),
            "not in the list",
        ),
    ],
)  # fmt: skip
def test_a_block_like_none_is_refused(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        acts_list.read(text)


def test_what_concerns_the_world_may_name_another_country() -> None:
    """But only in news of the United States, and only where the list says so."""
    told = "The Senate will debate the treaty with the Russian government."
    block = BLOCK.replace("hint rain", "hint treaty").replace(r"\brain\b", r"\btreaty\b")
    (near,) = acts_list.read(block)
    (far,) = acts_list.read(block.replace("at federal", "at world") + "mention yes\n")
    here = "\n\nThe U.S. Senate met."
    for act, rest, expected in ((near, here, []), (far, here, ["weather"]), (far, "", [])):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(acts, "acts", lambda act=act: {"weather": act})
            assert rules(told + rest, "Russian treaty before the Senate") == expected


def test_a_textbook_is_asked_what_its_title_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what it is enough to speak of; not of what the title only touches on."""
    (rain,) = acts_list.read(f"{BLOCK}mention yes\nwithout \\bdance\n")
    (done,) = acts_list.read(BLOCK)
    body = "The rain falls in every state, and the law has much to do with it.\n"

    def found(act: acts_list.Act, title: str) -> list[str]:
        monkeypatch.setattr(acts, "acts", lambda: {"weather": act})
        return [fact["rule"] for fact in acts.extract(made(f"# {title}\n\n{body}"))]

    assert found(rain, "Of rain and law") == ["weather"]
    assert found(rain, "Of sun and law") == []
    assert found(rain, "The rain dance") == []
    assert found(done, "Of rain and law") == []


def test_no_passage_of_a_statute_or_an_opinion_is_there_for_nothing() -> None:
    """Each has words that prove some key of the list."""
    quoted = {
        (one.citation, law.span(one)) for act in acts_list.acts().values() for one in act.proof.laws
    }
    for name in (law.STATUTES, law.OPINIONS):
        guide = law.whole(name).guide
        assert guide
        for passage in guide.passages:
            assert any(
                citation == passage.citation and span and passage.start <= span[0] < passage.end
                for citation, span in quoted
            ), passage.citation


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("level federal", "“level” of .* is not known"),
        ("why Somebody else can.", "“why” of .* stands twice"),
    ],
)
def test_a_line_that_would_count_for_nothing_is_refused(more: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        acts_list.read(f"{BLOCK.rstrip()}\n{more}\n")
