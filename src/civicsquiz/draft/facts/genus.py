"""What a definition is made of: a term, and a phrase that says what kind of thing it is and which.

“a law that punishes somebody without a trial” has the genus “law”, and what follows tells which
laws. The genera are a closed list: a phrase with another head is not taken for a definition.
"""

from __future__ import annotations

import re

from civicsquiz.bank.check.words import content_words, singular
from civicsquiz.draft.facts.terms import NO_TERM
from civicsquiz.draft.language import stance, verbs
from civicsquiz.draft.language.dangling import dangling

GENERA = frozenset(
    """law rule regulation process procedure system form type kind right power authority ability practice policy
    principle doctrine theory belief concept philosophy ideology ideal view approach method means act action
    agreement treaty pact compact document order command directive tax fee payment duty vote ballot election contest
    government regime monarchy body group organization association person people citizen official officer member leader
    representative voter candidate party court judge amount sum share measure statement test guarantee protection freedom
    liberty requirement crime offense charge accusation program grant fund money aid region area district territory meeting
    gathering assembly session provision clause section structure tactic strategy technique responsibility obligation
    good service testimony evidence writ set series collection network coalition alliance division distribution separation
    limit limitation restriction constraint standard model economy state nation country community society situation
    condition period phase time refusal transfer poll survey proposal bill resolution motion petition lawsuit suit warrant hearing
    trial jury plan dispute disagreement conflict speech writing institution branch agency unit entity jurisdiction gap difference
    decision ruling opinion judgment arrangement relationship privilege immunity exemption benefit interest
    legislature chamber committee legislation funding spending expenditure revenue participation involvement attempt effort
    creation formation removal approval rejection tendency feeling attitude trust loyalty attachment power-sharing combination
    balance budget debt loan bond penalty punishment sanction power framework mechanism device tool boundary line list record
    idea notion presumption status position explanation permission declaration expression ban prohibition deal pledge oath
    notice contribution donation study figure movement campaign forgiveness reduction delay exchange use misuse loss citizenship
    drawing redrawing counting sharing trading granting taking shifting splitting custom lawyer attorney prosecutor clerk
    employee professional objection manipulation politician lawmaker legislator diplomat justice
    withdrawal admission selection appointment nomination confirmation release detention confinement custody brief permit license
    language category class order majority minority plurality proportion percentage number count census population
    """.split()
)
"""Nouns that a definition may turn on."""

_OF = frozenset("form type kind sort set series body group number class part branch".split())
"""Before “of” these leave the genus to what follows."""

_RELATING = frozenset(
    """that which who whose whom in by of to between among from with for under where when whereby through on at over against
    without within based held used given made shared consisting composed made designed intended requiring allowing giving
    granted issued created passed imposed levied set owned paid provided elected chosen appointed run controlled
    ruled exercised protected guaranteed necessary needed available eligible concerning containing involving""".split()
)
"""Words by which the second half of a definition begins."""

_GUESSING = re.compile(
    r"\b(?:reportedly|allegedly|perhaps|probably|critics|supporters|opponents|supposedly|so-called|I|we|us|our|you|your"
    r"|many (?:people|Americans)|simply|whose time|could|would|might|millions|many people|all people|nobody|everybody|everyone|just|really|actually|essential|important|vital|crucial|key|good|bad|example)\b"
)
_CAPITAL = re.compile(r"(?<![\w.])[A-Z][A-Za-z]+")
_ORDINARY = frozenset(
    """Congress Constitution Senate House Supreme Court United States American Americans Bill Rights Amendment Representatives
    Electoral College President Declaration Independence First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Fourteenth
    Cabinet White Union Election Day Articles Confederation Native Indian Black English British Speaker Medicare Medicaid Security Treasury Courts Federal Member Members State Justice Department Armed Forces
    Framers World War Parliament Governor""".split()
)
"""Names that a definition may have in it: those of institutions."""
_LOADED = re.compile(
    r"\b(?:undermin|harmful|threat|destroy|violat(?:es|ing) (?!(?:the|an?) (?:law|Constitution|rule))|ruin|robs|steal|weaken|distort|worsen|divid(?:es|ing) (?:the|our)|matter|deserv|dislike|hate|despis)\w*"
)
_YEAR = re.compile(r"\b1[4-9]\d\d\b|\b20\d\d\b|[$%]|\b\d{2,}|\bpercent\b")
FEWEST, MOST = 4, 30
"""Words of a definition."""


def defining(text: str, term: str, *, short: bool = False, known: bool = False) -> str:
    """`text` as a definition of `term`, or nothing where it is none that stands by itself. With
    `short`, three words are enough, and nothing need follow the genus. A term that is `known` may
    share words with its definition: whether that tells it is the question's matter."""
    said = text.strip().rstrip(",.;: ")
    words = said.split()
    if not (3 if short else FEWEST) <= len(words) <= MOST:
        return ""
    if not _has_genus(words, short=short) or _YEAR.search(said) or _GUESSING.search(said):
        return ""
    if any(mark in said for mark in '“”"()[];:?!') or "—" in said or " – " in said:
        return ""
    if set(_CAPITAL.findall(said)) - _ORDINARY:
        return ""
    if words[0].lower() in _RELATING | (NO_TERM - {"any", "all"}) or words[0].endswith("ing"):
        return ""
    if (not known and shares_words(term, said, head=head_of(said))) or _LOADED.search(said):
        return ""
    if not complete(said) or stance.judging(said) or generic_dangling(said):
        return ""
    return said if not said.endswith((" of", " to", " and", " or", " in", " by")) else ""


