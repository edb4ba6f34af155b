"""What is said of a name that stands in the middle of a sentence: in a clause on it, or behind it.

“the Civil Rights Act of 1964, which desegregated public accommodations, …”, “… when the Nineteenth
Amendment gave women the right to vote, …”, “slavery was abolished by the Thirteenth Amendment”.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from civicsquiz.draft.article import Sentence
from civicsquiz.draft.language import stance, verbs
from civicsquiz.draft.language.clauses import predicate_end
from civicsquiz.draft.language.names import Name
from civicsquiz.draft.language.quoted import inside
from civicsquiz.draft.language.tokens import tokens

_WHICH = re.compile(
    r"(?: \([^()]{1,40}\))?(?: (?:of|to) the (?:U\.S\. |US |United States |original )?Constitution)?(?: in \d{4})?, which "
    r"(?:(?:also|later|then|first|originally|formally|effectively|explicitly) )?(?=[a-z])"
)
_CONJUNCTION = re.compile(
    r"(?:\b(?:when|after|because|since|while|although|as|and|that)|[,;]) (?:in \d{4},? )?(?:[Tt]he )?$"
)
_RULED = re.compile(
    r"\b(?:decided|ruled|held|found|determined|recognized|affirmed)\b[^.]{0,40} that (?:the )?$"
)
_THAT = re.compile(r"\bthat (?:the )?$")
_PASSIVE = re.compile(
    r"(?:^|\b(?:after|when|because|since|that|and|until|before) |, )(?P<what>(?:(?:[Tt]he|[Aa]n?) )?[\w’'-]+(?: [\w’'-]+){0,8}?)"
    r" (?P<be>is|are|was|were|has been|have been|had been) (?:(?:also|formally|finally|specifically|officially|expressly) )?(?P<done>[a-z]+) by (?:the )?$"
)
_AFTER = re.compile(
    r"(?:[\w’'-]+ )*(?:after|when|because|since|that|and|until|before|while|although) ",
    re.IGNORECASE,
)
_ADVERB = re.compile(
    r"(?: (?:also|then|later|further|finally|formally|expressly|explicitly|specifically|even|thus|now|already|first))+(?= )"
)


_MAKES = re.compile(
    r"\b(?:created|established|set up|formed|founded|authorized|started|introduced|begun|enacted|provided) (?:by|under|in) (?:the )?\Z"
)
"""Before a law: what was made by it may be what “which” goes back to."""
_UNDER = re.compile(r"(?:For example, |For instance, )?[Uu]nder (?:the )?")
_COMMA = re.compile(
    r"(?: \([^()]{1,40}\))?(?: of \d{4})?(?: (?:of|to) the (?:U\.S\. )?Constitution)?, "
)
_AUXILIARY = re.compile(
    r"(?P<subject>(?:[a-z]+|[A-Z][\w.’'-]+)(?: [\w’'-]+){0,6}?) (?P<auxiliary>must|may|can|is|are|was|were) "
)


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a name: the verb, and where the predicate stands in the sentence. `shape` is
    main, which, clause, under or passive; of a passive, `what` is done to is the predicate and `past` says
    that it was done once."""

    verb: verbs.Verb
    start: int
    end: int
    shape: str
    past: bool = True


def said_of(sentence: Sentence, name: Name) -> Said | None:
    """What a clause on `name` says of it, where there is one."""
    if inside(sentence.quoted, name.start, name.end):
        return None
    return (
        _which(sentence, name)
        or _passive(sentence, name)
        or _under(sentence, name)
        or _clause(sentence, name)
    )


def _which(sentence: Sentence, name: Name) -> Said | None:
    text = sentence.text
    found = _WHICH.match(text, name.end)
    if _MAKES.search(text, 0, name.begins) or not found or _denied(text, found.end()):
        return None
    verb = finite(text, found.end())
    if verb is None:
        return None
    last = predicate_end(text, found.end(), sentence.quoted)
    end = _resumed(text, found.end(), last, sentence)
    return Said(verb, found.end(), end, "which") if end else None


_LISTED = re.compile(r", [\w’'-]+(?: [\w’'-]+)?, ")
"""A part of a list, which may look like a verb: “race, color, or religion”."""


def _resumed(text: str, start: int, last: int, sentence: Sentence) -> int:
    """Where a relative clause ends: at the comma behind which the main clause goes on, or at the end
    of the sentence; 0 where that cannot be told."""
    commas = [
        found.start()
        for found in re.finditer(r", ", text[:last])
        if found.start() > start and not inside(sentence.quoted, found.start(), found.start() + 1)
    ]
    if not commas:
        return last
    first = commas[0]
    verbal = not _LISTED.match(text, first) and finite(text, first + 2, plural=True)
    if verbal or modal(text, first + 2):
        return first
    listed = re.search(r", (?:and|or) ", text[first:last])
    return first if not listed and text[first + 2 : first + 6].lower() in ("and ", "but ") else 0


