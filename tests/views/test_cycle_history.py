"""The list of cycles: what each says in words, and the bar that shows the same."""

import re

from streamlit.testing.v1 import AppTest

from journal.analysis.cycle_history import CycleRow
from journal.cycle.cycles import Cycle, CycleEnd
from journal.cycle.onsets import Bleed
from journal.cycle.ovulation import OvulationSign
from journal.cycle.reading import ReadCycle
from journal.domain.ranges import ONE_DAY, DateRange
from tests.builders import on
from tests.cycle_builders import TODAY, closed_cycle, days, open_cycle, ovulation_on

ONSET = on("2026-10-01")


def listed(*rows: CycleRow) -> str:
    """Return the list as HTML."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(rows: "tuple[CycleRow, ...]") -> None:
        from journal.views.cycle_history import cycle_list  # noqa: PLC0415  # as above

        cycle_list(rows)

    page = AppTest.from_function(run, kwargs={"rows": rows}, default_timeout=30).run()
    assert not page.exception
    (shown,) = page.get("html")
    return str(shown.proto.body)


def row(read: ReadCycle, recorded: int = 3) -> CycleRow:
    range_ = DateRange(read.cycle.onset, read.cycle.end or TODAY + ONE_DAY)
    return CycleRow(read, range_, recorded)


def parts(html: str) -> list[tuple[str, int]]:
    """Read the bar: what each part rests on, and its days; what is left open is transparent."""
    found = re.findall(r'<i class="(\w+)" style="flex:(\d+) 0 0;--phase:([^"]+)">', html)
    return [("open" if at == "transparent" else kind, int(flex)) for kind, flex, at in found]


def test_a_bar_is_as_long_as_its_cycle_and_tells_estimated_from_observed() -> None:
    drawn = parts(listed(row(closed_cycle(ONSET, 28))))
    assert sum(length for _, length in drawn) == 28
    assert [kind for kind, _ in drawn] == ["observed", *["estimated"] * 4]
    seen = closed_cycle(ONSET, 28, sign=OvulationSign.LH_TEST)
    assert {kind for kind, _ in parts(listed(row(seen)))} == {"observed"}


def test_days_nothing_can_be_said_of_stay_open() -> None:
    drawn = parts(listed(row(closed_cycle(ONSET, 70, sign=None))))
    assert drawn == [("observed", 5), ("open", 65)]


def test_the_bar_of_an_open_cycle_ends_with_today() -> None:
    onset = TODAY - days(9)
    read = open_cycle(onset, 28, ovulation=ovulation_on(onset + days(13)))
    html = listed(row(read))
    assert "day 10, still open" in html
    assert sum(length for _, length in parts(html)) == 10


def test_a_cycle_that_ended_by_something_else_says_why_it_has_no_length() -> None:
    bleed = Bleed(ONSET, ONSET + days(3), starts_cycle=True)
    for end, words in (
        (CycleEnd.CONTEXT, "no length: something else began"),
        (CycleEnd.NOT_RECORDED, "no length: a period was not recorded"),
    ):
        cycle = Cycle(ONSET, ONSET + days(20), ended_by=end)
        assert words in listed(row(ReadCycle(cycle, bleed, None, ())))


def test_the_newest_cycle_is_written_in_the_place_it_was_given() -> None:
    html = listed(row(closed_cycle(ONSET, 28)), row(closed_cycle(ONSET - days(30), 30)))
    assert html.index("1 to 28 October 2026") < html.index("1 to 30 September 2026")
