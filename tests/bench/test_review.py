"""The bench of the review makes up what it says, and counts what was said of it."""

import numpy as np

from bench.review import BOUTS, MEMORIES, made_up, missing_days, score, table


def test_the_made_up_days_are_as_described() -> None:
    random = np.random.default_rng(1)
    days = np.concatenate([made_up(random, 0.5) for _ in range(50)])
    assert abs(days.mean() - 6.1) < 0.2
    assert abs(days.std() - 1.6) < 0.2
    for words, bouts in BOUTS.items():
        missing = np.mean([missing_days(random, bouts).mean() for _ in range(50)])
        assert abs(missing - int(words.removesuffix(" %")) / 100) < 0.05


def test_true_changes_are_found_more_often_than_false_ones() -> None:
    found = score(31, BOUTS["30 %"], 0.3, 20)
    assert 15 <= found.asked <= 20
    assert found.alarms <= 3
    assert found.found > found.alarms
    assert found.covers >= found.asked - 3


def test_the_table_has_a_line_for_each_kind_of_journal() -> None:
    lines = table(1, (21,)).splitlines()
    assert len(lines) == 2 + len(MEMORIES)
