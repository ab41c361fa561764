"""What the documents say is true: commands start, snippets run, links lead somewhere."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from journal.environment import PROJECT
from tests.support.documents import (
    Document,
    broken_links,
    documents,
    missing_files,
    settings_in_code,
)

DOCUMENTS = documents(PROJECT)
README = next(document for document in DOCUMENTS if document.path.name == "README.md")
CONTRIBUTING = next(document for document in DOCUMENTS if document.path.name == "CONTRIBUTING.md")
# Commands of the reader's own system, whose success is not ours to show.
OF_THE_SYSTEM = frozenset({"git", "cd", "apt", "brew", "winget"})


def objection(  # noqa: PLR0911 - one return for each kind of command
    command: str, project: Path = PROJECT
) -> str | None:
    """Try a command in the lightest way that shows whether it would start.

    Returns:
        What is wrong with it, or None.
    """
    words = [word for word in shlex.split(command) if not re.fullmatch(r"[A-Z_]+=.*", word)]
    match words:
        case []:
            return None
        case [name, *_] if name in OF_THE_SYSTEM:
            return None
        case ["python3" | "python" | "py", "-m", module, *options]:
            return _objection_to_module(module, options, project)
        case ["python3" | "python" | "py", script, *options] if script.endswith(".py"):
            return _objection_to_program([script], options, project)
        case ["bash" | "sh", script, *_]:
            return _outcome(["bash", "-n", script], project)
        case ["make", *targets]:
            makefile = (project / "Makefile").read_text(encoding="utf-8")
            unknown = [t for t in targets if not re.search(rf"^{t}:", makefile, re.MULTILINE)]
            return f"no such target: {unknown}" if unknown else None
        case ["streamlit", "run", script, *_]:
            return None if (project / script).is_file() else f"no such file: {script}"
        case ["pip", "install", *options]:
            files = [file for file in options if file.endswith(".txt")]
            missing = [file for file in files if not (project / file).is_file()]
            return f"no such file: {missing}" if missing or not files else None
        case _:
            return "no way to try this command; teach tests/test_docs.py one"


def _objection_to_module(module: str, options: list[str], project: Path) -> str | None:
    if module in {"pip", "venv"}:
        return objection(shlex.join([module, *options]), project) if module == "pip" else None
    if module == "tests":
        paths = [project / option for option in options if "/" in option]
        missing = [str(path) for path in paths if not path.exists()]
        return f"no such tests: {missing}" if missing else _outcome_of_help(["-m", module], project)
    return _objection_to_program(["-m", module], options, project)


def _objection_to_program(program: list[str], options: list[str], project: Path) -> str | None:
    outcome = _outcome_of_help(program, project)
    if isinstance(outcome, str):
        return outcome
    said = _help(program, project).stdout
    flags = [option.split("=")[0] for option in options if option.startswith("--")]
    unknown = [flag for flag in flags if flag not in said]
    return f"{shlex.join(program)} does not know {unknown}" if unknown else None


def _outcome_of_help(program: list[str], project: Path) -> str | None:
    done = _help(program, project)
    return done.stdout + done.stderr if done.returncode != 0 else None


def _help(program: list[str], project: Path) -> subprocess.CompletedProcess[str]:
    return _done([sys.executable, *program, "--help"], project)


def _outcome(command: list[str], project: Path) -> str | None:
    done = _done(command, project)
    return done.stdout + done.stderr if done.returncode != 0 else None


def _done(command: list[str], project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=project,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
        timeout=120,
    )


def by_name(document: Document) -> str:
    return document.path.name


@pytest.mark.parametrize("command", sorted({c for d in DOCUMENTS for c in d.commands()}))
def test_every_command_starts(command: str) -> None:
    assert objection(command) is None


def test_the_readme_says_how_to_run_and_how_to_test() -> None:
    assert {"python3 -m journal", "python3 -m tests"} <= set(README.commands())


@pytest.mark.parametrize("document", DOCUMENTS, ids=by_name)
def test_python_snippets_run_one_after_the_other(document: Document, tmp_path: Path) -> None:
    snippets = [s.text for s in document.snippets() if s.language in {"python", "py", "pycon"}]
    plain = [text for text in snippets if ">>> " not in text]
    talks = [text for text in snippets if ">>> " in text]
    program = tmp_path / "snippets.py"
    check = "import doctest, sys; sys.exit(doctest.testmod().failed)" if talks else ""
    talk = "\n".join(talks).replace("\\", "\\\\")
    program.write_text(f"'''\n{talk}\n'''\n" + "\n".join([*plain, check]), encoding="utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": str(PROJECT),
        "TENDING_DATABASE": str(tmp_path / "journal.db"),
    }
    done = subprocess.run(
        [sys.executable, str(program)],
        cwd=PROJECT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("document", DOCUMENTS, ids=by_name)
def test_every_link_and_picture_leads_somewhere(document: Document) -> None:
    assert broken_links(document, PROJECT) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=by_name)
def test_every_file_named_is_there(document: Document) -> None:
    assert missing_files(document, PROJECT) == []


def test_every_setting_named_is_one_the_code_knows() -> None:
    known = settings_in_code(*(PROJECT / folder for folder in ("journal", "tests/support")))
    known |= set(re.findall(r"TENDING_\w+", (PROJECT / "app.py").read_text(encoding="utf-8")))
    named = {name for document in DOCUMENTS for name in document.settings()}
    assert named <= known


def test_every_setting_of_the_journal_is_in_the_readme() -> None:
    assert settings_in_code(PROJECT / "journal") <= README.settings()


def test_every_setting_of_the_tests_is_in_contributing() -> None:
    own = settings_in_code(PROJECT / "tests" / "support") - settings_in_code(PROJECT / "journal")
    assert own <= CONTRIBUTING.settings()


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("python3 -m journal --no-such-option", "does not know"),
        ("python3 -m no_such_module", "No module named"),
        ("python3 -m tests tests/no_such_room", "no such tests"),
        ("python3 no_such_script.py", "No such file"),
        ("bash no/such/script", "No such file"),
        ("make everything", "no such target"),
        ("streamlit run no_such_app.py", "no such file"),
        ("pip install -r no-such-requirements.txt", "no such file"),
        ("python3 -m pip install -r no-such-requirements.txt", "no such file"),
        ("frobnicate --all", "teach tests/test_docs.py"),
    ],
)
def test_a_command_that_would_not_start_is_found_out(command: str, sentence: str) -> None:
    assert sentence in (objection(command) or "")


def test_a_document_is_read_as_a_reader_reads_it(tmp_path: Path) -> None:
    text = (
        "# One & two\n"
        "```sh\nmake test  # all of it\n```\n"
        "```console\n$ git status\nclean\n```\n"
        "```python\nprint(1)\n```\n"
        '[a](#one--two) [b](#three) ![c](no.png) <img src="gone.png"> [d](https://example.org)\n'
        "`data/journal.db` `data/gone.csv` `TENDING_NOTHING`\n"
    )
    path = tmp_path / "README.md"
    path.write_text(text)
    document = Document(path, text)
    assert document.commands() == ["make test", "git status"]
    assert [s.text for s in document.snippets() if s.language == "python"] == ["print(1)\n"]
    assert broken_links(document, tmp_path) == ["#three", "no.png", "gone.png"]
    assert missing_files(document, tmp_path) == ["data/gone.csv"]
    assert document.settings() == {"TENDING_NOTHING"}
