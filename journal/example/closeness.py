"""The invented moments: how many a day, of which kind, and how they went."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from journal.domain.days import Sensation
from journal.domain.moments import Author, BidResponse, Initiator, Moment, WithWhom
from journal.example.circumstances import Circumstances
from journal.example.notes import MOMENT_NOTES
from journal.example.story import THERAPY_DAYS_AGO, Story
from journal.example.waves import Series, wandering

Choice = TypeVar("Choice")
MOMENTS_A_DAY, MOMENTS_MEMORY, MOMENTS_SPREAD = 2.1, 0.6, 0.45
MOST_A_DAY: Final = 9
APART_FACTOR, WEEKEND_FACTOR, STRESS_FACTOR, DROUGHT_FACTOR = 0.6, 1.25, 0.95, 0.75
MET_RATES: Final = {
    BidResponse.TURNED_TOWARD: 0.80,
    BidResponse.TURNED_AWAY: 0.15,
    BidResponse.TURNED_AGAINST: 0.05,
}
MISSED_COSTS: Final = 0.5
DETAIL_RATE, TIME_RATE, NOTE_RATE, SENSATION_RATE = 0.65, 0.5, 0.03, 0.12
PHONE_WHEN_MET, PHONE_WHEN_MISSED, NO_PHONE_RATE = 0.04, 0.45, 0.25
PARTNER_NOTES_RATE: Final = 0.06
TOGETHER_KINDS: Final = {
    "long_hug": 9, "quiet_cuddle": 8, "hair_stroked": 4, "hand_on_chest": 3, "lingering_kiss": 5,
    "hand_that_stays": 4, "held_hands": 5, "kiss_in_passing": 6, "leaned_together": 3,
    "slept_close": 4, "bid": 3, "question_asked": 4, "shared_thought": 6, "shared_feeling": 2,
    "thanks": 6, "appreciation": 4, "good_talk": 3, "really_listened": 3, "smile": 7,
    "look_held": 4, "walked_together": 5, "ate_together": 8, "laughed_together": 6,
    "cooked_together": 3, "helped": 4, "played_together": 3, "apology": 1, "made_up": 1,
    "breast_massage_self": 2, "breast_massage_partner": 1, "massage": 1, "sex": 3,
}  # fmt: skip
APART_KINDS: Final = {
    "message_sent": 12, "shared_thought": 5, "good_talk": 4, "asked_about_day": 6, "thanks": 2,
    "appreciation": 2, "comfort": 2, "breast_massage_self": 1,
}  # fmt: skip
OTHERS: Final = {
    "laughed_together": (WithWhom.CHILD, WithWhom.FRIEND), "walked_together": (WithWhom.FRIEND,),
    "played_together": (WithWhom.CHILD,), "ate_together": (WithWhom.FAMILY, WithWhom.FRIEND),
    "good_talk": (WithWhom.FRIEND, WithWhom.CHILD), "helped": (WithWhom.CHILD, WithWhom.FAMILY),
}  # fmt: skip
OTHERS_RATE: Final = 0.35
MINUTES: Final = {
    "walked_together": 40, "good_talk": 30, "quiet_cuddle": 20, "ate_together": 40, "massage": 25,
    "breast_massage_self": 10, "breast_massage_partner": 15,
}  # fmt: skip
FELT: Final = (
    Sensation("heart", "warmth"), Sensation("heart", "flutter"), Sensation("chest", "softness"),
    Sensation("throat", "flutter"), Sensation("belly", "warmth"), Sensation("whole_body", "calm"),
)  # fmt: skip


def moment_counts(story: Story, around: Circumstances) -> NDArray[np.int64]:
    """Invent how many moments each day had, written down or not."""
    rng = story.stream("closeness")
    mood = wandering(rng, story.days, memory=MOMENTS_MEMORY, spread=MOMENTS_SPREAD)
    rate = MOMENTS_A_DAY * np.exp(mood - MOMENTS_SPREAD**2 / 2)
    rate *= np.where(around.apart, APART_FACTOR, 1.0) * np.where(
        around.weekend, WEEKEND_FACTOR, 1.0
    )
    rate *= STRESS_FACTOR ** (around.stress - 4)
    hard = story.progress(THERAPY_DAYS_AGO + 120, THERAPY_DAYS_AGO) * (1 - around.therapy)
    return np.minimum(rng.poisson(rate * DROUGHT_FACTOR**hard), MOST_A_DAY)


def build_moments(
    story: Story, around: Circumstances, counts: NDArray[np.int64]
) -> tuple[list[list[Moment]], Series]:
    """Invent the moments of every day, and what they give to the days after."""
    rng, partner = story.stream("details"), story.stream("partner")
    days, deposits = [], np.zeros(story.days)
    kinds = {True: _cumulative(APART_KINDS), False: _cumulative(TOGETHER_KINDS)}
    for index, (count, apart) in enumerate(
        zip(counts.tolist(), around.apart.tolist(), strict=True)
    ):
        day = story.date_of(index)
        moments = [
            _moment(day, pick(kinds[apart], draws), draws) for draws in rng.random((count, 14))
        ]
        noted_by = partner.random(count).tolist()
        days.append([_noted(*pair) for pair in zip(moments, noted_by, strict=True)])
        deposits[index] = sum(_worth(moment) for moment in moments)
    return days, deposits


def _moment(day: date, kind: str, draws: NDArray[np.float64]) -> Moment:
    _, who, met, detail, phone, others, minutes, at, hour, note, which, felt, what, heard = (
        draws.tolist()
    )
    alone = kind == "breast_massage_self"
    response = _weighted(MET_RATES, met) if heard < DETAIL_RATE and not alone else None
    missed = response not in {None, BidResponse.TURNED_TOWARD}
    with_whom = _with_whom(kind, others, which)
    told = detail < DETAIL_RATE and not alone and with_whom is WithWhom.PARTNER
    return Moment(
        date=day,
        kind=kind,
        at=time(7 + int(hour * 16), int(which * 12) * 5) if at < TIME_RATE else None,
        initiator=_of(tuple(Initiator), who) if told else None,
        response=response,
        with_whom=with_whom if detail < DETAIL_RATE or alone else None,
        phone_in_way=_phone(phone, missed=missed),
        minutes=_minutes(kind, minutes),
        sensations=frozenset({_of(FELT, what)})
        if felt < SENSATION_RATE and not missed
        else frozenset(),
        note=_of(MOMENT_NOTES, which) if note < NOTE_RATE and not missed else None,
    )


def _noted(moment: Moment, chance: float) -> Moment:
    """Let the partner note some of what the two shared; what she felt is not the partner's."""
    if chance >= PARTNER_NOTES_RATE or moment.with_whom is not WithWhom.PARTNER:
        return moment
    return replace(moment, author=Author.PARTNER, sensations=frozenset(), note=None)


