"""What is asked of the forecasts: which cycles, by which model of ours, beside which simple ones.

Convention: a question is about one cycle at a time, and knows only the cycles before it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from bench.forecast_data import Woman
from bench.forecast_methods import (
    AFTER_OVULATION_METHODS,
    LENGTH_METHODS,
    PROSPECTIVE_METHODS,
    RETROSPECTIVE_METHODS,
    UNOBSERVED_METHODS,
    Method,
    Past,
)
from journal.cycle.length_model import OTHER_WOMEN_WIDENING, SHIPPED, predict_length
from journal.cycle.ovulation_model import (
    SHIPPED_OVULATION,
    OvulationPriors,
    is_estimated,
    length_given_ovulation,
    ovulation_day_given_length,
    predict_ovulation_day,
)
from journal.cycle.own_variance import OwnVariancePrior
from journal.cycle.whole_days import WholeDays

OURS: Final = "ours"


@dataclass(frozen=True, slots=True)
class Target:
    """One cycle to forecast: what is known, what came, and how much was to learn from."""

    person: str
    past: Past
    truth: int
    learned: int


Model = Callable[[Past], WholeDays]
Targets = Callable[[Woman], Iterator[Target]]


@dataclass(frozen=True, slots=True)
class Fitted:
    """One group of women, with what was fitted to the others."""

    others: list[Woman]
    these: list[Woman]
    lengths: OwnVariancePrior
    ovulation: OvulationPriors


@dataclass(frozen=True, slots=True)
class Question:
    """Something to forecast: the cycles asked about, our model of it, and the simple methods."""

    title: str
    targets: Targets
    ours: Mapping[str, Callable[[Fitted], Model]]
    methods: Mapping[str, Method]
    looks_back: bool = False


def lengths_ahead(woman: Woman) -> Iterator[Target]:
    """Yield every cycle with at least one before it."""
    for place in range(1, len(woman.lengths)):
        past = Past(woman.lengths[:place])
        yield Target(woman.person, past, woman.lengths[place], place)


def ovulations(woman: Woman, *, fewest: int = 1, gated: bool = False) -> Iterator[Target]:
    """Yield every cycle with an observed ovulation, `fewest` of them before it.

    Args:
        woman: The woman.
        fewest: Least number of observed ovulations before it; 0 asks for cycles alone, and
            counts those as what was learned from.
        gated: Only cycles of a length that is estimated at all.
    """
    for place, day in enumerate(woman.ovulation_days):
        length, observed = woman.lengths[place], woman.observed(place)
        if (
            day is None
            or not place
            or len(observed) < fewest
            or (gated and not is_estimated(length))
        ):
            continue
        past = Past(woman.lengths[:place], observed, length)
        yield Target(woman.person, past, day, len(observed) if fewest else place)


def onsets_after_ovulation(woman: Woman) -> Iterator[Target]:
    """Yield the same cycles, asking for the length when the day of ovulation is known."""
    for target in ovulations(woman):
        past = replace(target.past, length=0, ovulation_day=target.truth)
        yield replace(target, past=past, truth=target.past.length)


def _length_with(prior: OwnVariancePrior) -> Model:
    return lambda past: predict_length(past.lengths, prior=prior).days


def _unobserved(priors: OvulationPriors) -> Model:
    return lambda past: predict_ovulation_day((), lengths=past.lengths, priors=priors)


def _ahead(priors: OvulationPriors) -> Model:
    return lambda past: predict_ovulation_day(past.observed, lengths=past.lengths, priors=priors)


def _looking_back(priors: OvulationPriors) -> Model:
    return lambda past: ovulation_day_given_length(past.length, past.observed, priors=priors)


def _after(priors: OvulationPriors) -> Model:
    return lambda past: length_given_ovulation(past.ovulation_day, past.observed, priors=priors)


SHIPPED_ROW: Final = "ours as shipped (its numbers saw these women)"
LENGTHS: Final = Question(
    "Length of the next cycle, in days",
    lengths_ahead,
    {
        OURS: lambda fold: _length_with(fold.lengths),
        "ours, women expected further apart, × 1.3": lambda fold: _length_with(
            fold.lengths.widened(between=OTHER_WOMEN_WIDENING)
        ),
        SHIPPED_ROW: lambda _fold: _length_with(SHIPPED),
    },
    LENGTH_METHODS,
)
QUESTIONS: Final = (
    LENGTHS,
    Question(
        "Ovulation day looking back, the length being known (21 to 35 days)",
        lambda woman: ovulations(woman, gated=True),
        {
            OURS: lambda fold: _looking_back(fold.ovulation),
            SHIPPED_ROW: lambda _fold: _looking_back(SHIPPED_OVULATION),
        },
        RETROSPECTIVE_METHODS,
        looks_back=True,
    ),
    Question(
        "Ovulation day at the start of a cycle",
        ovulations,
        {
            OURS: lambda fold: _ahead(fold.ovulation),
            SHIPPED_ROW: lambda _fold: _ahead(SHIPPED_OVULATION),
        },
        PROSPECTIVE_METHODS,
    ),
    Question(
        "Ovulation day at the start of a cycle, lengths alone being known",
        lambda woman: ovulations(woman, fewest=0),
        {
            OURS: lambda fold: _unobserved(fold.ovulation),
            SHIPPED_ROW: lambda _fold: _unobserved(SHIPPED_OVULATION),
        },
        UNOBSERVED_METHODS,
    ),
    Question(
        "Length once ovulation was observed",
        onsets_after_ovulation,
        {
            OURS: lambda fold: _after(fold.ovulation),
            SHIPPED_ROW: lambda _fold: _after(SHIPPED_OVULATION),
            "ours without looking at the ovulation": lambda fold: _length_with(fold.lengths),
        },
        AFTER_OVULATION_METHODS,
    ),
)
