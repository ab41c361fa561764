"""Fixtures for every test: databases, and rules that look for the same examples each time."""

import gc
import importlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import URL

from tests.support.postgres import cluster, fresh_database

BROWSER_TESTS = Path(__file__).parent / "browser"

# The same examples on every run, so that a red test stays red until it is mended.
settings.register_profile("ci", derandomize=True, deadline=None, database=None, print_blob=True)
# Other examples on every run, and more of them: HYPOTHESIS_PROFILE=explore.
settings.register_profile("explore", deadline=None, database=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


# What is compiled is kept, even where the machine says otherwise: without, each server the tests
# start compiles everything it imports again, and takes 6.4 s of the processor instead of 2.1.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the browser tests: their files take longest, and none is to be begun last."""
    items.sort(key=lambda item: BROWSER_TESTS not in item.path.parents)


def pytest_collection_finish() -> None:
    """Leave what was imported to collect the tests out of every later garbage collection.

    These never go, and looking at them took 27 of the 301 s of the tests without a browser.
    """
    if "streamlit" in sys.modules:
        _look_for_components_once()
    if "journal.storage" in sys.modules:
        once = importlib.import_module("tests.support.once")
        once.put_into_sql_once()
        once.make_tables_once()
    gc.collect()
    gc.freeze()


def _look_for_components_once() -> None:
    """Have Streamlit read once which installed packages bring components.

    It would with each page a test draws, and most of what that costs went to it.
    """
    scanner = importlib.import_module("streamlit.components.v2.manifest_scanner")
    vars(scanner)["scan_component_manifests"] = cache(scanner.scan_component_manifests)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """A PostgreSQL server on which databases may be created."""
    with cluster() as url:
        yield url


@pytest.fixture
def postgres_url(postgres_server: URL) -> Iterator[str]:
    """The SQLAlchemy URL of an empty PostgreSQL database, for one test."""
    with fresh_database(postgres_server) as url:
        yield url.render_as_string(hide_password=False)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The SQLAlchemy URL of an SQLite file that is not there yet, for one test."""
    return f"sqlite:///{tmp_path / 'journal.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Each kind of database in turn, empty."""
    name = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    url: str = request.getfixturevalue(name)
    return url
