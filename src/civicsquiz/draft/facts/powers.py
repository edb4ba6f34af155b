"""Powers that are given, and who appoints or elects whom.

“The Constitution gives Congress the power to declare war”, “federal judges are appointed by the
president”: the office or body stands behind the verb, and a question puts it before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.does import Does, fact_of, is_somebody, own
from civicsquiz.draft.facts.fact import Fact
from civicsquiz.draft.facts.predicates import cut
from civicsquiz.draft.language import roles, stance, verbs
from civicsquiz.draft.language.clauses import predicate_end
from civicsquiz.draft.language.quoted import inside

_BY = re.compile(
    r"^(?P<lead>(?:[A-Z][^,;:“\"]{3,60}, )?)(?P<what>[A-Z][\w’'-]*(?: [\w’'-]+){0,7}?) (?P<be>is|are) (?:(?:also|formally|usually|typically|directly|all) )?(?P<done>[a-z]+) by (?:the |a )?"
)
_GRANT = re.compile(
    r"\b(?:gives|give|grants|grant|provides|provide|(?:Constitution|Article [IVX]+|Framers|framers|[Cc]lause|Amendment)[^,;]{0,40} (?:gave|granted|provided)) (?:the )?$"
)
_POWERS = re.compile(
    r" (?:the )?(?:sole |exclusive |explicit |specific )?(power|authority|right|responsibility) to (?=[a-z])"
)
_A_POWER = re.compile(
    r"(?:declare|veto|pardon|tax|regulate|appoint|impeach|confirm|coin|borrow|levy|spend|ratify|make (?:laws|treaties)|override|nominate"
    r"|remove|issue|review|interpret|grant|raise|collect|approve|reject|negotiate|investigate|admit|propose|set|command|strike down)\b"
)
"""What an office or a body of a constitution can be given the power to do."""
_AGAINST = re.compile(
    r"\b(?:limit\w*|den(?:y|ied|ies)|remov\w*|end(?:s|ed)?|reject\w*|strip\w*|propos\w*|question\w*|challeng\w*|claim\w*|over|beyond|without|no|not|past|lack\w*|once)\b[^,;]*$"
)
_NAMED = frozenset(
    "Federal American U.S. Congress Senate House Supreme Electoral Justices".split()
) - {"Federal", "Justices"}


def granted(sentence: Sentence, article: Article) -> Iterator[Fact]:
    """“The Constitution gives Congress the power to declare war.”"""
    text = sentence.text
    for power in _POWERS.finditer(text):
        found = next(
            (
                one
                for at in _starts(text, power.start())
                if (one := roles.at(text, at, power=True)) and one[2] == power.start()
            ),
            None,
        )
        own_power = found is None and _own(text, power.start())
        if own_power:
            found = own_power
        if (
            found is None
            or not (own_power or _GRANT.search(text[: found[1]]))
            or inside(sentence.quoted, *power.span())
        ):
            continue
        role, start, end = found
        last = predicate_end(text, power.end(), sentence.quoted)
        if own_power and (
            not _A_POWER.match(text, power.end()) or _clause_goes_on(text[power.end() : last])
        ):
            continue
        said = cut(f"has the {power[1]} to {text[power.end() : last]}", own(role))
        predicate = said and f"{'have' if role.plural else 'has'}{said[3:]}"
        if predicate and not is_somebody(role, article) and not stance.doubting(text[:start]):
            done = len(predicate.partition(f"the {power[1]} to ")[2])
            yield fact_of(
                sentence,
                article,
                Does(
                    role,
                    (start, end),
                    "have",
                    predicate,
                    (power.end(), power.end() + done),
                    "granted",
                ),
            )


def _clause_goes_on(said: str) -> bool:
    """Whether another verb follows behind what the power is to: “… to declare war has been disputed”."""
    words = re.findall(r"[A-Za-z’'-]+", said)[1:]
    forms = [form for word in words if (form := verbs.form(word))]
    return any(form.kinds & {"third", "past", "plural"} for form in forms)


def _own(text: str, end: int) -> tuple[roles.Role, int, int] | None:
    """The role whose power it is: “Congress’s power to declare war”, and nothing is said against it."""
    mark = re.search(r"(?:’s|'s|’|')$", text[:end])
    if not mark or _AGAINST.search(text[: mark.start()]):
        return None
    for at in _starts(text, mark.start()):
        one = roles.at(text, at, power=True)
        if one and one[2] == mark.start():
            return one
    return None


def _starts(text: str, end: int) -> list[int]:
    """Where a role that ends at `end` may begin: at the last words before it."""
    found = [
        match.start() for match in re.finditer(r"(?<![\w’'-])\w", text[max(0, end - 50) : end])
    ]
    return [max(0, end - 50) + at for at in found[-5:]]


def by_whom(sentence: Sentence, article: Article) -> Iterator[Fact]:
    """“Federal judges are appointed by the president”: who appoints them."""
    text = sentence.text
    found = _BY.match(text)
    if found is None or inside(sentence.quoted, *found.span()):
        return
    role = roles.at(text, found.end(), power=True)
    form = verbs.form(found["done"])
    if (
        role is None
        or form is None
        or "participle" not in form.kinds
        or is_somebody(role[0], article)
    ):
        return
    after = text[role[2] :]
    what = found["what"]
    if not re.match(
        r"[.;]|, (?:and|who|which|but|with)\b| (?:with|for|and (?:confirmed|approved|are|is|serve|serves))\b",
        after,
    ):
        return
    if found["lead"] or stance.doubting(text[: role[2]]) or stance.judging(text[: role[2]]):
        return
    small = (
        what
        if what.split()[0].isupper() or what.split()[0] in _NAMED
        else what[0].lower() + what[1:]
    )
    verb = form.verb.base if role[0].plural else form.verb.third
    predicate = f"{verb} {small}"
    if cut(f"{predicate} always in general", own(role[0])):
        yield fact_of(
            sentence,
            article,
            Does(
                role[0],
                role[1:],
                form.verb.base,
                predicate,
                found.span("what"),
                "by",
            ),
        )
