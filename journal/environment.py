"""The project's own Python environment: `.venv`, made and filled when something is missing.

Convention: standard library only, and readable by Pythons that are too old to run the journal,
because this is what has to say so.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
# Written after pip has succeeded, never before: a half-filled environment is filled again.
STAMP = "installed-{}.sha256"


class EnvironmentProblem(Exception):
    """Something about this machine that its owner has to mend."""


class PythonTooOld(EnvironmentProblem):
    """The Python that was called is older than the journal can use."""

    def __init__(self, found: tuple[int, ...]) -> None:
        needed, have = _dotted(OLDEST_PYTHON), _dotted(found)
        super().__init__(
            f"Python {needed} or newer is needed, and this is Python {have}. "
            "A newer one can be had from https://www.python.org/downloads/ ."
        )


class CannotMakeEnvironment(EnvironmentProblem):
    """Python could not make a virtual environment."""

    def __init__(self, folder: Path, output: str) -> None:
        if "ensurepip" in output or "python3-venv" in output or "No module named venv" in output:
            have = _dotted(sys.version_info[:2])
            super().__init__(
                "This Python came without the parts that make a virtual environment. On Debian or "
                f"Ubuntu, install them with: apt install python3-venv (or python{have}-venv)."
            )
        else:
            super().__init__(f"The folder {folder} could not be made: {_last_line(output)}")


class CannotInstall(EnvironmentProblem):
    """Pip did not bring what a requirements file lists."""

    def __init__(self, requirements: str, output: str) -> None:
        super().__init__(
            f"What {requirements} lists could not be installed. Is this machine connected to the "
            f"internet? Once it is, run the same command again. pip said: {_last_line(output)}"
        )


def prepared_python(requirements: str, project: Path = PROJECT) -> Path:
    """Make sure the environment has what a requirements file lists.

    Nothing is installed again while the file, and the files it includes, stay the same.

    Args:
        requirements: Name of the file in the project folder.
        project: The project folder.

    Returns:
        The Python of the environment.

    Raises:
        EnvironmentProblem: With the sentence to show.
    """
    if sys.version_info < OLDEST_PYTHON:
        raise PythonTooOld(sys.version_info[:2])
    folder = project / ".venv"
    python = python_of(folder)
    if not _usable(python):
        print(f"Making the environment in {folder} …", flush=True)
        _make(folder)
    stamp = folder / STAMP.format(Path(requirements).stem)
    wanted = fingerprint(project / requirements)
    if not stamp.is_file() or stamp.read_text(encoding="ascii") != wanted:
        print(f"Installing what {requirements} lists; the first time takes minutes …", flush=True)
        _install(python, project / requirements)
        stamp.write_text(wanted, encoding="ascii")
    return python


def python_of(folder: Path) -> Path:
    """Name the Python inside a virtual environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint(requirements: Path) -> str:
    """Hash a requirements file together with every file it includes."""
    digest = hashlib.sha256()
    text = requirements.read_text(encoding="utf-8")
    digest.update(text.encode())
    for line in text.splitlines():
        if line.startswith("-r "):
            digest.update(fingerprint(requirements.parent / line[3:].strip()).encode())
    return digest.hexdigest()


def _usable(python: Path) -> bool:
    """Tell whether an environment is there, starts, and is new enough."""
    if not python.exists():  # also when it points to a Python that was since removed
        return False
    check = f"import pip, sys; sys.exit(sys.version_info < {OLDEST_PYTHON!r})"
    return _run(python, "-c", check).returncode == 0


def _make(folder: Path) -> None:
    made = _run(Path(sys.executable), "-m", "venv", "--clear", str(folder))
    if made.returncode != 0:
        raise CannotMakeEnvironment(folder, made.stdout)


def _install(python: Path, requirements: Path) -> None:
    options = ("--quiet", "--disable-pip-version-check", "--no-input")
    done = _run(python, "-m", "pip", "install", *options, "-r", str(requirements))
    if done.returncode != 0:
        raise CannotInstall(requirements.name, done.stdout)


def _run(python: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(python), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1] if lines else "nothing"


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)


def main(arguments: list[str]) -> int:
    """Fill the environment and, after `--`, run its Python: `requirements-dev.txt -- -m ruff`."""
    requirements, *rest = arguments or ["requirements.txt"]
    try:
        python = prepared_python(requirements)
    except EnvironmentProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    if rest[:1] != ["--"]:
        print(python)
        return 0
    return subprocess.run([str(python), *rest[1:]], cwd=PROJECT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
