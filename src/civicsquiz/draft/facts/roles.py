"""What an office or a body does, in general: “The Clerk of the House presides until a Speaker is elected”.

Only in the present tense, for in the past “the president” is a person and what Congress did once it
does no more; or of what it was given. And only what is said without doubt, condition or judgement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.predicates import cut
from civicsquiz.draft.language import roles, stance, verbs
from civicsquiz.draft.language.adjuncts import Adjunct, adjunct_of
from civicsquiz.draft.language.clauses import HEDGES, predicate_end
from civicsquiz.draft.language.quoted import inside
from civicsquiz.draft.language.tokens import tokens

_ADJUNCT = re.compile(
    r"^((?:Under|In|Upon|After|During|At|By|Today|Typically|Generally|For|On|Because|Since|When|Within)\b[^,;:“\"]{2,90}), "
)
_ADVERB = re.compile(
    r"(?:(?:also|then|typically|usually|generally|formally|ultimately|directly|alone|automatically|officially|normally|often|traditionally|annually) )+"
)
_GIVEN = re.compile(r"(?:was|were) (?:also )?(?:given|granted|assigned|entrusted with)\b")
_EMPTY = frozenset(
    "be have do want need like seem appear tend try continue begin start feel think believe hope face live vary differ say argue play"
    " exist remain help make take get go come use see look know become enjoy expect follow agree rely".split()
)
_POWER = re.compile(
    r"(?:has|have|had) (?:the )?(?:sole |exclusive |final |constitutional |explicit )?(?:power|authority|right|responsibility|duty) (?:to|of|over)\b"
)
_UNIQUE = re.compile(r"(?:is|are) the (?:[a-z-]+ )?(?:only|first|final|sole|highest|[\w-]+est)\b|exists? (?:primarily|mainly|chiefly|only) ")
_WHICH = re.compile(r", (?:which|who) (?:also )?(?=[a-z])")
_BY = re.compile(
    r"^(?P<lead>(?:[A-Z][^,;:“\"]{3,60}, )?)(?P<what>[A-Z][\w’'-]*(?: [\w’'-]+){0,7}?) (?P<be>is|are) (?:(?:also|formally|usually|typically|directly|all) )?(?P<done>[a-z]+) by (?:the |a )?"
)
_GRANT = re.compile(
    r"\b(?:gives|give|grants|grant|provides|provide|(?:Constitution|Article [IVX]+|Framers|framers|[Cc]lause|Amendment)[^,;]{0,40} (?:gave|granted|provided)) (?:the )?$"
)
_POWERS = re.compile(r" (?:the )?(?:sole |exclusive |explicit |specific )?(power|authority|right|responsibility) to (?=[a-z])")
_OLD = re.compile(r"\bArticles of Confederation\b|\bConfederation Congress\b|\bConfederate\b|\bBritish\b|\bKingdom\b|\bproposed\b|\bproposal\b")


def extract(article: Article) -> Iterator[Fact]:
    """What offices and bodies do, by the article."""
    for sentence in article.sentences:
        text = sentence.text
        if sentence.whole and len(text) < 500 and not _OLD.search(text):
            if not sentence.quoted:
                yield from _of(sentence, article)
            yield from _granted(sentence, article)
            yield from _by(sentence, article)


def _of(sentence: Sentence, article: Article) -> Iterator[Fact]:
    text = sentence.text
    before = _ADJUNCT.match(text)
    found = roles.at(text, before.end() if before else 0)
    if found is None:
        return
    role, start, end = found
    adjunct = adjunct_of(before[1] if before else "")
    if adjunct.kind is Adjunct.UNSAFE or _is_somebody(role, article):
        return
    at = end + 1
    if adverb := _ADVERB.match(text, at):
        at = adverb.end()
    verb = _verb(text, at, plural=role.plural, past=bool(_GIVEN.match(text, at)))
    shape = "main"
    if verb is None and (which := _WHICH.match(text, end)):
        at, shape = which.end(), "which"
        verb = _verb(text, at, plural=role.plural, past=False)
    if verb is None:
        return
    last = predicate_end(text, at + 1, sentence.quoted)
    if shape == "which" and (comma := text.find(", ", at, last)) > 0:
        last = comma
    whole = text[at:last]
    if verb.base in _EMPTY and not (_POWER.match(whole) or _UNIQUE.match(whole) or _passive(whole)):
        return
    predicate = cut(whole, _own(role))
    if not predicate or stance.attributed(text[last:]):
        return
    when = adjunct.text if adjunct.kind is Adjunct.KEPT else ""
    yield _fact(sentence, article, role, (start, end), verb.base, predicate, (at, at + len(predicate)), shape, when)


def _granted(sentence: Sentence, article: Article) -> Iterator[Fact]:
    """“The Constitution gives Congress the power to declare war.”"""
    text = sentence.text
    for power in _POWERS.finditer(text):
        found = next(
            (one for at in _starts(text, power.start()) if (one := roles.at(text, at, power=True)) and one[2] == power.start()),
            None,
        )
        if found is None or not _GRANT.search(text[: found[1]]) or inside(sentence.quoted, *power.span()):
            continue
        role, start, end = found
        last = predicate_end(text, power.end(), sentence.quoted)
        said = cut(f"has the {power[1]} to {text[power.end() : last]}", _own(role))
        predicate = said and f"{'have' if role.plural else 'has'}{said[3:]}"
        if predicate and not _is_somebody(role, article) and not stance.doubting(text[:start]):
            done = len(predicate.partition(f"the {power[1]} to ")[2])
            yield _fact(
                sentence, article, role, (start, end), "have", predicate, (power.end(), power.end() + done), "granted", ""
            )


def _starts(text: str, end: int) -> list[int]:
    """Where a role that ends at `end` may begin: at the last words before it."""
    found = [match.start() for match in re.finditer(r"(?<![\w’'-])\w", text[max(0, end - 50) : end])]
    return [max(0, end - 50) + at for at in found[-5:]]


def _by(sentence: Sentence, article: Article) -> Iterator[Fact]:
    """“Federal judges are appointed by the president”: who appoints them."""
    text = sentence.text
    found = _BY.match(text)
    if found is None or inside(sentence.quoted, *found.span()):
        return
    role = roles.at(text, found.end(), power=True)
    form = verbs.form(found["done"])
    if role is None or form is None or "participle" not in form.kinds or _is_somebody(role[0], article):
        return
    after = text[role[2] :]
    what = found["what"]
    if not re.match(r"[.;]|, (?:and|who|which|but|with)\b| (?:with|for|and (?:confirmed|approved|are|is|serve|serves))\b", after):
        return
    if found["lead"] or stance.doubting(text[: role[2]]) or stance.judging(text[: role[2]]):
        return
    small = what if what.split()[0].isupper() or what.split()[0] in _NAMED else what[0].lower() + what[1:]
    verb = form.verb.base if role[0].plural else form.verb.third
    predicate = f"{verb} {small}"
    if cut(f"{predicate} always in general", _own(role[0])):
        yield _fact(
            sentence, article, role[0], role[1:], form.verb.base, predicate, found.span("what"), "by", ""
        )


_NAMED = frozenset("Federal American U.S. Congress Senate House Supreme Electoral Justices".split()) - {"Federal", "Justices"}


def _own(role: roles.Role) -> str:
    return role.name if not role.plural else ""


def _fact(
    sentence: Sentence,
    article: Article,
    role: roles.Role,
    place: tuple[int, int],
    verb: str,
    predicate: str,
    span: tuple[int, int],
    shape: str,
    when: str,
) -> Fact:
    base = sentence.start
    slots = [
        Slot("subject", role.name, base + place[0], base + place[1]),
        Slot("kind", "office"),
        Slot("verb", verb),
        Slot("predicate", predicate, base + span[0], base + span[1]),
        Slot("shape", shape),
    ]
    if when:
        slots.append(Slot("when", when))
    last = sentence.end if shape == "by" else base + span[1]
    return Fact(Frame.ACTION, article.card.id, tuple(slots), base, last, sentence.number)


def _is_somebody(role: roles.Role, article: Article) -> bool:
    """Whether the article tells of one holder of the office, so that “the president” is that one."""
    if role.asked != "official":
        return False
    title = role.name.removeprefix("The ").lower()
    holders = {name.key for _, name in article.names.all() if title in name.title.lower()}
    return len(holders) in (1, 2)


def _verb(text: str, at: int, *, plural: bool, past: bool) -> verbs.Verb | None:
    """The verb of a statement in the present, or in the `past` too."""
    said = tokens(text[at : at + 60])
    if not said or said[0].lower in HEDGES or not said[0].word:
        return None
    first = said[0].lower
    if first in ("must", "may", "can", "cannot", "shall"):
        second = said[1].lower if len(said) > 1 else ""
        form = verbs.form(second)
        sure = first in ("must", "may", "can", "shall")
        return form.verb if form and "base" in form.kinds and sure else None
    form = verbs.form(first)
    if form is None:
        return None
    wanted = {"base", "plural"} if plural else {"third"}
    if len(said) > 1 and said[1].lower in ("not", "no", "never"):
        return None
    wanted |= {"past", "plural"} if past else set()
    return form.verb if form.kinds & wanted else None


def _passive(whole: str) -> bool:
    """“is elected by …”."""
    said = tokens(whole[:60])
    at = 1
    while at < len(said) - 1 and (said[at].lower.endswith("ly") or said[at].lower in ("also", "then")):
        at += 1
    form = verbs.form(said[at].lower) if len(said) > at else None
    be = said[0].lower in ("is", "are", "was", "were")
    return be and form is not None and "participle" in form.kinds
