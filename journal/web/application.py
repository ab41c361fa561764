"""The journal as a web application: what wraps Streamlit and what is served beside it."""

import re
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from threading import Thread
from types import MappingProxyType
from typing import TypedDict

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from journal.web.assets import assets_route, load_assets
from journal.web.compression import SendCompressed, StaticFiles
from journal.web.delivery import deliver_whole
from journal.web.failures import tell_reader
from journal.web.gone_widgets import remember_gone_widgets
from journal.web.guard import Guard
from journal.web.headers import SecurityHeaders, hide_server_name
from journal.web.lock import Lock
from journal.web.loopback import require_loopback
from journal.web.shared import ReaderDocument, document_route
from journal.web.shell import ServeShell, build_shell

# In a folder of its own: a folder `pages` beside the script would be taken for pages to run.
SCRIPT = Path(__file__).parents[1] / "script" / "every_run.py"
_STREAMLIT_FOLDER = Path(st.__file__).parent / "static"

Lifespan = Callable[[st.App], AbstractAsyncContextManager[None]]


class Application(TypedDict):
    """The arguments of ``st.App``."""

    script_path: Path
    routes: Sequence[BaseRoute]
    middleware: Sequence[Middleware]
    lifespan: Lifespan
    on_script_error: Callable[[Exception], bool]


def build_application(
    *,
    script: Path = SCRIPT,
    routes: Sequence[BaseRoute] = (),
    documents: Mapping[str, str] = MappingProxyType({}),
    is_locked: Callable[[], bool] = lambda: False,
    touched: Callable[[], None] = lambda: None,
) -> Application:
    """Put together what ``st.App`` needs to serve the journal.

    It returns the arguments rather than the application, because ``streamlit run`` looks for the
    words ``app = st.App(`` in the file it is given.

    Args:
        script: The script that Streamlit runs for every reader.
        routes: Further addresses, served beside the pages.
        documents: The pages of readers, as HTML by their path; the same for everybody.
        is_locked: Says whether the journal is locked; no file is given out then.
        touched: Told whenever she does something on an open page.

    Raises:
        AddressNotPrivate: When the server is set to listen on anything but loopback.
    """
    require_loopback(st.get_option("server.address"))
    hide_server_name()
    deliver_whole()
    remember_gone_widgets()
    assets = load_assets()
    original = (_STREAMLIT_FOLDER / "index.html").read_text(encoding="utf-8")
    shell = build_shell(original, assets)
    files = StaticFiles(_STREAMLIT_FOLDER / "static")
    readers = [ReaderDocument.of(place, page) for place, page in documents.items()]
    return Application(
        script_path=script,
        routes=[assets_route(assets), *map(document_route, readers), *routes],
        # The first is the outermost: refusals, too, leave with the headers.
        middleware=[
            Middleware(
                SecurityHeaders,
                script_hashes=shell.script_hashes,
                documents={document.place: document.script_hashes for document in readers},
            ),
            Middleware(Guard),
            Middleware(Lock, is_locked=is_locked, touched=touched),
            Middleware(ServeShell, shell=shell, others=documents.keys()),
            Middleware(SendCompressed, files=files),
        ],
        lifespan=_compress_first_visit(files, original),
        on_script_error=tell_reader,
    )


def _compress_first_visit(files: StaticFiles, document: str) -> Lifespan:
    """Compress the files that the document names while the browser is still being opened."""
    named = [f"/{path}" for path in re.findall(r'"\./(static/[^"]+)"', document)]

    @asynccontextmanager
    async def lifespan(_app: st.App) -> AsyncIterator[None]:
        Thread(target=files.compress_all, args=(named,), daemon=True).start()
        yield

    return lifespan
