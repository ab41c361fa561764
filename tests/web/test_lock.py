"""While the journal is locked no file of it leaves by HTTP; and taps are noted."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.types import Message

from journal.web.lock import Lock
from tests.web.asking import answering, ask, scope_of

WITHIN = answering(b"her words")


@pytest.mark.parametrize("path", ["/media/a.csv", "/chosen-file", "/_stcore/upload_file/a/b"])
def test_what_pages_made_of_the_journal_is_refused_while_it_is_locked(path: str) -> None:
    def answer(*, locked: bool) -> tuple[int, bytes]:
        lock = Lock(WITHIN, is_locked=lambda: locked, touched=lambda: None)
        given = ask(lock, scope_of(path))
        return given.status, given.body

    assert answer(locked=True) == (423, b"The journal is locked.\n")
    assert answer(locked=False) == (200, b"her words")


@pytest.mark.parametrize("path", ["/", "/static/js/index.js", "/_stcore/health", "/assets/x.css"])
def test_the_way_in_is_served_while_it_is_locked(path: str) -> None:
    lock = Lock(WITHIN, is_locked=lambda: True, touched=lambda: None)
    assert ask(lock, scope_of(path)).status == 200


def test_each_word_of_an_open_page_is_a_tap() -> None:
    touched: list[int] = []
    coming = iter(["websocket.connect", "websocket.receive", "websocket.receive"])

    async def receive() -> Message:
        return {"type": next(coming)}

    async def send(_: Message) -> None:
        raise AssertionError

    async def page(_scope: object, receive: object, _send: object) -> None:
        for _ in range(3):
            await receive()  # type: ignore[operator]  # as ASGI calls it

    lock = Lock(page, is_locked=lambda: False, touched=lambda: touched.append(1))
    scope = {"type": "websocket", "path": "/_stcore/stream"}
    # Browser tests of the same worker keep a loop running in this thread.
    with ThreadPoolExecutor(1) as elsewhere:
        elsewhere.submit(lambda: asyncio.run(lock(scope, receive, send))).result()
    assert len(touched) == 2
