"""What is said of an office or a body, as a fact."""

from __future__ import annotations

from dataclasses import dataclass

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.language import roles


@dataclass(frozen=True)
class Does:
    """What is said of a role; places count in the sentence."""

    role: roles.Role
    place: tuple[int, int]
    verb: str
    predicate: str
    span: tuple[int, int]
    shape: str
    when: str = ""


def fact_of(sentence: Sentence, article: Article, one: Does) -> Fact:
    """The fact that a sentence says it."""
    base = sentence.start
    slots = [
        Slot("subject", one.role.name, base + one.place[0], base + one.place[1]),
        Slot("kind", "office"),
        Slot("verb", one.verb),
        Slot("predicate", one.predicate, base + one.span[0], base + one.span[1]),
        Slot("shape", one.shape),
    ]
    if one.when:
        slots.append(Slot("when", one.when))
    last = sentence.end if one.shape == "by" else base + one.span[1]
    return Fact(Frame.ACTION, article.card.id, tuple(slots), base, last, sentence.number)


def is_somebody(role: roles.Role, article: Article) -> bool:
    """Whether the article tells of one holder of the office, so that “the president” is that one."""
    if role.asked != "official":
        return False
    title = role.name.removeprefix("The ").lower()
    holders = {name.key for _, name in article.names.all() if title in name.title.lower()}
    return len(holders) in (1, 2)


def own(role: roles.Role) -> str:
    """What a predicate may not name: the role itself, where it is one."""
    return role.name if not role.plural else ""
