"""One slip in a table takes its own row or value away, and nothing else; it is listed once."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.importing.app_files import drip, read

DATES = st.dates(date(2026, 1, 1), date(2026, 3, 31))
ROWS = st.fixed_dictionaries(
    {"bleeding.value": st.sampled_from(["", "0", "1", "3"])},
    optional={
        "desire.value": st.sampled_from(["0", "1", "2"]),
        "temperature.value": st.sampled_from(["36.5", "36.71"]),
        "mood.happy": st.sampled_from(["true", "false"]),
        "sex.solo": st.just("true"),
        "note.value": st.sampled_from(["a", "b"]),
    },
)
OF_THE_ROW = st.sampled_from(
    [
        ("bleeding.value", "9"),
        ("bleeding.exclude", "perhaps"),
        ("sex.solo", "2"),
        ("desire.value", "x"),
    ]
)


def table(days: dict[date, dict[str, str]]) -> bytes:
    """Return drip's table of some days."""
    return drip(*({"date": day.isoformat()} | row for day, row in days.items()))


@settings(max_examples=60)
@given(days=st.dictionaries(DATES, ROWS, min_size=2, max_size=5), slip=OF_THE_ROW, data=st.data())
def test_a_row_that_cannot_be_meant_goes_alone(
    days: dict[date, dict[str, str]], slip: tuple[str, str], data: st.DataObject
) -> None:
    day = data.draw(st.sampled_from(sorted(days)))
    others = {other: row for other, row in days.items() if other != day}
    slipped = read(table(days | {day: days[day] | dict([slip])}))
    alone = read(table(others))
    assert alone.days == slipped.days
    assert [item.id for item in alone.moments] == [item.id for item in slipped.moments]
    line = 2 + list(days).index(day)
    left = [item for item in slipped.not_carried if item not in alone.not_carried]
    assert [(f"All of line {line}", 1)] == [(item.what, item.count) for item in left]


@settings(max_examples=60)
@given(
    days=st.dictionaries(DATES, ROWS, min_size=1, max_size=5),
    text=st.sampled_from(["3650", "warm", "nan", "-1"]),
    data=st.data(),
)
def test_a_temperature_that_is_none_goes_alone(
    days: dict[date, dict[str, str]], text: str, data: st.DataObject
) -> None:
    day = data.draw(st.sampled_from(sorted(days)))
    without = days | {day: days[day] | {"temperature.value": ""}}
    slipped = read(table(days | {day: days[day] | {"temperature.value": text}}))
    clean = read(table(without))
    assert clean.days == slipped.days
    assert clean.moments == slipped.moments
    left = [item for item in slipped.not_carried if item not in clean.not_carried]
    line = 2 + list(days).index(day)
    assert [(f"One value of line {line}", 1)] == [(item.what, item.count) for item in left]
