"""What a record still lacks before a question can be asked of it, in words."""

from collections.abc import Sequence
from typing import Final

from journal.analysis.day_memory_gate import Lack, LackKind
from journal.domain.labels import counted, listed

# One noun for each, as it stands behind a number; the second is the plural.
LACK_NOUNS: Final = {
    LackKind.RATED_DAYS: ("more rated day", "more rated days"),
    LackKind.DAYS_SPANNED: (
        "more day from the first rated day to the last",
        "more days from the first rated day to the last",
    ),
    LackKind.OTHER_RATINGS: (
        "more day with another rating than your usual one",
        "more days with another rating than your usual one",
    ),
    LackKind.LOGGED_DAYS: (
        "more rated day within the time you note moments",
        "more rated days within the time you note moments",
    ),
    LackKind.UNUSUAL_DAYS: (
        "more rated day with more or fewer moments than usual",
        "more rated days with more or fewer moments than usual",
    ),
    LackKind.CYCLES: ("more complete cycle", "more complete cycles"),
    LackKind.PHASE_KNOWN: (
        "more rated day whose place in a cycle is known",
        "more rated days whose place in a cycle is known",
    ),
    LackKind.WINDOW_CYCLES: (
        "more cycle with a rating in the five days before a period",
        "more cycles with a rating in the five days before a period",
    ),
    LackKind.WINDOW_DAYS: (
        "more rated day in the five days before a period",
        "more rated days in the five days before a period",
    ),
    LackKind.SPELLS: ("more time apart", "more times apart"),
    LackKind.DAYS_BEFORE_CHANGE: (
        "more rated day before the change",
        "more rated days before the change",
    ),
    LackKind.DAYS_SINCE_CHANGE: (
        "more rated day since the change",
        "more rated days since the change",
    ),
    LackKind.MODERATED_DAYS: (
        "more rated day on which it is noted whether the other is high",
        "more rated days on which it is noted whether the other is high",
    ),
}


def lack_words(lack: Lack) -> str:
    """Say how many of one thing are missing: "12 more rated days"."""
    return counted(lack.missing, *LACK_NOUNS[lack.kind])


def lacks_words(lacks: Sequence[Lack]) -> str:
    """Say everything that is missing, as a sentence: "12 more rated days are needed."."""
    verb = "is" if len(lacks) == 1 and lacks[0].missing == 1 else "are"
    return f"{listed([lack_words(lack) for lack in lacks])} {verb} needed."


def points_words(points: float) -> str:
    """Write a number of points of the scale, to a tenth: "1.2", "0.5"."""
    return f"{points:.1f}"
