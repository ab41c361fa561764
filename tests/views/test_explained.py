"""What explains something on the screen can be reached by a thumb."""

import ast
from pathlib import Path

import pytest

from journal.environment import PROJECT

MODULES = sorted((PROJECT / "journal").glob("views/*.py")) + sorted(
    (PROJECT / "journal").glob("pages/*.py")
)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_no_widget_explains_itself_by_a_mark_of_sixteen_pixels(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    marks = [
        call.lineno
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and any(given.arg == "help" for given in call.keywords)
    ]
    assert marks == []
