"""Asking an ASGI application something, without a server between."""

import asyncio
from collections.abc import Awaitable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "localhost:8501"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def scope_of(
    path: str = "/",
    *,
    method: str = "GET",
    kind: str = "http",
    server: tuple[str, int] = ("127.0.0.1", 8501),
    headers: Mapping[str, str | None] | None = None,
) -> Scope:
    """Build a request to the journal on port 8501; a header of None is left out."""
    sent = {"host": HOST, **(headers or {})}
    return {
        "type": kind,
        "scheme": "ws" if kind == "websocket" else "http",
        "method": method,
        "path": path,
        "root_path": "",
        "query_string": b"",
        "server": server,
        "headers": [(key.encode(), value.encode()) for key, value in sent.items() if value],
    }


def ask(app: ASGIApp, scope: Scope, body: bytes = b"") -> Answer:
    """Send one request and gather the answer; a refused handshake counts as 403."""
    sent: list[Message] = []

    async def receive() -> Message:
        kind = "websocket.connect" if scope["type"] == "websocket" else "http.request"
        return {"type": kind, "body": body, "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    # Browser tests of the same worker keep a loop running in this thread.
    with ThreadPoolExecutor(1) as elsewhere:
        elsewhere.submit(lambda: asyncio.run(_await(app(scope, receive, send)))).result()
    if sent[0]["type"] == "websocket.close":
        return Answer(403, {}, b"")
    headers = {key.decode(): value.decode() for key, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], headers, b"".join(part["body"] for part in sent[1:]))


async def _await(answer: Awaitable[None]) -> None:
    await answer


def answering(
    body: bytes = b"the page", *, status: int = 200, headers: Mapping[str, str] | None = None
) -> ASGIApp:
    """Build an application that always answers the same."""
    pairs = [(key.encode(), value.encode()) for key, value in (headers or {}).items()]

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        start: dict[str, Any] = {"type": "http.response.start", "status": status}
        await send({**start, "headers": pairs})
        await send({"type": "http.response.body", "body": body})

    return app
