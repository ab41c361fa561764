"""A record that says what no journal keeps is refused with the place, by its schema too."""

import json

import pytest
from jsonschema import Draft202012Validator

from journal.exchange.importing.errors import FileUnreadable
from journal.exchange.record.errors import RecordCutOff, RecordFromLater, RecordUnreadable
from journal.exchange.record.reading import read_record
from journal.exchange.record.writing import VERSION
from tests.exchange.record.records import Spoil, record_text, schema, spoilt

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
