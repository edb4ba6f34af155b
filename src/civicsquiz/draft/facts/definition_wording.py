"""How a definition may be worded: whole, plain, of no time and no person, and no opinion."""

from __future__ import annotations

import re

from civicsquiz.draft.language import stance, verbs
from civicsquiz.draft.language.dangling import dangling

GUESSING = re.compile(
    r"\b(?:reportedly|allegedly|perhaps|probably|critics|supporters|opponents|supposedly|so-called|I|we|us|our|you|your"
    r"|many (?:people|Americans)|simply|whose time|could|would|might|millions|many people|all people|nobody|everybody|everyone|just|really|actually|essential|important|vital|crucial|(?:much-)?easier|easy|harder|key|good|bad|example|in question)\b"
)
BEHIND = frozenset(
    "by to in for with from on as under at against between among through into that".split()
)
_CAPITAL = re.compile(r"(?<![\w.])[A-Z][A-Za-z]+")
_ORDINARY = frozenset(
    """Congress Constitution Senate House Supreme Court United States American Americans Bill Rights Amendment Representatives
    Electoral College President Declaration Independence First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Fourteenth
    Cabinet White Union Election Day Articles Confederation Native Indian Black English British Speaker Medicare Medicaid Security Treasury Courts Federal Member Members State Justice Department Armed Forces
    Framers World War Parliament Governor Republican Republicans Democratic Democrat Democrats Party House’s Senate’s Congress’s Court’s""".split()
)
"""Names that a definition may have in it: those of institutions."""
LOADED = re.compile(
    r"\b(?:undermin|harmful|threat|destroy|violat(?:es|ing) (?!(?:the|an?) (?:law|Constitution|rule))|ruin|robs|steal|weaken|distort|worsen|divid(?:es|ing) (?:the|our)|matter|deserv|dislike|hate|despis)\w*"
)
YEAR = re.compile(r"\b1[4-9]\d\d\b|\b20\d\d\b|[$%]|\b\d{2,}|\bpercent\b")


def plain(said: str) -> bool:
    """Whether a text has no marks of a quotation, an aside or a second sentence, and no names but
    those of institutions."""
    if any(mark in said for mark in '“”"()[];:?!') or "—" in said or " – " in said:
        return False
    return not set(_CAPITAL.findall(said)) - _ORDINARY


NAMING = re.compile(r"\b(?:called|known as|termed|referred to as)\b")
NEUTRAL = re.compile(
    r"\b(?:thoughts?|beliefs?|believes?|feels?|wants?|wish(?:es)?|hopes?|fears?|deeply|extremely|must|better|unfair(?:ly)?|corrupt(?:ion)?|great|radical"
    r"|deserves?|dictators?|dictatorship|authoritarian|seems?)\b"
)
"""Words that judge in a story, and in a definition need not: “the belief that people must …”."""


def judging(said: str) -> str:
    """The first word of a definition that judges; empty where none does."""
    return stance.judging(NEUTRAL.sub("", said))


_POSSESSIVE = re.compile(r"\b(?:their|its|his|her|they|them|it)\b")
_OWNER = 4


def unowned(said: str) -> bool:
    """Whether a text speaks of “their” or “its” before it can have said whose."""
    found = _POSSESSIVE.search(said)
    one = _HIS.search(said)
    if one and not _SOMEBODY.search(said, 0, one.start()):
        return True
    if found is None:
        return False
    before = said[: found.start()]
    return len(before.split()) < _OWNER or (found[0] == "its" and not _WHOSE.search(before))


_WHOSE = re.compile(r"\b(?:an?|the|each|every|any|one|another)\b|[A-Z]")
_HIS = re.compile(r"\b(?:his|her|he|she|him)\b")
_SOMEBODY = re.compile(
    r"\b(?:person|individual|someone|somebody|anyone|man|woman|officer|official|president|judge|worker|voter|candidate|member"
    r"|citizen|governor|senator|one|employee|defendant|party|lawmaker|representative|legislator|leader|monarch|ruler)\b"
)
_CLAUSAL = re.compile(r"\b(?:that|which|who|whose|whom|where|whereby|what|how|whether)\b")


