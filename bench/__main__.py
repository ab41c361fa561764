"""`python3 -m bench`: set up what is missing, then measure and print a table.

Convention: standard library only, because it runs before anything is installed; `bench.run` does
the work, in the project's own environment.
"""

import subprocess
import sys

from journal.environment import PROJECT, EnvironmentProblem, prepared_python


def main(arguments: list[str]) -> int:
    """Run the command and return its exit code."""
    try:
        python = str(prepared_python("requirements-dev.txt"))
    except EnvironmentProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    try:
        command = [python, "-m", "bench.run", *arguments]
        return subprocess.run(command, cwd=PROJECT, check=False).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
