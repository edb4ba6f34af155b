"""Which amendment, clause, law or document is it?"""

from __future__ import annotations

from collections.abc import Iterator

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.facts.provisions import KINDS
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.language.names import NameKind
from civicsquiz.draft.table import Amendment, Entry, Right, Statute, table

RULE = "which-provision@1"
_MOST = 3
_SHORT = 8
"""Words of a stem under which it asks too shortly (rule S3)."""


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """A choice: of which provision the predicate is said."""
    if fact.frame is not Frame.PROVISION:
        return
    kind = NameKind(fact["kind"])
    known = table()
    entry: Entry | None = {
        NameKind.AMENDMENT: known.amendment,
        NameKind.CLAUSE: known.clause,
        NameKind.STATUTE: known.statute,
        NameKind.DOCUMENT: known.document,
    }[kind](fact["provision"])
    if entry is None:
        return
    others = _others(entry, fact["predicate"], article, fact)
    if len(others) < 2:
        return
    asked, when = f"which {KINDS[kind]}", fact["when"]
    said = f"{asked} {fact['predicate']}?"
    stem = f"{when}, {said}" if when else building.capitalised(said)
    if len(stem.split()) < _SHORT and kind is NameKind.AMENDMENT and not when:
        stem = f"Of the amendments to the Constitution, which {fact['predicate']}?"
    rationale = _told(entry)
    values = building.common(fact, article, RULE, stem, rationale)
    item = building.choice(values, fact["provision"], [(_shown(other), _told(other)) for other in others])
    yield Candidate(
        item, (fact,), RULE, 0.85, {"subject": fact["provision"], "predicate": fact["predicate"]}
    )  # fmt: skip


def _others(entry: Entry, predicate: str, article: Article, fact: Fact) -> list[Entry]:
    """Siblings that surely do not do what the predicate says."""
    known = table()
    right = None
    if isinstance(entry, Amendment):
        rights = [found[3] for found in known.names(predicate) if isinstance(found[3], Right)]
        right = rights[0] if rights else None
        if right is not None and entry.number not in right.amendments:
            return []  # K3: the table has the right elsewhere
        if right is None and len(predicate.split()) < _SHORT:
            return []  # too little is said to know that no other amendment does it
    text = article.sentences[fact.sentence].text
    found = known.siblings(entry, 8, right=right) if right else known.siblings(entry, 8)
    return [other for other in found if _shown(other) not in text and _told(other)][:_MOST]


def _shown(entry: Entry) -> str:
    return f"{entry.word} Amendment" if isinstance(entry, Amendment) else entry.name


def _told(entry: Entry) -> str:
    """What the table says of a provision, as a sentence."""
    if isinstance(entry, Amendment):
        return f"The {entry.word} Amendment is about {_listed(entry.subjects[:2])}." if entry.subjects else ""
    if not entry.about:
        return ""
    if entry.family == "clause":
        return f"The {entry.name} {entry.about}."
    if isinstance(entry, Statute):
        return f"The {entry.name} dealt with {entry.about}."
    return f"{entry.name} is {entry.about}." if entry.name.startswith("The ") else f"The {entry.name} is {entry.about}."


def _listed(parts: tuple[str, ...]) -> str:
    return " and ".join(parts)
