"""A page in any of the browsers, as somebody uses it who finds things by what they are called."""

import base64
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

import pytest

from tests.engines.wires import NotDone, Wire

LOADED: Final = """
return location.href.startsWith(arguments[0]) && document.readyState === "complete"
"""
FINDING: Final = (Path(__file__).parent / "finding.js").read_text(encoding="utf-8")
ELEMENT: Final = "element-6066-11e4-a52e-4f735466cecf"  # how WebDriver marks an element in JSON
PATIENCE_SECONDS: Final = 90  # a busy machine is slow, not wrong
PAUSE_SECONDS: Final = 0.05
PHONE: Final = (390, 844)
DESKTOP: Final = (1280, 800)
WIDER: Final = "return document.documentElement.scrollWidth - innerWidth"
# Safari on an iPhone moves the whole page closer when a field with smaller words is tapped.
LEAST_WORDS_PX: Final = 16
SMALL_FIELDS: Final = """
const untyped = "[type=radio], [type=checkbox], [type=file], [type=range]";
return finding.all(`input:not(${untyped}), textarea, select`)
  .filter(finding.seen)
  .filter(field => parseFloat(getComputedStyle(field).fontSize) < arguments[0])
  .map(field => [finding.called(field), getComputedStyle(field).fontSize])
"""
NOT_WAITED_FOR: Final = "ResizeObserver loop"  # both engines say so of any late layout, of no harm
Value = TypeVar("Value")


class Engine(Protocol):
    """A running browser, whichever."""

    name: str
    downloads: Path
    wire: Wire

    def size(self, width: int, height: int, *, phone: bool) -> None:
        """Give the page a size."""

    def said(self) -> list[str]:
        """List what the browser itself has said since it was last asked."""

    def close(self) -> None:
        """End it."""


