"""What somebody wrote before, and her answers: to go along in a new file, if she likes."""

from collections.abc import Sequence

import streamlit as st

from journal.domain.grants import given_to
from journal.domain.journal import Journal
from journal.domain.labels import counted
from journal.domain.replies import Reply
from journal.views.words import literal


def answers_along(journal: Journal, recipient: str) -> Sequence[Reply]:
    """Offer to put them into the file; return what goes along.

    A link shows her answers by itself; whoever was sent a file hears of them with the next one.
    """
    ids = given_to(recipient, journal.grants())
    written = [reply for reply in journal.replies() if reply.grant_id in ids] if ids else []
    if not written:
        return ()
    along = st.toggle(
        "With what they wrote before, and my answers",
        value=True,
        key="share.answers",
        persist_state="session",
    )
    name = " ".join(recipient.split())
    said = f"{counted(len(written), 'reply', 'replies')} by {name}, shown to them on their desk."
    st.caption(literal(said))
    return tuple(written) if along else ()
