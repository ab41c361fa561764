import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.ready import start

A_WHILE = 60


def shown(folder: Path, environment: Mapping[str, str], *, ready: bool = True) -> list[str]:
    """Return what Streamlit says its settings are in a process of this environment."""
    log = folder / "said.log"
    process = start(["config", "show"], {**os.environ, **environment}, log, ready=ready)
    assert process.wait(A_WHILE) == 0
    said = log.read_text(encoding="utf-8").splitlines()
    log.unlink()
    return said


def test_a_process_has_its_own_settings_and_none_of_the_one_before(tmp_path: Path) -> None:
    before = shown(tmp_path, {"STREAMLIT_SERVER_PORT": "4711"})
    after = shown(tmp_path, {"STREAMLIT_BROWSER_SERVER_PORT": "815"})
    assert ["port = 4711" in said for said in (before, after)] == [True, False]
    assert ["serverPort = 815" in said for said in (before, after)] == [False, True]


def test_begun_ready_or_from_nothing_only_the_secret_made_at_random_differs(tmp_path: Path) -> None:
    ready = shown(tmp_path, {})
    for other in (shown(tmp_path, {}), shown(tmp_path, {}, ready=False)):
        # What a server recognises a browser by is made anew by each.
        pairs = zip(ready, other, strict=True)
        assert {"# cookieSecret"} == {a.split(" = ")[0] for a, b in pairs if a != b}


def test_what_a_process_says_is_added_to_its_log(tmp_path: Path) -> None:
    log = tmp_path / "said.log"
    log.write_text("Said before.\n", encoding="utf-8")
    assert start(["no-such-command"], os.environ, log).wait(A_WHILE) == 2
    said = log.read_text(encoding="utf-8")
    assert said.startswith("Said before.\n")
    assert "No such command 'no-such-command'" in said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to tell apart")
@pytest.mark.parametrize("ready", [True, False])
def test_a_killed_process_ends_of_that_and_stays_ended(tmp_path: Path, *, ready: bool) -> None:
    process = start(["hello"], os.environ, tmp_path / "said.log", ready=ready)
    assert process.poll() is None
    process.kill()
    assert process.wait(A_WHILE) == -signal.SIGKILL
    process.terminate()
    assert process.poll() == -signal.SIGKILL