def _phone(chance: float, *, missed: bool) -> bool | None:
    if chance < (PHONE_WHEN_MISSED if missed else PHONE_WHEN_MET):
        return True
    return False if chance > 1 - NO_PHONE_RATE else None


def _with_whom(kind: str, chance: float, which: float) -> WithWhom:
    if kind == "breast_massage_self":
        return WithWhom.SELF
    if kind in OTHERS and chance < OTHERS_RATE:
        return _of(OTHERS[kind], which)
    return WithWhom.PARTNER


def _minutes(kind: str, chance: float) -> int | None:
    usual = MINUTES.get(kind)
    if usual is None or chance > DETAIL_RATE:
        return None
    return max(5, 5 * round(usual * (0.4 + 1.6 * chance) / 5))


def _worth(moment: Moment) -> float:
    missed = moment.response not in {None, BidResponse.TURNED_TOWARD}
    return -MISSED_COSTS if missed else 1.0


def _cumulative(weights: Mapping[str, int]) -> tuple[list[str], NDArray[np.float64]]:
    totals = np.cumsum(np.array(list(weights.values()), dtype=np.float64))
    return list(weights), totals / totals[-1]


def pick(kinds: tuple[list[str], NDArray[np.float64]], draws: NDArray[np.float64]) -> str:
    """Choose a kind by the first of a moment's draws."""
    names, shares = kinds
    return names[min(int(np.searchsorted(shares, draws[0])), len(names) - 1)]


def _weighted(rates: Mapping[BidResponse, float], chance: float) -> BidResponse:
    reached = 0.0
    for choice, rate in rates.items():
        reached += rate
        if chance < reached:
            return choice
    return BidResponse.TURNED_TOWARD


def _of(choices: Sequence[Choice], chance: float) -> Choice:
    return choices[int(chance * len(choices))]
