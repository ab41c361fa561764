import itertools
from dataclasses import replace
from datetime import date

import plotly.graph_objects as go
import pytest

from journal.analysis.bids import bid_overview
from journal.charts.bids import MADE_NAME, RECEIVED_NAME, SIDES, side_look
from journal.charts.bids_rows_words import bids_by_group_chart, starts_chart
from journal.charts.bids_words import INVITATION, bids_chart
from journal.charts.chart import Chart, Shade
from journal.charts.theme import look
from journal.cycle.reading import CycleReading
from journal.domain.moments import Author, BidResponse, Initiator, Moment, WithWhom
from journal.domain.ranges import DateRange, days_after
from journal.domain.ratings import RATINGS
from journal.domain.stages import Stage, StageDeclaration
from tests.builders import on
from tests.cycle_builders import TODAY, cycles_before, reading_of
from tests.in_memory_journal import InMemoryJournal

TOWARD, AWAY, AGAINST = BidResponse
SELF, PARTNER, BOTH = Initiator
SPAN = DateRange.last_days(92, TODAY)


def noted(
    count: int,
    by: Initiator | None = None,
    response: BidResponse | None = None,
    *,
    day: str = "2026-11-02",
    phone: bool | None = None,
    author: Author = Author.OWNER,
) -> list[Moment]:
    made = Moment(on(day), "smile", initiator=by, response=response, phone_in_way=phone)
    said = (made.initiator, made.response, made.phone_in_way)
    return [
        Moment(
            made.date,
            "smile",
            f"{day}-{author}-{said}-{place}",
            initiator=by,
            response=response,
            phone_in_way=phone,
            author=author,
        )
        for place in range(count)
    ]


def charts(
    *moments: list[Moment],
    reading: CycleReading | None = None,
    stages: tuple[StageDeclaration, ...] = (),
    span: DateRange = SPAN,
) -> tuple[Chart, Chart, Chart]:
    kept = list(itertools.chain.from_iterable(moments))
    journal = InMemoryJournal((), kept, kept_stages=stages)
    result = bid_overview(journal, span, reading, TODAY)
    return bids_chart(result), bids_by_group_chart(result), starts_chart(result)


def two_weeks() -> list[list[Moment]]:
    return [
        noted(4, SELF, TOWARD),
        noted(1, SELF, AWAY),
        noted(5, PARTNER, TOWARD),
        noted(6, SELF, TOWARD, day="2026-11-09"),
        noted(2, PARTNER, TOWARD, day="2026-11-09"),
        noted(3, SELF, day="2026-11-09"),
    ]


def dots(figure: go.Figure, name: str) -> go.Scatter:
    (trace,) = (one for one in figure.data if one.name == name and one.mode == "markers")
    return trace


def texts(figure: go.Figure) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def test_the_sentence_gives_each_share_with_its_n_and_interval() -> None:
    over_time, _, _ = charts(*two_weeks())
    assert over_time.sentence.startswith(
        "Bids you made that were turned toward: 10 of 11, 91 % (62 to 98 %); 1 turned away. "
        "Bids made to you that you turned toward: 7 of 7, 100 % (65 to 100 %). "
        "3 more bids say nothing of how it was met and count for neither."
    )
    assert over_time.subtitle == "23 August to 22 November 2026 · 21 bids, 18 with how it was met"


def test_a_dot_has_its_interval_and_too_few_answers_have_no_dot() -> None:
    figure = charts(*two_weeks())[0].figure(Shade.LIGHT)
    made, received = dots(figure, MADE_NAME), dots(figure, RECEIVED_NAME)
    assert made.y == (80.0, 100.0)
    assert received.y == (100.0, None)
    assert made.error_y.arrayminus[0] == pytest.approx(80 - 37.6, abs=0.1)
    assert received.error_y.array[1] is None
    assert "4 of 5: 80 % (38 to 96 %)" in made.text[0]


def test_the_table_has_the_counts_of_every_step_and_a_share_of_those_with_enough() -> None:
    table = charts(*two_weeks())[0].table
    assert table.columns[:3] == (
        "Week from",
        "Bids you made, turned toward",
        "Bids you made, answers noted",
    )
    assert table.rows == (
        ("2026-11-02", 4, 5, 80, 38, 96, 5, 5, 100, 57, 100),
        ("2026-11-09", 6, 6, 100, 61, 100, 2, 2, None, None, None),
    )


def test_where_no_step_can_be_compared_the_whole_span_is_drawn() -> None:
    chart = charts(noted(6, SELF, TOWARD), noted(2, PARTNER, AWAY))[0]
    assert not chart.empty
    assert texts(chart.figure(Shade.LIGHT)) == ["Turned toward, in all", "6 of 6", "0 of 2"]


def test_below_the_fewest_answers_there_is_no_per_cent_anywhere() -> None:
    chart = charts(noted(4, SELF, TOWARD))[0]
    assert chart.empty
    assert "%" not in chart.sentence
    assert "4 of 4" in chart.sentence


