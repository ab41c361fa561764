"""What every answer tells the browser to refuse on the journal's behalf."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from journal.web.guard import own_origin
from journal.web.shared import CHARTS_PLACE, READERS_FOLDER

_FIXED = (
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (
        b"permissions-policy",
        (
            b"camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), "
            b"display-capture=(), accelerometer=(), gyroscope=(), magnetometer=()"
        ),
    ),
)


def content_policy(origin: str | None, script_hashes: Sequence[str]) -> str:
    """Build the content security policy of one answer.

    Args:
        origin: The journal's own origin, or None when the request did not name it rightly.
        script_hashes: One ``sha256-…`` source per inline script of the shell.
    """
    # Older Safari does not read 'self' as covering a websocket to the same host.
    socket = f" {origin.replace('http', 'ws', 1)}" if origin else ""
    hashes = "".join(f" '{digest}'" for digest in script_hashes)
    return "; ".join(
        (
            "default-src 'self'",
            f"connect-src 'self'{socket}",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            # Streamlit styles its elements from script, chart and table libraries inline.
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self' data:",
            # blob: is how Streamlit loads the script of a component.
            f"script-src 'self' blob:{hashes}",
            "worker-src 'self' blob:",
            "frame-ancestors 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "object-src 'none'",
        )
    )


def reader_policy(origin: str | None, script_hashes: Sequence[str]) -> str:
    """Build the content security policy of a document for readers, and of what it asks.

    It runs its own scripts and the library that draws charts, asks this journal alone, and may be
    neither framed nor sent anywhere.
    """
    library = [f"{origin}{CHARTS_PLACE}"] if origin and script_hashes else []
    scripts = " ".join([*(f"'{digest}'" for digest in script_hashes), *library]) or "'none'"
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            # The library styles what it draws inline.
            "style-src 'unsafe-inline'",
            "img-src data: blob:",
            "connect-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


class SecurityHeaders:
    """Middleware that gives every answer, refusals included, the journal's headers.

    Args:
        script_hashes: One ``sha256-…`` source per inline script of the shell.
        documents: The same of each document for readers, by its path.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        script_hashes: Sequence[str],
        documents: Mapping[str, Sequence[str]] = MappingProxyType({}),
    ) -> None:
        self._app = app
        self._hashes = tuple(script_hashes)
        self._documents = {path: tuple(hashes) for path, hashes in documents.items()}
        # One entry for each name of the loopback address and each document.
        self._policy = lru_cache(maxsize=32)(self._written_policy)

    def _written_policy(self, origin: str | None, document: str | None) -> bytes:
        if document is None:
            policy = content_policy(origin, self._hashes)
        else:
            policy = reader_policy(origin, self._documents.get(document, ()))
        return policy.encode("latin-1")

    def _document(self, path: str) -> str | None:
        """Name the document whose policy an answer gets; None for the journal's own."""
        if path in self._documents:
            return path
        return READERS_FOLDER if path.startswith(READERS_FOLDER) else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to what comes back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        policy = self._policy(own_origin(scope), self._document(scope["path"]))
        ours = [*_FIXED, (b"content-security-policy", policy)]
        if scope["path"].startswith("/media/"):
            # What she took away should not stay behind in the browser's cache.
            ours.append((b"cache-control", b"no-store"))
        names = {name for name, _ in ours}

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [pair for pair in message.get("headers", []) if pair[0].lower() not in names]
                message = {**message, "headers": [*kept, *ours]}
            await send(message)

        await self._app(scope, receive, send_with_headers)


def hide_server_name() -> None:
    """Keep uvicorn from adding ``server: uvicorn``, which Streamlit offers no setting for."""
    # The server adds its own headers after every middleware, from this attribute alone, and it
    # has filled it by the time app.py is imported; a property outranks what was stored.
    uvicorn.Config.encoded_headers = property(  # type: ignore[assignment]
        lambda _config: [], lambda _config, _headers: None
    )
