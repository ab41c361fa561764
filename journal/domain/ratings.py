"""The one rating scale: whole numbers from 0 to 10; `None` is "not recorded", never 0."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from journal.domain.errors import RatingOutOfRange

LOWEST: Final = 0
HIGHEST: Final = 10
MIDDLE: Final = 5

Rating: TypeAlias = int
"""A whole number from `LOWEST` to `HIGHEST`."""


@dataclass(frozen=True, slots=True)
class RatingScale:
    """The words for one rating: its name, and the names of its two ends and its middle."""

    code: str
    name: str
    question: str
    lowest: str
    middle: str
    highest: str

    def word(self, rating: Rating) -> str:
        """Name a rating on this scale, for a screen reader or a table."""
        named = {LOWEST: self.lowest, MIDDLE: self.middle, HIGHEST: self.highest}
        return f"{rating}, {named[rating]}" if rating in named else str(rating)


CORE_RATINGS: Final = (
    RatingScale("mood", "Mood", "How is your mood?", "very low", "in between", "very good"),
    RatingScale("desire", "Desire", "How much desire?", "none", "some", "very strong"),
    RatingScale(
        "connection",
        "Connection",
        "How close do you feel?",
        "far apart",
        "in between",
        "very close",
    ),
)
OPTIONAL_RATINGS: Final = (
    RatingScale("calm", "Calm", "How calm are you?", "very tense", "in between", "very calm"),
    RatingScale("energy", "Energy", "How much energy?", "none", "some", "a great deal"),
    RatingScale("stress", "Stress", "How much stress?", "none", "some", "very much"),
    RatingScale(
        "sleep_quality", "Sleep quality", "How did you sleep?", "very badly", "so-so", "very well"
    ),
)
RATINGS: Final = {scale.code: scale for scale in (*CORE_RATINGS, *OPTIONAL_RATINGS)}


def validated_rating(field: str, value: object) -> Rating:
    """Return `value` as a rating.

    Raises:
        RatingOutOfRange: It is no whole number from 0 to 10.
    """
    if isinstance(value, bool) or not isinstance(value, int) or not LOWEST <= value <= HIGHEST:
        raise RatingOutOfRange(field, value, LOWEST, HIGHEST)
    return value
