"""Matches in QTI 2.1."""

from __future__ import annotations

from civicsquiz.formats.exporting import pairs
from civicsquiz.formats.portable import Portable, Text
from civicsquiz.formats.qti21.spelling import identifier, unnamed
from civicsquiz.formats.qti21.telling import told
from civicsquiz.formats.safe.xml_out import Keeping, element, words


def matched(question: Portable, keeping: Keeping) -> tuple[str, str]:
    """Declaration and interaction of a match. Left and right sides are named apart from each other, as
    an item has each identifier once."""
    item = question.id
    lefts = [pair for pair in question.pairs if pair.left]
    spare = [pair for pair in question.pairs if not pair.left]
    for what in pairs.lost(question, lefts, spare):
        keeping.lost(item, "pairs", what)
    sides = list(dict.fromkeys((pair.right_id, pair.right) for pair in question.pairs))
    used: set[str] = set()
    left_idents = [
        _ident(pair.left_id, f"left{place}", used, item, keeping)
        for place, pair in enumerate(lefts, 1)
    ]
    rights = {
        side: _ident(side[0], f"right{place}", used, item, keeping)
        for place, side in enumerate(sides, 1)
    }
    values = [
        f"{ident} {rights[pair.right_id, pair.right]}"
        for ident, pair in zip(left_idents, lefts, strict=True)
    ]
    declaration = element(
        "responseDeclaration",
        {"identifier": "RESPONSE", "cardinality": "multiple", "baseType": "directedPair"},
        element("correctResponse", None, *(words("value", one) for one in values)),
        element(
            "mapping",
            {"defaultValue": "0"},
            *(element("mapEntry", {"mapKey": one, "mappedValue": "1"}) for one in values),
        ),
    )
    left_choices = [
        _choice(ident, pair.left, 1, item, keeping)
        for ident, pair in zip(left_idents, lefts, strict=True)
    ]
    right_choices = [_choice(rights[side], side[1], 0, item, keeping) for side in sides]
    interaction = element(
        "matchInteraction",
        {"responseIdentifier": "RESPONSE", "shuffle": "true", "maxAssociations": str(len(lefts))},
        element("simpleMatchSet", None, *left_choices),
        element("simpleMatchSet", None, *right_choices),
    )
    return declaration, interaction


def _ident(name: str, about: str, used: set[str], item: str, keeping: Keeping) -> str:
    name = keeping.held(item, "pairs", name)
    ident = identifier(name)
    if not name or ident in used:
        if name:
            keeping.lost(item, "pairs", "the id of a side was given up: another has it")
        ident = unnamed(about)
    used.add(ident)
    return ident


def _choice(ident: str, text: Text, most: int, item: str, keeping: Keeping) -> str:
    inner = told(keeping, item, "pairs", text, "span")
    return element("simpleAssociableChoice", {"identifier": ident, "matchMax": str(most)}, inner)
