"""The two commands of the README: making the environment, and starting the journal."""

import ast
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from journal import __main__ as launcher
from journal import environment
from journal.environment import (
    PROJECT,
    CannotInstall,
    CannotMakeEnvironment,
    PythonTooOld,
    fingerprint,
    prepared_python,
    python_of,
)

# A server that answers the health check and nothing else, for as long as it is left alone.
STAND_IN = """
import http.server, sys
class Health(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
    def log_message(self, *_): pass
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Health).serve_forever()
"""
# What runs the tests may ignore Ctrl-C, as a shell does for what it starts in the background.
LAUNCH = """
import signal, sys
from journal import __main__ as launcher
signal.signal(signal.SIGINT, signal.default_int_handler)
launcher.server_arguments = lambda port: ["-c", sys.argv.pop(), str(port)]
launcher.prepared_python = lambda name: sys.executable
sys.exit(launcher.main(["--no-browser"]))
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "requirements.txt").write_text("# nothing is needed\n")
    return tmp_path


@pytest.fixture
def installs(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The requirements files pip was called for; it is not really called."""
    called: list[Path] = []
    monkeypatch.setattr(environment, "_install", lambda _python, file: called.append(file))
    return called


@pytest.fixture
def with_an_environment(project: Path) -> Path:
    """A project whose environment is there already: this very Python stands in for it."""
    python = python_of(project / ".venv")
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    return project


def test_the_environment_is_made_from_nothing(project: Path) -> None:
    python = prepared_python("requirements.txt", project)
    asked = subprocess.run(
        [str(python), "-c", "import sys; print(sys.prefix)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(asked.stdout.strip()).resolve() == (project / ".venv").resolve()


@pytest.mark.usefixtures("with_an_environment")
def test_what_is_installed_is_not_installed_again(project: Path, installs: list[Path]) -> None:
    prepared_python("requirements.txt", project)
    prepared_python("requirements.txt", project)
    assert installs == [project / "requirements.txt"]


@pytest.mark.usefixtures("with_an_environment")
def test_changed_requirements_are_installed(project: Path, installs: list[Path]) -> None:
    prepared_python("requirements.txt", project)
    (project / "requirements.txt").write_text("# something else is needed\n")
    prepared_python("requirements.txt", project)
    assert len(installs) == 2


@pytest.mark.usefixtures("with_an_environment")
def test_a_failed_installation_says_so_and_is_tried_again(project: Path) -> None:
    (project / "requirements.txt").write_text("--no-index\nno-such-package-anywhere\n")
    for _ in range(2):
        with pytest.raises(CannotInstall, match=r"requirements\.txt.*connected to the internet"):
            prepared_python("requirements.txt", project)


def test_the_fingerprint_covers_included_files(project: Path) -> None:
    (project / "more.txt").write_text("-r requirements.txt\n")
    before = fingerprint(project / "more.txt")
    (project / "requirements.txt").write_text("# changed\n")
    assert before != fingerprint(project / "more.txt")


def test_an_older_python_is_told_which_one_is_needed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(PythonTooOld, match=r"3\.11 or newer is needed, and this is Python 3\.9\."):
        prepared_python("requirements.txt", project)


@pytest.mark.parametrize("name", ["environment.py", "__main__.py", "__init__.py"])
def test_an_older_python_can_read_what_tells_it_so(name: str) -> None:
    source = (PROJECT / "journal" / name).read_text(encoding="utf-8")
    assert ast.parse(source, feature_version=(3, 7))


def test_a_python_without_venv_is_told_what_to_install() -> None:
    said = "The virtual environment was not created because ensurepip is not available."
    assert "apt install python3-venv" in str(CannotMakeEnvironment(Path(".venv"), said))


def test_another_failure_is_passed_on_in_its_own_words() -> None:
    said = "Error: [Errno 28] No space left on device\n"
    assert "No space left on device" in str(CannotMakeEnvironment(Path(".venv"), said))


def test_a_taken_port_is_not_chosen() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        assert launcher.free_port() != other.getsockname()[1]
        with pytest.raises(launcher.PortTaken, match="is taken by another program"):
            launcher.free_port(other.getsockname()[1])


def test_the_server_listens_on_this_machine_only() -> None:
    arguments = launcher.server_arguments(8501)
    assert arguments[arguments.index("--server.address") + 1] == "127.0.0.1"


@pytest.mark.parametrize(
    ("data", "database"),
    [
        ("mine.db", str(Path.cwd() / "mine.db")),
        ("postgresql+psycopg://localhost/journal", "postgresql+psycopg://localhost/journal"),
    ],
)
def test_the_chosen_database_is_handed_to_the_server(data: str, database: str) -> None:
    assert launcher.server_environment({}, data)["TENDING_DATABASE"] == database


def test_a_chosen_folder_gets_the_database_inside(tmp_path: Path) -> None:
    handed = launcher.server_environment({}, str(tmp_path))
    assert handed["TENDING_DATABASE"] == str(tmp_path / "journal.db")


def test_without_a_choice_the_setting_stands() -> None:
    assert launcher.server_environment({"TENDING_DATABASE": "x"}, None)["TENDING_DATABASE"] == "x"


def test_the_server_counts_on_one_thread_unless_told_otherwise() -> None:
    assert launcher.server_environment({}, None) == {"OPENBLAS_NUM_THREADS": "1"}
    told = {"OPENBLAS_NUM_THREADS": "4"}
    assert launcher.server_environment(told, None) == told


def test_a_server_that_ends_at_once_is_reported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LAUNCH, "raise SystemExit('no room on the disk')"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "no room on the disk" in done.stderr
    assert "The journal did not start" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals to send")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_the_journal_closes_when_asked_to(sent: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", LAUNCH, STAND_IN], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        said = next(line for line in process.stdout if "http://" in line)
        port = int(said.split("127.0.0.1:")[1].split()[0])
        process.send_signal(sent)
        try:
            assert process.wait(20) == 0
        finally:
            process.kill()
    assert launcher.free_port(port) == port
