"""What docs/relations/cycle_phase_stage.md says of the pictures is what the code does, by rows."""

import importlib
import re
from datetime import timedelta

import numpy as np
import pytest

from journal.analysis.day_memory import RatedDays
from journal.analysis.day_memory_cycle import placed_days
from journal.analysis.day_memory_grid import Floats
from journal.analysis.relations.before_after import before_after
from journal.analysis.relations.cycle_curve import usual_day
from journal.analysis.relations.groups import Group, GroupDay, Membership, bears_level, grouped
from journal.analysis.relations.outcome_days import OutcomeDays
from journal.analysis.relations.questions import ChangeSource, DatedChange
from journal.analysis.relations.signs_by_cycle_day import signs_by_cycle_day
from journal.environment import PROJECT
from tests.builders import FIRST_DAY
from tests.cycle_builders import TODAY, closed_cycle, cycles_before, open_cycle, reading_of
from tests.daily_builders import of_values

PAGE = (PROJECT / "docs/relations/cycle_phase_stage.md").read_text(encoding="utf-8")
CHOSEN = re.findall(r"^\| `([a-z][\w.]+)\.([A-Z_]+)` \| ([\d.]+) \| .{4,} \|$", PAGE, re.MULTILINE)
NOTHING = "–"
CYCLE = 28
ON = 9  # the cycle day all signs of a row are noted on


def rows(heading: str) -> list[list[str]]:
    """The rows of the table that begins with this heading."""
    table = PAGE.partition(f"| {heading} |")[2].split("\n\n")[0]
    return [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]


def numbers(text: str) -> Floats:
    read = {NOTHING: np.nan, "n": 0.0}
    return np.array(
        [read.get(part, np.nan) if part in read else float(part) for part in text.split()]
    )


def written(value: float | None, form: str) -> str:
    return NOTHING if value is None else format(value, form)


def test_there_are_examples_and_chosen_numbers_to_check() -> None:
    headings = ("cycle of", "ratings", "phase days", "noted", "ratings day by day")
    assert min(len(rows(heading)) for heading in headings) >= 3
    assert len(rows("constant")) == len(CHOSEN) > 0


@pytest.mark.parametrize("row", rows("cycle of"), ids=" | ".join)
def test_a_day_is_drawn_at_its_share_of_its_own_cycle(row: list[str]) -> None:
    length, number, usual = map(int, row[:3])
    reading = reading_of(closed_cycle(FIRST_DAY, length))
    (placed,) = placed_days(reading, [FIRST_DAY + timedelta(days=number - 1)])
    assert placed is not None
    assert row[3] == f"{usual_day(placed, usual):.1f}"


@pytest.mark.parametrize("row", rows("ratings"), ids=" | ".join)
def test_the_middle_of_a_group_is_the_one_on_the_page(row: list[str]) -> None:
    ratings = numbers(row[0])
    days = FIRST_DAY.toordinal() + np.arange(len(ratings))
    outcome = OutcomeDays("mood", RatedDays(days, ratings), days, [None] * len(days), 0)
    members = [Membership("luteal")] * len(days)
    found = grouped(outcome, members, {"luteal": "Luteal"}, called="Mood", in_cycles=False)
    quarters = found.groups[0].quarters
    middle = (None,) * 3 if quarters is None else (quarters.lower, quarters.median, quarters.upper)
    assert row[1:] == [written(value, "g") for value in middle]


@pytest.mark.parametrize("row", rows("phase days"), ids=" | ".join)
def test_a_group_has_an_average_where_the_page_says_so(row: list[str]) -> None:
    days = tuple(GroupDay(FIRST_DAY + timedelta(days=day), 5.0) for day in range(int(row[0])))
    group = Group("luteal", "Luteal", days, int(row[1]), None, None)
    assert (row[2] == "yes") is bears_level(group)


@pytest.mark.parametrize("row", rows("noted"), ids=" | ".join)
def test_a_sign_is_counted_as_the_page_says(row: list[str]) -> None:
    noted = numbers(row[0])
    onset = TODAY - timedelta(days=2)
    reading = reading_of(*cycles_before(onset, *[CYCLE] * len(noted)), open_cycle(onset, CYCLE))
    first = onset - timedelta(days=CYCLE * len(noted))
    dates = [first + timedelta(days=day) for day in range(CYCLE * len(noted))]
    column = np.full(len(dates), np.nan)
    column[[CYCLE * cycle + ON - 1 for cycle in range(len(noted))]] = noted
    # Said of other days, so that the sign has a row and is known to be noted as absent.
    column[[0, CYCLE, 2 * CYCLE]] = [1, 1, 0]
    record = of_values(dates, placed_days(reading, dates), {"sign:x": column})
    (found,) = signs_by_cycle_day(record, reading).rows
    cell = next((cell for cell in found.cells if cell.cycle_day == ON), None)
    if cell is None:  # no sign was noted on three days so late: the field ends before
        assert row[3] == NOTHING
        return
    assert row[1:] == [
        f"{cell.days}",
        f"{cell.present}",
        written(cell.share, ".2f"),
        written(cell.strength, ".1f"),
    ]


@pytest.mark.parametrize("row", rows("ratings day by day"), ids=" | ".join)
def test_the_line_is_the_median_of_the_days_near(row: list[str]) -> None:
    ratings = numbers(row[0])
    dates = [TODAY - timedelta(days=len(ratings) - place) for place in range(len(ratings))]
    record = of_values(dates, [None] * len(dates), {"mood": ratings})
    change = DatedChange(TODAY, "x", ChangeSource.OWN)
    line = before_after(record, "mood", change, 30).before.line
    assert row[1] == written(line[len(line) // 2][1], "g")


@pytest.mark.parametrize(("module", "name", "value"), CHOSEN, ids=str)
def test_a_chosen_number_is_the_one_in_use(module: str, name: str, value: str) -> None:
    assert float(value) == getattr(importlib.import_module(f"journal.{module}"), name)
