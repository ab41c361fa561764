"""A few hundred links opened in one page of a real browser, and every byte that reached it.

The server goes by the clock of the record, so that what may pass is known to the day.
"""

import json
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Error, Page, expect

from journal.sharing.shared_view import TITLE
from journal.storage import open_database
from journal.storage.engine import memory_engine
from journal.storage.shared_door import SharedDoor
from tests.sharing.records import NOW
from tests.sharing.rich_record import (
    KINDS_SEEN,
    GivenLink,
    Rest,
    dates_in,
    give_links,
    kinds_of,
    without_card,
    word,
    words_in,
)
from tests.support.clocked import WallClock
from tests.support.journals import journal_at
from tests.support.machines import quick_folder
from tests.support.pages import NewPage
from tests.support.server import JournalServer

LINKS: Final = 200
# The page's own script opens one link after another, as when it is loaded again, and tells the
# title it shows. The charts of the first are drawn, those of the others would take minutes.
OPEN_EACH: Final = """
async secrets => {
  window.loadLibrary = () => Promise.reject(new Error("not drawn here"));
  const titles = [];
  for (const secret of secrets) {
    hold(HELD, secret);
    await begin();
    titles.push(view.querySelector("h1")?.textContent ?? "");
  }
  return titles;
}
"""


class Wire:
    """Everything that reaches a page over the network: answers, and frames of websockets."""

    def __init__(self, page: Page) -> None:
        self._cdp = page.context.new_cdp_session(page)
        self._answers: list[tuple[str, dict[str, Any]]] = []
        self._finished: set[str] = set()
        self.frames: list[str] = []
        self._cdp.send("Network.enable", {"maxTotalBufferSize": 200_000_000})
        self._cdp.on(
            "Network.responseReceived",
            lambda told: self._answers.append((told["requestId"], told["response"])),
        )
        for event in ("webSocketCreated", "webSocketFrameReceived", "eventSourceMessageReceived"):
            self._cdp.on(f"Network.{event}", lambda told: self.frames.append(json.dumps(told)))

    def answers(self) -> list[tuple[str, str, str]]:
        """Return the address, the headers and the body of every answer, in order."""
        return [
            (answer["url"], json.dumps(answer["headers"]), self._body(request, answer["status"]))
            for request, answer in self._answers
        ]

    def _body(self, request: str, status: int) -> str:
        if status == HTTPStatus.NO_CONTENT:
            return ""
        told = self._cdp.send("Network.getResponseBody", {"requestId": request})
        body: str = told["body"]
        return b64decode(body).decode("latin-1") if told["base64Encoded"] else body


@dataclass(frozen=True, slots=True)
class Shared:
    """A server on the journal whose every word is known, and the links to it."""

    server: JournalServer
    links: list[GivenLink]


@pytest.fixture(scope="module")
def shared() -> Iterator[Shared]:
    with quick_folder() as folder:
        clock, data = WallClock(folder / "clock", NOW), folder / "server"
        data.mkdir()
        links = give_links(journal_at(data / "journal.db", clock), LINKS)
        with JournalServer(data, script=clock.script) as server:
            yield Shared(server, links)


def test_no_byte_that_was_not_granted_reaches_the_reader(
    shared: Shared, new_page: NewPage, tmp_path: Path
) -> None:
    page, links = new_page(1280, 800), shared.links
    wire = Wire(page)
    first = max(links, key=lambda one: len(one.passes.ratings) + one.passes.notes)
    page.goto(f"{shared.server.url}/shared#{first.secret}")
    expect(page.locator(".js-plotly-plot").last).to_be_visible()
    numbers = taken_away(page, tmp_path)
    assert words_in(numbers) <= first.words
    assert dates_in(numbers) <= first.dates
    assert page.evaluate(OPEN_EACH, [one.secret for one in links]) == [TITLE] * LINKS

    opened = [
        (headers, body) for url, headers, body in wire.answers() if url.endswith("/shared/open")
    ]
    others = [answer for answer in wire.answers() if not answer[0].endswith("/shared/open")]
    assert wire.frames == []
    for given, (headers, body) in zip([first, *links], opened, strict=True):
        assert words_in(headers) == set()
        assert words_in(body) <= given.words, given.passes
        assert dates_in(body) <= given.dates, given.passes
        assert words_in(body) >= {word("recipient", given.number), word("reply", given.number)}
    assert {url.partition("?")[0].removeprefix(shared.server.url) for url, *_ in others} <= {
        "/shared",
        "/shared/charts.js",
        "/shared/still",
    }
    assert words_in("".join(part for answer in others for part in answer)) == set()
    assert_as_if_never_written(shared, [body for _, body in opened[1:]])


def test_a_figure_somebody_changed_reaches_nothing_but_itself(
    shared: Shared, new_page: NewPage
) -> None:
    page = new_page(1280, 800, dark=True)
    page.goto(f"{shared.server.url}/shared")
    for path in (["__proto__", "reached"], ["constructor", "prototype", "reached"]):
        with pytest.raises(Error, match="no part of the figure"):
            page.evaluate("path => figureFor({ light: {}, dark: [[path, 1]] })", path)
        assert page.evaluate("({}).reached") is None


def taken_away(page: Page, folder: Path) -> str:
    """Download the numbers of the first chart, as a reader does."""
    menu = page.locator("details.take", has_text="Take this chart away").first
    menu.locator("summary").click()
    with page.expect_download() as download:
        menu.get_by_role("button", name="Numbers (CSV)").click()
    download.value.save_as(folder / "taken.csv")
    return (folder / "taken.csv").read_text(encoding="utf-8")


def assert_as_if_never_written(shared: Shared, bodies: list[str]) -> None:
    """Compare each with what there is where nothing but what was granted was ever written."""
    engine = memory_engine()
    rest, seen = Rest(engine), set()
    kept = open_database(shared.server.database)
    door = SharedDoor(lambda: kept, lambda: NOW)
    for given, body in zip(shared.links, bodies, strict=True):
        opened = door.opened(given.secret, "", noted=False)
        assert opened is not None
        assert without_card(rest.text(given, opened)) == without_card(body), given.passes
        seen |= words_in(body)
    assert kinds_of(seen) >= KINDS_SEEN
    for used in (engine, kept):
        used.dispose()
