"""Whether a name can be the subject that speaks: by what stands before it.

It can in “Newly elected Senator Jane Roe said” and “The Speaker, Jane Roe, said”. It cannot in “a lawyer
for Jane Roe said”, nor in “lawyers representing Jane Roe said”.
"""

from __future__ import annotations

import re

from civicsquiz.draft.language import verbs
from civicsquiz.draft.language.names import Name
from civicsquiz.draft.language.tokens import Token, tokens

_SAYS = frozenset("say tell write claim argue allege believe think insist deny".split())
_OFFICE_FIRST = re.compile(
    r"(?:The|An?|One)(?: (?:(?:of|for|at|in|and) (?:the )?(?=[A-Z])|(?!(?:of|for|to|by|with|from|and|or|in|at|on)\b))[A-Za-z][\w.’'-]*){1,8}, $"
)
"""“The Speaker of the House, ” but not “The friend of the mayor, ”, where it may be the mayor's name."""
_STOPPING = frozenset(
    """for with by from against to about on in at than near like including led named called between among and or
    both unlike around across through within without beyond beneath during throughout toward towards via per
    when if although though because since as until unless whether where once who whom whose that which over into after before besides alongside behind under within versus nor either neither""".split()
)


def called_by_office(text: str, name: Name) -> bool:
    """Whether a name only says who holds an office, “The Speaker, Jane Roe, …”: the comma behind it
    is none of its own."""
    return bool(_OFFICE_FIRST.match(text[: name.begins])) and text[name.end :].startswith(", ")


def leads(text: str, name: Name, begin: int) -> bool:
    """Whether what stands before a name, from `begin` or the last comma on, lets it be a subject:
    nothing, or words that only describe it (“newly elected”)."""
    lead = re.split(r"[,;:—–“”\"]", text[begin : name.begins])[-1].strip()
    if lead.lower() == "and":
        return text[begin : name.begins].strip() == lead
    if lead.lower() in ("as", "but", "yet", "even", "while", "still", "so"):
        return True
    said = tokens(lead)
    if not said:
        return _no_list(text[begin : name.begins])
    if (
        len(said) > 8
        or said[-1].lower in _STOPPING | {"of"}
        or said[-1].lower.endswith(("'s", "s'"))
    ):
        return False
    for at, token in enumerate(said):
        after = said[at + 1] if at + 1 < len(said) else token
        if token.lower in _STOPPING - {"and"} or (token.lower == "of" and not after.capital):
            return False
        if _acts(token):
            return False
    return True


_LISTED = re.compile(r"(?:^|, )(?:[A-Z][\w.’'-]* ?){1,4}, $")


def _no_list(before: str) -> bool:
    """Whether a name behind a comma is not one of several: “Smith, Jones and Brown wrote”. It is
    none in “The Majority Leader, Jane Roe, said”."""
    return not _LISTED.search(before) or before.startswith(("The ", "A ", "An ", "One "))


def _acts(token: Token) -> bool:
    """Whether a word before a name is a verb, so that the name is no subject: “lawyers representing
    NAME”. “Newly elected” only describes."""
    form = verbs.form(token.lower)
    if token.capital or token.lower in _DESCRIBING:
        return False
    if form and (form.kinds & {"past", "third", "participle"} or form.verb.base in _SAYS):
        return True
    return token.lower.endswith(("ing", "ed"))


_DESCRIBING = frozenset(
    """elected reelected re-elected appointed retired confirmed acting sitting ranking leading presiding outgoing incoming
    managing visiting governing united housing so-called convicted""".split()
)
