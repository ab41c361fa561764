"""What docs/take_along/charts.md says of charts taken along is what the code does."""

import re

from journal.environment import PROJECT
from journal.exchange.bundle.chart_list import KINDS, ChartGroup
from journal.exchange.bundle.chart_zip import INDEX, LEFT_OUT
from journal.exchange.bundle.other_charts import MOST_FINDINGS
from journal.exchange.bundle.rating_charts import MOST_CHANGES, REACH_DAYS
from journal.exchange.bundle.taken import FOLDERS, LONGEST_STEM, FileFormat
from journal.exchange.chart_files import plotly_library
from journal.views.drawn_pictures import CHARTS_A_ROUND
from journal.views.take_away import SIZES

PAGE = (PROJECT / "docs/take_along/charts.md").read_text(encoding="utf-8")
NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"]


def test_the_table_lists_every_chart_under_what_it_is_about() -> None:
    told = dict(re.findall(r"^\| ([A-Z][a-z ]+) \| (.+) \|$", PAGE, re.MULTILINE))
    del told["About"]
    assert told == {
        group.value: " · ".join(kind.name for kind in KINDS if kind.group is group)
        for group in ChartGroup
    }


def test_the_folder_is_as_drawn() -> None:
    drawn = PAGE.split("```")[1]
    assert all(f"    {place} " in drawn for place in (INDEX, LEFT_OUT))
    assert all(f"    {folder}/ " in drawn for folder in FOLDERS.values())
    for size in SIZES.values():
        assert "{} × {}".format(*size.pixels) in drawn


def test_the_numbers_that_were_chosen_are_those_of_the_code() -> None:
    assert f"the {MOST_CHANGES} newest changes, {REACH_DAYS} days on\neach side" in PAGE
    assert f"at most {MOST_FINDINGS} findings" in PAGE
    assert f"at most {LONGEST_STEM} of them" in PAGE
    assert f"{NUMBERS[CHARTS_A_ROUND]} charts at a time" in PAGE
    assert (
        f"{len(plotly_library()) / 1e6:.1f} MB, which lies in `{FOLDERS[FileFormat.HTML]}/`" in PAGE
    )
