import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.texts import storable


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x00b", "ab"),
        ("half \ud83d of it", "half ? of it"),
        ("whole \U0001f33f", "whole \U0001f33f"),
    ],
)
def test_what_no_database_takes_is_left_out(text: str, kept: str) -> None:
    assert storable(text) == kept


@given(st.text())
def test_any_text_becomes_one_that_can_be_written(text: str) -> None:
    kept = storable(text)
    assert "\x00" not in kept
    assert kept.encode().decode() == kept
    assert storable(kept) == kept
