"""Convention: *stale* is what a browser sends of a field whose end it has not yet heard of."""

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime import state as streamlit_state
from streamlit.runtime.state.session_state import SessionState
from streamlit.testing.v1 import AppTest, app_test

from journal.web import gone_widgets
from journal.web.gone_widgets import RememberingState, remember_gone_widgets


class OpenPage:
    """A page with a field, whose callback saves what it holds."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, state: type[SessionState]) -> None:
        monkeypatch.setattr(app_test, "SessionState", state)

        # Runs as a script of its own, where the names of this file are not known.
        def run() -> None:
            import streamlit as st  # noqa: PLC0415  # as above

            saved = st.session_state.setdefault("saved", [])
            if st.session_state.pop("forget", False):
                st.session_state.clear()
                st.session_state.update(saved=saved, gone=True)
            if not st.session_state.get("gone", False):
                st.text_input(
                    "Mood",
                    key="mood",
                    on_change=lambda: saved.append(st.session_state["mood"]),
                )

        self.page = AppTest.from_function(run, default_timeout=30).run()

    @property
    def saved(self) -> list[str]:
        """What was saved so far."""
        kept: list[str] = self.page.session_state["saved"]
        return kept

    def fill(self, words: str) -> WidgetState:
        """Fill the field in, and return what the browser goes on to send of it."""
        field = self.page.text_input(key="mood").input(words)
        stale: WidgetState = field._widget_state
        field.run()
        return stale

    def go_on(self, **kept: bool) -> None:
        """Draw the page anew, with this in what it remembers."""
        for name, value in kept.items():
            self.page.session_state[name] = value
        self.page.run()

    def receive(self, stale: WidgetState) -> None:
        """Take what is sent along with a tap."""
        self.page._run(WidgetStates(widgets=[stale]))
        assert not self.page.exception


def test_a_field_that_is_gone_is_not_saved_again(monkeypatch: pytest.MonkeyPatch) -> None:
    page = OpenPage(monkeypatch, RememberingState)
    stale = page.fill("5")
    page.go_on(gone=True)
    page.receive(stale)
    page.receive(stale)
    assert page.saved == ["5"]


def test_streamlit_by_itself_still_saves_a_gone_field(monkeypatch: pytest.MonkeyPatch) -> None:
    # The day this fails, Streamlit has mended it and `remember_gone_widgets` can go.
    page = OpenPage(monkeypatch, SessionState)
    stale = page.fill("5")
    page.go_on(gone=True)
    page.receive(stale)
    assert page.saved == ["5", "5"]


def test_what_she_changed_before_she_saw_the_field_go_is_saved_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = OpenPage(monkeypatch, RememberingState)
    changed = page.fill("5")
    page.go_on(gone=True)
    changed.string_value = "8"
    page.receive(changed)
    page.receive(changed)
    assert page.saved == ["5", "8"]


def test_a_field_that_comes_back_is_saved_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    page = OpenPage(monkeypatch, RememberingState)
    page.fill("5")
    page.go_on(gone=True)
    page.go_on(gone=False)
    page.fill("6")
    page.fill("5")
    assert page.saved == ["5", "6", "5"]


def test_what_is_sent_after_all_was_forgotten_is_not_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    page = OpenPage(monkeypatch, RememberingState)
    stale = page.fill("5")
    page.go_on(forget=True)
    page.receive(stale)
    assert page.saved == ["5"]


def test_only_so_many_gone_fields_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    page = OpenPage(monkeypatch, RememberingState)
    stale = page.fill("5")
    page.go_on(gone=True)
    monkeypatch.setattr(gone_widgets, "KEPT", 0)
    page.go_on(gone=False)
    page.go_on(gone=True)
    page.receive(stale)
    assert page.saved == ["5", "5"]


def test_every_page_opened_from_then_on_remembers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streamlit_state, "SessionState", SessionState)
    remember_gone_widgets()
    assert streamlit_state.SessionState is RememberingState
