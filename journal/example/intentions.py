"""What the invented person meant to do this week and the last: small moments in her own words.

Chosen to suit what she wrote down, so that each way to tick one can be seen: this week one that her
record ticked and one still open; of last week one ticked by a moment, one by hand, one by nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from journal.domain.intentions import Intention, IntentionSource
from journal.domain.moments import Author, Moment

BY_HAND_ON_DAY: Final = 5
HERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "kiss_in_passing": "A kiss when one of us leaves",
        "thanks": "I say thank you for something small",
        "held_hands": "We hold hands when we walk",
        "smile": "I look up and smile at the door",
        "shared_thought": "I say one thing that crossed my mind",
        "asked_about_day": "I ask how the day was, and listen",
        "long_hug": "A long hug before supper",
        "message_sent": "A message in the middle of the day",
        "walked_together": "We walk around the block together",
        "look_held": "I look a moment longer",
    }
)
STEP, STEP_WORDS = "sit_near", "I sit down near, with nothing to do"
OWN_WORDS: Final = "Phones stay in the hall while we eat"


def intentions_of(moments: Sequence[Moment], until: date) -> tuple[Intention, ...]:
    """List the intentions of the week of `until`, from Monday on, and of the week before.

    Args:
        moments: As written down; none after `until`.
        until: The last day of the record.
    """
    week = until - timedelta(days=until.weekday())
    before = week - timedelta(weeks=1)
    lately = _often(moments, week, until)
    earlier = _often(moments, before, week - timedelta(days=1))
    done, then = _most(lately), _most(earlier)
    by_hand = before + timedelta(days=BY_HAND_ON_DAY)
    return (
        _of_moment(before, then),
        Intention(before, STEP_WORDS, IntentionSource.STEP, STEP),
        Intention(before, OWN_WORDS, done_on=by_hand),
        _of_moment(week, done),
        _of_moment(week, _open(lately, {done, then})),
    )


def _often(moments: Sequence[Moment], first: date, last: date) -> Counter[str]:
    """Count by kind what she noted herself; a partner's moment ticks nothing."""
    return Counter(
        moment.kind
        for moment in moments
        if first <= moment.date <= last and moment.author is Author.OWNER
    )


def _most(counts: Counter[str]) -> str:
    """Return the kind noted most often, the first of her words where none of them was noted."""
    return max(HERS, key=lambda kind: counts[kind])


def _open(counts: Counter[str], taken: set[str]) -> str:
    """Return one that is still to come; the rarest, should every kind have come already."""
    return min((kind for kind in HERS if kind not in taken), key=lambda kind: counts[kind])


def _of_moment(week: date, kind: str) -> Intention:
    return Intention(week, HERS[kind], IntentionSource.MOMENT, kind)
