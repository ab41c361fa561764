"""What was counted in a review, in sentences: moments, who started, how bids were met, the body."""

from collections.abc import Iterator, Sequence
from typing import Final

from journal.analysis.review.moments import Met, Pair, ReviewMoments
from journal.connection.account_words import balance_words
from journal.connection.bids import Share, Starts
from journal.domain.labels import counted

MOST_ROWS: Final = 8
OTHERS: Final = "Others"


def moment_lines(found: ReviewMoments) -> tuple[str, ...]:
    """Say how many moments there were, who started them, and what the account holds."""
    if found.nothing:
        return ()
    return tuple(_moment_lines(found))


def bid_lines(found: ReviewMoments) -> tuple[str, ...]:
    """Say how bids were met, each share with its interval, and whether the two lie apart."""
    sides = (
        ("Bids you made that were turned toward", found.now.made, found.before.made),
        ("Bids made to you that you turned toward", found.now.received, found.before.received),
    )
    return tuple(
        f"{name}: {share_words(now)}; before, {share_words(before)}.{_apart(now, before)}"
        for name, now, before in sides
        if now.of or before.of
    )


def group_items(found: ReviewMoments) -> tuple[str, ...]:
    """Count the moments of each group of the catalogue."""
    return _pairs(found.groups)


def felt_items(found: ReviewMoments) -> tuple[str, ...]:
    """Count the days of each sensation."""
    return _pairs(found.felt, "day")


def share_words(share: Share) -> str:
    """Write a share with its interval: "12 of 16, 75 % (51 to 90 %)"; counts alone if too few."""
    if not share.of:
        return "none noted"
    counts = f"{share.part:,} of {share.of:,}"
    if share.rate is None or share.low is None or share.high is None:
        return counts
    spread = f"{100 * share.low:.0f} to {100 * share.high:.0f} %"
    return f"{counts}, {100 * share.rate:.0f} % ({spread})"


def _moment_lines(found: ReviewMoments) -> Iterator[str]:
    now, before = found.now, found.before
    yield f"{_noted(now)}; before, {_noted(before, also=False)}."
    partner = now.from_partner, before.from_partner
    if any(partner):
        yield f"Noted by your partner: {partner[0]:,}, before {partner[1]:,}."
    if now.starts.own.of or before.starts.own.of:
        yield f"Who started: {_started(now.starts)}; before, {_started(before.starts)}."
    if now.balance is not None and before.balance is not None:
        yield (
            f"The account stood at {balance_words(now.balance)} on the last day, and at "
            f"{balance_words(before.balance)} on the last day of the time before."
        )


def _noted(side: Met, *, also: bool = True) -> str:
    if not side.moments:
        return "No moment noted" if also else "none"
    moments = counted(side.moments, "moment") if also else f"{side.moments:,}"
    return f"{moments} on {counted(side.days, 'day')}"


def _started(starts: Starts) -> str:
    if not starts.own.of:
        return "not noted"
    return (
        f"you {starts.own.part:,}, your partner {starts.partner.part:,}, both of you "
        f"{starts.both.part:,}"
    )


def _apart(now: Share, before: Share) -> str:
    """Say whether two intervals share a value, where both are known."""
    if now.low is None or now.high is None or before.low is None or before.high is None:
        return ""
    if now.low > before.high:
        return " A larger share than before: the intervals lie apart."
    if now.high < before.low:
        return " A smaller share than before: the intervals lie apart."
    return " The intervals overlap: the two may be alike."


def _pairs(pairs: Sequence[Pair], noun: str | None = None) -> tuple[str, ...]:
    said = [
        f"{pair.name or OTHERS}: {counted(pair.now, noun) if noun else f'{pair.now:,}'}, "
        f"before {pair.before:,}"
        for pair in pairs[:MOST_ROWS]
    ]
    left = len(pairs) - MOST_ROWS
    return (*said, *([f"{left:,} more, each no larger"] if left > 0 else []))
