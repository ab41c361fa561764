from dataclasses import replace

import pytest

from journal.domain.csv_mapping import (
    MOST_MAPPINGS,
    ColumnUse,
    CsvMapping,
    DateOrder,
    Holds,
    mapping_for,
    with_mapping,
    without_mapping,
    word_key,
)
from journal.domain.errors import MappingsFull, ScaleEmpty, TextTooLong

DAY = ColumnUse(Holds.DATE)
MOOD = ColumnUse(Holds.RATING, "mood", 1, 5)
MADE = CsvMapping("Mine", ("Day", "Mood"), {"Day": DAY, "Mood": MOOD}, DateOrder.DAY_FIRST)


@pytest.mark.parametrize(
    ("zero", "ten", "number", "rating"),
    [
        (1, 5, 1, 0),
        (1, 5, 3, 5),
        (1, 5, 4, 8),
        (1, 5, 5, 10),
        (5, 1, 5, 0),
        (5, 1, 4, 3),
        (0, 100, 44.9, 4),
        (0, 100, 45, 5),
        (-1, 1, 0, 5),
        (1, 5, 0.99, None),
        (1, 5, 6, None),
    ],
)
def test_a_scale_is_stretched_to_0_to_10_and_bears_nothing_outside(
    zero: float, ten: float, number: float, rating: int | None
) -> None:
    assert rating == ColumnUse(Holds.RATING, "mood", zero, ten).rating(number)


def test_a_number_is_no_rating_while_an_end_is_not_said() -> None:
    assert ColumnUse(Holds.RATING, "mood", 1).rating(1) is None


@pytest.mark.parametrize("ends", [(3, 3), (0, float("inf")), (float("nan"), 1), (0, 1e12)])
def test_a_scale_needs_two_ends_that_can_be_meant(ends: tuple[float, float]) -> None:
    with pytest.raises(ScaleEmpty):
        ColumnUse(Holds.RATING, "mood", *ends)


def test_the_name_of_a_table_has_an_end() -> None:
    with pytest.raises(TextTooLong):
        CsvMapping("x" * 61, ("Day",))


@pytest.mark.parametrize(
    ("use", "day_field"),
    [
        (MOOD, "mood"),
        (ColumnUse(Holds.SIGN, "cramps"), "sign:cramps"),
        (ColumnUse(Holds.SIGN), ""),
        (ColumnUse(Holds.BLEEDING), "bleeding"),
        (ColumnUse(Holds.MOMENT, "long_hug"), ""),
        (DAY, ""),
    ],
)
def test_a_column_names_the_field_it_fills(use: ColumnUse, day_field: str) -> None:
    assert day_field == use.day_field


def test_a_mapping_reads_once_day_order_and_one_more_column_are_said() -> None:
    assert MADE.ready
    assert not replace(MADE, date_order=None).ready
    assert not MADE.with_use("Mood", ColumnUse(Holds.RATING)).ready
    assert not MADE.with_use("Mood", ColumnUse()).ready


def test_only_one_column_holds_the_day_and_another_one_asks_its_order_again() -> None:
    changed = MADE.with_use("Mood", DAY)
    assert changed.uses == {"Mood": DAY}
    assert changed.date_order is None


def test_what_is_said_of_another_column_leaves_the_order_of_dates() -> None:
    assert MADE.with_use("Mood", ColumnUse(Holds.NOTE)).date_order is DateOrder.DAY_FIRST


def test_a_mapping_is_known_again_by_its_columns_in_any_order() -> None:
    assert mapping_for([MADE], ["Mood", "Day"]) is MADE


def test_a_mapping_is_known_again_where_every_column_in_use_is_there() -> None:
    assert mapping_for([MADE], ["Day", "Mood", "Weather"]) is MADE
    assert mapping_for([MADE], ["Day", "Weather"]) is None


def test_the_mapping_with_the_most_columns_in_use_goes_before() -> None:
    fewer = CsvMapping("Fewer", ("Day", "Mood", "Rain"), {"Day": DAY}, DateOrder.DAY_FIRST)
    here = ["Day", "Mood", "Weather"]
    assert mapping_for([fewer, MADE], here) is MADE
    assert mapping_for([MADE, fewer], ["Day", "Mood", "Rain"]) is fewer


def test_a_mapping_nothing_is_said_of_fits_its_own_columns_only() -> None:
    empty = CsvMapping("New", ("Day", "Mood"))
    assert mapping_for([empty], ["Day", "Mood"]) is empty
    assert mapping_for([empty], ["Other"]) is None


def test_there_is_one_mapping_for_a_set_of_columns_and_it_keeps_its_place() -> None:
    other = CsvMapping("Other", ("a",))
    again = replace(MADE, name="Again", columns=("Mood", "Day"))
    assert with_mapping((MADE, other), again) == (again, other)
    assert with_mapping((other,), MADE) == (other, MADE)
    assert without_mapping((MADE, other), ("Mood", "Day")) == (other,)


def test_mappings_have_an_end() -> None:
    kept = tuple(CsvMapping(str(number), (str(number),)) for number in range(MOST_MAPPINGS))
    with pytest.raises(MappingsFull):
        with_mapping(kept, MADE)
    assert len(with_mapping(kept, replace(kept[3], name="changed"))) == MOST_MAPPINGS


def test_entries_that_differ_in_case_and_blanks_mean_the_same() -> None:
    assert word_key("  Very  HEAVY ") == word_key("very heavy")
