import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import func, inspect, select, text

from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.errors import JournalNotWritten, JournalUnreachable, JournalUnreadable
from journal.domain.intentions import Intention
from journal.domain.moments import Author, Moment
from journal.storage import OwnerJournal, open_database, owner_named
from journal.storage import engine as storage_engine
from journal.storage.engine import database_url as url_of
from journal.storage.migrate import HEAD, SCRIPTS, JournalTooNew, bring_up_to_date
from journal.storage.tables import Base
from tests.support import journals

DAY = date(2026, 5, 14)
ANSWER = CycleAnswer(DAY, CycleQuestion.EARLY_BLEED, CycleReply.SAME_PERIOD)


def journal_at(where: Path | str) -> OwnerJournal:
    return journals.journal_at(where, lambda: datetime.now(UTC))


def test_the_newest_revision_is_the_one_the_program_names() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_migrations_make_the_tables_the_models_describe(database_url: str) -> None:
    migrated = open_database(database_url)
    made = inspect(migrated)
    for table in Base.metadata.sorted_tables:
        assert {column.name for column in table.columns} == {
            column["name"] for column in made.get_columns(table.name)
        }
        assert {index.name for index in table.indexes} == {
            index["name"]
            for index in made.get_indexes(table.name)
            if "duplicates_constraint" not in index
        }
        assert [column.name for column in table.primary_key] == made.get_pk_constraint(table.name)[
            "constrained_columns"
        ]
        assert len(table.foreign_keys) == sum(
            len(key["constrained_columns"]) for key in made.get_foreign_keys(table.name)
        )
        for column in made.get_columns(table.name):
            described = table.columns[column["name"]]
            assert described.nullable == column["nullable"]
            if not described.primary_key:  # PostgreSQL counts ids by a default
                assert (described.server_default is None) == (column["default"] is None)
    migrated.dispose()


def test_the_file_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "private" / "journal.db"
    journal = journal_at(file)
    journal.save_day(DAY, {"mood": 7})
    for made in (file, file.with_name("journal.db-wal")):
        assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_folder_she_made_keeps_its_mode(tmp_path: Path) -> None:
    folder = tmp_path / "hers"
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    journal_at(folder / "journal.db")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755


def test_the_file_is_written_ahead_with_full_durability(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "journal.db")
    with engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    engine.dispose()
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_opening_a_second_time_finds_what_was_written(tmp_path: Path) -> None:
    journal_at(tmp_path / "journal.db").save_day(DAY, {"mood": 7})
    assert journal_at(tmp_path / "journal.db").day(DAY).mood == 7
    assert [file.name for file in tmp_path.glob("*.db*") if "-" not in file.name] == ["journal.db"]


def test_opening_it_again_leaves_what_is_open_its_locks(tmp_path: Path) -> None:
    file = tmp_path / "journal.db"
    engine, again = open_database(file), open_database(file)
    with engine.connect() as connection:
        connection.execute(text("SELECT 1 FROM owner"))
        again.dispose()
        # Another program that is the last to close it takes the write-ahead log away.
        script = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2])"
        asked = [sys.executable, "-c", f"{script}; c.close()", str(file), "SELECT * FROM owner"]
        log = Path(f"{file}-wal").stat().st_ino
        open_database(file).dispose()
        subprocess.run(asked, check=True)
        assert Path(f"{file}-wal").stat().st_ino == log
    engine.dispose()


