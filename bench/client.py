"""A reader without a browser: opens a session as a browser does and presses a widget.

Speaks Streamlit's own messages over the websocket; what they hold was read off version 1.67.
"""

import asyncio
import random
from dataclasses import dataclass, field
from time import perf_counter
from typing import Final, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

FINISHED: Final = {
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
}
PATIENCE_SECONDS: Final = 60.0


class NothingToPress(Exception):
    """The page offered no widget of the wanted name."""

    def __init__(self, wanted: str, seen: list[str]) -> None:
        super().__init__(f"No widget has {wanted!r} in its id; the page has {sorted(seen)}.")


@dataclass(slots=True)
class Widget:
    """Something that can be pressed: a button, or one of the options of a row."""

    id: str
    options: list[str]
    fragment: str = ""


@dataclass(slots=True)
class Reader:
    """One open session.

    Attributes:
        wanted: Part of the id of the widget to press.
        said: The plain text that came last.
        page: The address of the page, without a slash; empty for the first one.
    """

    connection: ClientConnection
    wanted: str
    page: str = ""
    widgets: dict[str, Widget] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    pressed: WidgetState | None = None
    chosen: dict[str, WidgetState] = field(default_factory=dict)
    said: str = ""

    @classmethod
    async def arrive(cls, address: str, wanted: str, page: str = "") -> Self:
        """Open a session and wait for the first run of the page."""
        host = address.removeprefix("http://")
        connection = await connect(
            f"ws://{host}/_stcore/stream",
            origin=address,  # type: ignore[arg-type]  # a NewType over str
            subprotocols=["streamlit"],  # type: ignore[list-item]  # as above
            max_size=None,
            compression=None,
            proxy=None,
        )
        reader = cls(connection, wanted, page)
        await reader._run()
        return reader

    async def press(self) -> float:
        """Press the wanted widget once and return the milliseconds until the run was over."""
        widget = self._widget(self.wanted)
        state = WidgetState(id=widget.id)
        if widget.options:
            state.string_array_value.data.append(self._other_option(widget))
            self.pressed = state
        else:
            state.trigger_value = True
        start = perf_counter()
        await self._run(state, widget.fragment)
        return (perf_counter() - start) * 1000

    async def choose(self, wanted: str, option: str) -> float:
        """Choose an option of a row and return the milliseconds until the run was over.

        Args:
            wanted: Part of the id of the row.
            option: As it is written on the screen. It stays chosen in all later runs.
        """
        widget = self._widget(wanted)
        state = WidgetState(id=widget.id)
        state.string_array_value.data.append(option)
        self.chosen[widget.id] = state
        start = perf_counter()
        await self._run(state, widget.fragment)
        return (perf_counter() - start) * 1000

    async def go(self, page: str) -> None:
        """Go to another page in the same session, and wait until it has run."""
        self.page, self.pressed = page, None
        self.chosen.clear()
        self.widgets.clear()
        await self._run()

    async def leave(self) -> None:
        """Close the session."""
        await self.connection.close()

    def _widget(self, wanted: str) -> Widget:
        for widget in self.widgets.values():
            if wanted in widget.id:
                return widget
        raise NothingToPress(wanted, list(self.widgets))

    def _other_option(self, widget: Widget) -> str:
        now = list(self.pressed.string_array_value.data) if self.pressed else []
        return random.choice([option for option in widget.options if option not in now])

    async def _run(self, pressed: WidgetState | None = None, fragment: str = "") -> None:
        state = ClientState(
            page_name=self.page, fragment_id=fragment, cached_message_hashes=sorted(self.known)
        )
        state.context_info.timezone = "UTC"  # as the records are
        state.context_info.locale = "en-GB"
        now = pressed or self.pressed
        held = self.chosen | ({} if now is None else {now.id: now})
        state.widget_states.widgets.extend(held.values())
        await self.connection.send(BackMsg(rerun_script=state).SerializeToString())
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not self._took(ForwardMsg.FromString(await self._received())):
                pass

    async def _received(self) -> bytes:
        message = await self.connection.recv(decode=False)
        return bytes(message)

    def _took(self, message: ForwardMsg) -> bool:
        """Remember what a message brings; say whether it ends the run."""
        if message.metadata.cacheable and message.hash:
            self.known.add(message.hash)
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._note(message)
        return kind == "script_finished" and message.script_finished in FINISHED

    def _note(self, message: ForwardMsg) -> None:
        element, fragment = message.delta.new_element, message.delta.fragment_id
        if element.WhichOneof("type") == "text":
            self.said = element.text.body
        if element.WhichOneof("type") == "button_group":
            options = [option.content for option in element.button_group.options]
            self.widgets[element.button_group.id] = Widget(
                element.button_group.id, options, fragment
            )
        elif element.WhichOneof("type") == "button":
            self.widgets[element.button.id] = Widget(element.button.id, [], fragment)
