"""What an office or a body does, in general: “The Clerk of the House presides until a Speaker is elected”.

Only in the present tense, for in the past “the president” is a person and what Congress did once it
does no more; or of what it was given. And only what is said without doubt, condition or judgement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.does import Does, fact_of, is_somebody, own
from civicsquiz.draft.facts.fact import Fact
from civicsquiz.draft.facts.powers import by_whom, granted
from civicsquiz.draft.facts.predicates import cut
from civicsquiz.draft.language import roles, stance, verbs
from civicsquiz.draft.language.adjuncts import Adjunct, adjunct_of
from civicsquiz.draft.language.clauses import HEDGES, predicate_end
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
_UNIQUE = re.compile(
    r"(?:is|are) the (?:[a-z-]+ )?(?:only|first|final|sole|highest|[\w-]+est)\b|exists? (?:primarily|mainly|chiefly|only) "
)
_ASIDE = re.compile(r", (?:which|who|a|an|the) [^,]{3,100}, (?:also )?(?=[a-z])")
_WHICH = re.compile(r", (?:which|who) (?:also )?(?=[a-z])")
_OLD = re.compile(
    r"\bArticles of Confederation\b|\bConfederation Congress\b|\bConfederate\b|\bBritish\b|\bKingdom\b|\bproposed\b|\bproposal\b"
)


def extract(article: Article) -> Iterator[Fact]:
    """What offices and bodies do, by the article."""
    for sentence in article.sentences:
        text = sentence.text
        if sentence.whole and len(text) < 500 and not _OLD.search(text):
            if not sentence.quoted:
                yield from _of(sentence, article)
            yield from granted(sentence, article)
            yield from by_whom(sentence, article)


def _of(sentence: Sentence, article: Article) -> Iterator[Fact]:
    text = sentence.text
    before = _ADJUNCT.match(text)
    found = roles.at(text, before.end() if before else 0)
    if found is None:
        return
    role, start, end = found
    adjunct = adjunct_of(before[1] if before else "")
    if adjunct.kind is Adjunct.UNSAFE or is_somebody(role, article):
        return
    at = end + 1
    if adverb := _ADVERB.match(text, at):
        at = adverb.end()
    verb = _verb(text, at, plural=role.plural, past=bool(_GIVEN.match(text, at)))
    shape = "main"
    if verb is None and (aside := _ASIDE.match(text, end)):
        at = aside.end()
        verb = _verb(text, at, plural=role.plural, past=False)
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
    predicate = cut(whole, own(role))
    if not predicate or stance.attributed(text[last:]):
        return
    when = adjunct.text if adjunct.kind is Adjunct.KEPT else ""
    yield fact_of(
        sentence,
        article,
        Does(
            role,
            (start, end),
            verb.base,
            predicate,
            (at, at + len(predicate)),
            shape,
            when,
        ),
    )


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
    while at < len(said) - 1 and (
        said[at].lower.endswith("ly") or said[at].lower in ("also", "then")
    ):
        at += 1
    form = verbs.form(said[at].lower) if len(said) > at else None
    be = said[0].lower in ("is", "are", "was", "were")
    return be and form is not None and "participle" in form.kinds
