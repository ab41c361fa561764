import gzip
from pathlib import Path

import pytest
from starlette.types import ASGIApp

from journal.web.compression import SendCompressed, StaticFiles
from tests.web.asking import answering, ask, scope_of

SCRIPT = b"const same = 1;\n" * 500
GZIP = {"accept-encoding": "gzip, deflate, br"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "index.js").write_bytes(SCRIPT)
    (tmp_path / "font.woff2").write_bytes(b"wOF2")
    return tmp_path


@pytest.fixture
def app(folder: Path) -> ASGIApp:
    return SendCompressed(answering(b"passed on"), files=StaticFiles(folder))


def test_a_script_arrives_small_and_whole(app: ASGIApp) -> None:
    answer = ask(app, scope_of("/static/js/index.js", headers=GZIP))
    assert gzip.decompress(answer.body) == SCRIPT
    assert len(answer.body) < len(SCRIPT) / 10
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"


def test_it_is_compressed_once(app: ASGIApp, folder: Path) -> None:
    first = ask(app, scope_of("/static/js/index.js", headers=GZIP))
    (folder / "js" / "index.js").unlink()
    assert first == ask(app, scope_of("/static/js/index.js", headers=GZIP))


def test_a_browser_that_has_it_is_told_so(app: ASGIApp) -> None:
    tag = ask(app, scope_of("/static/js/index.js", headers=GZIP)).headers["etag"]
    headers = {**GZIP, "if-none-match": tag}
    answer = ask(app, scope_of("/static/js/index.js", headers=headers))
    assert (answer.status, answer.body) == (304, b"")


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/static/js/index.js", {}),
        ("/static/js/index.js", {**GZIP, "range": "bytes=0-10"}),
        ("/static/font.woff2", GZIP),
        ("/static/js/../../secret.js", GZIP),
        ("/static/js/unknown.js", GZIP),
        ("/today", GZIP),
    ],
)
def test_everything_else_is_left_to_streamlit(
    app: ASGIApp, path: str, headers: dict[str, str | None]
) -> None:
    assert ask(app, scope_of(path, headers=headers)).body == b"passed on"
