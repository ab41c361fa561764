"""A machine with a journal on it, in a folder of a test's own, and her words searched for there."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from journal.domain.contexts import Context, ContextKind
from journal.domain.moments import Moment
from journal.domain.owner_settings import OwnerSettings
from journal.domain.snapshot import RecordSnapshot
from journal.storage import OwnMachine
from journal.storage.passphrase_key import Cost

DAY: Final = date(2026, 5, 14)
WORDS: Final = ("elderflower", "quicksilver")
# The real cost of a guess would make of every test a wait.
CHEAP: Final = Cost(memory=4, passes=1, lanes=1)
# Waiting for the disk is what most of the time would go to, and a killed process needs none of it.
IN_MEMORY: Final = Path("/dev/shm")  # noqa: S108  # a folder of a random name is made in it
PLAIN_START: Final = b"SQLite format 3"


class Wall:
    """A clock on the wall that a test puts forward."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 14, 12, 3, tzinfo=UTC)

    def __call__(self) -> datetime:  # noqa: D102 - the class says it
        return self.now

    def pass_by(self, minutes: float) -> None:
        """Let time go by."""
        self.now += timedelta(minutes=minutes)


@contextmanager
def machine_on(
    file: Path | str,
    clock: Callable[[], datetime] | None = None,
    *,
    changed: Callable[[], None] = lambda: None,
    owner: str = "owner",
) -> Iterator[OwnMachine]:
    """Start Tending on a file, and end it."""
    machine = OwnMachine(file, owner, clock=clock or Wall(), changed=changed, cost=CHEAP)
    try:
        yield machine
    finally:
        machine.close()


@contextmanager
def quick_folder() -> Iterator[Path]:
    """Make a folder that is written to without waiting for a disk, where the machine has that."""
    where = IN_MEMORY if IN_MEMORY.is_dir() else None
    with TemporaryDirectory(prefix="tending-test-", dir=where) as folder:
        yield Path(folder)


def write_in(machine: OwnMachine) -> RecordSnapshot:
    """Write a few of her words, and return the journal whole."""
    journal = machine.journal()
    journal.change_settings(lambda _: OwnerSettings(welcomed=True, birth_year=1975))
    journal.save_day(DAY, {"mood": 7, "note": WORDS[0], "sign:cramps": "mild"})
    journal.save_context(Context(ContextKind.EVENT, DAY, None, WORDS[1]))
    for _ in range(20):
        journal.add_moment(Moment(DAY, "long_hug", note=" ".join(WORDS)))
    return journal.snapshot()


def found_words(folder: Path) -> list[str]:
    """Name the files below a folder in which one of her words stands as she wrote it."""
    return [
        path.name
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(word.encode() in path.read_bytes() for word in WORDS)
    ]


def left_in(folder: Path) -> list[str]:
    """Name the files in a folder."""
    return sorted(path.name for path in folder.iterdir())
