"""Which replies are called new, and noting in her journal that they were in front of her.

New is what was not in front of her yet. Drawing it is not enough, as the page may be covered, lie
behind another or go on below; so her browser tells when the end of its words was to be seen.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Final

import streamlit as st

from journal.domain.errors import JournalNotWritten
from journal.domain.journal import Journal
from journal.domain.replies import Reply
from journal.views.components import load_component

_LOOKING: Final = load_component("looked_at")
_VISIT: Final = "replies.visit"


def begin_visit(where: str) -> None:
    """Let what is called new stay so for as long as she is where she is.

    Args:
        where: Names the page, and the day that is open on it.
    """
    kept = st.session_state.get(_VISIT)
    if kept is None or kept["where"] != where:
        st.session_state[_VISIT] = {"where": where, "new": []}


def called_new(replies: Sequence[Reply]) -> frozenset[str]:
    """Return the ids of what is new, or was when she came, and asks for nothing any more."""
    visit = st.session_state.get(_VISIT, {"where": "", "new": []})
    fresh = [one.id for one in replies if one.seen_at is None and one.id not in visit["new"]]
    if fresh:
        visit = st.session_state[_VISIT] = {**visit, "new": [*visit["new"], *fresh]}
    known = set(visit["new"])
    return frozenset(
        one.id for one in replies if one.id in known and not (one.answer or one.taken_at)
    )


def note_looked_at(
    journal: Journal, replies: Sequence[Reply], *, key: str, end_of: Callable[[Reply], str]
) -> None:
    """Note those that are new as seen, once her browser tells that they were.

    Args:
        journal: Hers.
        replies: Those that are drawn, in full.
        key: Unique on the page.
        end_of: Returns the key of the container right below the words of a reply.
    """
    ends = {reply.id: f"st-key-{end_of(reply)}" for reply in replies if reply.seen_at is None}
    if ends:
        _LOOKING(key=key, data=[{"ends": ends}], on_seen_change=partial(_seen, journal, key))


def _seen(journal: Journal, key: str) -> None:
    seen = st.session_state[key].get("seen")
    if not seen:
        return
    with suppress(JournalNotWritten):  # it stays new, and is told again where she looks again
        journal.note_replies_seen(frozenset(map(str, seen)))
