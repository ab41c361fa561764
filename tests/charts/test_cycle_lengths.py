from dataclasses import replace

import pytest

from journal.charts.chart import Chart, Shade
from journal.charts.cycle_lengths_words import cycle_lengths_chart
from journal.cycle.cycles import Cycle, CycleEnd
from journal.cycle.ovulation import OvulationSign
from journal.cycle.reading import CycleReading, ReadCycle
from journal.cycle.stage_evidence import Criterion, CriterionKind, Finding
from journal.domain.ranges import DateRange
from tests.cycle_builders import (
    TODAY,
    closed_cycle,
    cycles_before,
    days,
    open_cycle,
    reading_of,
    regular_reading,
)

ONSET = TODAY - days(20)


def _reading(*lengths: int, criteria: tuple[Criterion, ...] = ()) -> CycleReading:
    cycles = cycles_before(ONSET, *lengths, sign=None)
    return reading_of(*cycles, open_cycle(ONSET, 29), criteria=criteria)


def _names(chart: Chart) -> set[str]:
    return {trace.name for trace in chart.figure(Shade.LIGHT).data}


def _line(chart: Chart) -> object:
    (line,) = (
        trace
        for trace in chart.figure(Shade.LIGHT).data
        if trace.name == "Cycle" and trace.mode == "lines+markers"
    )
    return line


def _split() -> CycleReading:
    """Make five cycles, one that a pregnancy ended, then two and the open one."""
    before = cycles_before(TODAY - days(700), 28, 29, 30, 28, 29)
    onset = before[-1].cycle.end
    assert onset is not None
    ended = closed_cycle(onset, 20)
    cut = replace(ended, cycle=Cycle(onset, onset + days(20), CycleEnd.CONTEXT))
    return reading_of(*before, cut, *cycles_before(ONSET, 34, 29), open_cycle(ONSET, 29))


def test_the_sentence_has_the_n_the_spread_and_the_median() -> None:
    chart = cycle_lengths_chart(regular_reading(23))
    assert chart.subtitle == "10 May to 22 November 2026 · 6 closed cycles"
    assert chart.sentence == (
        "6 closed cycles, from 27 to 31 days long. Their median is 29 days. "
        "None of 5 cycles that can be compared differs by seven days or more from the one "
        "before. None is sixty days or longer. "
        "The cycle that began on 31 October 2026 is going on; today is day 23."
    )


def test_two_cycles_have_no_median() -> None:
    chart = cycle_lengths_chart(_reading(27, 29))
    assert "A median needs 3 closed cycles." in chart.sentence
    assert "Median" not in _names(chart)
    assert "Median" in _names(cycle_lengths_chart(_reading(27, 29, 28)))


def test_seven_days_and_sixty_days_have_marks_of_their_own() -> None:
    chart = cycle_lengths_chart(_reading(28, 34, 35, 28, 59, 60))
    assert _line(chart).marker.symbol == (
        *("circle", "circle", "circle", "square", "square", "triangle-up"),
    )
    assert {"Cycle", "7 days differ", "60 days or more", "60 days"} <= _names(chart)
    assert "2 of 5 cycles that can be compared differ by seven days or more" in (
        cycle_lengths_chart(_reading(28, 34, 35, 28, 58, 60)).sentence
    )
    assert "1 is sixty days or longer." in chart.sentence


def test_no_two_marks_of_the_legend_are_told_apart_by_colour_alone() -> None:
    known = cycles_before(ONSET, 28, 36, 60, sign=OvulationSign.LH_TEST)
    estimated = cycles_before(known[0].cycle.onset, 28)
    figure = cycle_lengths_chart(reading_of(*estimated, *known, open_cycle(ONSET, 29))).figure(
        Shade.LIGHT
    )
    symbols = [
        trace.marker.symbol
        for trace in figure.data
        if trace.showlegend is not False and trace.mode == "markers"
    ]
    assert len(symbols) == 6
    assert len(symbols) == len(set(symbols))


def test_both_lengths_of_a_difference_are_under_the_finger() -> None:
    text = _line(cycle_lengths_chart(_reading(28, 36))).text
    assert text[1].endswith("36 days; the one before 28 days")
    assert text[0].endswith("<br>28 days")


def test_the_differences_that_make_the_criterion_met_are_joined() -> None:
    cycles = cycles_before(ONSET, 28, 36, 29, 28, 40, sign=None)
    spans = tuple(
        DateRange(cycles[place].cycle.onset, cycles[place].cycle.end or TODAY) for place in (1, 4)
    )
    met = Criterion(CriterionKind.SEVEN_DAY_DIFFERENCE, Finding.MET, spans, ((28, 36), (28, 40)))
    chart = cycle_lengths_chart(_reading(28, 36, 29, 28, 40, criteria=(met,)))
    (joined,) = (
        trace for trace in chart.figure(Shade.LIGHT).data if trace.name == "Repeated difference"
    )
    assert list(joined.x) == [span.start for span in spans]
    assert list(joined.y) == [36, 40]
    assert joined.mode == "lines+markers"
    assert "Ringed: differences that came back within ten cycles." in chart.sentence
    assert chart.table.rows[1][4] == "seven days or more; persistent difference"


