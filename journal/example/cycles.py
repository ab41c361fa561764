"""The invented cycles: regular at first, then uneven, then with bleeds left out.

regular      early transition          late transition       therapy
28 28 27 29  26 36 25 38 …             70 30 84 …            spotting, a bleed now and then
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from journal.domain.days import Bleeding
from journal.example.story import (
    EARLY_TRANSITION_DAYS_AGO,
    LATE_TRANSITION_DAYS_AGO,
    THERAPY_DAYS_AGO,
    Story,
)
from journal.example.waves import Series

REGULAR_LENGTH, REGULAR_SPREAD = 28.0, 1.3
REGULAR_SHORTEST, REGULAR_LONGEST = 25, 31
EARLY_LENGTH, EARLY_SWING, EARLY_SPREAD = 30.0, 5.5, 1.5
LONG_GAP_SHORTEST, LONG_GAP_LONGEST = 62, 88
LATE_SHORTEST, LATE_LONGEST = 24, 44
THERAPY_SHORTEST, THERAPY_LONGEST = 50, 70
LUTEAL_LENGTH, LUTEAL_SPREAD = 13.0, 1.0
NO_OVULATION_EARLY, NO_OVULATION_LATE = 0.10, 0.35
BLEED_LENGTH, BLEED_SPREAD = 5.0, 0.8
SPOTTING_BEFORE_BLEED: Final = 0.2
SPOTTING_ON_THERAPY: Final = 0.06
NOT_MY_PERIOD_AFTER_THERAPY_DAYS: Final = 24


@dataclass(frozen=True, slots=True)
class Cycles:
    """Where every day stands.

    Attributes:
        onsets: Indices of menses onsets inside the story.
        ovulations: Indices of ovulations inside the story.
        from_ovulation: Days since (+) or until (−) the cycle's ovulation; not a number without one.
        to_onset: Days until the next onset, known to the inventor only.
        since_onset: Days since the last onset, 0 on the onset itself.
        bleeding: Amount by index; days without any are left out.
        not_my_period: Indices of bleeding that starts no cycle.
    """

    onsets: tuple[int, ...]
    ovulations: tuple[int, ...]
    from_ovulation: Series
    to_onset: Series
    since_onset: Series
    bleeding: dict[int, Bleeding]
    not_my_period: frozenset[int]


def build_cycles(story: Story) -> Cycles:
    """Invent the cycles of a story."""
    rng = story.stream("cycles")
    onsets = _onsets(story, rng)
    from_ovulation = np.full(story.days, np.nan)
    to_onset, since_onset = np.empty(story.days), np.empty(story.days)
    ovulations = []
    for onset, following in pairwise(onsets):
        inside = np.arange(max(onset, 0), min(following, story.days))
        to_onset[inside], since_onset[inside] = following - inside, inside - onset
        if rng.random() < _no_ovulation(story, onset):
            continue
        ovulation = following - round(rng.normal(LUTEAL_LENGTH, LUTEAL_SPREAD))
        from_ovulation[inside] = inside - ovulation
        if 0 <= ovulation < story.days:
            ovulations.append(ovulation)
    bleeding, not_mine = _bleeding(story, onsets, rng)
    return Cycles(
        onsets=tuple(onset for onset in onsets if 0 <= onset < story.days),
        ovulations=tuple(ovulations),
        from_ovulation=from_ovulation,
        to_onset=to_onset,
        since_onset=since_onset,
        bleeding=bleeding,
        not_my_period=not_mine,
    )


def _onsets(story: Story, rng: np.random.Generator) -> list[int]:
    """Invent onsets from before the first day to after the last."""
    onsets = [-int(rng.integers(0, REGULAR_SHORTEST))]
    turn = 0
    while onsets[-1] < story.days:
        ago = story.days - 1 - onsets[-1]
        onsets.append(onsets[-1] + _length(ago, turn, rng))
        # The first late cycle is the long one, so that the gap comes before the therapy.
        turn = 0 if _stage_changes(story, onsets) else turn + 1
    return onsets


def _stage_changes(story: Story, onsets: list[int]) -> bool:
    boundary = story.index_ago(LATE_TRANSITION_DAYS_AGO)
    return onsets[-2] < boundary <= onsets[-1]


def _length(days_ago: int, turn: int, rng: np.random.Generator) -> int:
    if days_ago > EARLY_TRANSITION_DAYS_AGO:
        length = round(rng.normal(REGULAR_LENGTH, REGULAR_SPREAD))
        return int(np.clip(length, REGULAR_SHORTEST, REGULAR_LONGEST))
    if days_ago > LATE_TRANSITION_DAYS_AGO:
        swing = EARLY_SWING if turn % 2 else -EARLY_SWING
        return round(rng.normal(EARLY_LENGTH + swing, EARLY_SPREAD))
    if days_ago <= THERAPY_DAYS_AGO:
        return int(rng.integers(THERAPY_SHORTEST, THERAPY_LONGEST + 1))
    if turn % 2:
        return int(rng.integers(LATE_SHORTEST, LATE_LONGEST + 1))
    return int(rng.integers(LONG_GAP_SHORTEST, LONG_GAP_LONGEST + 1))


def _no_ovulation(story: Story, onset: int) -> float:
    ago = story.days - 1 - onset
    if ago > EARLY_TRANSITION_DAYS_AGO:
        return 0.0
    return NO_OVULATION_EARLY if ago > LATE_TRANSITION_DAYS_AGO else NO_OVULATION_LATE


def _bleeding(
    story: Story, onsets: list[int], rng: np.random.Generator
) -> tuple[dict[int, Bleeding], frozenset[int]]:
    therapy = story.index_ago(THERAPY_DAYS_AGO)
    amounts: dict[int, Bleeding] = {
        index: Bleeding.SPOTTING
        for index in range(max(therapy, 0), story.days)
        if rng.random() < SPOTTING_ON_THERAPY
    }
    for before, onset in zip([onsets[0], *onsets], onsets, strict=False):
        if rng.random() < SPOTTING_BEFORE_BLEED:
            amounts[onset - 1] = Bleeding.SPOTTING
        amounts |= {onset + n: amount for n, amount in enumerate(_one_bleed(onset - before, rng))}
    stray = therapy + NOT_MY_PERIOD_AFTER_THERAPY_DAYS
    not_mine = {index for index in (stray, stray + 1) if index >= 0 and index not in amounts}
    amounts |= dict.fromkeys(not_mine, Bleeding.LIGHT)
    inside = {index: amount for index, amount in amounts.items() if 0 <= index < story.days}
    return inside, frozenset(not_mine)


def _one_bleed(days_before: int, rng: np.random.Generator) -> list[Bleeding]:
    days = int(np.clip(round(rng.normal(BLEED_LENGTH, BLEED_SPREAD)), 3, 8))
    worst = Bleeding.FLOODING if days_before >= LONG_GAP_SHORTEST else Bleeding.HEAVY
    first = Bleeding.LIGHT if rng.random() < 0.5 else Bleeding.MEDIUM  # noqa: PLR2004 - a coin
    middle = [worst, Bleeding.MEDIUM, Bleeding.LIGHT, Bleeding.LIGHT, Bleeding.LIGHT]
    return [first, *middle[: days - 2], Bleeding.SPOTTING]
