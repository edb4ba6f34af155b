"""Guides: what stands in for an article that is not at hand.

A guide is a Markdown file of a strict form: a card as front matter, then, in the article's order,
blocks under two kinds of heading that cannot be confused:

    ## Summary

    One or two sentences of ours. Never evidence.

    ## Passage 1635-1689, paragraph 6

    > It is illegal to expatriate U.S. citizens for a crime.

The numbers are the passage's start and end (exclusive) in the article's canonical text, and the
quoted line is that slice, character for character.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from civicsquiz.errors import InvalidGuide
from civicsquiz.source.card import Card
from civicsquiz.source.document import Document

FORMAT = "1"
_HEADING = re.compile(r"## Passage (\d+)-(\d+)(?:, paragraph (\d+))?$")
_CARD = [field.name for field in fields(Card)]
_KNOWN = {
    "civicsquiz-guide", "kind", "language", "canonical_sha256", "body_words", *_CARD,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passage:
    """A verbatim span of the article: `[start:end]` of its canonical text. `paragraph` is 0 where
    it stands outside the running text."""

    start: int
    end: int
    paragraph: int
    text: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Our own words on the part of the article between two passages."""

    text: str


@dataclass(frozen=True, slots=True)
class Guide:
    """A card with the passages that are quoted and our summaries, in the article's order.

    `body_words` counts the article's running text; `canonical_sha256` is of the text that the
    passages' offsets count in.
    """

    card: Card
    language: str
    canonical_sha256: str
    body_words: int
    blocks: tuple[Passage | Summary, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Passage))


def is_guide(text: str) -> bool:
    """Whether a Markdown text says that it is a guide."""
    head = text[:4000]
    return head.startswith("---") and re.search(r"^kind: guide$", head, re.MULTILINE) is not None


def parse(text: str, name: str) -> Guide:
    """Read a guide; `name` is what errors call it.

    Raises:
        InvalidGuide: anything that is not of the form above, with its line.
    """
    lines = text.splitlines()
    if not lines or lines[0] != "---" or "---" not in lines[1:]:
        raise InvalidGuide(name, 1, "no front matter between two lines of ---")
    close = lines.index("---", 1)
    front = _front("\n".join(lines[1:close]), name)
    blocks = tuple(_blocks(lines, close + 1, name))
    passages = [block for block in blocks if isinstance(block, Passage)]
    for before, after in zip(passages, passages[1:], strict=False):
        if after.start < before.end:
            raise InvalidGuide(
                name, 1, f"passage {after.start}-{after.end} overlaps the one before it"
            )
    return replace(front, blocks=blocks)


def _front(text: str, name: str) -> Guide:
    from civicsquiz.source import safe_yaml

    data, problems = safe_yaml.load(text)
    for problem in problems:
        raise InvalidGuide(name, problem.line + 1, f"{problem.problem}: {problem.mend}")
    if not isinstance(data, dict):
        raise InvalidGuide(name, 2, "the front matter is not a list of keys and values")
    for key, value in data.items():
        if key not in _KNOWN:
            raise InvalidGuide(name, 2, f"the front matter has an unknown key “{key}”")
        if value is not None and not isinstance(value, str):
            raise InvalidGuide(name, 2, f"“{key}” is not text")
    if data.get("civicsquiz-guide") != FORMAT:
        raise InvalidGuide(name, 2, f"civicsquiz-guide is not {FORMAT}, the form that is read here")
    for key in ("id", "label", "canonical_sha256", "body_words"):
        if not data.get(key):
            raise InvalidGuide(name, 2, f"the front matter has no “{key}”")
    if not re.fullmatch(r"\d{1,9}", data["body_words"]):
        raise InvalidGuide(name, 2, "body_words is not a number")
    card = Card(**{key: data[key] for key in _CARD if key in data})
    return Guide(
        card, data.get("language") or "en", data["canonical_sha256"], int(data["body_words"]), ()
    )


