"""Score the forecasts beside simple ones and print the tables; started by `bench.forecast`.

What our models know from other women is fitted to other women only, in ten groups; every forecast
is one cycle ahead, from the woman's own past cycles alone. Simple methods show no span; theirs is
made of how far they were off for other women. drip's own window stands beside it.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from bench.forecast_data import Woman, folds, read_women
from bench.forecast_fit import fit_lengths, fit_ovulation
from bench.forecast_methods import (
    LENGTH_METHODS,
    PROSPECTIVE_METHODS,
    Method,
    drip_window,
    whole,
)
from bench.forecast_questions import (
    LENGTHS,
    OURS,
    QUESTIONS,
    Fitted,
    Question,
    Target,
    lengths_ahead,
    ovulations,
)
from bench.forecast_scores import Guess, difference, mean_error, span_score, usual_misses
from bench.table import markdown
from journal.cycle.length_model import predict_length
from journal.cycle.ovulation_model import predict_ovulation_day
from journal.cycle.whole_days import WholeDays

RUNNING_DAYS: Final = (28, 30, 32, 35)
NO_SIGN_BY: Final = (12, 14, 16, 18)
# Groups of targets by how many of her cycles there were to learn from: least, most.
SUBSETS: Final = {
    "all": (0, 10**6),
    "1 past": (1, 1),
    "≥ 3 past": (3, 10**6),
    "≥ 6 past": (6, 10**6),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python3 -m bench.forecast", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="CSV file, one row per cycle")
    parser.add_argument("--folds", type=int, default=10, help="groups of women (default: 10)")
    parser.add_argument("--seed", type=int, default=1, help="how the women are dealt (default: 1)")
    options = parser.parse_args(arguments)
    women = read_women(options.data)
    print(f"{sum(len(woman.lengths) for woman in women)} cycles of {len(women)} women\n")
    fitted = list(fit_folds(women, options.folds, options.seed))
    for question in QUESTIONS:
        print(f"## {question.title}\n\n{table(question, fitted, options.seed)}\n", flush=True)
    print(f"## While the cycle runs\n\n{running_table(fitted)}\n")
    print(f"## Ovulation day, no sign of it so far\n\n{no_sign_table(fitted)}")
    return 0


def fit_folds(women: list[Woman], count: int, seed: int) -> Iterator[Fitted]:
    """Deal the women into groups and fit the models to the others."""
    for others, these in folds(women, count, seed):
        lengths = fit_lengths(others)
        yield Fitted(others, these, lengths, fit_ovulation(others, lengths))


def guesses(question: Question, fitted: Sequence[Fitted]) -> dict[str, list[Guess]]:
    """Let every method forecast every target; simple ones borrow their span from other women."""
    made: dict[str, list[Guess]] = {name: [] for name in [*question.ours, *question.methods]}
    for fold in fitted:
        asked = [target for woman in fold.these for target in question.targets(woman)]
        elsewhere = [target for woman in fold.others for target in question.targets(woman)]
        for name, model_of in question.ours.items():
            model = model_of(fold)
            made[name] += [
                _guess(target, model(target.past), looks_back=question.looks_back)
                for target in asked
            ]
        for name, method in question.methods.items():
            off = [whole(method(target.past)) - target.truth for target in elsewhere]
            made[name] += [_simple(target, method, usual_misses(off)) for target in asked]
    return made


def table(question: Question, fitted: Sequence[Fitted], seed: int) -> str:
    """Write how good each method is at a question."""
    made = guesses(question, fitted)
    if question is LENGTHS:
        made["drip, the window it shows"] = drip_windows(fitted)
    heads = [f"MAE {name} (n {len(_subset(made[OURS], name))})" for name in SUBSETS]
    lines = [["method", *heads, "80 %: coverage", "width", "Winkler", "ours less it, MAE (95 %)"]]
    for name, mine in made.items():
        errors = [f"{mean_error(_subset(mine, subset)):.3f}" for subset in SUBSETS]
        score = span_score(mine)
        spans = [f"{100 * score.coverage:.1f} %", f"{score.width:.2f}", f"{score.winkler:.2f}"]
        less, low, high = difference(made[OURS], mine, seed)
        against = "–" if name == OURS else f"{less:+.3f} ({low:+.3f}, {high:+.3f})"
        lines.append([name, *errors, *spans, against])
    return markdown(lines)


def drip_windows(fitted: Sequence[Fitted]) -> list[Guess]:
    """Let drip forecast every length, with the window it shows around the day."""
    targets = [t for fold in fitted for woman in fold.these for t in lengths_ahead(woman)]
    return [
        Guess(t.person, t.learned, t.truth, sum(window) // 2, window)
        for t in targets
        for window in [drip_window(t.past)]
    ]


def _subset(guesses: Sequence[Guess], name: str) -> list[Guess]:
    least, most = SUBSETS[name]
    return [guess for guess in guesses if least <= guess.past <= most]


def running_table(fitted: Sequence[Fitted]) -> str:
    """Write how good the forecast of lengths stays while a cycle runs long."""
    lines = [["no onset by day", "n", "MAE ours", "MAE mean of past", "80 %: coverage", "width"]]
    for day in RUNNING_DAYS:
        ours, simple = [], []
        for fold in fitted:
            for target in (t for w in fold.these for t in lengths_ahead(w) if t.truth >= day):
                days = predict_length(target.past.lengths, prior=fold.lengths, at_least_days=day)
                ours.append(_guess(target, days.days))
                mean = max(whole(LENGTH_METHODS["mean of past"](target.past)), day)
                simple.append(replace(ours[-1], point=mean))
        lines.append(_running_line(day, ours, f"{mean_error(simple):.2f}"))
    return markdown(lines)


def no_sign_table(fitted: Sequence[Fitted]) -> str:
    """Write how good the forecast of ovulation stays while no sign of it is seen."""
    lines = [["no sign before day", "n", "MAE ours", "MAE mean", "80 %: coverage", "width"]]
    for day in NO_SIGN_BY:
        ours, simple = [], []
        for fold in fitted:
            for target in (t for w in fold.these for t in ovulations(w) if t.truth >= day):
                seen = target.past.observed
                days = predict_ovulation_day(seen, at_least_day=day, priors=fold.ovulation)
                ours.append(_guess(target, days))
                mean = whole(PROSPECTIVE_METHODS["mean of her ovulation days"](target.past))
                simple.append(replace(ours[-1], point=max(mean, day)))
        lines.append(_running_line(day, ours, f"{mean_error(simple):.2f}"))
    return markdown(lines)


def _running_line(day: int, ours: list[Guess], simple: str) -> list[str]:
    if not ours:
        return [str(day), "0", "–", "–", "–", "–"]
    score = span_score(ours)
    error, coverage = f"{mean_error(ours):.2f}", f"{100 * score.coverage:.1f} %"
    return [str(day), str(len(ours)), error, simple, coverage, f"{score.width:.2f}"]


def _guess(target: Target, days: WholeDays, *, looks_back: bool = False) -> Guess:
    span = days.shortest_interval() if looks_back else days.interval()
    return Guess(target.person, target.learned, target.truth, days.median, span)


def _simple(target: Target, method: Method, misses: tuple[int, int]) -> Guess:
    point = whole(method(target.past))
    span = (point + misses[0], point + misses[1])
    return Guess(target.person, target.learned, target.truth, point, span)


if __name__ == "__main__":
    raise SystemExit(main())
