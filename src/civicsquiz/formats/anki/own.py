"""Our own note type: its fields, its card, and the numbers and names by which Anki knows things again."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

NAME = "civicsquiz question"
DETAILS = "civicsquiz"
"""The last field, which no card shows: what the others do not say."""
GENERAL = ("Rationale", "Passage", "Stance", "Background")
"""The parts of the explanation, in their order."""
FIELDS = ("Question", "Options", "Answer", "Whys", *GENERAL, "Hints", "Topic", DETAILS)
"""Fixed for good: Anki adds to the note type that somebody has what a newer one has besides."""

_FRONT = """{{#Question}}<div class="tex2jax_ignore">
<div class="question">{{Question}}</div>
{{#Options}}<div class="options">{{Options}}</div>{{/Options}}
{{#Hints}}<div class="hints">{{hint:Hints}}</div>{{/Hints}}
</div>{{/Question}}"""
_BACK = """{{FrontSide}}
<hr id=answer>
<div class="tex2jax_ignore">
<div class="answer">{{Answer}}</div>
{{#Whys}}<div class="whys">{{Whys}}</div>{{/Whys}}
{{#Rationale}}<div class="rationale">{{Rationale}}</div>{{/Rationale}}
{{#Passage}}<div class="passage">{{Passage}}</div>{{/Passage}}
{{#Stance}}<div class="stance">{{Stance}}</div>{{/Stance}}
{{#Background}}<div class="background">{{Background}}</div>{{/Background}}
{{#Topic}}<div class="topic">{{Topic}}</div>{{/Topic}}
</div>"""
_LOOKS = """.card { font-family: Georgia, serif; font-size: 19px; line-height: 1.45; text-align: left;
  max-width: 36em; margin: 1em auto; padding: 0 1em; }
.question { font-size: 115%; }
.answer { font-weight: bold; }
.question, .answer, .options li, .whys li, .rationale, .passage, .stance, .background { white-space: pre-wrap; }
.whys, .rationale, .passage, .stance, .background, .hints { margin-top: .9em; }
.passage { border-left: 3px solid #8a8a8a; padding-left: .8em; }
.stance, .topic { font-size: 85%; opacity: .8; }
.topic { margin-top: 1.2em; }
"""


def model() -> Any:
    """The note type for genanki, which keeps notes of its own in it: one for each package."""
    from genanki import Model  # type: ignore[import-untyped]

    return Model(
        number("note type 1"),
        NAME,
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Question", "qfmt": _FRONT, "afmt": _BACK}],
        css=_LOOKS,
    )


def number(*of_what: str) -> int:
    """A number for a note type or a deck, always the same for the same names."""
    return 1 << 30 | int.from_bytes(_digest(of_what)[:4]) >> 2


def guid(bank: str, item: str) -> str:
    """By what Anki knows a note again: the same for an item of a bank, whatever becomes of its words."""
    return base64.b85encode(_digest(("note", bank, item))[:10]).decode()


def _digest(names: tuple[str, ...]) -> bytes:
    return hashlib.sha256("\0".join(("civicsquiz", *names)).encode()).digest()