def _blocks(lines: list[str], at: int, name: str) -> Any:
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
        elif line == "## Summary":
            start = at = at + 1
            while at < len(lines) and not lines[at].startswith("## "):
                if lines[at].startswith(">"):
                    raise InvalidGuide(name, at + 1, "a quotation under “## Summary”")
                at += 1
            text = " ".join(" ".join(lines[start:at]).split())
            if not text:
                raise InvalidGuide(name, start, "an empty summary")
            yield Summary(text)
        elif heading := _HEADING.match(line):
            first, last, paragraph = (int(number or 0) for number in heading.groups())
            body = [line for line in lines[at + 1 : at + 4] if line.strip()]
            if not body or not body[0].startswith("> "):
                raise InvalidGuide(name, at + 1, "no line that begins with “> ” under the heading")
            quoted = body[0][2:]
            if len(quoted) != last - first:
                raise InvalidGuide(
                    name,
                    at + 1,
                    f"the passage is {len(quoted)} characters long, and {first}-{last} is "
                    f"{last - first}",
                )
            yield Passage(first, last, paragraph, quoted)
            at = lines.index(body[0], at) + 1
        else:
            raise InvalidGuide(name, at + 1, "neither “## Summary” nor “## Passage START-END”")


def build(
    document: Document,
    card: Card,
    language: str,
    spans: Iterable[tuple[int, int]],
    earlier: Guide | None = None,
) -> Guide:
    """The guide of a document in which `spans` (each within one block) are quoted.

    Spans that overlap, or touch with only white space between, become one passage; no passage runs
    over two blocks. Each summary of the `earlier` guide of the same document stays in front of the
    passage that it stood in front of, or where that is gone, of the next one.
    """
    passages = [
        Passage(start, end, document.block_at(start).paragraph, document.text[start:end])
        for start, end in _united(document, spans)
    ]
    blocks: list[Passage | Summary] = []
    for summary, anchor in _anchored(earlier.blocks if earlier else ()):
        while passages and passages[0].end <= anchor:
            blocks.append(passages.pop(0))
        blocks.append(summary)
    digest = hashlib.sha256(document.text.encode()).hexdigest()
    return Guide(card, language, digest, document.body_words, (*blocks, *passages))


def _united(document: Document, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    united: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if united:
            first, last = united[-1]
            apart = document.text[last:start].strip()
            if not apart and document.block_at(first) is document.block_at(start):
                united[-1] = first, max(last, end)
                continue
        united.append((start, end))
    return united


def _anchored(blocks: Sequence[Passage | Summary]) -> Iterator[tuple[Summary, float]]:
    """Each summary with the offset where the passage after it starts; endless after the last."""
    for at, block in enumerate(blocks):
        if isinstance(block, Summary):
            after = (each.start for each in blocks[at:] if isinstance(each, Passage))
            yield block, next(after, float("inf"))


def render(guide: Guide) -> str:
    """The guide as a file; `parse` reads it back to an equal guide."""
    card = {field: getattr(guide.card, field) for field in _CARD}
    front: Mapping[str, str | None] = {
        "civicsquiz-guide": FORMAT,
        "kind": "guide",
        **card,
        "language": guide.language,
        "canonical_sha256": guide.canonical_sha256,
        "body_words": str(guide.body_words),
    }
    parts = ["---"]
    parts += [f"{key}: {_scalar(value)}" for key, value in front.items()]
    parts += ["---", ""]
    for block in guide.blocks:
        if isinstance(block, Summary):
            parts += ["## Summary", "", block.text, ""]
        else:
            place = f", paragraph {block.paragraph}" if block.paragraph else ""
            parts += [f"## Passage {block.start}-{block.end}{place}", "", f"> {block.text}", ""]
    return "\n".join(parts)


def _scalar(value: str | None) -> str:
    if value is None:
        return "null"
    if re.fullmatch(r"[A-Za-z0-9][\w ,.’“”-]*", value) and value.lower() not in (
        "null", "true", "false",
    ):  # fmt: skip
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
