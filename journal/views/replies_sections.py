"""The sections of a page readers write about, each with what was written about it at its end."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeAlias

import streamlit as st

from journal.domain.journal import Journal
from journal.views.replies_placed import (
    PageReplies,
    replies_left,
    replies_of_page,
    replies_under_part,
)
from journal.views.section_switch import Section, chosen_section

ReadSection: TypeAlias = Callable[[Journal, date, PageReplies], None]


def plain(draw: Section, *parts: str) -> ReadSection:
    """Return a section none of whose charts is ever shared.

    Args:
        draw: What it draws.
        parts: Those of a shared view that it holds.
    """

    def drawn(journal: Journal, today: date, written: PageReplies) -> None:
        draw(journal, today)
        replies_under_part(written, *parts)

    return drawn


def charted(draw: ReadSection, *parts: str) -> ReadSection:
    """Return a section that draws charts, and below each what was written about it.

    Args:
        draw: What it draws.
        parts: Those of a shared view that it holds.
    """

    def drawn(journal: Journal, today: date, written: PageReplies) -> None:
        draw(journal, today, written)
        replies_under_part(written, *parts)

    return drawn


@st.fragment
def sections_with_replies(
    sections: Mapping[str, ReadSection], journal: Journal, today: date, *, page: str
) -> None:
    """Show the switch, the chosen section, and last what was written about the others.

    Args:
        sections: What each section draws, by its name on the screen.
        journal: The journal.
        today: The day of the reader.
        page: Its place in the address, by which her choice is remembered.
    """
    chosen = chosen_section(sections, page)
    written = replies_of_page(journal, today, page)
    sections[chosen](journal, today, written)
    replies_left(written)
