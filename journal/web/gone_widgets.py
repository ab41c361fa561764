"""A field that is gone from the page is changed by nobody.

When a page has been drawn, Streamlit 1.67 forgets the fields that are no longer on it. The browser
does not know that yet: until it has received the whole page, it sends their values along with
whatever she taps next. Streamlit then takes each of them for changed and calls its callback. A day
she had passed in a hurry was saved again as it had been shown, over what another tab had changed
since; an address for a calendar was made anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime import state
from streamlit.runtime.state.session_state import SessionState

KEPT: Final = 5_000  # more than the pages have that one browser is still waiting for


def remember_gone_widgets() -> None:
    """Let each page that is opened from now on remember what its gone fields held.

    Streamlit offers no setting for it, so its class is replaced, in this process for good.
    """
    state.SessionState = RememberingState  # type: ignore[misc]


@dataclass(slots=True)
class RememberingState(SessionState):
    """What one open page holds; what comes of a gone field is compared with what it held last.

    What she really changed in such a field, while the new page was on its way, is a change still.

    Attributes:
        gone: What the fields held that are no longer on the page, by id; the oldest first.
    """

    gone: dict[str, Any] = field(default_factory=dict)

    def __delitem__(self, key: str) -> None:
        """Forget what is kept under a key, which may be that of a field."""
        held = self._held([self._get_widget_id(key)])
        SessionState.__delitem__(self, key)
        self._remember(held)

    def set_widgets_from_proto(self, widget_states: WidgetStates) -> None:
        """Take what the browser says of the fields."""
        for widget in widget_states.widgets:
            if widget.id in self.gone:
                # It is forgotten once more at the end of this run.
                self._old_state.setdefault(widget.id, self.gone[widget.id])
        SessionState.set_widgets_from_proto(self, widget_states)

    def _remove_stale_widgets(self, active_widget_ids: frozenset[str]) -> None:
        held = self._held([*self._old_state, *self._new_widget_state.states])
        SessionState._remove_stale_widgets(self, active_widget_ids)  # noqa: SLF001 - of its parent
        self._remember(held)

    def _held(self, names: Iterable[str]) -> dict[str, Any]:
        """Return what the fields hold of which these are the ids."""
        held = {}
        for name in names:
            try:
                held[name] = self.get_widget_value(name)
            except KeyError:  # a field the page does not know, or what is no field
                continue
        return held

    def _remember(self, held: dict[str, Any]) -> None:
        for name in held.keys() - self._old_state.keys() - self._new_widget_state.states.keys():
            self.gone.pop(name, None)
            self.gone[name] = held[name]
        while len(self.gone) > KEPT:
            del self.gone[next(iter(self.gone))]
