"""`python -m tests.support.prepare`: get a browser and PostgreSQL before the tests need them.

It runs once, ahead of the tests, because several test workers must not install at the same time.
"""

import sys

from tests.support.browser import BrowserNotThere, NoBrowser, find_or_get_browser
from tests.support.postgres import NoPostgres, find_or_get_postgres


def main() -> int:
    """Prepare what can be prepared, and say what is missing."""
    problems = []
    try:
        find_or_get_browser()
    except (NoBrowser, BrowserNotThere) as problem:
        problems.append(problem)
    try:
        find_or_get_postgres()
    except NoPostgres as problem:
        problems.append(problem)
    for problem in problems:
        print(problem, file=sys.stderr, flush=True)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
