"""What surrounds the days: stress, sleep, heat at night, and whether the two are in one place."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from journal.example.story import (
    LATE_TRANSITION_DAYS_AGO,
    MOVE_DAYS_AGO,
    THERAPY_DAYS_AGO,
    Story,
)
from journal.example.waves import Series, wandering

STRESS_MEAN, STRESS_MEMORY, STRESS_SPREAD = 4.2, 0.6, 1.8
MOVE_STRESS, MOVE_LASTS_DAYS = 2.0, 30
SLEEP_MEAN_HOURS, SLEEP_MEMORY, SLEEP_SPREAD_HOURS = 7.2, 0.3, 0.8
FLUSHES_COST_HOURS: Final = 1.0
FLUSHES_BEFORE, FLUSHES_WORST, FLUSHES_ON_THERAPY = 0.03, 0.75, 0.15
THERAPY_WORKS_AFTER_DAYS: Final = 35
HOME_SPELL_DAYS, AWAY_SPELL_DAYS = 24.0, 4.0
LONG_ABSENCE_DAYS_AGO, LONG_ABSENCE_DAYS = 290, 17


@dataclass(frozen=True, slots=True)
class Circumstances:
    """One value per day.

    Attributes:
        flushes: How likely a hot flush is, 0–1.
        apart: Whether the partner is away.
        therapy: How far the therapy has taken hold, 0–1.
    """

    stress: Series
    sleep_hours: Series
    flushes: Series
    therapy: Series
    apart: NDArray[np.bool_]
    weekend: NDArray[np.bool_]


def build_circumstances(story: Story) -> Circumstances:
    """Invent what surrounds the days of a story."""
    rng = story.stream("circumstances")
    therapy = story.progress(THERAPY_DAYS_AGO, THERAPY_DAYS_AGO - THERAPY_WORKS_AFTER_DAYS)
    worse = story.progress(LATE_TRANSITION_DAYS_AGO + 200, THERAPY_DAYS_AGO)
    untreated = FLUSHES_BEFORE + (FLUSHES_WORST - FLUSHES_BEFORE) * worse
    flushes = untreated + (FLUSHES_ON_THERAPY - untreated) * therapy
    sleep = wandering(rng, story.days, memory=SLEEP_MEMORY, spread=SLEEP_SPREAD_HOURS)
    weekdays = (story.date_of(0).weekday() + np.arange(story.days)) % 7
    return Circumstances(
        stress=_stress(story, rng),
        sleep_hours=SLEEP_MEAN_HOURS + sleep - FLUSHES_COST_HOURS * flushes,
        flushes=flushes,
        therapy=therapy,
        apart=_apart(story, rng),
        weekend=weekdays >= 5,  # noqa: PLR2004 - Saturday and Sunday
    )


def _stress(story: Story, rng: np.random.Generator) -> Series:
    stress = STRESS_MEAN + wandering(rng, story.days, memory=STRESS_MEMORY, spread=STRESS_SPREAD)
    move = story.index_ago(MOVE_DAYS_AGO)
    stress[max(move, 0) : max(move + MOVE_LASTS_DAYS, 0)] += MOVE_STRESS
    return stress


def _apart(story: Story, rng: np.random.Generator) -> NDArray[np.bool_]:
    apart = np.zeros(story.days, dtype=np.bool_)
    index = 0
    while index < story.days:
        index += 2 + int(rng.exponential(HOME_SPELL_DAYS - 2))
        away = 2 + int(rng.exponential(AWAY_SPELL_DAYS - 2))
        apart[index : index + away] = True
        index += away
    long = story.index_ago(LONG_ABSENCE_DAYS_AGO)
    apart[max(long, 0) : max(long + LONG_ABSENCE_DAYS, 0)] = True
    return apart
