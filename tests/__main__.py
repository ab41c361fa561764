"""`python3 -m tests`: set up what is missing, then run the tests.

Convention: standard library only, because it runs before anything is installed. Everything after
the command goes to pytest; without anything, all tests run, on as many cores as help.
"""

from __future__ import annotations

import os
import subprocess
import sys

from journal.environment import PROJECT, EnvironmentProblem, prepared_python

USAGE = """usage: python3 -m tests [what to run, and any other option of pytest]

Sets up .venv, a browser and PostgreSQL where they are missing, then runs the tests:
all of them, or for instance `python3 -m tests tests/domain -k onset`."""
# More than four browsers and servers at once slow each other down.
MOST_WORKERS = 4


def main(arguments: list[str]) -> int:
    """Run the command and return pytest's exit code."""
    if arguments in (["-h"], ["--help"]):
        print(USAGE)
        return 0
    try:
        python = str(prepared_python("requirements-dev.txt"))
    except EnvironmentProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    # What cannot be had here is said now, and again by each test that needs it.
    subprocess.run([python, "-m", "tests.support.prepare"], cwd=PROJECT, check=False)
    workers = min(MOST_WORKERS, os.cpu_count() or 1)
    everything = ["-n", str(workers), "--dist", "loadfile"] if workers > 1 else []
    command = [python, "-m", "pytest", *(arguments or everything)]
    try:
        return subprocess.run(command, cwd=PROJECT, check=False).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
