"""Signs by cycle day, all of them as a field, and one of them as a curve."""

from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.relations.cycle_curve import cycle_curve
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.signs_by_cycle_day import (
    CountedFrom,
    SignsByCycleDay,
    signs_by_cycle_day,
)
from journal.charts.cycle_curve_words import HOW_DRAWN, cycle_curve_chart
from journal.charts.signs_heat import SignMeasure
from journal.charts.signs_heat_words import HOW_COUNTED, HOW_PLAIN, HOW_RECORDED, signs_heat_chart
from journal.domain.journal import Journal
from journal.views.chart_card import chart_card
from journal.views.explained import explained
from journal.views.patterns_choices import chosen_record, one_of, reading_of
from journal.views.replies_placed import PageReplies, replies_under_chart

FROM_KEY: Final = "patterns.signs.from"
MEASURE_KEY: Final = "patterns.signs.measure"
SIGN_KEY: Final = "patterns.signs.sign"
COUNTED_FROM: Final = {
    CountedFrom.ONSET.value: "From a period on",
    CountedFrom.NEXT_ONSET.value: "To the next one",
}
MEASURES: Final = {
    SignMeasure.HOW_OFTEN.value: "How often",
    SignMeasure.HOW_STRONG.value: "How strongly",
}


def signs_section(journal: Journal, today: date, written: PageReplies | None = None) -> None:
    """Show the signs of a span over the cycle."""
    record, span = chosen_record(journal, today)
    counted_from = CountedFrom(one_of("Cycle days counted", COUNTED_FROM, FROM_KEY))
    measure = SignMeasure(one_of("Cells show", MEASURES, MEASURE_KEY))
    found = signs_by_cycle_day(record, reading_of(journal, today, span), counted_from)
    chart = signs_heat_chart(found, measure)
    chart_card(chart, key="patterns.signs.field", today=today)
    replies_under_chart(written, chart)
    explained(
        "How signs are counted", [HOW_COUNTED, HOW_RECORDED, HOW_PLAIN], key="patterns.signs_how"
    )
    if found.rows:
        _one(record, found, today)


def _one(record: DailyRecord, found: SignsByCycleDay, today: date) -> None:
    """Offer one sign as a curve, which takes account of what the field does not."""
    names = {row.code: row.name for row in found.rows}
    code = st.selectbox(
        "One sign over the cycle",
        list(names),
        index=None,
        format_func=lambda code: names[code],
        placeholder="Choose a sign",
        key=SIGN_KEY,
    )
    if code is None:
        return
    curve = cycle_curve(record, code)
    chart_card(cycle_curve_chart(curve, record.names), key="patterns.signs.curve", today=today)
    explained("How the curve is drawn", HOW_DRAWN, key="patterns.signs_curve_how")
