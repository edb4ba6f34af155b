"""Pages laid out in lines, as columns of characters, into paragraphs in reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from civicsquiz.source.citing import is_numbered
from civicsquiz.source.document import Kind
from civicsquiz.source.taken_out import Taken

Lines = list[str]
_EDGE = 3
"""How many lines at the top and the bottom of a page may be its header or footer."""
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_PAGE_NUMBER = re.compile(
    r"(page )?[-–—|\s]*(\d{1,4}|[ivxl]{1,7})[-–—|\s]*((of|/) ?\d{1,4})?", re.IGNORECASE
)
_ENDS = re.compile(r"[.!?:…][\"'”’)\]]*\d{0,3}$")
_BULLET = re.compile(r"\s*([•▪●◦‣·*–-]|\(?[a-z0-9]{1,2}[.)])\s+\S")
_NOTE = re.compile(r"\s*(\d{1,3}|[*†‡§])\s{0,3}(?=[A-Z“\"])(.+)")


def pieces(pages: Sequence[str]) -> Iterator[Taken]:
    """The paragraphs of all pages, without what each page repeats; one that goes on over the page is
    one again."""
    before: Taken | None = None
    notes: list[Taken] = []
    cleaned = _without_edges([page.split("\n") for page in pages])
    gutters = [_gutter(lines) for lines in cleaned]
    usual = Counter(gutter for gutter in gutters if gutter is not None).most_common(1)
    for lines, own in zip(cleaned, gutters, strict=True):
        gutter = own
        if own is None and usual and _is_clear(lines, usual[0][0]):  # a page with less on it
            gutter = usual[0][0]
        for column in _columns(lines, gutter):
            for piece in _paragraphs(column):
                if piece.given is Kind.FOOTNOTE:
                    notes.append(piece)
                elif before is not None and _goes_on(before, piece):
                    before = Taken(f"{before.text}\n{piece.text}", set_off=before.set_off)
                else:
                    if before is not None:
                        yield before
                    before = piece
    if before is not None:
        yield before
    yield from notes


def _goes_on(before: Taken, after: Taken) -> bool:
    if before.given is not None or after.given is not None:
        return False
    return after.text[:1].islower() and not _ENDS.search(before.text)


def _without_edges(pages: list[Lines]) -> list[Lines]:
    """The pages without the headers and footers that they repeat, and without their numbers."""
    often = Counter(
        sign for page in pages for sign in {_sign(page[at]) for edge in _edges(page) for at in edge}
    )
    enough = max(2, len(pages) // 3)
    cleaned = []
    for page in pages:
        dropped = set()
        for edge in _edges(page):
            for at in edge:  # from the outermost line on, as long as they are of the frame
                framed = often[_sign(page[at])] >= enough
                if not framed and not _PAGE_NUMBER.fullmatch(page[at].strip()):
                    break
                dropped.add(at)
        cleaned.append(["" if at in dropped else line for at, line in enumerate(page)])
    return cleaned


def _edges(page: Lines) -> tuple[list[int], list[int]]:
    """The first and the last lines of a page, each from the outermost on."""
    filled = [at for at, line in enumerate(page) if line.strip()]
    count = min(_EDGE, len(filled) // 3)
    return filled[:count], filled[::-1][:count]


def _sign(line: str) -> str:
    """What a header is known by on every page: its words, whatever the number."""
    return re.sub(r"\d+", "#", " ".join(line.split()).lower())


def _columns(lines: Lines, gutter: int | None) -> Iterator[Lines]:
    """The page's columns, one below the other, in the order in which they are read."""
    if gutter is None:
        yield lines
        return
    left: Lines = []
    right: Lines = []
    for line in lines:
        beside = _beside(line, gutter)
        if beside is None and line[:gutter].strip() and len(line.rstrip()) > gutter:
            yield left  # a line over both columns parts what is above it from what is below
            yield right
            left, right = [], []
            yield [line]
            continue
        left.append(line[:gutter].rstrip())
        right.append(line[gutter:])
    yield left
    yield right


def _beside(line: str, gutter: int) -> bool | None:
    """Whether the gutter is blank in a line that has text on both sides; None where it is not."""
    if line[max(0, gutter - 2) : gutter].strip():
        return None
    return bool(line[:gutter].strip()) and bool(line[gutter:].strip())


def _is_clear(lines: Lines, gutter: int) -> bool:
    """Whether no line runs over the gutter."""
    return all(_beside(line, gutter) is not None for line in lines if len(line) > gutter)


def _gutter(lines: Lines) -> int | None:
    """The place of the blank strip between two columns of text, where there is one."""
    filled = [line.rstrip() for line in lines if line.strip()]
    ends = Counter(found.end() for line in filled for found in _GAP.finditer(line))
    width = max(map(len, filled), default=0)
    best, most = None, 0
    for at, count in sorted(ends.items()):
        if 0.25 * width <= at <= 0.75 * width and count > most:
            best, most = at, count
    if best is None or most < 5:
        return None
    both = [line for line in filled if _beside(line, best)]
    crossed = sum(_beside(line, best) is None and len(line) > best for line in filled)
    words = sum(len(line[:best].split()) > 2 and len(line[best:].split()) > 2 for line in both)
    fits = len(both) * 5 >= 2 * len(filled) and crossed * 4 <= len(filled)
    return best if fits and words * 2 >= len(both) else None


def _paragraphs(lines: Lines) -> Iterator[Taken]:
    texts = [line.rstrip() for line in lines]
    filled = [text for text in texts if text]
    if not filled:
        return
    margin = min(len(text) - len(text.lstrip()) for text in filled)
    width = sorted(len(text) - margin for text in filled)[len(filled) * 9 // 10]
    texts = [text[margin:] for text in texts]
    group: Lines = []
    noted = False
    for at, text in enumerate(texts):
        if group and (not text or _begins(group, text, width)):
            piece = _piece(group, noted)
            noted = piece.given is Kind.FOOTNOTE
            yield piece
            group = []
        if text:
            group.append(text)
            noted = noted or (at * 2 > len(texts) and _is_note(group, texts[at - 1] if at else ""))
    if group:
        yield _piece(group, noted)


def _begins(group: Lines, text: str, width: int) -> bool:
    """Whether a line begins a paragraph below the lines of `group`."""
    last = group[-1].strip()
    if _BULLET.match(text) or _row(text) or _row(group[-1]):
        return True
    if _ENDS.search(last) and (len(group[-1]) < 0.8 * width or text.startswith("  ")):
        return not text.strip()[:1].islower()
    heads = len(group) == 1 and len(last) < 0.6 * width and not last.endswith((",", ";", "-"))
    return heads and last[:1].isupper() and text.strip()[:1].isupper()


def _row(text: str) -> bool:
    """Whether a line is the row of a table: words far apart in three places or more."""
    return len(_GAP.findall(text.strip())) >= 2


def _is_note(group: Lines, before: str) -> bool:
    """Whether a group of lines begins as a footnote does, below a gap."""
    found = _NOTE.match(group[0])
    return found is not None and len(group) == 1 and not before.strip() and is_numbered(found[2])


def _piece(group: Lines, noted: bool) -> Taken:
    text = "\n".join(line.strip() for line in group)
    if noted:
        return Taken(text, given=Kind.FOOTNOTE)
    if _row(group[0]):
        return Taken(text, given=Kind.TABLE)
    bullet = re.match(r"[•▪●◦‣·*]\s+", text)
    return Taken(text[bullet.end() :] if bullet else text, set_off=bullet is not None)
