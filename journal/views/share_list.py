"""What is shared with whom, since when, when it was opened, and how it is taken back."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime, tzinfo
from functools import partial
from typing import Final

import streamlit as st

from journal.domain.grants import Grant, MomentsShown, Opening, Passes
from journal.domain.journal import Journal
from journal.domain.labels import counted, date_words, listed, span_words
from journal.domain.ratings import RATINGS
from journal.domain.replies import Reply
from journal.views.attempt import attempt
from journal.views.share_renewal import offer_renewal, renewed_now, show_renewed
from journal.views.words import literal

NO_CALLING_BACK: Final = (
    "A file cannot be called back: whoever has it and its passphrase can go on opening it, and "
    "nobody can tell you when. Withdrawing it notes that you no longer stand behind it."
)
MOST_TIMES_SHOWN: Final = 200


def share_list(journal: Journal, today: date, zone: tzinfo, replies: Sequence[Reply]) -> None:
    """List what she shares, newest first.

    Args:
        journal: Hers.
        today: The date where she is.
        zone: Where that is.
        replies: What was written by any of it.
    """
    grants = journal.grants()
    if not grants:
        st.caption("Nothing is shared with anybody.")
        return
    renewed = renewed_now()
    written = Counter(reply.grant_id for reply in replies)
    for grant in grants:
        with st.container(border=True, key=f"card_grant_{grant.id}", gap="small"):
            st.markdown(
                f"**{literal(grant.recipient)}**: {literal(given_words(grant, today, zone))}"
            )
            st.caption(literal(passing_words(grant.passes)))
            if not grant.as_file:
                st.caption(literal(terms_words(grant)))
                if grant.came_back and not _has_ended(grant, today, zone):
                    offer_renewal(journal, grant)
                if renewed and renewed[0] == grant.id:
                    show_renewed(renewed[1], grant.id)
                _openings(journal.openings(grant.id), zone, key=f"share.openings.{grant.id}")
            _act(journal, grant, written[grant.id], over=_is_over(grant, today, zone))
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
    kinds += ["the card for your partner"] if passes.card else []
    if passes.card and len(kinds) == 1:
        return "The card for your partner."
    days = f"the last {counted(passes.rolling_days, 'day')}, moving on"
    if passes.dates is not None:
        days = span_words(passes.dates) if passes.dates else "no days"
    return f"{days[0].upper()}{days[1:]}: {listed(kinds) if kinds else 'nothing'}."


def given_words(grant: Grant, today: date, zone: tzinfo) -> str:
    """Say since when, and until when: "a link, made on 1 June 2026, until 1 July 2026, 14:03"."""
    said = f"a {'file' if grant.as_file else 'link'}, made on {_date_words(grant.made_at, zone)}"
    if grant.withdrawn_at is not None:
        return f"{said}; withdrawn on {_date_words(grant.withdrawn_at, zone)}"
    if grant.came_back and not _has_ended(grant, today, zone):
        return said
    if grant.expires_at is None:
        return said if grant.as_file else f"{said}, until you withdraw it"
    if _has_ended(grant, today, zone):
        return f"{said}; ended on {_date_words(grant.expires_at, zone)}"
    return f"{said}, until {_instant_words(grant.expires_at, zone)}"


def _is_over(grant: Grant, today: date, zone: tzinfo) -> bool:
    """Say whether nothing of it is left to withdraw."""
    return grant.came_back or _has_ended(grant, today, zone)


def _has_ended(grant: Grant, today: date, zone: tzinfo) -> bool:
    ends = grant.expires_at
    ended = ends is not None and ends.astimezone(zone).date() < today
    return ended or grant.withdrawn_at is not None


def terms_words(grant: Grant) -> str:
    """Say what a link asks for and allows; of one that came back, what it did."""
    terms = grant.terms
    may = ["read"]
    may += ["write back"] if terms.may_reply else []
    may += ["add moments"] if terms.may_add_moments else []
    asked = "a passphrase" if terms.has_passphrase else "no passphrase"
    if grant.came_back:
        return f"They could {listed(may)}. It asked for {asked}."
    return f"They may {listed(may)}. It asks for {asked}."


def opened_words(openings: Sequence[Opening], zone: tzinfo) -> str:
    """Say how often it was opened, and when it last was."""
    if not openings:
        return "Not opened yet."
    times = "once" if len(openings) == 1 else f"{len(openings):,} times"
    last = "on" if len(openings) == 1 else "last on"
    return f"Opened {times}, {last} {_instant_words(openings[0].at, zone)}."


def _openings(openings: Sequence[Opening], zone: tzinfo, *, key: str) -> None:
    st.caption(literal(opened_words(openings, zone)))
    if len(openings) < 2:  # noqa: PLR2004 - the one time is said already
        return
    every = st.expander("Every time it was opened", key=key, on_change="rerun")
    if not every.open:
        return
    with every:
        shown = openings[:MOST_TIMES_SHOWN]
        st.markdown("\n".join(f"- {literal(_instant_words(each.at, zone))}" for each in shown))
        if len(openings) > len(shown):
            st.caption(f"These are the last {len(shown):,}. Times are all that is kept.")


def _date_words(instant: datetime, zone: tzinfo) -> str:
    return date_words(instant.astimezone(zone).date())


def _instant_words(instant: datetime, zone: tzinfo) -> str:
    return f"{_date_words(instant, zone)}, {instant.astimezone(zone):%H:%M}"


def _act(journal: Journal, grant: Grant, written: int, *, over: bool) -> None:
    """One tap takes it back; another, later, takes it off the list."""
    act = journal.forget_grant if over else journal.withdraw_grant
    st.button(
        "Take off this list" if over else "Withdraw",
        key=f"share.{'forget' if over else 'withdraw'}.{grant.id}",
        on_click=_attempt,
        args=(partial(act, grant.id),),
    )
    if over and written:
        st.caption(f"What they wrote goes with it: {counted(written, 'reply', 'replies')}.")


def _attempt(act: Callable[[], object]) -> None:
    attempt(act)
