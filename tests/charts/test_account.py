from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.analysis.account import account
from journal.charts.account_lanes import MOST_ROWS, rows_of_names
from journal.charts.account_words import account_chart, band_lines
from journal.charts.chart import Chart, Shade
from journal.connection.account_bands import Band, BandKind
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Day, Partner
from journal.domain.moments import Author, BidResponse, Moment, WithWhom
from journal.domain.ranges import DateRange
from tests.builders import on
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-11-22")
MONTH = DateRange(on("2026-10-24"), on("2026-11-23"))
LETTER_PX = 6.4
PLOT_PX = 288


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def _moments(*ago: int, **more: object) -> list[Moment]:
    return [Moment(_ago(days), "smile", **more) for days in ago]  # type: ignore[arg-type]  # the test's business


def _event(name: str, start: int, last: int | None = None) -> Context:
    return Context(ContextKind.EVENT, _ago(start), None if last is None else _ago(last - 1), name)


def _chart(
    moments: list[Moment],
    *contexts: Context,
    days: list[Day] | None = None,
    range_: DateRange = MONTH,
) -> Chart:
    return account_chart(account(InMemoryJournal(days or [], moments, contexts), range_, TODAY))


def _apart(*ago: int) -> list[Day]:
    return [Day(_ago(days), partner=Partner.APART) for days in ago]


def _traces(chart: Chart) -> dict[str, object]:
    return {trace.name: trace for trace in chart.figure(Shade.LIGHT).data}


def _notes(chart: Chart) -> list[str]:
    return [note.text for note in chart.figure(Shade.LIGHT).layout.annotations]


def test_the_sentence_has_the_balance_today_and_what_it_was_when_something_began() -> None:
    chart = _chart(
        [*_moments(13, 13, 13), *_moments(13, response=BidResponse.TURNED_TOWARD)],
        _event("A quarrel", 8, 6),
    )
    assert chart.sentence == (
        "Your balance stands at 0.2 today. "
        "It was 1.6 when “A quarrel” began on 14 November and 0.8 on its last day, 16 November. "
        "It fades by half every 3 days, as set. "
        "4 moments noted on 1 day of 30; how it was met is noted for 1."
    )
    assert chart.subtitle == "24 October to 22 November 2026 · 4 moments"


def test_a_past_span_says_where_it_stood() -> None:
    chart = _chart(_moments(20), range_=DateRange(_ago(29), _ago(19)))
    assert chart.sentence.startswith("Your balance stood at 1.0 on 2 November 2026.")


def test_only_the_three_newest_are_in_the_sentence_and_all_in_the_lines() -> None:
    journal = InMemoryJournal(
        [], _moments(*range(30)), [_event(f"No {n}", 25 - 4 * n, 24 - 4 * n) for n in range(5)]
    )
    result = account(journal, MONTH, TODAY)
    said = account_chart(result).sentence
    assert [f"“No {n}”" in said for n in range(5)] == [False, False, True, True, True]
    lines = band_lines(result)
    assert [f"“No {n}”" for n in (4, 3, 2, 1, 0)] == [line.split(" when ")[1][:6] for line in lines]


def test_stress_is_in_the_lines_and_not_in_the_sentence() -> None:
    days = [Day(_ago(6), stress=8), Day(_ago(5), stress=9)]
    result = account(InMemoryJournal(days, _moments(9)), MONTH, TODAY)
    assert "stress" not in account_chart(result).sentence
    (line,) = band_lines(result)
    assert line == (
        "It was 0.6 when a stretch of high stress began on 16 November and 0.4 on its last day, "
        "17 November."
    )


def test_what_began_before_any_moment_has_no_balance_that_is_said() -> None:
    result = account(InMemoryJournal([], _moments(2), [_event("A move", 9, 8)]), MONTH, TODAY)
    assert "A move" not in account_chart(result).sentence
    assert band_lines(result) == ["No balance is known from before “A move” began on 13 November."]


def test_one_day_and_what_goes_on_are_said_as_such() -> None:
    result = account(
        InMemoryJournal([], _moments(10), [_event("A visit", 9, 9), _event("A move", 4)]),
        MONTH,
        TODAY,
    )
    assert band_lines(result) == [
        "It was 0.3 when “A move” began on 18 November.",
        "It was 1.0 when “A visit” began on 13 November and 0.8 at the end of that day.",
    ]


