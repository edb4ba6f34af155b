"""Who holds which office, as news names them, where it is certain how the office is filled.

“Secretary of State John Kerry”: the president chooses, and the Senate consents. The offices are ours, and
few; one that is vacant, acting or past, or that somebody only runs for, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.acts import fair, is_report
from civicsquiz.draft.facts.acts_levels import FOREIGN, OF_A_STATE
from civicsquiz.draft.facts.acts_seats import SEATS, Seat
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.table_acts import in_office
from civicsquiz.draft.language.names import Name, NameKind
from civicsquiz.draft.table import table

_LONGEST = 420


_UNSURE = re.compile(
    r"\b(?:[Ff]ormer|ex|[Tt]hen|[Aa]cting|[Ii]nterim|[Dd]eputy|[Aa]ssistant|[Uu]nder|[Ll]ieutenant|[Ll]t\.|[Nn]ominee|[Cc]andidate|[Nn]ext|[Ff]uture|[Aa]spiring|late|old|current)[ -]*$"
)
_OPINION = re.compile(
    r"^(?:And|But|So|Or)?\W*(?:He|She|They|It|We|You|I)\b|\bis (?:right|wrong)\b|\((?![RDI]-)"
)
_LATER = re.compile(
    r"^(?:’s|'s)? (?:was|had been|served|resigned|retired|died|nominee|for)\b|^(?:’s|'s)"
)
_OVER = re.compile(
    r"\b(?:former|then|elect|nominat\w+|succe\w+|replac\w+|resign\w*|confirm\w*|choice|pick|appoint\w*|retir\w+|ousted|fired)\b"
)


def extract(article: Article) -> Iterator[Fact]:
    """Those whom the news of an article names with such an office."""
    if not is_report(article) or FOREIGN.search(article.card.title or ""):
        return
    for sentence in article.sentences:
        text = sentence.text
        if not (sentence.whole and len(text) < _LONGEST) or FOREIGN.search(text) or not fair(text):
            continue
        if _OPINION.search(text) or set(text) & set('“”"[]') or not _of_its_year(text, article):
            continue
        for name in article.named(sentence):
            if name.kind is NameKind.PERSON:
                yield from _of(sentence, article, name)


def _of(sentence: Sentence, article: Article, name: Name) -> Iterator[Fact]:
    text = sentence.text
    before = text[: name.start]
    for seat in SEATS:
        title = seat.title.search(before)
        if title is None or _UNSURE.search(before[: title.start()]) or _OVER.search(text):
            continue
        after = text[name.end :]
        if _LATER.match(after) or not _known(seat, name, article):
            continue
        if _past(name.key, article):
            continue
        holder = _whole(seat, name)
        if not holder:
            return
        base = sentence.start
        slots = (
            Slot("seat", seat.name),
            Slot("office", seat.name),
            Slot("holder", holder, base + name.start, base + name.end),
            Slot("title", title[0].strip(), base + title.start(), base + title.end() - 1),
        )
        yield Fact(Frame.KNOWN, article.card.id, slots, base, sentence.end, sentence.number)
        return


def _of_its_year(text: str, article: Article) -> bool:
    """Whether a sentence tells of no other year than that of the news."""
    year = (article.card.date or "")[:4]
    return all(found == year for found in re.findall(r"\b(?:1[789]|20)\d\d\b", text))


def _whole(seat: Seat, name: Name) -> str:
    """The whole name of a holder: as the sentence has it, or, of a president, as the table does."""
    if seat.way == "electors":
        who = table().person(name.key, allow_short=True)
        return who.name if who else ""
    return name.key if " " in name.text and name.text == name.key else ""


_STATE_NEWS = re.compile(r"\b[Gg]overnor|\bGov\.|\b[Mm]ayor")
_ELECTION = re.compile(r"\b(?:[Pp]residential|[Ee]lections?|[Ee]lectoral)\b")
"""All news names the president: only news of an election makes one ask how one is elected."""
_NATION = re.compile(r"\bU\.S\.|\bPresident\b|\bWhite House\b|\bCongress\b|\bCabinet\b")


def _known(seat: Seat, name: Name, article: Article) -> bool:
    """Whether it is the nation's office, and no state's of the same name; of a president whether the
    table has one in office then."""
    whole = article.document.text
    if seat.held and name.key.rsplit(maxsplit=1)[-1] not in seat.held:
        return False
    if seat.department and (_STATE_NEWS.search(whole) or not _NATION.search(whole)):
        return False
    if seat.way in ("state", "people", "house") and OF_A_STATE.search(whole):
        return False
    if seat.way != "electors":
        return True
    who = table().person(name.key, allow_short=True)
    year = (article.card.date or "")[:4]
    here = who is not None and bool(year) and in_office(who, int(year))
    return here and _ELECTION.search(article.card.title or "") is not None


def _past(name: str, article: Article) -> bool:
    """Whether an article says anywhere that somebody has left an office, or does not yet hold it."""
    last = re.escape(name.rsplit(maxsplit=1)[-1])
    gone = rf"\b(?:[Ff]ormer|[Ee]x-|[Tt]hen-)[^.;,]{{0,60}}\b{last}\b|\b{last}\b[^.;]{{0,40}}\b(?:resigned|nominee|nominated|retired|stepped down|succeed\w*|replac\w+)\b"
    return bool(re.search(gone, article.document.text))
