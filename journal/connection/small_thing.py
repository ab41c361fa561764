"""One small thing: what may be offered on a day that asks for a little more care, once a day.

It is offered or it is not; nothing is noted of a day on which she left it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median
from typing import Final

from journal.connection.account import BalanceDay
from journal.connection.ladder import Step
from journal.domain.days import Partner
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange

# About three months: long enough to hold three cycles, short enough to be how things are now.
USUAL_OVER_DAYS: Final = 90
# Four weeks, so that no single week says what is usual.
FEWEST_USUAL_DAYS: Final = 28
# Ours: a balance that fades to half of the usual one has gone without for about a half-life.
LOW_SHARE: Final = 0.5
# Steps that are small, and a thing to do rather than to say about limits; by where they can be
# done. No closer or intimate step is ever offered unasked.
FROM_AFAR: Final = frozenset({"notice", "kind_message", "thank_you", "ask_and_listen"})
SMALL_STEPS: Final = FROM_AFAR | {
    *("warm_look", "same_room", "sit_near", "fingertips", "hand_on_arm", "hold_hands"),
    *("shoulder_to_shoulder", "short_hug"),
}


class Occasion(StrEnum):
    """Why one small thing is offered today."""

    LOW_BALANCE = "low_balance"
    PREMENSTRUAL = "premenstrual"
    PREMENSTRUAL_ESTIMATED = "premenstrual_estimated"


@dataclass(frozen=True, slots=True)
class SmallThing:
    """One step of the ladder, and why it is offered; at least one occasion."""

    step: str
    occasions: tuple[Occasion, ...]


def usual_balance(days: Iterable[BalanceDay], today: date) -> float | None:
    """Return the middle balance of the 90 days up to and with `today`.

    Returns:
        The median, or None with fewer than 28 days of the account.
    """
    lately = DateRange.last_days(USUAL_OVER_DAYS, today)
    balances = [day.balance for day in days if day.date in lately]
    return median(balances) if len(balances) >= FEWEST_USUAL_DAYS else None


def balance_is_low(balance: float | None, usual: float | None) -> bool:
    """Say whether a balance lies below half of the usual one.

    Where what is usual is nothing or less, half of it says nothing, and no balance is called low.
    """
    if balance is None or usual is None or usual <= 0:
        return False
    return balance < LOW_SHARE * usual


def small_thing(
    occasions: Sequence[Occasion],
    steps: Sequence[Step],
    *,
    settings: OwnerSettings,
    partner: Partner | None,
    today: date,
) -> SmallThing | None:
    """Choose one small thing for a day, the same one all day long.

    Args:
        occasions: Why it would be offered; without any it is not.
        steps: The steps that may be offered today, from `steps_for`.
        settings: Whether she wants offers, and the day she last put one away.
        partner: Apart, only what can be done from afar is left.
    """
    if not occasions or not settings.offers or settings.small_thing_seen == today:
        return None
    fitting = FROM_AFAR if partner is Partner.APART else SMALL_STEPS
    codes = [step.code for step in steps if step.code in fitting]
    if not codes:
        return None
    return SmallThing(codes[today.toordinal() % len(codes)], tuple(occasions))
