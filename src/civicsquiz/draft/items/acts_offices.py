"""How does the Constitution have an office filled? Of somebody whom the news names with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.acts_list import acts
from civicsquiz.draft.facts.acts_seats import SEATS, WAYS, Seat
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.acts import RULE, named, proven
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.language import stance

_WORTH = 0.4
"""Less than what an article is about."""
_ORDER = ("consent", "house", "electors")
"""The ways that are asked about. How members of Congress are elected is not: a name with “Sen.” before it
stands in most news, and says nothing of what the news is about."""
_TITLED = frozenset({"house", "electors"})
"""Those of which the title of the article has to name the holder."""


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """A choice on one of the offices that an article names; on none that rests on words of the law on
    which an act of the article rests."""
    rested = {one for fact in facts if fact["rule"] for one in acts()[fact["rule"]].proof.laws}
    seats = {seat.name: seat for seat in SEATS}
    best: dict[str, Fact] = {}
    for fact in sorted(facts, key=lambda fact: _spoken(fact, article)):
        if fact.frame is Frame.KNOWN and fact["seat"]:
            way = seats[fact["seat"]].way
            if way not in _TITLED or fact["holder"].split()[-1] in (article.card.title or ""):
                best.setdefault(way, fact)
    for way in _ORDER:
        if way in best and not rested & set(WAYS[way].proof.laws):
            yield _choice(seats[best[way]["seat"]], best[way], article)
            return


def _spoken(fact: Fact, article: Article) -> tuple[bool, bool, int]:
    """What a passage ranks by: those that pass on nobody's words, and have
    the whole name, come first."""
    text = article.sentences[fact.sentence].text
    return bool(stance.attributed(text)), fact["holder"] not in text, fact.start


def _choice(seat: Seat, fact: Fact, article: Article) -> Candidate:
    way = WAYS[seat.way]
    stem = f"{named(article)} names {fact['holder']}, {fact['office']}. {way.ask.format(seat.kind)}"
    values = building.common(fact, article, RULE, stem, way.why)
    values["because"] = way.because
    item = proven(values, way.proof, way.wrong)
    slot = fact.slot("holder")
    claims = {
        "way": seat.way,
        "seat": fact["title"],
        "holder": article.document.text[slot.start : slot.end],
    }
    return Candidate(item, (fact,), RULE, _WORTH, claims)
