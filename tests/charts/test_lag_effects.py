from journal.analysis.day_memory import DayEffect
from journal.analysis.day_memory_gate import Lack, LackKind
from journal.analysis.day_memory_mixture import StudentMixture
from journal.analysis.relations.answers import Contrast, NotYet
from journal.analysis.relations.lags import LagEffect, LagEffects
from journal.analysis.relations.questions import RelationQuestion
from journal.charts.chart import Shade
from journal.charts.lag_effects import AFTER_NAME, BEFORE_NAME, LagDot, lag_effects_figure
from journal.charts.lag_effects_words import HOW_TO_READ, UNTOLD, lag_effects_chart

DOTS = [LagDot(lag, 0.5, 0.1, 1.2, f"lag {lag}") for lag in (-1, 0, 1)]


def test_the_other_way_round_is_drawn_hollow_beside_it() -> None:
    figure = lag_effects_figure(DOTS, "Days", "Points", Shade.LIGHT)
    after, before = figure.data
    assert (after.name, after.x, after.marker.symbol) == (AFTER_NAME, (0, 1), "circle")
    assert (before.name, before.x, before.marker.symbol) == (BEFORE_NAME, (-1,), "square-open")
    assert after.error_y.array == (0.7, 0.7)
    assert after.error_y.arrayminus == (0.4, 0.4)


def test_the_distances_carry_their_sign_and_zero_is_in_the_middle() -> None:
    layout = lag_effects_figure(DOTS, "Days", "Points", Shade.DARK).layout
    assert layout.xaxis.ticktext == ("−1", "0", "+1")
    assert layout.yaxis.range[0] == -layout.yaxis.range[1]
    assert layout.yaxis.range[1] > 1.2


def test_one_direction_alone_has_one_kind_of_dot() -> None:
    figure = lag_effects_figure(DOTS[1:], "Days", "Points", Shade.LIGHT)
    assert [trace.name for trace in figure.data] == [AFTER_NAME]


def effects(*lags: tuple[int, float]) -> LagEffects:
    found = [
        LagEffect(lag, DayEffect(StudentMixture((1.0,), (size,), (0.1,), 200), 180))
        for lag, size in lags
    ]
    contrast = Contrast(3, 7)
    return LagEffects("mood", "stress", contrast, (*found, LagEffect(3, None)), 180)


def test_the_sentence_says_the_same_day_the_next_and_the_other_way_round() -> None:
    chart = lag_effects_chart(effects((-1, 0.01), (0, -1.0), (1, -0.5)), {})
    assert chart.sentence == (
        "Mood with stress of 7 rather than 3: the same day about one point lower (−1.3 to −0.7); "
        "1 day after about half a point lower (−0.8 to −0.2); 1 day before barely higher "
        f"(−0.3 to +0.3). {HOW_TO_READ}"
    )
    assert chart.title == "Days before and after: mood, stress"
    assert chart.subtitle == "Stress of 7 rather than 3 · 180 days"
    assert [row[0] for row in chart.table.rows] == [-1, 0, 1]
    assert chart.table.rows[1][-1] == "points of ten"


def test_where_nothing_can_be_told_it_says_so() -> None:
    assert lag_effects_chart(effects(), {}).sentence == UNTOLD
    waiting = NotYet(RelationQuestion("mood", "stress"), (Lack(LackKind.RATED_DAYS, 12),))
    chart = lag_effects_chart(waiting, {})
    assert chart.empty
    assert chart.sentence == "12 more days with your mood noted are needed."
