"""From opening a page to seeing it: Today and Connection against an empty page, charts against one.

The files of the page are in the browser's cache, as they are on every day but the first.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from playwright.sync_api import Browser

from bench.browsing import Paint, Tab
from bench.figures import Timing
from bench.presses import STEPS
from bench.rounds import in_turn
from bench.table import Row

CHART: Final = ".js-plotly-plot .main-svg"
TEXT: Final = "[data-testid=stText]"
WARM_UP: Final = 2


@dataclass(frozen=True, slots=True)
class Opened:
    """A page of the app, what says that it is there, and what it is held against.

    Attributes:
        floor: The bare page in bench/pages/.
        goal_years: The one size the goal is meant for; None for all.
    """

    name: str
    path: str
    marker: str
    marker_name: str
    floor: str
    floor_name: str
    floor_marker: str
    goal: float
    goal_years: int | None = None


TODAY: Final = Opened(
    name="Today",
    path="",
    marker=STEPS,
    marker_name="the ratings",
    floor="empty",
    floor_name="empty page",
    floor_marker=TEXT,
    goal=1.5,
)
OVER_TIME: Final = Opened(
    name="Over time",
    path="over-time",
    marker=CHART,
    marker_name="the chart",
    floor="one_chart",
    floor_name="page with one chart",
    floor_marker=CHART,
    goal=2.5,
    goal_years=40,
)
CONNECTION: Final = Opened(
    name="Connection",
    path="connection",
    marker=".st-key-card_intentions",
    marker_name="this week",
    floor="empty",
    floor_name="empty page",
    floor_marker=TEXT,
    goal=1.5,
)
PATTERNS: Final = Opened(
    name="Patterns",
    path="patterns",
    marker=CHART,
    marker_name="the chart",
    floor="one_chart",
    floor_name="page with one chart",
    floor_marker=CHART,
    goal=2.5,
    goal_years=40,
)
OPENED: Final = (TODAY, OVER_TIME, CONNECTION, PATTERNS)


def measure_paints(
    browser: Browser, opened: Opened, floor: str, apps: Mapping[int, str], repeats: int
) -> list[Row]:
    """Open the bare page and the app's page at every size of record in turn."""
    bare = Tab.new(browser, floor, opened.floor_marker)
    tabs = {
        years: Tab.new(browser, f"{app}/{opened.path}", opened.marker)
        for years, app in apps.items()
        if _fits(opened, years)
    }
    measures: dict[int | None, Callable[[], Paint]] = {None: bare.visit}
    measures |= {years: tab.visit for years, tab in tabs.items()}
    taken = in_turn(measures, repeats=repeats, warm_up=WARM_UP)
    for tab in (bare, *tabs.values()):
        tab.close()
    return _rows(opened, taken[None], {years: taken[years] for years in tabs})


def _fits(opened: Opened, years: int) -> bool:
    """Say whether the page has something to draw: an empty record has no chart."""
    return years > 0 or opened.marker != CHART


def _rows(opened: Opened, bare: list[Paint], paints: Mapping[int, list[Paint]]) -> list[Row]:
    moments: dict[str, tuple[Callable[[Paint], float], float | None]] = {
        "first output": (attrgetter("output"), opened.goal),
        opened.marker_name: (attrgetter("marker"), opened.goal),
        "everything drawn": (attrgetter("settled"), None),
    }
    return [
        Row(
            f"{opened.name}: {name}",
            opened.floor_name,
            Timing.of([when(paint) for paint in bare]),
            {years: Timing.of([when(paint) for paint in taken]) for years, taken in paints.items()},
            goal,
            opened.goal_years if goal else None,
        )
        for name, (when, goal) in moments.items()
    ]
