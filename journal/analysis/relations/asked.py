"""The questions a page asks of a record by itself: no more than it has anything to say to.

Every one of them counts among those that were looked at, whatever comes of it.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby
from typing import Final

import numpy as np

from journal.analysis.day_memory_gate import FEWEST_DAYS_BESIDE_CHANGE
from journal.analysis.premenstrual_days import Window
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.questions import (
    APART,
    BALANCE,
    BIDS_MET,
    BIDS_UNMET,
    MOMENTS,
    SLEEP_HOURS,
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
from journal.domain.days import SIGN_PREFIX
from journal.domain.ratings import RATINGS

# What may go on after the day itself; the balance already is what is left of the days before.
LASTING: Final = (MOMENTS, BIDS_MET, BIDS_UNMET, SLEEP_HOURS)
STRESS: Final = "stress"
WINDOWS: Final = (Window.PREMENSTRUAL, Window.AROUND_OVULATION, Window.PERIOD)


def usual_questions(
    record: DailyRecord, outcomes: Sequence[str] | None = None
) -> tuple[Question, ...]:
    """Return the questions worth asking of a record.

    Args:
        record: Only measures it has a number of take part.
        outcomes: Ratings to ask about; all she recorded where it is None.
    """
    held = _held(record)
    wanted = RATINGS if outcomes is None else outcomes
    asked = [code for code in wanted if code in held]
    # In this order, so that what is asked twice keeps its first place.
    found: list[Question] = [
        *_same_day(asked, held, record),
        *_days_after(asked, held),
        *_cycle([*asked, *(_signs(held) if outcomes is None else ())], record),
        *_changes(asked, record),
        *_stress(asked, held),
    ]
    return tuple(dict.fromkeys(found))


def _held(record: DailyRecord) -> list[str]:
    """Return the measures with any number; time apart where there is any."""
    found = [measure for measure, values in record.values.items() if np.isfinite(values).any()]
    return [code for code in found if code != APART or record.values[code].any()]


def _signs(held: Sequence[str]) -> list[str]:
    return [measure for measure in held if measure.startswith(SIGN_PREFIX)]


def _same_day(asked: Sequence[str], held: Sequence[str], record: DailyRecord) -> Iterator[Question]:
    """Ask what a day's ratings go with; two ratings are one question, whichever comes first."""
    others = [MOMENTS, BIDS_MET, BIDS_UNMET, BALANCE, SLEEP_HOURS, *_signs(held)]
    if not record.leave_apart_out:
        others.append(APART)
    for outcome in asked:
        for exposure in others:
            if exposure in held:
                yield RelationQuestion(outcome, exposure)
    ratings = [code for code in RATINGS if code in held]
    for outcome, exposure in combinations(ratings, 2):
        if outcome in asked:
            yield RelationQuestion(outcome, exposure)
        elif exposure in asked:
            yield RelationQuestion(exposure, outcome)


def _days_after(asked: Sequence[str], held: Sequence[str]) -> Iterator[Question]:
    """Ask what goes with the days before, and the reverse beside it."""
    for outcome in asked:
        for exposure in (*LASTING, *RATINGS):
            if exposure in held and exposure != outcome:
                yield RelationQuestion(outcome, exposure, Timing.DAYS_AFTER)
                yield RelationQuestion(exposure, outcome, Timing.DAYS_AFTER)


def _cycle(asked: Sequence[str], record: DailyRecord) -> Iterator[Question]:
    if not any(place is not None for place in record.placed):
        return
    for outcome in asked:
        yield CycleWholeQuestion(outcome)
        for window in WINDOWS:
            yield CycleWindowQuestion(outcome, window)


def _changes(asked: Sequence[str], record: DailyRecord) -> Iterator[Question]:
    """Ask about changes with days enough before them: of those there will never be more."""
    changes = list(_days_of_change(record.changes))
    for outcome in asked:
        rated = np.isfinite(record.compared(outcome))
        for change in changes:
            place = change.day.toordinal() - record.first
            if rated[:place].sum() >= FEWEST_DAYS_BESIDE_CHANGE:
                yield ChangeQuestion(outcome, change)


def _days_of_change(changes: Sequence[DatedChange]) -> Iterator[DatedChange]:
    """Yield one change a day: what changed on the same day cannot be told apart."""
    for day, same_day in groupby(changes, key=lambda change: change.day):
        first, *others = same_day
        names = ", ".join(change.name for change in (first, *others))
        yield DatedChange(day, names, ChangeSource.SEVERAL) if others else first


def _stress(asked: Sequence[str], held: Sequence[str]) -> Iterator[Question]:
    """Ask whether stress goes with fewer or less-met moments, and with less left of them."""
    if STRESS not in held or MOMENTS not in held:
        return
    for outcome in asked:
        if outcome != STRESS:
            yield ModerationQuestion(outcome, MOMENTS, STRESS)
    yield RelationQuestion(MOMENTS, STRESS)
    yield RelationQuestion(BIDS_MET, STRESS)
