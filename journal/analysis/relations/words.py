"""One sentence for each finding, as a friend could say it: what, how large, over how many days.

It says what goes with what, never why; a size stands on the scale it was noted on.
"""

from collections.abc import Mapping
from typing import Final
from zlib import crc32

from journal.analysis.premenstrual_days import Window
from journal.analysis.relations import questions
from journal.analysis.relations.answers import HARDLY_POINTS, Answer, Contrast, Finding, Sureness
from journal.analysis.relations.measure_words import (
    Spoken,
    contrast_words,
    measure_name,
    shortened,
    spoken,
    when_words,
)
from journal.analysis.relations.questions import (
    ChangeQuestion,
    ChangeSource,
    CycleWholeQuestion,
    CycleWindowQuestion,
    DatedChange,
    ModerationQuestion,
    Question,
    RelationQuestion,
    Timing,
)
from journal.analysis.relations.size_words import (
    NEXT_TO_NOTHING,
    Unit,
    about_words,
    signed_words,
    size_words,
)
from journal.domain.labels import counted, date_words

Names = Mapping[str, str]

SURENESS_NAMES: Final = {
    Sureness.SURE: "Sure",
    Sureness.LIKELY: "May be chance",
    Sureness.HARDLY: "Hardly differs",
    Sureness.UNCLEAR: "Cannot tell yet",
}
UNIT_NAMES: Final = {
    Unit.POINT: "points of ten",
    Unit.STEP: "steps of strength",
    Unit.HOUR: "hours",
    Unit.COUNT: "number a day",
    Unit.SHARE: "share of days",
}
WINDOW_WORDS: Final = {
    Window.PREMENSTRUAL: "in the five days before a period",
    Window.AROUND_OVULATION: "in the days around ovulation",
    Window.PERIOD: "in the first four days of a period",
}
# There is one of them in a sentence, and few words besides.
LONGEST_CHANGE: Final = 40
NO_SIZE: Final = f"{0:.1f}"
WHOLE_CYCLE: Final = "over the cycle"
# "Between a quarter and two points": the second names what both are of.
_QUARTERS: Final = {words: words for words in ("a quarter", "three quarters")}
# Of a moderator: 6 or more of ten, which the words on the method say.
HIGH_WORDS: Final = "high"


def finding_words(finding: Finding, names: Names) -> str:
    """Say a finding in one sentence; markup in names is hers, and for the page to make literal."""
    answer = finding.answer
    question = answer.question
    if isinstance(question, CycleWholeQuestion):
        return _capital(_whole_words(finding, spoken(question.outcome, names)))
    if isinstance(question, ModerationQuestion):
        return _capital(_moderation_words(finding, question, names))
    outcome = spoken(question.outcome, names)
    when = condition_words(question, names, answer.contrast)
    days = days_behind_words(answer)
    match finding.sureness:
        case Sureness.SURE:
            said = f"{_differs(outcome, answer)} {when} ({_between(finding, outcome)}; {days})"
        case Sureness.LIKELY:
            said = f"perhaps {_differs(outcome, answer)} {when}, but it may be chance ({days})"
        case Sureness.HARDLY:
            said = f"{outcome.subject} hardly differs {when}: {_less_than(outcome)} ({days})"
        case Sureness.UNCLEAR:
            said = (
                f"your record cannot tell yet whether {outcome.subject} differs {when} "
                f"({_anything(finding, outcome)}; {days})"
            )
    return _capital(f"{said}.")


def condition_words(
    question: RelationQuestion | CycleWindowQuestion | ChangeQuestion,
    names: Names,
    contrast: Contrast | None = None,
) -> str:
    """Say on which days the outcome is compared with the others."""
    if isinstance(question, CycleWindowQuestion):
        return WINDOW_WORDS[question.window]
    if isinstance(question, ChangeQuestion):
        return since_words(question.change)
    return when_words(question.exposure, names, contrast, question.timing)


def since_words(change: DatedChange) -> str:
    """Say since what: "since “New job” began"; a date of her own by its date."""
    name = f"“{shortened(change.name, LONGEST_CHANGE)}”"
    match change.source:
        case ChangeSource.CONTEXT_START:
            return f"since {name} began"
        case ChangeSource.CONTEXT_END:
            return f"since {name} ended"
        case ChangeSource.STAGE:
            return f"since you named {name}"
        case ChangeSource.OWN:
            return f"since {date_words(change.day)}"
        case ChangeSource.SEVERAL:
            return f"since {date_words(change.day)}, when more than one thing changed"


def days_behind_words(answer: Answer) -> str:
    """Say what an answer rests on: "212 days, 8 cycles"."""
    days = counted(answer.days, "day")
    if not answer.groups:
        return days
    match answer.question:
        case CycleWholeQuestion() | CycleWindowQuestion():
            return f"{days}, {counted(answer.groups, 'cycle')}"
        case RelationQuestion(exposure=questions.APART):
            return f"{days}, {counted(answer.groups, 'time')} apart"
        case _:
            return days


def question_label(question: Question, names: Names, contrast: Contrast | None = None) -> str:
    """Name a question in few words, its outcome left out: "Stress of 7 rather than 3"."""
    match question:
        case CycleWholeQuestion():
            label = "The cycle as a whole"
        case CycleWindowQuestion():
            label = WINDOW_WORDS[question.window].removeprefix("in the ")
        case ChangeQuestion():
            label = since_words(question.change)
        case ModerationQuestion():
            thing = contrast_words(question.exposure, names, contrast)
            high = spoken(question.moderator, names).noun
            label = f"{thing}, while {high} is {HIGH_WORDS}, days after"
        case RelationQuestion():
            named = contrast is None and question.exposure != questions.APART
            label = (
                spoken(question.exposure, names).noun
                if named
                else contrast_words(question.exposure, names, contrast)
            )
            if question.timing is Timing.DAYS_AFTER:
                label = f"{label}, days after"
    return _capital(label)


