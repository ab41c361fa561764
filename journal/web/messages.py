"""Small words of ASGI that the middleware of this room shares.

Header names are lower-case bytes, as ASGI hands them over.
"""

from collections.abc import Iterable
from http import HTTPStatus

from starlette.types import Scope, Send


def headers_named(scope: Scope, name: bytes) -> list[str]:
    """Return every value a request carries for one header."""
    found: Iterable[tuple[bytes, bytes]] = scope["headers"]
    return [value.decode("latin-1") for key, value in found if key == name]


def header(scope: Scope, name: bytes) -> str | None:
    """Return the value of a header, or None when it is absent or repeated."""
    values = headers_named(scope, name)
    return values[0] if len(values) == 1 else None


async def send_body(
    send: Send,
    body: bytes,
    *,
    status: int = 200,
    headers: Iterable[tuple[bytes, bytes]] = (),
    head_only: bool = False,
) -> None:
    """Answer a request with one whole body."""
    length = (b"content-length", str(len(body)).encode())
    # A 304 describes the body the browser already has; a length of zero would contradict it.
    measured = [] if status == HTTPStatus.NOT_MODIFIED else [length]
    await send({"type": "http.response.start", "status": status, "headers": [*headers, *measured]})
    await send({"type": "http.response.body", "body": b"" if head_only else body})


async def send_sentence(send: Send, status: int, sentence: str) -> None:
    """Answer a request with a line of plain text."""
    plain = (b"content-type", b"text/plain; charset=utf-8")
    await send_body(send, f"{sentence}\n".encode(), status=status, headers=[plain])
