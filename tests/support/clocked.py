"""The real app under a clock on the wall that a test puts forward; nobody waits for minutes."""

from datetime import datetime, timedelta
from pathlib import Path

# What `streamlit run` is given instead of `app.py`: the same application, and the clock in a file.
# It has to read an assignment of `st.App(...)` in the file, or it would run it as a page.
_LAUNCHER = """
from datetime import datetime
from pathlib import Path

import streamlit as st

import app as real

real._now = lambda: datetime.fromisoformat(Path({place!r}).read_text(encoding="ascii"))
if real.app is None:
    app = st.App("")
app = real.app
"""


class WallClock:
    """The clock of a server on this machine.

    Args:
        folder: Where it may keep its two files.
        now: What it shows to begin with, with its zone.
    """

    def __init__(self, folder: Path, now: datetime) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._place, self._launcher = folder / "clock.txt", folder / "clocked_app.py"
        self._launcher.write_text(_LAUNCHER.format(place=str(self._place)), encoding="utf-8")
        self.set(now)

    def __call__(self) -> datetime:
        """Return what it shows."""
        return self._now

    @property
    def script(self) -> str:
        """The app that goes by this clock, for `JournalServer`."""
        return str(self._launcher)

    def set(self, now: datetime) -> None:
        """Set it; whoever reads it meanwhile reads the time before or the new one."""
        self._now = now
        written = self._place.with_suffix(".new")
        written.write_text(now.isoformat(), encoding="ascii")
        written.replace(self._place)

    def pass_by(self, **some: float) -> None:
        """Let time go by, said as `timedelta` takes it."""
        self.set(self._now + timedelta(**some))
