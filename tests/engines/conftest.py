"""Fixtures for the tests in other browsers; these run only where they are asked for by name."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.firefox import Firefox
from tests.engines.outside import Outside
from tests.engines.page import Engine, Page
from tests.engines.webkit import WebKit
from tests.engines.world import World, fill
from tests.support.server import JournalServer

HERE = Path(__file__).parent
KINDS: dict[str, type[Firefox] | type[WebKit]] = {kind.name: kind for kind in (Firefox, WebKit)}


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Leave these out of the everyday tests: `python3 -m tests.engines` runs them."""
    asked = [Path(config.invocation_params.dir, name.partition("::")[0]) for name in config.args]
    return None if any(HERE in (path, *path.parents) for path in asked) else True


@pytest.fixture(scope="session")
def outside() -> Iterator[Outside]:
    """Whom every request that leaves this machine goes to."""
    with Outside() as outside:
        yield outside


@pytest.fixture(scope="session")
def engines() -> Iterator[dict[str, Engine]]:
    """The browsers that were started, by name."""
    started: dict[str, Engine] = {}
    yield started
    for engine in started.values():
        engine.close()


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One server for all of them; each test has days, links and names of its own in it."""
    folder = tmp_path_factory.mktemp("world")
    fill(folder)
    with JournalServer(folder) as server:
        yield World(server, folder)


@pytest.fixture(params=sorted(KINDS))
def engine(
    request: pytest.FixtureRequest,
    engines: dict[str, Engine],
    outside: Outside,
    tmp_path_factory: pytest.TempPathFactory,
) -> Engine:
    """Each browser in turn; it is started once for all tests."""
    name: str = request.param
    if name not in engines:
        engines[name] = KINDS[name](tmp_path_factory.mktemp(name), outside.port)
    return engines[name]


@pytest.fixture
def page(engine: Engine, outside: Outside) -> Iterator[Page]:
    """A page as on a phone; at the end nothing may have gone wrong, and nobody been asked."""
    page = Page(engine)
    page.phone()
    outside.asked.clear()
    yield page
    page.open("about:blank")
    assert page.went_wrong() == []
    assert outside.asked == []
