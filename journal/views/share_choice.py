"""What she wants to share: with whom, of which days, what of them, and a word beforehand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.spans import (
    EARLIEST_DATE,
    SPAN_NAMES,
    Span,
    chosen_range,
    dates_between,
    rating_choices,
    rating_name,
)
from journal.domain.grants import (
    LONGEST_COMMENT,
    LONGEST_RECIPIENT,
    PRESETS,
    GrantPreset,
    MomentsShown,
    Passes,
)
from journal.domain.journal import ReadableJournal
from journal.domain.ranges import DateRange
from journal.views.locale import date_format
from journal.views.several_choice import several_choice

PRESET_KEY: Final = "share.preset"
PARTS_KEY: Final = "share.parts"
RATINGS_KEY: Final = "share.ratings"
MOMENTS_KEY: Final = "share.moments"
SPAN_KEY: Final = "share.span"
RECIPIENT_KEY: Final = "share.recipient"
COMMENT_KEY: Final = "share.comment"
FIRST_KEY, LAST_KEY = "share.first", "share.last"
OWN_DATES: Final = "own_dates"
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
time apart. *Notes I marked* are those with the mark “May be shared” on their day. What you wrote on
a moment, your year of birth, and what you chose for a week never go.
"""
_SPANS: Final = (Span.ONE_MONTH, Span.THREE_MONTHS, Span.SIX_MONTHS, Span.ONE_YEAR, Span.ALL)
_USUAL_SPANS: Final = {
    GrantPreset.COACH: Span.SIX_MONTHS,
    GrantPreset.CLINICIAN: Span.ONE_YEAR,
    GrantPreset.PARTNER: Span.ONE_MONTH,
}


@dataclass(frozen=True, slots=True)
class ShareChoice:
    """What she chose; the name of the recipient may still be empty."""

    recipient: str
    passes: Passes
    comment: str


def share_choice(journal: ReadableJournal, today: date) -> ShareChoice:
    """Lay the choices out; they stay while she looks at other pages, and no longer."""
    recipient = st.text_input(
        "For whom", key=RECIPIENT_KEY, max_chars=LONGEST_RECIPIENT, persist_state="session"
    )
    _one("Usual choices for", PRESET_NAMES, PRESET_KEY, GrantPreset.COACH, _choose_preset)
    dates = _dates(journal, today)
    with st.expander("What they may see", key="share.what"):
        passes = _passes(journal, dates)
        st.caption(WHAT_PASSES)
    comment = st.text_area(
        "A word beforehand, if you like",
        key=COMMENT_KEY,
        max_chars=LONGEST_COMMENT,
        persist_state="session",
    )
    return ShareChoice(recipient, passes, comment)


def _passes(journal: ReadableJournal, dates: DateRange) -> Passes:
    usual = PRESETS[GrantPreset.COACH]
    known = rating_choices(journal, dates)
    ratings = several_choice("Ratings", known, rating_name, key=RATINGS_KEY, usual=known)
    parts = several_choice(
        "Parts", list(PART_NAMES), PART_NAMES.__getitem__, key=PARTS_KEY, usual=_parts_of(usual)
    )
    moments = _one("Moments", MOMENT_NAMES, MOMENTS_KEY, usual.moments)
    return Passes(
        dates=dates,
        ratings=frozenset(ratings),
        moments=MomentsShown(moments),
        **{name: name in parts for name in PART_NAMES},
    )


def _dates(journal: ReadableJournal, today: date) -> DateRange:
    names = {span.value: SPAN_NAMES[span] for span in _SPANS} | {OWN_DATES: "Own dates"}
    chosen = _one("Which days", names, SPAN_KEY, Span.SIX_MONTHS)
    if chosen != OWN_DATES:
        return chosen_range(journal, chosen, today)
    left, right = st.columns(2)
    with left:
        first = _date("First day", FIRST_KEY, today)
    with right:
        last = _date("Last day", LAST_KEY, today)
    return dates_between(first, last, today)


def _date(label: str, key: str, today: date) -> date:
    st.session_state.setdefault(key, today)
    return st.date_input(
        label, min_value=EARLIEST_DATE, max_value=today, format=date_format(), key=key
    )


def _one(
    label: str,
    names: Mapping[str, str],
    key: str,
    usual: str,
    on_change: Callable[[], None] | None = None,
) -> str:
    with st.container(key=f"choice_{key.replace('.', '_')}"):
        chosen = st.segmented_control(
            label,
            list(map(str, names)),
            format_func=names.__getitem__,
            default=str(usual),
            key=key,
            required=True,
            persist_state="session",
            width="stretch",
            on_change=on_change,
        )
    return chosen or usual


def _choose_preset() -> None:
    preset = GrantPreset(st.session_state[PRESET_KEY])
    usual = PRESETS[preset]
    st.session_state[PARTS_KEY] = _parts_of(usual)
    st.session_state[RATINGS_KEY] = sorted(usual.ratings)
    st.session_state[MOMENTS_KEY] = usual.moments.value
    st.session_state[SPAN_KEY] = _USUAL_SPANS[preset].value


def _parts_of(passes: Passes) -> Sequence[str]:
    return [name for name in PART_NAMES if getattr(passes, name)]
