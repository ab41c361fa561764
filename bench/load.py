"""`python -m bench.load ADDRESS`: a crowd, each pressing every ten seconds; prints JSON."""

import argparse
import asyncio
import json
import random
import sys
from time import monotonic
from typing import Final

from bench.client import Reader

EVERY_SECONDS: Final = 10.0
ARRIVAL_SECONDS: Final = 20.0
CALM_SECONDS: Final = 5.0  # until the last to come has seen the page


async def person(
    address: str, wanted: str, *, arrives: float, all_here: float, ends: float
) -> list[float]:
    """Arrive, wait for the others, then press at an own rhythm until `ends`.

    Returns:
        The milliseconds of each press.
    """
    await asyncio.sleep(arrives - monotonic())
    reader = await Reader.arrive(address, wanted)
    timings = []
    next_press = all_here + random.uniform(0, EVERY_SECONDS)
    while next_press < ends:
        await asyncio.sleep(next_press - monotonic())
        timings.append(await reader.press())
        next_press += EVERY_SECONDS
    await reader.leave()
    return timings


async def crowd(address: str, wanted: str, people: int, seconds: float) -> list[float]:
    """Let `people` arrive over a while and then press for `seconds`; return all timings."""
    start = monotonic()
    all_here = start + ARRIVAL_SECONDS + CALM_SECONDS
    pressed = await asyncio.gather(
        *(
            person(
                address,
                wanted,
                arrives=start + ARRIVAL_SECONDS * n / people,
                all_here=all_here,
                ends=all_here + seconds,
            )
            for n in range(people)
        )
    )
    return [timing for timings in pressed for timing in timings]


def main(arguments: list[str]) -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.load")
    parser.add_argument("address")
    parser.add_argument("--press", default="mood", help="part of the id of the widget to press")
    parser.add_argument("--people", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=60.0)
    options = parser.parse_args(arguments)
    random.seed(1)
    timings = asyncio.run(crowd(options.address, options.press, options.people, options.seconds))
    print(json.dumps(timings))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
