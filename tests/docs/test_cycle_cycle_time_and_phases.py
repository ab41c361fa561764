"""What docs/cycle/cycle_time_and_phases.md says, row by row, is what the code does."""

import importlib
import re
from datetime import date, timedelta
from functools import reduce

import pytest

from bench.reference_pacts import compare_pacts
from journal.cycle.basis import Basis
from journal.cycle.cycle_time import cycle_times
from journal.cycle.cycle_time_values import Layer
from journal.cycle.cycles import Cycle
from journal.cycle.forecast import LikelyDay
from journal.cycle.onsets import Bleed
from journal.cycle.ovulation import Ovulation, OvulationSign
from journal.cycle.phase_spans import phase_at, phase_spans
from journal.cycle.phases import Phase
from journal.domain.ranges import ONE_DAY, DateRange
from journal.environment import PROJECT

PAGE = (PROJECT / "docs" / "cycle" / "cycle_time_and_phases.md").read_text(encoding="utf-8")
SIGNS = {"seen": OvulationSign.LH_TEST, "estimated": OvulationSign.CALENDAR}
MENSES_DAYS = 5


def rows(heading: str) -> list[list[str]]:
    """The rows of the table that begins with this heading."""
    table = PAGE.partition(f"\n| {heading} |")[2].split("\n\n")[0]
    lines = [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]
    return [[cell.strip(" `") for cell in line] for line in lines]


def ovulation_in(cell: str) -> Ovulation | None:
    if cell == "–":
        return None
    text, sign = cell.split()
    day = date.fromisoformat(text)
    return Ovulation(day, SIGNS[sign], day - ONE_DAY, day + ONE_DAY)


def next_onset_in(cell: str) -> tuple[date | None, LikelyDay | None]:
    """The onset that closes the cycle, or the one in brackets that is expected."""
    if cell == "–":
        return None, None
    day = date.fromisoformat(cell.strip("()"))
    around = DateRange(day - ONE_DAY, day + ONE_DAY)
    return (None, LikelyDay(day, around)) if cell.startswith("(") else (day, None)


def case(row: list[str]) -> str:
    return " | ".join(row[:4])


@pytest.mark.parametrize(
    ("heading", "count"), [("layer", 4), ("phase", 5), ("onset", 32), ("constant", 12)]
)
def test_the_tables_are_there_and_every_row_says_something(heading: str, count: int) -> None:
    assert len(rows(heading)) == count
    assert all(re.search(r"\w{4}", row[-1]) for row in rows(heading))


@pytest.mark.parametrize("row", rows("onset"), ids=case)
def test_a_day_has_the_cycle_time_it_says(row: list[str]) -> None:
    onset, day = date.fromisoformat(row[0]), date.fromisoformat(row[3])
    ovulation, (closing, _) = ovulation_in(row[1]), next_onset_in(row[2])
    seen = ovulation is not None and ovulation.basis is Basis.OBSERVED
    estimated = ovulation is not None and closing is not None and not seen
    (time,) = cycle_times(
        [onset, closing] if closing else [onset],
        [ovulation.date] if ovulation and seen else [],
        DateRange(day, day + ONE_DAY),
        imputed={closing: ovulation.date} if estimated and ovulation and closing else None,
    )
    said = "–"
    if time.position is not None:
        said = f"{time.position[0]:.3f}, {time.position[1]:.3f} {time.layer}".replace("-", "−")
    assert said == row[4]


@pytest.mark.parametrize("row", rows("onset"), ids=case)
def test_a_day_has_the_phase_it_says(row: list[str]) -> None:
    onset, day = date.fromisoformat(row[0]), date.fromisoformat(row[3])
    closing, expected = next_onset_in(row[2])
    spans = phase_spans(
        Cycle(onset, closing),
        Bleed(onset, onset + timedelta(days=MENSES_DAYS - 1), starts_cycle=True),
        ovulation_in(row[1]),
        today=day if closing is None else closing,
        expected_onset=expected,
    )
    found = phase_at(spans, day)
    phase = Phase(row[5].replace(" ", "_")) if row[5] != "–" else None
    basis = Basis(row[6]) if row[6] != "–" else None
    assert (phase, basis) == (found and found.phase, found and found.basis)


def test_the_phases_and_the_layers_are_all_there() -> None:
    assert [phase.value.replace("_", " ") for phase in Phase] == [row[0] for row in rows("phase")]
    assert [layer.value for layer in Layer] == [row[0] for row in rows("layer")]


@pytest.mark.parametrize("row", rows("constant"), ids=lambda row: row[0])
def test_a_chosen_number_is_the_one_in_use(row: list[str]) -> None:
    room, module, *names = row[0].split(".")
    found = reduce(getattr, names, importlib.import_module(f"journal.{room}.{module}"))
    assert int(row[1]) == found


def test_as_many_cells_were_compared_as_it_says() -> None:
    (compared,) = compare_pacts(PROJECT / "tests" / "cycle" / "reference" / "pacts")
    assert f"{compared.cells:,} cells, none different" in PAGE
    assert compared.differences == ()
