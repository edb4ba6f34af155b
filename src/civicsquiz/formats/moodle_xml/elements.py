"""Texts, names and grades as Moodle takes them, with what it would change noted as lost."""

from __future__ import annotations

from decimal import Decimal

from civicsquiz.formats.moodle_xml.spelling import (
    ENDS,
    NAME,
    SPELT,
    grade,
    nearest_grade,
    without_tags,
)
from civicsquiz.formats.portable import Answer, Portable, Text
from civicsquiz.formats.safe.numbers import shown, times
from civicsquiz.formats.safe.xml_out import Keeping, element, words

_HUNDRED = Decimal(100)
_ENDS_GO = "white space at its ends is taken off by Moodle"


class Elements(Keeping):
    """Writes parts of questions and notes what they cannot hold."""

    def feedback(self, item: str, answer: Answer) -> str:
        return self.text(item, "feedback", "feedback", answer.feedback) if answer.feedback else ""

    def text(self, item: str, field: str, tag: str, text: Text) -> str:
        return element(
            tag,
            {"format": SPELT[text.form]},
            words("text", self.trimmed(item, field, text.value)),
        )

    def trimmed(self, item: str, field: str, text: str) -> str:
        kept = self.held(item, field, text)
        if kept != kept.strip(ENDS):
            self.lost(item, field, _ENDS_GO)
        return kept

    def name(self, question: Portable) -> str:
        name = self.held(question.id, "name", question.name)
        kept = without_tags(name).strip(ENDS)
        if kept != name:
            self.lost(question.id, "name", "Moodle takes tags and outer white space out of a name")
        if len(kept) > NAME:
            self.lost(question.id, "name", f"it was cut to {NAME} characters")
        return name[:NAME]

    def percent(self, item: str, fraction: Decimal) -> str:
        known = grade(fraction)
        if known is None:
            known = nearest_grade(fraction)
            self.lost(
                item,
                "fraction",
                f"{shown(fraction)} became {shown(known)}, as Moodle knows no such grade",
            )
        return shown(times(known, _HUNDRED))
