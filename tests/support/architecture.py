"""What the architecture test enforces: rooms and arrows, the clock, sizes, and no hidden state.

Convention: a module is named by its path below the project folder, `journal/cycle/phase.py`; its
room is `cycle`. Each check takes one parsed module and yields sentences.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Self

Function = ast.FunctionDef | ast.AsyncFunctionDef

# Which rooms a room may import. A module lying directly in journal/ is a room by its own name.
ROOMS: dict[str, frozenset[str]] = {
    "domain": frozenset(),
    "storage": frozenset({"domain"}),
    "cycle": frozenset({"domain"}),
    "connection": frozenset({"domain"}),
    "example": frozenset({"domain"}),
    "analysis": frozenset({"domain", "cycle", "connection"}),
    "charts": frozenset({"domain", "cycle", "connection", "analysis"}),
    "exchange": frozenset({"domain", "cycle", "connection", "analysis", "charts"}),
    "sharing": frozenset({"domain", "cycle", "connection", "analysis", "charts", "exchange"}),
    "views": frozenset({"domain", "cycle", "connection", "analysis", "charts", "exchange"}),
    "pages": frozenset(
        {
            *("domain", "cycle", "connection", "analysis", "charts", "exchange", "sharing"),
            *("example", "views"),
        }
    ),
    "web": frozenset(),
    # Modules outside the rooms: the script Streamlit runs, which is a part of app.py; the start-up.
    "script": frozenset({"web", "app"}),
    "environment": frozenset(),
    "__main__": frozenset({"environment"}),
    "__init__": frozenset(),
}
APP = "app"

# Where a library may be imported; one that is not named may be imported anywhere but in domain.
LIBRARIES: dict[str, frozenset[str]] = {
    "streamlit": frozenset({"views", "pages", "web", "script", APP}),
    "sqlalchemy": frozenset({"storage"}),
    "alembic": frozenset({"storage"}),
    "sqlcipher3": frozenset({"storage"}),
    "argon2": frozenset({"storage"}),
    "plotly": frozenset({"charts", "exchange"}),
    "pandas": frozenset({"analysis", "charts", "exchange", "sharing", "views"}),
    "numpy": frozenset(
        {"cycle", "connection", "example", "analysis", "charts", "exchange", "sharing", "views"}
    ),
    "scipy": frozenset({"cycle", "connection", "example", "analysis"}),
}
STANDARD_LIBRARY_ONLY = frozenset({"domain", "environment", "__main__", "__init__"})

MAY_ASK_THE_CLOCK = frozenset({APP, "web", "environment", "__main__"})
CLOCKS = frozenset(
    {
        *("date.today", "datetime.today", "datetime.now", "datetime.utcnow"),
        *("Timestamp.now", "Timestamp.today", "time.time", "time.localtime", "time.gmtime"),
    }
)

MOST_LINES_PER_MODULE = 400
MOST_LINES_PER_FUNCTION = 60
# A migration is written down once, table after table, and never touched again.
MAY_BE_LONG = "journal/storage/migrations/versions"
MOST_POSITIONAL_PARAMETERS = 5

# A number about the process, and nothing of any reader.
MAY_HOLD_STATE = frozenset({"journal/web/memory.py"})
MUTABLE_LITERALS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MUTABLE_CALLS = frozenset(
    {"list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict"}
)
MUTATORS = frozenset(
    {
        *("append", "extend", "insert", "remove", "clear", "sort", "reverse", "add", "discard"),
        *("update", "setdefault", "pop", "popitem"),
    }
)


@dataclass(frozen=True, slots=True)
class Module:
    """One source file, parsed."""

    path: str
    tree: ast.Module
    lines: int

    @classmethod
    def parsed(cls, path: str, source: str) -> Self:
        """Parse a source under the path it has below the project folder."""
        return cls(path, ast.parse(source), len(source.splitlines()))

    @property
    def room(self) -> str:
        """The room of journal/ it lies in; `app` for what lies outside journal/."""
        parts = PurePosixPath(self.path).parts
        return APP if parts[0] != "journal" else parts[1].removesuffix(".py")


def modules(project: Path) -> list[Module]:
    """Parse app.py and everything in journal/."""
    paths = [*sorted((project / "journal").rglob("*.py")), project / "app.py"]
    return [
        Module.parsed(path.relative_to(project).as_posix(), path.read_text(encoding="utf-8"))
        for path in paths
        if path.exists()
    ]


def objections(module: Module) -> list[str]:
    """List everything the checks object to in a module."""
    checks = (_arrows, _libraries, _clock, _sizes, _state)
    return [f"{module.path}:{sentence}" for check in checks for sentence in check(module)]


def imports(module: Module) -> Iterator[tuple[int, str]]:
    """Yield the line and the full dotted name of everything a module imports."""
    package = PurePosixPath(module.path).parent.parts
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            origin = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                yield node.lineno, f"{origin}.{alias.name}"


def _arrows(module: Module) -> Iterator[str]:
    if module.room == APP:
        return
    if module.room not in ROOMS:
        yield f"1: journal/{module.room} is no room; give it its place in {Path(__file__).name}"
        return
    for line, name in imports(module):
        top, _, rest = name.partition(".")
        room = rest.partition(".")[0]
        if top == APP and APP not in ROOMS[module.room]:
            yield f"{line}: {module.room} must not import app.py"
        # `from journal import x` names a room, or something of the package itself.
        elif top == "journal" and room not in {*ROOMS[module.room], module.room}:
            yield f"{line}: {module.room} must not import journal.{room}"


def _libraries(module: Module) -> Iterator[str]:
    for line, name in imports(module):
        library = name.partition(".")[0]
        if library in {"journal", APP} or library in sys.stdlib_module_names:
            continue
        if module.room in STANDARD_LIBRARY_ONLY:
            yield f"{line}: {module.room} uses the standard library only, not {library}"
        elif library in LIBRARIES and module.room not in LIBRARIES[library]:
            yield f"{line}: {library} does not belong in {module.room}"


def _clock(module: Module) -> Iterator[str]:
    if module.room in MAY_ASK_THE_CLOCK:
        return
    for node in ast.walk(module.tree):
        # Named is enough: `default_factory=date.today` asks as well.
        if isinstance(node, ast.Attribute):
            asked = ".".join(ast.unparse(node).split(".")[-2:])
            if asked in CLOCKS:
                yield f"{node.lineno}: {asked} asks the clock; take the date as a parameter"
    for line, name in imports(module):
        if name in CLOCKS:
            yield f"{line}: {name} asks the clock; take the date as a parameter"


def _sizes(module: Module) -> Iterator[str]:
    if module.lines > MOST_LINES_PER_MODULE:
        yield f"1: {module.lines} lines; a module has {MOST_LINES_PER_MODULE} at most"
    for node in ast.walk(module.tree):
        if not isinstance(node, Function):
            continue
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        long = lines > MOST_LINES_PER_FUNCTION
        if long and not module.path.startswith(MAY_BE_LONG):
            yield (
                f"{node.lineno}: {node.name} has {lines} lines; "
                f"a function has {MOST_LINES_PER_FUNCTION} at most"
            )
        names = [a.arg for a in (*node.args.posonlyargs, *node.args.args)]
        count = len(names) - (names[:1] in (["self"], ["cls"]))
        if count > MOST_POSITIONAL_PARAMETERS:
            yield f"{node.lineno}: {node.name} takes {count} values by position; name the last ones"


def _state(module: Module) -> Iterator[str]:
    """Find what one reader could leave behind for the next: modules live as long as the server."""
    if module.path in MAY_HOLD_STATE:
        return
    containers = dict(_module_containers(module.tree))
    for name, line in containers.items():
        if name != "__all__" and name.upper() != name:
            yield f"{line}: {name} can change and lives in the module; make it a constant"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Global):
            yield f"{node.lineno}: global {', '.join(node.names)}: a module holds no state"
        elif (changed := _changed_name(node)) in containers:
            yield f"{getattr(node, 'lineno', 1)}: {changed} is a constant and is changed here"


def _module_containers(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in tree.body:
        targets: list[ast.expr] = []
        if isinstance(node, ast.Assign):
            targets = node.targets
        elif isinstance(node, ast.AnnAssign):
            targets = [node.target]
        for target in targets:
            value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
            if isinstance(target, ast.Name) and value is not None and _is_mutable(value):
                yield target.id, node.lineno


def _is_mutable(value: ast.expr) -> bool:
    if isinstance(value, MUTABLE_LITERALS):
        return True
    return isinstance(value, ast.Call) and ast.unparse(value.func).split(".")[-1] in MUTABLE_CALLS


def _changed_name(node: ast.AST) -> str | None:
    """Name the variable whose content a statement changes: `X[…] = …`, `del X[…]`, `X.add(…)`."""
    changed: ast.expr | None = None
    by_key = isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del)
    by_method = isinstance(node, ast.Attribute) and node.attr in MUTATORS
    if (by_key or by_method) and isinstance(node, ast.Subscript | ast.Attribute):
        changed = node.value
    return changed.id if isinstance(changed, ast.Name) else None
