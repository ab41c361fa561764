"""`python3 -m bench.forecast --data FILE.csv`: how good the forecasts are, beside simple ones.

Convention: standard library only; `bench.forecast_run` does the work, in this Python if it has what
that needs and else in the project's own environment.
"""

import subprocess
import sys
from importlib.util import find_spec
from typing import Final

from journal.environment import PROJECT, EnvironmentProblem, prepared_python

NEEDED: Final = ("numpy", "scipy")


def main(arguments: list[str]) -> int:
    """Run the command and return its exit code."""
    try:
        ready = all(find_spec(name) for name in NEEDED)
        python = sys.executable if ready else str(prepared_python("requirements.txt"))
    except EnvironmentProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    command = [python, "-m", "bench.forecast_run", *arguments]
    return subprocess.run(command, cwd=PROJECT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
