"""Members of a zip file, without trusting what the file says about itself."""

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import BinaryIO, Final, cast

from journal.exchange.importing.errors import (
    ArchiveLocked,
    ArchiveTooLarge,
    ArchiveUnreadable,
    PartMissing,
)

ZIP_START: Final = b"PK\x03\x04"
LARGEST_MEMBER: Final = 32_000_000  # twenty years of long entries fill half of it
# A diary as base64 shrinks to about a third; what shrinks to a hundredth was made to burst.
STEEPEST_RATIO: Final = 100
_SMALL: Final = 1_000_000  # below this no ratio does harm
# Health exports hold a file for every outing, some thousands of them; a line of the directory has
# about a hundred bytes.
_LARGEST_DIRECTORY: Final = 4_000_000
_PIECE: Final = 1_000_000
DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    IndexError,
    RuntimeError,  # covers NotImplementedError: a way of packing unknown here
)
# Only these are unpacked in bounded steps; no diary app packs in another way.
_BOUNDED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCKED_FLAG: Final = 0x1


def member_name(path: str) -> str:
    """Return the name of a member without its folders; empty for a folder and what is nobody's.

    macOS packs a file of its own beside each (`__MACOSX/…/._name`), some of Windows' programs
    write folders with a backslash.
    """
    name = path.replace("\\", "/").rpartition("/")[2]
    return "" if name.startswith(".") or path.startswith("__MACOSX") else name


def read_member(content: bytes | BinaryIO, name: str, most: int = LARGEST_MEMBER) -> bytes:
    """Return a member by its name, in whatever folder of the zip it lies.

    Args:
        content: The zip, as bytes or as a file open for reading (`Upload.open`).
        name: Of the member, without its folder.
        most: How many of its first bytes are wanted.

    Raises:
        ArchiveTooLarge: It would unpack to more than a diary can hold, whatever size it claims.
        ArchiveLocked, ArchiveUnreadable, PartMissing: It cannot be read.
    """
    with opened_zip(content) as archive:
        members = [info for info in archive.infolist() if member_name(info.filename) == name]
        if not members:
            raise PartMissing(name, "The zip file")
        with opened_member(archive, members[0]) as unpacking:
            # No more than it claims: a claim that is too small ends in a wrong checksum.
            return unpacked(unpacking, min(members[0].file_size + 1, most))


def read_members(
    content: bytes | BinaryIO, wanted: Callable[[str], object]
) -> list[tuple[str, bytes]]:
    """Return all members whose name without folders is wanted, also several of one name.

    Raises:
        ArchiveTooLarge: Together they would unpack to more than a diary can hold.
        ArchiveLocked, ArchiveUnreadable: One of them cannot be read.
    """
    with opened_zip(content) as archive:
        members = [
            (name, info)
            for info in archive.infolist()
            if (name := member_name(info.filename)) and wanted(name)
        ]
        if sum(info.file_size for _, info in members) > LARGEST_MEMBER:
            raise ArchiveTooLarge
        found = []
        for name, info in members:
            with opened_member(archive, info) as unpacking:
                found.append((name, unpacked(unpacking, info.file_size + 1)))
        return found


@contextmanager
def opened_zip(content: bytes | BinaryIO) -> Iterator[zipfile.ZipFile]:
    """Open a zip while the `with` block lasts; what is found damaged there is said.

    Raises:
        ArchiveTooLarge: It lists more members than any export has.
        ArchiveUnreadable: It is cut off or damaged.
    """
    file = BytesIO(content) if isinstance(content, bytes) else content
    try:
        with zipfile.ZipFile(cast("BinaryIO", _Bounded(file))) as archive:
            yield archive
    except DAMAGED:
        raise ArchiveUnreadable from None


def opened_member(
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    *,
    largest: int = LARGEST_MEMBER,
    steepest: int = STEEPEST_RATIO,
) -> BinaryIO:
    """Open a member for reading in bounded pieces.

    Args:
        archive: Open while it is read.
        member: One of its members.
        largest: How many bytes it may unpack to.
        steepest: How many times its packed size it may unpack to.

    Raises:
        ArchiveTooLarge: It would unpack to more.
        ArchiveLocked, ArchiveUnreadable: It cannot be read.
    """
    if is_locked(member):
        raise ArchiveLocked
    if member.compress_type not in _BOUNDED:
        raise ArchiveUnreadable
    packed = max(member.compress_size, 1)
    if member.file_size > largest or (
        member.file_size > _SMALL and member.file_size / packed > steepest
    ):
        raise ArchiveTooLarge
    return cast("BinaryIO", archive.open(member))


def unpacked(unpacking: BinaryIO, most: int) -> bytes:
    """Return up to so many bytes of an opened member.

    Piece by piece: all at once is asked of the file at once, and `_Bounded` takes that for a
    directory no export has.
    """
    pieces = []
    while most > 0 and (piece := unpacking.read(min(most, _PIECE))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def is_locked(member: zipfile.ZipInfo) -> bool:
    """Say whether a member needs a password."""
    return bool(member.flag_bits & _LOCKED_FLAG)


class _Bounded:
    """A file of which the directory is never read at once when it is larger than any export's."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.seek: Callable[..., int] = file.seek
        self.tell = file.tell
        self.seekable = file.seekable

    def read(self, size: int = -1) -> bytes:
        if size < 0:
            size = self._left()
        if size > _LARGEST_DIRECTORY:
            raise ArchiveTooLarge
        return self._file.read(size)

    def _left(self) -> int:
        here = self._file.tell()
        end = self._file.seek(0, 2)
        self._file.seek(here)
        return end - here
