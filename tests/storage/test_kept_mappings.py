"""What a row says of her tables is read as far as it can be."""

from typing import Any

import pytest

from journal.domain.csv_mapping import MOST_MAPPINGS, MOST_WORDS, ColumnUse, Holds
from journal.storage.kept_mappings import mappings_document, mappings_from


def stored(**use: Any) -> list[dict[str, Any]]:
    """Store a table of one column, with this said of it."""
    return [{"name": "T", "columns": ["a"], "uses": {"a": {"holds": "rating", **use}}}]


def use(**said: Any) -> ColumnUse:
    """Read back what was said of the only column."""
    (mapping,) = mappings_from(stored(**said)) or ()
    return mapping.use_of("a")


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ({"holds": "weather"}, ColumnUse()),
        ({"code": 7}, ColumnUse(Holds.RATING)),
        ({"code": "x" * 65}, ColumnUse(Holds.RATING)),
        ({"holds": "note", "code": "mood"}, ColumnUse(Holds.NOTE)),
        ({"code": "mood", "zero": "1", "ten": True}, ColumnUse(Holds.RATING, "mood")),
        ({"code": "mood", "zero": 5, "ten": 5}, ColumnUse(Holds.RATING)),
        ({"words": ["a"]}, ColumnUse(Holds.RATING)),
        ({"words": {"a": 3, "b": "4"}}, ColumnUse(Holds.RATING, words={"b": "4"})),
    ],
)
def test_nonsense_in_what_a_column_means_leaves_the_rest(
    said: dict[str, Any], read: ColumnUse
) -> None:
    assert use(**said) == read


def test_a_column_the_table_does_not_have_means_nothing() -> None:
    (mapping,) = mappings_from([{"columns": ["a"], "uses": {"b": {"holds": "note"}, "a": 1}}]) or ()
    assert mapping.uses == {}


def test_a_table_without_columns_is_none() -> None:
    assert mappings_from([{"name": "T"}, "T", {"columns": [3]}]) == ()
    assert mappings_from({"name": "T"}) is None


def test_words_of_many_files_are_all_kept() -> None:
    words = {f"word {number}": "5" for number in range(3 * MOST_WORDS)}
    (mapping,) = mappings_from(stored(words=words)) or ()
    assert mapping.use_of("a").words == words
    assert mappings_from(mappings_document([mapping])) == (mapping,)


def test_no_more_tables_are_read_than_there_is_room_for() -> None:
    many = [{"columns": [str(number)]} for number in range(MOST_MAPPINGS + 5)]
    assert len(mappings_from(many) or ()) == MOST_MAPPINGS
