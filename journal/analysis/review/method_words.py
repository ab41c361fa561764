"""How a review compares two spans, in plain words with the sources."""

from typing import Final

from journal.analysis.review.measures import FEWEST_EACH_SIDE

HOW_COMPARED: Final = (
    (
        "Each rating is compared over the days that have one. How much your days resemble one "
        "another is worked out from at least half a year of your record, and what a usual week or "
        "cycle brings is taken account of. Time apart is not, as it is part of what these days "
        "were."
    ),
    (
        f"A difference is worked out from {FEWEST_EACH_SIDE} days in each span on. It is said to "
        "have changed where its interval leaves out zero, although several were looked at "
        "(Benjamini and Hochberg 1995; Benjamini and Yekutieli 2005), and to be about the same "
        "where the whole interval lies within one point, or within half a step of a sign."
    ),
    (
        "Days are few in a month, and most differences cannot be told then; that is said, too. "
        "Bids of one evening resemble each other, so a share is a little less sure than its "
        "interval (Wilson 1927) says. Nothing here says why anything differs."
    ),
)
