"""What can keep a file from arriving, before anything in it is looked at."""

from journal.exchange.importing.errors import FileUnreadable


def _gigabytes(size: int) -> str:
    return f"{size / 1e6:,.0f} MB"


class FileGone(FileUnreadable):
    """A file that was put away while it was being read."""

    def __init__(self) -> None:
        super().__init__(
            "The file is no longer here, and nothing of it was brought along. "
            "Please choose it again."
        )


class TooLargeToKeep(FileUnreadable):
    """A file larger than any export."""

    def __init__(self, size: int, largest: int) -> None:
        super().__init__(
            f"This file has {_gigabytes(size)}; up to {_gigabytes(largest)} can be read. "
            "Please export less at a time."
        )


class DiskTooFull(FileUnreadable):
    """A disk without room for the file."""

    def __init__(self, size: int, free: int) -> None:
        super().__init__(
            f"The disk of this machine has {_gigabytes(free)} free, too little for a file of "
            f"{_gigabytes(size)}. Nothing of it was kept. Please make room and choose it again."
        )
