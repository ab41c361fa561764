"""What is said of shares of variation: "the cycle goes with about 8 % of how your mood varies"."""

from collections.abc import Mapping
from typing import Final

from journal.analysis.relations.measure_words import spoken
from journal.analysis.relations.variation import Leader, Share, VariationShares
from journal.domain.labels import counted

LEAST_PERCENT: Final = 1
METHOD: Final = (
    "A rating goes up and down. Part of that goes along with the place of a day in your cycle, "
    "part with everything else you noted: the week, time apart, moments and bids, stress and "
    "sleep. Each part is counted beside the other, and what chance alone would look like is taken "
    "off. The rest goes with what nobody noted. A share says nothing of causes."
)

LEADER_WORDS: Final = {
    Leader.CYCLE: "The cycle goes with more of it than everything else.",
    Leader.OTHERS: "Everything else goes with more of it than the cycle.",
    Leader.OPEN: "Which of the two goes with more, your record cannot tell yet.",
}


def variation_words(found: VariationShares, names: Mapping[str, str]) -> str:
    """Say how much of a rating goes with the cycle, and how much with everything else."""
    varies = f"how {spoken(found.outcome, names).subject} varies"
    rests = f"{counted(found.days, 'day')}, {counted(found.cycles, 'cycle')}"
    return (
        f"The cycle goes with {_share_words(found.cycle)} of {varies} ({_span(found.cycle)}), "
        f"everything else you noted with {_share_words(found.others)} ({_span(found.others)}; "
        f"{rests}). {LEADER_WORDS[found.leader]}"
    )


def _share_words(share: Share) -> str:
    percent = round(100 * share.share)
    return f"about {percent} %" if percent >= LEAST_PERCENT else "next to nothing"


def _span(share: Share) -> str:
    low, high = round(100 * share.low), round(100 * share.high)
    return f"{low} to {high} %" if low < high else f"close to {high} %"
