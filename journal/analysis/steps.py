"""Steps of time: days, or longer steps where days would be more than a screen can show."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

import numpy as np
import pandas as pd

from journal.cycle.calendar_months import months_after
from journal.domain.ranges import ONE_DAY

# More than about 400 points lie on top of one another on a phone, and lines through more than 200
# become a field. Forty years are 160 quarters; 1,500 points a trace are still drawn quickly.
MOST_DAYS_BY_DAY: Final = 400
MOST_DAYS_BY_WEEK: Final = 800
MOST_DAYS_BY_MONTH: Final = 5_500
QUARTER_MONTHS: Final = 3
YEAR_MONTHS: Final = 12
WEEK_DAYS: Final = 7


class Step(StrEnum):
    """What one point stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    def following(self, start: date) -> date:
        """Return the start of the next step."""
        if self in _MONTHS:
            return months_after(start, _MONTHS[self])
        return start + (timedelta(days=WEEK_DAYS) if self is Step.WEEK else ONE_DAY)


_MONTHS: Final = {Step.MONTH: 1, Step.QUARTER: QUARTER_MONTHS, Step.YEAR: YEAR_MONTHS}
_MOST_DAYS: Final = {
    Step.DAY: MOST_DAYS_BY_DAY,
    Step.WEEK: MOST_DAYS_BY_WEEK,
    Step.MONTH: MOST_DAYS_BY_MONTH,
}


def step_for(days: int) -> Step:
    """Return the finest step in which a span of so many days can still be read."""
    return next((step for step, most in _MOST_DAYS.items() if days <= most), Step.QUARTER)


def step_starts(days: pd.Index, step: Step, week_start: int) -> pd.DatetimeIndex:
    """Return the first date of the step each day lies in; weeks start on 0 Monday … 6 Sunday."""
    index = pd.DatetimeIndex(days)
    if step is Step.WEEK:
        back = (index.day_of_week.to_numpy() - week_start) % WEEK_DAYS
        return index - pd.to_timedelta(back, unit="D")
    if step in _MONTHS:
        months = index.to_numpy().astype("datetime64[M]").astype(np.int64)
        months -= months % _MONTHS[step]  # counted from January 1970, which starts every step
        return pd.DatetimeIndex(months.astype("datetime64[M]").astype("datetime64[s]"))
    return index
