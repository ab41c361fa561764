"""One member of a zip file, without trusting what the file says about itself."""

import struct
import zipfile
import zlib
from io import BytesIO
from typing import Final

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
_MOST_MEMBERS: Final = 20_000
_DIRECTORY_ENTRY: Final = b"PK\x01\x02"
_DAMAGED: Final = (
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


def read_member(content: bytes, name: str) -> bytes:
    """Return a member by its name, in whatever folder of the zip it lies.

    Raises:
        ArchiveTooLarge: It would unpack to more than a diary can hold, whatever size it claims.
        ArchiveLocked, ArchiveUnreadable, PartMissing: It cannot be read.
    """
    if content.count(_DIRECTORY_ENTRY) > _MOST_MEMBERS:
        raise ArchiveTooLarge
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = [info for info in archive.infolist() if info.filename.split("/")[-1] == name]
            if not members:
                raise PartMissing(name, "The zip file")
            return _unpacked(archive, members[0])
    except _DAMAGED:
        raise ArchiveUnreadable from None


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.flag_bits & _LOCKED_FLAG:
        raise ArchiveLocked
    if member.compress_type not in _BOUNDED:
        raise ArchiveUnreadable
    packed = max(member.compress_size, 1)
    if member.file_size > LARGEST_MEMBER or (
        member.file_size > _SMALL and member.file_size / packed > STEEPEST_RATIO
    ):
        raise ArchiveTooLarge
    with archive.open(member) as unpacking:
        # No more than it claims: a claim that is too small ends in a wrong checksum.
        return unpacking.read(member.file_size + 1)
