"""Questions -> a file of Moodle XML that Moodle 4.1 imports without a word."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from civicsquiz.formats.loss import Loss
from civicsquiz.formats.moodle_xml.elements import Elements
from civicsquiz.formats.moodle_xml.numeric import spelt
from civicsquiz.formats.moodle_xml.spelling import (
    IDNUMBER,
    SPELT,
    is_pattern,
    join_category,
    split_category,
)
from civicsquiz.formats.portable import Answer, Collection, Form, Kind, Portable, Text
from civicsquiz.formats.safe.numbers import shown
from civicsquiz.formats.safe.xml_out import HEAD, element, words

_TYPES = {
    Kind.CHOICE: "multichoice",
    Kind.MULTIPLE: "multichoice",
    Kind.TRUE_FALSE: "truefalse",
    Kind.SHORT: "shortanswer",
    Kind.NUMBER: "numerical",
    Kind.MATCH: "matching",
    Kind.ORDER: "ordering",
}


def write(collection: Collection) -> tuple[bytes, tuple[Loss, ...]]:
    """A file with these questions, in their order, in UTF-8; the same bytes every time."""
    writer = _Writer()
    root = {
        key: writer.held("", field, value)
        for key, field, value in (
            ("title", "title", collection.title),
            ("description", "description", collection.description),
            ("xml:lang", "language", collection.language),
        )
        if value
    }
    parts = []
    category: tuple[str, ...] = ()
    for question in collection.questions:
        if question.kind not in _TYPES:
            writer.lost(question.id, "", f"a question of kind {question.kind} is not written")
            continue
        if question.category != category:
            category = question.category
            parts.append(writer.category(question))
        parts.append(writer.question(question))
    body = element("quiz", root, "\n", *(f"{part}\n" for part in parts))
    return f"{HEAD}{body}\n".encode(), writer.losses


class _Writer(Elements):
    def category(self, question: Portable) -> str:
        path = join_category(question.category)
        if split_category(path) != question.category:
            self.lost(question.id, "category", "Moodle reads the names of its categories otherwise")
        path = self.held(question.id, "category", path)
        return element(
            "question", {"type": "category"}, element("category", None, words("text", path))
        )

    def question(self, question: Portable) -> str:
        item = question.id
        if len(item) > IDNUMBER:
            self.lost(
                item, "id", f"an id of more than {IDNUMBER} characters has no place in Moodle"
            )
        parts = [
            element("name", None, words("text", self.name(question))),
            self.text(item, "stem", "questiontext", question.stem),
            self.text(item, "general", "generalfeedback", question.general),
        ]
        if question.points is not None:
            parts.append(words("defaultgrade", shown(question.points)))
        if item and len(item) <= IDNUMBER:
            parts.append(words("idnumber", self.held(item, "id", item)))
        parts += self._answering(question)
        for field, tag, text in (
            ("right", "correctfeedback", question.right),
            ("partly", "partiallycorrectfeedback", question.partly),
            ("wrong", "incorrectfeedback", question.wrong),
        ):
            if text and question.kind in (Kind.CHOICE, Kind.MULTIPLE, Kind.MATCH, Kind.ORDER):
                parts.append(self.text(item, field, tag, text))
            elif text:
                self.lost(item, field, "Moodle has no such feedback for questions of this kind")
        parts += [self.text(item, "hints", "hint", hint) for hint in question.hints]
        if not all((*question.hints, *question.tags)):
            self.lost(item, "hints", "hints and tags without a text are passed over by Moodle")
        tags = [
            element("tag", None, words("text", self.trimmed(item, "tags", tag)))
            for tag in question.tags
        ]
        if tags:
            parts.append(element("tags", None, *tags))
        inner = "".join(f"\n  {part}" for part in parts)
        return element("question", {"type": _TYPES[question.kind]}, inner, "\n")

    def _answering(self, question: Portable) -> list[str]:
        item = question.id
        match question.kind:
            case Kind.CHOICE | Kind.MULTIPLE:
                single = "true" if question.kind is Kind.CHOICE else "false"
                return [
                    words("single", single),
                    words("shuffleanswers", "true"),
                    words("answernumbering", "abc"),
                    *(self._answer(item, one) for one in question.answers),
                ]
            case Kind.TRUE_FALSE:
                return self._true_false(question)
            case Kind.SHORT:
                return [
                    words("usecase", "1" if question.case_sensitive else "0"),
                    *(self._typed(item, one) for one in question.answers),
                ]
            case Kind.NUMBER:
                return [self._number(item, one) for one in question.answers]
            case Kind.MATCH:
                return [words("shuffleanswers", "true"), *self._pairs(question)]
            case _:
                return [
                    *(words(tag, value) for tag, value in _ORDERING),
                    *(self._answer(item, one, Decimal(1)) for one in question.answers),
                ]

    def _answer(self, item: str, answer: Answer, fraction: Decimal | None = None) -> str:
        stated = {"fraction": self.percent(item, answer.fraction if fraction is None else fraction)}
        if answer.id:
            stated["id"] = self.held(item, "answers", answer.id)
        stated["format"] = SPELT[answer.text.form]
        text = words("text", self.trimmed(item, "answers", answer.text.value))
        return element("answer", stated, text, self.feedback(item, answer))

    def _stated(self, item: str, answer: Answer, fraction: Decimal | None = None) -> dict[str, str]:
        share = answer.fraction if fraction is None else fraction
        stated = {"fraction": self.percent(item, share), "format": SPELT[answer.text.form]}
        if answer.id:
            stated["id"] = self.held(item, "answers", answer.id)
        if not answer.text:
            self.lost(item, "answers", "an answer without a text is passed over by Moodle")
        return stated

    def _plain(self, item: str, answer: Answer) -> Answer:
        pattern = answer.text.form is Form.MOODLE and is_pattern(answer.text.value)
        if answer.text.form is not Form.PLAIN and not pattern:
            self.lost(item, "answers", "typed answers became plain text, as Moodle has no other")
        return replace(answer, text=Text(answer.text.value))

    def _typed(self, item: str, answer: Answer) -> str:
        text = answer.text.value
        if answer.text.form is not Form.MOODLE or not is_pattern(text):
            text = text.replace("*", "\\*")
        stated = self._stated(item, self._plain(item, answer))
        return element(
            "answer",
            stated,
            words("text", self.trimmed(item, "answers", text)),
            self.feedback(item, answer),
        )

    def _true_false(self, question: Portable) -> list[str]:
        """Moodle needs both answers; one that the question lacks is marked, so that it can be told
        from one that it has."""
        parts = [self._answer(question.id, answer) for answer in question.answers]
        for text in ("true", "false"):
            if all(answer.text.value != text for answer in question.answers):
                stated = {"fraction": "0", "format": "plain_text", "implied": "true"}
                parts.append(element("answer", stated, words("text", text)))
        return parts

    def _number(self, item: str, answer: Answer) -> str:
        number = spelt(answer)
        if number is None:
            self.lost(item, "answers", "an answer is no number that Moodle could hold")
            return ""
        if number.moved:
            told = "the figure became the middle of what is accepted, as Moodle has no other bounds"
            self.lost(item, "answers", told)
        stated = self._stated(item, self._plain(item, answer))
        return element(
            "answer",
            stated,
            words("text", self.trimmed(item, "answers", number.value)),
            words("tolerance", number.tolerance),
            self.feedback(item, answer),
        )

    def _pairs(self, question: Portable) -> list[str]:
        item = question.id
        parts = []
        for pair in question.pairs:
            stated = {"format": SPELT[pair.left.form]}
            if pair.left_id:
                stated["id"] = self.held(item, "pairs", pair.left_id)
            if pair.right_id:
                stated["right"] = self.held(item, "pairs", pair.right_id)
            if pair.right.form is not Form.PLAIN:
                self.lost(
                    item, "pairs", "the right sides became plain text, as Moodle has no other"
                )
            left = words("text", self.trimmed(item, "pairs", pair.left.value))
            right = words("text", self.trimmed(item, "pairs", pair.right.value))
            parts.append(element("subquestion", stated, left, element("answer", None, right)))
        return parts


_ORDERING = (
    ("layouttype", "VERTICAL"),
    ("selecttype", "ALL"),
    ("selectcount", "0"),
    ("gradingtype", "RELATIVE_NEXT_EXCLUDE_LAST"),
    ("showgrading", "SHOW"),
    ("numberingstyle", "none"),
)