class Page:
    """What is open in a browser, and what went wrong in it.

    Whatever is looked for is waited for. `finding.js` goes into each page as soon as it is loaded.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._wrong: list[str] = []

    @property
    def engine(self) -> str:
        """The name of the engine."""
        return self._engine.name

    def phone(self) -> None:
        """Make it as large as on a phone."""
        self._engine.size(*PHONE, phone=True)

    def desktop(self) -> None:
        """Make it as large as on a desktop."""
        self._engine.size(*DESKTOP, phone=False)

    def open(self, address: str) -> None:
        """Open an address, by way of an empty page: else one with a # would load nothing."""
        for place in ("about:blank", address):
            self._gather()
            self._engine.wire.send("Navigate", url=place)
            self.until(LOADED, place.partition("#")[0])

    def reload(self) -> None:
        """Load it anew."""
        self._gather()
        self.run("window.before = true")
        self._engine.wire.send("Refresh")
        self.until("return !window.before && document.readyState === 'complete'")

    def run(self, script: str, *arguments: object) -> Any:
        """Run a script in the page and return what it returns; a promise is waited for."""
        whole = f"{FINDING}\n{script}"
        return self._engine.wire.send("ExecuteScript", script=whole, args=list(arguments))

    def until(self, script: str, *arguments: object) -> Any:
        """Run a script again and again until what it returns is true."""

        def tried() -> Any:
            try:
                return self.run(script, *arguments)
            except NotDone as problem:  # a page that is just going answers nobody
                return self._tolerated(problem)

        return eventually(tried, f"{script} {arguments}")

    def says(self, words: str) -> None:
        """Wait until it says something."""
        self.until("return finding.says(arguments[0])", words)

    def says_no_more(self, words: str) -> None:
        """Wait until it does not say something."""
        self.until("return document.body && !finding.says(arguments[0])", words)

    def press(self, name: str, kind: str = "button") -> None:
        """Click what is called so."""
        self.click(self.named(kind, name))

    def fill(self, name: str, words: str) -> None:
        """Type into an empty field."""
        self.keys(self.named("field", name), words)

    def refill(self, name: str, words: str) -> None:
        """Type into a field in place of what it holds."""
        field = self.named("field", name)
        self._engine.wire.send("ElementClear", id=field[ELEMENT])
        self.keys(field, words)

    def choose_file(self, file: Path, selector: str = "input[type=file]") -> None:
        """Choose a file, as the browser's own chooser would hand it over."""
        self.keys(self.first(selector), str(file))

    def named(self, kind: str, name: str) -> Any:
        """Find what can be seen and is called so, or begins so."""
        return self.until("return finding.named(arguments[0], arguments[1])", kind, name)

    def first(self, selector: str) -> Any:
        """Find the first of a kind, seen or not."""
        return self.until("return finding.all(arguments[0])[0]", selector)

    def count(self, selector: str) -> int:
        """Count the elements of a kind, seen or not."""
        return int(self.run("return finding.all(arguments[0]).length", selector))

    def texts(self, selector: str) -> list[str]:
        """Return what stands in the elements of a kind that can be seen."""
        script = (
            "return finding.all(arguments[0]).filter(finding.seen).map(e => e.innerText.trim())"
        )
        found: list[str] = self.run(script, selector)
        return found

    def click(self, element: Any) -> None:
        """Click an element as soon as nothing lies over it."""
        # WebKit's driver leaves what stands just below the screen where it is, and misses it.
        self.run("arguments[0].scrollIntoView({ block: 'center' })", element)

        refused: list[NotDone] = []

        def tried() -> bool:
            try:
                self._engine.wire.send("ElementClick", id=element[ELEMENT])
            except NotDone as problem:
                refused.append(problem)
                return False
            return True

        eventually(tried, "a click", refused)

    def keys(self, element: Any, words: str) -> None:
        """Type into an element."""
        self._engine.wire.send("ElementSendKeys", id=element[ELEMENT], text=words)

    def type_keys(self, *keys: str) -> None:
        """Press keys, one after the other, wherever the focus is."""
        pressed = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        actions = [{"type": "key", "id": "keys", "actions": pressed}]
        self._engine.wire.send("PerformActions", actions=actions)

    def downloaded(self, ending: str) -> Path:
        """Wait for a file that ends so, whole, and return it; the next may have the same name."""
        folder = self._engine.downloads

        def arrived() -> Path | None:
            busy = [*folder.glob("*.part"), *folder.glob("*.wkdownload")]
            found = [file for file in folder.iterdir() if file.name.endswith(ending)]
            whole = found and not busy and found[0].stat().st_size > 0
            return found[0] if whole else None

        file = eventually(arrived, f"a file …{ending}")
        return file.rename(folder.parent / file.name)

    def fits(self) -> None:
        """Fail where something is wider than the screen."""
        assert self.run(WIDER) <= 0

    def small_fields(self) -> list[list[str]]:
        """List the fields whose words are so small that a phone comes closer to them."""
        found: list[list[str]] = self.run(SMALL_FIELDS, LEAST_WORDS_PX)
        return found

    def picture(self, file: Path) -> None:
        """Take a picture of what can be seen."""
        file.write_bytes(base64.b64decode(self._engine.wire.send("TakeScreenshot")))

    def went_wrong(self) -> list[str]:
        """Return what went wrong since this page was made."""
        self._gather()
        said = [*self._wrong, *self._engine.said()]
        return [words for words in said if NOT_WAITED_FOR not in words]

    def _gather(self) -> None:
        self._wrong += self.run("return finding.wrong.splice(0)")

    def _tolerated(self, problem: NotDone) -> None:
        if "javascript error" in str(problem) and "finding" not in str(problem):
            raise problem


def eventually(
    tried: Callable[[], Value | None], what: str, refused: Sequence[NotDone] = ()
) -> Value:
    """Try until it comes true; what was `refused` meanwhile is told if it never does."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (value := tried()):
        if time.monotonic() > deadline:
            pytest.fail(f"it never came: {what}; {refused[-1:]}")
        time.sleep(PAUSE_SECONDS)
    return value
