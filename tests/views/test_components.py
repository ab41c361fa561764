import subprocess
import sys

from tests.support.server import PROJECT

MOUNT = """
import sys
from streamlit.testing.v1 import AppTest

page = AppTest.from_string('''
from journal.views.components import load_component
load_component("calendar")(key="c", data=[{"days": [{"rating": 7}]}])
''', default_timeout=60).run()
assert not page.exception, page.exception
print("pandas" in sys.modules)
"""


def test_a_component_is_drawn_without_loading_pandas() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MOUNT], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "False", done.stderr
