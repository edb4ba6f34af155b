"""Bank files in every style of YAML that is read: what a teacher, an editor or a program may leave."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

WORDS = "no 12:30 a# über “quoted” it's 1958 - ? x:y \\ & 漢字 😀 Warren true".split()
COMMENTS = ["# a comment", "#\ttabs\tand - dashes: too", "# “no”: 'it' \\", "#"]
KEYS = ["status", "origin", "stem", "rationale", "hints", "holder", "distractors", "note"]


@dataclass(frozen=True)
class Made:
    """A file's text, and where in it the lines of each item are."""

    text: str
    spans: dict[str, tuple[int, int]]
    bom: bool

    @property
    def data(self) -> bytes:
        return (b"\xef\xbb\xbf" if self.bom else b"") + self.text.encode()


words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6)
comments = st.sampled_from(COMMENTS)


@st.composite
def scalar(draw: st.DrawFn, column: int) -> list[str]:
    """A text in some style: what stands after its key, and the lines under it."""
    found = ["w", *draw(words)]
    split, pad = draw(st.integers(1, len(found))), " " * (column + draw(st.integers(1, 3)))
    one, two = " ".join(found[:split]), " ".join(found[split:])
    style = draw(st.sampled_from(["plain", "'", '"', "|", ">", "null", "multi"]))
    if style == "null":
        return [draw(st.sampled_from(["", "~", "null"]))]
    if style in "|>":
        header = style + draw(st.sampled_from(["", "-", "+"])) + draw(st.sampled_from(["", " # c"]))
        inside = draw(st.lists(st.sampled_from([pad + two, "", pad + "  " + one]), max_size=2))
        tail = draw(st.lists(st.sampled_from(["", pad, pad + " "]), max_size=2))
        return [header, pad + one, *inside, *tail]
    if style == "plain":
        plain = " ".join(word.strip(":#-?&") or "z" for word in found)
        return [plain + draw(st.sampled_from(["", "  ", " # why", "\t# tab"]))]
    if style == "multi":
        return ["word", *draw(st.lists(st.sampled_from(["", pad + "more words"]), max_size=2))]
    one, two = (
        text.replace("'", "''") if style == "'" else text.replace("\\", "\\\\")
        for text in (one, two)
    )
    return [style + one, *([""] if draw(st.booleans()) else []), pad + two + style]


@st.composite
def value(draw: st.DrawFn, column: int) -> list[str]:
    """Any value."""
    pad = " " * column
    what = draw(st.sampled_from(["scalar"] * 4 + ["flow", "flows", "list", "map"]))
    if what == "flow":
        return [
            draw(st.sampled_from(["[]", "{}", "[a, 'b, c', {d: e}]", '{name: "x", also: [y]}']))
        ]
    if what == "flows":
        return ["[a,", f"{pad}  # inside", f'{pad}  "b ]",', f"{pad}  c]  # after"]
    if what == "list":
        inner = pad + draw(st.sampled_from(["", "  "]))
        found = []
        for _ in range(draw(st.integers(1, 2))):
            first, *rest = draw(scalar(len(inner) + 2))
            found += [f"{inner}- text: {first}", *rest, f"{inner}  why: So."]
        return ["", *found]
    if what == "map":
        first, *rest = draw(scalar(column + 2))
        return [draw(st.sampled_from(["", "# under"])), f"{pad}  also: {first}", *rest]
    return draw(scalar(column))


@st.composite
def item(draw: st.DrawFn, name: str, column: int) -> list[str]:
    """The lines of an item whose dash stands at a column."""
    dash = " " * column + "-"
    if draw(st.integers(0, 6)) == 0:
        return [f"{dash} {{id: {name}, status: draft,", f'{" " * column}   stem: "a, b"}}  # flow']
    inner = column + draw(st.integers(1, 4)) + 1
    keys = ["id", *draw(st.lists(st.sampled_from(KEYS), max_size=4, unique=True))]
    keys = draw(st.permutations(keys))
    found: list[str] = []
    for key in keys:
        shown = draw(st.sampled_from([key, key, f'"{key}"']))
        first, *rest = [name] if key == "id" else draw(value(inner))
        found += [f"{' ' * inner}{shown}: {first}".rstrip(" "), *rest]
        if draw(st.integers(0, 4)) == 0:
            found.append(" " * draw(st.integers(inner, inner + 3)) + draw(comments))
    if draw(st.integers(0, 4)) == 0:
        return [dash + draw(st.sampled_from(["", " # alone"])), *found]
    return [dash + found[0][column + 1 :], *found[1:]]


@st.composite
def between(draw: st.DrawFn, column: int) -> list[str]:
    """Empty lines and comments that belong to no item."""
    known = ["", "   ", *(" " * draw(st.integers(0, column)) + each for each in COMMENTS)]
    return draw(st.lists(st.sampled_from(known), max_size=3))


SOURCES = [
    "sources: {}",
    "sources: {paper: {label: P}}",
    "sources:\f  paper:\f    label: P # c\f\f  # second\f  other: {label: O,\f    title: T}",
]
OTHERS = [
    "topics: {a: A}", "rejected: []", "rejected:", "note: x",
    "rejected: [{fact: 0123456789abcdef, reason: other}]  # flow",
    "rejected:\f  - fact: 0123456789abcdef\f    reason: other",
]  # fmt: skip


@st.composite
def banks(draw: st.DrawFn) -> Made:
    """A bank of some items."""
    newline = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    column = draw(st.integers(0, 3))
    text = newline.join((
        *draw(st.lists(comments, max_size=1)), "civicsquiz: 1", "id: x", "title: >-",
        "  X and", "  Y", *draw(between(0)),
        draw(st.sampled_from(SOURCES)), draw(st.sampled_from(OTHERS)),
        "items:" + draw(st.sampled_from(["", " # all"])), *draw(between(column)), "",
    )).replace("\f", newline)  # fmt: skip
    spans = {}
    for number in range(draw(st.integers(1, 4))):
        lines = draw(item(f"i{number}", column))
        start = len(text)
        text += newline.join((*lines, ""))
        spans[f"i{number}"] = start, len(text)
        text += newline.join((*draw(between(column)), ""))
    last = draw(st.sampled_from(["", "tail: x", "# the end", "..."]))
    text += last + (newline if last else "")
    if draw(st.booleans()):
        text = text.rstrip("\r\n ")
        spans = {name: (start, min(end, len(text))) for name, (start, end) in spans.items()}
    return Made(text, spans, draw(st.booleans()))
