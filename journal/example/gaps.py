"""Which days get written down: some are missed one at a time, others in a row."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from journal.example.story import Story

BOUT_SHARE: Final = 0.5
BOUT_DAYS: Final = 5.0
RECENT_DAYS_KEPT: Final = 3


def written(story: Story) -> NDArray[np.bool_]:
    """Say for every day whether it was rated; the newest few are.

    The number of missed days is fixed by the story's missing rate; only where they fall is drawn.
    """
    rng = story.stream("gaps")
    kept = np.ones(story.days, dtype=np.bool_)
    missed = round(story.missing_rate * story.days)
    free = max(story.days - RECENT_DAYS_KEPT, 0)
    while missed and (to_go := round(missed * BOUT_SHARE) - int((~kept).sum())) > 0:
        days = min(2 + int(rng.exponential(BOUT_DAYS - 2)), to_go)
        start = int(rng.integers(0, free))
        kept[start : min(start + days, free)] = False
    candidates = np.flatnonzero(kept[:free])
    singles = missed - int((~kept).sum())
    kept[rng.choice(candidates, size=max(singles, 0), replace=False)] = False
    return kept