def _has_genus(words: list[str], *, short: bool) -> bool:
    """Whether the head of the phrase is a genus, with something behind it that tells which."""
    head, inner, followed = _head(words)
    if followed:
        return head in GENERA and not any(map(_past, inner))
    return short and head in GENERA and len(words) >= 2


def _head(words: list[str]) -> tuple[str, list[str], bool]:
    """The head noun of a noun phrase in the singular, the words before it, and whether anything is
    said behind it. What is a form, kind or set of something has the head of the something."""
    at = begin = 1 if words[:1] and words[0].lower() in ("a", "an", "the", "any", "all") else 0
    while at < len(words) and at - begin <= 6:
        word = words[at].lower().strip(",")
        if at > begin and (word in _RELATING or _participle(words, at)):
            if words[at - 1][0].isupper():
                return "", [], False
            head = singular(words[at - 1].lower().strip(","))
            if word != "of" or head not in _OF:
                return head, words[begin : at - 1], True
            begin = at + 1
        at += 1
    if at - begin > 6 or not words:
        return "", [], False
    return singular(words[-1].lower().strip(",")), words[begin:-1], False


def _past(word: str) -> bool:
    """Whether a word is a verb in the past before another noun: then it is a clause, no phrase."""
    found = verbs.form(word)
    return (
        found is not None
        and "past" in found.kinds
        and word not in ("elected", "appointed", "limited", "written")
    )


_CLAUSAL = re.compile(r"\b(?:that|which|who|whose|whom|where|whereby|what|how|whether)\b")


def complete(text: str) -> bool:
    """Whether the last clause of a phrase has its verb."""
    clauses = list(_CLAUSAL.finditer(text))
    if not clauses:
        return not any(word in verbs.MODALS or word in _FINITE for word in text.split())
    rest = text[clauses[-1].end() :].replace(",", " ").split()
    return len(rest) >= 2 and any(
        word in verbs.MODALS
        or word.endswith(("s", "ed"))
        or ((found := verbs.form(word)) and found.kinds - {"ing"})
        for word in rest
    )


_FINITE = frozenset({"is", "are", "was", "were", "has", "have", "had"})


def _participle(words: list[str], at: int) -> bool:
    """Whether a participle right behind a genus goes on: “a document | filed by …”."""
    found = verbs.form(words[at])
    if found is None or singular(words[at - 1].lower()) not in GENERA:
        return False
    ahead = words[at + 1].lower() if at + 1 < len(words) else ""
    return "ing" in found.kinds or ("participle" in found.kinds and ahead in _BEHIND)


_BEHIND = frozenset(
    "by to in for with from on as under at against between among through into that".split()
)


def head_of(text: str) -> str:
    """The genus of a definition: the head noun of its phrase, in the singular."""
    return _head(text.split())[0]


def shares_words(term: str, text: str, head: str = "") -> bool:
    """Whether a term and a text have a word in common, also with another ending: “elect”, “election”.
    A term may end with the genus, `head`: “sunshine laws” are laws."""
    if head and " " in term and singular(term.rsplit(maxsplit=1)[-1].lower()) == head:
        term = term.rpartition(" ")[0]
    theirs = {_stem(word) for word in content_words(text)}
    return any(_stem(word) in theirs for word in content_words(term))


def _stem(word: str) -> str:
    return word[:5]


_ROLES = re.compile(
    r"\bthe (?:defendants?|accused|prosecutors?|prosecution|judges?|jury|voters?|candidates?|legislature|governed|citizens|lawmakers"
    r"|executive|chief executive|governor|mayor|city|local government|central government|government|majority party|minority party|taxpayers?"
    r"|minority|majority|chamber|winner|winners|suspects?|owners?|population|community|individual|ballot|polls|legislatures|society|market"
    r"|cases?|bill|law|office|trial|crime|plaintiffs?|party|election|candidate|person|official|officer|offender|legislators?|legislation|justices|country|council|(?:local|state|federal|national) level)\b"
)
"""What in a definition means any of its kind, and no particular one."""


def generic(text: str) -> str:
    """A definition with plain people in the place of those who stand for their kind."""
    return _ROLES.sub("people", text)


def generic_dangling(text: str) -> str:
    """What in a definition leans on something outside it. “The defendant” of a definition is any."""
    return dangling(_WITHIN.sub(" people", generic(text)), own=True)


_WITHIN = re.compile(r" (?:themselves|itself|himself or herself)\b")


def ends_like_verb(word: str) -> bool:
    """Whether a word may be a finite verb or a participle."""
    found = verbs.form(word)
    return found is not None and bool(found.kinds & {"third", "past", "participle", "ing", "base"})
