"""Reading out of a journal what the cycle engine needs: all of it, or the newest part.

Pages that show one day or month read the newest part, so that what they cost does not grow with
the years; it holds more cycles than any rule learns from, so that both say the same of them.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, cast

from journal.cycle.body_signs import BodySignDay
from journal.cycle.reading import CycleRecord
from journal.domain.days import LhTest, Mucus
from journal.domain.journal import BleedingDay, ReadableJournal
from journal.domain.ranges import ONE_DAY, DateRange

# Some eighty bleeds, more than twice the cycles a forecast learns from.
RECENT_FLOW_DAYS: Final = 400
# A day is known better once the cycle it lies in has ended: look that far beyond it.
HINDSIGHT_DAYS: Final = 120
_BODY_SIGNS: Final = ("temperature_c", "temperature_disturbed", "mucus", "lh_test")


def load_cycle_record(journal: ReadableJournal, until: date) -> CycleRecord:
    """Read everything up to and with `until`."""
    range_ = DateRange(date.min, until + ONE_DAY)
    return _record(journal, journal.bleeding_days(range_), range_)


def load_recent_record(journal: ReadableJournal, until: date) -> CycleRecord:
    """Read the newest `RECENT_FLOW_DAYS` days of flow up to `until`, and the signs since then."""
    bleeding = journal.recent_bleeding(until, RECENT_FLOW_DAYS)
    since = bleeding[0].date if bleeding else until
    return _record(journal, bleeding, DateRange(since, until + ONE_DAY))


def hindsight(day: date, today: date) -> date:
    """Return the date up to which the record is read to say where `day` stands."""
    return min(today, day + timedelta(days=HINDSIGHT_DAYS))


def _record(
    journal: ReadableJournal, bleeding: Sequence[BleedingDay], range_: DateRange
) -> CycleRecord:
    return CycleRecord(
        bleeding=tuple(bleeding),
        body_signs=tuple(_body_signs(journal, range_)),
        contexts=tuple(journal.contexts()),
        stages=tuple(journal.stages()),
        answers=tuple(journal.cycle_answers()),
        settings=journal.settings(),
    )


def _body_signs(journal: ReadableJournal, range_: DateRange) -> list[BodySignDay]:
    columns = journal.day_columns(_BODY_SIGNS, range_)
    rows = zip(columns["date"], *(columns[name] for name in _BODY_SIGNS), strict=True)
    return [_body_sign(*row) for row in rows]


def _body_sign(
    day: object, degrees: object, disturbed: object, mucus: object, lh_test: object
) -> BodySignDay:
    return BodySignDay(
        cast("date", day),
        temperature_c=degrees if isinstance(degrees, float) else None,
        temperature_disturbed=bool(disturbed),
        mucus=None if mucus is None else Mucus(str(mucus)),
        lh_test=None if lh_test is None else LhTest(str(lh_test)),
    )
