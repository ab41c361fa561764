"""The middle and the spread of groups of ratings, and none of them from too few days."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

FEWEST_DAYS: Final = 3  # behind any mean, median or quartile


@dataclass(frozen=True, slots=True)
class Spread:
    """How the ratings of `days` days lie."""

    days: int
    lowest: float
    median: float
    highest: float


def spread(ratings: pd.Series) -> Spread | None:
    """Return the spread of ratings without gaps; None without any."""
    if ratings.empty:
        return None
    return Spread(len(ratings), float(ratings.min()), float(ratings.median()), float(ratings.max()))


def build_quartile_frame(ratings: pd.Series, groups: pd.Index | pd.Series) -> pd.DataFrame:
    """Return `days`, `mean`, `lower`, `median`, `upper` of each group with a rated day.

    All but `days` are NaN where fewer than `FEWEST_DAYS` days are rated.
    """
    grouped = ratings.groupby(groups)
    days = grouped.count()
    shares = {"lower": 0.25, "median": 0.5, "upper": 0.75}
    frame = pd.DataFrame({name: grouped.quantile(share) for name, share in shares.items()})
    frame.insert(0, "mean", grouped.mean().round(2))
    frame = frame.where(days >= FEWEST_DAYS)
    frame.insert(0, "days", days)
    return frame[days > 0]


def dates_of(index: pd.Index) -> tuple[date, ...]:
    """Return an index of dates as plain dates."""
    return tuple(pd.DatetimeIndex(index).date.tolist())


def plain(column: pd.Series) -> tuple[float | None, ...]:
    """Return a column as plain numbers, None where there is none."""
    return tuple(None if pd.isna(value) else value for value in column.tolist())
