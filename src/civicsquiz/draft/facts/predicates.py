"""What may be asked of a subject: a predicate that can be read by itself."""

from __future__ import annotations

import re

from civicsquiz.draft.language import stance, verbs
from civicsquiz.draft.language.dangling import dangling
from civicsquiz.draft.language.quoted import balanced, quoted

LEAST, MOST = 5, 30
"""Words of a predicate."""

_JOINT = re.compile(r",? (?:and|but) (?=[a-z])|,? as well as (?=\w+ing )|, ")
"""Where a predicate may be cut short: before what is added to it."""

_OPEN = re.compile(
    r"\bthat (?:while|although|though|if|when|because|since|in|under|after|before)\b[^,]*$"
)
"""A that-clause of which only the beginning is there."""

_COMMA = re.compile(r", (\w+)")
_PAIRED = re.compile(r"\b(?:between|both|either)\b")
_PAIRING = re.compile(r"\b(?:and|or)\b")
_NEEDED = re.compile(r" (?:and (?:the |a |an )?[A-Z])|, (?:[A-Z]|and )")
"""Additions without which the beginning would say something else: parts of lists and names."""


_THEIRS = re.compile(r"\b(?:its|their)\b")
_SEVERAL = re.compile(r"\b(?:[a-z]{3,}s(?![’'])|people|children|women|men|those)\b")
_ONE = re.compile(r"\b(?:an?|any|each|every|no) (?:[\w-]+ ){0,3}[a-z]{3,}\b")
_PERSON = re.compile(
    r"\b(?:an?|the|any|each|every|no) (?:[a-z-]+ ){0,2}[a-z]+(?:man|or|er|ist|ant|ent|see|ee|son|ian|ive|ual|ect|en|ld|ge|te)\b|[A-Z][a-z]+ [A-Z][a-z]+"
)
_THEN = re.compile(r"\w+ (?:then|thus|therefore|instead|likewise|similarly|still|again|too)\b")
_ALSO = re.compile(
    r"^(?:(?:finally|also|thus|actually|originally|formally|effectively|once) )?(\w+) (?:(?:also|finally|thus|once) )?"
)
_VERBAL = frozenset({"past", "third", "plural", "base"})
_LIST_ON = re.compile(r", (?:[\w’'-]+ ){0,6}[\w’'-]+,? (?:and|or) ")
_KNOWN_WELL = re.compile(
    r"\bthe (?=(?:opposite sex|same sex|(?:[a-z]+ )?industr(?:y|ies)|[a-z]+ (?:and [a-z]+ )?industr(?:y|ies)|(?:rebellious|rebelling|southern|northern|western|eastern|slaveholding|Confederate|seceded|border|confederate) states"
    r"|(?:western|new|federal) territor(?:y|ies)|private sector|public sector|workplace|minimum wage|work week|gold standard|imposition|manufacture|sale|purchase|use|production|importation|formation|establishment|creation|stock market|banking system|national parks|frontier|colonies|territories|territory|statement (?:is|was)|first three months|accused|suspect|defendant|death penalty|draft|workplace|classroom|exclusionary rule)\b)"
    r"|(?<=the government) (?:generally|usually|normally|typically)\b|(?<=^that), (?=under the \w+ Amendment,)"
)
"""“the” before what a reader knows without the article."""
_DO_SO = re.compile(
    r"\b(?:do|does|did|done|doing) (?:so|it|this|that)\b|\bto do\b(?! (?:with|\w+ing))"
)


def cut(whole: str, subject: str, *, person: bool = False, law: bool = False) -> str:
    """The longest beginning of a predicate that says something by itself; empty where none does.

    Of a `person`, nothing is taken that tells of crime, death or misfortune; of a `law`, two words
    are enough, and it may “say” something. The predicate may not name its `subject`.
    """
    whole = whole.rstrip(" ,;:")
    cuts = [found.start() for found in _JOINT.finditer(whole)]
    for end in (len(whole), *reversed(cuts)):
        predicate = whole[:end].rstrip(" ,;:")
        if _sound(predicate, subject, person=person, law=law) and not _hanging(
            whole[end:], predicate
        ):
            return predicate
    return ""


def _hanging(rest: str, predicate: str) -> bool:
    """Whether what is cut off begins with what the beginning cannot do without."""
    if rest and _listed(predicate):
        return True
    if rest and _goes_on(rest):
        return True
    opened = _PAIRED.findall(predicate)
    return bool(_NEEDED.match(rest)) or len(opened) > len(_PAIRING.findall(predicate))


def _goes_on(rest: str) -> bool:
    """Whether what is cut off is a further part of a list of things: “… of president| and vice president”."""
    if "as well as" in rest[:13]:
        return False
    if rest.startswith(", ") and not re.match(r", (?:and|but|or) ", rest):
        return bool(_LIST_ON.match(rest))
    word = re.match(r",? (?:and|but) (?:also |then |thus |later |\w+ly )?([\w’'-]+)", rest)
    form = verbs.form(word[1]) if word else None
    return not (form and form.kinds & _VERBAL) and not (word and word[1] in ("to", "that"))


def _listed(predicate: str) -> bool:
    """Whether the beginning is that of a list of verbs: “secures …, protects …”."""
    for found in _COMMA.finditer(predicate):
        form = verbs.form(found[1].lower())
        if form and form.kinds & {"third", "past"}:
            return True
    return False


def _sound(predicate: str, subject: str, *, person: bool, law: bool) -> bool:
    if not (2 if law else LEAST) <= len(predicate.split()) <= MOST or not balanced(predicate):
        return False
    if stance.judging(predicate) or stance.unsure(predicate):
        return False
    if stance.attributed(predicate.partition(" ")[2] if law else predicate):
        return False
    if person and stance.blaming(predicate):
        return False
    if (
        _THEN.match(predicate)
        or _OPEN.search(predicate)
        or _theirs(predicate)
        or _DO_SO.search(predicate)
    ):
        return False
    named = bool(subject) and subject.rsplit(maxsplit=1)[-1].lower() in predicate.lower()
    return not named and not dangling(known(unquoted(predicate)) if law else predicate, own=True)


def _theirs(predicate: str) -> bool:
    """Whether a “their” or “its” has nothing before it in the predicate that it may be of."""
    for found in _THEIRS.finditer(predicate):
        owners = _SEVERAL if found[0] == "their" else _ONE
        if not owners.search(predicate, 0, found.start()):
            return True
    return False


def unowned(clause: str) -> bool:
    """Whether a possessive in a whole clause may be of what stands outside it."""
    owner = re.search(r"\b(?:his|her)\b", clause)
    return _theirs(clause) or bool(owner and not _PERSON.search(clause, 0, owner.start()))


def asked(predicate: str) -> str:
    """A predicate as a question has it: without an “also”, which adds to what was said before."""
    return _ALSO.sub(r"\1 ", predicate)


def known(text: str) -> str:
    """A text without the “the” of what everybody knows: “the banking industry”."""
    return _KNOWN_WELL.sub("", text)


def unquoted(text: str) -> str:
    """A text with what it quotes replaced by one word: a quoted phrase of the law says what it says."""
    for start, end in reversed(quoted(text)):
        text = f"{text[:start]}Words{text[end:]}"
    return text
