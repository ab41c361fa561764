import pytest

from journal.domain.csv_mapping import DateOrder
from journal.exchange.importing.errors import RowWidthWrong
from journal.exchange.importing.mapped_csv_seen import ColumnSeen, is_table, table_seen
from journal.exchange.importing.upload import Upload


def upload(text: str) -> Upload:
    return Upload("any", text.encode())


def column(*cells: str) -> ColumnSeen:
    """See a column with these cells beside a column of dates."""
    rows = "\n".join(f"2026-03-05;{cell}" for cell in cells)
    return table_seen(upload(f"day;it\n{rows}")).columns[1]


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("day,mood\n2026-03-05,3", True),
        ("mood\tday\n\t\n3\t5 Mar 2026", True),
        ("day,mood\nyesterday,3", False),
        ("day\n2026-03-05", False),
        ('{"a": 1,\n"day": "2026-03-05", "b": 2}', False),
        ("day,day\n2026-03-05,2", False),
        ("day,mood", False),
        (",\n,", False),
        ('""\t""', False),
    ],
)
def test_a_table_has_columns_and_a_date_in_some_row(text: str, table: bool) -> None:  # noqa: FBT001  # the case's own
    assert table is is_table(upload(text))


def test_the_first_rows_are_shown_as_they_stand() -> None:
    seen = table_seen(upload("day,mood,\n2026-03-05, 3 ,x\n2026-03-06,,"))
    assert seen.names == ("day", "mood")
    assert seen.rows == 2
    assert seen.first == ({"day": "2026-03-05", "mood": "3"}, {"day": "2026-03-06", "mood": ""})


def test_a_column_shows_different_entries_its_numbers_and_its_words() -> None:
    seen = column("3", "1,5", "3", "Fine", "fine ", "")
    assert (seen.filled, seen.examples, seen.numbers) == (5, ("3", "1,5", "Fine"), (1.5, 3))
    assert seen.words == {"fine": ("Fine", 2)}
    assert seen.entries == {"3": ("3", 2), "1,5": ("1,5", 1), "fine": ("Fine", 2)}


def test_prose_is_offered_no_box_for_each_entry() -> None:
    assert column(*(f"word {number}" for number in range(31))).words is None
    assert column("x" * 81).entries is None
    assert column(*map(str, range(31))).words == {}


def test_a_column_of_dates_is_told_with_its_order_or_a_cell_to_ask_about() -> None:
    settled, open_ = column("13/03/2026", "05/03/2026"), column("05/05/2026", "05/03/2026")
    assert (settled.certain, settled.doubtful) == (DateOrder.DAY_FIRST, None)
    assert (open_.certain, open_.doubtful) == (None, "05/03/2026")


def test_a_slip_in_a_column_of_dates_leaves_it_one() -> None:
    slipped, prose = (
        column("13/03/2026", "14/03/2026", "31/02/2026"),
        column("3", "soon", "5 May 26"),
    )
    assert (slipped.orders, slipped.certain) == ((DateOrder.DAY_FIRST,), DateOrder.DAY_FIRST)
    assert (prose.orders, prose.certain) == ((), None)


def test_the_day_is_only_proposed_where_one_column_can_be_it_beyond_doubt() -> None:
    assert table_seen(upload("day,mood\n2026-03-05,3")).only_dates is not None
    assert table_seen(upload("day,mood\n05/03/2026,3")).only_dates is None
    assert table_seen(upload("from,to\n2026-03-05,2026-03-06")).only_dates is None


def test_a_row_that_cannot_be_read_is_named() -> None:
    with pytest.raises(RowWidthWrong, match="Line 3"):
        table_seen(upload("day,mood\n2026-03-05,3\n2026-03-06"))
