"""Curriculum standards: what a code asks for, in brief and in our words.

The codes are those of the C3 Framework for Social Studies State Standards (NCSS, 2013) and of the
Common Core State Standards for reading in history and social studies (RH) and of informational text
(RI), 2010. A code that is not here is shown by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from civicsquiz.bank.models import Bank, Item

BRIEF: Mapping[str, str] = MappingProxyType(
    {
        "C3 D2.Civ.1.9-12": "tell apart what different institutions may do and must do",
        "C3 D2.Civ.2.9-12": "the citizen’s role in U.S. politics",
        "C3 D2.Civ.3.9-12": "how constitutions, laws and treaties keep order within and among nations",
        "C3 D2.Civ.4.9-12": "how the Constitution sets up powers, duties and limits",
        "C3 D2.Civ.5.9-12": "judge how well institutions deal with public problems",
        "C3 D2.Civ.12.9-12": "how people use and challenge laws to deal with public issues",
        "C3 D2.Civ.13.9-12": "judge policies by their intended and unintended outcomes",
        "C3 D2.Civ.14.9-12": "past and present ways to change societies and protect rights",
        "C3 D2.His.1.9-12": "how events were shaped by time, place and wider context",
        "C3 D2.His.2.9-12": "change and continuity in historical eras",
        "C3 D2.His.6.9-12": "how the views of those who write history shape what they write",
        "C3 D2.His.11.9-12": "criticize a source by its maker, date, audience and purpose",
        "C3 D2.His.14.9-12": "many and complex causes and effects",
        "C3 D2.His.16.9-12": "bring evidence from several sources into an argument",
        "C3 D3.1.9-12": "gather sources of many views, chosen by origin, authority and context",
        "C3 D3.2.9-12": "judge a source’s credibility",
        "C3 D3.3.9-12": "find evidence in several sources and notice where it does not agree",
        "C3 D4.1.9-12": "build arguments with precise claims and evidence",
        "C3 D4.4.9-12": "criticize the use of claims and evidence",
        "CCSS RH.9-10.1": "cite textual evidence, attending to date and origin",
        "CCSS RH.9-10.2": "central ideas, and an accurate summary",
        "CCSS RH.9-10.3": "whether earlier events caused later ones or only came before",
        "CCSS RH.9-10.4": "the meaning of words, political and legal ones among them",
        "CCSS RH.9-10.5": "how a text is built to stress its points",
        "CCSS RH.9-10.6": "compare the points of view of two or more authors",
        "CCSS RH.9-10.7": "join figures and charts with the text",
        "CCSS RH.9-10.8": "how far reasoning and evidence support a claim",
        "CCSS RH.9-10.9": "compare how several sources treat one topic",
        "CCSS RH.11-12.6": "weigh authors’ differing points of view by claims and evidence",
        "CCSS RH.11-12.8": "test premises, claims and evidence against other information",
        "CCSS RH.11-12.9": "join diverse sources into one understanding, noting discrepancies",
        "CCSS RI.9-10.6": "an author’s point of view or purpose, and the rhetoric that serves it",
        "CCSS RI.9-10.8": "trace and judge the argument and claims of a text",
    }
)


def coverage(banks: Iterable[Bank]) -> dict[str, list[tuple[Bank, Item]]]:
    """The items that may be asked by the codes they carry, codes in order."""
    found: dict[str, list[tuple[Bank, Item]]] = {}
    for bank in banks:
        for item in bank.asked:
            for code in item.standards:
                found.setdefault(code, []).append((bank, item))
    return dict(sorted(found.items(), key=lambda pair: _rank(pair[0])))


def _rank(code: str) -> tuple[tuple[int, int | str], ...]:
    """Codes in the order of their numbers: Civ.4 before Civ.12."""
    parts = code.replace("-", ".").replace(" ", ".").split(".")
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in parts)