def test_the_empty_state_invites() -> None:
    assert [chart.empty for chart in charts()] == [True] * 3
    assert (
        charts()[0].sentence
        == INVITATION
        == (
            "Say on a moment how it was met, and you will see here how often you turn toward each "
            "other."
        )
    )
    assert "who started it, too" in charts(noted(9, None, TOWARD))[0].sentence


def test_a_phase_is_a_dot_with_its_interval_and_its_counts() -> None:
    reading = reading_of(*cycles_before(on("2026-11-10"), 28, 28))
    moments = [noted(5, SELF, TOWARD, day="2026-10-14"), noted(3, SELF, AWAY, day="2026-11-08")]
    chart = charts(*moments, reading=reading)[1]
    figure = chart.figure(Shade.LIGHT)
    assert texts(figure)[:2] == ["Menstrual days", "Premenstrual days"]
    assert {"5 of 5", "0 of 3"} <= set(texts(figure))
    assert dots(figure, MADE_NAME).x == (100.0, None)
    assert "bar" not in {trace.type for trace in figure.data}
    assert chart.table.rows[1] == ("Premenstrual days", 0, 3, None, None, None, 0, 0, *[None] * 3)


def test_a_difference_between_phases_is_no_finding() -> None:
    reading = reading_of(*cycles_before(on("2026-11-10"), 28, 28))
    said = charts(noted(5, SELF, TOWARD, day="2026-10-14"), reading=reading)[1].sentence
    assert "Bids you made, turned toward: menstrual days 5 of 5 (100 %)." in said
    assert said.endswith("This counts what you noted, and is no finding about your cycle.")


def test_without_cycles_her_stages_make_the_rows() -> None:
    stages = (StageDeclaration(on("2026-01-01"), Stage.LATE_POSTMENOPAUSE),)
    chart = charts(noted(6, PARTNER, TOWARD), stages=stages, reading=reading_of())[1]
    assert chart.title == "Turning toward by stage"
    assert texts(chart.figure(Shade.DARK))[0] == "Late postmenopause"


def test_who_starts_is_said_of_the_moments_that_say_it() -> None:
    chart = charts(noted(6, SELF), noted(3, PARTNER), noted(1, BOTH), noted(4))[2]
    assert chart.sentence.startswith(
        "Who started: you 6 of 10, 60 % (31 to 83 %); your partner 3 of 10, 30 % (11 to 60 %); "
        "both of you 1 of 10, 10 % (2 to 40 %)."
    )
    assert "4 moments of yours do not say who started." in chart.sentence


def test_a_phone_that_was_only_ever_noted_when_in_the_way_has_no_share() -> None:
    chart = charts(noted(6, SELF, phone=True))[2]
    assert "A phone was in the way" not in texts(chart.figure(Shade.LIGHT))
    assert "A phone was in the way of 6 moments; that none was is never noted" in chart.sentence
    alone = charts(noted(6, phone=True))[2]
    assert alone.empty
    assert "A phone was in the way of 6 moments" in alone.sentence


def test_what_the_partner_noted_stands_beside_and_is_not_added_up() -> None:
    chart = charts(noted(6, SELF), noted(5, PARTNER, author=Author.PARTNER))[2]
    names = {trace.name for trace in chart.figure(Shade.LIGHT).data}
    assert {"Noted by you", "Noted by your partner"} <= names
    assert "Your partner noted 5 moments; they stand beside yours" in chart.sentence
    assert ("Noted by you", "You started", 6, 6, 100, 61, 100) in chart.table.rows
    assert (
        "Noted by your partner", "Your partner started", 5, 5, 100, 57, 100
    ) in chart.table.rows  # fmt: skip


@pytest.mark.parametrize("shade", list(Shade))
def test_the_sides_are_told_apart_by_shape_and_dash_and_take_no_rating_s_colour(
    shade: Shade,
) -> None:
    looks = [side_look(side, shade) for side in SIDES]
    assert len({item.symbol for item in looks}) == len({item.dash for item in looks}) == len(SIDES)
    assert not {item.colour for item in looks} & {look(code, shade).colour for code in RATINGS}


def _day(place: int) -> date:
    return days_after(TODAY, -30 * place)


@pytest.mark.parametrize("shade", list(Shade))
def test_forty_years_are_few_plain_points(shade: Shade) -> None:
    span = DateRange.last_days(14_610, TODAY)
    moments = [noted(6, SELF, TOWARD, day=_day(place).isoformat()) for place in range(480)]
    figure = charts(*moments, span=span)[0].figure(shade)
    assert {trace.type for trace in figure.data} == {"scatter"}
    assert max(len(trace.x) for trace in figure.data) <= 41
    assert '"bdata"' not in figure.to_json()


def test_bids_with_others_are_said_not_to_be_counted_with_and_without_a_picture() -> None:
    others = [replace(moment, with_whom=WithWhom.CHILD) for moment in noted(3, SELF, TOWARD)]
    for moments in ([others], [others, *two_weeks()]):
        chart, _, _ = charts(*moments)
        assert "3 moments with others or on your own are not counted here." in chart.sentence
    assert "on your own" not in charts(*two_weeks())[0].sentence
