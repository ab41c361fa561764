"""A table of hers, read by what she said its columns mean."""

from datetime import time

import pytest

from journal.domain.csv_mapping import ColumnUse, CsvMapping, DateOrder, Holds
from journal.domain.days import Bleeding, LhTest, Mucus, SignStrength, Touch
from journal.exchange.importing.errors import ColumnMissing, FileUnreadable
from journal.exchange.importing.mapped_csv import (
    MappedDateUnreadable,
    MappedDaysMissing,
    MappingUnfinished,
    hours_in,
    mapped_importer,
    number_in,
    read_mapped,
)
from journal.exchange.importing.parsed import NO_CHOICES, Parsed
from journal.exchange.importing.upload import Upload
from tests.builders import on
from tests.exchange.importing.app_files import whys

DAY = on("2026-03-05")
BLEEDING = ColumnUse(Holds.BLEEDING, words={"little": "light", "a lot": "heavy", "0": "none"})
MOOD = ColumnUse(Holds.RATING, "mood", 1, 5, {"awful": "1"})
CRAMPS = ColumnUse(Holds.SIGN, "cramps", words={"1": "mild", "3": "severe", "0": "absent"})


def mapping(order: DateOrder = DateOrder.YEAR_FIRST, **uses: ColumnUse) -> CsvMapping:
    """Say what the columns `day` and those named mean."""
    named = {"day": ColumnUse(Holds.DATE), **uses}
    return CsvMapping("My table", tuple(named), named, order)


def read(text: str, order: DateOrder = DateOrder.YEAR_FIRST, **uses: ColumnUse) -> Parsed:
    return read_mapped(Upload("any", text.encode()), mapping(order, **uses))


def one(column: str, cell: str, use: ColumnUse) -> object:
    """Read a table of one cell; return its value, or None where the day has none."""
    quoted = f'"{cell}"'
    parsed = read(f"day;{column}\n2026-03-05;{quoted}", **{column: use})
    return parsed.days.get(DAY, {}).get(use.day_field)


@pytest.mark.parametrize(
    ("use", "cell", "value"),
    [
        (MOOD, "1", 0),
        (MOOD, "3,0", 5),
        (MOOD, "5", 10),
        (MOOD, "Awful", 1),
        (ColumnUse(Holds.RATING, "stress", 10, 0), "2.5", 8),
        (BLEEDING, "A  LOT", Bleeding.HEAVY),
        (BLEEDING, "0", Bleeding.NONE),
        (CRAMPS, "3", SignStrength.SEVERE),
        (CRAMPS, "0", SignStrength.ABSENT),
        (ColumnUse(Holds.LH_TEST, words={"+": "positive"}), "+", LhTest.POSITIVE),
        (ColumnUse(Holds.MUCUS, words={"ewcm": "egg_white"}), "EWCM", Mucus.EGG_WHITE),
        (ColumnUse(Holds.TOUCH, words={"no": "unwelcome"}), "no", Touch.UNWELCOME),
        (ColumnUse(Holds.NOT_MY_PERIOD, words={"x": "yes"}), "x", True),
        (ColumnUse(Holds.NOT_MY_PERIOD, words={"o": "no"}), "o", None),
        (ColumnUse(Holds.TEMPERATURE), "36,65", 36.65),
        (ColumnUse(Holds.TEMPERATURE, fahrenheit=True), "98.06", 36.7),
        (ColumnUse(Holds.SLEEP_HOURS), "7:30", 7.5),
    ],
)
def test_a_cell_is_what_she_said_it_means(use: ColumnUse, cell: str, value: object) -> None:
    assert value == one("column", cell, use)


