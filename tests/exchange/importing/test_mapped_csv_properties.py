"""Any table under any mapping is read, or refused in a sentence; nothing else can happen."""

import csv
import io
from contextlib import suppress
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.csv_mapping import ColumnUse, CsvMapping, DateOrder, Holds
from journal.domain.day_fields import validated_field
from journal.exchange.importing.errors import FileEmpty, FileUnreadable
from journal.exchange.importing.mapped_csv import read_mapped
from journal.exchange.importing.mapped_csv_dates import certain_order, day_in
from journal.exchange.importing.mapped_csv_seen import is_table, table_seen
from journal.exchange.importing.parsed import Parsed
from journal.exchange.importing.upload import Upload
from tests.strategies import LETTERS, column_uses

COLUMNS = ("day", "a", "b")
CELLS = (
    st.dates().map(str)
    | st.from_regex(r"\A\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\Z")
    | st.integers(-3, 120).map(str)
    | st.floats(-5, 5).map("{:.2f}".format)
    | st.sampled_from(["", "yes", "light", "7:30", "36,6", "x"])
    | st.text(LETTERS, max_size=12)
)
FIXTURE = b'day;a;b\n05/03/2026;3;light\n13/03/2026;"4,5";"two\nlines"\n14/03/2026 21:30;x;\n'


@st.composite
def mappings(draw: st.DrawFn) -> CsvMapping:
    """Any meaning of the three columns, the first one always the day."""
    mapping = CsvMapping("Any", COLUMNS, {"day": ColumnUse(Holds.DATE)})
    for column in COLUMNS[1:]:
        use = draw(column_uses())
        known = {
            "light": "light",
            "x": "mild",
            "yes": "yes",
            "3": draw(st.sampled_from(["5", "?"])),
        }
        if use.holds is not Holds.DATE:
            mapping = mapping.with_use(column, replace(use, words={**use.words, **known}))
    return replace(mapping, date_order=draw(st.sampled_from(DateOrder)))


def sound(parsed: Parsed) -> bool:
    """Say whether the journal keeps every value as it is."""
    return all(
        validated_field(name, value) == value
        for fields in parsed.days.values()
        for name, value in fields.items()
    )


@settings(max_examples=40)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5), mappings())
def test_any_table_under_any_mapping_is_read_soundly_or_refused_in_a_sentence(
    rows: list[tuple[str, str, str]], mapping: CsvMapping
) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([COLUMNS, *rows])
    with suppress(FileUnreadable):
        assert sound(read_mapped(Upload("any", text.getvalue().encode()), mapping))


@settings(max_examples=35)
@given(st.data())
def test_a_table_with_a_few_bytes_changed_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(FIXTURE)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    with suppress(FileUnreadable):
        upload = Upload("any", bytes(content))
        if is_table(upload):
            table_seen(upload)
        assert sound(read_mapped(upload, data.draw(mappings())))


@given(st.binary(max_size=200))
def test_looking_at_any_bytes_raises_nothing(content: bytes) -> None:
    with suppress(FileEmpty):
        assert is_table(Upload("any", content)) in {True, False}


@given(st.lists(CELLS, min_size=1, max_size=6))
def test_an_order_is_only_certain_where_no_other_reads_the_dates_differently(
    cells: list[str],
) -> None:
    certain = certain_order(cells)
    readings = [[day_in(cell, order) for cell in cells] for order in DateOrder]
    possible = [days for days in readings if all(days)]
    if len({tuple(map(str, days)) for days in possible}) > 1:
        assert certain is None
    if certain is not None:
        assert possible[0] == [day_in(cell, certain) for cell in cells]