def complete(text: str) -> bool:
    """Whether the last clause of a phrase has its verb."""
    clauses = list(_CLAUSAL.finditer(text))
    if not clauses:
        words = text.split()
        return not any(word in verbs.MODALS or word in _FINITE for word in words) and not any(
            _predicates(*three) for three in zip(words, words[1:], words[2:], strict=False)
        )
    last = clauses[-1]
    rest = text[last.end() :].replace(",", " ").split()
    before = text[: last.start()].split()
    # “held that | elected representatives …”, “in which | nominees are …”: a subject comes first
    said = verbs.form(before[-1]) if before else None
    subject = bool(before) and (
        before[-1] in BEHIND
        or (last[0] == "that" and said is not None and bool(said.kinds - {"base"}))
    )
    if len(rest) < 2 + subject:
        return False
    if subject:
        return any(map(_finite, rest[1:])) or any(word.endswith("s") for word in rest[1:-2])
    return any(word.endswith(("s", "ed")) or _finite(word) for word in rest)


def _predicates(before: str, word: str, after: str) -> bool:
    """Whether a word is the verb of a clause that has no business in a noun phrase: “the courts | check |
    all acts”, “the right to privacy | erects | a barrier”. Any verb may be, so it is told by what it is not."""
    return (
        after in _DETERMINERS
        and word.isalpha()
        and word.islower()
        and word not in _AHEAD
        and not word.endswith(("ing", "ed", "ly"))
        and before not in _JOINING
        and before not in verbs.MODALS
        and not before.endswith((",", "ly"))
    )


_DETERMINERS = frozenset("a an the all any every each its their".split())
_AHEAD = BEHIND | frozenset(
    """of and or but not nor than like as at about over within without during before after upon onto across along toward towards behind
    beyond beside besides despite near off out outside inside up down via per because since until till while if when so both all such
    half except including given made held set put led sent paid taken drawn kept regarding concerning throughout above below around
    once twice only even just also is are was were""".split()
)
_JOINING = frozenset("to and or not than who which that help helps let lets".split())


def _finite(word: str) -> bool:
    form = verbs.form(word)
    return word in verbs.MODALS or (
        form is not None and bool(form.kinds & {"past", "third", "base", "plural"})
    )


_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had"})
_ROLES = re.compile(
    r"\bthe (?:defendants?|accused|prosecutors?|prosecution|judges?|jury|voters?|candidates?|legislature|governed|citizens|lawmakers"
    r"|executive|chief executive|governor|mayor|city|local government|central government|government|majority party|minority party|taxpayers?"
    r"|minority|majority|chamber|winner|winners|suspects?|owners?|population|community|individual|ballot|polls|legislatures|society|market"
    r"|(?:overall |general |whole |entire )?population|level|incumbent|remainder|poll results|results|policy|organization|organizations|group|budget|public"
    r"|(?:lower|upper|higher|trial) courts?|states?|nation|opposition|representative|product|products|goods|other (?:country|countries|side|party)|amount|text|reader|viewer"
    r"|employer|employees?|workers?|enemy|bureaucracy|executive branch|legislative branch|colony|colonies|crop|harvest|land|landowner|debtor|trade|area|region|company|companies"
    r"|cases?|bill|law|office|trial|crime|plaintiffs?|party|election|candidate|person|official|officer|offender|legislators?|legislation|justices|country|council|(?:local|state|federal|national) level)\b"
)
"""What in a definition means any of its kind, and no particular one."""


def generic(text: str) -> str:
    """A definition with plain people in the place of those who stand for their kind, and without the
    “currently” that is always now."""
    return _NOW.sub("", _ROLES.sub("people", text))


_NOW = re.compile(r"\b(?:currently|now) (?=[a-z]+)")


def generic_dangling(text: str) -> str:
    """What in a definition leans on something outside it. “The defendant” of a definition is any."""
    return dangling(_WITHIN.sub(" people", generic(text)), own=True)


_WITHIN = re.compile(r" (?:themselves|itself|himself or herself)\b")


def ends_like_verb(word: str) -> bool:
    """Whether a word may be a finite verb or a participle."""
    found = verbs.form(word)
    return found is not None and bool(found.kinds & {"third", "past", "participle", "ing", "base"})
