"""The invented ratings: a wandering base, the cycle, the weekday, and what the days before left."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from journal.domain.ratings import HIGHEST, LOWEST
from journal.example.circumstances import STRESS_MEAN, Circumstances
from journal.example.cycles import Cycles
from journal.example.story import LATE_TRANSITION_DAYS_AGO, THERAPY_DAYS_AGO, Story
from journal.example.waves import Series, bump, faded, remembered

SHARED: Final = 0.4
HALF_LIFE_DAYS: Final = 2.0
OVULATION_WIDTH_DAYS: Final = 2.5
BEFORE_BLEED_WIDTH_DAYS: Final = 3.0
SLEEP_ENOUGH_HOURS: Final = 7.0


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one rating comes about; everything in rating points.

    Attributes:
        memory: Correlation of the wandering part with the day before.
        ovulation: Rise around ovulation.
        before_bleed: Change in the days before a bleed.
        account: Change per moment, the days after it, halved every two days.
        transition: Change by the end of the late transition, before the therapy.
        therapy: What the therapy gives back.
    """

    mean: float
    spread: float
    memory: float
    ovulation: float = 0.0
    before_bleed: float = 0.0
    weekend: float = 0.0
    account: float = 0.0
    stress: float = 0.0
    sleep: float = 0.0
    apart: float = 0.0
    transition: float = 0.0
    therapy: float = 0.0


RECIPES: Final[Mapping[str, Recipe]] = {
    "mood": Recipe(
        mean=6.4, spread=1.2, memory=0.4, ovulation=0.4, before_bleed=-1.2, weekend=0.5,
        account=0.20, stress=-0.30, sleep=0.30, transition=-0.8, therapy=0.8,
    ),
    "desire": Recipe(
        mean=4.8, spread=1.4, memory=0.5, ovulation=1.5, before_bleed=-0.8, weekend=0.5,
        account=0.15, stress=-0.25, sleep=0.15, transition=-1.6, therapy=0.6,
    ),
    "connection": Recipe(
        mean=6.6, spread=1.3, memory=0.6, ovulation=0.4, before_bleed=-0.8, weekend=0.4,
        account=0.35, stress=-0.15, apart=-1.2, transition=-0.6, therapy=0.5,
    ),
    "calm": Recipe(
        mean=5.8, spread=1.1, memory=0.3, before_bleed=-0.9, weekend=0.3, account=0.15,
        stress=-0.50, sleep=0.25, transition=-0.6, therapy=0.6,
    ),
    "energy": Recipe(
        mean=5.6, spread=1.2, memory=0.4, ovulation=0.5, before_bleed=-0.6, weekend=0.3,
        stress=-0.15, sleep=0.60, transition=-0.8, therapy=0.8,
    ),
}  # fmt: skip


def build_ratings(
    story: Story, cycles: Cycles, circumstances: Circumstances, deposits: Series
) -> dict[str, Series]:
    """Invent every rating of every day, whether it will be written down or not."""
    rng = story.stream("ratings")
    shared = rng.standard_normal(story.days)
    account = faded(deposits, half_life_days=HALF_LIFE_DAYS)
    account -= account.mean() if story.days else 0.0
    rated = {}
    for name, recipe in RECIPES.items():
        own = rng.standard_normal(story.days)
        shocks = np.sqrt(SHARED) * shared + np.sqrt(1 - SHARED) * own
        base = recipe.mean + recipe.spread * remembered(shocks, memory=recipe.memory)
        rated[name] = whole(
            base + recipe.account * account + _pattern(recipe, cycles, circumstances, story)
        )
    noise = rng.standard_normal(story.days)
    rated["stress"] = whole(circumstances.stress)
    rated["sleep_quality"] = whole(circumstances.sleep_hours * 1.4 - 3.5 + noise)
    return rated


def _pattern(recipe: Recipe, cycles: Cycles, around: Circumstances, story: Story) -> Series:
    later = story.progress(LATE_TRANSITION_DAYS_AGO + 200, THERAPY_DAYS_AGO)
    return (
        recipe.ovulation * bump(cycles.from_ovulation, width=OVULATION_WIDTH_DAYS)
        + recipe.before_bleed * bump(cycles.to_onset - 1, width=BEFORE_BLEED_WIDTH_DAYS)
        + recipe.weekend * around.weekend
        + recipe.stress * (around.stress - STRESS_MEAN)
        + recipe.sleep * (around.sleep_hours - SLEEP_ENOUGH_HOURS)
        + recipe.apart * around.apart
        + recipe.transition * later
        + recipe.therapy * around.therapy
    )


def whole(values: Series) -> Series:
    """Round to the rating scale."""
    return np.clip(np.rint(values), LOWEST, HIGHEST)
