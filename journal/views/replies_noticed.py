"""One quiet line that something was written, until she has looked at it."""

from collections.abc import Sequence
from datetime import date, tzinfo
from typing import Final

import streamlit as st

from journal.domain.journal import Journal
from journal.domain.replies import Reply
from journal.views.reply_words import is_new, noticed_words, recipients
from journal.views.state import whose_journal
from journal.views.words import literal

_SEEN: Final = "share.replies_seen"


def replies_noticed(
    journal: Journal,
    replies: Sequence[Reply],
    today: date,
    zone: tzinfo,
    share: st.Page | None,
) -> None:
    """Say what is new, with the way to it; nothing is asked of a journal without replies.

    Args:
        journal: Hers.
        replies: Everything readers wrote.
        today: The date where she is.
        zone: Where that is.
        share: The page where all of it stands.
    """
    seen = st.session_state.get(_key(), "")
    new = [reply for reply in replies if is_new(reply, today, zone, seen)]
    if not new:
        return
    said = literal(noticed_words(new, recipients(journal)))
    if share is None:
        st.caption(said)
    else:
        with st.container(key="replies_noticed"):
            st.page_link(share, label=said, icon=":material/chat:")


def note_replies_seen(replies: Sequence[Reply]) -> None:
    """Remember for as long as this page is open what was there when she looked."""
    newest = max((reply.made_at.isoformat() for reply in replies if reply.made_at), default="")
    st.session_state[_key()] = newest


def _key() -> str:
    return f"{_SEEN}.{whose_journal()}"
