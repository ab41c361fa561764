"""The complete record as a file: whole, as its schema says, and refused where it is spoilt."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from journal.domain.changes import ChangeKind
from journal.domain.contexts import ContextKind
from journal.domain.days import PLAIN_FIELDS, Day
from journal.domain.owner_settings import OwnerSettings
from journal.domain.shared_record import NOTHING_SHARED
from journal.domain.snapshot import RecordSnapshot
from journal.domain.stages import Stage
from journal.exchange.importing.errors import FileUnreadable
from journal.exchange.record.errors import RecordCutOff, RecordFromLater, RecordUnreadable
from journal.exchange.record.reading import UPGRADES, read_record, upgraded
from journal.exchange.record.writing import VERSION
from tests.acts import ACTS, Act, perform
from tests.exchange.record.journals import DAY, TODAY, empty_journal, filled_journal, text_of

FOLDER = Path(__file__).parents[3] / "data" / "schemas"
Spoil = Callable[[dict[str, Any]], object]


@cache
def schema(version: int = VERSION) -> Any:
    """The schema of a version; of the one that is written, unless another is named."""
    file = FOLDER / f"tending-record-{version}.schema.json"
    return json.loads(file.read_text(encoding="utf-8"))


@cache
def filled_journal_snapshot() -> RecordSnapshot:
    """A little of everything."""
    return filled_journal().snapshot()


@cache
def record_text() -> bytes:
    """A record of a little of everything."""
    return text_of(filled_journal_snapshot())


def first_version(record: dict[str, Any]) -> None:
    """Make of a record what the first version wrote."""
    record.update(version=1)
    del record["grants"], record["replies"]


def spoilt(spoil: Spoil) -> bytes:
    """Return the record with one thing in it changed by hand."""
    document = json.loads(record_text())
    spoil(document)
    return json.dumps(document).encode()


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


def test_a_record_says_what_it_is_and_when_it_was_written() -> None:
    document = json.loads(record_text())
    assert ("tending-record", VERSION, TODAY.isoformat()) == tuple(
        document[name] for name in ("format", "version", "written_on")
    )
    assert read_record(record_text()).written_on == TODAY


def test_what_was_not_recorded_is_absent_from_a_record() -> None:
    (day,) = json.loads(record_text())["days"]
    assert set(day) == {"date", "mood", "note", "temperature_c", "signs", "sensations"}


def test_a_record_holds_what_is_shared_and_what_was_written_back() -> None:
    document = json.loads(record_text())
    link, file = sorted(document["grants"], key=lambda grant: str(grant["recipient"]))
    assert (link["recipient"], link["as_file"]) == ("Ada", False)
    assert (file["recipient"], file["as_file"]) == ("Bea", True)
    assert len(link["opened_at"]) == 2
    assert file["opened_at"] == []
    said = {reply["words"]: reply for reply in document["replies"]}
    whose = {words: reply["grant"] for words, reply in said.items()}
    assert whose["You sound rested"] == whose["A walk on Sunday"] == link["id"]
    assert file["id"] == whose["Thank you"]
    assert said["You sound rested"]["answer"] == "I was"
    assert "taken_at" in said["A walk on Sunday"]
    assert "answer" not in said["Thank you"]


def test_a_record_of_the_first_version_is_read_and_nothing_was_shared_in_it() -> None:
    text = spoilt(first_version)
    Draft202012Validator(schema(1)).validate(json.loads(text))
    expected = replace(filled_journal_snapshot(), shared=NOTHING_SHARED)
    assert expected == read_record(text).snapshot


def test_a_record_holds_no_address_of_a_calendar() -> None:
    journal = filled_journal()
    before = journal.snapshot()
    secret = journal.make_calendar_address("UTC")
    assert before == journal.snapshot()
    assert secret.encode() not in text_of(journal.snapshot())


@given(st.lists(ACTS, max_size=12))
@hypothesis_settings(max_examples=25)
def test_any_journal_comes_back_from_its_record(acts: list[Act]) -> None:
    journal, another = empty_journal(), empty_journal()
    taken = perform(journal, acts)
    text = text_of(taken)
    Draft202012Validator(schema()).validate(json.loads(text))
    another.restore(read_record(text).snapshot)
    assert taken == another.snapshot()
    assert text == text_of(another.snapshot())


@given(st.lists(ACTS, min_size=1, max_size=6))
@hypothesis_settings(max_examples=12)
def test_undo_goes_on_after_a_restore_as_it_would_have(acts: list[Act]) -> None:
    journal, another = empty_journal(), empty_journal()
    another.restore(read_record(text_of(perform(journal, acts))).snapshot)
    for kept in (journal, another):
        for kind in ChangeKind:
            change = kept.last_change_of(kind)
            assert change is None or kept.undo(change.id)
        for day in kept.snapshot().days:
            newest = kept.last_change(day.date)
            assert newest is None or kept.undo(newest.id)
    assert _without_times(journal.snapshot()) == _without_times(another.snapshot())


def _without_times(snapshot: RecordSnapshot) -> RecordSnapshot:
    changes = [
        replace(change, undone_at=change.undone_at and change.made_at)
        for change in snapshot.changes
    ]
    return replace(snapshot, changes=changes)


def test_a_record_is_written_in_pieces_and_not_as_one_text() -> None:
    from journal.exchange.record.writing import record_pieces  # noqa: PLC0415  # only here

    days = [Day(date(1990, 1, 1) + timedelta(place), mood=5) for place in range(14_610)]
    pieces = list(record_pieces(replace(filled_journal().snapshot(), days=days), TODAY))
    assert max(map(len, pieces)) < 100_000
    assert days == read_record(b"".join(pieces)).snapshot.days


REFUSED: dict[str, tuple[Spoil, type[FileUnreadable], str]] = {
    "another format": (lambda record: record.update(format="diary"), FileUnreadable, "no record"),
    "a later version": (
        lambda record: record.update(version=VERSION + 1),
        RecordFromLater,
        "newer version of Tending",
    ),
    "no version": (lambda record: record.pop("version"), RecordFromLater, "format None"),
    "a field nobody knows": (
        lambda record: record["days"][0].update(aura=3),
        RecordUnreadable,
        "days, item 1 cannot be read: it has a field “aura”",
    ),
    "a part nobody knows": (
        lambda record: record.update(photos=[]),
        RecordUnreadable,
        "a field “photos”",
    ),
    "a setting nobody knows": (
        lambda record: record["settings"].update(colour="red"),
        RecordUnreadable,
        "The settings",
    ),
    "a part missing": (lambda record: record.pop("moments"), RecordUnreadable, "“moments”"),
    "a rating above ten": (
        lambda record: record["days"][0].update(mood=11),
        RecordUnreadable,
        "Mood must be a whole number between 0 and 10",
    ),
    "a note that is no text": (
        lambda record: record["days"][0].update(note=["quiet"]),
        RecordUnreadable,
        "a text is expected",
    ),
    "signs that are none": (
        lambda record: record["days"][0].update(signs=[]),
        RecordUnreadable,
        "“signs” is no object",
    ),
    "a moment of no kind": (
        lambda record: record["moments"][0].update(kind=""),
        RecordUnreadable,
        "“kind” is missing",
    ),
    "a word without a code": (
        lambda record: record["entries"][0].update(code=""),
        RecordUnreadable,
        "“code” is missing",
    ),
    "a rating in words": (
        lambda record: record["days"][0].update(mood="good"),
        RecordUnreadable,
        "Mood must be",
    ),
    "a day twice": (
        lambda record: record["days"].append(record["days"][0]),
        RecordUnreadable,
        "two items of “days”",
    ),
    "a moment without a kind": (
        lambda record: record["moments"][0].pop("kind"),
        RecordUnreadable,
        "moments, item 1 cannot be read: “kind” is missing",
    ),
    "a moment that is a number": (
        lambda record: record["moments"].append(3),
        RecordUnreadable,
        "moments, item 2",
    ),
    "a date that is none": (
        lambda record: record["contexts"][0].update(start="2026-02-30"),
        RecordUnreadable,
        "a date such as",
    ),
    "the last day of the calendar": (
        lambda record: record["contexts"][0].update(start="9999-12-31"),
        RecordUnreadable,
        "a date such as",
    ),
    "a context that ends before it starts": (
        lambda record: record["contexts"][0].update(end="2020-01-01"),
        RecordUnreadable,
        "A span cannot end",
    ),
    "a context that ends before the calendar begins": (
        lambda record: record["contexts"][0].update(end="0001-01-01"),
        RecordUnreadable,
        "A span cannot end",
    ),
    "a time with a zone": (
        lambda record: record["moments"][0].update(at="21:30+02:00"),
        RecordUnreadable,
        "a time of day",
    ),
    "an instant without a zone": (
        lambda record: record["changes"][0].update(made_at="2026-05-14T12:00:00"),
        RecordUnreadable,
        "an instant",
    ),
    "an instant outside the calendar": (
        lambda record: record["changes"][0].update(made_at="0001-01-01T00:00:00+14:00"),
        RecordUnreadable,
        "an instant",
    ),
    "a history of something else": (
        lambda record: record["changes"][0]["fields"][0].update(entity="owner"),
        RecordUnreadable,
        "changes, item 1",
    ),
    "a history with a spoilt key": (
        lambda record: record["changes"][2]["fields"][0].update(key="m2"),
        RecordUnreadable,
        "another key",
    ),
    **{
        f"a history of a {entity} with a key that is none": (
            lambda record, entity=entity, key=key: record["changes"][0].update(
                fields=[{"entity": entity, "key": key}]
            ),
            RecordUnreadable,
            "which is no key",
        )
        for entity, key in (
            *(("stage", "nonsense"), ("stage", "2026-W20-4"), ("cycle_answer", "2026-05-14")),
            *(("cycle_answer", "2026-05-14|why"), ("entry", "signs|a|b"), ("entry", "cats|a")),
            *(("moment", "a|b"), ("context", "x" * 41), ("intention", "|")),
        )
    },
    "a history of a field no day has": (
        lambda record: record["changes"][0]["fields"][0].update(field="aura"),
        RecordUnreadable,
        "no field called",
    ),
    "a link that would open": (
        lambda record: record["grants"][0].update(digest="0" * 64),
        RecordUnreadable,
        "grants, item 1 cannot be read: it has a field “digest”",
    ),
    "a passphrase that would open": (
        lambda record: record["grants"][0]["terms"].update({"passphrase": "argon2"}),
        RecordUnreadable,
        "its terms cannot be read: it has a field “passphrase”",
    ),
    "something shared for nobody": (
        lambda record: record["grants"][0].update(recipient=""),
        RecordUnreadable,
        "“recipient” is missing",
    ),
    "something shared that says nothing of what passes": (
        lambda record: record["grants"][0].pop("passes"),
        RecordUnreadable,
        "what passes cannot be read",
    ),
    "a rating there is none of": (
        lambda record: record["grants"][0]["passes"].update(ratings=["aura"]),
        RecordUnreadable,
        "“ratings” is missing",
    ),
    "dates without an end": (
        lambda record: record["grants"][0]["passes"].update(start="2026-05-01", end=None),
        RecordUnreadable,
        "of “start” and “end” one is missing",
    ),
    "an opening at no time": (
        lambda record: record["grants"][0].update(opened_at=["2026-05-14"]),
        RecordUnreadable,
        "when it was opened",
    ),
    "openings that are no list": (
        lambda record: record["grants"][0].update(opened_at=2),
        RecordUnreadable,
        "“opened_at” is missing",
    ),
    "a reply to nothing": (
        lambda record: record["replies"][0].update(grant="nobody"),
        RecordUnreadable,
        "replies, item 1 cannot be read: it was written by something shared",
    ),
    "a reply that says nothing": (
        lambda record: record["replies"][0].update(words=" "),
        RecordUnreadable,
        "replies, item 1",
    ),
    "a reply twice": (
        lambda record: record["replies"].append(record["replies"][0]),
        RecordUnreadable,
        "two items of “replies”",
    ),
    "a code that would break a key": (
        lambda record: record["moments"][0].update(id="a|b"),
        RecordUnreadable,
        "a code without",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_spoilt_record_is_refused_with_the_place(name: str) -> None:
    spoil, kind, words = REFUSED[name]
    with pytest.raises(kind) as refused:
        read_record(spoilt(spoil))
    assert words in str(refused.value)
    assert str(refused.value).endswith((".", "”."))


def test_a_record_cut_off_names_the_line() -> None:
    with pytest.raises(RecordCutOff, match="line 3"):
        read_record(record_text()[:40])


@pytest.mark.parametrize("text", [b"", b"[" * 100_000, b"\xff", b"1" * 5000, b"null", b"[]", b"{}"])
def test_what_is_no_record_is_refused_in_a_sentence(text: bytes) -> None:
    with pytest.raises(FileUnreadable):
        read_record(text)


def test_halves_of_characters_and_zeros_do_not_reach_a_database() -> None:
    text = spoilt(lambda record: record["entries"][0].update(name="a\x00\ud800b"))
    journal = empty_journal()
    journal.restore(read_record(text).snapshot)
    assert journal.snapshot().entries[0][1].name == "a?b"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(data=st.data(), value=JSON)
@hypothesis_settings(max_examples=100)
def test_any_value_anywhere_is_restored_or_refused_and_never_a_crash(
    data: st.DataObject, value: object
) -> None:
    document = json.loads(record_text())
    at: Any = document
    while True:
        keys = list(at) if isinstance(at, dict) else range(len(at))
        key = data.draw(st.sampled_from(list(keys)))
        if not isinstance(at[key], dict | list) or not at[key] or data.draw(st.booleans()):
            break
        at = at[key]
    at[key] = value
    try:
        record = read_record(json.dumps(document).encode())
    except FileUnreadable:
        return
    journal = empty_journal()
    journal.restore(record.snapshot)
    for change in journal.imports():
        journal.undo(change.id)


@given(data=st.data())
@hypothesis_settings(max_examples=150)
def test_no_byte_changed_makes_reading_crash(data: st.DataObject) -> None:
    text = bytearray(record_text())
    for _ in range(data.draw(st.integers(1, 3))):
        text[data.draw(st.integers(0, len(text) - 1))] = data.draw(st.integers(0, 255))
    with suppress(FileUnreadable):
        read_record(bytes(text[: data.draw(st.integers(1, len(text)))]))


def test_an_older_version_is_brought_up_step_by_step() -> None:
    steps = {
        1: lambda record: record | {"days": []},
        2: lambda record: {name: value for name, value in record.items() if name != "old"},
    }
    before = {"version": 1, "old": True}
    assert upgraded(before, steps, newest=3) == {"version": 3, "days": []}
    assert set(range(1, VERSION)) == set(UPGRADES)


SCHEMA_REFUSES_TOO: dict[str, Spoil] = {
    "a code that breaks a key": lambda record: record["entries"][0].update(code="a|b"),
    "a kind that breaks a key": lambda record: record["moments"][0].update(kind="a|b"),
    "a sensation that breaks a field": lambda record: record["days"][0].update(
        sensations=[["a:b", "c"]]
    ),
    "a sign that breaks a field": lambda record: record["days"][0].update(signs={"a:b": "mild"}),
    "an instant without a zone": lambda record: record["changes"][0].update(
        made_at="2026-05-14T12:00:00"
    ),
    "a time with a zone": lambda record: record["moments"][0].update(at="21:30+02:00"),
    "a time after the last": lambda record: record["moments"][0].update(at="24:00"),
    "a place beyond all": lambda record: record["entries"][0].update(place=40_000),
    "an event without a name": lambda record: record["contexts"][0].pop("name"),
    "a link that would open": lambda record: record["grants"][0].update(digest="0" * 64),
    "dates without an end": lambda record: record["grants"][0]["passes"].update(
        start="2026-05-01", end=None
    ),
    "something agreed that is too long": lambda record: record["replies"][1].update(
        kind="agreed", words="x" * 121
    ),
    "a year after the last": lambda record: record["days"][0].update(date="9999-12-31"),
}


@pytest.mark.parametrize("name", SCHEMA_REFUSES_TOO)
def test_the_schema_refuses_what_the_reader_refuses(name: str) -> None:
    text = spoilt(SCHEMA_REFUSES_TOO[name])
    assert Draft202012Validator(schema()).is_valid(json.loads(record_text()))
    assert not Draft202012Validator(schema()).is_valid(json.loads(text))
    with pytest.raises(FileUnreadable):
        read_record(text)


def test_the_schema_knows_every_field_choice_and_setting() -> None:
    parts = schema()["$defs"]
    assert {"date", "signs", "sensations", *PLAIN_FIELDS} == set(parts["day"]["properties"])
    assert {item.name for item in fields(OwnerSettings)} == set(parts["settings"]["properties"])
    assert [kind.value for kind in ContextKind] == parts["context"]["properties"]["kind"]["enum"]
    assert [stage.value for stage in Stage] == parts["stage"]["properties"]["stage"]["enum"]
    assert [kind.value for kind in ChangeKind] == parts["change"]["properties"]["kind"]["enum"]
    assert DAY.isoformat() in record_text().decode()
