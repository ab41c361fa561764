"""The address a chosen file is sent to: ``POST /chosen-file``, the file itself being the body.

The guard lets only the journal's own pages through. Which page it is, the secret says that the page
was given; it travels in a header, so that no log of requests ever holds it. The file passes through
the memory piece by piece and is never held as a whole.

    x-file-secret   as the page was told
    x-file-name     percent-encoded; shown to her, and nothing else
    content-length  needed: a file that stops before its end is dropped
"""

from collections.abc import AsyncIterator, Callable
from typing import Final, Protocol
from urllib.parse import unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

UPLOAD_PLACE: Final = "/chosen-file"
SECRET_HEADER: Final = "x-file-secret"  # noqa: S105 - names the header
NAME_HEADER: Final = "x-file-name"
_PIECE: Final = 1_000_000  # bytes written at a time
_LONGEST_DRAINED: Final = 10_000_000_000

NO_PAGE: Final = (
    "This page has lost touch with the journal, and nothing of the file was kept. "
    "Please reload the page and choose the file again."
)
NOT_WRITTEN: Final = (
    "The disk of this machine did not take the whole file, and nothing of it was kept. "
    "Please make room and choose it again."
)
LOST: Final = "The file did not arrive as a whole, and nothing of it was kept."


class Arriving(Protocol):
    """What takes the bytes of one file; each method raises when its page was closed."""

    def write(self, piece: bytes) -> None:
        """Take the next bytes; an OSError says that the disk does not."""

    def finish(self) -> str | None:
        """Hand over the whole file; a sentence when that cannot be done."""

    def drop(self) -> None:
        """Forget everything that arrived."""


Begin = Callable[[str, str, int], Arriving | str | None]


def upload_route(begin: Begin) -> Route:
    """Build the route.

    Args:
        begin: Is told the secret, the file's name and its size; returns what takes the bytes, a
            sentence when they are not wanted, or None when no open page has this secret.
    """

    async def receive(request: Request) -> Response:
        length = request.headers.get("content-length", "")
        if not length.isdecimal():
            return _sentence(411, LOST)
        secret = request.headers.get(SECRET_HEADER, "")
        name = unquote(request.headers.get(NAME_HEADER, ""), errors="replace")
        arriving = await run_in_threadpool(begin, secret, name, int(length))
        if arriving is None or isinstance(arriving, str):
            # A browser hears an answer only once it has sent everything.
            if int(length) <= _LONGEST_DRAINED:
                await _drained(request)
            return _sentence(404, NO_PAGE) if arriving is None else _sentence(413, arriving)
        return await _taken(request, arriving)

    return Route(UPLOAD_PLACE, receive, methods=["POST"])


async def _taken(request: Request, arriving: Arriving) -> Response:
    whole = False
    try:
        async for piece in _pieces(request):
            await run_in_threadpool(arriving.write, piece)
        refused = await run_in_threadpool(arriving.finish)
        whole = True
    except ClientDisconnect:
        return _sentence(400, LOST)
    except OSError:
        await _drained(request)
        return _sentence(507, NOT_WRITTEN)
    except Exception:  # noqa: BLE001 - whatever the taker says of a page that is gone
        await _drained(request)
        return _sentence(404, NO_PAGE)
    finally:
        if not whole:
            arriving.drop()
    return _sentence(422, refused) if refused else Response(status_code=204)


async def _pieces(request: Request) -> AsyncIterator[bytes]:
    """Gather what arrives into pieces worth writing."""
    gathered = bytearray()
    async for chunk in request.stream():
        gathered += chunk
        if len(gathered) >= _PIECE:
            yield bytes(gathered)
            gathered.clear()
    if gathered:
        yield bytes(gathered)


async def _drained(request: Request) -> None:
    try:
        async for _ in request.stream():
            pass
    except (ClientDisconnect, RuntimeError):  # gone, or read to its end already
        pass


def _sentence(status: int, words: str) -> Response:
    return PlainTextResponse(f"{words}\n", status, {"cache-control": "no-store"})
