"""Telling an article's running text from everything that surrounds it.

Each rule looks at what a web page leaves behind when it is saved as text: menus, captions with
their credits, teasers for other articles, tag lists and appeals for money. The rules run in the
order of `classify`; a later one may overrule an earlier one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicsquiz.source.document import Kind

_CREDIT = re.compile(
    r"\b(Getty Images|AFP|Reuters|REUTERS|AP Photo|Associated Press|Shutterstock|EPA|Alamy"
    r"|(?i:photo(graph)?s? (by|courtesy)|image credit|via Getty))\b"
)
_CAPTION_MARK = re.compile(r"^(image|photo|caption|picture|video)\s*[:|]", re.IGNORECASE)
_PICTURED = re.compile(
    r"^.*\b(speaks?|stands?|sits?|walks?|looks?|poses?|arrives?|waves?|gestures?|attends?|holds?"
    r"|shakes?|listens?|is seen|are seen|pictured)\b.*\b(on|in)\s+"
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(\s+\d{1,2})?(,?\s+\d{4})?\.$"
)
_LONGEST_CAPTION = 45
_DATE = re.compile(
    r"^(published|updated|posted)?:?\s*"
    r"((mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"((jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2},?\s+\d{4}"
    r"|\d{1,2}\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4}"
    r"|\d{4}-\d\d-\d\d)\b.{0,24}$",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^(by|from|written by)\b", re.IGNORECASE)
_MENU = re.compile(
    r"^(skip to|home|share|advertisement|read more|sign up|subscribe|log ?in|menu|search|follow us"
    r"|sources?|related( articles)?|tags?|comments?|print|e-?mail|about( us)?|contact( us)?"
    r"|terms of use|privacy|back to top)\b",
    re.IGNORECASE,
)
_GLUED_LINK = re.compile(r"\b[a-z0-9-]+\.(com|org|net|gov|edu|co\.uk)(?=[A-Z])")
_URL = re.compile(r"https?://|\bwww\.")
_APPEAL = re.compile(
    r"\b(donat(e|ion|ions|ing)|donors?|fundrais(er|ing)|fund-raising|paywall|subscrib(e|er|ers)"
    r"|(giv(e|ing)|gift) today|monthly (gift|donation)|larger gift|your support|support us"
    r"|reader-supported|membership drive|tax-deductible)\b",
    re.IGNORECASE,
)
_OUTLET_WE = re.compile(
    r"\b(we|we[’']re|we[’']ve|our|us|ourselves|independent (media|journalism))\b", re.IGNORECASE
)
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_SENTENCE_BREAK = re.compile(r"[a-z]{3}[.!][\"'”’]*\s+[A-Z]")
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Rough:
    """A block before it is classified.

    `level` is that of a Markdown heading (0: none), `linked` the share of its characters that
    stand in links, `given` a kind that the file's own markup settles.
    """

    text: str
    level: int = 0
    linked: float = 0.0
    given: Kind | None = None


def classify(blocks: list[Rough]) -> list[Kind]:
    """The kind of each block, in order."""
    kinds = [_alone(block) for block in blocks]
    _captions(blocks, kinds)
    _bylines(blocks, kinds)
    _appeals(blocks, kinds)
    _edges(blocks, kinds)
    _standfirst(blocks, kinds)
    _teasers(blocks, kinds)
    return kinds


def _alone(block: Rough) -> Kind:
    """What a block is by itself."""
    text, words = block.text, block.text.split()
    if block.given is not None:
        return block.given
    if block.level:
        return Kind.HEADING
    if _DATE.match(text):
        return Kind.DATE
    if _GLUED_LINK.search(text) or len(_URL.findall(text)) * 8 > len(words):
        return Kind.LINK_LIST
    if _CAPTION_MARK.match(text) or "(Photo by" in text:
        return Kind.CAPTION
    if _CREDIT.search(text) and len(words) <= 12 and not _ENDS_SENTENCE.search(text):
        return Kind.CREDIT
    if len(words) <= 8 and not text.endswith((".", "?", "!")):
        if block.linked > 0.9 or _MENU.match(text):
            return Kind.NAVIGATION
        if _BYLINE.match(text):
            return Kind.BYLINE
    if _looks_like_heading(text, words):
        return Kind.HEADING
    return Kind.BODY


def _looks_like_heading(text: str, words: list[str]) -> bool:
    if len(words) > 18 or text[0] in "“\"‘'" or not any(char.isalpha() for char in text):
        return False
    if text.endswith("?"):
        return text.count("?") == 1 and not _SENTENCE_BREAK.search(text)
    return text.endswith(":") or not _ENDS_SENTENCE.search(text)


def _captions(blocks: list[Rough], kinds: list[Kind]) -> None:
    """A paragraph right above a credit line, or one that describes a picture before the text
    begins, is a caption however much it reads like a sentence."""
    before_text = True
    for at, block in enumerate(blocks):
        if kinds[at] is Kind.BODY:
            credited = at + 1 < len(blocks) and kinds[at + 1] is Kind.CREDIT
            words = len(block.text.split())
            pictured = words <= _LONGEST_CAPTION and _PICTURED.match(block.text)
            if credited or (before_text and pictured):
                kinds[at] = Kind.CAPTION
            elif words > 25:
                before_text = False


def _bylines(blocks: list[Rough], kinds: list[Kind]) -> None:
    """A name on the line under a lone "By"."""
    for at in range(1, len(blocks)):
        if (
            kinds[at - 1] is Kind.BYLINE
            and len(blocks[at - 1].text.split()) == 1
            and kinds[at] in (Kind.NAVIGATION, Kind.HEADING)
        ):
            kinds[at] = Kind.BYLINE


def _appeals(blocks: list[Rough], kinds: list[Kind]) -> None:
    """An outlet's appeal for money at the end, with the paragraphs that lead up to it.

    The appeal begins at the first of the last blocks in which the outlet speaks of itself, outside
    quotation marks, provided that most blocks from there on do so and at least two ask for money.
    One sentence about "80 percent" of a budget is then no more body text than its neighbours.
    """
    bodies = [at for at, kind in enumerate(kinds) if kind in (Kind.BODY, Kind.HEADING)]
    voice, appeal = set(), set()
    for at in bodies:
        unquoted = _QUOTED.sub(" ", blocks[at].text)
        if _APPEAL.search(unquoted):
            appeal.add(at)
        if at in appeal or _OUTLET_WE.search(unquoted):
            voice.add(at)
    for position, start in enumerate(bodies):
        rest = bodies[position:]
        if start not in voice or len(appeal.intersection(rest)) < 2:
            continue
        if len(voice.intersection(rest)) >= 0.7 * len(rest):
            for at in rest:
                kinds[at] = Kind.FUND_RAISING
            return


def _edges(blocks: list[Rough], kinds: list[Kind]) -> None:
    """The title before the text or after it; what else stands outside the text is navigation."""
    bodies = [at for at, kind in enumerate(kinds) if kind is Kind.BODY]
    if not bodies:
        return
    before = [at for at in range(bodies[0]) if kinds[at] is Kind.HEADING]
    after = [at for at in range(bodies[-1] + 1, len(kinds)) if kinds[at] is Kind.HEADING]
    titles = [at for at in before + after if _is_title(blocks[at])]
    if titles:
        kinds[titles[0]] = Kind.TITLE
    for at in after:
        if kinds[at] is Kind.HEADING:
            kinds[at] = Kind.NAVIGATION


def _standfirst(blocks: list[Rough], kinds: list[Kind]) -> None:
    """One sentence between the title and the picture, byline or date: it sums the article up."""
    outside = (Kind.CAPTION, Kind.CREDIT, Kind.BYLINE, Kind.DATE)
    for at in range(1, len(blocks) - 1):
        if (
            kinds[at - 1] is Kind.TITLE
            and kinds[at] is Kind.BODY
            and kinds[at + 1] in outside
            and len(blocks[at].text.split()) <= 30
            and not _SENTENCE_BREAK.search(blocks[at].text)
        ):
            kinds[at] = Kind.STANDFIRST


def _is_title(block: Rough) -> bool:
    words = block.text.split()
    return len(words) >= 4 and not block.text.endswith(":")


def _teasers(blocks: list[Rough], kinds: list[Kind]) -> None:
    """A section name in capitals with a headline under it, in mid-article: another article's."""
    for at in range(len(blocks) - 1):
        kicker, headline = blocks[at], blocks[at + 1]
        if (
            kinds[at] is Kind.HEADING
            and not kicker.level
            and kicker.text.isupper()
            and len(kicker.text.split()) <= 3
            and kinds[at + 1] is Kind.HEADING
            and headline.level
        ):
            kinds[at] = kinds[at + 1] = Kind.RELATED
