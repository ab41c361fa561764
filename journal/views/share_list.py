"""What is shared with whom, since when, and how it is taken back."""

from collections.abc import Callable
from datetime import tzinfo
from functools import partial
from typing import Final

import streamlit as st

from journal.domain.grants import Grant, MomentsShown, Passes
from journal.domain.journal import Journal
from journal.domain.labels import date_words, listed, span_words
from journal.domain.ratings import RATINGS
from journal.views.attempt import attempt
from journal.views.words import literal

NO_CALLING_BACK: Final = (
    "A file cannot be called back: whoever has it and its passphrase can go on opening it, and "
    "nobody can tell you when. Withdrawing it notes that you no longer stand behind it."
)


def share_list(journal: Journal, zone: tzinfo) -> None:
    """List what she shares, newest first."""
    grants = journal.grants()
    if not grants:
        st.caption("Nothing is shared with anybody.")
        return
    for grant in grants:
        with st.container(border=True, key=f"card_grant_{grant.id}"):
            st.markdown(f"**{literal(grant.recipient)}**: {literal(_given(grant, zone))}")
            st.caption(literal(passing_words(grant.passes)))
            _act(journal, grant)
    if any(grant.as_file for grant in grants):
        st.caption(NO_CALLING_BACK)


def passing_words(passes: Passes) -> str:
    """Say what passes: "1 to 30 June 2026: mood, signs and moments in detail."."""
    kinds = [scale.name.lower() for code, scale in RATINGS.items() if code in passes.ratings]
    kinds += ["cycle and stage"] if passes.cycle else []
    kinds += ["signs"] if passes.signs else []
    kinds += {
        MomentsShown.NONE: [],
        MomentsShown.COUNTED: ["how many moments"],
        MomentsShown.IN_DETAIL: ["moments in detail"],
    }[passes.moments]
    kinds += ["what was going on"] if passes.contexts else []
    kinds += ["what goes with what"] if passes.findings else []
    kinds += ["notes you marked"] if passes.notes else []
    days = f"the last {passes.rolling_days} days"
    if passes.dates is not None:
        days = span_words(passes.dates) if passes.dates else "no days"
    return f"{days[0].upper()}{days[1:]}: {listed(kinds) if kinds else 'nothing'}."


def _given(grant: Grant, zone: tzinfo) -> str:
    made = date_words(grant.made_at.astimezone(zone).date())
    said = f"a file, made on {made}" if grant.as_file else f"since {made}"
    if grant.expires_at is not None:
        said += f", until {date_words(grant.expires_at.astimezone(zone).date())}"
    if grant.withdrawn_at is not None:
        said += f"; withdrawn on {date_words(grant.withdrawn_at.astimezone(zone).date())}"
    return said


def _act(journal: Journal, grant: Grant) -> None:
    """One tap takes it back; another, later, takes it off the list."""
    gone = grant.withdrawn_at is not None
    act = journal.forget_grant if gone else journal.withdraw_grant
    st.button(
        "Take off this list" if gone else "Withdraw",
        key=f"share.{'forget' if gone else 'withdraw'}.{grant.id}",
        on_click=_attempt,
        args=(partial(act, grant.id),),
    )


def _attempt(act: Callable[[], object]) -> None:
    attempt(act)