def test_what_was_acknowledged_survives_a_killed_process(tmp_path: Path) -> None:
    script = (
        "import sys, os, datetime as dt\n"
        "from journal.storage import *\n"
        "engine = open_database(sys.argv[1])\n"
        "owner = owner_named(engine, 'owner')\n"
        "journal = OwnerJournal(engine, owner, lambda: dt.datetime.now(dt.UTC))\n"
        "day = dt.date(2026, 1, 1)\n"
        "while True:\n"
        "    journal.save_day(day, {'mood': day.toordinal() % 11})\n"
        "    print(day, flush=True)\n"
        "    day += dt.timedelta(days=1)\n"
    )
    file = tmp_path / "journal.db"
    with subprocess.Popen(
        [sys.executable, "-c", script, str(file)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as process:
        assert process.stdout is not None
        acknowledged = [next(process.stdout).strip() for _ in range(25)]
        process.kill()
        acknowledged += [line.strip() for line in process.stdout]
    journal = journal_at(file)
    for line in acknowledged:
        day = date.fromisoformat(line)
        assert day.toordinal() % 11 == journal.day(day).mood


def test_a_journal_from_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "journal.db"
    journal_at(file).save_day(DAY, {"mood": 7})
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = file.read_bytes()
    with pytest.raises(JournalTooNew, match="newer version"):
        open_database(file)
    assert before == file.read_bytes()


def test_an_upgrade_keeps_a_copy_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripts = tmp_path / "migrations"
    (scripts / "versions").mkdir(parents=True)
    for script in (*SCRIPTS.glob("*.*"), *SCRIPTS.glob("versions/*.py")):
        (scripts / script.relative_to(SCRIPTS)).write_text(script.read_text())
    # Widening a column of the parent rebuilds it, which with foreign keys on empties its children.
    (scripts / "versions" / "9999_wider.py").write_text(
        "import sqlalchemy as sa\n"
        "from alembic import op\n"
        f"revision, down_revision = '9999', '{HEAD}'\n"
        "def upgrade():\n"
        "    with op.batch_alter_table('day') as day:\n"
        "        day.alter_column('bleeding', type_=sa.String(64))\n"
    )
    file = tmp_path / "journal.db"
    journal = journal_at(file)
    journal.save_day(DAY, {"mood": 7, "bleeding": "light", "sign:cramps": "mild"})
    before = journal.day(DAY)
    monkeypatch.setattr("journal.storage.migrate.SCRIPTS", scripts)
    monkeypatch.setattr("journal.storage.migrate.HEAD", "9999")
    copy = bring_up_to_date(url_of(file))
    assert copy is not None
    assert before == journal_at(file).day(DAY)
    monkeypatch.undo()
    assert before == journal_at(copy).day(DAY)


def test_deleting_an_owner_leaves_nothing_of_her(database_url: str) -> None:
    engine = open_database(database_url)
    journal = OwnerJournal(engine, owner_named(engine, "owner"), lambda: datetime.now(UTC))
    journal.save_day(DAY, {"mood": 7, "sign:cramps": "mild", "sensation:heart:warmth": True})
    journal.answer_cycle_question(ANSWER)
    journal.add_moment(Moment(DAY, "long_hug", author=Author.PARTNER))
    journal.save_intention(Intention(DAY, "A walk"))
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM owner"))
    with engine.connect() as connection:
        left = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar()
            for table in Base.metadata.sorted_tables
        }
    assert dict.fromkeys(left, 0) == left
    engine.dispose()


def test_a_plain_file_that_is_no_database_is_named_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "journal.db"
    file.write_text("this is not a journal " * 100)
    with pytest.raises(JournalUnreadable, match=r"journal\.db is not a journal"):
        open_database(file)
    assert file.read_text() == "this is not a journal " * 100


def test_a_file_another_program_holds_is_told_as_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "PRAGMA busy_timeout=5000" in storage_engine._PRAGMAS
    quick = [told.replace("=5000", "=50") for told in storage_engine._PRAGMAS]
    monkeypatch.setattr(storage_engine, "_PRAGMAS", quick)  # she waits for it, a test need not
    file = tmp_path / "journal.db"
    journal = journal_at(file)
    journal.save_day(DAY, {"mood": 7})
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalNotWritten, match="could not be written"):
            journal.save_day(DAY, {"mood": 8})
        other.execute("ROLLBACK")
    assert journal.day(DAY).mood == 7


def test_a_folder_that_is_a_file_is_named_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(JournalUnreachable, match=r"journal\.db cannot be opened"):
        open_database(tmp_path / "file" / "journal.db")


def test_a_server_that_does_not_answer_is_told_without_its_password() -> None:
    nobody = "postgresql+psycopg://name:secret@127.0.0.1:1/journal"
    with pytest.raises(JournalUnreachable, match="journal cannot be opened") as told:
        open_database(nobody)
    assert "secret" not in str(told.value)
