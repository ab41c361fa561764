"""Many people on one server process, and what each of them costs in memory."""

import asyncio
import json
import subprocess
import sys
from dataclasses import dataclass
from typing import Final

from bench.client import Reader
from bench.figures import Timing
from bench.servers import BenchServer
from bench.table import markdown
from tests.support.server import PROJECT

PEOPLE: Final = 100
GOAL_P95_MS: Final = 500
SESSIONS: Final = 50
FIRST_SESSIONS: Final = 10  # they pay for what is loaded once
LEAST_TOLD_MB: Final = 0.05
MOOD: Final = ".mood"


@dataclass(frozen=True, slots=True)
class Crowd:
    """What a crowd met on one page."""

    what: str
    timing: Timing


def measure_crowd(what: str, server: BenchServer, wanted: str, seconds: float) -> Crowd:
    """Send a hundred people from a process of their own, so that they do not slow the server."""
    options = ("--press", wanted, "--people", str(PEOPLE), "--seconds", str(seconds))
    command = [sys.executable, "-m", "bench.load", server.url, *options]
    done = subprocess.run(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True, check=True)
    return Crowd(what, Timing.of(json.loads(done.stdout)))


def crowds_table(crowds: list[Crowd]) -> str:
    """Write what the crowds met as a Markdown table."""
    head = [
        f"{PEOPLE} people, each pressing every ten seconds",
        "median",
        "95th percentile",
        "presses",
        "goal",
    ]
    return markdown([head, *map(_crowd_line, crowds)])


def _crowd_line(crowd: Crowd) -> list[str]:
    p95 = crowd.timing.p95
    if p95 is None:
        return [crowd.what, f"{crowd.timing.median:.0f} ms", "–", str(crowd.timing.n), "–"]
    verdict = "met" if p95 < GOAL_P95_MS else f"missed by {p95 - GOAL_P95_MS:.0f} ms"
    goal = f"< {GOAL_P95_MS} ms: {verdict}"
    return [crowd.what, f"{crowd.timing.median:.0f} ms", f"{p95:.0f} ms", str(crowd.timing.n), goal]


@dataclass(frozen=True, slots=True)
class Memory:
    """What open sessions cost."""

    what: str
    server_mb: float
    session_mb: float


def measure_memory(what: str, server: BenchServer, pages: tuple[str, ...]) -> Memory:
    """Open sessions that each look at `pages`, and see how much the server grew."""
    return asyncio.run(_measured_memory(what, server, pages))


async def _measured_memory(what: str, server: BenchServer, pages: tuple[str, ...]) -> Memory:
    readers = [reader for _ in range(FIRST_SESSIONS) for reader in await _look(server, pages)]
    before = server.resident_mb()
    for _ in range(SESSIONS):
        readers += await _look(server, pages)
    after = server.resident_mb()
    for reader in readers:
        await reader.leave()
    return Memory(what, before, (after - before) / SESSIONS)


async def _look(server: BenchServer, pages: tuple[str, ...]) -> list[Reader]:
    """Open one session and go from page to page in it."""
    reader = await Reader.arrive(server.url, "", pages[0])
    for page in pages[1:]:
        await reader.go(page)
    return [reader]


def memory_table(measured: list[Memory]) -> str:
    """Write what sessions cost as a Markdown table."""
    head = ["memory", "server, first sessions open", "each further open session"]
    lines = [[m.what, f"{m.server_mb:.0f} MB", _session_words(m.session_mb)] for m in measured]
    return markdown([head, *lines])


def _session_words(megabytes: float) -> str:
    if megabytes < LEAST_TOLD_MB:  # what the sessions before gave back can be more than it took
        return f"less than {LEAST_TOLD_MB} MB"
    return f"{megabytes:.2f} MB"
