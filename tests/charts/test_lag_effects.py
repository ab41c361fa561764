from journal.charts.chart import Shade
from journal.charts.lag_effects import AFTER_NAME, BEFORE_NAME, LagDot, lag_effects_figure

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
