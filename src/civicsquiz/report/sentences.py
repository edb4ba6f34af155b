"""What each of the statistics comes to, in a sentence or two, and how to read it."""

from __future__ import annotations

from civicsquiz.record.certainty import Certainty
from civicsquiz.report import words
from civicsquiz.report.calibration import ENOUGH, Calibration, Judgement
from civicsquiz.report.forecast import Forecast
from civicsquiz.report.learner import ConfidentlyWrong, LearnerReport
from civicsquiz.report.mastery import TopicMastery
from civicsquiz.report.retention import Retention
from civicsquiz.report.times import CAP, TimeReport

NOTHING_YET = "Nothing has been answered yet, so there is nothing to tell."
WHAT_TO_DO = (
    "Answer some questions: play a bank from Home, or with civicsquiz play. Come back the next day "
    "for what is due, and it shows here how much was kept."
)
RETENTION_NOTE = (
    "A review is the first answer of a day to an item asked before; right, or at least half right, "
    "counts as remembered. Expected is what the model of memory foretold."
)
MASTERY_NOTE = (
    "Begun: items reviewed at least once. Recall: how likely you would know one of these today, on "
    "average, and the weakest of them. Of all: the share of all items you would know, with those "
    "not begun as unknown."
)
CALIBRATION_NOTE = (
    "Should be: how often such answers are right for whoever judges well, by the marks for "
    "certainty. Answers right in part count as that part."
)
TIMES_NOTE = (
    f"Times are cut off at {CAP:.0f} seconds. A quarter of the answers were quicker than “quarter "
    "below”, a quarter slower than “quarter above”."
)


def whole(report: LearnerReport) -> str:
    """How much there is in all."""
    if not report.answers:
        return NOTHING_YET if report.since is None else _nothing_since(report)
    since = f" since {words.day(report.since)}" if report.since else ""
    return f"{words.count(report.answers, 'answer')} on {words.count(report.days, 'day')}{since}."


def _nothing_since(report: LearnerReport) -> str:
    return f"Nothing was answered since {words.day(report.since or report.today)}."


def retention(told: Retention) -> str:
    answers, predicted = told.whole.answers, told.whole.predicted
    if not answers.n:
        return "No item has been reviewed a second time yet. From the next day on it shows here how much you keep."
    expected = "" if predicted is None else f" {words.percent(predicted)} was expected."
    return _with_caution(
        f"You remembered {words.of(answers)}: {words.percent(answers.share)} "
        f"({words.interval(answers)}).{expected}",
        answers.n,
    )


def predictions(told: Retention) -> str:
    answers, predicted = told.whole.answers, told.whole.predicted
    if not answers.n or predicted is None:
        return "There is nothing to compare yet."
    if answers.n < words.FEW:
        return "So few reviews cannot say whether what was expected comes true."
    low, high = answers.interval
    if low <= predicted <= high:
        return "What was expected agrees with what came true, as far as so many reviews can say."
    if predicted > high:
        return "You forgot more than was expected."
    return "You remembered more than was expected."


def forecast(told: Forecast) -> str:
    total = told.overdue + sum(told.days) + told.later
    gone = ""
    if told.gone:
        are = "is" if told.gone == 1 else "are"
        gone = (
            f" {words.count(told.gone, 'item')} more that you learned {are} no longer in any bank."
        )
    if not total:
        return f"Nothing is planned: what you answer is planned for review.{gone}"
    are = "is" if told.now == 1 else "are"
    due = f"{words.count(told.now, 'item')} {are} due" if told.now else "Nothing is due today"
    late = f", {_of_them(told.overdue, told.now)} overdue" if told.overdue else ""
    ahead = sum(told.days[1:])
    span = len(told.days) - 1
    return f"{due}{late}; {words.number(ahead)} more in the next {span} days.{gone}"


def _of_them(number: int, whole: int) -> str:
    if number < whole:
        return f"{words.number(number)} of them"
    return "and" if whole == 1 else "all of them"


def mastery(told: tuple[TopicMastery, ...]) -> str:
    if not told:
        return "There is no bank with questions that can be asked."
    items, begun = sum(one.items for one in told), sum(one.begun for one in told)
    if not begun:
        return f"None of {words.count(items, 'item')} is begun yet."
    recall = sum((one.recall or 0) * one.begun for one in told) / begun
    return (
        f"{words.number(begun)} of {words.count(items, 'item')} begun; of these you would know "
        f"{words.percent(recall)} today."
    )


def calibration(told: Calibration) -> str:
    said = told.said
    if not said.n:
        return "You have not said yet how certain you are. Where it is switched on, F1 to F3 say it before an answer."
    found: dict[Judgement, list[int]] = {}
    good = False
    for level in told.levels:
        if level.judgement is Judgement.GOOD:
            good = True
        elif level.judgement not in (None, Judgement.TOO_FEW):
            found.setdefault(level.judgement, []).append(level.certainty)
    if not found and not good:
        return _too_few(said.n)
    parts = [f"{judged} where you said {_said(where)}" for judged, where in found.items()]
    whole = f"You are {', and '.join(parts)}." if parts else "You judge well how sure you can be."
    return _with_caution(whole, said.n)


def _too_few(n: int) -> str:
    few = "too few" if n < ENOUGH else "too few of each"
    return f"You said {words.count(n, 'time')} how certain you were: {few} to judge."


def _said(certainties: list[int]) -> str:
    return " and ".join(f"“{Certainty(one).words}”" for one in certainties)


def times(told: TimeReport) -> str:
    if told.whole is None:
        return "No answer has been timed yet."
    one = told.whole
    median, lower, upper = (_seconds(value) for value in (one.median, one.lower, one.upper))
    if one.lower == one.upper:
        return f"An answer of yours takes {median} seconds."
    return (
        f"Half of your answers took less than {median} seconds, the middle half {lower} to {upper} "
        "seconds."
    )


def _seconds(value: float) -> str:
    return words.seconds(value, CAP).replace(" s+", " or more").removesuffix(" s")


def confidently_wrong(told: tuple[ConfidentlyWrong, ...]) -> str:
    if not told:
        return "None of your latest answers was certain and wrong."
    return (
        f"{words.count(len(told), 'question')} that you answered wrong and were certain of: "
        "worth most to look at again."
    )


def type_name(type_: str) -> str:
    """A type of item as it is read."""
    return _TYPES.get(type_, type_.replace("-", " ").capitalize() or "Not known")


_TYPES = {
    "choice": "One answer",
    "multiple": "Several answers",
    "true-false": "True or false",
    "short": "Typed words",
    "number": "A number",
    "match": "Matching",
    "order": "Ordering",
    "evidence": "Finding the passage",
}


def _with_caution(said: str, n: int) -> str:
    return f"{said} {words.caution(n)}".rstrip()
