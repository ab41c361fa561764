"""`python3 -m docs.screenshots`: set up what is missing, then take the README's pictures anew.

Convention: standard library only, because it runs before anything is installed;
`docs.screenshots.take` does the work, in the project's own environment.
"""

import argparse
import subprocess
import sys

from journal.environment import PROJECT, EnvironmentProblem, prepared_python


def main() -> int:
    """Run the command and return its exit code."""
    description = "Take the pictures of the README from the running journal, into docs/screenshots."
    argparse.ArgumentParser(
        prog="python3 -m docs.screenshots", description=description
    ).parse_args()
    try:
        python = str(prepared_python("requirements-dev.txt"))
    except EnvironmentProblem as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    command = [python, "-m", "docs.screenshots.take"]
    try:
        return subprocess.run(command, cwd=PROJECT, check=False).returncode  # noqa: S603 - written here
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
