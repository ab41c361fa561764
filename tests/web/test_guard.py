import pytest

from journal.web.guard import Guard, may_ask, own_origin
from tests.web.asking import answering, ask, scope_of

GUARDED = Guard(answering())
FOLLOWED_LINK = {"sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}


@pytest.mark.parametrize(
    "host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501", "LocalHost:8501"]
)
def test_every_name_of_this_machine_is_answered(host: str) -> None:
    assert may_ask(scope_of(headers={"host": host}))


@pytest.mark.parametrize(
    "host",
    [
        None,
        "evil.example",
        "evil.example:8501",
        "localhost",
        "localhost:3000",
        "localhost.:8501",
        "localhost:8501.evil.example",
        "localhost:8501@evil.example",
        "evil.example#localhost:8501",
        "192.168.1.7:8501",
    ],
)
def test_a_foreign_or_missing_host_is_refused(host: str | None) -> None:
    assert not may_ask(scope_of(headers={"host": host}))


def test_two_host_headers_are_refused() -> None:
    scope = scope_of()
    scope["headers"].append((b"host", b"localhost:8501"))
    assert not may_ask(scope)


def test_the_default_port_may_be_left_out() -> None:
    scope = scope_of(server=("127.0.0.1", 80), headers={"host": "localhost"})
    assert own_origin(scope) == "http://localhost"


def test_a_request_that_arrived_from_the_network_is_refused_whatever_it_says() -> None:
    assert not may_ask(scope_of(server=("192.168.1.7", 8501)))


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        "http://evil.example",
        "http://localhost:3000",
        "http://localhost",
        "https://localhost:8501",
        "http://127.0.0.1:8501",
    ],
)
@pytest.mark.parametrize("kind", ["websocket", "http"])
def test_only_the_journals_own_origin_may_connect_or_send(kind: str, origin: str | None) -> None:
    scope = scope_of("/_stcore/stream", kind=kind, method="PUT", headers={"origin": origin})
    assert ask(GUARDED, scope).status == 403


@pytest.mark.parametrize("kind", ["websocket", "http"])
def test_the_journals_own_page_may_connect_and_send(kind: str) -> None:
    headers = {"origin": "http://localhost:8501"}
    assert may_ask(scope_of("/_stcore/stream", kind=kind, method="PUT", headers=headers))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_every_method_that_may_change_something_needs_the_origin(method: str) -> None:
    assert ask(GUARDED, scope_of(method=method)).status == 403


@pytest.mark.parametrize("path", ["/", "/media/picture.png", "/_stcore/health", "/static/a.js"])
@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_no_other_page_may_fetch_or_embed_anything(path: str, site: str) -> None:
    headers = {"sec-fetch-site": site, "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"}
    assert ask(GUARDED, scope_of(path, headers=headers)).status == 403


def test_no_other_page_may_hold_the_journal_in_a_frame() -> None:
    headers = {"sec-fetch-site": "cross-site", **FOLLOWED_LINK, "sec-fetch-dest": "iframe"}
    assert ask(GUARDED, scope_of(headers=headers)).status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site", "same-origin", "none"])
def test_a_link_to_a_page_of_the_journal_may_be_followed(site: str) -> None:
    headers = {"sec-fetch-site": site, **FOLLOWED_LINK}
    assert ask(GUARDED, scope_of("/today", headers=headers)).status == 200


@pytest.mark.parametrize(
    "path",
    ["/media/notes.csv", "/base/media/notes.csv", "/_stcore/health", "/days-ahead/secret.ics"],
)
def test_no_other_page_may_send_her_to_a_file(path: str) -> None:
    headers = {"sec-fetch-site": "cross-site", **FOLLOWED_LINK}
    assert ask(GUARDED, scope_of(path, headers=headers)).status == 403


@pytest.mark.parametrize(
    "path",
    ["/_stcore/metrics", "/_stcore/metrics/", "/_stcore/agent/openapi.json", "/x/_stcore/metrics"],
)
def test_figures_about_the_process_and_remote_control_are_closed(path: str) -> None:
    headers = {"origin": "http://localhost:8501"}
    assert ask(GUARDED, scope_of(path, headers=headers)).status == 404
