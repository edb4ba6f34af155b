"""What the line mode says of a whole session: its overview, its results, the farewell."""

from __future__ import annotations

from civicsquiz.plain.layout import WIDTH, bar, columns, shortened, wrapped
from civicsquiz.plain.outcomes import counted, figure
from civicsquiz.record.certainty import Certainty
from civicsquiz.study.session import Mode, Outcome, Session


def overview(session: Session) -> list[str]:
    """Every question of a test with what was answered, and what is marked for later."""
    count = len(session.questions)
    lines = ["", f"Overview: {len(session.answered)} of {count} answered"]
    for at, question in enumerate(session.questions):
        response = session.response(at)
        written = shortened(question.write(response), 16) if response else ""
        state = f"answer {written}" if response else "no answer"
        mark = "marked" if at in session.marked else ""
        head = f"  {at + 1:>3}  {state:<10} {mark:<7}"
        lines.append(head + shortened(question.item.stem, WIDTH - len(head)))
    return [*lines, ""]


def results(session: Session) -> list[str]:
    """The score, its plot by topic, how well certainty was judged, and the misses with the numbers of
    their questions."""
    outcomes = _first_answers(session)
    score = _right(session, f" of {session.results().asked}")
    lines = ["", *wrapped(f"Results: {score}"), *_besides(session), "", *_topics(session)]
    if session.asks_certainty:
        lines += _certainty(session, [outcome for _, outcome in outcomes if outcome.response])
    missed = [(number, outcome) for number, outcome in outcomes if outcome.mark < 1]
    heading = "Not right at once:" if session.mode is Mode.TUTOR else "Missed:"
    lines += ["", heading if missed else "Nothing missed."]
    for number, outcome in missed:
        lines += wrapped(outcome.question.item.stem, f"  {number:>3}  ")
        lines += wrapped(f"The answer: {outcome.question.item.key_text}", "       ")
    return lines


def _first_answers(session: Session) -> list[tuple[int, Outcome]]:
    """The outcomes that count, each with the number of its question."""
    outcomes = ((at + 1, session.outcome_at(at)) for at in session.counted_positions)
    return [(number, outcome) for number, outcome in outcomes if outcome is not None]


def _right(session: Session, of: str = "") -> str:
    """How many were right, and in part; in tutor mode also how many at last."""
    score = session.results()
    right = f"{score.right}{of} right"
    if session.mode is not Mode.TUTOR:
        return right + (f", {score.partly} partly" if score.partly else "")
    outcomes = [outcome for _, outcome in _first_answers(session)]
    later = sum(outcome.raw >= 1 > outcome.mark for outcome in outcomes)
    partly = sum(0 < outcome.raw < 1 for outcome in outcomes)
    helped = f" at once, {later} with more tries or with hints" if later else ""
    return right + helped + (f", {partly} partly" if partly else "")


def _besides(session: Session) -> list[str]:
    """What the score does not say."""
    lines: list[str] = []
    if session.abandoned and session.unanswered:
        one = len(session.unanswered) == 1
        rest = f"{len(session.unanswered)} of {len(session.questions)}"
        verbs = "was not answered and does" if one else "were not answered and do"
        lines += wrapped(f"{rest} {verbs} not count.")
    refs = [question.ref for question in session.questions]
    if len(refs) > len(set(refs)):
        lines += wrapped("Of what was asked once more the first answer counts.")
    if session.taken_back:
        were = counted(session.taken_back, "answer was", "answers were")
        lines += wrapped(f"{were} taken back; your statistics count the first.")
    return lines


def _topics(session: Session) -> list[str]:
    """The score of each topic with a bar."""
    topics = session.results().topics
    names = {one.item.topic: one.bank.topic_name(one.item.topic) for one in session.questions}
    width = min(40, max((columns(names[topic.topic]) for topic in topics), default=0))
    lines = []
    for topic in topics:
        shown = shortened(names[topic.topic], width)
        padding = " " * (width - columns(shown))
        share = f"{topic.right} of {topic.asked}"
        lines.append(f"  {shown}{padding}  {share:>8}  {bar(topic.mark, topic.asked)}")
    return lines


def _certainty(session: Session, outcomes: list[Outcome]) -> list[str]:
    """How certainty and answers went together, and in a test the points."""
    from civicsquiz.report.calibration import calibrate

    told = calibrate((outcome.raw, outcome.certainty) for outcome in outcomes)
    lines: list[str] = []
    if told.said.n:
        lines += ["", "How sure you were, and how much of it was right:"]
        for level in reversed(told.levels):
            if level.judgement:
                low, high = level.answers.interval
                share = f"{figure(level.answers.right)} of {level.answers.n}"
                range_ = f"{level.answers.share:.0%} ({low:.0%} to {high:.0%})"
                words = Certainty(level.certainty).words
                lines += wrapped(f"{share}, {range_}: {level.judgement}", f"  {words:<13} ")
        if told.unsaid:
            lines.append(f"  {'not said':<13} {told.unsaid}")
        lines += wrapped(
            "In brackets is where your true share lies, 19 times in 20: the fewer answers, the "
            "wider."
        )
    elif outcomes:
        lines += ["", "You never said how sure you were."]
    return [*lines, *_points(session, outcomes)] if session.mode is Mode.TEST else lines


def _points(session: Session, outcomes: list[Outcome]) -> list[str]:
    """A test marked by certainty."""
    from civicsquiz.study.certainty import marked

    asked = session.results().asked
    marks = marked(((one.raw, one.certainty) for one in outcomes), asked - len(outcomes))
    if marks is None:
        return []
    off = "more" if marks.bonus >= 0 else "less"
    return [
        "",
        *wrapped(
            f"Marked by how sure you were: {figure(marks.total)} points of at most "
            f"{3 * marks.asked}, {figure(marks.mean)} a question."
        ),
        *wrapped(
            f"Right: {marks.accuracy:.1%}, and {abs(marks.bonus):.1%} {off} for how well you judged "
            f"it: {marks.adjusted:.1%}."
        ),
    ]


def farewell(session: Session, goes_on: str) -> list[str]:
    """What came of a session that is left before its end. `goes_on` is the command that goes on with
    it, empty where none does."""
    count, score = len(session.counted_positions), session.results()
    if session.mode is Mode.TEST and not session.submitted:
        told = f"The test was not submitted: {len(session.answered)} of {count} answered."
    elif not score.asked:
        told = f"You answered none of {count}."
    else:
        told = f"You answered {score.asked} of {count}: {_right(session)}."
    begun = session.answered or session.attempts or session.hints or session.marked
    on = f" “{goes_on}” goes on with it." if goes_on and begun and not session.ended else ""
    return wrapped(told + on)
