"""The complete record as a file: whole, as its schema says, and read from older versions too."""

import json
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

from jsonschema import Draft202012Validator

from journal.domain.changes import ChangeKind
from journal.domain.contexts import ContextKind
from journal.domain.days import PLAIN_FIELDS, Day
from journal.domain.owner_settings import OwnerSettings
from journal.domain.shared_record import NOTHING_SHARED
from journal.domain.stages import Stage
from journal.exchange.record.reading import UPGRADES, read_record, upgraded
from journal.exchange.record.writing import VERSION, record_pieces
from tests.exchange.record.journals import DAY, TODAY, empty_journal, filled_journal, text_of
from tests.exchange.record.records import filled_journal_snapshot, record_text, schema, spoilt


def first_version(record: dict[str, Any]) -> None:
    """Make of a record what the first version wrote."""
    record.update(version=1)
    del record["grants"], record["replies"]


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


def test_a_record_is_written_in_pieces_and_not_as_one_text() -> None:
    days = [Day(date(1990, 1, 1) + timedelta(place), mood=5) for place in range(14_610)]
    pieces = list(record_pieces(replace(filled_journal().snapshot(), days=days), TODAY))
    assert max(map(len, pieces)) < 100_000
    assert days == read_record(b"".join(pieces)).snapshot.days


def test_halves_of_characters_and_zeros_do_not_reach_a_database() -> None:
    text = spoilt(lambda record: record["entries"][0].update(name="a\x00\ud800b"))
    journal = empty_journal()
    journal.restore(read_record(text).snapshot)
    assert journal.snapshot().entries[0][1].name == "a?b"


def test_an_older_version_is_brought_up_step_by_step() -> None:
    steps = {
        1: lambda record: record | {"days": []},
        2: lambda record: {name: value for name, value in record.items() if name != "old"},
    }
    before = {"version": 1, "old": True}
    assert upgraded(before, steps, newest=3) == {"version": 3, "days": []}
    assert set(range(1, VERSION)) == set(UPGRADES)


def test_the_schema_knows_every_field_choice_and_setting() -> None:
    parts = schema()["$defs"]
    assert {"date", "signs", "sensations", *PLAIN_FIELDS} == set(parts["day"]["properties"])
    assert {item.name for item in fields(OwnerSettings)} == set(parts["settings"]["properties"])
    assert [kind.value for kind in ContextKind] == parts["context"]["properties"]["kind"]["enum"]
    assert [stage.value for stage in Stage] == parts["stage"]["properties"]["stage"]["enum"]
    assert [kind.value for kind in ChangeKind] == parts["change"]["properties"]["kind"]["enum"]
    assert DAY.isoformat() in record_text().decode()
