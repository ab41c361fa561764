import plotly.graph_objects as go
import pytest

from journal.charts.closer import span_of_days


def along(**axis: object) -> go.Figure:
    return go.Figure(layout={"xaxis": axis})


def test_a_line_of_days_may_be_looked_at_closer() -> None:
    ends = ["2026-03-01T12:00:00", "2026-05-30T12:00:00"]
    assert tuple(ends) == span_of_days(along(range=ends))


@pytest.mark.parametrize(
    "figure",
    [
        pytest.param(along(range=[0.5, 29.5]), id="days of a cycle"),
        pytest.param(along(range=["2026-03-01", "2026-05-30"], fixedrange=True), id="held fast"),
        pytest.param(along(), id="as far as its marks"),
        pytest.param(go.Figure(), id="nothing drawn"),
    ],
)
def test_nothing_else_may(figure: go.Figure) -> None:
    assert span_of_days(figure) is None
