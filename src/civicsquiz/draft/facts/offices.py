"""Who holds what office, as an article names it.

“Secretary of State Mike Pompeo”, “Nancy Pelosi, the Speaker of the House,”, “The Vice President, Mike
Pence, said”. Only offices of public life that the list below knows by form; one that somebody held
before, will hold, acts in or runs for is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.language.anycase import AnyCase
from civicsquiz.draft.language.names import Name, NameKind
from civicsquiz.draft.language.quoted import inside
from civicsquiz.draft.table import Entry, table

_OWN = r"(?:U\.S\.|US|United States|American)"
_WHERE = r"[A-Z][\w.’'-]*(?: (?:(?:and|of|the|of the) )?[A-Z][\w.’'-]*){0,3}"
_PARTS = (
    r"Secretary of (?:State|Defense|the Treasury|the Interior|Agriculture|Commerce|Labor|Health and Human Services"
    r"|Housing and Urban Development|Transportation|Energy|Education|Veterans Affairs|Homeland Security|War)"
)
_BEFORE_SECRETARY = (
    r"(?:Treasury|Defense|Interior|Agriculture|Commerce|Labor|Health and Human Services|Housing|Transportation"
    r"|Energy|Education|Veterans Affairs|Homeland Security|Foreign|Home|Press)"
)
_OFFICES = (
    ("vice president", rf"(?:{_OWN} )?[Vv]ice [Pp]resident(?: of the United States)?"),
    ("president", rf"(?P<of>{_OWN}|{_WHERE}) [Pp]resident|[Pp]resident of (?:the )?(?P<of_>{_WHERE})"),
    ("prime minister", rf"(?:(?P<of>{_WHERE}) )?[Pp]rime [Mm]inister(?: of (?:the )?(?P<of_>{_WHERE}))?"),
    ("secretary", rf"(?:{_OWN} )?(?:{_PARTS}|{_PARTS.lower()}|{_BEFORE_SECRETARY} [Ss]ecretary)"),
    ("attorney general", rf"(?:(?P<of>{_OWN}|{_WHERE}) )?[Aa]ttorney [Gg]eneral(?: of (?P<of_>{_WHERE}))?"),
    ("solicitor general", rf"(?:{_OWN} )?[Ss]olicitor [Gg]eneral"),
    ("speaker", r"(?:U\.S\. )?(?:House )?[Ss]peaker(?: of the (?:U\.S\. )?House(?: of Representatives)?)?"),
    ("majority leader", r"(?:Senate|House) [Mm]ajority [Ll]eader"),
    ("minority leader", r"(?:Senate|House) [Mm]inority [Ll]eader"),
    ("whip", r"(?:Senate|House) (?:[Mm]ajority|[Mm]inority) [Ww]hip"),
    ("chief justice", r"[Cc]hief [Jj]ustice(?: of the United States)?"),
    ("governor", rf"(?P<of>{_WHERE}) [Gg]overnor|[Gg]overnor of (?P<of_>{_WHERE})"),
    ("mayor", rf"(?P<of>{_WHERE}) [Mm]ayor|[Mm]ayor of (?P<of_>{_WHERE})"),
    ("security advisor", rf"(?:{_OWN} )?[Nn]ational [Ss]ecurity [Aa]dvis[eo]r"),
    ("director", r"(?:FBI|CIA) [Dd]irector|[Dd]irector of (?:the )?(?:FBI|CIA|National Intelligence)"),
    ("chancellor", rf"(?P<of>{_WHERE}) [Cc]hancellor|[Cc]hancellor of (?P<of_>Germany|Austria)"),
    ("senator", rf"(?P<of>{_OWN}) [Ss]enator|[Ss]enator from (?P<of_>{_WHERE})"),
)  # fmt: skip
_KNOWN = tuple((family, re.compile(rf"(?:{pattern})$")) for family, pattern in _OFFICES)
_ONCE = re.compile(
    r"(?i)(?:\b(?:former|formerly|then|late|ex|incoming|outgoing|acting|interim|future|next|deputy|assistant|under|would-be"
    r"|onetime|first|second|candidates?|nominees?|retired|elected|shadow|wife|husband|son|daughter|of|to|by|for|as)[- ]+$"
    r"|’s $|'s $|-$)"
)
"""What stands before an office that the person does not hold, or that is another's."""
_APPOSED = re.compile(r",? (?:the |then-)?(?P<office>[^,.;:()“”\"]{5,70}?)(?=,|\.$)")
_INTRODUCED = re.compile(r"(?:^|, )(?P<the>[Tt]he )(?P<office>[^,.;:()“”\"]{5,60}), $")
_LONGEST = 1_500
_PLURAL = re.compile(r"(?i)\b(?:presidents|secretaries|senators|governors)\b")

_STATES_HAVE = frozenset(
    {"Attorney General", "attorney general", "Secretary of State", "secretary of state"}
)
"""Offices of the nation that states have too, called so."""
_STATE = re.compile(
    r"\b(?:Gov\.|[Gg]overnors?|[Ss]tate(?:wide|’s|'s)?(?<!of state)(?<!of State))(?=\W)"
)


def extract(article: Article) -> Iterator[Fact]:
    """The offices of an article's people; each pair of person and office once, where it is first
    said."""
    seen: set[tuple[str, str]] = set()
    once = {key for key in article.names.people if _held_before(article, key)}
    for sentence in article.sentences:
        if len(sentence.text) > _LONGEST:
            continue
        for name in article.named(sentence):
            if name.kind is not NameKind.PERSON or " " not in name.key or name.key in once:
                continue
            if inside(sentence.quoted, name.start, name.end) or _bare(name.text) != _bare(name.key):
                continue
            found = _office(sentence, name)
            if found is None or (name.key, found[0]) in seen:
                continue
            if sentence.text[slice(*found[1:])] in _STATES_HAVE and _of_a_state(sentence.text):
                continue
            seen.add((name.key, found[0]))
            yield _fact(article, sentence, name, found)


