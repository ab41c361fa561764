"""The readers of the bench speak Streamlit's messages: what they press is pressed."""

import asyncio
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest

from bench.client import NothingToPress, Reader
from bench.servers import BenchServer, floor_page

Result = TypeVar("Result")


def run(coroutine: Coroutine[Any, Any, Result]) -> Result:
    """Run to the end, on a thread of its own: a browser's loop may be running on this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BenchServer]:
    with floor_page("press", Path(tmp_path_factory.mktemp("bare"))) as server:
        yield server


def test_every_press_counts_in_a_session_of_its_own(bare: BenchServer) -> None:
    async def two_readers() -> list[str]:
        first = await Reader.arrive(bare.url, "press")
        second = await Reader.arrive(bare.url, "press")
        taken = [await first.press() for _ in range(3)] + [await second.press()]
        assert min(taken) > 0
        said = [first.said, second.said]
        await first.leave()
        await second.leave()
        return said

    assert run(two_readers()) == ["Pressed 3 times", "Pressed 1 times"]


def test_a_page_without_the_wanted_widget_is_named(bare: BenchServer) -> None:
    async def press_something_else() -> None:
        reader = await Reader.arrive(bare.url, "mood")
        try:
            await reader.press()
        finally:
            await reader.leave()

    with pytest.raises(NothingToPress, match="mood"):
        run(press_something_else())
