"""The rooms of journal/ keep to themselves; and the check that says so can see."""

import pytest

from journal.environment import PROJECT
from tests.support.architecture import (
    MOST_LINES_PER_FUNCTION,
    MOST_LINES_PER_MODULE,
    Module,
    modules,
    objections,
)


def test_there_are_modules_to_check() -> None:
    assert "journal/environment.py" in [module.path for module in modules(PROJECT)]


@pytest.mark.parametrize("module", modules(PROJECT), ids=lambda module: module.path)
def test_every_module_keeps_to_its_room(module: Module) -> None:
    assert objections(module) == []


@pytest.mark.parametrize(
    ("path", "source", "sentence"),
    [
        ("domain/days.py", "from journal.storage import store", "domain must not import"),
        ("domain/days.py", "from journal import storage", "domain must not import"),
        ("domain/days.py", "import journal.cycle.phase", "domain must not import"),
        ("domain/days.py", "from ..storage.store import x", "domain must not import"),
        ("domain/days.py", "from .. import storage", "domain must not import"),
        ("domain/days.py", "def f():\n    import numpy", "standard library only"),
        ("cycle/phase.py", "from journal.connection import account", "cycle must not import"),
        ("example/days.py", "from journal.cycle import phase", "example must not import"),
        ("cycle/phase.py", "import pandas as pd", "pandas does not belong"),
        ("connection/account.py", "from journal.analysis import x", "connection must not"),
        ("analysis/frames.py", "from journal.charts import theme", "analysis must not import"),
        ("analysis/frames.py", "import plotly.graph_objects as go", "plotly does not belong"),
        ("analysis/frames.py", "import streamlit as st", "streamlit does not belong"),
        ("charts/mood.py", "from journal.exchange import paper", "charts must not import"),
        ("charts/mood.py", "from journal.pages import today", "charts must not import"),
        ("exchange/drip.py", "import sqlalchemy", "sqlalchemy does not belong"),
        ("storage/models.py", "from journal.analysis import x", "storage must not import"),
        ("storage/models.py", "import pandas", "pandas does not belong"),
        ("views/rating.py", "from journal.pages import today", "views must not import"),
        ("views/rating.py", "from plotly import graph_objects", "plotly does not belong"),
        ("pages/today.py", "from journal.storage.store import x", "pages must not import"),
        ("pages/today.py", "from journal import storage", "pages must not import"),
        ("pages/today.py", "import pandas", "pandas does not belong"),
        ("pages/today.py", "import numpy as np", "numpy does not belong"),
        ("pages/today.py", "from sqlalchemy import select", "sqlalchemy does not belong"),
        ("pages/today.py", "import plotly", "plotly does not belong"),
        ("pages/today.py", "import app", "must not import app"),
        ("web/headers.py", "from journal.domain import days", "web must not import"),
        ("script.py", "from journal.storage import store", "script must not import"),
        ("script.py", "from journal.pages import today", "script must not import"),
        ("utils/all.py", "", "is no room"),
        ("helpers.py", "", "is no room"),
        ("cycle/phase.py", "date.today()", "asks the clock"),
        ("cycle/phase.py", "datetime.datetime.now(tz=UTC)", "asks the clock"),
        ("views/saved.py", "f(default=date.today)", "asks the clock"),
        ("storage/store.py", "import time\ntime.time()", "asks the clock"),
        ("storage/store.py", "from time import time", "asks the clock"),
        ("cycle/phase.py", "\n" * (MOST_LINES_PER_MODULE + 1), "a module has"),
        ("cycle/phase.py", "def f():\n" + "    f()\n" * MOST_LINES_PER_FUNCTION, "a function has"),
        ("cycle/phase.py", "def f(a, b, c, d, e, g): ...", "by position"),
        ("views/state.py", "seen = []", "lives in the module"),
        ("views/state.py", "seen: dict[str, int] = defaultdict(int)", "lives in the module"),
        ("views/state.py", "SEEN = {}\ndef f(): SEEN['her'] = 1", "is changed here"),
        ("views/state.py", "SEEN = []\ndef f(): SEEN.append(1)", "is changed here"),
        ("views/state.py", "def f():\n    global seen\n    seen = 1", "holds no state"),
    ],
)
def test_the_check_objects(path: str, source: str, sentence: str) -> None:
    found = objections(Module.parsed(f"journal/{path}", source))
    assert any(sentence in objection for objection in found), found


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("journal/domain/days.py", "from datetime import date\nfrom journal.domain import ratings"),
        ("journal/domain/days.py", "from .ratings import Rating"),
        ("journal/storage/models.py", "import sqlalchemy\nfrom journal.domain.days import Day"),
        ("journal/cycle/phase.py", "import numpy as np\nfrom scipy import stats"),
        ("journal/analysis/frames.py", "import pandas as pd\nfrom journal.cycle import phase"),
        ("journal/charts/mood.py", "import plotly\nfrom journal.analysis.mood import Mood"),
        ("journal/pages/today.py", "import streamlit as st\nfrom journal.views import rating"),
        ("journal/script/every_run.py", "import app\nfrom journal.web.memory import settle"),
        ("journal/web/headers.py", "import starlette, streamlit, time\ntime.time()"),
        ("app.py", "from journal.storage import store\nfrom journal import pages, web"),
        ("journal/cycle/phase.py", "def f(a, b, c, d, e, *, g): ..."),
        ("journal/cycle/phase.py", "class A:\n    def f(self, a, b, c, d, e): ..."),
        ("journal/cycle/phase.py", "__all__ = ['f']\nNAMES = {'a': 1}\ndef f():\n    x = []"),
        ("journal/cycle/phase.py", "def f(today): return today.today_or(now)"),
    ],
)
def test_the_check_lets_pass(path: str, source: str) -> None:
    assert objections(Module.parsed(path, source)) == []
