"""That a calendar may fetch the days ahead by itself, at an address only she knows."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class CalendarAddress:
    """An address that is open. The secret in it is shown once and kept nowhere.

    Attributes:
        made_at: When it was made, UTC.
        fetched_at: When something last asked for it, UTC; None when nothing has.
        zone: Name of the time zone she was in when she made it; what day it is depends on it.
    """

    made_at: datetime
    zone: str
    fetched_at: datetime | None = None
