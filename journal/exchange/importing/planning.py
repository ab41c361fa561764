"""What an import would do to a journal, worked out before anything is written.

file       mood 7, note "a"      → new       the date was empty
journal    mood 7                → changed   a field is added (note)
journal    mood 7, note "a"      → same      nothing to write
journal    mood 4                → conflict  both say something else of one field
journal    mood cleared by her   → same      it stays cleared, unless she wants it back
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from journal.domain.days import Day
from journal.domain.journal import DayChanges, ImportBatch, Journal
from journal.domain.ranges import ONE_DAY, DateRange
from journal.exchange.importing.lasting import Lasting, compare_lasting, new_entries
from journal.exchange.importing.parsed import NotCarried, Parsed
from journal.exchange.importing.removed import Removed, Sieve

_ALL: Final = DateRange(date.min, date.max)
# What is said about a value of the file is nothing about another of hers.
_ABOUT: Final = {"not_my_period": "bleeding", "temperature_disturbed": "temperature_c"}


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field of which the journal and the file say different things."""

    day: date
    field: str
    mine: object
    theirs: object


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do.

    Every day of the file that is here already is exactly one of new, changed, same and in conflict.

    Attributes:
        range: From the first to the last day with anything, a context's first day included; None
            when there is none.
        new_moments: Moments that are not in the journal yet.
        known_moments: Moments that are, recognised by their id.
        lasting: The same of contexts, stages, answers and intentions.
        removed: What of the file she removed herself; new only where she wants it back.
        batch: What to write; without days, moments and the like when nothing is new.
    """

    range: DateRange | None
    new_days: int
    changed_days: int
    same_days: int
    conflict_days: int
    new_moments: int
    known_moments: int
    conflicts: Sequence[Conflict]
    not_carried: Sequence[NotCarried]
    future_days: int
    lasting: Lasting
    removed: Removed
    batch: ImportBatch

    @property
    def days(self) -> int:
        """How many days of the file have come already."""
        return self.new_days + self.changed_days + self.same_days + self.conflict_days

    @property
    def moments(self) -> int:
        """How many moments of the file have come already."""
        return self.new_moments + self.known_moments + self.removed.staying("moment")

    @property
    def writes(self) -> bool:
        """Whether the import would change anything."""
        batch = self.batch
        lasting = batch.contexts or self.lasting.new or batch.entries
        return bool(batch.days or batch.moments or lasting)


def plan(
    parsed: Parsed,
    journal: Journal,
    *,
    today: date,
    keep_mine: bool = True,
    bring_back: bool = False,
) -> ImportPlan:
    """Compare a file with the journal; days after `today` are refused.

    With `keep_mine`, the journal keeps what it says wherever both say something. With `bring_back`,
    what she removed herself comes along like anything else the journal lacks.
    """
    sieve = Sieve(journal.removals(), bring_back)
    days = {day: fields for day, fields in parsed.days.items() if day <= today}
    moments = [moment for moment in parsed.moments if moment.date <= today]
    future = {day for day in parsed.days if day > today}
    future |= {moment.date for moment in parsed.moments if moment.date > today}
    range_ = _range([*days, *(moment.date for moment in moments)])
    lasting = compare_lasting(parsed, journal, sieve)
    recorded = {day.date: day for day in journal.days(range_)} if range_ else {}
    # On whichever day: she may have moved one since, and it is not brought back where it was.
    known = {moment.id for moment in journal.moments(_ALL, notes=False)} if moments else set()
    lacking = [moment for moment in moments if moment.id not in known]
    added = sieve.whole("moment", lacking, lambda moment: moment.id)
    writes, conflicts = _compared(days, recorded, sieve, keep_mine=keep_mine)
    in_conflict = {conflict.day for conflict in conflicts}
    new = writes.keys() - recorded.keys()
    return ImportPlan(
        range=_range([*days, *(item.date for item in moments), *_starts(parsed)]),
        new_days=len(new),
        changed_days=len(writes.keys() - new - in_conflict),
        same_days=len(days.keys() - writes.keys() - in_conflict),
        conflict_days=len(in_conflict),
        new_moments=len(added),
        known_moments=len(moments) - len(lacking),
        conflicts=conflicts,
        not_carried=[*parsed.not_carried, *_future(future)],
        future_days=len(future),
        lasting=lasting,
        removed=sieve.removed(),
        batch=ImportBatch(
            words=_words(parsed.format, len(writes), len(added), len(lasting.contexts)),
            days=writes,
            moments=added,
            contexts=lasting.contexts,
            stages=lasting.stages,
            cycle_answers=lasting.cycle_answers,
            intentions=lasting.intentions,
            entries=new_entries(parsed, journal),
        ),
    )


def _compared(
    days: Mapping[date, DayChanges], recorded: Mapping[date, Day], sieve: Sieve, *, keep_mine: bool
) -> tuple[dict[date, DayChanges], list[Conflict]]:
    writes: dict[date, DayChanges] = {}
    conflicts = []
    for day, fields in days.items():
        mine = recorded.get(day, Day(day))
        clashing = {
            name: value for name, value in fields.items() if mine.value(name) not in {None, value}
        }
        conflicts += [Conflict(day, name, mine.value(name), clashing[name]) for name in clashing]
        absent = {
            name: value
            for name, value in fields.items()
            if mine.value(name) is None and not (keep_mine and _ABOUT.get(name) in clashing)
        }
        gained = sieve.fields(day, absent)
        held_back = absent.keys() - gained.keys()
        changes = {
            name: value for name, value in gained.items() if _ABOUT.get(name) not in held_back
        }
        if not keep_mine:
            changes |= clashing
        if changes:
            writes[day] = changes
    return writes, conflicts


def _range(dates: Sequence[date]) -> DateRange | None:
    if not dates:
        return None
    last = max(dates)  # something that lasts may begin on the last day of the calendar
    return DateRange(min(dates), last if last == date.max else last + ONE_DAY)


def _future(days: set[date]) -> list[NotCarried]:
    if not days:
        return []
    why = "they have not come yet; a day can be recorded once it is here"
    return [NotCarried("Days in the future", len(days), why)]


def _starts(parsed: Parsed) -> list[date]:
    """Return from when on something lasted."""
    stages, contexts = parsed.stages, parsed.contexts
    return [*(item.start for item in contexts), *(item.date for item in stages)]


def _words(format_: str, days: int, moments: int, contexts: int) -> str:
    counted = [
        f"{count} {name if count == 1 else name + 's'}"
        for count, name in ((days, "day"), (moments, "moment"), (contexts, "context"))
        if count
    ]
    return ", ".join([format_, *counted])
