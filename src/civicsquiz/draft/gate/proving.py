"""Whether the passage really says what is asked: rules learned from teachers who judged drafts blind."""

from __future__ import annotations

import re

from civicsquiz.bank.check.words import singular
from civicsquiz.bank.items import FindEvidence
from civicsquiz.bank.models import Stance
from civicsquiz.draft.facts.definition_needs import lacking
from civicsquiz.draft.facts.fact import Frame
from civicsquiz.draft.facts.genus import head_of
from civicsquiz.draft.gate.rule import GateRule, Ground
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.definition_kinds import entry_of, likeness

_LISTED = frozenset({"staple", "figure"})
_SHORT = 4
"""Letters by which forms of a word are one."""
_FEW = 3
"""A question with fewer words of its own is said by the key and what everything here speaks of."""
_GENERAL = frozenset(
    """the and for are was has had who how its not all can may any one two out law which what when where whom whose many much does have been with from that this they their them there those these called
    name term main made make body bodies official officer office united states america american government country people
    person somebody before after under into than each other must kind supreme court congress president constitution
    federal""".split()
)


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]{3,}", text.lower()) if word not in _GENERAL}


def _hardly_said(candidate: Candidate, _ground: Ground) -> str:
    """A question of a list is asked in our words: the passage has to have some of them."""
    if candidate.kind not in _LISTED:
        return ""
    item = candidate.item
    asked = _words(item.stem) - _words(item.key_text)
    quoted = {
        word[:_SHORT]
        for evidence in item.evidence
        for word in re.findall(r"[a-z]{3,}", evidence.selector.exact.lower())
    }
    found = sum(word[:_SHORT] in quoted for word in asked)
    return "" if found or len(asked) < _FEW else "the passage says nothing of what is asked"


HARDLY_SAID = GateRule(
    "K2",
    "hardly-said",
    "A question out of a list of ours, of which the passage says nothing but the key.",
    _hardly_said,
)

_DEFINES = frozenset({"define", "define-typed", "define-match", "find-definition", "meaning"})
_FRONTED = re.compile(
    r"^(?:Using|When|While|As|Through|With|By|In|For|Under|Without|Despite|Given|Like|Unlike|Because of|Thanks to)\b[^,;:—]*$"
)
_OF_ANOTHER = re.compile(r"\b(?:of|for|to|in|by|and|their|its|his|own) (?:[\w’-]+ ){0,3}$")
_HEAD_OF = re.compile(r"\b([A-Za-z]+) of $")
"""“courts of | original jurisdiction, the first courts with …”"""
_AS_KNOWN = 0.7
_VALUED = re.compile(
    r"^(?:an?|the|one) (?:(?:very|most|more) )?(?:natural|normal|important|key|major|central|crucial|common|essential|good|bad|great|significant"
    r"|powerful|critical|vital|fundamental|disadvantage|advantage|problem|cause|result|example|reason|concern)\b"
)


def _defined_elsewhere(candidate: Candidate, ground: Ground) -> str:
    """What stands behind a term may go on with the sentence, or belong to another word before it."""
    if candidate.kind not in _DEFINES:
        return ""
    for fact in candidate.facts:
        slots = {slot.name: slot.text for slot in fact.slots}
        if _VALUED.match(slots.get("definition", "")):
            return "it says what the thing is like, and not what it is"
        if not slots.get("way", "").startswith("apposed"):
            continue
        sentence = ground.articles[fact.source].sentences[fact.sentence].text
        before = sentence[: max(0, sentence.lower().find(slots["term"].lower()))]
        ahead = _HEAD_OF.search(before)
        if ahead and singular(ahead[1].lower()) == head_of(slots.get("definition", "")):
            return "what stands behind the term is said of the word before it"
        entry = entry_of(fact) if fact.frame is Frame.DEFINITION else None
        if entry is not None and likeness(fact["definition"], entry.about) >= _AS_KNOWN:
            continue  # nothing else is meant by it
        if _FRONTED.match(before) or (slots["way"] != "apposed," and _OF_ANOTHER.search(before)):
            return "what stands behind the term may not be what it means"
    return ""


DEFINED_ELSEWHERE = GateRule(
    "K2",
    "defined-elsewhere",
    "What is taken for a definition goes on with the sentence, belongs to another word, or only values.",
    _defined_elsewhere,
)


