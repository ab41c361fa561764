"""The bench of skipped logs counts what a rule finds, and the rule in use finds what it should."""

from pathlib import Path

import numpy as np
import pytest

from bench.skipped_logs import (
    KNOWN,
    RULES,
    Score,
    Women,
    at_least,
    in_use,
    load_women,
    main,
    score,
    scores_table,
    simulated_women,
)

TWO = Women(
    np.array([[28, 57, 29, 28, 44], [30, 31, 30, 29, 30]]),
    np.array([[0, 1, 0, 0, 0], [0, 0, 1, 0, 0]]),
)


def test_a_score_counts_what_is_found_needless_and_overlooked() -> None:
    measured = score(at_least(43), TWO, known=5)
    assert Score(found=1, needless=1, overlooked=1, counted=1) == measured
    assert (measured.precision, measured.recall, measured.f1) == (0.5, 0.5, 0.5)


def test_only_the_first_cycles_are_known() -> None:
    assert Score(found=1, needless=0, overlooked=1, counted=1) == score(at_least(43), TWO, known=3)


def test_where_nothing_is_found_nothing_is_divided_by_zero() -> None:
    nothing = score(at_least(90), TWO, known=5)
    assert (nothing.precision, nothing.recall, nothing.f1) == (0, 0, 0)


@pytest.mark.parametrize(
    ("lengths", "missing"),
    [([28, 57, 29, 28], [0, 1, 0, 0]), ([28, 30, 29, 86], [0, 0, 0, 2]), ([28, 90], [0, 0])],
    ids=str,
)
def test_the_rule_in_use_is_the_one_of_the_journal(lengths: list[int], missing: list[int]) -> None:
    assert missing == in_use(lengths)


def test_the_simulated_women_are_the_same_each_time_and_skip_as_often_as_asked() -> None:
    one, two = (simulated_women(400, 0.07, 0.09) for _ in range(2))
    assert (one.lengths == two.lengths).all()
    assert one.lengths.min() >= 15
    assert np.mean(one.skipped > 0) == pytest.approx(0.09, abs=0.01)
    assert one.lengths[one.skipped == 1].mean() == pytest.approx(58.6, abs=2)


def test_the_rule_in_use_finds_most_and_asks_little_needlessly() -> None:
    measured = score(in_use, simulated_women(300, 0.07, 0.09), known=11)
    assert measured.recall > 0.95
    assert measured.precision > 0.9


def test_the_table_has_a_line_for_each_rule_and_number_of_known_cycles() -> None:
    lines = scores_table({"two": Women(TWO.lengths, TWO.skipped)}).splitlines()
    assert 2 + len(KNOWN) * len(RULES) == len(lines)
    assert lines[5] == "| two | 3 | 43 days | 1.000 | 0.500 | 0.667 | 1.000 |"


def test_a_file_is_read_by_the_names_of_its_arrays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "two.npz"
    np.savez(path, days=TWO.lengths, missed=TWO.skipped)
    assert (load_women(path, "days", "missed").lengths == TWO.lengths).all()
    assert main(["--data", str(path), "--lengths", "days", "--skipped", "missed"]) == 0
    assert "| two.npz | 3 | in use |" in capsys.readouterr().out
