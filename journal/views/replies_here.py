"""Replies where they belong: on the day, or beside the charts they are about; all on Share."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.intentions import week_of_intentions
from journal.domain.journal import Journal
from journal.domain.replies import Reply, ReplyKind
from journal.domain.zones import zone_named
from journal.views.locale import zone_name
from journal.views.reply_card import ReplyRoom, reply_card

ON_THE_DAY: Final = "What was written about this day"
ON_THIS: Final = "What readers wrote about this"
SHOWN_AT_ONCE: Final = 20  # a reader may write a thousand; no page waits for all of them
# Where the parts of a shared view stand in the journal itself.
PARTS_OF_PAGES: Final[Mapping[str, Collection[str]]] = {
    "over-time": {"ratings"},
    "by-cycle-day": {"by_cycle"},
    "patterns": {"findings", "signs"},
    "review": {"newer_half", "completeness", "contexts"},
    "cycle": {"standing", "stage", "cycles", "bleeding"},
    "connection": {"moments", "bids", "account", "felt", "card"},
}


@st.fragment
def replies_on_day(journal: Journal, day: date, today: date) -> None:
    """Show what was written about a day, newest first; nothing where nothing was."""
    about = journal.replies_about(day)[::-1]
    _block(journal, about, today, place="day", heading=ON_THE_DAY, day=day)


def replies_below(journal: Journal, today: date, page: str) -> None:
    """Show below a page what was written about what it shows, newest first; asked for there alone.

    Args:
        journal: Hers.
        today: The date where she is.
        page: Its place in the address.
    """
    if parts := PARTS_OF_PAGES.get(page):
        with st.container(key="screen_only_replies"):
            _replies_on(journal, today, parts, page)


@st.fragment
def _replies_on(journal: Journal, today: date, parts: Collection[str], page: str) -> None:
    about = [reply for reply in journal.replies()[::-1] if part_of(reply.subject) in parts]
    _block(journal, about, today, place=page, heading=ON_THIS)


@st.fragment
def all_replies(journal: Journal, today: date) -> None:
    """Show everything readers wrote, newest first."""
    replies = journal.replies()[::-1]
    _block(journal, replies, today, place="share", heading="")


def part_of(subject: str) -> str:
    """Return the part a part or a chart belongs to: "ratings" of "ratings-2"."""
    part, _, number = subject.rpartition("-")
    return part if part and number.isdecimal() else subject


def _block(
    journal: Journal,
    replies: Sequence[Reply],
    today: date,
    *,
    place: str,
    heading: str,
    day: date | None = None,
) -> None:
    if not replies:
        return
    if heading:
        st.header(heading, anchor=False)
    agreed = any(reply.kind is ReplyKind.AGREED for reply in replies)
    week = week_of_intentions(journal, today) if agreed else None
    room = ReplyRoom(journal, today, zone_named(zone_name()), place, day, week)
    grants = {grant.id: grant for grant in journal.grants()}
    key = f"{place}.replies_shown{'' if day is None else f'.{day.isoformat()}'}"
    shown = st.session_state.get(key, SHOWN_AT_ONCE)
    for reply in replies[:shown]:
        reply_card(room, reply, grants.get(reply.grant_id))
    if (left := len(replies) - shown) > 0:
        st.button(
            f"Show {min(left, SHOWN_AT_ONCE):,} more, of {left:,}",
            key=f"{key}.more",
            on_click=_show_more,
            args=(key, shown),
        )


def _show_more(key: str, shown: int) -> None:
    st.session_state[key] = shown + SHOWN_AT_ONCE
