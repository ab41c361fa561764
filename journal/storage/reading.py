"""Reading one owner's journal; the owner is bound once and no method can forget her."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    Connection,
    CursorResult,
    Engine,
    Select,
    Text,
    cast,
    func,
    null,
    or_,
    select,
    union,
)

from journal.domain.catalogues import Catalogue, CatalogueName, own_order, shipped_catalogue
from journal.domain.changes import Change, ChangeKind
from journal.domain.contexts import Context
from journal.domain.cycle_answers import CycleAnswer
from journal.domain.days import FLOW, PLAIN_FIELDS, Bleeding, Day, Sensation
from journal.domain.errors import FieldUnknown, MomentMissing
from journal.domain.intentions import Intention
from journal.domain.journal import BleedingDay
from journal.domain.manners import MomentColumns
from journal.domain.moments import Author, Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from journal.domain.stages import StageDeclaration
from journal.domain.tallies import FeltTally, MomentTally, felt_tallies, tally_order
from journal.storage.kept_settings import settings_from
from journal.storage.manners import manner_number
from journal.storage.rows import (
    change_from,
    context_from,
    cycle_answer_from,
    day_from,
    entry_from,
    intention_from,
    moment_from,
    sensations_from,
    stage_from,
    tally_from,
)
from journal.storage.tables import (
    ChangeRow,
    ContextRow,
    CycleAnswerRow,
    DayRow,
    DaySensationRow,
    DaySignRow,
    EntryRow,
    IntentionRow,
    MomentRow,
    OwnerRow,
    SettingRow,
    StageRow,
)

_TALLIED: Final = ("date", "kind", "initiator", "response", "phone_in_way", "author", "with_whom")
# All rows of forty years at once cost a third more: the garbage collector walks through them.
_ROWS_AT_ONCE: Final = 500
_NO_SENSATIONS: Final = "[]"  # as JSON is stored
_EVERY_DAY: Final = DateRange(date.min, date.max)


class ReadingJournal:
    """What may be read of one owner's journal (`domain.journal.ReadableJournal`)."""

    def __init__(self, engine: Engine, owner_id: int) -> None:
        self._engine = engine
        self._owner_id = owner_id

    def day(self, day: date) -> Day:
        """Return what was recorded of one date; an empty day where nothing was."""
        found = self.days(DateRange.last_days(1, day))
        return found[0] if found else Day(day)

    def days(self, range_: DateRange) -> list[Day]:
        """Return the days with any day field recorded, oldest first."""
        with self._reading() as connection:
            rows = connection.execute(self._of_days(DayRow, range_)).all()
            if not rows:
                return []
            signs: dict[date, dict[str, str]] = defaultdict(dict)
            for row in connection.execute(self._of_days(DaySignRow, range_)):
                signs[row.date][row.code] = row.strength
            felt: dict[date, list[tuple[str, str]]] = defaultdict(list)
            for row in connection.execute(self._of_days(DaySensationRow, range_)):
                felt[row.date].append((row.place, row.quality))
        return [day_from(row, signs.get(row.date, {}), felt.get(row.date, ())) for row in rows]

    def day_columns(
        self, names: Sequence[str], range_: DateRange | None = None
    ) -> dict[str, list[object]]:
        """Return plain day fields as columns, `date` first; only days that recorded one of them.

        Values are in stored form, as reading a column costs least: a choice is its string.

        Raises:
            FieldUnknown: A name is no plain field of a day.
        """
        for name in names:
            if name not in PLAIN_FIELDS:
                raise FieldUnknown(name)
        columns = [getattr(DayRow, name) for name in names]
        # Not COALESCE: PostgreSQL refuses it columns of different types.
        recorded = or_(*(column.is_not(None) for column in columns))
        query = select(DayRow.date, *columns).where(self._within(DayRow, range_), recorded)
        with self._reading() as connection:
            found = connection.execute(query.order_by(DayRow.date))
            return dict(zip(("date", *names), _side_by_side(found), strict=True))

    def sign_days(
        self, codes: Sequence[str] | None, range_: DateRange | None = None
    ) -> list[tuple[date, str, str]]:
        """Return (date, code, strength) of the named signs, or of all, oldest first."""
        query = select(DaySignRow.date, DaySignRow.code, DaySignRow.strength).where(
            self._within(DaySignRow, range_)
        )
        if codes is not None:
            query = query.where(DaySignRow.code.in_(codes))
        query = query.order_by(DaySignRow.date, DaySignRow.code)
        with self._reading() as connection:
            return [(row.date, row.code, row.strength) for row in connection.execute(query)]

    def recent_signs(self, until: date, limit: int = 400) -> list[str]:
        """Return sign codes of the newest records up to `until`, newest first, each once."""
        query = (
            select(DaySignRow.code)
            .where(DaySignRow.owner_id == self._owner_id, DaySignRow.date <= until)
            .order_by(DaySignRow.date.desc(), DaySignRow.code)
            .limit(limit)
        )
        with self._reading() as connection:
            return list(dict.fromkeys(connection.execute(query).scalars()))

    def bleeding_days(self, range_: DateRange | None = None) -> list[BleedingDay]:
        """Return the days on which bleeding was recorded, oldest first."""
        with self._reading() as connection:
            rows = connection.execute(self._bleeding(range_).order_by(DayRow.date)).all()
        return [_bleeding_from(row) for row in rows]

    def recent_bleeding(self, until: date, limit: int = 60) -> list[BleedingDay]:
        """Return the newest days of flow up to and with `until`, oldest first."""
        flow = [amount.value for amount in FLOW]
        query = self._bleeding(None).where(DayRow.date <= until, DayRow.bleeding.in_(flow))
        with self._reading() as connection:
            rows = connection.execute(query.order_by(DayRow.date.desc()).limit(limit)).all()
        return [_bleeding_from(row) for row in reversed(rows)]

    def marked_notes(self, range_: DateRange) -> list[tuple[date, str]]:
        """Return (date, note) where the note is marked as one that may be shared, oldest first."""
        query = select(DayRow.date, DayRow.note).where(
            self._within(DayRow, range_), DayRow.note.is_not(None), DayRow.note_shared.is_(True)
        )
        with self._reading() as connection:
            return [
                (day, note or "") for day, note in connection.execute(query.order_by(DayRow.date))
            ]

    def moments(self, range_: DateRange, *, notes: bool = True) -> list[Moment]:
        """Return the moments, oldest first; without `notes` what is written on them is not read."""
        query = self._of_days(MomentRow, range_).order_by(MomentRow.at, MomentRow.id)
        if not notes:
            columns = MomentRow.__table__.c
            unread = (null().label("note") if one.name == "note" else one for one in columns)
            query = query.with_only_columns(*unread)
        with self._reading() as connection:
            return [moment_from(row) for row in connection.execute(query)]

    def moment(self, moment_id: str) -> Moment:
        """Return one moment.

        Raises:
            MomentMissing: It is not in this journal.
        """
        query = select(MomentRow.__table__).where(
            MomentRow.owner_id == self._owner_id, MomentRow.id == moment_id
        )
        with self._reading() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise MomentMissing
        return moment_from(row)

    def moment_counts(self, range_: DateRange | None = None) -> list[tuple[date, str, int]]:
        """Return (date, kind, how many), oldest first."""
        query = (
            select(MomentRow.date, MomentRow.kind, func.count().label("n"))
            .where(self._within(MomentRow, range_))
            .group_by(MomentRow.date, MomentRow.kind)
            .order_by(MomentRow.date, MomentRow.kind)
        )
        with self._reading() as connection:
            return [(day, kind, n) for day, kind, n in connection.execute(query).all()]

    def moment_tallies(self, range_: DateRange | None = None) -> list[MomentTally]:
        """Return moments counted by what was said of them, oldest first.

        Within a date the order is the same on every database: by code, not recorded first.
        """
        said = [getattr(MomentRow, name) for name in _TALLIED]
        within = self._within(MomentRow, range_)
        query = select(*said, func.count()).where(within).group_by(*said)
        with self._reading() as connection:
            tallies = [tally_from(row) for row in connection.execute(query)]
        # Sorted here: databases disagree on where NULL stands, and on letters beside underscores.
        return sorted(tallies, key=tally_order)

    def moment_columns(self, range_: DateRange | None = None) -> MomentColumns:
        """Return the date, kind and manner of every moment as columns, in no order."""
        query = select(MomentRow.date, MomentRow.kind, manner_number())
        with self._reading() as connection:
            found = connection.execute(query.where(self._within(MomentRow, range_)))
            return MomentColumns(*_side_by_side(found))

    def moments_a_day(self, range_: DateRange | None = None) -> list[tuple[date, int]]:
        """Return (date, how many moments), oldest first; days without one are left out."""
        query = (
            select(MomentRow.date, func.count())
            .where(self._within(MomentRow, range_))
            .group_by(MomentRow.date)
            .order_by(MomentRow.date)
        )
        with self._reading() as connection:
            return [(day, number) for day, number in connection.execute(query).all()]

    def felt(self, range_: DateRange | None = None) -> list[FeltTally]:
        """Return what she felt, on days and on moments of hers, oldest first."""
        noted = cast(MomentRow.sensations, Text)  # PostgreSQL compares no JSON
        felt = DaySensationRow
        of_days = select(felt.date, felt.place, felt.quality).where(self._within(felt, range_))
        of_moments = select(MomentRow.date, MomentRow.kind, noted).where(
            self._within(MomentRow, range_),
            MomentRow.author == Author.OWNER.value,
            noted != _NO_SENSATIONS,
        )
        with self._reading() as connection:
            tallies = [
                FeltTally(day, Sensation(place, quality))
                for day, place, quality in connection.execute(of_days)
            ]
            told = cache(sensations_from)  # the same few are told again and again
            for day, kind, stored in connection.execute(of_moments):
                tallies += [FeltTally(day, each, kind) for each in told(stored)]
        return felt_tallies(tallies)

    def intentions(self, range_: DateRange | None = None) -> list[Intention]:
        """Return the intentions of weeks that begin in the span, by week, then as chosen."""
        span = _EVERY_DAY if range_ is None else range_
        query = (
            select(IntentionRow.__table__)
            .where(
                IntentionRow.owner_id == self._owner_id,
                IntentionRow.week >= span.start,
                IntentionRow.week < span.end,
            )
            .order_by(IntentionRow.week, IntentionRow.id)
        )
        with self._reading() as connection:
            return [intention_from(row) for row in connection.execute(query)]

    def contexts(self) -> list[Context]:
        """Return all contexts by start."""
        return [
            context_from(row) for row in self._all_of(ContextRow, ContextRow.start, ContextRow.id)
        ]

    def stages(self) -> list[StageDeclaration]:
        """Return the declared stages, oldest first."""
        return [stage_from(row) for row in self._all_of(StageRow, StageRow.date)]

    def cycle_answers(self) -> list[CycleAnswer]:
        """Return what she answered about where cycles start, oldest first."""
        rows = self._all_of(CycleAnswerRow, CycleAnswerRow.date, CycleAnswerRow.question)
        return [cycle_answer_from(row) for row in rows]

    def settings(self) -> OwnerSettings:
        """Return what the owner told about herself."""
        with self._reading() as connection:
            return self._settings(connection)

    def catalogue(self, name: CatalogueName) -> Catalogue:
        """Return a catalogue as the owner sees it."""
        query = (
            select(EntryRow.__table__)
            .where(EntryRow.owner_id == self._owner_id, EntryRow.catalogue == name.value)
            .order_by(EntryRow.name, EntryRow.code)
        )
        with self._reading() as connection:
            own = [entry_from(row) for row in connection.execute(query)]
        return shipped_catalogue(name).with_own(sorted(own, key=own_order))

    def recorded_dates(self, range_: DateRange) -> list[date]:
        """Return the dates with anything recorded, moments included, oldest first."""
        query = union(
            *(select(row.date).where(self._within(row, range_)) for row in (DayRow, MomentRow))
        )
        with self._reading() as connection:
            return sorted(connection.execute(query).scalars())

    def first_date(self) -> date | None:
        """Return the first date with anything recorded."""
        with self._reading() as connection:
            firsts = [
                connection.execute(
                    select(func.min(row.date)).where(self._within(row, None))
                ).scalar()
                for row in (DayRow, MomentRow)
            ]
        return min((first for first in firsts if first is not None), default=None)

    def last_change(self, day: date) -> Change | None:
        """Return the newest act on this day that was not undone."""
        return self._newest(ChangeRow.day == day)

    def last_change_of(self, kind: ChangeKind) -> Change | None:
        """Return the newest act of a kind that belongs to no day, and was not undone."""
        # The day narrows the search by its index: almost every act belongs to one.
        return self._newest(ChangeRow.day.is_(None) & (ChangeRow.kind == kind.value))

    def revision(self) -> int:
        """Return a number that grows with every write to this journal."""
        with self._reading() as connection:
            return connection.execute(
                select(OwnerRow.revision).where(OwnerRow.id == self._owner_id)
            ).scalar_one()

    def owner_key(self) -> str:
        """Return whose journal this is, among all in the database."""
        return str(self._owner_id)

    def _settings(self, connection: Connection) -> OwnerSettings:
        query = select(SettingRow.name, SettingRow.value).where(
            SettingRow.owner_id == self._owner_id
        )
        return settings_from({row.name: row.value for row in connection.execute(query)})

    def _newest(self, condition: Any) -> Change | None:  # noqa: ANN401
        query = (
            select(ChangeRow.__table__)
            .where(ChangeRow.owner_id == self._owner_id, condition, ChangeRow.undone_at.is_(None))
            .order_by(ChangeRow.id.desc())
            .limit(1)
        )
        with self._reading() as connection:
            row = connection.execute(query).first()
        return None if row is None else change_from(row)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._engine.connect() as connection:
            yield connection

    def _within(self, row: Any, range_: DateRange | None) -> Any:  # noqa: ANN401  # any dated table
        span = _EVERY_DAY if range_ is None else range_  # a span of no days is falsy
        return (row.owner_id == self._owner_id) & (row.date >= span.start) & (row.date < span.end)

    def _of_days(self, row: Any, range_: DateRange) -> Select[Any]:  # noqa: ANN401
        return select(row.__table__).where(self._within(row, range_)).order_by(row.date)

    def _bleeding(self, range_: DateRange | None) -> Select[date, str | None, bool | None]:
        return select(DayRow.date, DayRow.bleeding, DayRow.not_my_period).where(
            self._within(DayRow, range_),
            DayRow.bleeding.is_not(None),
            DayRow.bleeding != Bleeding.NONE.value,
        )

    def _all_of(self, row: Any, *order: Any) -> list[Any]:  # noqa: ANN401
        query = select(row.__table__).where(row.owner_id == self._owner_id).order_by(*order)
        with self._reading() as connection:
            return list(connection.execute(query))


def _side_by_side(found: CursorResult[Any]) -> list[list[Any]]:
    """Return the columns of a result, a list for each."""
    columns: list[list[Any]] = [[] for _ in range(len(found.keys()))]
    for rows in found.partitions(_ROWS_AT_ONCE):
        for column, values in zip(columns, zip(*rows, strict=True), strict=True):
            column.extend(values)
    return columns


def _bleeding_from(row: Any) -> BleedingDay:  # noqa: ANN401  # a row of three columns
    return BleedingDay(row.date, Bleeding(row.bleeding), bool(row.not_my_period))
