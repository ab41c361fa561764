"""The cycles so far: their lengths over the years, and each of them with what is known of it."""

from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.cycle_history import cycle_history
from journal.charts.cycle_lengths_words import cycle_lengths_chart
from journal.cycle.reading import CycleReading
from journal.domain.journal import ReadableJournal
from journal.views.chart_card import chart_card
from journal.views.cycle_history import cycle_list
from journal.views.replies_placed import PageReplies, replies_under_chart

SHOWN_FIRST: Final = 12
_ALL: Final = "cycle.all_cycles"


def past_section(
    journal: ReadableJournal,
    reading: CycleReading,
    today: date,
    written: PageReplies | None = None,
) -> None:
    """Show the lengths and the newest cycles; all of them when she asks."""
    chart = cycle_lengths_chart(reading)
    chart_card(chart, key="cycle.lengths", today=today)
    replies_under_chart(written, chart)
    if not reading.cycles:
        return
    st.header("Each cycle", anchor=False)
    everything = st.session_state.get(_ALL, False)
    cycle_list(cycle_history(journal, reading, None if everything else SHOWN_FIRST))
    earlier = len(reading.cycles) - SHOWN_FIRST
    if earlier > 0 and not everything:
        st.button(
            f"Show {earlier:,} earlier",
            key="cycle.show_all",
            on_click=st.session_state.update,
            kwargs={_ALL: True},
        )
