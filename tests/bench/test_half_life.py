"""The bench of the half-life makes up what it says, and counts what was said of it."""

import numpy as np
import pytest

from bench.half_life import DAYS, MEMORIES, TRUTHS, main, score, table
from bench.half_life_journals import EFFECT, Link, Truth, made_up
from journal.analysis.half_life import AccountDays

NONE = Truth(Link.NONE)


def journals(truth: Truth, count: int, days: int = 365, memory: float = 0.5) -> list[AccountDays]:
    random = np.random.default_rng(1)
    return [made_up(random, days, memory, truth) for _ in range(count)]


def test_the_made_up_journals_are_as_described() -> None:
    made = journals(NONE, 20)
    ratings = np.array([one.ratings for one in made])
    net = np.array([one.net for one in made])
    assert ratings.shape == (20, 365)
    assert np.array_equal(np.isnan(ratings), np.isnan(net))
    assert np.isnan(ratings).mean() == pytest.approx(0.3, abs=0.03)
    assert np.nanmean(ratings) == pytest.approx(6.8, abs=0.3)
    assert np.nanstd(ratings, axis=1).mean() == pytest.approx(1.7, abs=0.3)
    assert set(np.unique(ratings[np.isfinite(ratings)])) <= set(range(11))
    alone = np.isnan(ratings[:, 1:-1]) & np.isfinite(ratings[:, :-2]) & np.isfinite(ratings[:, 2:])
    assert 0.2 < alone.sum() / np.isnan(ratings).sum() < 0.45


def test_days_resemble_each_other_as_strongly_as_asked() -> None:
    for memory in MEMORIES:
        made = journals(NONE, 10, days=730, memory=memory)
        pairs = np.concatenate([np.column_stack([m.ratings[:-1], m.ratings[1:]]) for m in made])
        both = pairs[np.isfinite(pairs).all(axis=1)]
        assert np.corrcoef(both.T)[0, 1] == pytest.approx(memory, abs=0.12)


def test_what_the_moments_bring_has_the_size_asked_for() -> None:
    same, none = (
        np.array([one.ratings for one in journals(Truth(link), 20)])
        for link in (Link.SAME_DAY, Link.NONE)
    )
    more = np.nanvar(same) - np.nanvar(none)
    assert more == pytest.approx(EFFECT**2, abs=0.25)


def test_connection_drives_moments_only_where_it_is_said_to() -> None:
    found = {}
    for link in (Link.NONE, Link.BACKWARDS):
        made = journals(Truth(link), 20)
        pairs = np.concatenate([np.column_stack([m.ratings[:-1], m.net[1:]]) for m in made])
        both = pairs[np.isfinite(pairs).all(axis=1)]
        found[link] = np.corrcoef(both.T)[0, 1]
    assert abs(found[Link.NONE]) < 0.05
    assert found[Link.BACKWARDS] > 0.2


def test_a_score_counts_the_journals_of_all_memories() -> None:
    found = score(Truth(Link.FADING, 2.0), 365, 4)
    assert found.journals == 4 * len(MEMORIES)
    assert found.told == len(found.best) == len(found.ratios)
    assert found.holds <= found.holds_wide <= found.told
    assert found.told >= 8
    again = score(Truth(Link.FADING, 2.0), 365, 4)
    assert found == again


def test_few_are_told_one_where_there_is_none() -> None:
    for link in (Link.NONE, Link.SAME_DAY, Link.BACKWARDS):
        assert score(Truth(link), 120, 10).told <= 4


def test_the_table_has_a_line_for_each_truth_and_length(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = table(1, [120]).splitlines()
    assert 2 + len(TRUTHS) == len(lines)
    assert lines[2].startswith("| 1 d | 120 |")
    assert "| 2 d, weak | 120 |" in lines[5]
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "--fast" in capsys.readouterr().out
    assert DAYS == (120, 240, 365, 730)