@pytest.mark.parametrize(
    ("use", "cell", "why"),
    [
        (MOOD, "6", "you said its numbers go from 1 to 5"),
        (MOOD, "fine", "you gave it no meaning"),
        (ColumnUse(Holds.RATING, "mood"), "3", "you did not say what its numbers mean"),
        (ColumnUse(Holds.RATING, "mood", words={"ok": "11"}), "ok", "the journal cannot keep"),
        (BLEEDING, "some", "you gave it no meaning"),
        (ColumnUse(Holds.TEMPERATURE), "warm", "it is no number"),
        (ColumnUse(Holds.TEMPERATURE), "98.06", "the journal cannot keep such a value"),
        (ColumnUse(Holds.SLEEP_HOURS), "450", "the journal cannot keep such a value"),
        (ColumnUse(), "rain", "you left it out"),
        (ColumnUse(Holds.SIGN), "3", "you did not say which sign it is"),
    ],
)
def test_a_cell_that_cannot_be_read_so_is_listed_with_its_reason(
    use: ColumnUse, cell: str, why: str
) -> None:
    note = ColumnUse(Holds.NOTE)
    parsed = read(f"day;column;note\n2026-03-05;{cell};so", column=use, note=note)
    assert parsed.days == {DAY: {"note": "note: so"}}
    (listed,) = parsed.not_carried
    assert listed.why.startswith(why)


def test_what_is_listed_names_the_first_entry_its_line_and_how_often() -> None:
    parsed = read("day,mood\n2026-03-05,7\n2026-03-06,8\n2026-03-07,3", mood=MOOD)
    assert whys(parsed) == {"Entries of “mood” such as “7” in line 2": 2}


def test_an_empty_cell_is_not_recorded() -> None:
    assert read("day,mood,flow\n2026-03-05, ,", mood=MOOD, flow=BLEEDING).days == {}


def test_a_row_without_a_date_is_listed() -> None:
    parsed = read("day,mood\n2026-03-05,3\n,4", mood=MOOD)
    assert parsed.days == {DAY: {"mood": 5}}
    assert whys(parsed) == {"Rows without a date": 1}


def test_a_row_whose_date_is_none_is_left_out_and_listed() -> None:
    parsed = read("day,mood\n2026-03-05,3\n2026-02-30,4", mood=MOOD)
    assert parsed.days == {DAY: {"mood": 5}}
    assert whys(parsed) == {"All of line 3": 1}


def test_a_table_most_of_whose_dates_are_none_is_refused() -> None:
    with pytest.raises(MappedDaysMissing, match=r"^Most entries of “day” are no dates: “soon” "):
        read("day,mood\n2026-03-05,3\nsoon,4\nlater,4", mood=MOOD)


def test_a_date_of_another_order_refuses_the_file_and_names_the_line() -> None:
    with pytest.raises(MappedDateUnreadable, match=r"^Line 3 has “05/03/2026” in “day”.*year"):
        read("day,mood\n2026-03-05,3\n05/03/2026,4", mood=MOOD)


def test_one_table_has_two_readings_and_hers_is_taken() -> None:
    text = "day,mood\n05/03/2026,3"
    assert list(read(text, DateOrder.DAY_FIRST, mood=MOOD).days) == [DAY]
    assert list(read(text, DateOrder.MONTH_FIRST, mood=MOOD).days) == [on("2026-05-03")]


def test_years_of_two_digits_are_said_to_be_of_this_century() -> None:
    parsed = read("day,mood\n05.03.26,3", DateOrder.DAY_FIRST, mood=MOOD)
    assert list(parsed.days) == [DAY]
    assert "after 2000" in parsed.remarks[0]


def test_a_moment_comes_from_the_entries_that_mean_one_with_its_time_of_day() -> None:
    use = ColumnUse(Holds.MOMENT, "long_hug", words={"x": "yes", "-": "no"})
    rows = "day,hug\n2026-03-05T21:30:00Z,x\n2026-03-06,-\n2026-03-07,?"
    parsed = read(rows, hug=use)
    (moment,) = parsed.moments
    assert (DAY, "long_hug", time(21, 30), None) == (
        *(moment.date, moment.kind, moment.at, moment.note),
    )
    assert whys(parsed) == {"Entries of “hug” such as “?” in line 4": 1}