def _of_a_state(text: str) -> bool:
    """Whether a sentence speaks of a state, whose attorney general or secretary of state it may name."""
    return _STATE.search(text) is not None or any(
        re.search(rf"\b{re.escape(state.name)}\b", text) for state in table().entries("state")
    )


def _bare(text: str) -> str:
    return text.replace(",", "").casefold()


def family_of(office: str) -> str:
    """The family of an office (“secretary”, “governor”), by its normal form; empty where unknown."""
    return next((family for family, pattern in _KNOWN if pattern.match(office)), "")


_NOT_NOW = AnyCase(r"\b(?:former|then|late|ex|acting|interim|outgoing|incoming)\b[- ]")
_NOT_NOW_BEHIND = AnyCase(r",? (?:the )?(?:former|then|late|acting|outgoing|incoming)\b")


def _held_before(article: Article, key: str) -> bool:
    """Whether the article anywhere calls somebody by an office that is no longer, or not yet, theirs."""
    for number, name in article.names.mentions(key):
        if name.kind is NameKind.PERSON:
            text = article.sentences[number].text
            before = text[max(0, name.begins - 24) : name.begins] + name.title
            if _NOT_NOW.search(before + " ") or _NOT_NOW_BEHIND.match(text[name.end :]):
                return True
    return False


def _office(sentence: Sentence, name: Name) -> tuple[str, int, int] | None:
    """The office of a name and where it stands: before it, or beside it between commas."""
    text = sentence.text
    if name.title and name.begins < name.start and not _ONCE.search(text[: name.begins]):
        office = normal(name.title)
        if name.title in ("President", "president") and _of_our_own(name):
            office = "President of the United States"
        if office:
            return office, name.begins, name.begins + len(name.title)
    behind = _APPOSED.match(text, name.end)
    if behind and text[name.end] == "," and (office := normal(behind["office"])):
        return office, behind.start("office"), behind.end("office")
    ahead = _INTRODUCED.search(text[: name.begins])
    if ahead and text[name.end : name.end + 1] == "," and (office := normal(ahead["office"])):
        return office, ahead.start("office"), ahead.end("office")
    return None


def _of_our_own(name: Name) -> bool:
    """Whether a person is known as a president of the United States."""
    known = table().person(name.key)
    return bool(known and getattr(known, "presidency", ""))


def normal(title: str) -> str:
    """The office that a title names, in one form: “U.S. Secretary of State” is “Secretary of State”,
    “Salvadoran President” “President of El Salvador”. Empty where it names none that is known."""
    title = re.sub(r"^(?:the|The) ", "", title.strip())
    title = title.replace("’", "'")
    if _PLURAL.search(title):
        return ""
    for family, pattern in _KNOWN:
        if match := pattern.match(title):
            groups = match.groupdict()
            return _worded(family, title, groups.get("of") or groups.get("of_") or "")
    return ""


def _worded(family: str, title: str, of: str) -> str:
    own = re.fullmatch(_OWN, of.strip()) is not None if of else False
    bare = re.sub(rf"^{_OWN} ", "", title)
    if family == "president":
        return (
            "President of the United States"
            if own or of == "United States"
            else _of("President", of)
        )
    if family == "vice president":
        return "Vice President of the United States"
    if family == "prime minister":
        return _of("Prime Minister", of) if of else ""
    if family == "attorney general":
        return (
            "U.S. Attorney General"
            if own or of == "United States" or not of
            else _of("Attorney General", of)
        )
    if family == "speaker":
        return "Speaker of the House" if "House" in title else ""
    if family == "senator":
        return "U.S. Senator" if own else _of("U.S. Senator from", of)
    if family in ("governor", "mayor", "chancellor"):
        return _of(family.capitalize(), of)
    if family == "secretary":
        words = bare.split()
        if words[-1].lower() == "secretary":
            inner = " ".join(words[:-1])
            the = "the " if inner in ("Treasury", "Interior") else ""
            return (
                bare
                if inner in ("Press", "Foreign", "Home", "Housing")
                else f"Secretary of {the}{inner}"
            )
        return _cased(bare)
    if family == "security advisor":
        return "National Security Advisor"
    return _cased(bare)


def _cased(office: str) -> str:
    return " ".join(
        word if word in ("of", "the", "and") else word[0].upper() + word[1:]
        for word in office.split()
    )


def _of(office: str, of: str) -> str:
    """“President of El Salvador”, where the place, or its adjective, is known; empty where not."""
    where = table().country(of) or table().state(of) or _by_adjective(of)
    if where is None:
        return ""
    the = "the " if where.name.startswith(("United", "Netherlands", "Philippines")) else ""
    joined = office if office.endswith("from") else f"{office} of"
    return f"{joined} {the}{where.name}"


def _by_adjective(of: str) -> Entry | None:
    """The country or state of an adjective: “Salvadoran”."""
    for family in ("country", "state"):
        for entry in table().entries(family):
            if of and of in (getattr(entry, "demonym", ""), getattr(entry, "adjective", "")):
                return entry
    return None


def _fact(article: Article, sentence: Sentence, name: Name, found: tuple[str, int, int]) -> Fact:
    office, start, end = found
    slots = (
        Slot("person", name.key, sentence.start + name.start, sentence.start + name.end),
        Slot("office", office),
        Slot("title", sentence.text[start:end], sentence.start + start, sentence.start + end),
    )
    return Fact(
        Frame.OFFICE, article.card.id, slots, sentence.start, sentence.end, sentence.number
    )  # fmt: skip
