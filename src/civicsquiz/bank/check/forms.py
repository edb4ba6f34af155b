"""What `--explain` says of findings that are made while a file is read (`bank.files`), and of those
on `allow`, which need to know what the other rules have found (`bank.check.run`)."""

from __future__ import annotations

from civicsquiz.bank.check.rule import FormRule
from civicsquiz.bank.finding import Severity

_HALF = "Half a bank is never loaded: a quiz that lost an item without a word would not be trusted."

UNREADABLE = FormRule(
    code="F1",
    name="unreadable",
    severity=Severity.ERROR,
    trust=True,
    mend="save it as UTF-8 text of at most 32 MiB, and see to its permissions",
    means="The file cannot be read, is no ordinary file, is over 32 MiB large, or is not UTF-8 text.",
    why=_HALF,
    bad="a bank that was saved as UTF-16",
    good="the same bank, saved as UTF-8",
)
NOT_YAML = FormRule(
    code="F2",
    name="not-yaml",
    severity=Severity.ERROR,
    trust=True,
    mend="mend the YAML at the place named",
    means="The file is not YAML, or uses what banks do without: anchors and aliases, tags, keys that "
    "stand twice, several documents, over 20 levels.",
    why="A key that stands twice silently loses the first; an alias of 431 bytes can grow until the "
    "machine stands still.",
    bad='stem: "Which case …?\nkey: Trop v. Dulles',
    good='stem: "Which case …?"\nkey: Trop v. Dulles',
)
NOT_A_BANK = FormRule(
    code="F3",
    name="not-a-bank",
    severity=Severity.ERROR,
    trust=True,
    mend="begin the file with “civicsquiz: 1”",
    means="The file does not carry the marker of a bank, or a version that this program does not read.",
    why="The marker tells banks from other YAML files, and its number tells how to read them.",
    bad="items: [ … ]",
    good="civicsquiz: 1\nid: my-bank\nitems: [ … ]",
)
WRONG_FORM = FormRule(
    code="F4",
    name="wrong-form",
    severity=Severity.ERROR,
    trust=True,
    mend="write what the message asks for",
    means="A value is not of the form that its key needs: a list, a date, true or false, one of a few "
    "words. `civicsquiz schema` prints them all, for editors too.",
    why=_HALF,
    bad="stance: factual",
    good="stance: fact",
)
UNKNOWN_KEY = FormRule(
    code="F5",
    name="unknown-key",
    severity=Severity.ERROR,
    trust=True,
    mend="correct its spelling, or remove it",
    means="A key that banks do not have.",
    why="A key that is misspelt would be passed over: `distracters` would leave an item without any.",
    bad="distracters: [{text: Hugo Black}]",
    good="distractors: [{text: Hugo Black}]",
)
MISSING_KEY = FormRule(
    code="F6",
    name="missing-key",
    severity=Severity.ERROR,
    trust=True,
    mend="add it",
    means="A key that every bank, source or item of this type has is not there.",
    why=_HALF,
    bad='- id: trop-year\n  type: choice\n  key: "1958"   # and no stem',
    good='- id: trop-year\n  type: choice\n  stem: In which year …?\n  key: "1958"',
)
LEADS_NOWHERE = FormRule(
    code="F7",
    name="leads-nowhere",
    severity=Severity.ERROR,
    trust=True,
    mend="add the source's card under `sources:`, or correct the name",
    means="An item quotes a source that has no card in the bank, or `for` names a part that the key does "
    "not have. Only keys of multiple, match and order have parts.",
    why="A bank carries a citation for every quotation, so that it can travel alone; and a passage is "
    "shown with what it proves.",
    bad="evidence: [{source: nrp, exact: …}]   # and under sources: npr",
    good="evidence: [{source: npr, exact: …}]",
)
SAME_ID = FormRule(
    code="I1",
    name="id-twice",
    severity=Severity.ERROR,
    trust=True,
    mend="rename one; `formerly:` keeps the history of a renamed item",
    means="Two items of a bank, or two options of an item, have one id. An option without an id has "
    "its text for one.",
    why="The log holds ids. Two things with one id could not be told apart in it.",
    bad="- id: trop-year\n  …\n- id: trop-year",
    good="- id: trop-year\n  …\n- id: trop-who",
)
NOT_ALLOWED = FormRule(
    code="A2",
    name="allow-refused",
    severity=Severity.ERROR,
    trust=True,
    mend="remove it from `allow`, and mend what the rule finds",
    means="`allow` names a rule that cannot be silenced: those on the file's form, on ids, on control "
    "characters, on quotations, on the proof of the key, on wrong answers that are graded as right, on "
    "what a bank has beside its items and on `allow` (F, I, X1, E1, E2, E6, K1, K6, W1, B8, B9, B10, G1, "
    "A2, A3).",
    why="These rules are what the quiz promises. A bank cannot take the promise back.",
    bad="allow: {K1: The key is obvious.}",
    good="because: The amendment forbids “excessive” fines, so others may be set.",
)
ALLOWS_NOTHING = FormRule(
    code="A3",
    name="allow-unused",
    severity=Severity.WARNING,
    trust=True,
    mend="remove it",
    means="`allow` names a rule that does not exist, or that finds nothing in this item. Rules that "
    "depend on more than the bank (documents at hand, other banks, the date) are not counted.",
    why="An exception that outlives its reason will silence the next fault.",
    bad="allow: {O6: The key has to be long.}   # and the key is as long as the rest",
    good="allow: {O6: The case has a long name.}   # and the key is too long",
)
