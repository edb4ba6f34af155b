"""The statistics as tables of texts, which screens and lines set each in their own way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from civicsquiz.record.certainty import Certainty
from civicsquiz.report import sentences, words
from civicsquiz.report.calibration import Calibration
from civicsquiz.report.forecast import Forecast
from civicsquiz.report.learner import ConfidentlyWrong, LearnerReport
from civicsquiz.report.mastery import TopicMastery
from civicsquiz.report.retention import Recalled, Retention
from civicsquiz.report.times import CAP, TimeReport, Times


@dataclass(frozen=True, slots=True)
class Table:
    """`said` sums it up in a sentence or two. The first column of each row is its name, the others
    are figures; there may be no rows. `notes` say how to read it. All are plain texts, and may hold
    what banks say."""

    title: str
    said: str
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()


INTERVAL_NOTE = (
    "95% interval: of such intervals 19 in 20 hold the share that would come out in the long run."
)


def retention(told: Retention) -> Table:
    """Reviews by week or by month."""
    name, said = "Retention over time", sentences.retention(told)
    if not told.periods:
        return Table(name, said)
    weekly = told.by == "week"
    rows = (
        (words.day(one.first) if weekly else words.month(one.first), *_recalled(one.recalled))
        for one in told.periods
    )
    head = ("Week from" if weekly else "Month", "Reviews", "Remembered", "95% interval", "Expected")
    return Table(name, said, head, tuple(rows), (sentences.RETENTION_NOTE, INTERVAL_NOTE))


def predictions(told: Retention) -> Table:
    """Predicted recall against what came true."""
    name, said = "What was expected, and what came true", sentences.predictions(told)
    rows = (
        (f"{100 * band.low:.0f}–{100 * band.high:.0f}%", *_recalled(band.recalled))
        for band in told.bands
        if band.recalled.answers.n
    )
    head = ("Expected", "Reviews", "Remembered", "95% interval", "On average")
    shown = tuple(rows)
    return Table(name, said, head, shown) if shown else Table(name, said)


def _recalled(recalled: Recalled) -> tuple[str, ...]:
    answers, predicted = recalled.answers, recalled.predicted
    return (
        words.number(answers.n),
        words.percent(answers.share),
        words.interval(answers),
        "–" if predicted is None else words.percent(predicted),
    )


def forecast(told: Forecast) -> Table:
    """What comes due; days on which nothing does are left out."""
    name, said = "What comes due", sentences.forecast(told)
    rows: list[tuple[str, ...]] = []
    total = told.overdue
    if told.overdue:
        rows.append(("Overdue", words.number(told.overdue), words.number(total)))
    for at, due in enumerate(told.days):
        total += due
        if due:
            rows.append((_ahead(told, at), words.number(due), words.number(total)))
    if told.later:
        rows.append(("Later", words.number(told.later), words.number(total + told.later)))
    return Table(name, said, ("Day", "Items", "In all"), tuple(rows)) if rows else Table(name, said)


def _ahead(told: Forecast, at: int) -> str:
    return {0: "Today", 1: "Tomorrow"}.get(at) or words.day(told.day(at))


def mastery(told: tuple[TopicMastery, ...]) -> Table:
    """Topics, the weakest first."""
    name, said = "Mastery by topic", sentences.mastery(told)
    names = topic_names(told)
    rows = tuple(
        (
            names[at],
            f"{topic.begun} of {topic.items}",
            "–" if topic.recall is None else words.percent(topic.recall),
            "–" if topic.least is None else words.percent(topic.least),
            words.percent(topic.expected),
        )
        for at, topic in enumerate(told)
    )
    head = ("Topic", "Begun", "Recall", "Weakest", "Of all")
    return Table(name, said, head, rows, (sentences.MASTERY_NOTE,)) if rows else Table(name, said)


def topic_names(told: Iterable[TopicMastery]) -> tuple[str, ...]:
    """The names of topics, with the bank's title where two banks have one of the same name."""
    topics = [one.topic for one in told]
    often = Counter(topic.name for topic in topics)
    return tuple(
        f"{topic.name} ({topic.title})" if often[topic.name] > 1 else topic.name for topic in topics
    )


def calibration(told: Calibration) -> Table:
    """What was said, and how often it was right."""
    name, said = "Certainty", sentences.calibration(told)
    if not told.said.n:
        return Table(name, said)
    rows = (
        (
            Certainty(level.certainty).words.capitalize(),
            words.number(level.answers.n),
            words.percent(level.answers.share) if level.answers.n else "–",
            words.interval(level.answers) if level.answers.n else "–",
            words.band(level),
            str(level.judgement or "–").removesuffix("-confident"),
        )
        for level in told.levels
    )
    head = ("You said", "Answers", "Right", "95% interval", "Should be", "Confidence")
    return Table(name, said, head, tuple(rows), (sentences.CALIBRATION_NOTE, INTERVAL_NOTE))


def times(told: TimeReport) -> tuple[Table, ...]:
    """By type of item and by topic, the slowest first."""
    name, said = "Time for an answer", sentences.times(told)
    if told.whole is None:
        return (Table(name, said),)
    head = ("Answers", "Quarter below", "Median", "Quarter above")
    notes = (sentences.TIMES_NOTE,)
    types = tuple((sentences.type_name(type_), *_times(one)) for type_, one in told.types)
    whole = ("All", *_times(told.whole))
    topics = tuple((topic.name, *_times(one)) for topic, one in told.topics)
    by_topic = Table("Time for an answer, by topic", "", ("Topic", *head), topics)
    by_type = Table(name, said, ("Type", *head), (whole, *types), notes)
    return (by_type, by_topic) if topics else (by_type,)


def _times(one: Times) -> tuple[str, ...]:
    quartiles = (words.seconds(value, CAP) for value in (one.lower, one.median, one.upper))
    return (words.number(one.n), *quartiles)


def confidently_wrong(told: tuple[ConfidentlyWrong, ...], most: int | None = None) -> Table:
    """The items that were missed and called certain, the latest first; at most so many."""
    name, said = "Certain, and wrong", sentences.confidently_wrong(told)
    rows = tuple((one.stem or one.item, words.day(one.day)) for one in told[:most])
    return Table(name, said, ("Question", "Answered"), rows) if rows else Table(name, said)


def all_tables(report: LearnerReport) -> tuple[Table, ...]:
    """Everything, in the order of the screens."""
    makers: tuple[Callable[[], Table], ...] = (
        lambda: retention(report.retention),
        lambda: predictions(report.retention),
        lambda: forecast(report.forecast),
        lambda: mastery(report.mastery),
        lambda: calibration(report.calibration),
        lambda: confidently_wrong(report.confidently_wrong),
    )
    tables = (*(make() for make in makers), *times(report.times))
    return tuple(replace(table, notes=_once(table, at, tables)) for at, table in enumerate(tables))


def _once(table: Table, at: int, tables: tuple[Table, ...]) -> tuple[str, ...]:
    """The notes that no table before has."""
    before = {note for other in tables[:at] for note in other.notes}
    return tuple(note for note in table.notes if note not in before)
