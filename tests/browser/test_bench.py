"""The clock of the bench runs from click to answer, and from the start of a page to its end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error

from bench.browsing import Tab
from bench.presses import BarePresses
from bench.servers import BenchServer, floor_page

BUTTON = ".st-key-press button"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BenchServer]:
    with floor_page("press", Path(tmp_path_factory.mktemp("bare"))) as server:
        yield server


def test_a_press_is_timed_until_its_own_answer(bare: BenchServer, browser: Browser) -> None:
    presses = BarePresses(browser, bare.url)
    assert all(0 < presses.press() < 10_000 for _ in range(3))


def test_words_that_stand_there_already_are_no_answer(bare: BenchServer, browser: Browser) -> None:
    tab = Tab.new(browser, bare.url, BUTTON)
    tab.visit()
    with pytest.raises(Error, match="stands there before the press"):
        tab.press(tab.page.locator(BUTTON), answer=".st-key-answer", pattern="^Pressed")


def test_a_page_shows_its_first_output_before_the_last(bare: BenchServer, browser: Browser) -> None:
    paint = Tab.new(browser, bare.url, BUTTON).visit()
    assert 0 < paint.output <= paint.settled
    assert 0 < paint.marker <= paint.settled


def test_the_memory_of_a_server_is_that_of_its_own_process(bare: BenchServer) -> None:
    assert 20 < bare.resident_mb() < 1000