def test_moments_of_the_partner_stand_beside_the_whole() -> None:
    chart = _chart([*_moments(3, 2), *_moments(2, 2, author=Author.PARTNER)])
    assert chart.sentence.endswith("Your partner noted 2 of them.")
    place = chart.table.columns.index("Noted by your partner")
    assert [row[place] for row in chart.table.rows] == [0, 2, 0, 0]


def test_a_span_without_moments_says_that_it_only_fades() -> None:
    assert "No moment was noted in this time, so it only fades." in _chart(_moments(40)).sentence


def test_the_table_has_the_numbers_of_the_picture() -> None:
    chart = _chart(
        [*_moments(2, 2), *_moments(1, response=BidResponse.TURNED_AWAY)],
        _event("New job", 1),
        days=_apart(0),
    )
    assert chart.table.columns == (
        *("Date", "Balance", "Put in", "Taken out", "Moments", "Noted by your partner"),
        *("Time apart", "Going on"),
    )
    assert chart.table.rows == (
        ("2026-11-20", 2.0, 2.0, 0.0, 2, 0, None, None),
        ("2026-11-21", 0.59, 0.0, 1.0, 1, 0, None, "New job"),
        ("2026-11-22", 0.47, 0.0, 0.0, 0, 0, "yes", "New job"),
    )
    line = _traces(chart)["Balance"]
    assert [row[1] for row in chart.table.rows] == [round(y, 2) for y in line.y]  # type: ignore[attr-defined]  # plotly has no types


def test_what_goes_in_points_up_and_what_goes_out_points_down() -> None:
    traces = _traces(_chart([*_moments(2, 2), *_moments(1, response=BidResponse.TURNED_AGAINST)]))
    assert list(traces["Put in"].y) == [2.0]  # type: ignore[attr-defined]  # plotly has no types
    assert list(traces["Taken out"].y) == [-2.0]  # type: ignore[attr-defined]  # as above


def test_each_kind_of_band_has_a_lane_with_its_name() -> None:
    days = [*_apart(20, 19), Day(_ago(6), stress=8), Day(_ago(5), stress=9)]
    chart = _chart(_moments(20, 9), _event("New job", 12, 2), days=days)
    assert _notes(chart)[:5] == [
        "Balance at the end of each day",
        "Put in each day, at most 1",
        "Time apart",
        "What you noted",
        "High stress",
    ]
    assert "New job" in _notes(chart)


def test_kinds_of_band_are_told_apart_without_colour() -> None:
    days = [*_apart(20, 19), Day(_ago(6), stress=8), Day(_ago(5), stress=9)]
    traces = _traces(_chart(_moments(9), _event("New job", 12, 2), days=days))
    for suffix in ("", ", behind"):
        shapes = {
            name: traces[f"{name}{suffix}"].fillpattern.shape  # type: ignore[attr-defined]  # plotly has no types
            for name in ("Time apart", "What you noted", "High stress")
        }
        assert shapes == {"Time apart": "/", "What you noted": None, "High stress": "."}


def test_a_band_that_covers_everything_is_not_drawn_behind_the_line() -> None:
    traces = _traces(_chart(_moments(9), _event("New job", 200)))
    assert "What you noted" in traces
    assert "What you noted, behind" not in traces


def test_the_balance_a_band_met_is_ringed_and_written() -> None:
    chart = _chart(_moments(9, 9), _event("New job", 8, 2))
    ring = _traces(chart)["The day before"]
    assert list(zip(ring.x, ring.y, strict=True)) == [("2026-11-13", 2.0)]  # type: ignore[attr-defined]  # plotly has no types
    assert "2.0" in _notes(chart)


def test_two_numbers_on_the_line_never_meet() -> None:
    chart = _chart(_moments(*range(30)), _event("One", 8, 7), _event("Other", 7, 6))
    numbers = [note for note in _notes(chart) if note[0].isdigit()]
    assert len(numbers) == 1


def test_what_she_wrote_cannot_become_markup() -> None:
    figure = _chart(_moments(9), _event("<b>move</b>", 8, 2)).figure(Shade.LIGHT)
    words = [note.text for note in figure.layout.annotations]
    words += [text for trace in figure.data for text in (trace.text or ())]
    assert any("&lt;b&gt;move" in text for text in words)
    assert not any("<b>move" in text for text in words)


