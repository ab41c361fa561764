"""One quiet line that something was written, until it was in front of her."""

from collections.abc import Sequence

import streamlit as st

from journal.domain.journal import Journal
from journal.domain.replies import Reply
from journal.views.reply_words import noticed_words, recipients
from journal.views.words import literal


def replies_noticed(journal: Journal, replies: Sequence[Reply], share: st.Page | None) -> None:
    """Say what is new, with the way to it; nothing is asked of a journal without replies.

    Args:
        journal: Hers.
        replies: Everything readers wrote.
        share: The page where all of it stands.
    """
    new = [reply for reply in replies if reply.seen_at is None]
    if not new:
        return
    said = literal(noticed_words(new, recipients(journal)))
    if share is None:
        st.caption(said)
    else:
        with st.container(key="replies_noticed"):
            st.page_link(share, label=said, icon=":material/chat:")
