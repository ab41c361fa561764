"""The one HTML document of the journal: Streamlit's, with our name, language, icons and styles.

Addresses in it are relative (``./assets/…``) like Streamlit's own.
"""

import re
from base64 import b64encode
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from journal.web.assets import Asset, versioned
from journal.web.messages import header, send_body

# The colours of the page behind the browser's own frame; the same as in .streamlit/config.toml.
PAPER_LIGHT = "#faf7f1"
PAPER_DARK = "#191c1a"

# Streamlit's own script would look for the server below the address of the page first, at
# `/connection/_stcore/health`, and wait a tenth of a second before it looks where it is.
_WHERE_THE_SERVER_IS = (
    '<script>window.__streamlit = { BACKEND_BASE_URL: new URL(".", location.href).href };</script>'
)
_NO_SCRIPT = "<noscript><p>Tending needs JavaScript, which is switched off here.</p></noscript>"
_CONDITIONS = frozenset({b"if-none-match", b"if-modified-since"})
_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shell:
    """The document as it is sent, and what the content policy must know about it."""

    body: bytes
    etag: bytes
    script_hashes: tuple[str, ...]


def build_shell(original: str, assets: Mapping[str, Asset]) -> Shell:
    """Make our document from Streamlit's.

    Args:
        original: The text of the ``index.html`` that Streamlit brings.
        assets: Our own files, for their addresses.
    """
    page = re.sub(r"<!--.*?-->", "", original, flags=re.DOTALL).lstrip()
    page = re.sub(r"<html[^>]*>", '<html lang="en-GB">', page, count=1)
    page = re.sub(r"<title>.*?</title>", "<title>Tending</title>", page, count=1)
    page = re.sub(r"<link[^>]*rel=\"(?:service-desc|shortcut icon)\"[^>]*>", "", page)
    page = re.sub(r"<noscript>.*?</noscript>", _NO_SCRIPT, page, flags=re.DOTALL)
    page = page.replace("</head>", f"{_additions(assets)}</head>", 1)
    body = re.sub(r"\n\s*\n+", "\n", page).encode()
    return Shell(
        body=body,
        etag=f'"{sha256(body).hexdigest()[:16]}"'.encode(),
        script_hashes=tuple(_script_source(text) for text in _INLINE_SCRIPT.findall(body.decode())),
    )


def _script_source(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _additions(assets: Mapping[str, Asset]) -> str:
    address = {name: f"./{versioned(assets, name)}" for name in assets}
    return f"""
    <meta name="description" content="A private journal." />
    <meta name="theme-color" content="{PAPER_LIGHT}" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="{PAPER_DARK}" media="(prefers-color-scheme: dark)" />
    <meta name="color-scheme" content="light dark" />
    {_WHERE_THE_SERVER_IS}
    <link rel="icon" type="image/svg+xml" href="{address["icon.svg"]}" />
    <link rel="apple-touch-icon" href="{address["icon-180.png"]}" />
    <link rel="manifest" href="{address["manifest.webmanifest"]}" />
    <link rel="stylesheet" href="{address["tending.css"]}" />
    <script src="{address["hide.js"]}"></script>
    <script src="{address["right_day.js"]}" defer></script>
    <script src="{address["tending.js"]}" defer></script>
  """


class ServeShell:
    """Middleware that sends our document wherever Streamlit would send its own.

    It looks at the answer rather than at the path, because Streamlit alone knows which addresses
    are pages.

    Args:
        shell: Our document.
        others: Paths of documents that are not Streamlit's.
    """

    def __init__(self, app: ASGIApp, *, shell: Shell, others: Collection[str] = ()) -> None:
        self._app = app
        self._shell = shell
        self._others = frozenset(others)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and replace an HTML answer."""
        passed = scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}
        if passed or scope["path"] in self._others:
            await self._app(scope, receive, send)
            return
        inner = _unconditional(scope) if "text/html" in (header(scope, b"accept") or "") else scope
        replaced = False

        async def send_shell(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and _is_document(message):
                replaced = True
                await self._send(scope, send)
            elif not replaced:
                await send(message)

        await self._app(inner, receive, send_shell)

    async def _send(self, scope: Scope, send: Send) -> None:
        known = header(scope, b"if-none-match") == self._shell.etag.decode()
        await send_body(
            send,
            self._shell.body,
            status=304 if known else 200,
            headers=[
                (b"content-type", b"text/html; charset=utf-8"),
                (b"cache-control", b"no-cache"),
                (b"etag", self._shell.etag),
            ],
            head_only=known or scope["method"] == "HEAD",
        )


def _unconditional(scope: Scope) -> Scope:
    """Ask for the whole document, whatever the browser holds of it.

    What it holds may be Streamlit's own, from another program that once ran at this address. Told
    that nothing has changed, it would show that one: without our scripts, and with pictures asked
    of another host.
    """
    kept = [pair for pair in scope["headers"] if pair[0] not in _CONDITIONS]
    return {**scope, "headers": kept}


def _is_document(message: Message) -> bool:
    answer: dict[bytes, bytes] = dict(message.get("headers", []))
    found: bool = message["status"] == HTTPStatus.OK
    # A file she downloads may be HTML too, and is no page of ours.
    attached = b"content-disposition" in answer
    return found and not attached and answer.get(b"content-type", b"").startswith(b"text/html")
