"""What a block is by itself: its own words, its markup, and nothing of what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicsquiz.source.document import Kind
from civicsquiz.source.mastheads import BYLINE

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
PICTURED = re.compile(
    r"^.*\b(speaks?|stands?|sits?|walks?|looks?|poses?|arrives?|waves?|gestures?|attends?|holds?"
    r"|shakes?|listens?|is seen|are seen|pictured)\b.*\b(on|in)\s+"
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(\s+\d{1,2})?(,?\s+\d{4})?\.$"
)
_NUMBERED_CAPTION = re.compile(
    r"(table|figure|fig\.|chart|map|box|exhibit|graph)\s+([A-Z]-?)?\d+(\.\d+)*(\s?[.:—–-]\s|\s+(?-i:[A-Z]))",
    re.IGNORECASE,
)
_CREDITED = re.compile(r"\((modification of )?credit( [a-z])?:", re.IGNORECASE)
_LEGEND = re.compile(r"[█■□▪▫●○◆◇▲△►]+\s?\w")
_ATTRIBUTION = re.compile(r"[—–-]{1,2}\s?[A-Z]")
_AUTHORS = re.compile(r"authors?(\(s\))?\s?:\s", re.IGNORECASE)
_DOTTED = re.compile(r"(\. ?){5}\d{1,4}\b")
_NOTE_OF_EDITOR = re.compile(
    r"(editor[’']?s?[’']? note|corrections?|clarification|update)\s*[:|(]", re.IGNORECASE
)
LONGEST_CAPTION = 45
LONGEST_BEFORE_TEXT = 25
LONGEST_CREDITED = 80
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    r"^(published|updated|posted|date)?:?\s*"
    r"((mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    rf"({_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{_MONTH},?\s+\d{{4}}|\d{{4}}-\d\d-\d\d)"
    r"[\s,·|@–—-]*(at\s+)?(\d{1,2}([:.]\d\d)?\s*([ap]\.?m\.?)?)?\s*\(?[a-z]{0,4}\)?\.?$",
    re.IGNORECASE,
)
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
    r"|\ball rights reserved\b|\b(delivered|sent) (straight |right )?to your inbox\b"
    r"|\bby (signing|clicking) \w+, you (agree|consent) to\b",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"^(Newsletter Sign ?Up|Sign Up for\b.{0,60}\bNewsletter)\b|\bverify you[’']re not a robot\b"
    r"|\bselect a newsletter to subscribe\b",
    re.IGNORECASE,
)
"""What a form to sign up with leaves behind, its messages among it."""
_LONGEST_FORM = 120
_HELPED = re.compile(
    r"\bcontributed (reporting )?to this (report|story|article|piece)\b|\bcontributed (to )?(this )?report(ing)?\.?$"
)
"""Who wrote it too, at the end of news."""
_OF_THE_AUTHOR = re.compile(
    r"\b([Ff]ollow|[Cc]ontact|[Rr]each) (him|her|them|me)\b.{0,40}(@|\bon (Twitter|Facebook|Instagram)\b|\[email)"
    r"|\bcan be (reached|contacted) (at|on|via)\b.{0,60}(@|\[email|\bon Twitter\b)"
)
"""Who the author is, and where to be found."""
_LONGEST_OF_THE_AUTHOR = 80
_LONGEST_CHROME = 40
_RELATED = re.compile(
    r"^(related|main article|further information|read (more|also|next)|also read|see also|more on this|recommended)\s*[:|–—]\s*\w",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"^\[(\^[^\]\s]{1,20}\]:|\d{1,3}\])\s")
_SITE = r"\b[a-z0-9-]+\.(com|org|net|gov|edu|co\.uk)(?=[A-Z])"
_GLUED_LINKS = re.compile(rf"^{_SITE}|{_SITE}.*{_SITE}")
_URL = re.compile(r"https?://|\bwww\.")
SENTENCE_BREAK = re.compile(r"[a-z]{3}[.!][\"'”’]*\s+[A-Z]")
ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*(\[[^\]\s]{1,6}\])*$")


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


def kind_alone(block: Rough) -> Kind:
    """What a block is, as far as it says itself."""
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
    if _CAPTION_MARK.match(text) or "(Photo by" in text or _LEGEND.match(text):
        return Kind.CAPTION
    if len(words) <= LONGEST_CREDITED and _CREDITED.search(text):
        return Kind.CAPTION
    if _NUMBERED_CAPTION.match(text) and len(words) <= LONGEST_CAPTION and block.linked < 0.9:
        return Kind.CAPTION
    if _NOTE_OF_EDITOR.match(text):
        return Kind.METADATA
    if _AUTHORS.match(text) and len(words) <= 14:
        return Kind.BYLINE
    if _ATTRIBUTION.match(text) and len(words) <= 14 and not ENDS_SENTENCE.search(text):
        return Kind.CAPTION
    if " > " in text and block.linked > 0.15 and len(words) <= _LONGEST_CHROME:
        return Kind.NAVIGATION
    if _DOTTED.search(text):
        return Kind.LINK_LIST
    if _RELATED.match(text) and len(words) <= _LONGEST_CHROME:
        return Kind.RELATED
    if len(words) <= 8 and not text.endswith((".", "?", "!")):
        if block.linked > 0.9 or _MENU.fullmatch(text):
            return Kind.NAVIGATION
        if BYLINE.match(text):
            return Kind.BYLINE
    if block.linked > 0.9:
        return Kind.LINK_LIST
    if len(words) <= _LONGEST_CHROME and _CHROME.search(text):
        return Kind.NAVIGATION
    if len(words) <= _LONGEST_FORM and _FORM.search(text):
        return Kind.NAVIGATION
    if len(words) <= _LONGEST_CHROME and _HELPED.search(text):
        return Kind.CREDIT
    if len(words) <= _LONGEST_OF_THE_AUTHOR and _OF_THE_AUTHOR.search(text):
        return Kind.CREDIT
    if not block.set_off and _looks_like_heading(text, words):
        return Kind.HEADING
    return Kind.BODY


def _looks_like_heading(text: str, words: list[str]) -> bool:
    if (
        len(words) > (40 if _is_capitalised(words) else 18)
        or text[0] in "“\"‘'"
        or not any(char.isalpha() for char in text)
    ):
        return False
    if text.endswith("?"):
        return text.count("?") == 1 and not SENTENCE_BREAK.search(text)
    return text.endswith(":") or not ENDS_SENTENCE.search(text)


def _is_capitalised(words: list[str]) -> bool:
    """Whether a line is written as titles are."""
    long = [word for word in words if len(word) > 4]
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)
