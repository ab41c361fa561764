"""What a reader's open page remembers, by typed accessors; the journal itself is never kept here.

Only plain values are kept: Streamlit checks that a session could be written down.
"""

from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

import streamlit as st

_OPEN_DAY: Final = "today.open_day"
_EXAMPLE: Final = "example"
_DAY_PARAMETER: Final = "day"
_EPOCH: Final = "epoch"


def open_day(today: date) -> date:
    """Return the day that is open; today until she goes to another, and never a later one."""
    if _OPEN_DAY not in st.session_state:
        st.session_state[_OPEN_DAY] = _day_in_address()
    kept = st.session_state[_OPEN_DAY]
    return min(date.fromisoformat(kept), today) if kept else today


def keep_in_address(day: date, today: date) -> None:
    """Let the address name the open day, so that a reload or a restarted server opens it again."""
    named = None if day >= today else day.isoformat()
    if named is None:
        st.query_params.pop(_DAY_PARAMETER, None)
    elif st.query_params.get(_DAY_PARAMETER) != named:
        st.query_params[_DAY_PARAMETER] = named


def _day_in_address() -> str | None:
    try:
        return date.fromisoformat(st.query_params.get(_DAY_PARAMETER, "")).isoformat()
    except ValueError:
        return None


def go_to_day(day: date, today: date) -> None:
    """Open a day; today itself is followed into tomorrow, a past day stays open."""
    st.session_state[_OPEN_DAY] = None if day >= today else day.isoformat()


def go_days_on(days: int, today: date) -> None:
    """Open the day so many after the open one; two quick presses of a button are two days."""
    go_to_day(open_day(today) + timedelta(days=days), today)


def forget_before(epoch: int) -> None:
    """Forget everything this page remembers, when the journal was locked or erased meanwhile."""
    if st.session_state.get(_EPOCH, epoch) != epoch:
        st.session_state.clear()
    st.session_state[_EPOCH] = epoch


class Example(StrEnum):
    """The example journals there are to look around in."""

    CYCLES = "cycles"
    CHANGE = "change"


def shown_example() -> Example | None:
    """Return the example journal that is open instead of her own, if one is."""
    kept = st.session_state.get(_EXAMPLE)
    return Example(kept) if kept else None


def in_example() -> bool:
    """Say whether an example journal is open instead of her own."""
    return shown_example() is not None


def whose_journal() -> str:
    """Name the journal that is open, for what is remembered of one and must not reach another."""
    example = shown_example()
    return example.value if example else "own"


def show_example(example: Example | None) -> None:
    """Open an example journal; None goes back to her own."""
    st.session_state[_EXAMPLE] = example.value if example else None
    st.session_state[_OPEN_DAY] = None


def keep_in_step(key: str, stored: object) -> None:
    """Let a widget show what is stored, even after another tab or an undo changed it."""
    if key not in st.session_state or st.session_state[key] != stored:
        st.session_state[key] = stored


def key_in_step(name: str, stored: object) -> str:
    """Return the key of a widget that shows what is stored, a new key each time that was changed.

    Until her browser has seen an undo or another tab's change, it sends the value from before it
    along with whatever she taps next. Under the key from before, that is no choice of hers.
    """
    key = _newest_key(name)
    if key in st.session_state and st.session_state[key] != stored:
        st.session_state[f"{name}.times"] = st.session_state.get(f"{name}.times", 0) + 1
        key = _newest_key(name)
    keep_in_step(key, stored)
    return key


def chosen_in_step(name: str) -> Any:  # noqa: ANN401  # a widget may hold anything
    """Return what the widget holds whose key `key_in_step` gave last; for its callback."""
    return st.session_state[_newest_key(name)]


def _newest_key(name: str) -> str:
    times = st.session_state.get(f"{name}.times", 0)
    return f"{name}.{times}" if times else name
