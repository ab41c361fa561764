"""What was agreed with a reader, to be chosen for this week in one tap."""

from functools import partial
from typing import Final

import streamlit as st

from journal.analysis.intentions import WeekOfIntentions
from journal.connection.agreed import agreed_intention
from journal.connection.intentions import what_chosen
from journal.domain.catalogues import CatalogueName
from journal.domain.intentions import Intention
from journal.domain.journal import Journal
from journal.domain.replies import Reply, ReplyKind
from journal.views.attempt import attempt
from journal.views.replies_seen import note_looked_at
from journal.views.reply_words import recipients
from journal.views.words import literal

NO_ROOM: Final = "This week is full. Take one out under Connection, and this can be chosen."
CHOSEN: Final = "Chosen for this week."


def agreed_offer(journal: Journal, reply: Reply, week: WeekOfIntentions, *, key: str) -> None:
    """Offer to choose it, as long as the week has room for it.

    Args:
        journal: Hers.
        reply: Something agreed on.
        week: Of today.
        key: Unique on the page.
    """
    intention = _intention(journal, reply, week)
    if _is_chosen(intention, week):
        st.caption(CHOSEN)
        return
    st.button(
        "Choose for this week",
        key=key,
        disabled=not week.room,
        on_click=_choose,
        args=(journal, reply, intention),
    )
    if not week.room:
        st.caption(NO_ROOM)


def agreed_before(journal: Journal, week: WeekOfIntentions) -> None:
    """List what was agreed and not chosen yet, where there is any."""
    agreed = [
        reply
        for reply in journal.replies()
        if reply.kind is ReplyKind.AGREED and reply.taken_at is None
    ]
    if not agreed:
        return
    names = recipients(journal)
    st.markdown("**Agreed on**")
    for reply in agreed:
        with st.container(key=f"agreed_{reply.id}", gap=None):
            st.markdown(f"{literal(reply.words)} (with {literal(names[reply.grant_id])})")
            agreed_offer(journal, reply, week, key=f"intentions.agreed.{reply.id}")
    note_looked_at(
        journal, agreed, key="intentions.agreed.seen", end_of=lambda one: f"agreed_{one.id}"
    )


def _intention(journal: Journal, reply: Reply, week: WeekOfIntentions) -> Intention:
    kinds = journal.catalogue(CatalogueName.MOMENTS).entries
    return agreed_intention(reply, week.week.start, kinds)


def _is_chosen(intention: Intention, week: WeekOfIntentions) -> bool:
    return what_chosen(intention) in {what_chosen(kept.intention) for kept in week.chosen}


def _choose(journal: Journal, reply: Reply, intention: Intention) -> None:
    """Choose it, and remember that she did; undone, it can be chosen where it was written."""
    if attempt(partial(journal.save_intention, intention)):
        attempt(partial(journal.note_taken, reply.id))
