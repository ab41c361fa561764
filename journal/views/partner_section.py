"""What a partner may see, and what a partner noted."""

from datetime import date

from journal.cycle.engine import read_cycles
from journal.cycle.record import load_recent_record
from journal.domain.journal import Journal
from journal.views.partner_card_view import partner_card_view


def partner_section(journal: Journal, today: date) -> None:
    """Show the card and both sides."""
    reading = read_cycles(load_recent_record(journal, today), today)
    partner_card_view(journal, reading, today)
