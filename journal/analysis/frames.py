"""Frames of the record: one row per date, not recorded is NaN and never a number."""

from collections.abc import Sequence

import pandas as pd

from journal.domain.journal import ReadableJournal
from journal.domain.ranges import DateRange


def build_rating_frame(
    journal: ReadableJournal, codes: Sequence[str], range_: DateRange | None = None
) -> pd.DataFrame:
    """Lay ratings into columns of floats, by date, oldest first; without `range_` all there are."""
    columns = journal.day_columns(codes, range_) if codes else {"date": []}
    index = pd.DatetimeIndex(columns["date"], dtype="datetime64[s]")
    ratings = {code: pd.Series(columns[code], dtype="float64", index=index) for code in codes}
    return pd.DataFrame(ratings, index=index)
