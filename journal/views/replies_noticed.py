"""One quiet line that something was written, with the way to it, until it was in front of her."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from journal.domain.journal import Journal
from journal.domain.replies import Reply
from journal.views.reply_places import SHARE_PLACE, ReplyPlace, place_of
from journal.views.reply_words import noticed_words, recipients
from journal.views.state import go_to_day
from journal.views.words import literal

GO_KEY: Final = "today.replies_noticed"
ALL_OF_IT: Final = "Everything they wrote"
BELOW: Final = "What is about this day stands further down."


@dataclass(frozen=True, slots=True)
class WaysToReplies:
    """How what was written is reached from where it is noticed.

    Attributes:
        share: The page on which all of it stands.
        go: Opens the page of a place, once what has to be chosen there is.
    """

    share: st.Page
    go: Callable[[ReplyPlace], None]


def replies_noticed(
    journal: Journal, replies: Sequence[Reply], day: date, today: date, ways: WaysToReplies | None
) -> None:
    """Say what is new, with the way to the first of it; nothing where nothing is.

    Args:
        journal: Hers.
        replies: Everything readers wrote, oldest first.
        day: The day that is open here.
        today: The date where she is.
        ways: To what was written; None where there are none.
    """
    new = [reply for reply in replies if reply.seen_at is None]
    if not new:
        return
    said = literal(noticed_words(new, recipients(journal)))
    if ways is None:
        st.caption(said)
        return
    places = [place_of(reply, today) for reply in new]
    # What stands on this page asks for no way to it: she gets there as she goes down.
    away = [place for place in places if place.day != day]
    with st.container(key="replies_noticed", gap=None):
        if away and away[0].page != SHARE_PLACE:
            if st.button(said, key=GO_KEY, icon=":material/chat:", type="tertiary"):
                open_there(away[0], today)
                ways.go(away[0])
        else:
            st.page_link(ways.share, label=said, icon=":material/chat:")
        if len(new) > 1 and away and away[0].page != SHARE_PLACE:
            st.page_link(ways.share, label=ALL_OF_IT)
        if len(away) < len(places):
            st.caption(BELOW)


def open_there(place: ReplyPlace, today: date) -> None:
    """Choose on a page what has to be chosen for a reply to be seen, as she would herself."""
    if place.day is not None:
        go_to_day(place.day, today)
    if place.section:
        st.session_state[f"{place.page}.section"] = place.section
