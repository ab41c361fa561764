"""A journal that an earlier version wrote opens with everything in it."""

import shutil
import stat
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeAlias

import pytest
from sqlalchemy import Engine, MetaData, select

from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.intentions import Intention
from journal.domain.moments import Author, Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from journal.domain.stages import Stage, StageDeclaration
from journal.storage import OwnerJournal, open_database, opened_calendar, owner_named
from journal.storage.engine import build_engine
from journal.storage.engine import database_url as url_of
from journal.storage.migrate import HEAD, SCRIPTS, bring_up_to_date, current_revision
from tests.storage.earlier_versions import ANSWERED_AT, DAY, HUG, PCOS, TAKEN_AT, VERSIONS

ANSWER = CycleAnswer(DAY, CycleQuestion.MISSED_PERIOD, CycleReply.NOT_RECORDED)
Stored: TypeAlias = dict[str, list[dict[str, object]]]


def journal_on(engine: Engine) -> OwnerJournal:
    return OwnerJournal(engine, owner_named(engine, "owner"), lambda: datetime.now(UTC))


def stored_in(engine: Engine) -> Stored:
    """Return every row of every table that is there, whatever the program knows of it."""
    there = MetaData()
    there.reflect(engine)
    with engine.connect() as connection:
        return {
            table.name: [
                dict(row._mapping)  # SQLAlchemy's public name for it
                for row in connection.execute(select(table).order_by(*table.primary_key))
            ]
            for table in there.sorted_tables
            if table.name != "alembic_version"
        }


def of_columns(stored: Stored, earlier: Stored) -> Stored:
    """Return of `stored` what has a place in `earlier`, to compare the two."""
    return {
        name: [{column: row[column] for column in rows[0]} for row in stored[name]]
        for name, rows in earlier.items()
    }


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    """Each revision before the newest in turn."""
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a file of each revision is kept once it was made."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture
def earlier(version: str, database_url: str, kept: Path, request: pytest.FixtureRequest) -> Stored:
    """Have a journal as it was at an earlier revision, and return what is stored in it."""
    url, copy = url_of(database_url), kept / f"{version}.db"
    if url.get_backend_name() != "sqlite":
        return request.getfixturevalue("made")
    if not copy.exists():
        request.getfixturevalue("made")
        shutil.copy2(str(url.database), copy)
    shutil.copy2(copy, str(url.database))
    engine = build_engine(url)
    stored = stored_in(engine)
    engine.dispose()
    return stored


