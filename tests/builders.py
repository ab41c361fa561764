"""Small pieces of a record for tests; they show only what matters to the claim."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from journal.domain.days import Bleeding, Day
from journal.domain.journal import BleedingDay

FIRST_DAY = date(2026, 1, 1)
STRIP_LETTERS: Mapping[str, Bleeding] = {
    "s": Bleeding.SPOTTING,
    "l": Bleeding.LIGHT,
    "m": Bleeding.MEDIUM,
    "h": Bleeding.HEAVY,
    "f": Bleeding.FLOODING,
    "u": Bleeding.UNSPECIFIED,
    "x": Bleeding.MEDIUM,
}


def on(text: str) -> date:
    """Read an ISO date."""
    return date.fromisoformat(text)


def day(text: str, **fields: object) -> Day:
    """Make the record of one date: `day("2026-01-03", mood=7)`."""
    return Day(on(text), **fields)  # type: ignore[arg-type]  # the values are the test's business


def rated(start: str, code: str, ratings: Sequence[int | None]) -> list[Day]:
    """Make consecutive days with one rating; None leaves the date out of the record."""
    first = on(start)
    return [
        Day(first + timedelta(days=place), **{code: rating})  # type: ignore[arg-type]
        for place, rating in enumerate(ratings)
        if rating is not None
    ]


def bleeding_on(*texts: str, bleeding: Bleeding = Bleeding.MEDIUM) -> list[Day]:
    """Make one day of bleeding per date."""
    return [Day(on(text), bleeding=bleeding) for text in texts]


def bleeding_strip(strip: str, first: date = FIRST_DAY) -> list[BleedingDay]:
    """Read one letter per date: `.` nothing, s l m h f u amounts, x flow that is not her period."""
    return list(_strip(strip, first))


def _strip(strip: str, first: date) -> Iterator[BleedingDay]:
    for place, letter in enumerate(strip):
        if letter != ".":
            date_ = first + timedelta(days=place)
            yield BleedingDay(date_, STRIP_LETTERS[letter], not_my_period=letter == "x")
