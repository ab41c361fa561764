"""What the invented body says: signs with their strength, sensations, temperature and tests."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from journal.domain.days import (
    SIGN_PREFIX,
    Bleeding,
    LhTest,
    Mucus,
    Sensation,
    SignStrength,
    sensation_field,
)
from journal.example.circumstances import Circumstances
from journal.example.cycles import Cycles
from journal.example.story import Story
from journal.example.waves import Series

# Signs she asks herself about every evening, so that "not today" gets written down too.
ASKED_DAILY: Final = ("hot_flushes", "irritability", "less_desire")
NOT_TODAY_RATE: Final = 0.5
LOW_RATING: Final = 3
SHORT_NIGHT_HOURS: Final = 5.8
HIGH_STRESS: Final = 7
SENSATION_RATE: Final = 0.18
MEASURED_DAYS: Final = 300
COOL_C, WARM_RISE_C, TEMPERATURE_SPREAD_C = 36.35, 0.35, 0.09
TEMPERATURE_RATE, DISTURBED_RATE, MUCUS_RATE = 0.75, 0.06, 0.4
PLEASANT: Final = (
    Sensation("heart", "warmth"),
    Sensation("heart", "flutter"),
    Sensation("chest", "softness"),
    Sensation("whole_body", "calm"),
)
UNPLEASANT: Final = (
    Sensation("throat", "tightness"),
    Sensation("belly", "tightness"),
    Sensation("chest", "numbness"),
    Sensation("shoulders", "heaviness"),
)


@dataclass(frozen=True, slots=True)
class Body:
    """How likely each sign is on each day, and the random numbers that decide."""

    chances: dict[str, Series]
    draws: np.ndarray[tuple[int, int], np.dtype[np.float64]]
    strengths: np.ndarray[tuple[int, int], np.dtype[np.float64]]
    measures: np.ndarray[tuple[int, int], np.dtype[np.float64]]


def build_body(
    story: Story, cycles: Cycles, around: Circumstances, rated: dict[str, Series]
) -> Body:
    """Decide how likely each sign is on each day."""
    rng = story.stream("body")
    chances = _chances(cycles, around, rated)
    shape = (story.days, len(chances))
    return Body(chances, rng.random(shape), rng.random(shape), rng.random((story.days, 8)))


def _chances(cycles: Cycles, around: Circumstances, rated: dict[str, Series]) -> dict[str, Series]:
    before = (cycles.to_onset <= 6).astype(np.float64)  # noqa: PLR2004 - the week before a bleed
    first = (cycles.since_onset <= 1).astype(np.float64)
    low = {name: (values <= LOW_RATING).astype(np.float64) for name, values in rated.items()}
    short = (around.sleep_hours < SHORT_NIGHT_HOURS).astype(np.float64)
    stressed = (around.stress >= HIGH_STRESS).astype(np.float64)
    return {
        "hot_flushes": around.flushes,
        "irritability": 0.06 + 0.30 * before + 0.25 * low["calm"],
        "less_desire": 0.04 + 0.45 * low["desire"],
        "night_sweats": 0.7 * around.flushes,
        "brain_fog": 0.02 + 0.25 * around.flushes,
        "joint_pain": 0.03 + 0.18 * around.flushes,
        "vaginal_dryness": 0.01 + 0.15 * around.flushes,
        "palpitations": 0.08 * around.flushes,
        "low_mood": 0.02 + 0.45 * low["mood"],
        "mood_swings": 0.03 + 0.18 * before + 0.05 * around.flushes,
        "anxiety": 0.04 + 0.20 * stressed,
        "stress_felt": 0.02 + 0.55 * stressed,
        "resentment": 0.01 + 0.20 * low["connection"],
        "pulling_away": 0.01 + 0.25 * low["connection"],
        "detachment": 0.12 * low["connection"],
        "not_caring": 0.08 * low["connection"] + 0.03 * low["mood"],
        "flat_sex": 0.06 * low["desire"],
        "poor_sleep": 0.04 + 0.60 * short,
        "fatigue": 0.06 + 0.30 * short,
        "cramps": 0.02 + 0.55 * first,
        "backache": 0.03 + 0.20 * first,
        "tender_breasts": 0.02 + 0.30 * before,
        "bloating": 0.03 + 0.25 * before,
        "headache": 0.05 + 0.12 * before + 0.10 * first,
    }


def signs_of(body: Body, index: int) -> dict[str, object]:
    """List the signs of one day as day fields."""
    fields: dict[str, object] = {}
    draws, strengths = body.draws[index].tolist(), body.strengths[index].tolist()
    for (code, chances), draw, strength in zip(body.chances.items(), draws, strengths, strict=True):
        if draw < chances[index]:
            fields[SIGN_PREFIX + code] = _strength(strength)
        elif code in ASKED_DAILY and strength < NOT_TODAY_RATE:
            fields[SIGN_PREFIX + code] = SignStrength.ABSENT
    return fields


def _strength(draw: float) -> SignStrength:
    if draw < 0.5:  # noqa: PLR2004 - half of all signs are mild
        return SignStrength.MILD
    return SignStrength.MODERATE if draw < 0.87 else SignStrength.SEVERE  # noqa: PLR2004 - one in eight


def sensations_of(body: Body, index: int, connection: int) -> dict[str, object]:
    """Name what was felt on a day: pleasant when close, unpleasant when far apart."""
    chance, which, *_ = body.measures[index].tolist()
    if chance > SENSATION_RATE or LOW_RATING < connection <= 2 * LOW_RATING:
        return {}
    felt = UNPLEASANT if connection <= LOW_RATING else PLEASANT
    return {sensation_field(felt[int(which * len(felt))]): True}


def body_signs_of(body: Body, cycles: Cycles, index: int) -> dict[str, object]:
    """Measure the body on one of the days of the first months, when she still did."""
    if index >= MEASURED_DAYS:
        return {}
    _, _, measured, disturbed, spread, looked, *_ = body.measures[index].tolist()
    after = float(cycles.from_ovulation[index])
    fields: dict[str, object] = {}
    if measured < TEMPERATURE_RATE:
        warm = WARM_RISE_C if after >= 1 else 0.0
        off = disturbed < DISTURBED_RATE
        noise = TEMPERATURE_SPREAD_C * 2 * (spread - 0.5) * 1.7 + (0.3 if off else 0.0)
        fields["temperature_c"] = round(COOL_C + warm + noise, 2)
        if off:
            fields["temperature_disturbed"] = True
    if -5 <= after <= 0:  # noqa: PLR2004 - the days she tested
        fields["lh_test"] = LhTest.POSITIVE if after in {-1.0, 0.0} else LhTest.NEGATIVE
    flow = cycles.bleeding.get(index, Bleeding.NONE)
    if looked < MUCUS_RATE and flow is Bleeding.NONE:
        fields["mucus"] = _mucus(after)
    return fields


def _mucus(from_ovulation: float) -> Mucus:
    if -2 <= from_ovulation <= 0:  # noqa: PLR2004 - the most fluid days
        return Mucus.EGG_WHITE
    if -5 <= from_ovulation < -2:  # noqa: PLR2004 - the days before
        return Mucus.CREAMY
    return Mucus.DRY if from_ovulation > 0 else Mucus.NOTHING
