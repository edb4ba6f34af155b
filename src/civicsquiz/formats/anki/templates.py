"""Which fields a card shows in front and which behind, out of its template.

`{{Field}}` and `{{filter:Field}}` show a field; `{{#Field}}`, `{{^Field}}` and `{{/Field}}` only ask whether it is
filled (Anki's manual, “Field Replacements” and “Card Generation”).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_SHOWN = re.compile(r"\{\{([^{}]*)\}\}")
_ONLY_ASKS = ("#", "^", "/", "!")


@lru_cache(maxsize=64)
def sides(
    template: tuple[str, str], fields: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields in front, and those that only the back shows. Where the template does not say it, the first
    field is in front and the next one behind."""
    front = _shown(template[0], fields) or list(fields[:1])
    back = [name for name in _shown(template[1], fields) if name not in front]
    if not back:
        back = [name for name in fields if name not in front][:1]
    return tuple(front), tuple(back)


def _shown(side: str, fields: Sequence[str]) -> list[str]:
    found = []
    for match in _SHOWN.finditer(side):
        said = match.group(1).strip()
        name = said.rpartition(":")[2].strip() if said not in fields else said
        if not said.startswith(_ONLY_ASKS) and name in fields and name not in found:
            found.append(name)
    return found
