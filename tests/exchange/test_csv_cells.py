import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.exchange.csv_cells import plain_cell, safe_cell

FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"  # noqa: RUF001

texts = st.text() | st.text(alphabet="'=+-@\t\r\n ＝a1")  # noqa: RUF001


@given(texts)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert plain_cell(safe_cell(text)) == text


@given(texts)
def test_no_text_begins_like_a_formula(text: str) -> None:
    assert safe_cell(text).lstrip(" ")[:1] not in set(FORMULA_STARTS)


@given(st.text(alphabet=st.characters(categories=["L"])))
def test_an_ordinary_word_is_left_alone(text: str) -> None:
    assert safe_cell(text) == text


@pytest.mark.parametrize("number", [-3, 0, 7, -0.5, 36.55, None])
def test_a_number_stays_a_number(number: float | None) -> None:
    assert safe_cell(number) is number


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://example.org")', "+1", "-1+1", "@SUM(A1)", "\t=1", "  =1+1", "'=1"]
)
def test_what_a_spreadsheet_would_calculate_is_marked_as_text(text: str) -> None:
    assert safe_cell(text) == "'" + text
