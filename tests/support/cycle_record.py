"""A record of regular cycles up to today, in which two things are left open, for a server."""

from datetime import date, timedelta
from pathlib import Path
from typing import Final

from journal.domain.contexts import Context, ContextKind
from journal.domain.owner_settings import OwnerSettings
from tests.support.day_form import journal_in, welcomed

CYCLE_DAY: Final = 21
# From one period to the next; one of 56 days, in which a period may not have been recorded.
LENGTHS: Final = (56, 28, 29, 27, 28)
EARLY_BLEED_DAYS_AGO: Final = 9
MENSES_DAYS: Final = 4


def asked_of_twice(folder: Path, today: date) -> Path:
    """Make a journal that stands on `CYCLE_DAY`, for a server to be started on."""
    welcomed(folder, OwnerSettings(welcomed=True))
    journal = journal_in(folder)
    onset = today - timedelta(days=CYCLE_DAY - 1)
    for length in (0, *reversed(LENGTHS)):
        onset -= timedelta(days=length)
        for days in range(MENSES_DAYS):
            journal.save_day(onset + timedelta(days=days), {"bleeding": "medium"})
        journal.save_day(onset + timedelta(days=12), {"lh_test": "positive"})
    early = today - timedelta(days=EARLY_BLEED_DAYS_AGO)
    journal.save_day(early, {"bleeding": "light"})
    journal.save_context(Context(ContextKind.EVENT, onset, name="A new job"))
    return folder
