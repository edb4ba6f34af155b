"""Which responses of an item of QTI 2.1 are right, and what they score."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from civicsquiz.formats.qti12.rightness import NEAR
from civicsquiz.formats.safe.numbers import number

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ZERO, _FULL = Decimal(0), Decimal(1)
_TEMPLATES = ("match_correct", "map_response")
_SHARE = Decimal("1e-12")


@dataclass(slots=True)
class Declared:
    """A response declaration. `mapped` has what responses score, in order; `sensitive` those whose
    capitals count. `by_map` says that the item scores by it, `by_template` that a rule of the standard’s
    own gives the score."""

    base: str = ""
    cardinality: str = ""
    correct: tuple[str, ...] = ()
    mapped: dict[str, Decimal] = field(default_factory=dict)
    sensitive: bool = False
    default: Decimal = _ZERO
    lower: Decimal | None = None
    upper: Decimal | None = None
    by_map: bool = False
    by_template: bool = False

    def shares(self) -> dict[str, Decimal]:
        """Each response that is said to be right or worth something, with its share of the mark: of
        the best of them where one is given, else of all that is right."""
        if self.mapped and (self.by_map or not self.correct):
            values = [value for value in self.mapped.values() if value > 0]
            whole = (
                max(values, default=_ZERO) if self.cardinality == "single" else sum(values, _ZERO)
            )
            if abs(whole - _FULL) <= NEAR:
                return dict(self.mapped)
            if whole > 0:
                return {key: _share(value, whole) for key, value in self.mapped.items()}
        share = _FULL if self.cardinality == "single" else _FULL / max(1, len(self.correct))
        return dict.fromkeys(self.correct, share.quantize(Decimal("1e-7")).normalize())

    def full(self) -> Decimal | None:
        """What the correct response scores, where a template of the standard says so."""
        if not self.correct or not self.by_template:
            return None
        if self.by_map:
            total = sum((self.mapped.get(key, self.default) for key in self._given()), _ZERO)
            if self.lower is not None:
                total = max(total, self.lower)
            return total if self.upper is None else min(total, self.upper)
        return _FULL

    def _given(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.correct))


def declared(item: Element, response: str) -> Declared:
    """The declaration of a response, with how the item scores it."""
    for element in item.iterfind("responseDeclaration"):
        if element.get("identifier") == response:
            break
    else:
        return Declared()
    mapping = element.find("mapping")
    found = Declared(
        base=element.get("baseType", ""),
        cardinality=element.get("cardinality", ""),
        correct=tuple(
            _squeezed(value.text or "", element.get("baseType", ""))
            for value in element.iterfind("correctResponse/value")
        ),
    )
    if mapping is not None:
        found.default = number(mapping.get("defaultValue", "")) or _ZERO
        found.lower = number(mapping.get("lowerBound", ""))
        found.upper = number(mapping.get("upperBound", ""))
        entries = mapping.findall("mapEntry")
        for entry in entries:
            value = number(entry.get("mappedValue", ""))
            if value is not None:
                found.mapped.setdefault(_squeezed(entry.get("mapKey", ""), found.base), value)
        found.sensitive = any(entry.get("caseSensitive") == "true" for entry in entries)
    processing = item.find("responseProcessing")
    if processing is not None:
        template = processing.get("template", "").rpartition("/")[2].removesuffix(".xml")
        scores = processing.findall(".//setOutcomeValue[@identifier='SCORE']")
        alone = bool(scores) and all(score.find("mapResponse") is not None for score in scores)
        found.by_map = template == "map_response" or processing.find(".//mapResponse") is not None
        found.by_template = template in _TEMPLATES or alone
    return found


def _squeezed(value: str, base: str) -> str:
    """A value without the white space that only lays the file out."""
    return value if base == "string" else " ".join(value.split())


def _share(value: Decimal, whole: Decimal) -> Decimal:
    share = max(-_FULL, min(_FULL, value / whole))
    return share.quantize(_SHARE).normalize()