def _clause(sentence: Sentence, name: Name) -> Said | None:
    text = sentence.text
    before = text[: name.begins]
    if not _CONJUNCTION.search(before):
        return None
    ruled = _RULED.search(before)
    if stance.doubting(before) or (_THAT.search(before) and not ruled) or stance.attributed(before):
        return None
    at = name.end
    if adverb := _ADVERB.match(text, at):
        at = adverb.end()
    if text[at : at + 1] != " " or _denied(text, at + 1):
        return None
    verb = finite(text, at + 1)
    if verb is None:
        return None
    last = predicate_end(text, at + 1, sentence.quoted)
    comma = text.find(", ", at, last)
    if comma > 0 and (
        before.lower().startswith(("after", "when", "because", "since")) or _opened(before)
    ):
        last = comma
    return Said(verb, at + 1, last, "clause")


def _opened(before: str) -> bool:
    """Whether the clause stands between commas, so that it ends at the next."""
    return bool(re.search(r", (?:when|after|because|since|while|although|as) (?:the )?$", before))


_BEGINS = re.compile(r"(?:[,;:—]\s*(?:and |but |so )?|\bthat )$")
"""Before the beginning of a clause within a sentence."""


def _passive(sentence: Sentence, name: Name) -> Said | None:
    found = _PASSIVE.search(sentence.text[: name.start])
    if not found:
        return None
    form = verbs.form(found["done"])
    at = found.start("what")
    if late := _AFTER.match(found["what"]):
        at += late.end()
    if sentence.text[:at].strip() and not _BEGINS.search(sentence.text[:at]):
        return None  # only the end of what is done to: “… and Native American tribes”
    what = sentence.text[at : found.end("what")].split()
    if not what or form is None or "participle" not in form.kinds or stance.doubting(found[0]):
        return None
    forms = [verbs.form(word) for word in what[1:] if not word[0].isupper()]
    if any(each and each.kinds & {"past", "third"} for each in forms):
        return None
    past = found["be"] in ("was", "were", "has been", "have been", "had been")
    return Said(form.verb, at, found.end("what"), "passive", past)


def _under(sentence: Sentence, name: Name) -> Said | None:
    """“Under the … Act, states must …”: the predicate is the clause, which a question turns round."""
    text = sentence.text
    comma = _COMMA.match(text, name.end)
    if not _UNDER.fullmatch(text[: name.begins]) or not comma:
        return None
    found = _AUXILIARY.match(text, comma.end())
    if not found or _denied(text, found.end()):
        return None
    said = [token.lower for token in tokens(found["subject"])]
    forms = [form for word in said[1:] if (form := verbs.form(word))]
    main = verbs.form(tokens(text[found.end() :][:40])[0].lower) if text[found.end() :] else None
    if main is None or any("past" in form.kinds for form in forms):
        return None
    return Said(main.verb, comma.end(), predicate_end(text, comma.end(), sentence.quoted), "under")


def turned(clause: str) -> str:
    """“states must report” turned round: “must states report”."""
    found = _AUXILIARY.match(clause)
    return f"{found['auxiliary']} {found['subject']} {clause[found.end() :]}" if found else ""


def finite(text: str, at: int, *, plural: bool = False) -> verbs.Verb | None:
    """The verb in the past or the third person that stands at `at`, past adverbs and “has”."""
    said = tokens(text[at : at + 50])[:4]
    for place, token in enumerate(said):
        form = verbs.form(token.lower)
        if form is None:
            if token.lower.endswith("ly") or token.lower in ("also", "later", "then", "now"):
                continue
            return None
        if form.verb.base in ("be", "have") and place + 1 < len(said):
            after = verbs.form(said[place + 1].lower)
            if after and "participle" in after.kinds:
                return after.verb
        wanted = {"past", "third"} | ({"plural"} if plural else set())
        return form.verb if form.kinds & wanted and not token.capital else None
    return None


def modal(text: str, at: int) -> bool:
    """Whether a modal verb stands at `at`."""
    said = tokens(text[at : at + 20])
    return bool(said) and said[0].lower in verbs.MODALS


def _denied(text: str, at: int) -> bool:
    return bool(re.match(r"(?:\w+ )?(?:not|never|no longer|cannot)\b", text[at:]))
