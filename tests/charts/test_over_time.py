import json
import tomllib
from datetime import timedelta
from pathlib import Path

import pytest

from journal.analysis.over_time import over_time
from journal.charts.chart import Chart, Shade
from journal.charts.over_time_words import over_time_chart
from journal.charts.theme import PALETTES, faint, look
from journal.cycle.ovulation import OvulationSign
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Bleeding, Day
from journal.domain.moments import Moment
from journal.domain.ranges import DateRange
from journal.domain.ratings import RATINGS
from tests.builders import bleeding_on, day, on, rated
from tests.cycle_builders import closed_cycle, open_cycle, reading_of
from tests.in_memory_journal import InMemoryJournal
from tests.plain_readings import plain_reading

CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"
MARCH = DateRange(on("2026-03-01"), on("2026-04-01"))
SPRING = DateRange(on("2026-03-01"), on("2026-05-01"))
TICK_LINES = 36  # pixels of a day and of its year below it
FORTY_YEARS = DateRange(on("1986-04-01"), on("2026-04-01"))


def _chart(
    *days: Day,
    codes: tuple[str, ...] = ("mood",),
    range_: DateRange = MARCH,
    moments: tuple[Moment, ...] = (),
    contexts: tuple[Context, ...] = (),
) -> Chart:
    journal = InMemoryJournal(days, moments, contexts)
    reading = plain_reading(journal, range_.last)
    return over_time_chart(over_time(journal, codes=codes, range_=range_, reading=reading))


def _names(chart: Chart) -> set[str]:
    return {trace.name for trace in chart.figure(Shade.LIGHT).data}


def _panels(chart: Chart) -> list[str]:
    return [note.text for note in chart.figure(Shade.LIGHT).layout.annotations]