def test_each_entry_of_a_column_can_be_a_moment_with_its_words_as_note() -> None:
    use = ColumnUse(Holds.MOMENT, "long_hug", every_entry=True)
    parsed = read("day,hug\n2026-03-05,by the door\n2026-03-05,by the door", hug=use)
    assert [moment.note for moment in parsed.moments] == ["by the door", "by the door"]
    assert len({moment.id for moment in parsed.moments}) == 2


def test_a_second_reading_knows_the_moments_again() -> None:
    use = ColumnUse(Holds.MOMENT, "long_hug", every_entry=True)
    text = "day,hug\n2026-03-05,by the door"
    assert read(text, hug=use).moments == read(text, hug=use).moments


def test_several_rows_of_a_day_come_together_and_it_is_said() -> None:
    sleep, note = ColumnUse(Holds.SLEEP_HOURS), ColumnUse(Holds.NOTE)
    parsed = read(
        "day,mood,flow,cramps,sleep,note\n"
        "2026-03-05,1,little,1,7,one\n2026-03-05,4,a lot,3,8,two\n2026-03-05,4,,0,,",
        mood=MOOD,
        flow=BLEEDING,
        cramps=CRAMPS,
        sleep=sleep,
        note=note,
    )
    assert parsed.days[DAY] == {
        "mood": 5,  # the mean of 0, 8 and 8 is 5.3
        "bleeding": Bleeding.HEAVY,
        "sign:cramps": SignStrength.SEVERE,
        "sleep_hours": 7.0,
        "note": "note: one\nnote: two",
    }
    assert "several entries" in parsed.remarks[0]


def test_rows_of_a_day_that_agree_are_not_worth_a_word() -> None:
    assert read("day,mood\n2026-03-05,3\n2026-03-05,3", mood=MOOD).remarks == []


def test_a_column_that_is_new_since_then_is_said() -> None:
    parsed = read("day,mood,weather\n2026-03-05,3,rain", mood=MOOD)
    assert whys(parsed) == {"The column “weather”": 1}
    assert "was not there when" in parsed.not_carried[0].why


def test_a_column_in_use_that_is_gone_is_named() -> None:
    with pytest.raises(ColumnMissing, match="“mood”"):
        read("day,flow\n2026-03-05,little", mood=MOOD, flow=BLEEDING)


def test_a_table_nothing_is_said_of_is_not_read() -> None:
    with pytest.raises(MappingUnfinished):
        read("day,mood\n2026-03-05,3")


def test_the_importer_of_a_mapping_knows_its_table_and_reads_it_under_her_name() -> None:
    importer = mapped_importer(mapping(mood=MOOD))
    table = Upload("any", b"day,mood\n2026-03-05,3")
    assert importer.detects(table)
    assert not importer.detects(Upload("any", b"day,flow\n2026-03-05,little"))
    assert not importer.detects(Upload("any", b"\xff\xfe\x00"))
    assert importer.read(table, NO_CHOICES).format == "“My table” table"


def test_a_file_that_is_cut_off_gives_a_sentence() -> None:
    with pytest.raises(FileUnreadable, match="Line 2 has too few fields"):
        read("day,mood\n2026-03-05", mood=MOOD)


@pytest.mark.parametrize(
    ("cell", "number"),
    [("3", 3.0), ("-0,5", -0.5), ("36.65", 36.65), ("1.234,5", None), ("3 %", None), ("٣", 3.0)],
)
def test_a_comma_and_a_point_are_both_a_decimal_mark(cell: str, number: float | None) -> None:
    assert number == number_in(cell)


@pytest.mark.parametrize(
    ("cell", "hours"),
    [
        ("7.5", 7.5),
        ("7:30", 7.5),
        ("7h30", 7.5),
        ("7 h 15 min", 7.25),
        ("7:30:00", 7.5),
        ("?", None),
    ],
)
def test_hours_may_be_a_number_or_a_clock(cell: str, hours: float | None) -> None:
    assert hours == hours_in(cell)
