"""Telling an article's running text from everything that surrounds it.

Each rule looks at what a web page leaves behind when it is saved as text: menus, captions with
their credits, teasers for other articles, tag lists and appeals for money. The rules run in the
order of `classify`; a later one may overrule an earlier one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicsquiz.source import appeals
from civicsquiz.source.document import Kind

_AGENCY = (
    r"(Getty Images|AFP|REUTERS|Reuters|AP Photo|AP|Associated Press|Shutterstock|EPA(-EFE)?|Alamy"
    r"|Xinhua|Anadolu|UPI|NPR)"
)
_NAME = r"[A-Z][\w.’'-]*( ([a-z]{1,3} )?[A-Z][\w.’'-]*){0,3}"
_CREDIT = re.compile(
    rf"(^\W*|[/,|(—–-]\s*|\bvia ){_AGENCY}\W*$|^\W*{_AGENCY}\s?/|/\s?{_AGENCY}\b"
    rf"|^{_NAME}\s?/\s?{_NAME}$"
    rf"|^(?i:photo(graph)?s?|images?|pictures?|illustrations?|credits?):\s*{_NAME}(\s?/.*)?$"
    r"|(?i:\bphoto(graph)?s? (by|courtesy)\b|\bimage credit\b|\bvia Getty\b)"
)
_CAPTION_MARK = re.compile(r"^(image|photo|caption|picture|video)\s*[:|]", re.IGNORECASE)
_PICTURED = re.compile(
    r"^.*\b(speaks?|stands?|sits?|walks?|looks?|poses?|arrives?|waves?|gestures?|attends?|holds?"
    r"|shakes?|listens?|is seen|are seen|pictured)\b.*\b(on|in)\s+"
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(\s+\d{1,2})?(,?\s+\d{4})?\.$"
)
_LONGEST_CAPTION = 45
_LONGEST_CREDITED = 80
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    r"^(published|updated|posted|date)?:?\s*"
    r"((mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    rf"({_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{_MONTH},?\s+\d{{4}}|\d{{4}}-\d\d-\d\d)"
    r"[\s,·|@–—-]*(at\s+)?(\d{1,2}([:.]\d\d)?\s*([ap]\.?m\.?)?)?\s*\(?[a-z]{0,4}\)?\.?$",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^(By|BY|Written by)((,? (?!The |the )([A-Z][\w.’'-]*|and|of|de|for))+|:?)$")
_MENU = re.compile(
    r"(skip to .*|home|share( this)?( article| story)?|advertisement|read more.*|menu|search"
    r"|sign (up|in)( .*)?|subscribe( now)?|log ?in|follow us.*|sources?"
    r"|related( articles| stories)?|tags?|topics|comments?|print|e-?mail"
    r"|about( us)?|contact( us)?|terms of (use|service)|privacy( policy| notice)?|back to top|more( from| on| in) .*"
    r"|hide overview|listen)\W*",
    re.IGNORECASE,
)
_CHROME = re.compile(
    r"^(©|\(c\)|copyright\b|(we use|this (web)?site uses) cookies\b|sign up (for|to)\b"
    r"|subscribe (to|now)\b|(click|tap) here\b|follow us\b|share this\b"
    r"|this (article|story) (was )?(first|originally) (appeared|published))"
    r"|\ball rights reserved\b",
    re.IGNORECASE,
)
_LONGEST_CHROME = 40
_RELATED = re.compile(
    r"^(related|read (more|also|next)|also read|see also|more on this|recommended)\s*[:|–—]\s*\w",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"^\[(\^[^\]\s]{1,20}\]:|\d{1,3}\])\s")
_SITE = r"\b[a-z0-9-]+\.(com|org|net|gov|edu|co\.uk)(?=[A-Z])"
_GLUED_LINKS = re.compile(rf"^{_SITE}|{_SITE}.*{_SITE}")
_URL = re.compile(r"https?://|\bwww\.")
_SENTENCE_BREAK = re.compile(r"[a-z]{3}[.!][\"'”’]*\s+[A-Z]")
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*(\[[^\]\s]{1,6}\])*$")


@dataclass(frozen=True, slots=True)
class Rough:
    """A block before it is classified.

    `level` is that of a Markdown heading (0: none), `linked` the share of its characters that
    stand in links, `given` a kind that the file's own markup settles. `set_off` says that it stands
    in a list or a block quotation, where a short line is no heading.
    """

    text: str
    level: int = 0
    linked: float = 0.0
    given: Kind | None = None
    set_off: bool = False


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
    if _FOOTNOTE.match(text):
        return Kind.FOOTNOTE
    if _GLUED_LINKS.search(text) or len(_URL.findall(text)) * 8 > len(words):
        return Kind.LINK_LIST
    if len(words) <= 12 and not text.endswith((".", "?", "!")) and _CREDIT.search(text):
        return Kind.CREDIT
    if _CAPTION_MARK.match(text) or "(Photo by" in text:
        return Kind.CAPTION
    if _RELATED.match(text) and len(words) <= _LONGEST_CHROME:
        return Kind.RELATED
    if len(words) <= 8 and not text.endswith((".", "?", "!")):
        if block.linked > 0.9 or _MENU.fullmatch(text):
            return Kind.NAVIGATION
        if _BYLINE.match(text):
            return Kind.BYLINE
    if block.linked > 0.9:
        return Kind.LINK_LIST
    if len(words) <= _LONGEST_CHROME and _CHROME.search(text):
        return Kind.NAVIGATION
    if not block.set_off and _looks_like_heading(text, words):
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
            words = len(block.text.split())
            followed = at + 1 < len(blocks) and kinds[at + 1] is Kind.CREDIT
            credited = followed and words <= _LONGEST_CREDITED
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
    """What the outlet says of itself at the end, to ask for money."""
    running = [at for at, kind in enumerate(kinds) if kind in (Kind.BODY, Kind.HEADING)]
    first = appeals.beginning([blocks[at].text for at in running])
    if any(kinds[at] is Kind.BODY for at in running[:first]):
        for at in running[first:]:
            kinds[at] = Kind.FUND_RAISING


def _edges(blocks: list[Rough], kinds: list[Kind]) -> None:
    """The title before the text or after it; what else stands outside the text is navigation."""
    bodies = [at for at, kind in enumerate(kinds) if kind is Kind.BODY]
    if not bodies:
        return
    before = [at for at in range(bodies[0]) if kinds[at] is Kind.HEADING]
    after = [at for at in range(bodies[-1] + 1, len(kinds)) if kinds[at] is Kind.HEADING]
    titles = [at for at in before if blocks[at].level == 1]
    titles += [at for at in before + after if _is_title(blocks[at])]
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
    """A section's name in capitals with a headline under it, in mid-article: another article's.

    Where nothing marks the headline as one, the name is a single word and text stands around both.
    """
    for at in range(1, len(blocks) - 2):
        kicker, headline = blocks[at], blocks[at + 1]
        if (
            kinds[at] is Kind.HEADING
            and not kicker.level
            and kicker.text.isupper()
            and len(kicker.text.split()) <= 3
            and kinds[at + 1] is Kind.HEADING
            and (
                headline.level
                or (
                    " " not in kicker.text
                    and _is_title(headline)
                    and kinds[at - 1] is kinds[at + 2] is Kind.BODY
                )
            )
        ):
            kinds[at] = kinds[at + 1] = Kind.RELATED
