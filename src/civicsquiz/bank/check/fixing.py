"""Mending what has one right mend. Nothing is mended that somebody would have to decide.

F4 F5  a misspelt key, or one of a few words misspelt, that only one known word is like
X1     a control character that stands in the file itself is taken out
E1     a quotation that differs from its source in letters' case or in signs, not in words, gets the
       source's own
S8     the question mark, or “True or false?”, that a question lacks
A3 N2 W5  an entry that says nothing is taken away
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from civicsquiz.bank import files
from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.rule import Case
from civicsquiz.bank.check.run import Hit, examine
from civicsquiz.bank.check.text import CONTROLS
from civicsquiz.bank.editing import BankText
from civicsquiz.bank.files import Read
from civicsquiz.bank.models import Bank
from civicsquiz.errors import FileError
from civicsquiz.source.selector import NoMatch, Selector

_MEANT = re.compile(r"did you mean “(?P<word>[^”]+)”\?")
_SAID = re.compile(r"“([^”]*)”")
_WORD = re.compile(r"[\w-]+")
_ASKS = re.compile(
    r"(?:(?:according to|in|by|of|on|at|for|from|under|to) [^.?]{1,120}, )?"
    r"(?:who|whom|whose|what|which|when|where|why|how)\b",
    re.IGNORECASE,
)
_ROUNDS = 400
"""At most so many mends: each looks at the file anew."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A mend that was made. `line` is where, in the file as it was then; `told` says what was done."""

    line: int
    code: str
    told: str


def fixed(
    data: bytes, path: Path, context: Callable[[Bank], Context]
) -> tuple[bytes, tuple[Fixed, ...]]:
    """The bytes of a bank file with all mended that has one right mend, and what was done, in order.
    A mend is kept only if it leaves fewer findings and brings none of another kind."""
    done: list[Fixed] = []
    tried: set[tuple[str, str]] = set()
    findings = _findings(data, path, context)
    for _ in range(_ROUNDS):
        for made, mend in _mends(data, path, context):
            if (mend.code, mend.told) in tried:
                continue
            tried.add((mend.code, mend.told))
            after = _findings(made, path, context)
            if len(after) < len(findings) or _opened(mend, after):
                data, findings = made, after
                done.append(mend)
                break
        else:
            break
    return data, tuple(done)


def _opened(mend: Fixed, after: Sequence[str]) -> bool:
    """Whether a mend is of the file's form, which lets more be seen of an item than before."""
    return mend.code in ("F4", "F5") and not {"F1", "F2", "F3"} & set(after)


def _findings(data: bytes, path: Path, context: Callable[[Bank], Context]) -> list[str]:
    read = files.parse(data, path)
    codes = [finding.code for finding in read.findings]
    codes += [CONTROLS.code for _ in CONTROLS.check(read.text, read.data, read.place)]
    return codes + [hit.rule.code for hit in _hits(read, context) if hit.reason is None]


def _hits(read: Read, context: Callable[[Bank], Context]) -> list[Hit]:
    return examine([Case(read.sound, context(read.sound))]) if read.sound else []


def _mends(
    data: bytes, path: Path, context: Callable[[Bank], Context]
) -> Iterator[tuple[bytes, Fixed]]:
    """Each mend that can be tried, with the file after it."""
    read = files.parse(data, path)
    yield from _without_controls(data, read)
    yield from _spelt(data, read)
    hits = _hits(read, context)
    if not hits or read.sound is None:
        return
    seen = context(read.sound)
    for hit in hits:
        mend = _OF_ITEMS.get(hit.rule.code)
        if mend is None or hit.reason is not None or hit.place[0] != "items":
            continue
        item = read.sound.items[int(hit.place[1])]
        try:
            text = BankText.parse(data, path)
            values = copy.deepcopy(dict(text.item(item.id)))
            told = mend(values, hit, seen)
            if told:
                text.change_item(item.id, values)
                line, _ = read.place(read.in_file(hit.place))
                yield text.data, Fixed(line, hit.rule.code, f"{item.id}: {told}")
        except (FileError, KeyError, IndexError, TypeError):
            continue  # it stands in a way that is not edited: somebody has to


