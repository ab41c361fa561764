import gzip
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from email.utils import formatdate
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
import streamlit as st

from tests.support.ports import free_port
from tests.support.server import PROJECT, JournalServer

SMALL_APP = """
from pathlib import Path
import streamlit as st
from journal.web.application import build_application

app = st.App(**build_application(script=Path(__file__).parent / "small_script.py"))
"""
SMALL_SCRIPT = "import streamlit as st; st.title('A small page')"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    folder = tmp_path_factory.mktemp("served")
    (folder / "small_app.py").write_text(SMALL_APP, encoding="utf-8")
    (folder / "small_script.py").write_text(SMALL_SCRIPT, encoding="utf-8")
    with JournalServer(folder / "data", script=str(folder / "small_app.py")) as server:
        yield server


def fetch(
    server: JournalServer, path: str, headers: Mapping[str, str | None]
) -> tuple[HTTPResponse, bytes]:
    """Send one request; the Host is the server's own unless another is given."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=20)
    try:
        connection.putrequest("GET", path, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": f"localhost:{server.port}", **headers}.items():
            if value is not None:
                connection.putheader(name, value.format(port=server.port))
        connection.endheaders()
        answer = connection.getresponse()
        return answer, b"" if answer.status == 101 else answer.read()
    finally:
        connection.close()


def handshake(server: JournalServer, *, host: str | None, origin: str | None) -> int:
    """Ask for the websocket as a browser would, and return the status."""
    headers = {
        "Host": host,
        "Origin": origin,
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Protocol": "streamlit",
    }
    return fetch(server, "/_stcore/stream", headers)[0].status


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1"])
def test_the_journals_own_page_is_connected(server: JournalServer, name: str) -> None:
    host = f"{name}:{{port}}"
    assert handshake(server, host=host, origin=f"http://{host}") == 101


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        pytest.param("localhost:{port}", None, id="no origin"),
        pytest.param("localhost:{port}", "null", id="a sandboxed page"),
        pytest.param("localhost:{port}", "http://localhost:3000", id="another local page"),
        pytest.param("localhost:{port}", "http://127.0.0.1:{port}", id="another name"),
        pytest.param("localhost:{port}", "https://localhost:{port}", id="another scheme"),
        pytest.param("localhost:{port}", "http://evil.example", id="another site"),
        pytest.param("evil.example", "http://evil.example", id="a rebound name"),
        pytest.param("evil.example:{port}", "http://evil.example:{port}", id="rebound, with port"),
        pytest.param("evil.example:{port}", "http://localhost:{port}", id="a forged origin"),
    ],
)
def test_every_other_page_is_refused_the_connection(
    server: JournalServer, host: str, origin: str | None
) -> None:
    assert handshake(server, host=host, origin=origin) == 403


@pytest.mark.parametrize("path", ["/", "/media/a.csv", "/_stcore/health", "/assets/tending.js"])
def test_a_rebound_name_gets_nothing(server: JournalServer, path: str) -> None:
    answer, _ = fetch(server, path, {"Host": "evil.example:{port}"})
    assert answer.status == 403


def test_the_page_arrives_with_every_header(server: JournalServer) -> None:
    answer, body = fetch(server, "/", {})
    assert b"<title>Tending</title>" in body
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert f"ws://localhost:{server.port}" in policy
    assert "unsafe-eval" not in policy
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in answer.headers["permissions-policy"]


def test_another_programs_page_from_the_same_address_is_not_shown_in_its_place(
    server: JournalServer,
) -> None:
    """A browser that held Streamlit's own document would ask whether that has changed."""
    index = Path(st.__file__).parent / "static" / "index.html"
    held = {"If-Modified-Since": formatdate(index.stat().st_mtime + 1, usegmt=True)}
    assert fetch(server, "/", held)[0].status == 304
    answer, body = fetch(server, "/", {**held, "Accept": "text/html,*/*;q=0.8"})
    assert (answer.status, b"<title>Tending</title>" in body) == (200, True)


@pytest.mark.parametrize("path", ["/", "/assets/tending.css", "/_stcore/health"])
def test_no_answer_names_the_server(server: JournalServer, path: str) -> None:
    assert "server" not in fetch(server, path, {})[0].headers


def test_streamlits_scripts_are_sent_compressed(server: JournalServer) -> None:
    _, page = fetch(server, "/", {})
    script = page.decode().split('crossorigin src="./static/js/')[1].split('"')[0]
    raw, original = fetch(server, f"/static/js/{script}", {})
    small, body = fetch(server, f"/static/js/{script}", {"Accept-Encoding": "gzip"})
    assert "content-encoding" not in raw.headers
    assert original == gzip.decompress(body)
    assert len(body) < len(original) / 2
    assert "immutable" in small.headers["cache-control"]


def test_figures_about_the_process_are_closed(server: JournalServer) -> None:
    assert fetch(server, "/_stcore/metrics", {})[0].status == 404


def test_it_listens_on_this_machines_own_address_alone(server: JournalServer) -> None:
    # Linux answers on all of 127.0.0.0/8 when a server listens everywhere.
    with pytest.raises(OSError), socket.create_connection(("127.0.0.2", server.port), timeout=1):  # noqa: PT011 - the kind differs by system
        pass


@pytest.mark.parametrize("address", ["0.0.0.0", "::"])  # noqa: S104 - to see it refused
def test_it_refuses_to_start_on_every_address(tmp_path: Path, address: str) -> None:
    command = [sys.executable, "-m", "streamlit", "run", str(PROJECT / "app.py")]
    ended = subprocess.run(
        [*command, "--server.address", address, "--server.port", str(free_port())],
        cwd=tmp_path,
        env={**os.environ, "TENDING_DATABASE": str(tmp_path / "journal.db")},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert ended.returncode != 0
    assert f"Tending will not start: it was told to listen on the address {address}" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_settings_are_found_from_any_folder(tmp_path: Path) -> None:
    lines = subprocess.run(
        [sys.executable, "-c", FROM_ELSEWHERE, str(PROJECT / "app.py")],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=90,
        check=True,
    ).stdout.split()
    assert lines == ["127.0.0.1", "False", "none"]


# What `streamlit run` does before anything else: note the script, then read the settings.
FROM_ELSEWHERE = """
import sys
from streamlit import config
config._main_script_path = sys.argv[1]
for name in ("server.address", "browser.gatherUsageStats", "client.showErrorDetails"):
    print(config.get_option(name))
"""
