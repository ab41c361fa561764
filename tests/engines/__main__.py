"""`python3 -m tests.engines`: the tests in Firefox and in WebKit, the engine of Safari.

Convention: standard library only, because it runs before anything is installed. Everything after
the command goes to pytest.
"""

from __future__ import annotations

import subprocess
import sys

from journal.environment import PROJECT, EnvironmentProblem, prepared_python

USAGE = """usage: python3 -m tests.engines [any option of pytest]

Sets up .venv, Firefox and WebKit where they are missing (on Debian, as root), then runs the tests
of tests/engines in both: what a person meets who opens the journal, a link or a sealed file there.
They are no part of `python3 -m tests`, which runs in Chromium."""


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
    subprocess.run([python, "-m", "tests.engines.programs"], cwd=PROJECT, check=False)
    command = [python, "-m", "pytest", "tests/engines", *arguments]
    try:
        return subprocess.run(command, cwd=PROJECT, check=False).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
