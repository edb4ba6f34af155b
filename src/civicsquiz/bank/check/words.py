"""The words of a text as the rules compare them.

A word counts in lower case, without a plural -s or a possessive; a number by its value, however it
is written: "40,000", "40000" and "forty thousand" are one word, and so are "Eighth" and "8th".
Words that only hold a sentence together are left out; "not", "only", "more" and the like decide
what a sentence says, and count.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from civicsquiz.bank.numerals import plain

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|(?:\d+(?:,\d{3})+|\d+)(?:\.\d+)?(?:st|nd|rd|th|s)?(?![^\W\d_])|\d+"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*|[%$]"
)
_STOP = frozenset(
    "a an the of to in on at by for from with as and or but is are was were be been being am has"
    " have had having do does did done will would can could may might shall should that which who"
    " whom whose this these those it its itself they them their he him his she her we us our you"
    " your i me my there here so such if then than when where what how why v vs into onto upon"
    " about also mr mrs ms dr".split()
)
_UNITS = "zero one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_IRREGULAR = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
}  # fmt: skip
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_AND, _NUMBER = "&", "#"


def _number_words() -> dict[str, str]:
    """What each number word is: `#`, its kind (u unit, t teen, x ten, h hundred, s scale, o
    ordinal) and its value."""
    found = {word: f"#u{value}" for value, word in enumerate(_UNITS)}
    found |= {word: f"#t{value}" for value, word in enumerate(_TEENS, 10)}
    found |= {word: f"#x{value * 10}" for value, word in enumerate(_TENS, 2)}
    ordinals = {
        re.sub("y$", "ie", word) + "th": int(said[2:])
        for word, said in found.items()
        if word != "zero"
    }
    found |= {word: f"#o{value}" for word, value in (ordinals | _IRREGULAR).items()}
    found |= {word: f"#s{value}" for word, value in _SCALES.items()}
    return found | {"hundred": "#h100", "hundredth": "#o100"}


_NUMBER_WORDS = _number_words()


@lru_cache(maxsize=65536)
def content_words(text: str) -> tuple[str, ...]:
    """The words of `text` that say something, in order, each in the form that is compared."""
    found = [_normal(token) for token in _TOKEN.findall(text)]
    if any(word and word[0] == _NUMBER for word in found):
        return tuple(_with_numbers(found))
    return tuple(word for word in found if word and word != _AND)


def missing(words: str, text: str) -> list[str]:
    """The words of `words` that do not stand in `text`, as they are written."""
    known = set(content_words(text))
    return [
        token
        for token in dict.fromkeys(re.findall(r"[^\s“”\"()\[\]…—]+", words))
        if not known.issuperset(content_words(token))
    ]


@lru_cache(maxsize=65536)
def _normal(written: str) -> str:
    """One word as it is compared: "" for one that says nothing."""
    if written == "US":
        return "u.s."
    word = written.lower().replace("’", "'")
    if word[0].isdecimal():
        return _digits(word)
    if word in _NUMBER_WORDS:
        return _NUMBER_WORDS[word]
    if word in ("%", "$"):
        return "percent" if word == "%" else "dollar"
    if word == "and":
        return _AND
    if word == "cannot" or word.endswith("n't"):
        return "not"
    word = re.sub(r"'(s|re|ve|ll|d|m)$", "", word)
    return "" if word in _STOP else singular(word)


def singular(word: str) -> str:
    """`word` without a plural -s; a word that ends in -ss, -us or -is keeps it."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word in ("thousands", "hundreds", "millions", "billions"):
        return word  # not a number of its own
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("xes", "ches", "shes", "sses", "zes")):
        return word[:-2]
    return word[:-1]


def _digits(word: str) -> str:
    digits = word.rstrip("sthndr")
    value = digits.replace(",", "")
    ending = word[len(digits) :]
    if ending == "s":
        return value + "s"  # a decade
    return f"#o{value}" if ending else f"#d{value}"


def _with_numbers(found: list[str]) -> list[str]:
    """The words with each run of number words as one number."""
    words: list[str] = []
    at = 0
    while at < len(found):
        word = found[at]
        if word and word[0] == _NUMBER:
            number, at = _number(found, at)
            words.append(number)
        else:
            if word and word != _AND:
                words.append(word)
            at += 1
    return words


_FOLLOWS = {
    "u": ("", "x", "h", "s"), "t": ("", "h", "s"), "x": ("", "h", "s"), "d": ("",),
    "h": ("", "u", "t", "x", "d"), "s": ("", "u", "t", "x", "h", "d"), "o": ("", "x", "h", "s"),
}  # fmt: skip


def _number(found: list[str], at: int) -> tuple[str, int]:
    """The number that begins at `at` ("two hundred and fifty"), and where the words go on."""
    total, current, last = Decimal(0), Decimal(0), ""
    while at < len(found):
        word = found[at]
        if word == _AND and last in ("h", "s"):
            following = found[at + 1] if at + 1 < len(found) else ""
            if following[:2] in ("#u", "#t", "#x", "#o"):
                at += 1
                continue
        if not word or word[0] != _NUMBER or last not in _FOLLOWS[word[1]]:
            break
        kind, value = word[1], Decimal(word[2:])
        if kind == "h":
            current = (current or Decimal(1)) * value
        elif kind == "s":
            total, current = total + (current or Decimal(1)) * value, Decimal(0)
        else:
            current += value
        last = kind
        at += 1
        if kind == "o":
            break
    return f"{plain(total + current)}{'th' if last == 'o' else ''}", at


def is_number(word: str) -> bool:
    """Whether a word of `content_words` is a number (not an ordinal, not a decade)."""
    return word[0].isdecimal() and word[-1].isdecimal()


_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def unquoted(text: str) -> str:
    """`text` without what stands in quotation marks: those words are somebody else's."""
    return _QUOTED.sub(" … ", text) if "“" in text or '"' in text else text


_SENTENCE_END = re.compile(
    r"(?<=[.?!])(?<!\bv\.)(?<!\b[A-Z]\.)(?<!\b(?:Mr|Dr|No|St|Ms)\.)[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])"
)


def sentences(text: str) -> list[str]:
    """The sentences of a short text of ours; rough, but "Trop v. Dulles" stays whole."""
    return _SENTENCE_END.split(text) if len(text) > 40 else [text]
