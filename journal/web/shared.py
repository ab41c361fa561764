"""What the readers of links reach beside the journal's own pages; transport only.

A document (``/shared``, ``/desk``) is the same for everybody and holds nothing of anybody. The
secret of a link stands behind the ``#`` of its address, which browsers send nowhere; the script of
the document sends it in the body of a POST. So it is in no address, log, referrer or cookie.

    POST /shared/open | still | reply | moment | take-back      JSON -> JSON

Whatever is no open link is refused alike, byte for byte and second for second (`Refusals`).
"""

import gzip
import json
import re
import time
from base64 import b64encode
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from http import HTTPStatus
from typing import Final, Protocol

import anyio
from anyio.to_thread import run_sync
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from journal.web.assets import FOREVER

READERS_FOLDER: Final = "/shared/"
CHARTS_PLACE: Final = f"{READERS_FOLDER}charts.js"
LONGEST_BODY: Final = 256 * 1024
# A browser hears an answer only once it has sent everything; beyond this nobody means well.
_LONGEST_DRAINED: Final = 4 * LONGEST_BODY
# Longer than any look-up takes, and no burden on somebody who mistyped.
STEP_SECONDS: Final = 0.3
FREE_REFUSALS: Final = 8
LONGEST_SECONDS: Final = 4.8
FORGOTTEN_SECONDS: Final = 60.0
# A stranger's guesses must not take the threads that her own pages need.
_ASKING_AT_ONCE: Final = 4
_WRITING_AT_ONCE: Final = 2

_LEVEL: Final = 6
_INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_UNKEPT: Final = {"cache-control": "no-store", "x-robots-tag": "noindex"}
_NOTHING: Final = "There is nothing here.\n"


class Answer(Protocol):
    """What an open link answers."""

    @property
    def declined(self) -> bool:
        """Whether the link is open and does not allow what was asked."""

    def written(self) -> str | None:
        """Return the answer as JSON, empty for none; None when the link was closed meanwhile."""


Ask = Callable[[Mapping[str, object]], Answer | None]


@dataclass(frozen=True, slots=True)
class ReaderDocument:
    """A document for readers.

    Attributes:
        place: Its path.
        body: The whole document.
        script_hashes: One ``sha256-…`` source per inline script.
    """

    place: str
    body: bytes
    script_hashes: tuple[str, ...]

    @classmethod
    def of(cls, place: str, page: str) -> "ReaderDocument":
        """Build it from its HTML; scripts without attributes are those that run."""
        hashes = tuple(map(_script_hash, _INLINE_SCRIPT.findall(page)))
        return cls(place, page.encode(), hashes)


class Refusals:
    """How long a refusal takes: the same whatever its cause, and longer once there were many.

    Args:
        now: Seconds on a clock that never goes back.
        sleep: Waits without holding anybody else up.
    """

    def __init__(
        self,
        *,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = anyio.sleep,
    ) -> None:
        self._now, self._sleep = now, sleep
        self._count, self._last = 0, 0.0

    def arrived(self) -> float:
        """Return the present instant, to be handed to `wait`."""
        return self._now()

    async def wait(self, arrived: float) -> None:
        """Wait until a request that arrived then may be refused."""
        now = self._now()
        if now - self._last > FORGOTTEN_SECONDS:
            self._count = 0
        self._count, self._last = self._count + 1, now
        doubled = 2 ** min(max(0, self._count - FREE_REFUSALS), 10)
        due = arrived + min(STEP_SECONDS * doubled, LONGEST_SECONDS)
        while due < now:  # work that took longer ends with a whole step, too
            due += STEP_SECONDS
        await self._sleep(due - now)


def document_route(document: ReaderDocument) -> Route:
    """Build the route of a document."""

    async def serve(_request: Request) -> Response:
        return Response(document.body, headers=_UNKEPT, media_type="text/html")

    return Route(document.place, serve, methods=["GET"])


def charts_route(library: Callable[[], bytes]) -> Route:
    """Build the route of the library that draws charts, which documents name with its digest."""

    @cache
    def packed() -> bytes:
        return gzip.compress(library(), mtime=0)

    async def serve(_request: Request) -> Response:
        headers = {"cache-control": FOREVER, "content-encoding": "gzip"}
        return Response(await run_sync(packed), headers=headers, media_type="text/javascript")

    return Route(CHARTS_PLACE, serve, methods=["GET"])


def asking_routes(asks: Mapping[str, Ask], refusals: Refusals | None = None) -> list[Route]:
    """Build the routes that answer the readers of links.

    Args:
        asks: By the last word of its path, what answers: it is told the JSON object of the body,
            and returns None for whatever is no open link. It may take its time: it is not called
            on the thread that serves the pages.
        refusals: How long a refusal takes.
    """
    waiting = refusals or Refusals()
    asking = anyio.CapacityLimiter(_ASKING_AT_ONCE)
    writing = anyio.CapacityLimiter(_WRITING_AT_ONCE)

    async def respond(request: Request, ask: Ask) -> Response:
        arrived = waiting.arrived()
        try:
            asked = _asked(request, await _body(request))
        except ClientDisconnect:
            return Response(status_code=HTTPStatus.BAD_REQUEST)
        answer = await run_sync(ask, asked, limiter=asking) if asked is not None else None
        text = await run_sync(answer.written, limiter=writing) if answer is not None else None
        if answer is None or text is None:
            await waiting.wait(arrived)
            return Response(_NOTHING, HTTPStatus.NOT_FOUND, _UNKEPT, media_type="text/plain")
        if not text:
            return Response(status_code=HTTPStatus.NO_CONTENT, headers=_UNKEPT)
        status = HTTPStatus.CONFLICT if answer.declined else HTTPStatus.OK
        body, headers = text.encode(), dict(_UNKEPT)
        if "gzip" in request.headers.get("accept-encoding", ""):
            body = await run_sync(gzip.compress, body, _LEVEL)
            headers["content-encoding"] = "gzip"
        return Response(body, status, headers, media_type="application/json")

    def route(name: str, ask: Ask) -> Route:
        async def serve(request: Request) -> Response:
            return await respond(request, ask)

        return Route(f"{READERS_FOLDER}{name}", serve, methods=["POST"])

    return [route(name, ask) for name, ask in asks.items()]


async def _body(request: Request) -> bytes | None:
    """Read a body; None of one that is too long."""
    gathered, length = bytearray(), 0
    async for piece in request.stream():
        length += len(piece)
        if length > _LONGEST_DRAINED:
            return None
        if length <= LONGEST_BODY:
            gathered += piece
    return bytes(gathered) if length <= LONGEST_BODY else None


def _asked(request: Request, body: bytes | None) -> Mapping[str, object] | None:
    """Return the JSON object of a body; None of everything else."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if body is None or kind != "application/json":
        return None
    try:
        asked = json.loads(body)
    # Too deep a nesting, or a number of thousands of digits, is nothing of ours either.
    except (ValueError, RecursionError):
        return None
    return asked if isinstance(asked, dict) else None


def _script_hash(script: str) -> str:
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"
