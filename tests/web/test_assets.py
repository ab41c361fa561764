import json
from pathlib import Path
from struct import unpack

import pytest

from journal.web.assets import FOREVER, assets_route, load_assets, versioned
from tests.web.asking import Answer, ask, scope_of

ASSETS = load_assets()
ROUTE = assets_route(ASSETS)


def fetch(name: str, *, query: str = "", tag: str | None = None) -> Answer:
    scope = scope_of(f"/assets/{name}", headers={"if-none-match": tag})
    scope["query_string"] = query.encode()
    scope["path_params"] = {"name": name}
    return ask(ROUTE.app, scope)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("tending.css", "text/css; charset=utf-8"),
        ("tending.js", "text/javascript; charset=utf-8"),
        ("icon-192.png", "image/png"),
        ("icon.svg", "image/svg+xml"),
        ("manifest.webmanifest", "application/manifest+json"),
    ],
)
def test_each_file_is_served_as_what_it_is(name: str, media_type: str) -> None:
    answer = fetch(name)
    assert (200, media_type) == (answer.status, answer.headers["content-type"])


def test_a_file_asked_for_by_its_fingerprint_may_be_kept() -> None:
    _, query = versioned(ASSETS, "tending.css").split("?")
    assert fetch("tending.css", query=query).headers["cache-control"] == FOREVER


@pytest.mark.parametrize("query", ["", "v=0000000000000000"])
def test_otherwise_the_browser_asks_again(query: str) -> None:
    assert fetch("tending.css", query=query).headers["cache-control"] == "no-cache"


def test_an_unchanged_file_is_not_sent_again() -> None:
    tag = fetch("tending.css").headers["etag"]
    assert fetch("tending.css", tag=tag).status == 304


@pytest.mark.parametrize("name", ["nothing.css", "../script.py", "../../app.py", ""])
def test_nothing_outside_the_folder_is_served(name: str) -> None:
    assert fetch(name).status == 404


def test_files_of_other_kinds_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "kept.css").write_text("")
    (tmp_path / "notes.txt").write_text("")
    assert list(load_assets(tmp_path)) == ["kept.css"]


def test_the_manifest_names_icons_of_the_size_it_says() -> None:
    for icon in json.loads(ASSETS["manifest.webmanifest"].body)["icons"]:
        body = ASSETS[icon["src"]].body
        if icon["type"] == "image/png":
            width, height = unpack(">II", body[16:24])
            assert icon["sizes"] == f"{width}x{height}"
