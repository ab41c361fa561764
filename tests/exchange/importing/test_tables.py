import pytest

from journal.exchange.importing.tables import columns_of, read_rows


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ('date,"Weight, kg",Notes', ["date", "Weight, kg", "Notes"]),
        ('"a,b,c";x', ["a,b,c", "x"]),
        ('"date","Said ""so"""', ["date", "Said so"]),
        ("date\tWeight, kg\tx", ["date", "Weight, kg", "x"]),
        ('date,6" pizza', ["date", "6 pizza"]),
        ('date,"never closed', ["date", "never closed"]),
    ],
)
def test_a_delimiter_within_quotation_marks_is_part_of_a_name(
    header: str, names: list[str]
) -> None:
    assert columns_of(f"{header}\n") == names


def test_a_row_has_the_cells_of_quoted_names() -> None:
    (row,) = read_rows('date,"Weight, kg"\n2026-03-05,"61,5"\n', ["date"])
    assert row.cells == {"date": "2026-03-05", "Weight, kg": "61,5"}
