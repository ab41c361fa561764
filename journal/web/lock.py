"""What HTTP gives away of a journal that is locked: nothing; and when she last tapped."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from journal.web.messages import send_sentence

# What pages made of the journal, and what was sent to them.
_OF_THE_JOURNAL: Final = ("/media/", "/chosen-file", "/_stcore/upload_file")


class Lock:
    """Middleware that gives out no file while the journal is locked, and notes every tap.

    Args:
        is_locked: Says whether it is.
        touched: Told of everything an open page says, which it says only when she does something.
    """

    def __init__(
        self, app: ASGIApp, *, is_locked: Callable[[], bool], touched: Callable[[], None]
    ) -> None:
        self._app = app
        self._is_locked = is_locked
        self._touched = touched

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer that there is nothing to be had."""
        if scope["type"] == "http" and self._is_closed(scope["path"]):
            await send_sentence(send, HTTPStatus.LOCKED, "The journal is locked.")
            return

        async def noting() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive":
                self._touched()
            return message

        await self._app(scope, noting if scope["type"] == "websocket" else receive, send)

    def _is_closed(self, path: str) -> bool:
        return any(part in path for part in _OF_THE_JOURNAL) and self._is_locked()
