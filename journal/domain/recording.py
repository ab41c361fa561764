"""Recording into a day: what may be written when, and what "same as yesterday" means."""

from datetime import date

from journal.domain.changes import Change
from journal.domain.days import SIGN_PREFIX, Day
from journal.domain.errors import DayInFuture
from journal.domain.journal import DayChanges, Journal


def require_recordable(day: date, today: date) -> None:
    """Let a day through that has come.

    Raises:
        DayInFuture: It has not.
    """
    if day > today:
        raise DayInFuture(day)


def record(journal: Journal, day: date, changes: DayChanges, *, today: date) -> Change | None:
    """Save fields of a day that has come; None when nothing differs from what is recorded.

    Raises:
        DayInFuture: The day has not come yet.
        JournalError: A value that cannot be, or a journal that cannot be written.
    """
    require_recordable(day, today)
    return journal.save_day(day, changes)


def same_as(yesterday: Day, day: Day) -> DayChanges:
    """Return yesterday's signs and whether the two were apart, where the day says nothing yet."""
    carried: dict[str, object] = {
        SIGN_PREFIX + code: strength for code, strength in yesterday.signs.items()
    }
    if yesterday.partner is not None:
        carried["partner"] = yesterday.partner
    return {name: value for name, value in carried.items() if day.value(name) is None}
