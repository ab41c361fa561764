"""What docs/cycle/in_the_calendar_and_charts.md says of the charts is what the code does."""

from datetime import date, timedelta

import pytest

from journal.analysis.phase_bands import phase_positions
from journal.cycle.ovulation import OvulationSign
from journal.cycle.reading import ReadCycle
from journal.cycle.record import HINDSIGHT_DAYS
from journal.cycle.standing import LONG_OPEN_CYCLE_DAYS
from journal.environment import PROJECT
from tests.cycle_builders import closed_cycle, reading_of

PAGE = (PROJECT / "docs/cycle/in_the_calendar_and_charts.md").read_text(encoding="utf-8")
SIGNS = {"seen": OvulationSign.LH_TEST, "estimated": OvulationSign.CALENDAR, "": None}
TODAY = date(2026, 5, 20)


def rows(heading: str) -> list[list[str]]:
    """The rows of the table that begins with this heading."""
    table = PAGE.partition(f"| {heading} |")[2].split("\n\n")[0]
    return [line.strip("| ").split(" | ") for line in table.strip().splitlines()[2:]]


def cycles(words: str) -> list[ReadCycle]:
    """Make cycles one after another: "28 seen, 30"."""
    made, onset = [], date(2025, 1, 1)
    for cycle in words.split(", "):
        length, _, sign = cycle.partition(" ")
        made.append(closed_cycle(onset, int(length), sign=SIGNS[sign]))
        onset += timedelta(days=int(length))
    return made


@pytest.mark.parametrize(("made", "cycle_day", "known", "phases"), rows("cycles"))
def test_the_shares_of_a_row_are_those_of_its_cycles(
    made: str, cycle_day: str, known: str, phases: str
) -> None:
    positions = phase_positions(reading_of(*cycles(made), today=TODAY), 60)
    at = [found for found in positions if found.position == int(cycle_day)]
    said = [
        f"{share.phase.replace('_', ' ')} {share.basis} {share.cycles}"
        for found in at
        for share in found.shares
    ]
    assert known == str(sum(found.cycles for found in at))
    assert phases == (", ".join(said) or "–")


def test_the_numbers_in_the_words_are_those_in_use() -> None:
    assert f"A cycle day is a number up to {LONG_OPEN_CYCLE_DAYS}," in PAGE
    assert f"up to {HINDSIGHT_DAYS} days after it" in PAGE
