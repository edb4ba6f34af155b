"""A question whose answer is typed, as the values of a bank's item."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from civicsquiz.bank.spelling import folded
from civicsquiz.formats.importing.fitting import LONGEST, LONGEST_ANSWER, Fit, NoPlace
from civicsquiz.formats.importing.options import brief, said
from civicsquiz.formats.portable import Form, Portable

_FULL = Decimal(1)


def typed(question: Portable, fit: Fit) -> dict[str, Any]:
    accepted: dict[str, str] = {}
    misses: dict[str, dict[str, str]] = {}
    if question.case_sensitive:
        fit.lose("case", "capitals counted; here they do not")
    for answer in question.answers:
        pattern = answer.text.form is Form.MOODLE and "*" in answer.text.value
        if pattern or answer.text.value.strip() == "*":
            told = "all other answers" if answer.text.value == "*" else "a pattern with *"
            fit.lose("accept" if answer.fraction > 0 else "misses", f"{told}: left out")
            continue
        if 0 < answer.fraction < _FULL:
            told = f"“{brief(answer.text)}” was right in part, and is left out"
            fit.lose("accept", told)
            continue
        field = "accept" if answer.fraction > 0 else "misses"
        form = fit.line_or_none(
            answer.text, field, LONGEST_ANSWER if answer.fraction > 0 else LONGEST
        )
        if form is None:
            continue
        if not folded(form):
            fit.lose(field, f"“{brief(answer.text)}” has no letter and no figure; it is left out")
        elif answer.fraction > 0:
            accepted.setdefault(form, form)
        elif why := fit.text(answer.feedback, "why"):
            misses.setdefault(folded(form), {"answer": form, "why": why})
        else:
            fit.lose("misses", f"“{brief(answer.text)}” is left out: why it is wrong is not said")
    if not accepted:
        raise NoPlace("no answer is fully right and can be typed")
    right = {folded(form) for form in accepted}
    for form in [form for form in misses if form in right]:
        fit.lose("misses", f"“{misses.pop(form)['answer']}” is graded as right, and is left out")
    key, *accept = accepted
    return said(type="short", key=key, accept=accept, misses=list(misses.values()))
