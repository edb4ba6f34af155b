"""The catalogue of rules that a bank must pass, and running it.

    check_files(paths, shelf, today)    everything about bank files: a `Report`
    judge(item, bank, context)          the rules for one item, as the drafter's gate asks them
    proven(item, proving)               how a key stands: literal, bridged or unproven
    RULES                               the catalogue, by code

Each rule is a pure function of what it looks at and knows nothing of files (`bank.check.rule`).
"""

from __future__ import annotations

from civicsquiz.bank.check.catalogue import RULES, explained, find, nearest
from civicsquiz.bank.check.context import Context, context_of
from civicsquiz.bank.check.gather import gather
from civicsquiz.bank.check.proof import Standing, proven
from civicsquiz.bank.check.report import Report, check, check_files
from civicsquiz.bank.check.rule import Case, Remark, Rule
from civicsquiz.bank.check.run import examine, judge
from civicsquiz.bank.check.show import as_github, as_text, as_values

__all__ = [
    "RULES",
    "Case",
    "Context",
    "Remark",
    "Report",
    "Rule",
    "Standing",
    "as_github",
    "as_text",
    "as_values",
    "check",
    "check_files",
    "context_of",
    "examine",
    "explained",
    "find",
    "gather",
    "judge",
    "nearest",
    "proven",
]
