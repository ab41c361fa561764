"""Replies as blocks of cards: on the day they are about, on Share all of them, and where placed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.intentions import week_of_intentions
from journal.domain.journal import Journal
from journal.domain.replies import Reply, ReplyKind
from journal.domain.zones import zone_named
from journal.views.locale import zone_name
from journal.views.replies_seen import called_new, note_looked_at
from journal.views.reply_card import ReplyRoom, end_of_words, reply_card

ON_THE_DAY: Final = "What was written about this day"
SHOWN_AT_ONCE: Final = 20  # a reader may write a thousand; no page waits for all of them


@dataclass(frozen=True, slots=True)
class ReplyBlock:
    """Where some replies stand together.

    Attributes:
        place: Names the page, so that a reply that stands on two of them has a key for each.
        slot: Names the block among those of its page.
        heading: May be empty.
        small: The heading stands below that of a chart or a part.
        day: The day that is open there, of which nothing says that it is about it.
        said: What it stands at, as it is called there; likewise.
    """

    place: str
    slot: str = ""
    heading: str = ""
    small: bool = False
    day: date | None = None
    said: str = ""

    @property
    def key(self) -> str:
        """Name it on the page, for whatever is remembered of it."""
        return f"{self.place}.replies.{self.slot}"


@st.fragment
def replies_on_day(journal: Journal, day: date, today: date) -> None:
    """Show what was written about a day, newest first; nothing where nothing was."""
    block = ReplyBlock("day", day.isoformat(), ON_THE_DAY, day=day)
    _cards(journal, journal.replies_about(day)[::-1], today, block)


@st.fragment
def all_replies(journal: Journal, today: date) -> None:
    """Show everything readers wrote, newest first."""
    _cards(journal, journal.replies()[::-1], today, ReplyBlock("share"))


@st.fragment
def some_replies(journal: Journal, ids: Collection[str], today: date, block: ReplyBlock) -> None:
    """Show some of them, newest first, as they are now."""
    with st.container(key=f"screen_only_replies_{block.place}_{block.slot}"):
        found = [reply for reply in journal.replies()[::-1] if reply.id in ids]
        _cards(journal, found, today, block)


def _cards(journal: Journal, replies: Sequence[Reply], today: date, block: ReplyBlock) -> None:
    if not replies:
        return
    if block.heading:
        (st.subheader if block.small else st.header)(block.heading, anchor=False)
    key = f"{block.key}.shown"
    until = st.session_state.get(key, SHOWN_AT_ONCE)
    shown = replies[:until]
    room = _room(journal, shown, today, block)
    grants = {grant.id: grant for grant in journal.grants()}
    for reply in shown:
        reply_card(room, reply, grants.get(reply.grant_id))
    if (left := len(replies) - until) > 0:
        st.button(
            f"Show {min(left, SHOWN_AT_ONCE):,} more, of {left:,}",
            key=f"{key}.more",
            on_click=_show_more,
            args=(key, until),
        )
    note_looked_at(
        journal, shown, key=f"{block.key}.seen", end_of=lambda one: end_of_words(room, one)
    )


def _room(journal: Journal, replies: Sequence[Reply], today: date, block: ReplyBlock) -> ReplyRoom:
    agreed = any(reply.kind is ReplyKind.AGREED for reply in replies)
    return ReplyRoom(
        journal,
        today,
        zone_named(zone_name()),
        block.place,
        day=block.day,
        said=block.said,
        week=week_of_intentions(journal, today) if agreed else None,
        new=called_new(replies),
    )


def _show_more(key: str, shown: int) -> None:
    st.session_state[key] = shown + SHOWN_AT_ONCE
