"""A journal in memory, for tests that are about what is made of the record, not how it is kept."""

# ruff: noqa: D102 - `ReadableJournal` says what each of these answers

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from journal.domain.catalogues import Catalogue, CatalogueName, shipped_catalogue
from journal.domain.changes import Change, ChangeKind
from journal.domain.contexts import Context
from journal.domain.cycle_answers import CycleAnswer
from journal.domain.day_fields import stored_form
from journal.domain.days import Bleeding, Day
from journal.domain.errors import MomentMissing
from journal.domain.intentions import Intention
from journal.domain.journal import BleedingDay
from journal.domain.manners import Manner, MomentColumns
from journal.domain.moments import Author, Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from journal.domain.replies import Reply
from journal.domain.stages import StageDeclaration
from journal.domain.tallies import FeltTally, MomentTally, felt_tallies, tally_order

EVERY_DAY = DateRange(date.min, date.max)


@dataclass
class InMemoryJournal:
    """What `ReadableJournal` asks for, from plain lists; nobody reads it, so nobody replied."""

    recorded: Sequence[Day] = ()
    kept_moments: Sequence[Moment] = ()
    kept_contexts: Sequence[Context] = ()
    kept_stages: Sequence[StageDeclaration] = ()
    kept_answers: Sequence[CycleAnswer] = ()
    kept_intentions: Sequence[Intention] = ()
    kept_settings: OwnerSettings = field(default_factory=OwnerSettings)

    def __post_init__(self) -> None:
        self.recorded = _merged(self.recorded)

    def replies(self) -> list[Reply]:
        return []

    def day(self, day: date) -> Day:
        return next((item for item in self.recorded if item.date == day), Day(day))

    def days(self, range_: DateRange) -> list[Day]:
        return [item for item in self.recorded if item.date in range_]

    def day_columns(
        self, names: Sequence[str], range_: DateRange | None = None
    ) -> dict[str, list[object]]:
        days = self.days(EVERY_DAY if range_ is None else range_)
        rows = [(item.date, *(stored_form(item.value(name)) for name in names)) for item in days]
        rows = [row for row in rows if any(value is not None for value in row[1:])]
        return {name: [row[place] for row in rows] for place, name in enumerate(("date", *names))}

    def sign_days(
        self, codes: Sequence[str] | None, range_: DateRange | None = None
    ) -> list[tuple[date, str, str]]:
        return [
            (item.date, code, strength.value)
            for item in self.days(EVERY_DAY if range_ is None else range_)
            for code, strength in sorted(item.signs.items())
            if codes is None or code in codes
        ]

    def bleeding_days(self, range_: DateRange | None = None) -> list[BleedingDay]:
        return [
            BleedingDay(item.date, item.bleeding, not_my_period=bool(item.not_my_period))
            for item in self.days(EVERY_DAY if range_ is None else range_)
            if item.bleeding not in {None, Bleeding.NONE}
        ]

    def recent_bleeding(self, until: date, limit: int = 60) -> list[BleedingDay]:
        return [item for item in self.bleeding_days() if item.date <= until][-limit:]

    def recent_signs(self, until: date, limit: int = 400) -> list[str]:
        days = [item for item in reversed(self.recorded) if item.date <= until]
        return list(dict.fromkeys(code for item in days for code in sorted(item.signs)))[:limit]

    def marked_notes(self, range_: DateRange) -> list[tuple[date, str]]:
        return [
            (item.date, item.note)
            for item in self.days(range_)
            if item.note is not None and item.note_shared
        ]

    def moments(self, range_: DateRange, *, notes: bool = True) -> list[Moment]:
        found = [item for item in self.kept_moments if item.date in range_]
        return found if notes else [replace(item, note=None) for item in found]

    def moment(self, moment_id: str) -> Moment:
        for item in self.kept_moments:
            if item.id == moment_id:
                return item
        raise MomentMissing

    def moment_counts(self, range_: DateRange | None = None) -> list[tuple[date, str, int]]:
        found = Counter(
            (item.date, item.kind) for item in self.moments(EVERY_DAY if range_ is None else range_)
        )
        return [(day, kind, number) for (day, kind), number in sorted(found.items())]

    def moment_tallies(self, range_: DateRange | None = None) -> list[MomentTally]:
        found = Counter(
            (
                *(item.date, item.kind, item.initiator, item.response),
                *(item.phone_in_way, item.author, item.with_whom),
            )
            for item in self.moments(EVERY_DAY if range_ is None else range_)
        )
        tallies = [
            MomentTally(day, kind, number, *said) for (day, kind, *said), number in found.items()
        ]
        return sorted(tallies, key=tally_order)

    def moment_columns(self, range_: DateRange | None = None) -> MomentColumns:
        moments = self.moments(EVERY_DAY if range_ is None else range_)
        return MomentColumns(
            [item.date for item in moments],
            [item.kind for item in moments],
            [Manner.of(item).number for item in moments],
        )

    def moments_a_day(self, range_: DateRange | None = None) -> list[tuple[date, int]]:
        moments = self.moments(EVERY_DAY if range_ is None else range_)
        return sorted(Counter(item.date for item in moments).items())

    def felt(self, range_: DateRange | None = None) -> list[FeltTally]:
        span = EVERY_DAY if range_ is None else range_
        on_days = [FeltTally(day.date, each) for day in self.days(span) for each in day.sensations]
        on_moments = [
            FeltTally(item.date, each, item.kind)
            for item in self.moments(span)
            if item.author is Author.OWNER
            for each in item.sensations
        ]
        return felt_tallies([*on_days, *on_moments])

    def intentions(self, range_: DateRange | None = None) -> list[Intention]:
        span = EVERY_DAY if range_ is None else range_
        chosen = [item for item in self.kept_intentions if item.week in span]
        return sorted(chosen, key=lambda item: (item.week, item.id))

    def contexts(self) -> list[Context]:
        return sorted(self.kept_contexts, key=lambda item: item.start)

    def stages(self) -> list[StageDeclaration]:
        return sorted(self.kept_stages)

    def cycle_answers(self) -> list[CycleAnswer]:
        return sorted(self.kept_answers)

    def settings(self) -> OwnerSettings:
        return self.kept_settings

    def catalogue(self, name: CatalogueName) -> Catalogue:
        return shipped_catalogue(name)

    def recorded_dates(self, range_: DateRange) -> list[date]:
        dates = {item.date for item in (*self.recorded, *self.kept_moments)}
        return sorted(day for day in dates if day in range_)

    def first_date(self) -> date | None:
        return min(self.recorded_dates(EVERY_DAY), default=None)

    def last_change(self, day: date) -> Change | None:
        del day
        return None

    def last_change_of(self, kind: ChangeKind) -> Change | None:
        del kind
        return None

    def revision(self) -> int:
        return 0

    def owner_key(self) -> str:
        return "owner"


def _merged(days: Iterable[Day]) -> list[Day]:
    """Lay records of the same date over each other, as saving field by field does."""
    merged: dict[date, Day] = {}
    for item in days:
        known = merged.get(item.date, Day(item.date))
        merged[item.date] = Day(**{"date": item.date, **_fields(known), **_fields(item)})
    return [merged[day] for day in sorted(merged)]


def _fields(day: Day) -> dict[str, object]:
    plain = {name: value for name, value in day.recorded.items() if ":" not in name}
    kept = {"signs": day.signs, "sensations": day.sensations}
    return plain | {name: value for name, value in kept.items() if value}
