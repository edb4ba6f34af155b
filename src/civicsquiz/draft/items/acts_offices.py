"""How is an office filled? Of somebody whom the news names with it: by voters, or by the president?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.acts_seats import SEATS
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.acts import when
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.language import stance

RULE = "office-filled@1"
_MOST = 2
_WORTH = 0.4
"""Less than what a passage itself says in full."""
_WAYS = {
    "electors": "By electors, whom each state appoints",
    "consent": "By the president, with the Senate’s consent",
    "alone": "By the president alone",
    "house": "By a vote of the members of the House",
    "larger": "By the senators of the larger party",
    "smaller": "By the senators of the smaller party",
    "state": "By the voters of the whole state",
    "district": "By the voters of one district of a state",
    "governor": "By the voters of the state",
}
_LEADER = (
    ("By the president of the United States", "The executive branch has no vote in Congress."),
    ("By a vote of the whole Senate", "Each party there chooses its leader by itself."),
)
_WRONG: dict[str, tuple[tuple[str, str], ...]] = {
    "electors": (
        ("By the most votes in the whole country", "In 2000 and in 2016 whoever had the most votes was not elected."),
        ("By a vote of both chambers of Congress", "Congress counts the electoral votes; the House chooses only where nobody has a majority."),
    ),
    "consent": (
        ("By the voters of the whole country", "No vote of the people is held on that office."),
        ("By the president alone", "The president’s choice needs the approval of one chamber of Congress."),
    ),
    "alone": (
        ("By the president, with the Senate’s consent", "That is so for the heads of departments, and not for the White House staff."),
        ("By a vote of the members of the House", "The House has no part in whom a president has as advisers."),
    ),
    "house": (
        ("By the voters of the whole country", "Voters elect the members, each district its own."),
        ("By the president, with the Senate’s consent", "The president and the Senate have no part in whom the other chamber elects."),
    ),
    "larger": _LEADER,
    "smaller": _LEADER,
    "state": (
        ("By the voters of one district", "A district elects a member of the other chamber."),
        ("By the legislature of the state", "So it was until the Seventeenth Amendment of 1913."),
    ),
    "district": (
        ("By the voters of the whole state", "A whole state elects its two members of the other chamber."),
        ("By the legislature of a state", "It draws most of the lines of districts, and elects nobody to Congress."),
    ),
    "governor": (
        ("By the president, with the Senate’s consent", "A president has no part in who leads a state."),
        ("By the legislature of the state", "It makes the laws of the state; the people elect both."),
    ),
}  # fmt: skip
"""Other ways, each wrong for every office of the first, and why."""
_MORE = {
    "electors": "A state has as many electors as seats in Congress.",
    "consent": "A majority of the senators who vote is enough.",
    "alone": "Such advisers leave when the president does, at the latest.",
    "house": "Usually each party backs its own candidate.",
    "larger": "The Constitution does not mention that post.",
    "smaller": "The Constitution does not mention that post.",
    "state": "Each state has two.",
    "district": "The seats are divided among the states by population.",
    "governor": "So does every state elect its legislature.",
}
_ORDER = (
    "house",
    "district",
    "state",
    "alone",
    "consent",
    "larger",
    "smaller",
    "governor",
    "electors",
)
"""The ways that are less often told of come first."""


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """A choice for each way in which offices that an article names are filled, two at most."""
    ways = {seat.name: seat for seat in SEATS}
    best: dict[str, Fact] = {}
    for fact in sorted(facts, key=lambda fact: _spoken(fact, article)):
        if fact.frame is Frame.KNOWN and fact["seat"]:
            best.setdefault(ways[fact["seat"]].way, fact)
    for fact in [best[way] for way in _ORDER if way in best][:_MOST]:
        yield _choice(fact, article)


def _spoken(fact: Fact, article: Article) -> tuple[bool, bool, int]:
    """What a passage ranks by: those that pass on nobody's words, and have
    the whole name, come first."""
    text = article.sentences[fact.sentence].text
    return bool(stance.attributed(text)), fact["holder"] not in text, fact.start


def _choice(fact: Fact, article: Article) -> Candidate:
    seat = next(seat for seat in SEATS if seat.name == fact["seat"])
    date = when(article)
    office = fact["office"]
    lead = (
        f"In {date}, {fact['holder']} was" if date else f"A news report names {fact['holder']} as"
    )
    stem = f"{lead} {office}. How is that office ordinarily filled?"
    values = building.common(fact, article, RULE, stem, _MORE[seat.way])
    values["because"] = f"The passage calls {fact['holder']} “{fact['title']}”. {seat.rule}"
    item = building.choice(values, _WAYS[seat.way], _WRONG[seat.way])
    slot = fact.slot("holder")
    claims = {"seat": fact["title"], "holder": article.document.text[slot.start : slot.end]}
    return Candidate(item, (fact,), RULE, _WORTH, claims)
