"""The mucus peak: the last day of her best mucus, seen once the days after it are drier.

    dry  wet  creamy  egg white  egg white  creamy  wet  dry
                                 ^ peak                  ^ complete, on the third lower day

The rule of the symptothermal method (Sensiplan). Only days on which mucus was noted count; "next"
and "third" go from one noted day to the next.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from journal.cycle.body_signs import BodySignDay
from journal.domain.days import Mucus

# Sensiplan: dry, nothing, wet, creamy, egg white; best is judged by what she herself has noted.
QUALITY: Final = {
    Mucus.DRY: 0,
    Mucus.NOTHING: 1,
    Mucus.WET: 2,
    Mucus.CREAMY: 3,
    Mucus.EGG_WHITE: 4,
}
# Sensiplan: nothing drier than this can be a peak.
LEAST_PEAK: Final = Mucus.WET
# Sensiplan: the peak is known on the third day that is lower.
LOWER_DAYS: Final = 3


@dataclass(frozen=True, slots=True)
class MucusPeak:
    """A mucus peak with the days that confirm it.

    Attributes:
        quality: The mucus of that day, her best so far in the cycle.
        complete_on: The third noted day after it, all of them lower.
    """

    date: dt.date
    quality: Mucus
    complete_on: dt.date


def mucus_peak(days: Sequence[BodySignDay], until: dt.date | None = None) -> MucusPeak | None:
    """Find the peak among the days of one cycle, oldest first.

    Args:
        days: The days of the cycle.
        until: The day that completed the temperature rise. Mucus as good as the peak up to that
            day undoes the peak, later mucus does not. Without it every day that is given counts,
            so that a better day later moves the peak.

    Returns:
        The first day that keeps the rule, or None.
    """
    noted = [(day.date, day.mucus, QUALITY[day.mucus]) for day in days if day.mucus is not None]
    best = QUALITY[LEAST_PEAK]
    for place, (day, mucus, quality) in enumerate(noted):
        if quality < best:
            continue
        best = quality
        after = noted[place + 1 : place + 1 + LOWER_DAYS]
        if len(after) < LOWER_DAYS or any(other >= quality for _, _, other in after):
            continue
        # Each search ends at the next day as good, where the next candidate is: linear altogether.
        again = next((at for at in range(place + 1, len(noted)) if noted[at][2] >= quality), None)
        if again is None or (until is not None and noted[again][0] > until):
            return MucusPeak(day, mucus, after[-1][0])
    return None
