"""A rating over the cycle: her cycles faint, the curve, and the days behind it."""

from datetime import date
from typing import Final

from journal.analysis.relations.cycle_curve import cycle_curve
from journal.charts.cycle_curve_words import HOW_DRAWN, cycle_curve_chart
from journal.domain.journal import Journal
from journal.views.chart_card import chart_card
from journal.views.explained import explained
from journal.views.patterns_choices import chosen_rating, chosen_record, one_of

RATING_KEY: Final = "patterns.cycle.rating"
SHAPE_KEY: Final = "patterns.cycle.shape"
ROUND: Final = "round"
SHAPES: Final = {"line": "Along a line", ROUND: "Round"}


def cycle_section(journal: Journal, today: date) -> None:
    """Show one rating over the cycle."""
    record, _ = chosen_record(journal, today)
    code = chosen_rating(journal, RATING_KEY)
    polar = one_of("Drawn", SHAPES, SHAPE_KEY) == ROUND
    chart = cycle_curve_chart(cycle_curve(record, code), record.names, polar=polar)
    chart_card(chart, key="patterns.cycle.curve", today=today)
    explained("How the curve is drawn", HOW_DRAWN, key="patterns.cycle.explained")
