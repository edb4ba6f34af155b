"""What do the letters stand for? Out of abbreviations that an article spells out."""

from __future__ import annotations

from collections.abc import Iterator

from civicsquiz.bank.items import Short
from civicsquiz.bank.models import Miss
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.table import table
from civicsquiz.draft.table.entries import Body

RULE = "letters@1"


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """The name to be typed: of a public body, or of a law that the table knows by its letters, and so
    is spoken of by them."""
    if fact.frame is not Frame.ACRONYM:
        return
    yield from _typed(fact, article)


def _typed(fact: Fact, article: Article) -> Iterator[Candidate]:
    letters, name = fact["letters"], fact["name"]
    if len(name.split()) > 5 or len(name) > 40:
        return
    noun = "public body" if fact["kind"] == "body" else "law"
    stem = f"In law and government, which {noun} do the letters “{letters}” stand for?"
    entry = table().body(name) if fact["kind"] == "body" else table().statute(name)
    forms = [name.replace("&", "and"), name.removeprefix("U.S. "), *(entry.also if entry else ())]
    accept = [
        form for form in dict.fromkeys(forms) if form != name and form.upper() != letters.upper()
    ]  # fmt: skip
    if isinstance(entry, Body) and entry.kind in _NO_PUBLIC_BODY:
        return
    if fact["kind"] == "law" and (entry is None or table().statute(letters) is not entry):
        return
    about = entry.about if entry else ""
    if about and isinstance(entry, Body):
        rationale = f"The {name} {about}."
    elif about:
        rationale = f"The {name} dealt with {about}."
    else:
        rationale = f"Each letter is the first of a word: {name}."
    values = building.common(fact, article, RULE, stem, rationale)
    item = Short(
        key=name, accept=tuple(_unlike(accept, name)), misses=tuple(_misses(entry)), **values
    )
    relevance = 0.5 if isinstance(entry, Body) else 0.35
    yield Candidate(item, (fact,), RULE, relevance, {"letters": letters, "name": name})


_NO_PUBLIC_BODY = frozenset({"advocacy group", "international organization", "party committee"})


def _unlike(forms: list[str], key: str) -> Iterator[str]:
    """The forms that grading does not forgive anyway."""
    from civicsquiz.bank.spelling import folded

    seen = {folded(key)}
    for form in forms:
        if folded(form) not in seen:
            seen.add(folded(form))
            yield form


def _misses(entry: object) -> Iterator[Miss]:
    """Sister bodies whose letters are nearly the same, with what they do."""
    if not isinstance(entry, Body):
        return
    for other in table().siblings(entry, 12):
        letters = (other.abbr, entry.abbr)
        if all(letters) and other.abbr[0] == entry.abbr[0] and len(other.abbr) == len(entry.abbr):
            yield Miss(
                other.name,
                f"The {other.name} ({other.abbr}) {other.about}."
                if other.about
                else f"Its letters are {other.abbr}.",
            )
