"""The answers of an item with their scores and feedback, as Canvas writes and reads them."""

from __future__ import annotations

from civicsquiz.formats.exporting import pairs
from civicsquiz.formats.portable import Answer, Kind, Portable, Text
from civicsquiz.formats.qti12.conditions import RIGHT
from civicsquiz.formats.qti12.mattext import mattext
from civicsquiz.formats.qti12.parts import RESPONSE, Response, equal, right_of, scores, shows
from civicsquiz.formats.qti12.scoring import IMPLIED, shares
from civicsquiz.formats.qti12.typing_in import Typing
from civicsquiz.formats.safe.xml_out import element, words


class Responding(Typing):
    """Writes responses and notes what they cannot hold."""

    def response(self, question: Portable) -> Response:
        found = Response()
        match question.kind:
            case Kind.SHORT:
                self.typed(question, found)
            case Kind.NUMBER:
                self.number(question, found)
            case Kind.MATCH:
                self._match(question, found)
            case _:
                self._chosen(question, found)
        return found

    def _chosen(self, question: Portable, found: Response) -> None:
        item = question.id
        answers = list(
            zip(
                self.idents(item, [one.id for one in question.answers]),
                question.answers,
                strict=True,
            )
        )
        if question.kind is Kind.TRUE_FALSE:
            labels = [self.label(item, ident, _told(one)) for ident, one in answers]
            labels += [
                self.label(item, IMPLIED, Text(missing.capitalize()))
                for missing in ("true", "false")
                if all(one.text.value != missing for one in question.answers)
            ]
        else:
            labels = [self.label(item, ident, one.text) for ident, one in answers]
        ordered, several = question.kind is Kind.ORDER, question.kind is Kind.MULTIPLE
        cardinality = "Ordered" if ordered else "Multiple" if several else "Single"
        render = element("render_choice", {"shuffle": "Yes"} if ordered else None, *labels)
        found.shown.append(
            element("response_lid", {"ident": RESPONSE, "rcardinality": cardinality}, render)
        )
        if ordered:
            if any(one.feedback for _, one in answers):
                self.lost(item, "feedback", "an order has no feedback for its entries")
            every = [equal(ident) for ident, _ in answers]
            found.scores.append(scores(every, shows=right_of(question)))
            return
        for ident, one in answers:
            self.tell(question, found, one, [equal(ident)])
        if several:
            self._several(question, found, answers)
            return
        for ident, one in answers:
            if one.fraction:
                full = one.fraction == 1
                found.scores.append(
                    scores([equal(ident)], one.fraction, shows=right_of(question) if full else "")
                )

    def _several(
        self, question: Portable, found: Response, answers: list[tuple[str, Answer]]
    ) -> None:
        right = [ident for ident, one in answers if one.fraction > 0]
        if not right:
            self.lost(question.id, "answers", "no answer is right")
            return
        share = shares(len(right))
        if any(one.fraction not in (share, -share) for _, one in answers):
            told = "right choices share the mark and wrong ones take as much away, as in Canvas"
            self.lost(question.id, "fraction", told)
        inner = [
            equal(ident) if one.fraction > 0 else element("not", None, equal(ident))
            for ident, one in answers
        ]
        found.scores.append(scores([element("and", None, *inner)], shows=right_of(question)))

    def _match(self, question: Portable, found: Response) -> None:
        item = question.id
        asked = [pair for pair in question.pairs if pair.left]
        spare = [pair for pair in question.pairs if not pair.left]
        sides = list(dict.fromkeys((pair.right_id, pair.right) for pair in question.pairs))
        rights = dict(zip(sides, self.idents(item, [side[0] for side in sides]), strict=True))
        for what in pairs.lost(question, asked, spare):
            self.lost(item, "pairs", what)
        labels = [self.label(item, rights[side], side[1]) for side in sides]
        render = element("render_choice", None, *labels)
        every = []
        idents = self.idents(item, [one.left_id for one in asked], "left")
        for pair, ident in zip(asked, idents, strict=True):
            material = element("material", None, mattext(self, item, "pairs", pair.left))
            found.shown.append(element("response_lid", {"ident": ident}, material, render))
            right = rights[pair.right_id, pair.right]
            every.append(words("varequal", right, {"respident": ident}))
            found.scores.append(scores([every[-1]], shares(len(asked)), action="Add"))
        if question.right:
            found.conditions.append(shows(every, [RIGHT]))


def _told(answer: Answer) -> Text:
    return Text(answer.text.value.capitalize())
