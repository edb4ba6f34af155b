"""What the line mode says: questions, feedback, passages, as lists of lines."""

from __future__ import annotations

from collections.abc import Iterable

from civicsquiz.bank.items import FindEvidence
from civicsquiz.bank.models import Role
from civicsquiz.plain import before
from civicsquiz.plain.commands import colon_for
from civicsquiz.plain.layout import INDENT, WIDTH, label, shortened, starred, wrapped
from civicsquiz.study.answering.pairing import letter
from civicsquiz.study.feedback import Chosen, Feedback
from civicsquiz.study.marking import Part as MarkedPart
from civicsquiz.study.opening import Opened, Part
from civicsquiz.study.passages import Quoted
from civicsquiz.study.question import Question
from civicsquiz.study.session import Mode, Session
from civicsquiz.study.tries import price_in_marks

_OTHER_ROLES = {
    Role.DIFFERS: "Another passage says otherwise",
    Role.CONTEXT: "For context",
    Role.LAW: "The law itself",
}


def opening(
    session: Session, note: str = "", *, looks: bool = False, leaves_out: bool = False
) -> list[str]:
    """What is said before the first question: of what, of when, how many, and how to answer. A `note`
    says it of a session that goes on; `looks` and `leaves_out` say whether there is searching, and
    leaving questions out."""
    banks = before.banks_of(session)
    lines = wrapped(session.title)
    if len(banks) == 1:
        if banks[0].title != session.title:
            lines += wrapped(banks[0].title)
        lines += wrapped(banks[0].as_of) if banks[0].as_of else []
    lines += ["", *before.notes(session, leaves_out=leaves_out)]
    many = f" out of {len(banks)} banks" if len(banks) > 1 else ""
    begins = note or f"{_count(session)}{many}."
    lines += wrapped(f"{begins} Type your answer, or ? for help.")
    return [*lines, *_rules(session, looks=looks)]


def _rules(session: Session, *, looks: bool) -> list[str]:
    """What is otherwise than in practice."""
    lines: list[str] = []
    if session.mode is Mode.TEST:
        lines += wrapped(
            "This is a test: answers can be changed until you type submit; then you see what was "
            "right, and why."
        )
    elif session.mode is Mode.TUTOR:
        search = ", or look and some words to search the sources" if looks else ""
        cost = f"{'either' if looks else 'it'} costs a try and {price_in_marks(session.price)}"
        lines += wrapped(
            f"Where a question has several tries, type hint for a hint{search}; {cost}."
        )
    if session.asks_certainty and session.mode is Mode.TEST:
        lines += wrapped(
            "Say how sure you are: it counts. A guess gives 1 point or 0, fairly sure 2 points or "
            "-2, certain 3 points or -6. Where you say nothing, it counts as a guess."
        )
    elif session.asks_certainty:
        lines += wrapped(
            "You can say how sure you are. It changes no mark, only when a question comes back."
        )
    return lines


def opening_again(session: Session) -> list[str]:
    """What is said before the misses are tried again."""
    return ["", f"Once more: {_count(session)} that you missed."]


def opening_without(session: Session) -> list[str]:
    """What is said when questions have been left out."""
    return ["", f"Left out. {_count(session)}."]


def _count(session: Session) -> str:
    count = len(session.questions)
    return f"{count} question{'s' if count > 1 else ''}"


def asked(session: Session) -> list[str]:
    """The current question with its options."""
    question, number = session.question, session.position + 1
    head = f"Question {number} of {len(session.questions)}"
    if session.repeated:
        head += " · once more"
    if session.made:
        head += " · does not count"
    if session.position in session.marked and not session.submitted:
        head += " · marked for later"
    if len(before.banks_of(session)) > 1:
        head += f" · {question.bank.title}"
    lines = ["", shortened(head, WIDTH), "", *wrapped(question.item.stem), ""]
    return lines + _offered(question)


def how_sure(session: Session) -> list[str]:
    """How to say how sure one is of the current question, where that is asked for."""
    if not session.asks_certainty:
        return []
    c = f"{colon_for(session.question)}c"
    told = f"How sure? {c}1 guess, {c}2 fairly sure, {c}3 certain; alone, or after the answer."
    return ["", *wrapped(told)]


def _offered(question: Question) -> list[str]:
    """Prompts and options, each after the sign that answers it."""
    lines: list[str] = []
    for at, prompt in enumerate(question.prompts, 1):
        lines += wrapped(prompt.text, f"  {at}  ")
    if question.prompts:
        lines.append("")
    if isinstance(question.item, FindEvidence):
        return lines + _quoted(question, question.item)
    for at, option in enumerate(question.options, 1):
        lines += wrapped(option.text, f"  {letter(at) if question.prompts else at}  ")
    return lines


def _quoted(question: Question, item: FindEvidence) -> list[str]:
    """Sentences of a source, or of several: then each with the name of its own."""
    lines: list[str] = []
    cards = [question.bank.cards[item.quoted(option).source] for option in question.options]
    names = [f"“{card.title}”" if card.title else f"[{card.label}]" for card in cards]
    for at, (option, name) in enumerate(zip(question.options, names, strict=True), 1):
        lines += wrapped(option.text, f"  {at}  | ", "     | ")
        lines += wrapped(name, "       ") if len(set(names)) > 1 else []
    return lines if len(set(names)) > 1 else [*lines, *wrapped(f"All of {names[0]}", "     ")]


