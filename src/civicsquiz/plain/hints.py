"""What the line mode says in tutor mode: tries, hints, what a search finds, what is to be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from civicsquiz.bank.models import Evidence
from civicsquiz.plain import pages
from civicsquiz.plain.layout import INDENT, label, wrapped
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.opening import open_passage
from civicsquiz.study.passages import Quoted, passages_of
from civicsquiz.study.question import Question
from civicsquiz.study.session import Attempt

if TYPE_CHECKING:
    from civicsquiz.study.coaching import Hint, Reading
    from civicsquiz.study.search import Hit


def attempt(question: Question, tried: Attempt) -> list[str]:
    """A try that was not right, and why as far as that may be said."""
    sign = label("◐ Not yet" if tried.mark > 0 else "✗ Not yet")
    lines = [""]
    if not question.item.options:
        text = tried.whys[0][0] if tried.whys else question.write(tried.response)
        lines += wrapped(f"You typed: {text}", sign)
    elif len(tried.whys) == 1 and len(tried.response) == 1:
        chosen = tried.whys[0][0]
        lines += wrapped(f"You chose {question.write(tried.response)}: {chosen}", sign)
    else:
        share = f": {tried.share}" if tried.share else ""
        lines += wrapped(f"You answered {question.write(tried.response)}{share}", sign)
    for _, why in tried.whys:
        lines += wrapped(why, INDENT) if why else []
    return lines


def hint(number: int, shown: Hint) -> list[str]:
    """A hint, quoted where it comes from a source; `number` counts from 1."""
    lines = ["", *wrapped(f"Hint {number}. {shown.title}:")]
    lead = "| " if shown.citation else "  "
    for at, paragraph in enumerate(shown.text.split("\n\n")):
        lines += [lead.rstrip()] if at else []
        lines += wrapped(paragraph, lead, lead)
    return [*lines, *(wrapped(shown.citation, "  ") if shown.citation else [])]


def left(tries: int, of: int) -> str:
    """How many tries are left, for a prompt."""
    if of == 1:
        return "one try"
    return "last try" if tries == 1 else f"{tries} tries left"


def found(words: str, hits: Sequence[Hit]) -> list[str]:
    """What a search has found in the sources."""
    lines = ["", *wrapped(f"Passages with “{words}”:"), ""]
    for hit in hits:
        lines += [*wrapped(hit.text, "| ", "| "), *wrapped(hit.citation, "  "), ""]
    return lines


def to_read(reading: Reading, shelf: Shelf) -> list[str]:
    """A passage in its surroundings, to be read before going on."""
    question = reading.question
    lines = ["", *wrapped("You missed this question. Before you go on, read what it rests on:"), ""]
    lines += wrapped(question.item.stem, "  ")
    quoted = _quoted(passages_of(question, shelf), reading.evidence)
    return [*lines, *pages.opened(open_passage(question.bank, quoted, shelf))]


def _quoted(passages: Iterable[Quoted], evidence: Evidence) -> Quoted:
    """The passage that holds a piece of evidence; of the same source where none is plainly it."""
    same = [one for one in passages if one.source == evidence.source and one.role is evidence.role]
    words = evidence.selector.exact.split()
    return next((one for one in same if " ".join(words) in " ".join(one.text.split())), same[0])
