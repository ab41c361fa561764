"""A Streamlit app of the calendar alone, over a few recorded days, for its browser tests."""

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import streamlit as st

from journal.domain.moments import Moment
from journal.pages import calendar
from journal.storage import OwnerJournal, open_database, owner_named

TODAY = date(2026, 5, 20)


@st.cache_resource
def filled_journal() -> OwnerJournal:
    """Open the database of this test and record a few days in it."""
    engine = open_database(f"sqlite:///{os.environ['TENDING_DATABASE']}")
    journal = OwnerJournal(engine, owner_named(engine, "owner"), lambda: datetime.now(UTC))
    journal.save_day(date(2026, 5, 14), {"mood": 7, "bleeding": "medium"})
    journal.save_day(date(2026, 5, 15), {"mood": 0, "bleeding": "spotting"})
    journal.save_day(date(2026, 5, 16), {"mood": 10, "bleeding": "flooding"})
    journal.save_day(date(2026, 5, 17), {"desire": 4, "bleeding": "unspecified"})
    journal.save_day(date(2026, 5, 18), {"mood": 3})
    for day in range(17, 21):
        journal.save_day(date(2026, 4, day), {"bleeding": "medium"})
    journal.save_day(date(2026, 4, 30), {"mood": 5, "lh_test": "positive"})
    for _ in range(2):
        journal.add_moment(Moment(date(2026, 5, 14), "long_hug"))
    return journal


def open_day(day: date) -> None:
    """Say which day was asked for."""
    st.session_state["opened"] = day.isoformat()
    st.rerun()


calendar.render(filled_journal(), TODAY, open_day)
st.text(f"Opened: {st.session_state.get('opened', 'none')}")
