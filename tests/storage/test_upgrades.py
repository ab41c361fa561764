"""A journal that an earlier version wrote opens with everything in it."""

import stat
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeAlias

import pytest
from sqlalchemy import Engine, delete, inspect, select

from journal.domain.catalogues import OWN_GROUP, CatalogueName, Entry
from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.journal import ImportBatch
from journal.domain.moments import Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.stages import Stage, StageDeclaration
from journal.storage import OwnerJournal, open_database, owner_named
from journal.storage.engine import build_engine
from journal.storage.engine import database_url as url_of
from journal.storage.migrate import HEAD, SCRIPTS, bring_up_to_date, current_revision
from journal.storage.tables import Base, SettingRow

DAY = date(2026, 5, 14)
ANSWER = CycleAnswer(DAY, CycleQuestion.MISSED_PERIOD, CycleReply.NOT_RECORDED)
SINCE_THE_FIRST_VERSION = {"cycle_answer"}
Stored: TypeAlias = dict[str, list[tuple[object, ...]]]


def journal_on(engine: Engine) -> OwnerJournal:
    return OwnerJournal(engine, owner_named(engine, "owner"), lambda: datetime.now(UTC))


def stored_in(engine: Engine) -> Stored:
    """Return every row of the tables that the first version had."""
    with engine.connect() as connection:
        return {
            table.name: [
                tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))
            ]
            for table in Base.metadata.sorted_tables
            if table.name not in SINCE_THE_FIRST_VERSION
        }


def fill(journal: OwnerJournal) -> None:
    """Write something into every table of the first version."""
    journal.save_day(DAY, {"mood": 7, "sign:cramps": "mild", "sensation:heart:warmth": True})
    journal.save_day(DAY, {"mood": 3, "note": "tired"})
    journal.add_moment(Moment(DAY, "long_hug"))
    journal.save_context(Context(ContextKind.PCOS, DAY))
    journal.declare_stage(StageDeclaration(DAY, Stage.LATE_TRANSITION))
    journal.save_entry(CatalogueName.MOMENTS, Entry("own_tea", "Tea", OWN_GROUP, own=True))
    journal.import_all(ImportBatch("drip, 1 day", {date(2020, 2, 29): {"temperature_c": 36.55}}))
    journal.save_settings(OwnerSettings(welcomed=True, birth_year=1975))


@pytest.fixture
def first_version(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stored:
    """Make a journal with the scripts of the first version, and return what is stored in it."""
    scripts = tmp_path / "first"
    (scripts / "versions").mkdir(parents=True)
    for name in ("env.py", "script.py.mako", "versions/0001_first_tables.py"):
        (scripts / name).write_text((SCRIPTS / name).read_text())
    with monkeypatch.context() as earlier:
        earlier.setattr("journal.storage.migrate.SCRIPTS", scripts)
        earlier.setattr("journal.storage.migrate.HEAD", "0001")
        engine = open_database(database_url)
    fill(journal_on(engine))
    with engine.begin() as connection:
        connection.execute(delete(SettingRow).where(SettingRow.name == "forecasts"))
    stored = stored_in(engine)
    assert not SINCE_THE_FIRST_VERSION & set(inspect(engine).get_table_names())
    assert [name for name, rows in stored.items() if not rows] == []
    engine.dispose()
    return stored


def test_a_journal_of_the_first_version_loses_nothing(
    database_url: str, first_version: Stored
) -> None:
    engine = open_database(database_url)
    assert current_revision(url_of(database_url)) == HEAD
    assert first_version == stored_in(engine)
    assert journal_on(engine).settings() == OwnerSettings(welcomed=True, birth_year=1975)
    engine.dispose()


def test_what_was_done_before_an_upgrade_can_be_undone_after_it(
    database_url: str, first_version: Stored
) -> None:
    assert first_version["change"]
    engine = open_database(database_url)
    journal = journal_on(engine)
    for _ in range(2):  # the moment, then the second save
        last = journal.last_change(DAY)
        assert last is not None
        assert journal.undo(last.id)
    assert journal.day(DAY).recorded == {
        "mood": 7,
        "sign:cramps": "mild",
        "sensation:heart:warmth": True,
    }
    engine.dispose()


def test_an_upgraded_journal_remembers_answers(database_url: str, first_version: Stored) -> None:
    assert first_version["owner"]
    engine = open_database(database_url)
    journal_on(engine).answer_cycle_question(ANSWER)
    assert journal_on(engine).cycle_answers() == [ANSWER]
    engine.dispose()


def test_a_second_opening_upgrades_nothing(database_url: str, first_version: Stored) -> None:
    assert first_version["owner"]
    open_database(database_url).dispose()
    assert bring_up_to_date(url_of(database_url)) is None


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_file_as_it_was_is_kept_beside_it_for_her_eyes_alone(
    database_url: str, tmp_path: Path, first_version: Stored
) -> None:
    copy = bring_up_to_date(url_of(database_url))
    assert copy == tmp_path / f"journal.db.before-{HEAD}"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert current_revision(url_of(copy)) == "0001"
    kept = build_engine(url_of(copy))
    assert first_version == stored_in(kept)
    kept.dispose()