def test_many_repeated_differences_are_ringed_and_not_joined() -> None:
    cycles = cycles_before(ONSET, 28, 36, 28, 36, 28, sign=None)
    spans = tuple(DateRange(read.cycle.onset, read.cycle.onset + days(28)) for read in cycles[1:])
    met = Criterion(CriterionKind.SEVEN_DAY_DIFFERENCE, Finding.MET, spans)
    figure = cycle_lengths_chart(_reading(28, 36, 28, 36, 28, criteria=(met,))).figure(Shade.DARK)
    (rings,) = (trace for trace in figure.data if trace.name == "Repeated difference")
    assert (rings.mode, len(rings.x)) == ("markers", 4)


def test_a_criterion_that_is_not_met_joins_nothing() -> None:
    span = DateRange(ONSET - days(30), ONSET)
    not_met = Criterion(CriterionKind.SEVEN_DAY_DIFFERENCE, Finding.NOT_MET, (span,))
    chart = cycle_lengths_chart(_reading(28, 40, 30, criteria=(not_met,)))
    assert "Repeated difference" not in _names(chart)


def test_a_length_far_above_the_others_lies_on_the_edge_with_its_number() -> None:
    chart = cycle_lengths_chart(_reading(28, 30, 400))
    assert list(_line(chart).y) == [28, 30, 120]
    figure = chart.figure(Shade.LIGHT)
    assert "400" in [note.text for note in figure.layout.annotations]
    assert figure.layout.yaxis.range[1] < 150
    assert "Those over 120 days lie on the upper edge." in chart.sentence
    assert chart.table.rows[2][1] == 400


def test_the_line_breaks_where_the_record_is_split() -> None:
    chart = cycle_lengths_chart(_split())
    assert list(_line(chart).y) == [28, 29, 30, 28, 29, None, 34, 29]
    assert _line(chart).connectgaps is False
    assert "No cycles to read" in _names(chart)
    assert (
        "The line breaks over 1 grey stretch, where your record shows no cycles" in chart.sentence
    )


def test_lengths_on_both_sides_of_a_split_are_not_compared() -> None:
    rows = cycle_lengths_chart(_split()).table.rows
    assert [row[2] for row in rows] == [None, 28, 29, 30, 28, None, 34, None]


def test_the_open_cycle_is_hollow_and_has_no_length() -> None:
    chart = cycle_lengths_chart(_reading(28, 29, 30))
    (mark,) = (
        trace for trace in chart.figure(Shade.LIGHT).data if trace.name == "This cycle so far"
    )
    assert (mark.marker.symbol, list(mark.y)) == ("circle-open", [21])
    assert chart.table.rows[-1] == (
        *(ONSET.isoformat(), None, None, None, "going on, day 21", None, None, None),
    )


def test_ovulation_and_bleeding_have_strips_where_they_are_known() -> None:
    known = cycles_before(ONSET, 28, 29, sign=OvulationSign.LH_TEST)
    estimated = cycles_before(known[0].cycle.onset, 28)
    chart = cycle_lengths_chart(reading_of(*estimated, *known))
    assert {"Ovulation, observed", "Ovulation, estimated", "Bleeding"} <= _names(chart)
    assert not {"Ovulation, observed", "Ovulation, estimated"} & _names(
        cycle_lengths_chart(_reading(28, 29))
    )
    assert [row[6:] for row in chart.table.rows] == [
        *((14 + 1, "estimated"), (15, "observed"), (16, "observed")),
    ]


@pytest.mark.parametrize(
    ("reading", "sentence"),
    [
        (reading_of(), "in your record none has begun."),
        (reading_of(open_cycle(ONSET, 29)), "in your record one has begun."),
    ],
)
def test_without_a_closed_cycle_the_chart_says_what_is_missing(
    reading: CycleReading, sentence: str
) -> None:
    chart = cycle_lengths_chart(reading)
    assert chart.empty
    assert chart.sentence.endswith(sentence)


def test_forty_years_stay_within_what_a_phone_can_draw() -> None:
    lengths = [24 + place % 11 for place in range(520)]
    cycles: list[ReadCycle] = cycles_before(ONSET, *lengths)
    figure = cycle_lengths_chart(reading_of(*cycles)).figure(Shade.DARK)
    assert sum(len(trace.x) for trace in figure.data) <= 1_600
    assert {trace.type for trace in figure.data} == {"scatter", "bar"}
    assert '"bdata"' not in figure.to_json()
