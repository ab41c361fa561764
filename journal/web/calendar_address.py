"""The address a calendar fetches the days ahead at: ``/days-ahead/<secret>.ics``, only to read.

Whatever is not an open address is answered alike, so that an address that was withdrawn cannot be
told from one that never was. The secret reaches no log: Streamlit switches the server's log of
requests off, and where another server switches it on, the secret is taken out of the line.
"""

import logging
import re
from collections.abc import Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

CALENDAR_FOLDER: Final = "/days-ahead/"
ENDING: Final = ".ics"
# uvicorn writes each request to this log, where that is not switched off.
REQUEST_LOG: Final = "uvicorn.access"

_SECRET_IN_PATH: Final = re.compile(rf"(?<={CALENDAR_FOLDER})[^\s?\"]+")
# Not to be kept on the way, nor shown as a page; a browser saves it under a name without secret.
_HEADERS: Final = {"cache-control": "private, no-store", "x-robots-tag": "noindex"}
_FILE: Final = {"content-disposition": 'attachment; filename="days-ahead.ics"'}

FindCalendar = Callable[[str], bytes | None]


def calendar_route(find: FindCalendar) -> Route:
    """Build the route that serves the file.

    Args:
        find: Returns the file that a secret opens, None for everything else. It may take its
            time: it is not called on the thread that serves the pages.
    """
    _keep_out_of_the_log()

    def serve(request: Request) -> Response:
        name: str = request.path_params["name"]
        file = find(name.removesuffix(ENDING)) if name.endswith(ENDING) else None
        if file is None:
            return Response("There is nothing here.\n", 404, _HEADERS, media_type="text/plain")
        return Response(file, headers={**_HEADERS, **_FILE}, media_type="text/calendar")

    return Route(f"{CALENDAR_FOLDER}{{name:path}}", serve, methods=["GET"])


def _keep_out_of_the_log() -> None:
    log = logging.getLogger(REQUEST_LOG)
    if _without_secret not in log.filters:
        log.addFilter(_without_secret)


def _without_secret(record: logging.LogRecord) -> bool:
    """Take the secret out of a line; the line itself stays."""
    if isinstance(record.args, tuple):
        record.args = tuple(
            _SECRET_IN_PATH.sub("…", part) if isinstance(part, str) else part
            for part in record.args
        )
    return True
