"""What stands between the pages and an open database, so that it can be shut for all of them.

A page that was drawn before keeps its journal, and with it the engine; once the door is shut, that
engine gives no connection any more, and what comes back to it is closed.
"""

import time
from typing import Any, Final

from sqlalchemy import Engine, event

from journal.domain.errors import JournalError

_STEP: Final = 0.01


class Door:
    """The door to one engine; once shut, it stays so."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._why: JournalError | None = None
        event.listen(engine, "do_connect", self._refuse)
        event.listen(engine, "checkout", self._refuse)
        event.listen(engine, "checkin", self._close)

    def shut(self, why: JournalError, patience: float = 0) -> bool:
        """Let nobody in from now on; who is inside ends the act that has begun.

        Args:
            why: What whoever comes later is told.
            patience: Seconds to wait for those inside.

        Returns:
            Whether nobody is inside any more.
        """
        self._why = why
        inside = self.engine.pool.checkedout  # type: ignore[attr-defined]  # as QueuePool has it
        until = time.monotonic() + patience
        while (busy := inside() > 0) and time.monotonic() < until:
            time.sleep(_STEP)
        self.engine.dispose()
        return not busy

    def _refuse(self, *_: object) -> None:
        if self._why:
            raise self._why

    def _close(self, connection: Any, _record: object) -> None:  # noqa: ANN401  # a DBAPI connection
        if self._why and connection is not None:
            connection.close()