def _without_controls(data: bytes, read: Read) -> Iterator[tuple[bytes, Fixed]]:
    lines = read.text.split("\n")
    for spot in CONTROLS.check(read.text, read.data, read.place):
        line = lines[spot.line - 1]
        at = spot.column - 1
        if at < len(line) and not line[at].isprintable() and not line[at].isspace():
            lines[spot.line - 1] = line[:at] + line[at + 1 :]
            mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
            made = mark + "\n".join(lines).encode()
            yield made, Fixed(spot.line, CONTROLS.code, f"took U+{ord(line[at]):04X} out")
            lines[spot.line - 1] = line


def _spelt(data: bytes, read: Read) -> Iterator[tuple[bytes, Fixed]]:
    lines = read.text.split("\n")
    for finding in read.findings:
        meant = _MEANT.search(finding.mend)
        if finding.code not in ("F4", "F5") or not meant or not finding.line:
            continue
        line = lines[finding.line - 1]
        wrong = _SAID.findall(finding.message)[-1:]
        at = line.find(wrong[0], finding.column - 1) if wrong else -1
        if at < 0 or not _WORD.fullmatch(wrong[0]):
            continue
        lines[finding.line - 1] = line[:at] + meant["word"] + line[at + len(wrong[0]) :]
        mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
        told = f"“{wrong[0]}” is “{meant['word']}” now"
        yield mark + "\n".join(lines).encode(), Fixed(finding.line, finding.code, told)
        lines[finding.line - 1] = line


def _quotation(values: dict[str, Any], hit: Hit, context: Context) -> str:
    """The source's own words, where it has the same in other letters or signs."""
    *way, name = hit.place[2:]
    holder = _at(values, way)
    if name != "exact":
        return ""
    exact = str(holder["exact"])
    source = context.sources[str(holder["source"])]
    selector = Selector(exact, str(holder.get("prefix") or ""), str(holder.get("suffix") or ""))
    result = source.find(selector)
    if not isinstance(result, NoMatch):
        return ""
    theirs = _same_words(exact, result.nearest)
    if not theirs or isinstance(
        source.find(Selector(theirs, selector.prefix, selector.suffix)), NoMatch
    ):
        return ""
    holder["exact"] = theirs
    return f"quotes “{theirs}”, as it stands in the source"


def _same_words(exact: str, nearest: str) -> str:
    """The part of a passage that has the words of a quotation in other letters or with other signs."""
    wanted = [word.casefold() for word in _WORD.findall(exact)]
    found = list(_WORD.finditer(nearest))
    said = [one[0].casefold() for one in found]
    starts = [
        at for at in range(len(said) - len(wanted) + 1) if said[at : at + len(wanted)] == wanted
    ]
    if not wanted or len(starts) != 1:
        return ""
    first, last = found[starts[0]].start(), found[starts[0] + len(wanted) - 1].end()
    while first and not nearest[first - 1].isspace() and not exact[:1].isalnum():
        first -= 1
    while last < len(nearest) and not nearest[last].isspace() and not exact[-1:].isalnum():
        last += 1
    return nearest[first:last]


def _asked(values: dict[str, Any], hit: Hit, _context: Context) -> str:
    stem = str(values["stem"]).rstrip()
    if values.get("type") == "true-false":
        values["stem"] = f"{stem} True or false?"
        return "ends with “True or false?” now"
    if hit.place[2:] == ("stem",) and _ASKS.match(stem) and stem[-1:] not in "!…:":
        values["stem"] = f"{stem.removesuffix('.')}?"
        return "ends with a question mark now"
    return ""


def _taken_away(values: dict[str, Any], hit: Hit, _context: Context) -> str:
    *way, last = hit.place[2:]
    holder = _at(values, way)
    told = holder[last]
    del holder[last]
    if not holder and way:
        del _at(values, way[:-1])[way[-1]]
    said = last if isinstance(last, str) else told
    return (
        f"“{said if isinstance(said, str) else said.get('answer', '')}” is taken away from {way[0]}"
    )


def _at(values: Any, way: Sequence[str | int]) -> Any:
    for step in way:
        values = values[step]
    return values


_OF_ITEMS: dict[str, Callable[[dict[str, Any], Hit, Context], str]] = {
    "A3": _taken_away,
    "E1": _quotation,
    "N2": _taken_away,
    "S8": _asked,
    "W5": _taken_away,
}