def feedback(told: Feedback, below: Iterable[str] = (), last: Iterable[str] = ()) -> list[str]:
    """All that is said after an answer, in the order of the design's sketch; with lines that stand
    `below` what was answered, and the `last`."""
    lines = ["", *_outcome(told), *below, "", *wrapped(told.rationale)]
    if not told.passages:
        lines += ["", "No passage given."]
    notes = [note for note in (told.stance, told.accuracy, told.as_of) if note]
    law = [quoted for quoted in told.passages if quoted.role is Role.LAW]
    for at, quoted in enumerate(told.passages):
        if quoted.role is not Role.LAW:
            lines += ["", *_passage(quoted, [] if at else notes)]
    if told.because:
        lines += ["", *wrapped(told.because, "Why that settles it: ", "  ")]
    if told.background:
        lines += ["", *wrapped(told.background, "Not in the article: ", "  ")]
    for quoted in law:
        lines += ["", *_passage(quoted, [])]
    return [*lines, *last, ""]


def _outcome(told: Feedback) -> list[str]:
    """The verdict with what was answered, and what would have been right."""
    if told.parts:
        share = told.share if told.answered else "You gave no answer"
        lines = wrapped(share, label(str(told.verdict)))
        if told.heading:
            lines += wrapped(told.heading, "  ")
        for part in told.parts:
            lines += _part_marked(part)
        return lines
    lines = []
    if not told.answered:
        lines += wrapped("You gave no answer", label(str(told.verdict)))
    for chosen in told.chosen:
        said = f"You chose {_numbered(chosen)}" if chosen.number else f"You typed: {chosen.text}"
        lines += wrapped(said, label(str(told.verdict)))
        if chosen.why and not chosen.right:
            lines += wrapped(chosen.why, INDENT)
    if not (told.chosen and all(chosen.right for chosen in told.chosen)):
        for answer in told.answer:
            lines += wrapped(
                _numbered(answer), label("The answer" if answer.number else "The answer:")
            )
    return lines


def _part_marked(part: MarkedPart) -> list[str]:
    sign = "✓" if part.right else "✗"
    text = f"{part.text}: {part.answer}" if part.answer else part.text
    lines = wrapped(text, f"  {sign} {part.number}  ")
    for more in (part.said, part.why):
        lines += wrapped(more, "       ") if more else []
    return lines


def _numbered(chosen: Chosen) -> str:
    return f"{chosen.number}: {chosen.text}" if chosen.number else chosen.text


def _named(part: str) -> str:
    return part if "“" in part else f"“{part}”"


def _passage(quoted: Quoted, notes: list[str]) -> list[str]:
    text, sign = starred(quoted.text, quoted.marks)
    aside = quoted.proof or (f"between {sign} and {sign}" if sign else "")
    if quoted.parts and quoted.role is Role.PROVES:
        heading = f"For {' and '.join(map(_named, quoted.parts))}" + (
            f" ({aside}):" if aside else ":"
        )
    elif quoted.role is not Role.PROVES:
        heading = _OTHER_ROLES[quoted.role] + (f" ({aside}):" if aside else ":")
    elif quoted.proof:
        heading = f"The passage as the bank quotes it ({quoted.proof}):"
    elif sign:
        heading = f"The passage, with the words that prove it between {sign} and {sign}:"
    else:
        heading = "The passage that proves it:"
    cited = " · ".join([quoted.citation, *notes])
    return [*wrapped(heading), *wrapped(text, "| ", "| "), *wrapped(cited, "  ")]


def in_plain_words(told: Feedback) -> list[str]:
    """What the passages say in words of ours."""
    plain = [quoted.plain for quoted in told.passages if quoted.plain]
    if not plain:
        return ["There are no plainer words for this passage."]
    return ["", *(line for text in plain for line in wrapped(text, "In plain words: ", "  ")), ""]


def opened(source: Opened) -> list[str]:
    """The passage in its source: the part it stands in, with those before and after it."""
    marked = [at for at, part in enumerate(source.parts) if part.marks] or [source.at]
    first, last = max(0, source.at - 1), min(len(source.parts), marked[-1] + 2)
    lines = ["", *wrapped(source.citation), *(wrapped(source.note) if source.note else []), ""]
    if first:
        lines += ["  …", ""]
    for part in source.parts[first:last]:
        lines += [*_part(part), ""]
    if last < len(source.parts):
        lines += ["  …", ""]
    return lines


def _part(part: Part) -> list[str]:
    if part.ours:
        return wrapped(f"[In our words: {part.text}]", "  ")
    place = f"Paragraph {part.paragraph}" if part.paragraph else part.kind.capitalize()
    place = part.citation or place
    text, sign = starred(part.text, part.marks)
    if sign:
        place += f", quoted between {sign} and {sign}"
    elif part.marks:
        place += ", quoted whole"
    return [f"{place}:", *wrapped(text, "| ", "| ")]


def manual(commands: Iterable[tuple[str, str]]) -> list[str]:
    """Help: what can be typed here, and what the bar and the stars mean."""
    lines = ["", "What you can type here:"]
    for name, meaning in commands:
        lines += wrapped(meaning, f"  {name:<10} ")
    lines += ["", *wrapped(_SIGNS), ""]
    return lines


_SIGNS = (
    "Lines that begin with | are quoted word for word from the source. The words between * and * are "
    "those that prove the answer; the stars are ours (another sign stands there where a passage has "
    "stars of its own)."
)