def _luminance(colour: str) -> float:
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted([_luminance(one), _luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def test_what_is_in_the_record_is_in_the_figure() -> None:
    chart = _chart(
        *rated("2026-03-01", "mood", [5, 6, 7]),
        *bleeding_on("2026-03-10"),
        moments=(Moment(on("2026-03-02"), "hug"),),
        contexts=(Context(ContextKind.TIME_APART, on("2026-03-05"), on("2026-03-08")),),
    )
    assert {"Mood", "A cycle starts", "Bleeding", "Moments", "Time apart"} == _names(chart)
    assert (_panels(chart)) == [
        "Rating, 0 to 10",
        "Bleeding",
        "Moments a day, at most 1",
        "Contexts",
        "Time apart",
    ]


def test_what_is_not_in_the_record_takes_no_room() -> None:
    chart = _chart(*rated("2026-03-01", "mood", [5, 6, 7]))
    assert _names(chart) == {"Mood"}
    assert _panels(chart) == ["Rating, 0 to 10"]


def test_the_sentence_has_the_n_of_each_rating_and_says_how_the_line_is_drawn() -> None:
    chart = _chart(*rated("2026-03-01", "mood", [0, 6, 7]), codes=("mood", "desire"))
    assert chart.sentence.startswith(
        "Mood was rated on 3 days, from 0 to 7, median 6. Desire was not rated in this time. "
    )
    assert "at least 3 rated days within 7" in chart.sentence
    assert chart.subtitle == "1 to 31 March 2026 · 3 of 31 days rated"


def test_the_table_leaves_what_was_not_recorded_empty_and_keeps_zero() -> None:
    days = [day("2026-03-01", mood=0), day("2026-03-03", bleeding=Bleeding.SPOTTING)]
    table = _chart(*days).table  # spotting begins no cycle
    assert table.columns == ("Date", "Mood", "Mood, mean of 7 days", "Bleeding", "Moments")
    assert table.rows == (
        ("2026-03-01", 0, None, None, None),
        ("2026-03-03", None, None, "Spotting", None),
    )


def test_without_a_rated_day_the_chart_says_what_is_missing() -> None:
    chart = _chart(*bleeding_on("2026-03-10"), codes=("mood", "desire"))
    assert chart.empty
    assert chart.sentence.startswith("No mood or desire was rated from 1 to 31 March 2026.")
    assert _names(chart) >= {"Bleeding"}


def test_without_a_chosen_rating_the_chart_asks_for_one() -> None:
    chart = _chart(day("2026-03-01", mood=4), codes=())
    assert chart.empty
    assert chart.sentence == "Choose at least one rating to see it over time."


def test_one_rated_day_is_a_chart() -> None:
    chart = _chart(day("2026-03-01", mood=0))
    assert not chart.empty
    assert "Mood was rated on 1 day, always 0." in chart.sentence


def test_forty_years_are_gathered_and_the_chart_says_so() -> None:
    days = [Day(date_, mood=date_.day % 11, desire=date_.month % 11) for date_ in FORTY_YEARS]
    chart = _chart(*days, codes=("mood", "desire"), range_=FORTY_YEARS)
    assert "each point is the median of a quarter" in chart.sentence
    assert len(chart.table.rows) == 160
    assert all(len(trace.x or ()) <= 1_500 for trace in chart.figure(Shade.DARK).data)


def test_a_figure_carries_its_own_frame_and_plain_lists() -> None:
    chart = _chart(*rated("2026-03-01", "mood", [5, None, 7]), *bleeding_on("2026-03-10"))
    for shade in Shade:
        written = chart.figure(shade).to_json()
        layout = json.loads(written)["layout"]
        assert '"bdata"' not in written
        assert layout["dragmode"] is False if "dragmode" in layout else True
        assert layout["template"]["layout"]["dragmode"] is False
        assert layout["template"]["layout"]["font"]["color"] == PALETTES[shade].text
        assert "title" not in layout


def test_below_the_dates_every_line_of_a_narrow_legend_has_its_room() -> None:
    days = [Day(date_, mood=5, desire=4, connection=6) for date_ in SPRING]
    away = (Context(ContextKind.TIME_APART, SPRING.start, SPRING.start + timedelta(days=9)),)
    figures = [
        _chart(*days, codes=codes, range_=SPRING, contexts=contexts).figure(Shade.LIGHT)
        for codes in (("mood",), ("mood", "desire", "connection"))
        for contexts in ((), away)
    ]
    keys = [sum(trace.showlegend is not False for trace in figure.data) for figure in figures]
    rooms = [figure.layout.margin.b - TICK_LINES for figure in figures]
    assert keys == [1, 2, 3, 6]
    assert rooms == [33, 33, 54, 75]


def test_the_name_of_an_event_cannot_become_markup() -> None:
    named = Context(ContextKind.EVENT, on("2026-03-05"), name="<b>move</b> <a href='x'>")
    chart = _chart(day("2026-03-01", mood=5), contexts=(named,))
    drawn = json.loads(chart.figure(Shade.LIGHT).to_json())
    words = [note["text"] for note in drawn["layout"]["annotations"]]
    words += [trace["name"] for trace in drawn["data"]]
    assert not any("<b>" in text or "<a" in text for text in words)
    assert any("&lt;b&gt;move" in text for text in words)


def test_a_context_that_comes_back_keeps_to_one_lane() -> None:
    apart = tuple(
        Context(ContextKind.TIME_APART, on(f"2026-03-0{n}"), on(f"2026-03-0{n + 1}"))
        for n in (1, 4, 7)
    )
    chart = _chart(day("2026-03-01", mood=5), contexts=apart)
    assert _panels(chart).count("Time apart") == 1
    assert "Contexts: Time apart." in chart.sentence


@pytest.mark.parametrize("shade", list(Shade))
def test_no_two_ratings_share_a_colour_a_marker_or_a_dash(shade: Shade) -> None:
    looks = [look(code, shade) for code in RATINGS]
    for kind in ("colour", "symbol", "dash"):
        assert len(RATINGS) == len({getattr(item, kind) for item in looks})


@pytest.mark.parametrize("shade", list(Shade))
def test_every_colour_stands_out_from_its_ground(shade: Shade) -> None:
    palette = PALETTES[shade]
    marks = [*palette.categories, palette.bleeding, palette.moments, palette.accent]
    assert all(_contrast(mark, palette.background) >= 3 for mark in marks)
    words = [palette.text, palette.muted]
    assert all(_contrast(word, palette.background) >= 4.5 for word in words)


@pytest.mark.parametrize("shade", list(Shade))
def test_the_ten_colours_are_those_of_the_pages(shade: Shade) -> None:
    theme = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][shade.value]
    assert tuple(theme["chartCategoricalColors"]) == PALETTES[shade].categories
    assert theme["backgroundColor"] == PALETTES[shade].background


def test_a_faint_colour_keeps_its_hue() -> None:
    assert faint("#1f5d55", 0.5) == "rgba(31,93,85,0.5)"


def _phased(*signs: OvulationSign | None, range_: DateRange = SPRING) -> Chart:
    """Make a chart of cycles of twenty days each, from 1 March on, and of one that is open."""
    made = [
        closed_cycle(SPRING.start + timedelta(days=20 * place), 20, menses=2, sign=sign)
        for place, sign in enumerate(signs)
    ]
    reading = reading_of(
        *made, open_cycle(SPRING.start + timedelta(days=20 * len(signs)), 28), today=SPRING.last
    )
    journal = InMemoryJournal(rated("2026-03-01", "mood", [5, 6, 7]))
    return over_time_chart(over_time(journal, codes=["mood"], range_=range_, reading=reading))


def test_phases_lie_in_a_strip_under_the_ratings() -> None:
    chart = _phased(OvulationSign.LH_TEST)
    assert _panels(chart)[:2] == ["Rating, 0 to 10", "Phase, pale where estimated"]
    assert {"Menstrual days, observed", "Luteal phase, observed"} <= _names(chart)


def test_a_pointer_is_told_the_day_its_phase_and_the_basis() -> None:
    drawn = json.loads(_phased(OvulationSign.CALENDAR).figure(Shade.LIGHT).to_json())["data"]
    (pointed,) = (trace for trace in drawn if trace["name"] == "Phase")
    assert pointed["customdata"][0] == "Cycle day 1: menstrual days, observed"
    assert pointed["customdata"][8] == "Cycle day 9: luteal phase, estimated"
    assert pointed["customdata"][-1] == "Cycle day 41"


def test_an_estimated_phase_is_pale_with_a_dashed_edge() -> None:
    drawn = _phased(OvulationSign.CALENDAR, OvulationSign.LH_TEST).figure(Shade.LIGHT).data
    looks = {trace.name: (trace.line.dash, trace.fillpattern.bgcolor) for trace in drawn}
    observed, estimated = looks["Luteal phase, observed"], looks["Luteal phase, estimated"]
    assert observed[0] != estimated[0]
    assert observed[1] != estimated[1]


@pytest.mark.parametrize(
    ("signs", "words"),
    [
        ((OvulationSign.LH_TEST,), "Ovulation was observed in 1 cycle."),
        (
            (OvulationSign.LH_TEST, OvulationSign.CALENDAR),
            "Ovulation was observed in 1 cycle and estimated in 1 cycle.",
        ),
        ((None,), "No ovulation was observed or can be estimated in this time."),
    ],
)
def test_the_sentence_says_how_many_ovulations_were_observed_and_estimated(
    signs: tuple[OvulationSign | None, ...], words: str
) -> None:
    assert words in _phased(*signs).sentence


def test_the_table_has_cycle_day_and_phase_of_every_day_in_a_cycle() -> None:
    table = _phased(OvulationSign.CALENDAR).table
    assert table.columns[-2:] == ("Cycle day", "Phase")
    assert len(table.rows) == len(SPRING)
    assert table.rows[0][-2:] == (1, "Menstrual days, observed")
    assert table.rows[-1][-2:] == (41, None)


def test_where_there_is_no_cycle_there_is_no_strip() -> None:
    chart = _chart(*rated("2026-03-01", "mood", [5, 6, 7]))
    assert "Phase" not in " ".join([*_panels(chart), *chart.table.columns, chart.sentence])


def test_gathered_days_have_no_strip() -> None:
    chart = _phased(OvulationSign.CALENDAR, range_=FORTY_YEARS)
    assert "Phase, pale where estimated" not in _panels(chart)
    assert "Ovulation" not in chart.sentence
