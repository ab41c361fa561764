"""What became of a week's intentions, in sentences without praise and without blame."""

from collections.abc import Sequence
from typing import Final

from journal.connection.intentions import Kept, Ticked, WeekClosed
from journal.domain.labels import listed

NUMBER_WORDS: Final = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve"),
)
LIMIT_WORDS: Final = "Up to three small moments for this week, in your words."
EMPTY_WEEK: Final = (
    "Nothing is chosen for this week. If you like, choose a small moment to move towards; what you "
    "record ticks it."
)


def times_words(times: int) -> str:
    """Write how often: "once", "twice", "four times", "14 times"."""
    if times in {1, 2}:
        return "once" if times == 1 else "twice"
    return f"{number_words(times)} times"


def number_words(number: int) -> str:
    """Write a number up to twelve as a word, a greater one in digits."""
    return NUMBER_WORDS[number] if number < len(NUMBER_WORDS) else f"{number:,}"


def ticked_words(ticked: Ticked) -> str:
    """Say beside an intention what ticked it; nothing where nothing did."""
    came = f"came {times_words(ticked.times)}" if ticked.times else ""
    hand = "ticked by you" if ticked.by_hand else ""
    return ", ".join(part for part in (came, hand) if part)


def closed_words(closed: WeekClosed) -> str:
    """Say what happened: "You had chosen two. “Thanks” came twice; “hold hands” is not …"."""
    if not closed.chosen:
        return "You had chosen nothing for that week."
    parts = [part for part in (_came(closed.chosen), _by_hand(closed.chosen)) if part]
    if missing := [_quoted(kept) for kept in closed.chosen if not kept.ticked]:
        verb = "is" if len(missing) == 1 else "are"
        parts.append(f"{listed(missing)} {verb} not in your journal")
    said = "; ".join(parts)
    return f"You had chosen {number_words(len(closed.chosen))}. {said[0].upper()}{said[1:]}."


def _came(chosen: Sequence[Kept]) -> str:
    """Say how often those came that her record ticked."""
    came = [(_quoted(kept), times_words(kept.ticked.times)) for kept in chosen if kept.ticked.times]
    if not came:
        return ""
    (first, how_often), *rest = came
    return ", ".join([f"{first} came {how_often}", *(f"{what} {times}" for what, times in rest)])


def _by_hand(chosen: Sequence[Kept]) -> str:
    """Name those that only her hand ticked."""
    ticked = [_quoted(kept) for kept in chosen if kept.ticked.by_hand and not kept.ticked.times]
    return f"you ticked {listed(ticked)} yourself" if ticked else ""


def _quoted(kept: Kept) -> str:
    return f"“{kept.intention.words.strip()}”"
