"""What was felt where, and beside which moments."""

from datetime import date
from typing import Final

from journal.analysis.sensations import felt_in
from journal.analysis.spans import Span, chosen_range
from journal.charts.felt_words import felt_chart, felt_moments_chart
from journal.domain.journal import Journal
from journal.views.chart_card import chart_card
from journal.views.span_choice import span_choice

SPAN_KEY: Final = "connection.felt.span"


def felt_section(journal: Journal, today: date) -> None:
    """Show the sensations of a span."""
    range_ = chosen_range(journal, span_choice(SPAN_KEY, Span.ONE_YEAR), today)
    felt = felt_in(journal, range_, today)
    chart_card(felt_chart(felt), key="felt.where", today=today)
    chart_card(felt_moments_chart(felt), key="felt.beside", today=today)
