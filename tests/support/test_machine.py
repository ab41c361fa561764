"""What the tests do on a machine that lacks a browser or PostgreSQL."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from journal.environment import PROJECT
from tests.support import browser, postgres
from tests.support.browser import BrowserNotThere, NoBrowser, find_browser
from tests.support.postgres import NoPostgres, cluster, find_or_get_postgres, fresh_database


def test_a_browser_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENDING_BROWSER", sys.executable)
    assert find_browser() == Path(sys.executable)


def test_a_named_browser_that_is_not_there_is_never_replaced_by_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TENDING_BROWSER", "/no/such/browser")
    with pytest.raises(BrowserNotThere, match="/no/such/browser"):
        find_browser()


@pytest.mark.skipif(sys.platform != "linux", reason="the stub exists on Ubuntu only")
def test_a_stub_that_only_names_a_package_is_no_browser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub = tmp_path / "chromium-browser"
    stub.write_text("#!/bin/sh\necho 'requires the chromium snap to be installed' >&2\nexit 1\n")
    stub.chmod(0o755)
    monkeypatch.delenv("TENDING_BROWSER", raising=False)
    monkeypatch.setattr(browser, "_places", lambda: iter([stub]))
    with pytest.raises(NoBrowser, match="install Google Chrome, Chromium or Microsoft Edge"):
        find_browser()


def test_without_a_browser_a_browser_test_fails_and_is_not_skipped() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/browser/test_page_watch.py", "-k", "plain_page"],
        cwd=PROJECT,
        env={**os.environ, "TENDING_BROWSER": "/no/such/browser"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "TENDING_BROWSER is set to /no/such/browser, and no program is there." in done.stdout
    assert "1 error" in done.stdout.splitlines()[-1]
    assert "skipped" not in done.stdout.splitlines()[-1]


@pytest.fixture
def no_postgres(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A machine without PostgreSQL; lists the packages the system was asked for, in vain."""
    asked: list[str] = []
    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)
    monkeypatch.setattr(postgres, "find_programs", lambda: None)
    monkeypatch.setattr(postgres, "_has_pgserver", lambda: False)
    monkeypatch.setattr(postgres, "apt_install", asked.append)
    return asked


def test_without_postgresql_the_system_is_asked_for_it(no_postgres: list[str]) -> None:
    with pytest.raises(NoPostgres, match="apt install postgresql"):
        find_or_get_postgres()
    assert no_postgres == ["postgresql"]


@pytest.mark.usefixtures("no_postgres")
def test_without_postgresql_a_storage_test_fails_with_what_to_install() -> None:
    with pytest.raises(NoPostgres, match="set TEST_DATABASE_URL"), cluster():
        pass


@pytest.mark.skipif(not postgres._has_pgserver(), reason="pgserver has no wheels for this machine")
def test_the_packaged_postgresql_will_do(
    monkeypatch: pytest.MonkeyPatch, no_postgres: list[str]
) -> None:
    monkeypatch.setattr(postgres, "_has_pgserver", lambda: True)
    with cluster() as server, fresh_database(server) as url:
        engine = create_engine(url, poolclass=NullPool)
        with engine.connect() as connection:
            assert "PostgreSQL" in connection.scalar(text("SELECT version()"))
    assert no_postgres == []


def test_a_server_given_by_its_url_is_used(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(
        "TEST_DATABASE_URL", postgres_url.replace("postgresql+psycopg", "postgresql")
    )
    with cluster() as server:
        assert server.render_as_string(hide_password=False) == postgres_url
