"""Any record: what is written comes back, and what was damaged is restored as read or refused."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from journal.domain.changes import ChangeKind
from journal.domain.snapshot import RecordSnapshot
from journal.exchange.importing.errors import FileUnreadable
from journal.exchange.record.reading import read_record
from tests.acts import ACTS, Act, perform
from tests.exchange.record.journals import DAY, empty_journal, text_of
from tests.exchange.record.records import record_text, schema

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


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


@given(data=st.data(), value=JSON)
@hypothesis_settings(max_examples=100)
def test_any_value_anywhere_is_restored_as_read_or_refused(
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
    assert_restored_or_refused(json.dumps(document).encode())


@given(data=st.data())
@hypothesis_settings(max_examples=150)
def test_a_record_with_bytes_changed_is_restored_as_read_or_refused(data: st.DataObject) -> None:
    text = bytearray(record_text())
    for _ in range(data.draw(st.integers(1, 3))):
        text[data.draw(st.integers(0, len(text) - 1))] = data.draw(st.integers(0, 255))
    assert_restored_or_refused(bytes(text[: data.draw(st.integers(1, len(text)))]))


def assert_restored_or_refused(text: bytes) -> None:
    """Claim that a journal is what the record says, or as before with a word on what to do."""
    journal = empty_journal()
    journal.save_day(DAY, {"mood": 2})
    before = journal.snapshot()
    try:
        record = read_record(text)
    except FileUnreadable as error:
        refused = str(error)
        assert refused.endswith(".")
        assert "Please" in refused or "“Bring along”" in refused
        assert before == journal.snapshot()
        return
    journal.restore(record.snapshot)
    # A setting that is none is kept as its default, as it is wherever settings are read.
    kept = journal.snapshot()
    assert replace(record.snapshot, settings=kept.settings) == kept
    for change in journal.imports():
        journal.undo(change.id)
    assert journal.snapshot() == read_record(text_of(journal.snapshot())).snapshot
