"""Guides: what stands in for an article that is not at hand.

A guide is a Markdown file of a strict form: a card as front matter, then, in the article's order,
blocks under two kinds of heading that cannot be confused:

    ## Summary

    One or two sentences of ours. Never evidence.

    ## Passage 1635-1689, paragraph 6

    > It is illegal to expatriate U.S. citizens for a crime.

The numbers are the passage's start and end (exclusive) in the article's canonical text, and the
quoted line is that slice, character for character. Nothing else stands under either heading.

A passage of the law has a citation of its own in place of the paragraph ("## Passage 0-110, U.S.
Constitution, Amendment VIII"). A guide in the public domain with such passages stands in for no
article: its canonical text is its own passages, parted by one empty line.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from civicsquiz.errors import InvalidGuide
from civicsquiz.source import guide_front
from civicsquiz.source.guide_front import FORMAT
from civicsquiz.source.guide_model import Guide, Passage, Summary, build, is_guide
from civicsquiz.source.visible import controls

__all__ = ["FORMAT", "Guide", "Passage", "Summary", "build", "is_guide", "parse", "render"]

_HEADING = re.compile(r"## Passage ([0-9]{1,9})-([0-9]{1,9})(?:, (\S.*))?")
_PARAGRAPH = re.compile(r"paragraph ([1-9][0-9]{0,8})")
_LONGEST_CITATION = 200
_Line = tuple[int, str]
"""A line with its number, from 1."""


def parse(text: str, name: str) -> Guide:
    """Read a guide; `name` is what errors call it.

    Raises:
        InvalidGuide: anything that is not of the form above, with its line.
    """
    lines = re.split(r"\r\n?|\n", text)
    for number, line in enumerate(lines, 1):
        if controls(line):
            raise InvalidGuide(name, number, "a control character: remove it")
    if lines[0] != "---" or "---" not in lines[1:]:
        raise InvalidGuide(name, 1, "no front matter between two lines of ---")
    close = lines.index("---", 1)
    front = guide_front.parse("\n".join(lines[1:close]), name)
    guide = replace(front, blocks=tuple(_blocks(lines, close + 1, name)))
    if guide.card.public_domain:
        _require_own_text(guide, lines, close, name)
    return guide


def _require_own_text(guide: Guide, lines: list[str], close: int, name: str) -> None:
    """Where a guide is all there is of its source: its offsets count in its own passages, and its
    hash is of them. `lines[close]` ends the front matter.

    Raises:
        InvalidGuide: they do not, or it is not.
    """
    agrees = hashlib.sha256(guide.own_text.encode()).hexdigest() == guide.canonical_sha256
    if not agrees and not any(passage.citation for passage in guide.passages):
        return
    headings = [at + 1 for at in range(close, len(lines)) if _HEADING.fullmatch(lines[at])]
    start = 0
    for number, passage in zip(headings, guide.passages, strict=True):
        if passage.start != start:
            raise InvalidGuide(
                name, number,
                f"the passage begins at {passage.start}, and in the passages of this guide, parted "
                f"by one empty line, it begins at {start}",
            )  # fmt: skip
        start = passage.end + 2
    if not agrees:
        stated = (at + 1 for at in range(close) if lines[at].startswith("canonical_sha256:"))
        raise InvalidGuide(
            name, next(stated, 1),
            "“canonical_sha256” is not that of the passages of this guide, parted by one empty line",
        )  # fmt: skip


def _blocks(lines: list[str], first: int, name: str) -> Iterator[Passage | Summary]:
    """The blocks under the headings, from `lines[first]` on."""
    headings = [at for at in range(first, len(lines)) if lines[at].startswith("## ")]
    for at in range(first, headings[0] if headings else len(lines)):
        if lines[at].strip():
            raise InvalidGuide(name, at + 1, _NEITHER)
    before = 0
    for start, end in pairwise([*headings, len(lines)]):
        under = [(at + 1, lines[at]) for at in range(start + 1, end) if lines[at].strip()]
        heading = _HEADING.fullmatch(lines[start])
        if lines[start] == "## Summary":
            yield _summary(start + 1, under, name)
        elif heading:
            passage = _passage(heading, start + 1, under, name)
            if passage.start < before:
                raise InvalidGuide(
                    name, start + 1,
                    f"passage {passage.start}-{passage.end} begins before the end of the last one",
                )  # fmt: skip
            before = passage.end
            yield passage
        else:
            raise InvalidGuide(name, start + 1, _NEITHER)


_NEITHER = "neither “## Summary” nor “## Passage START-END”"


def _summary(number: int, under: list[_Line], name: str) -> Summary:
    for line, text in under:
        if text.lstrip().startswith(">"):
            raise InvalidGuide(name, line, "a quotation under “## Summary”")
        if text.lstrip().startswith("#"):
            raise InvalidGuide(name, line, _NEITHER)
    if not under:
        raise InvalidGuide(name, number, "an empty summary")
    return Summary(" ".join(" ".join(text for _, text in under).split()))


def _passage(heading: re.Match[str], number: int, under: list[_Line], name: str) -> Passage:
    first, last = int(heading[1]), int(heading[2])
    paragraph, citation = _place(heading[3] or "", number, name)
    if not under or not under[0][1].startswith("> "):
        line = under[0][0] if under else number
        raise InvalidGuide(name, line, "no line that begins with “> ” under the heading")
    line, text = under[0][0], under[0][1][2:]
    if len(under) > 1:
        raise InvalidGuide(name, under[1][0], "a passage is one line, with nothing else under it")
    if not text or text != " ".join(text.split()):
        raise InvalidGuide(
            name, line, "white space that no article's text has: write single spaces"
        )
    if len(text) != last - first:
        raise InvalidGuide(
            name, line,
            f"the passage is {len(text)} characters long, and {first}-{last} is {last - first}",
        )  # fmt: skip
    return Passage(first, last, paragraph, text, citation)


def _place(text: str, number: int, name: str) -> tuple[int, str]:
    """The paragraph, or the citation, that stands after a heading's numbers."""
    if found := _PARAGRAPH.fullmatch(text):
        return int(found[1]), ""
    if text.startswith("paragraph ") or text != " ".join(text.split()):
        raise InvalidGuide(name, number, _NEITHER)
    if len(text) > _LONGEST_CITATION:
        raise InvalidGuide(
            name, number,
            f"the citation is {len(text)} characters long, over {_LONGEST_CITATION}",
        )  # fmt: skip
    return 0, text


def render(guide: Guide) -> str:
    """The guide as a file; `parse` reads it back to an equal guide."""
    parts = [*guide_front.render(guide), ""]
    for block in guide.blocks:
        if isinstance(block, Summary):
            parts += ["## Summary", "", block.text, ""]
        else:
            place = block.citation or (f"paragraph {block.paragraph}" if block.paragraph else "")
            heading = f"## Passage {block.start}-{block.end}"
            parts += [f"{heading}, {place}" if place else heading, "", f"> {block.text}", ""]
    return "\n".join(parts)
