"""Which amendment, clause, law or document is it?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts import signs
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.facts.predicates import asked as asking
from civicsquiz.draft.facts.provisions import KINDS
from civicsquiz.draft.facts.subjects import turned
from civicsquiz.draft.items import building
from civicsquiz.draft.items.balance import balanced
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.language.names import NameKind
from civicsquiz.draft.table import Amendment, Clause, Entry, Statute, table

RULE = "which-provision@3"
_MOST = 3
_CONSIDERED = 9
_SHORT = 8
"""Words of a stem under which it asks too shortly (rule S3)."""
_WORD = re.compile(r"[a-z]{5,}")
_SAME_WORDS = 2
_OF_KIND = {
    NameKind.AMENDMENT: "Of the amendments to the Constitution, which",
    NameKind.CLAUSE: "Of the clauses of the Constitution, which",
    NameKind.STATUTE: "Of these laws, which one",
    NameKind.DOCUMENT: "Of these documents, which one",
}


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """A choice: of which provision the predicate is said."""
    if fact.frame is not Frame.PROVISION:
        return
    kind = NameKind(fact["kind"])
    entry = known_as(fact)
    if entry is None or _of_another_year(entry, fact["when"]):
        return
    possible = others(entry, fact, article, _CONSIDERED)
    apart = others(entry, fact, article)
    if len(apart) < 2:
        return
    asked, when = f"which {_called(kind, entry, apart)}", fact["when"]
    under = fact["shape"] == "under"
    said = f"{asked} {turned(fact['predicate']) if under else asking(fact['predicate'])}?"
    stem = f"Under {said}" if under else f"{when}, {said}" if when else building.capitalised(said)
    stem = stem.replace(".”?", "”?").replace(",”?", "”?")
    if len(stem.split()) < _SHORT and not when and not under:
        stem = f"{_OF_KIND[kind]} {asking(fact['predicate'])}?"
    key = fact["provision"] if named_whole(fact["provision"], entry) else entry.name
    if key.endswith(" Acts"):
        stem = _of_several(stem)
    if not stem:
        return
    values = building.common(fact, article, RULE, stem, rationale(entry, fact))
    digits = fact["provision"][:1].isdigit()
    distractors = [(shown(other, digits=digits), told(other, digits=digits)) for other in apart]
    key = fact["provision"]
    if not named_whole(key, entry):
        key = entry.name
        if entry.name not in fact["provision"]:
            values["because"] = f"{fact['provision']} is the {entry.name}."
    item = building.choice(values, key, distractors)
    spare = tuple(
        building.option(shown(other, digits=digits), told(other, digits=digits))
        for other in possible
        if other not in apart
    )
    claims = {
        "provision": fact["provision"],
        "predicate": fact["predicate"],
        "shape": fact["shape"],
    }
    worth = 0.9 if fact["shape"] == "main" else 0.85
    yield Candidate(item, (fact,), RULE, worth, claims, spare)


def _of_another_year(entry: Entry, when: str) -> bool:
    """Whether the sentence is of another law of that name: there is a Hatch Act of 1887 and one of 1939."""
    year = re.search(r"\b1[6-9]\d\d\b|\b20\d\d\b", when)
    known = entry.year if isinstance(entry, Statute) else None
    return bool(year and known and int(year[0]) < known)


def _of_several(stem: str) -> str:
    """A stem on laws that are spoken of together: “Which laws were passed …?”; empty where its verb is not
    known to agree."""
    found = _ONE_LAW.match(stem)
    if not found:
        return stem
    verb = _SEVERAL.get(found[1], found[1])
    return "" if verb.endswith("s") else f"Which laws {verb}{stem[found.end() :]}"


_ONE_LAW = re.compile(r"Which law (\w+)")
_SEVERAL = {"was": "were", "is": "are", "has": "have"}


def named_whole(name: str, entry: Entry) -> bool:
    """Whether a name says what it is: not “FOIA” nor “McCain–Feingold”."""
    return name[:1].isdigit() or name.rsplit(maxsplit=1)[-1] in _ENDINGS or name == entry.name


def _called(kind: NameKind, entry: Entry, apart: Sequence[Entry]) -> str:
    """What a question calls the provision: a plan among plans is no document."""
    both = [entry, *apart]
    if all(one.kind == "treaty" for one in both):
        return "treaty"
    if all(one.kind == _PLAN for one in both):
        return "plan or compromise of 1787"
    return KINDS[kind]


_ENDINGS = frozenset(
    """Act Acts Amendment Amendments Clause Law Resolution Ordinance Code Compromise Plan Confederation Independence Rights
    Proclamation Doctrine Address Sense Compact Carta Treaty Agreement Points Sentiments Connecticut Union""".split()
)

_PLAN = "convention plan"
_SUPREME = "U.S. Constitution"
_A_FIGURE = re.compile(r"(?:One|Two|Three|Fourteen)\b")
"""A name that would be the only one with a number in it among the options (rule O2)."""


def known_as(fact: Fact) -> Entry | None:
    """The provision of a fact as the civics table knows it."""
    known = table()
    find = {
        NameKind.AMENDMENT: known.amendment,
        NameKind.CLAUSE: known.clause,
        NameKind.STATUTE: known.statute,
        NameKind.DOCUMENT: known.document,
    }[NameKind(fact["kind"])]
    return find(fact["provision"])


def others(entry: Entry, fact: Fact, article: Article, at_most: int = _MOST) -> list[Entry]:
    """Siblings that surely do not do what the predicate says, the nearest first."""
    text, predicate = article.sentences[fact.sentence].text, fact["predicate"]
    if isinstance(entry, Amendment):
        return _other_amendments(entry, predicate, text)[:at_most]
    apart = [
        other
        for other in table().siblings(entry, 12)
        if other.name not in text
        and other.name != _SUPREME  # which gives most powers that another document gives
        and told(other)
        and bool(_A_FIGURE.match(other.name)) <= bool(_A_FIGURE.match(entry.name))
        and len(_words(other.about) & _words(predicate)) < _SAME_WORDS
        and len(_words(other.name) & _words(predicate)) < _SAME_WORDS
        and _of_an_age(entry, other)
        and (entry.kind == other.kind or not isinstance(other, Clause | Statute))
    ]
    if entry.kind == _PLAN:
        apart = [other for other in apart if other.kind == _PLAN]
    return balanced(fact["provision"], apart, lambda other: other.name, at_most)


def _of_an_age(entry: Entry, other: Entry) -> bool:
    """Whether two laws could be taken for each other: none is a century older."""
    one, two = getattr(entry, "year", None), getattr(other, "year", None)
    return not (one and two) or abs(one - two) <= _AGE


_AGE = 60
"""Years between a law and another that is offered beside it."""


def _other_amendments(entry: Amendment, predicate: str, text: str) -> list[Entry]:
    """Other amendments, the nearest by number, that no word of the predicate speaks for."""
    held = signs.may_hold(predicate)
    if held is None or entry.number not in held:
        return []
    known = [one for one in table().entries("amendment") if isinstance(one, Amendment)]
    apart = [
        one
        for one in known
        if one.number not in held
        and one.name not in text
        and one.also[0] not in text
        and one.subjects
        and not (9 <= one.number <= 10 and held & set(range(1, 9)))
    ]
    apart.sort(key=lambda one: (abs(one.number - entry.number), one.number))
    return list(apart)


def _words(text: str) -> set[str]:
    return {word[:6] for word in _WORD.findall(text.lower())}


def shown(entry: Entry, *, digits: bool = False) -> str:
    """A provision as an option: an amendment in words, or in digits where the key is so."""
    return entry.also[0] if digits and isinstance(entry, Amendment) else entry.name


def told(entry: Entry, *, digits: bool = False) -> str:
    """What the table says of a provision, as a sentence; empty where it says nothing."""
    if isinstance(entry, Amendment):
        return (
            f"The {shown(entry, digits=digits)} is about {entry.subjects[0]}."
            if entry.subjects
            else ""
        )
    if not entry.about:
        return ""
    the = (
        ""
        if entry.name.startswith(
            (
                "The ",
                "Federalist",
                "Brutus",
                "Common",
                "Washington’s",
                "Letter",
                "Executive",
                "Title",
            )
        )
        else "The "
    )
    if isinstance(entry, Clause):
        return f"{the}{entry.name} {entry.about}."
    if isinstance(entry, Statute):
        return f"{the}{entry.name} dealt with {entry.about}."
    return f"{the}{entry.name} {'were' if entry.name.split()[0] == 'Articles' else 'is'} {entry.about}."


def rationale(entry: Entry, fact: Fact) -> str:
    """What the provision is about, in a sentence."""
    if not isinstance(entry, Amendment):
        said_of = told(entry) or f"This is said of the {fact['provision']}."
        if named_whole(fact["provision"], entry):
            said_of = said_of.replace(entry.name, fact["provision"], 1)
        return said_of
    said = _words(fact["predicate"])
    best = max(entry.subjects, key=lambda subject: len(_words(subject) & said))
    more = ", among other things" if len(entry.subjects) > 1 else ""
    return f"The {fact['provision']} is about {best}{more}."
