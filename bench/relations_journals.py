"""Made-up journals in which it is known what goes with what, for `bench.relations`.

Nothing in them is true of anybody. Three ratings resemble the day before and one another, have a
weekend, a straight trend and whole numbers from 0 to 10; moments are counted, stress and hours of
sleep resemble the day before, time apart comes in spells, two signs are mostly absent. Days are
missing altogether, half of them in bouts. `relations_series` has the parts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from bench.relations_cycles import cycles_of_a_life, placed_in
from bench.relations_series import (
    apart_spells,
    missing_days,
    moments_of,
    remembering,
    slow_drift,
    volatile_spells,
)
from bench.relations_settings import (
    CONNECTION,
    DESIRE,
    MOOD,
    STRESS,
    Setting,
    Trouble,
)
from journal.analysis.day_memory_columns import banks
from journal.analysis.day_memory_cycle import PlacedDay
from journal.analysis.day_memory_grid import Floats
from journal.analysis.premenstrual_days import Window, window_of
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.questions import (
    APART,
    MOMENTS,
    SLEEP_HOURS,
    ChangeSource,
    DatedChange,
)
from journal.domain.ratings import HIGHEST, LOWEST

LAST_DAY: Final = date(2026, 11, 22)
# The days before the record begins leave something behind too.
LEAD_DAYS: Final = 40
DRIVING: Final = (MOMENTS, STRESS)
SIGNS: Final = ("sign:headache", "sign:tiredness")
LEVELS: Final[Mapping[str, float]] = {MOOD: 6.3, DESIRE: 4.8, CONNECTION: 6.8}
SPREAD: Final = 1.6
WEEKEND: Final = 0.5
TREND_SPREAD: Final = 0.8
STRESS_LEVEL, STRESS_SPREAD = 4.5, 2.0
SLEEP_LEVEL, SLEEP_SPREAD = 7.2, 1.0
EXPOSURE_MEMORY: Final = 0.5
# A sign is mild, moderate or severe above these values of a series of spread 1.
SIGN_STEPS: Final = (0.8, 1.3, 1.9)
WHITE_SHARES: Final = (0.3, 0.5)
DRIFT_SPREAD: Final = 1.0
FEEDBACK: Final = 0.5
SHOCK_SPREAD: Final = 0.6
SHOCK_ODDS: Final = 0.15
CYCLING: Final = 0.5
CYCLING_DIP: Final = 1.2
ABSENT_RATE: Final = 0.3
ABSENT_POINTS: Final = -0.8
SECOND_MEMORY: Final = 0.25
LOW_STEEPNESS: Final = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Felt:
    """One rating on every date before it is rounded and cut, in points.

    Attributes:
        cycle: What the cycle brings to it.
        others: What the week, moments, stress and time apart bring.
    """

    points: Floats
    cycle: Floats
    others: Floats

    @property
    def shrunk(self) -> float:
        """How much of a true effect is left once it is cut to 0–10, 0 to 1."""
        return float(np.mean((self.points > LOWEST) & (self.points < HIGHEST)))


@dataclass(frozen=True, slots=True, eq=False)
class MadeUp:
    """A journal and what is true in it.

    Attributes:
        felt: By rating, as it was before it was written down.
    """

    record: DailyRecord
    setting: Setting
    felt: Mapping[str, Felt]


def made_up(random: np.random.Generator, setting: Setting) -> MadeUp:
    """Make up one journal."""
    count = setting.days + LEAD_DAYS
    days = [LAST_DAY + timedelta(days=at + 1 - count) for at in range(count)]
    cycles = cycles_of_a_life(random, days[0], days[-1], setting.life)
    placed = placed_in(cycles, days)
    noted = _noted(random, setting, [window_of(day) for day in placed])
    felt = _felt(random, setting, noted, placed)
    ratings = {code: np.clip(np.rint(of.points), LOWEST, HIGHEST) for code, of in felt.items()}
    missing = _missing(random, setting, ratings[MOOD])
    values = {}
    for code, series in {**ratings, **noted.measures}.items():
        series[missing] = np.nan
        values[code] = series[LEAD_DAYS:]
    span = days[LEAD_DAYS:]
    record = DailyRecord(
        days=span,
        values=values,
        names={code: code.removeprefix("sign:").replace("_", " ") for code in values},
        placed=placed[LEAD_DAYS:],
        changes=(DatedChange(span[len(span) // 2], "a move", ChangeSource.OWN),),
    )
    whole = {
        code: Felt(*(part[LEAD_DAYS:] for part in (of.points, of.cycle, of.others)))
        for code, of in felt.items()
    }
    return MadeUp(record, setting, whole)


@dataclass(frozen=True, slots=True, eq=False)
class _Noted:
    """What is noted beside the ratings, and the ratings with nothing to be found."""

    measures: Mapping[str, Floats]
    errors: Mapping[str, Floats]


def _noted(random: np.random.Generator, setting: Setting, windows: Sequence[Window]) -> _Noted:
    trouble, count = setting.trouble, len(windows)
    shocks = (random.random(count) < SHOCK_ODDS) * random.normal(size=count) * 2.0
    errors = _errors(random, setting, count, shocks)
    apart = apart_spells(random, count)
    log_rate = np.zeros(count)
    if trouble is Trouble.FEEDBACK:
        log_rate[1:] += FEEDBACK * errors[MOOD][:-1] / SPREAD
    elif trouble is Trouble.SHOCK:
        log_rate += SHOCK_SPREAD * shocks
    elif trouble is Trouble.CYCLING:
        log_rate += CYCLING * _cycle_wave(windows)
    elif trouble is Trouble.ABSENT:
        log_rate += np.log(ABSENT_RATE) * apart
    stress, sleep, *signs = (
        remembering(random, count, EXPOSURE_MEMORY) for _ in range(2 + len(SIGNS))
    )
    if trouble is Trouble.DRIFT_BOTH:
        stress, sleep = (one + slow_drift(random, count) for one in (stress, sleep))
    measures = {
        STRESS: np.clip(np.rint(STRESS_LEVEL + STRESS_SPREAD * stress), 0, 10),
        SLEEP_HOURS: np.clip(np.rint(2 * (SLEEP_LEVEL + SLEEP_SPREAD * sleep)) / 2, 0, 14),
        MOMENTS: moments_of(random, log_rate),
        APART: apart,
        **{
            code: np.searchsorted(SIGN_STEPS, series).astype(np.float64)
            for code, series in zip(SIGNS, signs, strict=True)
        },
    }
    return _Noted(measures, errors)


def _errors(
    random: np.random.Generator, setting: Setting, count: int, shocks: Floats
) -> dict[str, Floats]:
    """Return what the ratings would be with nothing to be found, around 0, in points."""
    trouble, memory = setting.trouble, setting.memory
    second = {Trouble.LONGER: SECOND_MEMORY, Trouble.SWINGING: -SECOND_MEMORY}.get(trouble, 0.0)
    common = random.normal(size=count)
    louder = volatile_spells(random, count) if trouble is Trouble.VOLATILE else np.ones(count)
    found = {}
    for code in LEVELS:
        alike = setting.alike
        new = np.sqrt(alike) * common + np.sqrt(1 - alike) * random.normal(size=count)
        if trouble is Trouble.SHOCK and code == MOOD:
            new = new + shocks
        series = SPREAD * remembering(random, count, memory, second=second, new=new * louder)
        if trouble is Trouble.WHITE:
            share = random.uniform(*WHITE_SHARES)
            series = np.sqrt(1 - share) * series + np.sqrt(share) * SPREAD * random.normal(
                size=count
            )
        if trouble in {Trouble.DRIFT, Trouble.DRIFT_BOTH}:
            series = series + DRIFT_SPREAD * slow_drift(random, count)
        found[code] = series
    return found


def _felt(
    random: np.random.Generator, setting: Setting, noted: _Noted, placed: Sequence[PlacedDay | None]
) -> dict[str, Felt]:
    """Return the ratings before they are rounded."""
    truth, count = setting.truth, len(placed)
    at = np.arange(count)
    windows = [window_of(day) for day in placed]
    moments, stress = (noted.measures[code] - noted.measures[code].mean() for code in DRIVING)
    left = banks(moments, np.array([truth.half_life_days]))[:, 0]
    before, period = (
        np.array([window is of for window in windows])
        for of in (Window.PREMENSTRUAL, Window.PERIOD)
    )
    turns = np.array([0.0 if day is None else np.cos(2 * np.pi * day.share) for day in placed])
    weekend = WEEKEND * (at % 7 >= 5)  # noqa: PLR2004
    apart = noted.measures[APART] * (setting.trouble is Trouble.ABSENT)
    own = {
        MOOD: truth.same_day * moments + truth.stress * stress,
        CONNECTION: truth.carry_over * left,
    }
    of_cycle = {DESIRE: truth.dip * before + truth.period * period + truth.wave * turns}
    if setting.trouble is Trouble.CYCLING:
        of_cycle[MOOD] = CYCLING_DIP * _cycle_wave(windows)
    found = {}
    for code, level in LEVELS.items():
        slope = random.normal(0, TREND_SPREAD) * np.sqrt(12) * (at / count - 0.5)
        step = truth.step * (at >= LEAD_DAYS + setting.days // 2) * (code == CONNECTION)
        cycle = of_cycle.get(code, np.zeros(count))
        others = own.get(code, 0.0) + weekend + ABSENT_POINTS * apart
        found[code] = Felt(
            noted.errors[code] + level + slope + step + cycle + others, cycle, others
        )
    return found


def _cycle_wave(windows: Sequence[Window]) -> Floats:
    """Return −1 before a period, ½ around ovulation, and 0 on other days."""
    heights = {Window.PREMENSTRUAL: -1.0, Window.AROUND_OVULATION: 0.5}
    return np.array([heights.get(window, 0.0) for window in windows])


def _missing(random: np.random.Generator, setting: Setting, mood: Floats) -> Floats:
    count = len(mood)
    if setting.trouble is not Trouble.MISSING_LOW:
        return missing_days(random, count, setting.missing)
    odds = setting.missing * 2 / (1 + np.exp(LOW_STEEPNESS * (mood - LEVELS[MOOD])))
    return np.asarray(random.random(count) < odds)
