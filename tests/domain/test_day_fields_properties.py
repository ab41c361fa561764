"""What holds for every field of a day, whatever is recorded in it."""

from collections.abc import Mapping

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from journal.domain.day_fields import stored_form, validated_field
from journal.domain.days import PLAIN_FIELDS
from journal.domain.errors import JournalError
from tests.strategies import CODES, PLAIN_VALUES, day_changes

FIELD_NAMES = st.one_of(
    st.sampled_from(PLAIN_FIELDS),
    CODES.map("sign:{}".format),
    st.tuples(CODES, CODES).map(lambda codes: f"sensation:{codes[0]}:{codes[1]}"),
)
ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=30),
    st.lists(st.integers(), max_size=2),
)


def kept_or_refused(name: str, value: object) -> tuple[object, str | None]:
    """Return what a field keeps of a value, or why it keeps nothing."""
    try:
        return validated_field(name, value), None
    except JournalError as refusal:
        return None, str(refusal)


def test_the_examples_cover_every_plain_field() -> None:
    assert set(PLAIN_VALUES) == set(PLAIN_FIELDS)


@given(day_changes())
def test_what_was_kept_is_kept_again_unchanged(changes: Mapping[str, object]) -> None:
    for name, value in changes.items():
        kept = validated_field(name, value)
        assert validated_field(name, kept) == kept


@given(day_changes())
def test_every_value_comes_back_from_its_stored_form(changes: Mapping[str, object]) -> None:
    for name, value in changes.items():
        kept = validated_field(name, value)
        again = validated_field(name, stored_form(kept))
        assert again == kept
        assert type(again) is type(kept)


@given(FIELD_NAMES)
def test_every_field_can_be_cleared_and_stays_cleared(name: str) -> None:
    assert validated_field(name, None) is None
    assert stored_form(validated_field(name, None)) is None


@given(FIELD_NAMES, ANYTHING)
def test_anything_at_all_is_kept_or_refused_in_a_sentence(name: str, value: object) -> None:
    kept, refusal = kept_or_refused(name, value)
    assert refusal is None or refusal.endswith(".")
    assert validated_field(name, stored_form(kept)) == kept


@given(FIELD_NAMES, ANYTHING)
def test_nothing_but_none_a_lowered_flag_and_an_empty_note_is_not_recorded(
    name: str, value: object
) -> None:
    kept, refusal = kept_or_refused(name, value)
    if kept is None and refusal is None:
        empty_note = name == "note" and not str(value).replace("\x00", "").strip()
        assert value is None or value is False or empty_note


@given(st.text(max_size=20))
def test_a_name_that_no_day_carries_is_refused(name: str) -> None:
    assume(name not in PLAIN_FIELDS)
    assume(not name.startswith(("sign:", "sensation:")))
    with pytest.raises(JournalError):
        validated_field(name, None)
