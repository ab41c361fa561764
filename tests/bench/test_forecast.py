"""The bench of the forecasts: what it reads, what simple methods say, and how it scores."""

from dataclasses import replace
from itertools import count
from math import isclose
from pathlib import Path

import numpy as np
import pytest

from bench.forecast_data import Woman, folds, read_women
from bench.forecast_fit import fit
from bench.forecast_methods import (
    LENGTH_METHODS,
    PROSPECTIVE_METHODS,
    RETROSPECTIVE_METHODS,
    Past,
    drip_window,
    whole,
)
from bench.forecast_questions import (
    LENGTHS,
    OURS,
    lengths_ahead,
    onsets_after_ovulation,
    ovulations,
)
from bench.forecast_run import fit_folds, guesses, main
from bench.forecast_scores import Guess, difference, mean_error, span_score, usual_misses
from journal.cycle.length_model import SHIPPED

HEAD = "person,cycle,cycle_length_days,ovulation_day,menses_length_days,age_years\n"


def guess(truth: int, point: int, span: tuple[int, int] = (27, 31), person: str = "a") -> Guess:
    return Guess(person, 3, truth, point, span)


def invented(women: int, cycles: int) -> list[Woman]:
    """Women as the model of lengths has them, ovulation two weeks before the end."""
    chance = np.random.default_rng(7)
    made = []
    for number in range(women):
        usual = SHIPPED.mean + SHIPPED.between_sd * chance.standard_normal()
        spread = SHIPPED.within_sd * np.sqrt(4 / chance.chisquare(4))
        lengths = np.exp(usual + spread * chance.standard_normal(cycles)).round().astype(int)
        days = lengths - 13 + chance.integers(-2, 3, cycles)
        made.append(Woman(f"w{number:02}", tuple(lengths.tolist()), tuple(days.tolist())))
    return made


def test_cycles_are_read_in_their_order_and_a_repeated_row_counts_once(tmp_path: Path) -> None:
    file = tmp_path / "cycles.csv"
    rows = "1,2,31,,5,30\n1,1,28,14.0,5,30\n2,1,30,16,5,\n1,1,28,14,5,30\n"
    file.write_text(HEAD + rows, encoding="utf-8")
    assert read_women(file) == [Woman("1", (28, 31), (14, None)), Woman("2", (30,), (16,))]


def test_nobody_is_forecast_with_what_was_fitted_to_herself() -> None:
    women = invented(11, 2)
    dealt = list(folds(women, 4, seed=1))
    assert sorted(w.person for _others, these in dealt for w in these) == [w.person for w in women]
    assert all(not set(others) & set(these) for others, these in dealt)
    assert dealt == list(folds(women, 4, seed=1))


def test_a_target_knows_only_the_cycles_before_it() -> None:
    woman = Woman("a", (28, 30, 40), (14, None, 20))
    assert [(t.past.lengths, t.truth) for t in lengths_ahead(woman)] == [
        ((28,), 30),
        ((28, 30), 40),
    ]
    (ovulation,) = ovulations(woman)
    assert (
        ovulation.past.observed,
        ovulation.past.length,
        ovulation.truth,
    ) == ([(28, 14)], 40, 20)
    assert not list(ovulations(woman, gated=True))
    (after,) = onsets_after_ovulation(woman)
    assert (after.past.length, after.past.ovulation_day, after.truth) == (0, 20, 40)


def test_simple_methods_say_what_they_are_called() -> None:
    past = Past((25, 30, 31, 31, 32, 120), [(25, 12), (30, 15)], 30)
    said = {name: method(past) for name, method in LENGTH_METHODS.items()}
    assert pytest.approx(list(said.values())) == [28, 269 / 6, 31, 29.8, 48.8, 48]
    looking_back = [method(past) for method in RETROSPECTIVE_METHODS.values()]
    assert pytest.approx(looking_back) == [16, 17, 16]
    assert PROSPECTIVE_METHODS["last five, fraction cut off (Mensinator)"](past) == 13


def test_drips_window_is_narrow_only_for_regular_lengths() -> None:
    assert drip_window(Past((28, 28, 29))) == (27, 29)
    assert drip_window(Past((24, 28, 32))) == (26, 30)


def test_halves_are_rounded_up() -> None:
    assert [whole(28.49), whole(28.5), whole(29.0)] == [28, 29, 29]


def test_spans_are_scored_by_what_they_hold_and_how_wide_they_are() -> None:
    score = span_score([guess(31, 29), guess(33, 29)])
    assert (score.coverage, score.width, score.winkler) == (0.5, 5.0, 5.0 + 10 * 2 / 2)
    assert mean_error([guess(31, 29), guess(33, 29)]) == 3


def test_usual_misses_hold_the_middle_four_in_five() -> None:
    assert usual_misses([-4, -1, -1, 0, 0, 0, 1, 1, 1, 1, 1]) == (-1, 1)


def test_a_difference_has_an_interval_from_whole_women() -> None:
    truths = [(person, 28 + n) for person in "abcdef" for n in range(5)]
    ours = [guess(truth, truth, person=person) for person, truth in truths]
    theirs = [replace(one, point=one.truth + 1) for one in ours]
    assert difference(ours, theirs, 1) == (-1, -1, -1)
    some = [replace(one, point=one.truth + (one.person == "a")) for one in ours]
    mean, low, high = difference(ours, some, 1)
    assert isclose(mean, -1 / 6)
    assert low < mean < high == 0


def test_a_fit_finds_the_numbers_the_values_were_made_with() -> None:
    chance = np.random.default_rng(3)
    groups = [
        [(float(value + 0.5 * x), float(x)) for value, x in zip(values, count(), strict=False)]
        for values in (
            10 + 2 * chance.standard_normal() + chance.standard_normal(8) for _ in range(150)
        )
    ]
    start = replace(SHIPPED, mean=8.0, between_sd=1.0, within_sd=2.0, least_sd=0.2, most_sd=9.0)
    found, slope = fit(groups, start, 0.0)
    assert pytest.approx(found.mean, abs=0.5) == 10
    assert pytest.approx(found.between_sd, abs=0.4) == 2
    assert pytest.approx(found.within_sd, abs=0.15) == 1
    assert pytest.approx(slope, abs=0.05) == 0.5


def test_ours_beats_the_mean_on_cycles_made_by_the_model() -> None:
    made = guesses(LENGTHS, list(fit_folds(invented(24, 6), 3, seed=1)))
    assert {len(mine) for mine in made.values()} == {24 * 5}
    assert mean_error(made[OURS]) < mean_error(made["mean of past"])
    assert 0.72 <= span_score(made[OURS]).coverage <= 0.9


def test_the_command_prints_a_table_for_each_question(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "cycles.csv"
    rows = [
        f"{woman.person},{number},{length},{day},5,30"
        for woman in invented(9, 4)
        for number, (length, day) in enumerate(
            zip(woman.lengths, woman.ovulation_days, strict=True), start=1
        )
    ]
    file.write_text(HEAD + "\n".join(rows), encoding="utf-8")
    assert main(["--data", str(file), "--folds", "3"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("36 cycles of 9 women")
    assert printed.count("## ") == 7
    assert "nan" not in printed.replace("MAE ≥ 6 past (n 0)", "").split("| ours |")[0]
