"""Who may ask: pages of this journal, opened on this machine, and nobody else.

Three strangers can reach a loopback port. A name that an attacker points at 127.0.0.1 (DNS
rebinding) shows in the Host header. A page of another site or of another local port shows in the
Origin header, or, where a browser sends none, in Fetch Metadata. Each is refused with 403.
"""

from starlette.types import ASGIApp, Receive, Scope, Send

from journal.web.calendar_address import CALENDAR_FOLDER
from journal.web.loopback import LOOPBACK_NAMES, is_loopback
from journal.web.messages import header, send_sentence

_SAFE_METHODS = frozenset({"GET", "HEAD"})
_DEFAULT_PORTS = {"http": 80, "https": 443}
_POLICY_VIOLATION = 1008
# What a page of ours or a calendar loads; never the target of a link from somewhere else.
_INNER_FOLDERS = ("/media/", "/_stcore/", "/component/", CALENDAR_FOLDER)
# Figures about the process, and remote control by programs: nobody here needs either.
_CLOSED = ("/_stcore/metrics/", "/_stcore/agent/")


def own_origin(scope: Scope) -> str | None:
    """Return the origin of this journal as the request names it.

    Returns:
        For example ``http://localhost:8501``, or None when the Host header does not name the
        loopback address and port on which the request arrived.
    """
    server = scope.get("server")
    host = header(scope, b"host")
    if not server or not host or not is_loopback(server[0]):
        return None
    scheme = "https" if scope["scheme"] in {"https", "wss"} else "http"
    port = server[1]
    allowed = {f"{name}:{port}" for name in LOOPBACK_NAMES}
    if port == _DEFAULT_PORTS[scheme]:
        allowed |= set(LOOPBACK_NAMES)
    return f"{scheme}://{host.lower()}" if host.lower() in allowed else None


def _is_under(path: str, folders: tuple[str, ...]) -> bool:
    return any(folder in f"{path}/" for folder in folders)


def _opened_as_a_page(scope: Scope) -> bool:
    """Tell whether somebody followed a link, rather than a page fetching or embedding."""
    return (
        header(scope, b"sec-fetch-mode") == "navigate"
        and header(scope, b"sec-fetch-dest") == "document"
        and not _is_under(scope["path"], _INNER_FOLDERS)
    )


def may_ask(scope: Scope) -> bool:
    """Decide whether a request or websocket handshake comes from the journal's own pages."""
    origin = own_origin(scope)
    if origin is None:
        return False
    if scope["type"] == "websocket" or scope["method"] not in _SAFE_METHODS:
        return header(scope, b"origin") == origin
    # Absent in a browser older than 2023 and outside browsers: there the Host has to do.
    site = header(scope, b"sec-fetch-site")
    return site in {None, "same-origin", "none"} or _opened_as_a_page(scope)


class Guard:
    """Middleware that lets only the journal's own pages through."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it with a refusal."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
        elif not may_ask(scope):
            await _refuse(scope, send)
        elif scope["type"] == "http" and _is_under(scope["path"], _CLOSED):
            await send_sentence(send, 404, "There is nothing here.")
        else:
            await self._app(scope, receive, send)


async def _refuse(scope: Scope, send: Send) -> None:
    if scope["type"] == "websocket":
        # Closing before accepting makes the server answer the handshake with 403.
        await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
        return
    await send_sentence(send, 403, "This journal answers only its own pages on this machine.")
