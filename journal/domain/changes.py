"""Changes: every act of the owner that altered the record, kept so that it can be taken back."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class ChangeKind(StrEnum):
    """What an act altered."""

    DAY = "day"
    MOMENT = "moment"
    CONTEXT = "context"
    STAGE = "stage"
    CYCLE_ANSWER = "cycle_answer"
    INTENTION = "intention"
    CATALOGUE = "catalogue"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class Change:
    """One act, however many fields it touched; it is undone as a whole.

    Attributes:
        id: Grows with every act; the newest is the journal's revision.
        made_at: When it was acknowledged, UTC.
        day: The day it belongs to; None where it belongs to none or to many.
        words: What was done, for "undo …" and the list of imports.
    """

    id: int
    kind: ChangeKind
    made_at: datetime
    words: str
    day: date | None = None
    undone: bool = False
