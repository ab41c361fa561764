from dataclasses import replace

import numpy as np

from journal.analysis.day_memory_grid import Floats
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.signs_by_cycle_day import (
    MOST_CYCLE_DAYS,
    MOST_SIGNS,
    CountedFrom,
    SignCell,
    SignRow,
    SignsByCycleDay,
    signs_by_cycle_day,
)
from journal.cycle.reading import CycleReading
from tests.daily_builders import LENGTH, MadeUp, made_up

CYCLES = 4


def noted(**signs: dict[int, float]) -> tuple[DailyRecord, CycleReading]:
    """Note signs in each of four cycles, by cycle day: absent 0, mild 1, moderate 2, severe 3."""
    record, reading = made_up(MadeUp(lengths=(LENGTH,) * CYCLES, cycle_day=1, rated=0.0))
    columns = {f"sign:{code}": column(len(record.days), at) for code, at in signs.items()}
    names = {code: code.removeprefix("sign:").capitalize() for code in columns}
    values = {**record.values, **columns}
    return replace(record, values=values, names={**record.names, **names}), reading


def column(count: int, at: dict[int, float]) -> Floats:
    found = np.full(count, np.nan)
    for start in range(0, CYCLES * LENGTH, LENGTH):
        for cycle_day, strength in at.items():
            found[start + cycle_day - 1] = strength
    return found


def counted(
    *, counted_from: CountedFrom = CountedFrom.ONSET, **signs: dict[int, float]
) -> SignsByCycleDay:
    return signs_by_cycle_day(*noted(**signs), counted_from)


def test_a_share_is_out_of_the_days_the_sign_was_noted() -> None:
    record, reading = noted(headache={2: 1.0, 3: 3.0, 10: 0.0})
    record.values["sign:headache"][2] = 0.0  # on day 3 of the first cycle: not today
    (row,) = signs_by_cycle_day(record, reading).rows
    cells = {cell.cycle_day: cell for cell in row.cells}
    assert (
        cells[3].days,
        cells[3].present,
        cells[3].share,
        cells[3].strength,
    ) == (4, 3, 3 / 4, 3.0)
    assert (
        cells[10].days,
        cells[10].present,
        cells[10].share,
        cells[10].strength,
    ) == (4, 0, 0.0, None)
    assert (cells[5].days, cells[5].share) == (0, None)
    assert row.most is not None
    assert row.most.cycle_day == 2


def test_fewer_than_three_days_have_no_share() -> None:
    record, reading = noted(headache={2: 1.0, 3: 0.0})
    record.values["sign:headache"][[1, 29]] = np.nan  # two of the four days 2
    (row,) = signs_by_cycle_day(record, reading).rows
    cell = next(cell for cell in row.cells if cell.cycle_day == 2)
    assert (cell.days, cell.present, cell.share, cell.strength) == (2, 2, None, None)


def test_a_sign_never_noted_as_absent_is_counted_out_of_the_days_recorded() -> None:
    found = counted(bloating={20: 2.0}, headache={20: 0.0, 21: 0.0, 22: 1.0})
    bloating = next(row for row in found.rows if row.name == "Bloating")
    assert bloating.never_absent
    cells = {cell.cycle_day: cell for cell in bloating.cells}
    assert (cells[20].share, cells[21].share, cells[1].share) == (1.0, 0.0, None)
    assert not next(row for row in found.rows if row.name == "Headache").never_absent


def test_days_can_be_counted_back_from_the_next_onset() -> None:
    found = counted(counted_from=CountedFrom.NEXT_ONSET, headache={LENGTH: 1.0, 1: 0.0})
    assert found.cycle_days == tuple(range(-LENGTH, 0))
    (row,) = found.rows
    assert row.cells[-1].share == 1.0
    assert row.cells[-1].cycle_day == -1


def test_every_cycle_day_up_to_the_last_is_a_column() -> None:
    found = counted(headache={2: 1.0, 9: 1.0})
    assert found.cycle_days == tuple(range(1, 10))
    assert found.cycles == CYCLES
    assert found.days == 2 * CYCLES
    assert found.cycle_days[-1] <= MOST_CYCLE_DAYS


def test_the_most_frequent_signs_come_first_and_the_rest_is_counted() -> None:
    many = {f"sign_{n}": dict.fromkeys(range(1, n + 2), 1.0) for n in range(MOST_SIGNS + 2)}
    found = counted(**many)
    assert found.rows[0].name == f"Sign_{MOST_SIGNS + 1}"
    assert len(found.rows) == MOST_SIGNS
    assert found.left_out == 2
    presents = [row.present for row in found.rows]
    assert presents == sorted(presents, reverse=True)


def test_a_sign_that_was_never_there_has_no_row() -> None:
    found = counted(headache={2: 0.0})
    assert (found.rows, found.cycle_days) == ((), ())


def test_other_names_give_the_same_counts() -> None:
    one = counted(headache={2: 1.0, 5: 0.0}).rows[0]
    other = counted(own_thing={2: 1.0, 5: 0.0}).rows[0]
    assert one.cells == other.cells


def test_where_it_came_most_often_is_not_decided_by_a_few_days() -> None:
    few, many = SignCell(40, 3, 2, None), SignCell(26, 12, 7, None)
    others = [SignCell(day, 12, 1, None) for day in range(1, 26)]
    found = SignRow("sign:x", "X", (*others, many, few), never_absent=False)
    assert found.most == many
