"""`python3 -m bench`: set up what is missing, then measure and print a table.

With the name of one of `PROGRAMS` first it runs that one: `python3 -m bench engine`. Convention:
standard library only, because it runs before anything is installed; the work is done in the
project's own environment.
"""

import subprocess
import sys
from typing import Final

from journal.environment import PROJECT, EnvironmentProblem, prepared_python

PROGRAMS: Final = (
    "apple_health",
    "connection",
    "encrypted",
    "engine",
    "forecast",
    "half_life",
    "references",
    "relations",
    "review",
    "skipped_logs",
)


def main(arguments: list[str]) -> int:
    """Run the command and return its exit code."""
    try:
        python = str(prepared_python("requirements-dev.txt"))
    except EnvironmentProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    try:
        alone = bool(arguments) and arguments[0] in PROGRAMS
        program, options = (arguments[0], arguments[1:]) if alone else ("run", arguments)
        command = [python, "-m", f"bench.{program}", *options]
        return subprocess.run(command, cwd=PROJECT, check=False).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
