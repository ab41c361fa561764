"""What a reader and the owner can ask of a journal; the database implements it in `storage`."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeAlias

from journal.domain.calendar_address import CalendarAddress
from journal.domain.catalogues import Catalogue, CatalogueName, Entry
from journal.domain.changes import Change, ChangeKind
from journal.domain.contexts import Context
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion
from journal.domain.days import Bleeding, Day
from journal.domain.grants import Grant, LinkTerms, Opening, Passes
from journal.domain.intentions import Intention
from journal.domain.manners import MomentColumns
from journal.domain.moments import Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from journal.domain.removals import Removals
from journal.domain.replies import Reply
from journal.domain.shared_record import NOTHING_SHARED, SharedRecord
from journal.domain.snapshot import RecordSnapshot
from journal.domain.stages import StageDeclaration
from journal.domain.tallies import FeltTally, MomentTally

DayChanges: TypeAlias = Mapping[str, object]
"""New values by field name, `sign:<code>` and `sensation:<place>:<quality>` too; None clears."""


@dataclass(frozen=True, slots=True)
class BleedingDay:
    """Bleeding recorded on one date, as the cycle engine reads it."""

    date: date
    bleeding: Bleeding
    not_my_period: bool = False


class ReadableJournal(Protocol):
    """A journal somebody may read. It has no way to write."""

    def day(self, day: date) -> Day: ...
    def days(self, range_: DateRange) -> list[Day]:
        """Days with anything recorded, oldest first."""

    def day_columns(
        self, names: Sequence[str], range_: DateRange | None = None
    ) -> dict[str, list[object]]:
        """Plain fields as columns, `date` first; only days that recorded one, oldest first.

        Values are in stored form: a choice is its string ("egg_white"), None is not recorded.
        """

    def sign_days(
        self, codes: Sequence[str] | None, range_: DateRange | None = None
    ) -> list[tuple[date, str, str]]:
        """(date, code, stored strength) of the named signs, or of all for None, oldest first."""

    def recent_signs(self, until: date) -> list[str]:
        """Sign codes of the newest records up to `until`, newest first, each once."""

    def bleeding_days(self, range_: DateRange | None = None) -> list[BleedingDay]:
        """Days with a bleeding value other than none, oldest first."""

    def recent_bleeding(self, until: date, limit: int = 60) -> list[BleedingDay]:
        """The newest days of flow up to and with `until`, oldest first."""

    def marked_notes(self, range_: DateRange) -> list[tuple[date, str]]:
        """(date, note) where she marked the note as one that may be shared, oldest first."""

    def moments(self, range_: DateRange, *, notes: bool = True) -> list[Moment]:
        """Moments, oldest first; without `notes` what is written on them is not read at all."""

    def moment(self, moment_id: str) -> Moment: ...
    def moment_counts(self, range_: DateRange | None = None) -> list[tuple[date, str, int]]:
        """(date, kind, how many), oldest first."""

    def moment_tallies(self, range_: DateRange | None = None) -> list[MomentTally]:
        """Moments counted by what was said of them, oldest first, then in one fixed order."""

    def moment_columns(self, range_: DateRange | None = None) -> MomentColumns:
        """The same in bulk: the date, kind and manner of every moment, in no order."""

    def moments_a_day(self, range_: DateRange | None = None) -> list[tuple[date, int]]:
        """(date, how many moments), oldest first; days without one are left out."""

    def felt(self, range_: DateRange | None = None) -> list[FeltTally]:
        """What she felt, as noted on days and on moments of hers, oldest first.

        What is on a moment her partner noted is not hers.
        """

    def contexts(self) -> list[Context]:
        """All contexts by start."""

    def stages(self) -> list[StageDeclaration]:
        """Declared stages, oldest first."""

    def cycle_answers(self) -> list[CycleAnswer]:
        """What she answered about where cycles start, oldest first."""

    def intentions(self, range_: DateRange | None = None) -> list[Intention]:
        """Intentions of the weeks whose first day lies in the span, by week, then as chosen."""

    def settings(self) -> OwnerSettings: ...
    def catalogue(self, name: CatalogueName) -> Catalogue: ...
    def recorded_dates(self, range_: DateRange) -> list[date]:
        """Dates with anything recorded (a day's field or a moment), oldest first."""

    def first_date(self) -> date | None:
        """The first date with anything recorded."""

    def last_change(self, day: date) -> Change | None:
        """The newest act on this day (or its moments) that was not undone."""

    def last_change_of(self, kind: ChangeKind) -> Change | None:
        """The newest act of a kind that belongs to no day, and was not undone."""

    def revision(self) -> int:
        """A number that grows with every write to this journal; 0 when nothing was ever written."""

    def owner_key(self) -> str:
        """Whose journal it is, among those kept in one place; no name, and nothing to show."""


class Journal(ReadableJournal, Protocol):
    """The owner's journal. Every write is durable when it returns, and can be undone."""

    def save_day(self, day: date, changes: DayChanges, words: str = "") -> Change | None:
        """Set the named fields only; None when nothing differs from what is recorded."""

    def add_moment(self, moment: Moment) -> Moment: ...
    def save_moment(self, moment: Moment) -> None: ...
    def delete_moment(self, moment_id: str) -> None: ...
    def save_context(self, context: Context) -> Context: ...
    def delete_context(self, context_id: str) -> None: ...
    def declare_stage(self, declaration: StageDeclaration) -> None: ...
    def withdraw_stage(self, day: date) -> None: ...
    def answer_cycle_question(self, answer: CycleAnswer) -> None:
        """Remember an answer; a later one to the same question of the same date replaces it."""

    def withdraw_cycle_answer(self, day: date, question: CycleQuestion) -> None:
        """Forget an answer, so that the question is open again."""

    def save_intention(self, intention: Intention) -> Intention:
        """Choose or change an intention; no week takes more than it has room for."""

    def delete_intention(self, intention_id: str) -> None: ...
    def change_settings(self, change: Callable[[OwnerSettings], OwnerSettings]) -> None:
        """Change the settings as they stand now; what `change` leaves alone stays."""

    def calendar_address(self) -> CalendarAddress | None:
        """The address that is open to a calendar of hers."""

    def make_calendar_address(self, zone: str) -> str:
        """Open one in place of the one before; returns its secret, which is kept nowhere."""

    def withdraw_calendar_address(self) -> None:
        """Close it; like the settings, it is no part of what can be undone."""

    def make_grant(
        self,
        recipient: str,
        passes: Passes,
        *,
        lasting_days: int | None,
        as_file: bool,
        grant_id: str = "",
    ) -> Grant:
        """Let somebody read; there is no changing it, and undo does not find it.

        A file carries the id of its grant, so that a reply finds it; such an id is made before.
        """

    def make_link(
        self,
        recipient: str,
        passes: Passes,
        terms: LinkTerms,
        *,
        lasting_days: int | None,
        passphrase: str = "",
    ) -> tuple[Grant, str]:
        """Let somebody read by a link; returns its secret too, which is kept nowhere."""

    def renew_link(self, grant_id: str, *, passphrase: str = "") -> tuple[Grant, str]:
        """Give a link that came back from a backup a new secret; all else of it stays."""

    def withdraw_grant(self, grant_id: str) -> None:
        """Take it back for good."""

    def forget_grant(self, grant_id: str) -> None:
        """Take it back and keep nothing of it: its openings and its replies go too."""

    def grants(self) -> list[Grant]:
        """Everything she ever gave and did not forget, newest first."""

    def note_opening(self, grant_id: str) -> None:
        """Note that it was opened: when, and nothing else."""

    def openings(self, grant_id: str) -> list[Opening]:
        """When it was opened, newest first."""

    def replies(self) -> list[Reply]:
        """What readers wrote, oldest first."""

    def replies_about(self, day: date) -> list[Reply]:
        """What readers wrote about a day, oldest first."""

    def take_replies(self, grant_id: str, replies: Sequence[Reply]) -> int:
        """Keep replies that came in a file; returns how many were not there yet."""

    def note_replies_seen(self, reply_ids: Collection[str]) -> None:
        """Note that they were in front of her; like reading itself, it changes no revision."""

    def answer_reply(self, reply_id: str, words: str) -> None:
        """Answer it in place of the answer before; no words take the answer back."""

    def remove_reply(self, reply_id: str) -> None:
        """Remove it for good, with its answer."""

    def note_taken(self, reply_id: str) -> None:
        """Note that something agreed on became an intention of hers."""

    def save_entry(self, catalogue: CatalogueName, *entries: Entry) -> None:
        """Add own entries or change some, as one act."""

    def undo(self, change_id: int) -> bool:
        """Take one act back; what was changed again since stays. False when there is none."""

    def import_all(self, batch: "ImportBatch") -> Change | None:
        """Write a whole import as one act, in one transaction; None when nothing is new."""

    def imports(self) -> list[Change]:
        """Imports, newest first."""

    def removals(self) -> Removals:
        """What she removed herself and did not bring back."""

    def snapshot(self) -> RecordSnapshot:
        """Everything the journal keeps, as it was at one moment."""

    def restore(self, snapshot: RecordSnapshot) -> None:
        """Put a snapshot in place of everything, in one transaction; there is no undoing it.

        What she shares stays; what was shared comes back beside it, and opens nothing.
        """


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """What an accepted import writes.

    Attributes:
        words: What is imported, for the list of imports ("drip, 120 days").
        days: Field values to set, by date.
        moments: Moments to add.
        contexts: Contexts to add, or to change where the id is known.
        intentions: Intentions to add, as many a week as there are.
        entries: Own catalogue entries the days and moments refer to.
        shared: What was shared and written back, where it is missing; undo leaves it.
    """

    words: str
    days: Mapping[date, DayChanges]
    moments: Sequence[Moment] = ()
    contexts: Sequence[Context] = ()
    intentions: Sequence[Intention] = ()
    entries: Sequence[tuple[CatalogueName, Entry]] = ()
    stages: Sequence[StageDeclaration] = ()
    cycle_answers: Sequence[CycleAnswer] = ()
    shared: SharedRecord = NOTHING_SHARED
