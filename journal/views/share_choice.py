"""What she wants to share: with whom, of which days, what of them, and a word beforehand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.spans import Span, rating_choices, rating_name
from journal.domain.grants import (
    LONGEST_COMMENT,
    LONGEST_RECIPIENT,
    PRESETS,
    GrantPreset,
    MomentsShown,
    Passes,
)
from journal.domain.journal import ReadableJournal
from journal.views.one_choice import one_choice
from journal.views.several_choice import several_choice
from journal.views.share_days import SPAN_KEY, share_days

PRESET_KEY: Final = "share.preset"
WAY_KEY: Final = "share.way"
PARTS_KEY: Final = "share.parts"
RATINGS_KEY: Final = "share.ratings"
MOMENTS_KEY: Final = "share.moments"
RECIPIENT_KEY: Final = "share.recipient"
COMMENT_KEY: Final = "share.comment"
FILE, LINK = "file", "link"
WAY_NAMES: Final[Mapping[str, str]] = {FILE: "A file", LINK: "A link"}
PRESET_NAMES: Final[Mapping[str, str]] = {
    GrantPreset.COACH: "A coach",
    GrantPreset.CLINICIAN: "A clinician",
    GrantPreset.PARTNER: "My partner",
}
PART_NAMES: Final = {
    "cycle": "Cycle and stage",
    "signs": "Signs",
    "contexts": "What was going on",
    "findings": "What goes with what",
    "notes": "Notes I marked",
    "card": "The card for my partner",
}
MOMENT_NAMES: Final[Mapping[str, str]] = {
    MomentsShown.NONE: "None",
    MomentsShown.COUNTED: "How many",
    MomentsShown.IN_DETAIL: "In detail",
}
WHAT_PASSES: Final = """
*Cycle and stage* holds bleeding, body signs, the stage, and spans such as the pill or a pregnancy
that change what bleeding means, their names left out. *How many* moments tells the kind and the
date; *in detail* tells who started, how it was met, with whom, the phone, what you felt, touch, and
time apart. *Notes I marked* are those with the mark “May be shared” on their day. *The card for my
partner* is the one under Connection, as it stands that day. What you wrote on a moment, your year
of birth, and what you chose for a week never go.
"""
CARD_ALONE: Final = (
    "They see the card of the day they look, or in a file that of the day it was made; the days "
    "above are for what else you add."
)
_USUAL_SPANS: Final = {
    GrantPreset.COACH: Span.SIX_MONTHS,
    GrantPreset.CLINICIAN: Span.ONE_YEAR,
    GrantPreset.PARTNER: Span.ONE_MONTH,
}


@dataclass(frozen=True, slots=True)
class ShareChoice:
    """What she chose; the name of the recipient may still be empty.

    Attributes:
        preset: Whose usual choices she began with.
        as_link: It is handed over as a link.
        comment: What she says beforehand; may be empty.
        may_reply: Its reader may write back.
    """

    recipient: str
    preset: GrantPreset
    as_link: bool
    passes: Passes
    comment: str
    may_reply: bool


def share_choice(journal: ReadableJournal, today: date) -> ShareChoice:
    """Lay the choices out; they stay while she looks at other pages, and no longer."""
    recipient = st.text_input(
        "For whom", key=RECIPIENT_KEY, max_chars=LONGEST_RECIPIENT, persist_state="session"
    )
    preset = one_choice(
        "Usual choices for",
        PRESET_NAMES,
        key=PRESET_KEY,
        usual=GrantPreset.COACH,
        on_change=_choose_preset,
    )
    as_link = one_choice("Given as", WAY_NAMES, key=WAY_KEY, usual=FILE) == LINK
    days = share_days(journal, today, may_roll=as_link)
    with st.expander("What they may see", key="share.what"):
        passes = _passes(journal, days, today)
        st.caption(WHAT_PASSES)
    if passes.card and replace(passes, card=False).nothing:
        st.caption(CARD_ALONE)
    comment = st.text_area(
        "A word beforehand, if you like",
        key=COMMENT_KEY,
        max_chars=LONGEST_COMMENT,
        persist_state="session",
    )
    may_reply = _may_reply(GrantPreset(preset))
    return ShareChoice(recipient, GrantPreset(preset), as_link, passes, comment, may_reply)


def _passes(journal: ReadableJournal, days: Passes, today: date) -> Passes:
    usual = PRESETS[GrantPreset.COACH]
    known = rating_choices(journal, days.span(today))
    ratings = several_choice("Ratings", known, rating_name, key=RATINGS_KEY, usual=known)
    parts = several_choice(
        "Parts", list(PART_NAMES), PART_NAMES.__getitem__, key=PARTS_KEY, usual=_parts_of(usual)
    )
    moments = one_choice("Moments", MOMENT_NAMES, key=MOMENTS_KEY, usual=usual.moments)
    return Passes(
        dates=days.dates,
        rolling_days=days.rolling_days,
        ratings=frozenset(ratings),
        moments=MomentsShown(moments),
        **{name: name in parts for name in PART_NAMES},
    )


def _may_reply(preset: GrantPreset) -> bool:
    """Ask, with an answer of its own for each kind of reader."""
    return st.toggle(
        "They may write back to you",
        value=preset is GrantPreset.COACH,
        key=f"share.may_reply.{preset.value}",
        persist_state="session",
    )


def _choose_preset() -> None:
    preset = GrantPreset(st.session_state[PRESET_KEY])
    usual = PRESETS[preset]
    st.session_state[PARTS_KEY] = _parts_of(usual)
    st.session_state[RATINGS_KEY] = sorted(usual.ratings)
    st.session_state[MOMENTS_KEY] = usual.moments.value
    st.session_state[SPAN_KEY] = _USUAL_SPANS[preset].value


def _parts_of(passes: Passes) -> Sequence[str]:
    return [name for name in PART_NAMES if getattr(passes, name)]
