"""The owner's journal over a database: every write one transaction, durable, and undoable."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final, TypeVar
from uuid import uuid4
from weakref import finalize

from sqlalchemy import Connection, select, update

from journal.domain.calendar_address import CalendarAddress
from journal.domain.catalogues import CatalogueName, Entry
from journal.domain.changes import Change, ChangeKind
from journal.domain.contexts import Context
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion
from journal.domain.errors import (
    ContextMissing,
    IntentionMissing,
    WeekFull,
)
from journal.domain.intentions import MOST_A_WEEK, Intention
from journal.domain.journal import DayChanges, ImportBatch
from journal.domain.moments import Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.removals import Removals
from journal.domain.stages import StageDeclaration
from journal.storage.calendar_addresses import kept_address, put_new_address, remove_address
from journal.storage.editing import FieldEdit, as_of_now, load, put
from journal.storage.edits import (
    answer_edit,
    answer_key,
    context_edit,
    day_edits,
    entry_edit,
    intention_edit,
    moment_edit,
    stage_edit,
)
from journal.storage.engine import dialect_insert, memory_engine
from journal.storage.kept_settings import settings_document
from journal.storage.owners import owner_named
from journal.storage.removals import removals
from journal.storage.rows import change_from
from journal.storage.shared_snapshots import put_missing_shared
from journal.storage.sharing_journal import SharingJournal
from journal.storage.tables import ChangeRow, FieldChangeRow, IntentionRow, SettingRow

_LONGEST_WORDS: Final = 200
Saved = TypeVar("Saved", Moment, Context, Intention)


class OwnerJournal(SharingJournal):
    """One owner's journal, to read and to write (`domain.journal.Journal`)."""

    def save_day(self, day: date, changes: DayChanges, words: str = "") -> Change | None:
        """Set the named fields of a day; the others stay as they are.

        Returns:
            The act, or None when nothing differs from what is recorded.

        Raises:
            JournalError: A field or value that cannot be; nothing is written then.
        """
        return self._save(day_edits(day, changes), ChangeKind.DAY, words, day)

    def add_moment(self, moment: Moment) -> Moment:
        """Record a moment and return it with its id."""
        moment = replace(moment, id=moment.id or self._new_id())
        self._save([moment_edit(moment)], ChangeKind.MOMENT, "", moment.date)
        return moment

    def save_moment(self, moment: Moment) -> None:
        """Change a moment that is recorded; who noted it stays as it was.

        Raises:
            MomentMissing: It is no longer there.
        """
        moment = replace(moment, author=self.moment(moment.id).author)
        self._save([moment_edit(moment)], ChangeKind.MOMENT, "", moment.date)

    def delete_moment(self, moment_id: str) -> None:
        """Remove a moment; undo brings it back.

        Raises:
            MomentMissing: It is no longer there.
        """
        moment = self.moment(moment_id)
        self._save([FieldEdit("moment", moment_id, "", None)], ChangeKind.MOMENT, "", moment.date)

    def save_context(self, context: Context) -> Context:
        """Record or change a context and return it with its id."""
        context = replace(context, id=context.id or self._new_id())
        self._save([context_edit(context)], ChangeKind.CONTEXT, "", None)
        return context

    def delete_context(self, context_id: str) -> None:
        """Remove a context.

        Raises:
            ContextMissing: It is no longer there.
        """
        if not self._save(
            [FieldEdit("context", context_id, "", None)], ChangeKind.CONTEXT, "", None
        ):
            raise ContextMissing

    def declare_stage(self, declaration: StageDeclaration) -> None:
        """Record the stage the owner says she is in from a date on."""
        self._save([stage_edit(declaration)], ChangeKind.STAGE, "", None)

    def withdraw_stage(self, day: date) -> None:
        """Remove the declaration made for a date."""
        self._save([FieldEdit("stage", day.isoformat(), "", None)], ChangeKind.STAGE, "", None)

    def answer_cycle_question(self, answer: CycleAnswer) -> None:
        """Remember an answer; a later one to the same question of the same date replaces it."""
        self._save([answer_edit(answer)], ChangeKind.CYCLE_ANSWER, "", None)

    def withdraw_cycle_answer(self, day: date, question: CycleQuestion) -> None:
        """Forget an answer, so that the question is open again; undo brings it back."""
        edit = FieldEdit("cycle_answer", answer_key(day, question), "", None)
        self._save([edit], ChangeKind.CYCLE_ANSWER, "", None)

    def save_intention(self, intention: Intention) -> Intention:
        """Choose an intention or change one, and return it with its id.

        Undo may bring one back into a week that is full by then: nothing she wrote is lost.

        Raises:
            WeekFull: It would be one more than its week has room for.
        """
        intention = replace(intention, id=intention.id or self._new_id())
        self._save(
            [intention_edit(intention)],
            ChangeKind.INTENTION,
            "",
            None,
            first=lambda connection: self._require_room(connection, intention),
        )
        return intention

    def delete_intention(self, intention_id: str) -> None:
        """Take an intention out; undo brings it back.

        Raises:
            IntentionMissing: It is no longer there.
        """
        edit = FieldEdit("intention", intention_id, "", None)
        if not self._save([edit], ChangeKind.INTENTION, "", None):
            raise IntentionMissing

    def save_entry(self, catalogue: CatalogueName, *entries: Entry) -> None:
        """Add own catalogue entries or change some, as one act; past records keep their codes."""
        edits = [entry_edit(catalogue, entry) for entry in entries]
        self._save(edits, ChangeKind.CATALOGUE, "", None)

    def change_settings(self, change: Callable[[OwnerSettings], OwnerSettings]) -> None:
        """Change what the owner told about herself; what `change` leaves alone is not written.

        Args:
            change: Is given the settings as they stand now, in whatever tab they were changed
                last, and returns them as they shall be. No other tab changes them meanwhile.

        Raises:
            JournalError: What `change` raises; nothing is written then.
        """
        insert = dialect_insert(self._engine.dialect)
        with self._writing() as connection:
            kept = self._settings(connection)
            before, after = settings_document(kept), settings_document(change(kept))
            differing = [
                {"owner_id": self._owner_id, "name": name, "value": value}
                for name, value in after.items()
                if before[name] != value
            ]
            if differing:
                statement = insert(SettingRow)
                connection.execute(
                    statement.on_conflict_do_update(
                        index_elements=["owner_id", "name"],
                        set_={"value": statement.excluded.value},
                    ),
                    differing,
                )

    def calendar_address(self) -> CalendarAddress | None:
        """Return the address that is open to a calendar, if one is."""
        with self._reading() as connection:
            return kept_address(connection, self._owner_id)

    def make_calendar_address(self, zone: str) -> str:
        """Open an address to a calendar; one that was open before is closed for good.

        Args:
            zone: Name of the time zone she is in.

        Returns:
            The secret in it. It is kept nowhere and cannot be asked for again.
        """
        with self._writing() as connection:
            return put_new_address(connection, self._owner_id, zone, self._clock())

    def withdraw_calendar_address(self) -> None:
        """Close the address for good; there is no undoing it."""
        with self._writing() as connection:
            remove_address(connection, self._owner_id)

    def import_all(self, batch: ImportBatch) -> Change | None:
        """Write a whole import as one act in one transaction; undo leaves what was shared.

        Returns:
            The act, or None when nothing in it is new.
        """
        edits = [edit for day, changes in batch.days.items() for edit in day_edits(day, changes)]
        edits += [moment_edit(item) for item in self._with_ids(batch.moments)]
        edits += [context_edit(item) for item in self._with_ids(batch.contexts)]
        edits += [intention_edit(item) for item in self._with_ids(batch.intentions)]
        edits += [entry_edit(catalogue, entry) for catalogue, entry in batch.entries]
        edits += [stage_edit(item) for item in batch.stages]
        edits += [answer_edit(item) for item in batch.cycle_answers]
        return self._save(
            edits,
            ChangeKind.IMPORT,
            batch.words,
            None,
            first=lambda connection: put_missing_shared(connection, self._owner_id, batch.shared),
        )

    def imports(self) -> list[Change]:
        """Return the imports, newest first."""
        query = (
            select(ChangeRow.__table__)
            .where(ChangeRow.owner_id == self._owner_id, ChangeRow.kind == ChangeKind.IMPORT.value)
            .order_by(ChangeRow.id.desc())
        )
        with self._reading() as connection:
            return [change_from(row) for row in connection.execute(query)]

    def removals(self) -> Removals:
        """Return what she removed herself and did not bring back, as the history tells."""
        with self._reading() as connection:
            return removals(connection, self._owner_id)

    def undo(self, change_id: int) -> bool:
        """Take one act back as a whole; a field that was changed again since keeps its newer value.

        Returns:
            False when the act is not in this journal or was undone already.
        """
        with self._writing() as connection:
            undone = connection.execute(
                update(ChangeRow)
                .where(
                    ChangeRow.id == change_id,
                    ChangeRow.owner_id == self._owner_id,
                    ChangeRow.undone_at.is_(None),
                )
                .values(undone_at=self._clock())
            ).rowcount
            if not undone:
                return False
            rows = connection.execute(
                select(FieldChangeRow.__table__).where(FieldChangeRow.change_id == change_id)
            ).all()
            edits = {FieldEdit(row.entity, row.key, row.field, None): row for row in rows}
            before = {edit: as_of_now(edit, row.before) for edit, row in edits.items()}
            after = {edit: as_of_now(edit, row.after) for edit, row in edits.items()}
            since = self._changed_since(connection, change_id)
            now = load(connection, self._owner_id, edits)
            put(
                connection,
                self._owner_id,
                [
                    replace(edit, value=before[edit])
                    for edit in edits
                    if now[edit] == after[edit] and edit not in since
                ],
            )
        return True

    def _changed_since(self, connection: Connection, change_id: int) -> set[FieldEdit]:
        """Return the fields that acts after this one, not undone, have set."""
        query = (
            select(FieldChangeRow.entity, FieldChangeRow.key, FieldChangeRow.field)
            .join(ChangeRow, ChangeRow.id == FieldChangeRow.change_id)
            .where(
                ChangeRow.owner_id == self._owner_id,
                ChangeRow.id > change_id,
                ChangeRow.undone_at.is_(None),
            )
        )
        return {FieldEdit(*row, value=None) for row in connection.execute(query)}

    def _require_room(self, connection: Connection, intention: Intention) -> None:
        query = select(IntentionRow.id).where(
            IntentionRow.owner_id == self._owner_id, IntentionRow.week == intention.week
        )
        chosen = set(connection.execute(query).scalars())
        if intention.id not in chosen and len(chosen) >= MOST_A_WEEK:
            raise WeekFull(MOST_A_WEEK)

    def _save(
        self,
        edits: Sequence[FieldEdit],
        kind: ChangeKind,
        words: str,
        day: date | None,
        *,
        first: Callable[[Connection], None] | None = None,
    ) -> Change | None:
        addressed = {replace(edit, value=None): edit.value for edit in edits}
        with self._writing() as connection:
            if first:
                first(connection)
            before = load(connection, self._owner_id, addressed)
            differing = {edit: value for edit, value in addressed.items() if before[edit] != value}
            if not differing:
                return None
            put(
                connection,
                self._owner_id,
                [replace(edit, value=value) for edit, value in differing.items()],
            )
            made_at = self._clock()
            change_id = connection.execute(
                ChangeRow.__table__.insert().returning(ChangeRow.id),  # type: ignore[attr-defined]
                {
                    "owner_id": self._owner_id,
                    "kind": kind.value,
                    "made_at": made_at,
                    "words": words[:_LONGEST_WORDS],
                    "day": day,
                },
            ).scalar_one()
            connection.execute(
                FieldChangeRow.__table__.insert(),  # type: ignore[attr-defined]
                [
                    {
                        "change_id": change_id,
                        "seq": seq,
                        "entity": edit.entity,
                        "key": edit.key,
                        "field": edit.field,
                        "before": before[edit],
                        "after": value,
                    }
                    for seq, (edit, value) in enumerate(differing.items())
                ],
            )
        return Change(change_id, kind, made_at, words, day)

    def _new_id(self) -> str:
        """Return an id that sorts by when it was given, so that moments stay in their order."""
        milliseconds = int(self._clock().timestamp() * 1000)
        return f"{milliseconds:012x}{uuid4().hex[:20]}"

    def _with_ids(self, items: Sequence[Saved]) -> list[Saved]:
        """Give ids that sort as the items come, though they are given within one millisecond."""
        ids = sorted(self._new_id() for _ in items)
        return [replace(item, id=item.id or given) for item, given in zip(items, ids, strict=True)]


def memory_journal(clock: Callable[[], datetime]) -> OwnerJournal:
    """Return an empty journal in memory, gone with the last reference to it."""
    engine = memory_engine()
    journal = OwnerJournal(engine, owner_named(engine, "example"), clock)
    finalize(journal, engine.dispose)
    return journal
