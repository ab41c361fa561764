"""The tables: they open in a spreadsheet, say what they hold, and come back as what they were."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from journal.domain.catalogues import OWN_GROUP, CatalogueName, Entry
from journal.domain.days import Day, Sensation, SignStrength
from journal.domain.journal import Journal
from journal.domain.moments import Moment
from journal.domain.ranges import DateRange
from journal.domain.snapshot import RecordSnapshot
from journal.exchange.importing.errors import FileUnreadable
from journal.exchange.importing.formats import importer_for
from journal.exchange.importing.own_record import NAME as RECORD_NAME
from journal.exchange.importing.own_tables import NAME as TABLES_NAME
from journal.exchange.importing.parsed import NO_CHOICES, Parsed
from journal.exchange.importing.planning import plan
from journal.exchange.importing.upload import Upload
from journal.exchange.record.backup import packed_backup
from journal.exchange.record.errors import BackupSealed
from journal.exchange.record.sealing import AGE_START
from journal.exchange.record.table_columns import (
    CONTEXT_COLUMNS,
    CONTEXTS_FILE,
    DAY_COLUMNS,
    DAYS_FILE,
    MOMENT_COLUMNS,
    MOMENTS_FILE,
    README_FILE,
    WORD_COLUMNS,
    WORDS_FILE,
)
from journal.exchange.record.tables import days_csv, moments_csv, tables_name, tables_zip
from tests.acts import ACTS, Act, perform
from tests.exchange.record.journals import DAY, TODAY, empty_journal, filled_journal, text_of

EVERY_DAY = DateRange(date.min, date.max)


def parts(journal: Journal) -> dict[str, bytes]:
    """Return the files in the zip."""
    with zipfile.ZipFile(io.BytesIO(tables_zip(journal, TODAY))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def read(content: bytes) -> Parsed:
    """Read a file as the page does."""
    upload = Upload("a file", content)
    return importer_for(upload).read(upload, NO_CHOICES)


def brought(*contents: bytes) -> RecordSnapshot:
    """Return what an empty journal is after bringing files along."""
    journal = empty_journal()
    for content in contents:
        journal.import_all(plan(read(content), journal, today=date(2030, 1, 1)).batch)
    return journal.snapshot()


def plain(text: str | None) -> str | None:
    """Return a text as lines end in a table."""
    return text and text.replace("\r\n", "\n").replace("\r", "\n")


def recorded(snapshot: RecordSnapshot) -> tuple[object, ...]:
    """Return what the tables hold of a journal."""
    return (
        [replace(day, note=plain(day.note)) for day in snapshot.days],
        [replace(moment, note=plain(moment.note)) for moment in snapshot.moments],
        [replace(context, name=plain(context.name)) for context in snapshot.contexts],
    )


@given(st.lists(ACTS, max_size=10))
@hypothesis_settings(max_examples=25)
def test_days_moments_and_contexts_come_back_from_the_tables(acts: list[Act]) -> None:
    journal = empty_journal()
    taken = perform(journal, acts)
    assert recorded(taken) == recorded(brought(tables_zip(journal, TODAY)))


def test_each_table_comes_back_by_itself_too() -> None:
    journal = filled_journal()
    files = parts(journal)
    tables = [files[name] for name in (DAYS_FILE, MOMENTS_FILE, CONTEXTS_FILE)]
    assert recorded(journal.snapshot()) == recorded(brought(*tables))


def test_bringing_the_own_tables_or_record_to_their_own_journal_changes_nothing() -> None:
    journal = filled_journal()
    taken = journal.snapshot()
    for content in (tables_zip(journal, TODAY), text_of(taken), packed_backup(taken, TODAY)):
        found = plan(read(content), journal, today=TODAY)
        assert not found.writes
        assert found.conflicts == []
    assert taken == journal.snapshot()


@given(st.lists(ACTS, max_size=8))
@hypothesis_settings(max_examples=15)
def test_a_record_brought_to_an_empty_journal_brings_all_but_settings_and_history(
    acts: list[Act],
) -> None:
    taken = perform(empty_journal(), acts)
    another = brought(text_of(taken))
    for name in ("days", "moments", "contexts", "stages", "cycle_answers", "entries"):
        assert getattr(taken, name) == getattr(another, name)


def test_a_record_says_what_does_not_come_along() -> None:
    parsed = read(text_of(filled_journal().snapshot()))
    assert parsed.format == RECORD_NAME
    assert [(item.what, item.count) for item in parsed.not_carried] == [
        ("Settings", 1),
        ("The history of changes", 9),
        ("What was shared", 2),
        ("Replies to it", 3),
    ]
    assert "written on 23 November 2026" in parsed.remarks[0]
    assert "Backup" in parsed.remarks[1]


def test_a_sealed_backup_says_where_it_is_opened() -> None:
    with pytest.raises(BackupSealed, match="on the page “Take along”, under “Backup”"):
        read(AGE_START + b"-> scrypt bm90aGluZw 18\n")


def test_what_she_wrote_herself_stays_when_a_record_is_added() -> None:
    content = text_of(filled_journal().snapshot())
    journal = empty_journal()
    journal.save_day(DAY, {"mood": 1})
    found = plan(read(content), journal, today=TODAY)
    assert found.conflict_days == 1
    before = journal.snapshot()
    change = journal.import_all(found.batch)
    assert change is not None
    assert journal.day(DAY).mood == 1
    assert journal.day(DAY).note == "a quiet day"
    journal.undo(change.id)
    assert recorded(before) == recorded(journal.snapshot())
    assert journal.stages() == []


def test_pandas_reads_every_table() -> None:
    files = parts(filled_journal())
    days = pd.read_csv(io.BytesIO(files[DAYS_FILE]))
    assert [*DAY_COLUMNS, "sign:cramps"] == list(days.columns)
    assert list(days["date"]) == ["2026-05-14"]
    assert days["temperature_c"][0] == 36.6
    moments = pd.read_csv(io.BytesIO(files[MOMENTS_FILE]))
    assert list(MOMENT_COLUMNS) == list(moments.columns)
    contexts = pd.read_csv(io.BytesIO(files[CONTEXTS_FILE]))
    assert list(CONTEXT_COLUMNS) == list(contexts.columns)
    assert list(contexts["last_day"]) == ["2026-05-19"]
    words = pd.read_csv(io.BytesIO(files[WORDS_FILE]))
    assert list(WORD_COLUMNS) == list(words.columns)


def test_the_tables_are_as_spreadsheets_expect_them() -> None:
    files = parts(filled_journal())
    assert list(files) == [DAYS_FILE, MOMENTS_FILE, CONTEXTS_FILE, WORDS_FILE, README_FILE]
    for content in files.values():
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\r\n")
    assert tables_name(TODAY) == "tending-tables-2026-11-23.zip"


def test_no_cell_is_calculated_and_the_mark_goes_again() -> None:
    note = "=HYPERLINK(1)"
    day = Day(DAY, note=note, sensations=frozenset({Sensation("heart", "flutter")}))
    content = days_csv([day])
    (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    assert f"'{note}" == row["note"]
    assert row["sensations"] == "heart:flutter"
    assert [day] == list(brought(content).days)


def test_the_readme_names_every_column() -> None:
    text = parts(filled_journal())[README_FILE].decode("utf-8-sig")
    for columns in (DAY_COLUMNS, MOMENT_COLUMNS, CONTEXT_COLUMNS, WORD_COLUMNS):
        for column, meaning in columns.items():
            assert f"  {column}: {meaning}\r\n" in text


def test_words_of_her_own_come_along_with_their_names() -> None:
    journal = empty_journal()
    mine = Entry("own_tea", "Tea at four", OWN_GROUP, own=True)
    journal.save_entry(CatalogueName.MOMENTS, mine)
    journal.add_moment(Moment(DAY, "own_tea"))
    journal.add_moment(Moment(DAY, "long_hug"))
    assert [(CatalogueName.MOMENTS, mine)] == brought(tables_zip(journal, TODAY)).entries


def test_rows_without_an_id_are_known_again_all_the_same() -> None:
    content = b"date,kind,initiator,response,phone_in_way\r\n2026-05-14,kiss,self,,no\r\n"
    journal = empty_journal()
    journal.import_all(plan(read(content), journal, today=TODAY).batch)
    assert [moment.phone_in_way for moment in journal.snapshot().moments] == [False]
    assert not plan(read(content), journal, today=TODAY).writes


def test_a_column_of_somebody_else_is_named_and_left_out() -> None:
    content = days_csv([Day(DAY, mood=3)]).replace(b"\r\n", b",aura\r\n", 1)
    content = content.rstrip() + b",red\r\n"
    parsed = read(content)
    assert [item.what for item in parsed.not_carried] == ["The column “aura”"]
    assert parsed.days == {DAY: {"mood": 3}}


DAYS = days_csv([Day(DAY, mood=3, signs={"cramps": SignStrength.MILD})]).decode("utf-8-sig")
MOMENTS = moments_csv([Moment(DAY, "kiss", id="m1")]).decode("utf-8-sig")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (DAYS.replace("2026-05-14,3", "14.05.2026,3"), "Line 2 needs a date"),
        (DAYS.replace("2026-05-14,3", "2026-05-14,three"), "a whole number"),
        (DAYS.replace("2026-05-14,3", "2026-05-14,30"), "Mood must be"),
        (DAYS.replace(",mild", ",terrible"), "'terrible' is not a choice"),
        (DAYS + DAYS.splitlines()[1] + "\r\n", "both describe 2026-05-14"),
        (MOMENTS + MOMENTS.splitlines()[1] + "\r\n", "another than in line 2"),
        (MOMENTS.replace("kiss", ""), "what the moment was"),
        (MOMENTS.replace("owner", "cat"), "one of owner, partner"),
        ("kind,start,last_day,name,id\r\nevent,2026-05-01,,,\r\n", "Please give this event a name"),
        ("kind,start,last_day,name,id\r\npcos,2026-05-02,2026-05-01,,\r\n", "cannot end"),
        ("kind,start,last_day,name,id\r\npcos,,,,\r\n", "the first day"),
        ("kind,start,last_day,name,id\r\npcos,2026-05-02,9999-12-31,,\r\n", "of the calendar"),
    ],
)
def test_a_spoilt_table_is_refused_with_the_line(text: str, words: str) -> None:
    with pytest.raises(FileUnreadable) as refused:
        read(text.encode())
    assert words in str(refused.value)
    assert "ine 2" in str(refused.value) or "ine 3" in str(refused.value)


def test_in_a_zip_the_table_at_fault_is_named() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(f"folder/{DAYS_FILE}", DAYS.replace(",mild", ",terrible"))
    with pytest.raises(FileUnreadable, match=r"In “days\.csv”: Line 2"):
        read(written.getvalue())


@given(data=st.data())
@hypothesis_settings(max_examples=100)
def test_no_byte_changed_in_a_table_makes_reading_crash(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from([DAYS, MOMENTS])).encode())
    for _ in range(data.draw(st.integers(1, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        parsed = read(bytes(content))
    except FileUnreadable:
        return
    journal = empty_journal()
    journal.import_all(plan(parsed, journal, today=TODAY).batch)


def test_the_tables_are_told_by_their_content() -> None:
    journal = filled_journal()
    assert read(tables_zip(journal, TODAY)).format == TABLES_NAME
    assert read(packed_backup(journal.snapshot(), TODAY)).format == RECORD_NAME
