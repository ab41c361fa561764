"""The steps of looking closer at a chart, all of them, worked out where they are: in a browser."""

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page

from journal.charts.closer import closer_script

# Every way there is of so many steps, and where each step ends.
EVERY_WAY = """
([first, last, depth]) => {
  const ways = [];
  const walk = (shown, way) => {
    if (way.length === depth) ways.push(way);
    else CLOSER_STEPS.forEach((step) => {
      const next = afterStep(shown, step, [first, last]);
      walk(next, [...way, [step.name, ...next]]);
    });
  };
  walk([first, last], []);
  return ways;
}
"""
ONE_WAY = """
([span, ...names]) => names.reduce(
  (shown, name) => afterStep(shown, CLOSER_STEPS.find((step) => step.name === name), span), span)
"""
A_DAY = 24 * 60 * 60 * 1000
A_WEEK = 7 * A_DAY


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    """A page with the script and nothing else."""
    page = browser.new_page()
    page.add_script_tag(content=closer_script())
    return page


@pytest.mark.parametrize("days", [3, 7, 92, 366])
def test_no_way_of_steps_leaves_the_span_or_shows_less_than_a_week(page: Page, days: int) -> None:
    last = days * A_DAY
    for way in page.evaluate(EVERY_WAY, [0, last, 4]):
        shown = [(0, last), *((start, end) for _, start, end in way)]
        for (name, *_), (before, after) in zip(way, pairwise(shown), strict=True):
            assert after[0] >= 0
            assert after[1] <= last
            assert after[1] - after[0] >= min(A_WEEK, last)
            if name in {"Earlier", "Later"}:
                assert before[1] - before[0] == after[1] - after[0]
            if name == "Whole span":
                assert after == (0, last)


def test_closer_halves_and_further_away_doubles_about_the_same_middle(page: Page) -> None:
    span = [0, 92 * A_DAY]
    middle = [23 * A_DAY, 69 * A_DAY]
    assert middle == page.evaluate(ONE_WAY, [span, "Closer"])
    assert middle == page.evaluate(ONE_WAY, [span, "Closer", "Closer", "Further away"])


@pytest.mark.parametrize(
    ("layout", "has"),
    [
        ({"xaxis": {"range": ["2026-03-01T12:00:00", "2026-05-30"]}}, True),
        ({"xaxis": {"range": ["2026-03-01", "2026-05-30"], "fixedrange": True}}, False),
        ({"xaxis": {"range": [0.5, 29.5]}}, False),
        ({"xaxis": {"range": "2026-03-01"}}, False),
        ({"xaxis": {"range": ["2026-03-01"]}}, False),
        ({}, False),
    ],
)
def test_a_figure_of_whatever_kind_has_the_buttons_only_along_days(
    page: Page, layout: dict[str, object], *, has: bool
) -> None:
    assert has is page.evaluate("goesAlongDays", layout)


@pytest.mark.parametrize(
    "written",
    ["2026-03-01", "2026-03-01 00:00", "2026-03-01T00:00:00", "2026-03-01T00:00:00.000"],
)
def test_a_moment_is_read_however_plotly_writes_it(page: Page, written: str) -> None:
    assert page.evaluate("momentOf", written) == 1_772_323_200_000