def full_label(question: Question, names: Names, contrast: Contrast | None = None) -> str:
    """Name a question with its outcome: "Mood · stress of 7 rather than 3"."""
    label = question_label(question, names, contrast)
    return f"{measure_name(question.outcome, names)} · {label[0].lower()}{label[1:]}"


def difference_words(size: float, outcome: Spoken, *, of_ten: bool = False) -> str:
    """Say how far an outcome differs, and which way: "about half a point lower"."""
    words = about_words(size, outcome.unit, of_ten=of_ten)
    return f"{'barely' if words == NEXT_TO_NOTHING else words} {outcome.way(size)}"


def interval_words(low: float, high: float) -> str:
    """Write an interval in figures: "−1.2 to +0.4"."""
    return f"{signed_words(low)} to {signed_words(high)}"


def _whole_words(finding: Finding, outcome: Spoken) -> str:
    days = days_behind_words(finding.answer)
    match finding.sureness:
        case Sureness.SURE:
            return (
                f"{outcome.subject} varies {WHOLE_CYCLE}: before a period and around ovulation it "
                f"is not as on other days ({days})."
            )
        case Sureness.LIKELY:
            return f"perhaps {outcome.subject} varies {WHOLE_CYCLE}, but it may be chance ({days})."
        case Sureness.HARDLY:
            return f"{outcome.subject} hardly varies {WHOLE_CYCLE} ({days})."
        case Sureness.UNCLEAR:
            return (
                f"your record cannot tell yet whether {outcome.subject} varies {WHOLE_CYCLE} "
                f"({days})."
            )


def _moderation_words(finding: Finding, question: ModerationQuestion, names: Names) -> str:
    answer, outcome = finding.answer, spoken(question.outcome, names)
    while_high = f"while {spoken(question.moderator, names).noun} is {HIGH_WORDS}"
    thing = contrast_words(question.exposure, names, answer.contrast)
    size = f"{outcome.noun} {_size(outcome, answer)} on the days after than otherwise"
    days = days_behind_words(answer)
    match finding.sureness:
        case Sureness.SURE:
            return (
                f"{while_high}, {thing} goes with {size} ({_anything(finding, outcome)}; {days})."
            )
        case Sureness.LIKELY:
            return f"{while_high}, {thing} goes with {size} (may be chance; {days})."
        case Sureness.HARDLY:
            return (
                f"what {thing} goes with in {outcome.noun} on the days after hardly differs "
                f"{while_high}: {_less_than(outcome)} ({days})."
            )
        case Sureness.UNCLEAR:
            return (
                f"it is open whether what {thing} goes with in {outcome.noun} on the days after "
                f"differs {while_high} ({_anything(finding, outcome)}; {days})."
            )


def _differs(outcome: Spoken, answer: Answer) -> str:
    return f"{outcome.subject} is {_size(outcome, answer)}"


def _size(outcome: Spoken, answer: Answer) -> str:
    return difference_words(answer.estimate or 0.0, outcome, of_ten=True)


def _between(finding: Finding, outcome: Spoken) -> str:
    """Say how far an interval reaches that lies on one side of zero."""
    if finding.low is None or finding.high is None:
        return "no more can be said"
    near, far = sorted((abs(finding.low), abs(finding.high)))
    first, last = (size_words(end, outcome.unit) for end in (near, far))
    if first == last:
        return f"close to {first}"
    return f"between {_QUARTERS.get(first.split(' of ')[0], first)} and {last}"


def _anything(finding: Finding, outcome: Spoken) -> str:
    """Say how far an interval reaches that may lie on both sides of zero, in figures."""
    if finding.low is None or finding.high is None:
        return "no more can be said"
    if finding.low * finding.high > 0:
        near, far = sorted((abs(finding.low), abs(finding.high)))
        return f"{near:.1f} to {far:.1f} {outcome.way(finding.low)}"
    ends = (_end(end, outcome) for end in (finding.low, finding.high))
    return "from {} to {}".format(*ends)


def _end(end: float, outcome: Spoken) -> str:
    """Write one end of an interval; one that rounds to nothing has no direction."""
    size = f"{abs(end):.1f}"
    return size if size == NO_SIZE else f"{size} {outcome.way(end)}"


def _less_than(outcome: Spoken) -> str:
    return f"less than {size_words(HARDLY_POINTS, outcome.unit)}"


def _capital(words: str) -> str:
    """Begin a sentence; a name in quotation marks keeps its own letters."""
    return f"{words[0].upper()}{words[1:]}"


def question_code(question: Question) -> str:
    """Return a short name of a question that stays the same, for keys and files."""
    match question:
        case CycleWholeQuestion():
            parts = [question.outcome, "cycle"]
        case CycleWindowQuestion():
            parts = [question.outcome, question.window.value]
        case ChangeQuestion():
            change = question.change
            # Her words may have no letter in common with a key.
            name = f"{crc32(change.name.encode()):08x}"
            parts = [question.outcome, change.source.value, change.day.isoformat(), name]
        case ModerationQuestion():
            parts = [question.outcome, question.exposure, question.moderator]
        case RelationQuestion():
            parts = [question.outcome, question.exposure, question.timing.value]
    words = "-".join(parts).lower()
    return "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in words)
