"""The list of what news tells of, with the words of the law that prove the rule behind it.

It is ours, and closed: the files of `acts/`, by subject, one block to a rule. A block that is `like` another
asks something else of the same: it takes from it what finds and tells the act, where it does not say so itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from civicsquiz.draft.facts.acts_needs import Need, needs
from civicsquiz.draft.facts.lazy_pattern import LazyPattern
from civicsquiz.draft.law import Law

_LEVELS = ("federal", "state", "any", "world")
_TYPES = frozenset("choice multiple true-false number short match order".split())
_MANY = frozenset({"multiple", "match", "order"})
"""Types whose key has several parts, each on a line of its own: for a match “left = right”."""


@dataclass(frozen=True)
class Proof:
    """A key as an item shows it, the words of the law that prove it, and what it rests on among them."""

    key: str
    laws: tuple[Law, ...]
    says: LazyPattern


@dataclass(frozen=True)
class Act:
    """An act of the list: `show` finds it in a sentence, `again` is the gate's own way; `level` is
    that of the government that acts; of what is only a `mention` it is enough that an article speaks, as
    a plan or in anybody's words; what is `wide` nearly all news speaks of, so that the title
    has to name it; what `needs` something is asked
    only of an article that speaks of that too; `same` are figures and staples that ask the same. `type`
    is that of the item, `keys` are its key or the parts of it, `accept` other forms of a short answer;
    `wrong` are answers with what is wrong about them: distractors, or of what is typed known misses."""

    name: str
    hints: tuple[str, ...]
    level: str
    show: LazyPattern
    again: LazyPattern
    without: tuple[LazyPattern, ...]
    told: str
    ask: str
    proof: Proof
    because: str
    why: str
    wrong: tuple[tuple[str, str], ...]
    same: frozenset[str]
    mention: bool
    wide: bool
    needs: tuple[Need, ...]
    type: str
    keys: tuple[str, ...]
    accept: tuple[str, ...]

    @property
    def resting(self) -> tuple[Law, ...]:
        """The words that no other question of the article may rest on. Of several that prove one key
        the last: what goes before it may open many a clause."""
        return self.proof.laws if self.type in _MANY else self.proof.laws[-1:]

    def named(self, title: str) -> re.Match[str] | None:
        """Where a title says that this is what its article is about."""
        found = self.show.search(title)
        return None if any(each.search(title) for each in self.without) else found


@cache
def acts() -> dict[str, Act]:
    """The list, by name, in the order of the files."""
    folder = resources.files(__package__).joinpath("acts")
    files = sorted(folder.iterdir(), key=lambda file: file.name)
    texts = [file.read_text("utf-8") for file in files if file.name.endswith(".txt")]
    return {act.name: act for act in read("\n\n".join(texts))}


def read(text: str) -> list[Act]:
    """The acts of a text of blocks.

    Raises:
        ValueError: a block has no law or lacks something else, is like none that stands there, or
            its name stands there twice.
    """
    blocks = [
        [line.partition(" ")[::2] for line in block.splitlines() if line and line[0] != "#"]
        for block in text.split("\n\n")
    ]
    named: dict[str, _Block] = {}
    for block in blocks:
        if block and named.setdefault(dict(block).get("name", ""), block) is not block:
            raise ValueError(f"{dict(block)['name']} stands twice in the list")
    return [_act(_whole(block, named)) for block in named.values()]


_Block = Sequence[tuple[str, str]]
_TOLD = frozenset("hint at show again told mention wide".split())
"""What a block that is like another need not say again; what it goes `without` adds to the other's."""


_ONCE = _TOLD - {"without"} | frozenset("name like ask says because why same type".split())
_OFTEN = frozenset("without needs never key accept law plain for wrong".split())


def _whole(block: _Block, named: Mapping[str, _Block]) -> _Block:
    one = dict(block)
    if "like" not in one:
        return block
    if one["like"] not in named or one["like"] == one["name"]:
        raise ValueError(f"“{one['name']}” is like “{one['like']}”, which is not in the list")
    other = _whole(
        named[one["like"]], {name: each for name, each in named.items() if each is not block}
    )
    taken = [
        (key, value)
        for key, value in other
        if key == "without" or (key in _TOLD and key not in one)
    ]
    return [*taken, *block]