def _not_whole(candidate: Candidate, _ground: Ground) -> str:
    if candidate.kind not in _DEFINES:
        return ""
    for fact in candidate.facts:
        entry = entry_of(fact) if fact.frame is Frame.DEFINITION else None
        if entry is not None and lacking(entry.name, fact["definition"]):
            return f"“{entry.name}” means {entry.about}"
    return ""


NOT_WHOLE = GateRule(
    "K3",
    "definition-lacks",
    "The definition lacks what makes the term what it is, by the civics table.",
    _not_whole,
)

_SEEN = re.compile(
    r"\b(?:conservatives?|liberals?|progressives?|critics?|opponents?|supporters?|advocates?|proponents?|detractors?|activists?|Republicans|Democrats"
    r"|scholars?|observers?|analysts?|historians?|some|many|others)\b(?: [\w’-]+){0,3} (?:sees?|saw|views?|viewed|regards?|regarded|considers?|considered"
    r"|argues?|argued|contends?|contended|claims?|claimed|believes?|believed|feels?|felt|complain\w*|maintain\w*)\b"
)


_READ_AS = re.compile(
    r"\b(?:can|could|may|might) be (?:read|seen|viewed|regarded|understood|interpreted|considered)\b"
)


def _seen_by_some(candidate: Candidate, ground: Ground) -> str:
    if candidate.item.stance is not Stance.FACT:
        return ""
    if found := _READ_AS.search(candidate.item.stem):
        return f"“{found[0]}”: it is one way to see it"
    for fact in candidate.facts:
        sentence = ground.articles[fact.source].sentences[fact.sentence].text
        if found := _SEEN.search(sentence):
            return f"“{found[0]}”: it is told as somebody's view"
    return ""


SEEN_BY_SOME = GateRule(
    "S6",
    "seen-by-some",
    "The sentence tells how some see it, and the question asks it as a fact.",
    _seen_by_some,
)

_LEANS = re.compile(
    r"^(?:Finally|For (?:example|instance)|Since then|Subsequent\w*|Similarly|Likewise|In (?:addition|contrast|fact|turn|other words)|On the other hand"
    r"|None of (?:these|those|them)|Both of|Other|Others|Another|Additionally|Furthermore|Still|Again|Indeed|Instead|Meanwhile|Next|Second|Third|Later|Compare|As (?:mentioned|noted|discussed|we|you|shown|described)|Recall|See|Consider|Below|Above|Here|Thus|Therefore|However|Nevertheless"
    r"|Moreover|This|These|Those|Such|It|They|He|She|But|And|Or|So|Yet|Then|Also|In (?:this|these|that) )\b"
    r"|, (?:on the other hand|however|therefore|then|too|for example|for instance|in turn|likewise)[,.]|\b(?:also|thus|such problems)\b|\bas well\b(?! as)"
    r"|\b[Tt]he (?:section|chapter|module) (?:that|which) follows\b|\b(?:in|of) this (?:chapter|section|module|book)\b"
    r"|\b(?:Chapter|Section|Figure|Table|Link to Learning) \d"
)


def _leaning_line(candidate: Candidate, _ground: Ground) -> str:
    item = candidate.item
    if isinstance(item, FindEvidence):
        for option in item.options:
            if found := _LEANS.search(option.text):
                return f"a line leans on its place in the article: “{found[0]}”"
    return ""


LEANING_LINE = GateRule(
    "S2",
    "line-leans",
    "A line to choose from leans on what stood before it, or speaks of the book.",
    _leaning_line,
)

_ONCE = re.compile(r"^(?:Originally|Initially|At first|Until|Before|Prior to|For a time|Once)\b")


def _once_so(candidate: Candidate, ground: Ground) -> str:
    """The stem of a provision leaves out how its sentence begins."""
    if candidate.kind != "which-provision":
        return ""
    sentence = ground.articles[candidate.fact.source].sentences[candidate.fact.sentence].text
    found = _ONCE.match(sentence)
    return f"“{found[0]}”: it is said of a time, which the question leaves out" if found else ""


ONCE_SO = GateRule(
    "K1",
    "once-so",
    "The sentence says what was so for a time, and the question leaves that out.",
    _once_so,
)
