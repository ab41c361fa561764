"""A journal as a grant lets it through: to be read, and with no way to write.

What was not granted is not asked for: dates, fields and notes are bounded in the query, so that
they never leave the database. Only a few small lists (contexts, stages, answers, names, settings)
are read whole and cut here.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from journal.domain.catalogues import Catalogue, CatalogueName
from journal.domain.changes import Change, ChangeKind
from journal.domain.contexts import Context
from journal.domain.cycle_answers import CycleAnswer
from journal.domain.day_fields import validated_field
from journal.domain.days import FLOW, PLAIN_FIELDS, Day, Sensation, SignStrength
from journal.domain.errors import FieldUnknown, MomentMissing
from journal.domain.grants import MomentsShown, Passes
from journal.domain.intentions import Intention
from journal.domain.journal import BleedingDay, ReadableJournal
from journal.domain.manners import Manner, MomentColumns
from journal.domain.moments import Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import ONE_DAY, DateRange
from journal.domain.stages import StageDeclaration
from journal.domain.tallies import FeltTally, MomentTally
from journal.sharing.let_through import (
    overlap,
    passing_contexts,
    passing_fields,
    passing_names,
    passing_settings,
    passing_stages,
)

_NO_DAYS = DateRange(date.min, date.min)


class GrantedJournal:
    """What of a journal passes (`domain.journal.ReadableJournal`).

    Args:
        journal: Whose it is.
        passes: What of it.
        today: The day of the reader.
        key: Names the grant, for what is remembered of one and must not reach another.
    """

    def __init__(
        self, journal: ReadableJournal, passes: Passes, today: date, *, key: str = ""
    ) -> None:
        self._journal = journal
        self._passes = passes
        self._span = passes.span(today)
        self._fields = passing_fields(passes)
        self._key = key

    @property
    def span(self) -> DateRange:
        """The dates that pass; it may hold none."""
        return self._span

    def day(self, day: date) -> Day:
        """Return what passes of one date."""
        found = self.days(DateRange.last_days(1, day)) if day in self._span else []
        return found[0] if found else Day(day)

    def days(self, range_: DateRange) -> list[Day]:
        """Return the days of which something passes, oldest first."""
        values: dict[date, dict[str, object]] = defaultdict(dict)
        names = [name for name in PLAIN_FIELDS if name in self._fields]
        columns = self.day_columns(names, range_)
        for name in names:
            for day, stored in zip(columns["date"], columns[name], strict=True):
                if stored is not None and isinstance(day, date):
                    values[day][name] = validated_field(name, stored)
        for day, note in self.marked_notes(range_):
            values[day] |= {"note": note, "note_shared": True}
        signs: dict[date, dict[str, SignStrength]] = defaultdict(dict)
        for day, code, strength in self.sign_days(None, range_):
            signs[day][code] = SignStrength(strength)
        felt: dict[date, set[Sensation]] = defaultdict(set)
        for tally in self.felt(range_):
            if tally.kind is None:
                felt[tally.date].add(tally.sensation)
        return [
            Day(
                day,
                **values.get(day, {}),  # type: ignore[arg-type]  # fields by name, validated
                signs=signs.get(day, {}),
                sensations=frozenset(felt.get(day, ())),
            )
            for day in sorted({*values, *signs, *felt})
        ]

    def day_columns(
        self, names: Sequence[str], range_: DateRange | None = None
    ) -> dict[str, list[object]]:
        """Return plain day fields as columns; one that does not pass is not recorded anywhere.

        Raises:
            FieldUnknown: A name is no plain field of a day.
        """
        for name in names:
            if name not in PLAIN_FIELDS:
                raise FieldUnknown(name)
        within = self._within(range_)
        passing = [name for name in names if name in self._fields]
        rows: dict[date, dict[str, object]] = defaultdict(dict)
        if passing:
            found = self._journal.day_columns(passing, within)
            for name in passing:
                for day, value in zip(found["date"], found[name], strict=True):
                    if isinstance(day, date):
                        rows[day][name] = value
        if {"note", "note_shared"} & set(names):
            for day, note in self.marked_notes(within):
                rows[day] |= {"note": note, "note_shared": True}
        days = sorted(rows)
        columns = {name: [rows[day].get(name) for day in days] for name in names}
        return {"date": list(days), **columns}

    def sign_days(
        self, codes: Sequence[str] | None, range_: DateRange | None = None
    ) -> list[tuple[date, str, str]]:
        """Return (date, code, strength) of the named signs, or of all, oldest first."""
        if not self._passes.signs:
            return []
        return self._journal.sign_days(codes, self._within(range_))

    def recent_signs(self, until: date, limit: int = 400) -> list[str]:
        """Return sign codes of the newest records up to `until`, newest first, each once."""
        rows = self.sign_days(None, self._up_to(until))
        newest = sorted(rows, key=lambda row: (-row[0].toordinal(), row[1]))[:limit]
        return list(dict.fromkeys(code for _, code, _ in newest))

    def bleeding_days(self, range_: DateRange | None = None) -> list[BleedingDay]:
        """Return the days on which bleeding was recorded, oldest first."""
        return self._journal.bleeding_days(self._within(range_)) if self._passes.cycle else []

    def recent_bleeding(self, until: date, limit: int = 60) -> list[BleedingDay]:
        """Return the newest days of flow up to and with `until`, oldest first."""
        flow = [day for day in self.bleeding_days(self._up_to(until)) if day.bleeding in FLOW]
        return flow[-limit:]

    def marked_notes(self, range_: DateRange) -> list[tuple[date, str]]:
        """Return (date, note) of notes she marked, oldest first."""
        return self._journal.marked_notes(self._within(range_)) if self._passes.notes else []

    def moments(self, range_: DateRange, *, notes: bool = True) -> list[Moment]:
        """Return the moments, oldest first, without what is written on them."""
        del notes  # none pass
        if not self._in_detail:
            return []
        found = self._journal.moments(self._within(range_), notes=False)
        return [_unnamed(moment) for moment in found]

    def moment(self, moment_id: str) -> Moment:
        """Return one moment.

        Raises:
            MomentMissing: It does not pass.
        """
        for moment in self.moments(self._span):
            if moment.id == moment_id:
                return moment
        raise MomentMissing

    def moment_counts(self, range_: DateRange | None = None) -> list[tuple[date, str, int]]:
        """Return (date, kind, how many), oldest first."""
        return self._journal.moment_counts(self._within(range_)) if self._counted else []

    def moment_tallies(self, range_: DateRange | None = None) -> list[MomentTally]:
        """Return moments counted; by what was said of them where details pass."""
        if self._in_detail:
            return self._journal.moment_tallies(self._within(range_))
        return [MomentTally(*counted) for counted in self.moment_counts(range_)]

    def moment_columns(self, range_: DateRange | None = None) -> MomentColumns:
        """Return the date, kind and manner of every moment; of no manner where details stay."""
        if self._in_detail:
            return self._journal.moment_columns(self._within(range_))
        each = [
            (day, kind) for day, kind, number in self.moment_counts(range_) for _ in range(number)
        ]
        return MomentColumns(
            [day for day, _ in each], [kind for _, kind in each], [Manner().number] * len(each)
        )

    def moments_a_day(self, range_: DateRange | None = None) -> list[tuple[date, int]]:
        """Return (date, how many moments), oldest first."""
        return self._journal.moments_a_day(self._within(range_)) if self._counted else []

    def felt(self, range_: DateRange | None = None) -> list[FeltTally]:
        """Return what she felt, on days and on moments of hers, oldest first."""
        return self._journal.felt(self._within(range_)) if self._in_detail else []

    def intentions(self, range_: DateRange | None = None) -> list[Intention]:
        """Return none: what she chose for a week is hers."""
        del range_
        return []

    def contexts(self) -> list[Context]:
        """Return the contexts that pass, by start."""
        if not (self._passes.contexts or self._passes.cycle):
            return []
        return passing_contexts(self._journal.contexts(), self._passes, self._span)

    def stages(self) -> list[StageDeclaration]:
        """Return the declared stages, oldest first."""
        return passing_stages(self._journal.stages(), self._span) if self._passes.cycle else []

    def cycle_answers(self) -> list[CycleAnswer]:
        """Return what she answered about where cycles start, oldest first."""
        if not self._passes.cycle:
            return []
        return [answer for answer in self._journal.cycle_answers() if answer.date in self._span]

    def settings(self) -> OwnerSettings:
        """Return what has to be known of her to lay out what passes."""
        kinds = {kind for _, kind, _ in self.moment_counts()} if self._in_detail else set()
        return passing_settings(self._journal.settings(), self._passes, kinds)

    def catalogue(self, name: CatalogueName) -> Catalogue:
        """Return a catalogue with her own names for what passes, and for nothing else."""
        match name:
            case CatalogueName.MOMENTS:
                used = {kind for _, kind, _ in self.moment_counts()}
            case CatalogueName.SIGNS:
                used = {code for _, code, _ in self.sign_days(None)}
            case CatalogueName.PLACES:
                used = {tally.sensation.place for tally in self.felt()}
            case CatalogueName.QUALITIES:
                used = {tally.sensation.quality for tally in self.felt()}
            case CatalogueName.LADDER:
                used = set()
        return passing_names(self._journal.catalogue(name), name, used)

    def recorded_dates(self, range_: DateRange) -> list[date]:
        """Return the dates of which something passes, oldest first."""
        days = {day.date for day in self.days(range_)}
        return sorted(days | {day for day, _ in self.moments_a_day(range_)})

    def first_date(self) -> date | None:
        """Return the first date of which something passes."""
        return min(self.recorded_dates(self._span), default=None)

    def last_change(self, day: date) -> Change | None:
        """Return none: when she wrote what is hers."""
        del day
        return None  # as `ReadableJournal` says

    def last_change_of(self, kind: ChangeKind) -> Change | None:
        """Return none: when she wrote what is hers."""
        del kind
        return None  # as `ReadableJournal` says

    def revision(self) -> int:
        """Return a number that grows with every write; for what is remembered, never shown."""
        return self._journal.revision()

    def owner_key(self) -> str:
        """Return a name for this journal as this grant shows it; never shown."""
        return f"{self._journal.owner_key()}/{self._key}"

    @property
    def _counted(self) -> bool:
        return self._passes.moments is not MomentsShown.NONE

    @property
    def _in_detail(self) -> bool:
        return self._passes.moments is MomentsShown.IN_DETAIL

    def _within(self, range_: DateRange | None) -> DateRange:
        return overlap(range_, self._span) or _NO_DAYS

    def _up_to(self, until: date) -> DateRange:
        end = min(until, self._span.end - ONE_DAY) + ONE_DAY if self._span else date.min
        return DateRange(min(self._span.start, end), end)


def _unnamed(moment: Moment) -> Moment:
    """Return a moment under another id: its own tells when she wrote it down."""
    return replace(moment, id=sha256(moment.id.encode()).hexdigest()[:32], note=None)