def test_a_point_says_its_day_to_a_finger() -> None:
    chart = _chart(
        [*_moments(2), *_moments(2, author=Author.PARTNER, response=BidResponse.TURNED_AWAY)],
        days=_apart(2),
    )
    assert _traces(chart)["Balance"].text[0] == (  # type: ignore[attr-defined]  # plotly has no types
        "<b>Friday 20 November 2026</b><br>Balance 0.0<br>2 moments, 1 noted by your partner"
        "<br>Put in 1, taken out 1<br>Time apart"
    )


def test_without_moments_the_chart_invites() -> None:
    chart = _chart([])
    assert chart.empty
    assert chart.sentence.startswith("Note a moment, and the line of your account begins with it.")


@pytest.mark.parametrize("shade", list(Shade))
def test_forty_years_are_few_points_and_plain_lists(shade: Shade) -> None:
    days = 14_610
    moments = _moments(*range(0, days, 30))
    contexts = [_event(f"Event {n}", 300 * n + 20, 300 * n + 1) for n in range(40)]
    chart = _chart(moments, *contexts, range_=DateRange.last_days(days, TODAY))
    figure = chart.figure(shade)
    assert max(len(trace.x) for trace in figure.data) <= 400
    assert '"bdata"' not in figure.to_json()
    assert "Over so long a time a point is the balance at the end of a quarter." in chart.sentence
    assert "had no room for a name in the picture" in chart.sentence
    assert chart.table.columns[0] == "Quarter from"
    month = _chart(moments, range_=DateRange.last_days(1_000, TODAY)).figure(shade)
    assert any("<b>January 2026</b>" in text for trace in month.data for text in trace.text or ())


@st.composite
def _bands(draw: st.DrawFn) -> list[Band]:
    found = []
    for _ in range(draw(st.integers(0, 12))):
        start = _ago(draw(st.integers(0, 60)))
        end = start + timedelta(days=draw(st.integers(1, 40)))
        if end > MONTH.start:
            name = draw(st.text(st.characters(codec="ascii", categories=["L"]), min_size=1))
            found.append(Band(BandKind.NOTED, name, DateRange(start, min(end, MONTH.end))))
    return found


@given(_bands())
def test_names_never_run_into_one_another_or_out_of_a_narrow_screen(bands: list[Band]) -> None:
    places = rows_of_names(bands, MONTH)
    taken = []
    for one in places:
        width = len(one.name) * LETTER_PX
        start = max((one.band.range_.start - MONTH.start).days, 0) / len(MONTH) * PLOT_PX
        end = (one.band.range_.end - MONTH.start).days / len(MONTH) * PLOT_PX
        first = end - width if one.right else start
        assert first >= 0
        assert first + width <= PLOT_PX + 1e-9
        taken.append((one.row, first, first + width))
    for (row, first, last), (other_row, other_first, other_last) in combinations(taken, 2):
        assert row != other_row or last <= other_first or other_last <= first
    assert all(0 <= one.row < MOST_ROWS for one in places)


@given(_bands())
def test_a_name_is_left_out_only_where_every_row_is_taken(bands: list[Band]) -> None:
    kept = rows_of_names(bands, MONTH)
    assert len(bands) - len(kept) == 0 or {one.row for one in kept} == set(range(MOST_ROWS))


def test_a_long_name_is_cut_in_the_picture_and_whole_in_the_table() -> None:
    name = "We moved to the sea and everything was different for a long time"
    chart = _chart(_moments(9), _event(name, 15, 14))
    (cut,) = [note for note in _notes(chart) if note.startswith("We moved")]
    assert cut.endswith("…")
    assert len(cut) * LETTER_PX <= PLOT_PX / 2 + 10
    assert name in [row[-1] for row in _chart(_moments(20), _event(name, 15, 14)).table.rows]


def test_moments_with_others_are_said_not_to_be_counted_with_and_without_a_line() -> None:
    others = _moments(4, 2, with_whom=WithWhom.CHILD)
    said = "2 moments with others or on your own are not counted here."
    for chart in (_chart([*others, *_moments(1)]), _chart(others)):
        assert said in chart.sentence
    assert "on your own" not in _chart(_moments(1)).sentence
