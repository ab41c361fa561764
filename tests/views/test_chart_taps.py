"""Which mark of a chart is open, tap after tap."""

import pytest
import streamlit as st

from journal.views import chart_taps

KEPT = "card.open"


@pytest.fixture
def tapped(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Be an open page, without the browser that taps."""
    state: dict[str, object] = {}
    monkeypatch.setattr(st, "session_state", state)
    return state


def tap(state: dict[str, object], mark: str | None) -> object:
    """Tell of one tap; return what is open after it."""
    state["card.taps"] = {"mark": mark}
    chart_taps._tapped("card.taps", KEPT)  # only a browser can tap
    return state.get(KEPT)


def test_a_tap_opens_and_the_same_tap_closes(tapped: dict[str, object]) -> None:
    assert tap(tapped, "mood-stress") == "mood-stress"
    assert tap(tapped, "mood-stress") is None
    assert tap(tapped, "mood-stress") == "mood-stress"


def test_a_tap_on_another_mark_opens_that_one(tapped: dict[str, object]) -> None:
    tap(tapped, "mood-stress")
    assert tap(tapped, "mood-sleep") == "mood-sleep"


def test_what_tells_of_no_mark_changes_nothing(tapped: dict[str, object]) -> None:
    tap(tapped, "mood-stress")
    assert tap(tapped, None) == "mood-stress"