@pytest.fixture
def made(
    version: str, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Stored:
    """Make such a journal, with the scripts there were at the time."""
    scripts = tmp_path / "earlier"
    (scripts / "versions").mkdir(parents=True)
    of_then = [item for item in SCRIPTS.glob("versions/*.py") if item.name[:4] <= version]
    for script in (SCRIPTS / "env.py", SCRIPTS / "script.py.mako", *of_then):
        (scripts / script.relative_to(SCRIPTS)).write_text(script.read_text())
    with monkeypatch.context() as then:
        then.setattr("journal.storage.migrate.SCRIPTS", scripts)
        then.setattr("journal.storage.migrate.HEAD", version)
        engine = open_database(database_url)
    tables = MetaData()
    tables.reflect(engine)
    with engine.begin() as connection:
        for table in tables.sorted_tables:
            for row in VERSIONS[version].get(table.name, ()):
                connection.execute(table.insert(), row)
    stored = stored_in(engine)
    assert [name for name, rows in stored.items() if not rows] == []
    engine.dispose()
    return stored


def test_every_earlier_version_is_tried() -> None:
    revisions = sorted(item.name[:4] for item in SCRIPTS.glob("versions/*.py"))
    assert [*VERSIONS, HEAD] == revisions


def test_a_journal_of_an_earlier_version_loses_nothing(database_url: str, earlier: Stored) -> None:
    engine = open_database(database_url)
    assert current_revision(url_of(database_url)) == HEAD
    assert earlier == of_columns(stored_in(engine), earlier)
    engine.dispose()


def test_an_upgraded_journal_is_read_as_it_was_meant(
    database_url: str, version: str, earlier: Stored
) -> None:
    assert earlier["owner"]
    engine = open_database(database_url)
    journal = journal_on(engine)
    assert journal.settings() == OwnerSettings(welcomed=True, birth_year=1975)
    assert journal.first_date() == date(2020, 2, 29)
    assert journal.day(DAY).recorded == {
        "mood": 3,
        "note": "tired",
        "sign:cramps": "mild",
        "sensation:heart:warmth": True,
    }
    assert [Context(ContextKind.PCOS, DAY, id=PCOS)] == journal.contexts()
    assert [StageDeclaration(DAY, Stage.LATE_TRANSITION)] == journal.stages()
    assert (version != "0001") == bool(journal.cycle_answers())
    engine.dispose()


def test_every_moment_from_before_is_the_owners(database_url: str, earlier: Stored) -> None:
    assert earlier["moment"][0].get("author") in {None, "owner"}
    engine = open_database(database_url)
    assert journal_on(engine).moment(HUG) == Moment(DAY, "long_hug", id=HUG, author=Author.OWNER)
    engine.dispose()


def test_what_was_done_before_an_upgrade_can_be_undone_after_it(
    database_url: str, earlier: Stored
) -> None:
    assert earlier["change"]
    engine = open_database(database_url)
    journal = journal_on(engine)
    for left in ([], []):  # the moment, then the second save
        last = journal.last_change(DAY)
        assert last is not None
        assert journal.undo(last.id)
        assert left == journal.moment_tallies()
    assert journal.day(DAY).recorded == {
        "mood": 7,
        "sign:cramps": "mild",
        "sensation:heart:warmth": True,
    }
    engine.dispose()


@pytest.mark.parametrize("version", ["0007"], indirect=True)
def test_of_what_readers_wrote_before_only_the_answered_and_the_taken_is_seen(
    database_url: str, earlier: Stored
) -> None:
    assert earlier["share_reply"]
    engine = open_database(database_url)
    seen = {reply.words: reply.seen_at for reply in journal_on(engine).replies()}
    assert seen == {"How was this day?": ANSWERED_AT, "A walk": TAKEN_AT, "It rises": None}
    engine.dispose()


def test_a_moment_changed_before_an_upgrade_comes_back_as_it_was(
    database_url: str, earlier: Stored
) -> None:
    before = next(row["after"] for row in earlier["field_change"] if row["entity"] == "moment")
    assert isinstance(before, dict)
    engine = open_database(database_url)
    journal = journal_on(engine)
    kiss = Moment(DAY, "kiss", id=HUG)
    journal.save_moment(kiss)
    tables = MetaData()
    tables.reflect(engine)
    fields = tables.tables["field_change"]
    with engine.begin() as connection:  # as the earlier version remembered the same act
        connection.execute(
            fields.update()
            .where(fields.c.key == HUG, fields.c.before.is_not(None))
            .values(before=before, after=before | {"kind": "kiss"})
        )
    last = journal.last_change(DAY)
    assert last is not None
    assert journal.undo(last.id)
    assert [Moment(DAY, "long_hug", id=HUG)] == journal.moments(DateRange.last_days(1, DAY))
    engine.dispose()


def test_an_upgraded_journal_takes_what_is_new(database_url: str, earlier: Stored) -> None:
    answers, chosen = (earlier.get(table, []) for table in ("cycle_answer", "intention"))
    engine = open_database(database_url)
    journal = journal_on(engine)
    journal.answer_cycle_question(ANSWER)
    intention = journal.save_intention(Intention(DAY, "A walk together"))
    added = journal.add_moment(Moment(DAY, "kiss", author=Author.PARTNER))
    secret = journal.make_calendar_address("UTC")
    assert len(answers) + 1 == len(journal.cycle_answers())
    assert journal.intentions()[-1] == intention
    assert len(chosen) + 1 == len(journal.intentions())
    assert Author.PARTNER is journal.moment(added.id).author
    assert opened_calendar(engine, secret, datetime.now(UTC)) is not None
    engine.dispose()


def test_a_second_opening_upgrades_nothing(database_url: str, earlier: Stored) -> None:
    assert earlier["owner"]
    open_database(database_url).dispose()
    assert bring_up_to_date(url_of(database_url)) is None


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_file_as_it_was_is_kept_beside_it_for_her_eyes_alone(
    database_url: str, tmp_path: Path, version: str, earlier: Stored
) -> None:
    copy = bring_up_to_date(url_of(database_url))
    assert copy == tmp_path / f"journal.db.before-{HEAD}"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert version == current_revision(url_of(copy))
    kept = build_engine(url_of(copy))
    assert earlier == stored_in(kept)
    kept.dispose()