def _act(block: _Block) -> Act:
    one = dict(block)
    name = one.get("name", "")
    for key, times in Counter(key for key, _ in block).items():
        if key not in _OFTEN and (key not in _ONCE or times > 1):
            raise ValueError(
                f"“{key}” of “{name}” " + ("is not known" if times == 1 else "stands twice")
            )
    for needed in (
        "hint",
        "at",
        "show",
        "again",
        "told",
        "ask",
        "key",
        "law",
        "says",
        "why",
    ):
        if not one.get(needed):
            raise ValueError(f"“{name}” has no {needed}")
    if one["at"] not in _LEVELS:
        raise ValueError(f"“{name}” is of no level of government")
    kind, keys = _keys(block, name)
    if not one.get("wrong") and kind not in ("match", "order"):
        raise ValueError(f"“{name}” has no wrong")
    laws = _laws(block, name)
    named = {part for each in laws for part in each.parts}
    parts = {key.partition(" = ")[0] for key in keys} if kind in _MANY else set()
    if named and named != parts:
        raise ValueError(f"“for” of “{name}” names other parts than its key has")
    return Act(
        name,
        tuple(one["hint"].split(";")),
        one["at"],
        LazyPattern(one["show"]),
        LazyPattern(one["again"]),
        tuple(LazyPattern(value) for key, value in block if key == "without"),
        one["told"],
        one["ask"],
        Proof(_shown(kind, keys), laws, LazyPattern(one["says"])),
        one.get("because", ""),
        one["why"],
        tuple(_wrong(value, name) for key, value in block if key == "wrong"),
        frozenset(one.get("same", "").split()),
        one.get("mention") == "yes",
        one.get("wide") == "yes",
        needs(block),
        kind,
        keys,
        tuple(value for key, value in block if key == "accept"),
    )


def _keys(block: _Block, name: str) -> tuple[str, tuple[str, ...]]:
    """The type of a block, and its key or the parts of that."""
    kind = dict(block).get("type", "choice")
    keys = tuple(value for key, value in block if key == "key")
    if kind not in _TYPES:
        raise ValueError(f"“{name}” is of no type: {kind}")
    if (len(keys) > 1) is not (kind in _MANY):
        raise ValueError(f"“{name}” has {len(keys)} keys, which is wrong for {kind}")
    if kind == "match" and any(key.count(" = ") != 1 for key in keys):
        raise ValueError(f"a key of “{name}” is no pair: left = right")
    if kind == "true-false" and keys[0] not in ("True", "False"):
        raise ValueError(f"the key of “{name}” is neither True nor False")
    if kind == "number" and not re.match(r"\d+(?: |$)", keys[0]):
        raise ValueError(f"the key of “{name}” begins with no number")
    return kind, keys


def _shown(kind: str, keys: Sequence[str]) -> str:
    """A key as the item of that type shows it."""
    if kind == "match":
        return "; ".join(key.replace(" = ", ": ") for key in keys)
    return ("; " if kind == "order" else ", ").join(keys)


def _laws(block: _Block, name: str) -> tuple[Law, ...]:
    """The words of the law, each with the plain ones that stand right behind it, and with the parts of
    the key that it is `for`."""
    laws: list[Law] = []
    free: set[str] = set()  # what may stand next
    for key, value in block:
        if key == "law":
            place, bar, words = value.partition(" | ")
            if not bar:
                raise ValueError(f"a law of “{name}” has no place")
            laws.append(Law(place, words))
            free = {"plain", "for"}
        elif key not in ("plain", "for"):
            free = set()
        elif key not in free:
            raise ValueError(f"“{key}” of “{name}” stands behind no law")
        else:
            free.discard(key)
            laws[-1] = (
                replace(laws[-1], plain=value)
                if key == "plain"
                else replace(laws[-1], parts=tuple(value.split("; ")))
            )
    return tuple(laws)


def _wrong(value: str, name: str) -> tuple[str, str]:
    text, bar, why = value.partition(" | ")
    if not bar:
        raise ValueError(f"a wrong answer of “{name}” does not say why")
    return text, why
