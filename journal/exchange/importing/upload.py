"""A chosen file, in memory or on the disk, and its text, in which lines end with plain newlines."""

import codecs
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO, Final, Protocol

from journal.exchange.importing.errors import FileEmpty, FileTooLarge, NotText

LARGEST_MB: Final = 50
LARGEST_UPLOAD: Final = LARGEST_MB * 1_000_000
# Room for the declarations before the first element of an XML file.
HEAD_BYTES: Final = 65_536
_BLANK: Final = b" \t\r\n\x00"
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class StoredFile(Protocol):
    """A file that lies on the disk because it may be larger than the memory."""

    @property
    def size(self) -> int:
        """Its length in bytes."""

    def open(self) -> BinaryIO:
        """Open it for reading from its beginning; several readers do not disturb each other."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was chosen; its name decides nothing.

    Attributes:
        kept: Its bytes, or where they lie.

    Raises:
        FileEmpty: There is nothing in it.
        FileTooLarge: It is in memory and larger than `LARGEST_UPLOAD`.
    """

    name: str
    kept: bytes | StoredFile

    def __post_init__(self) -> None:
        if isinstance(self.kept, bytes) and self.size > LARGEST_UPLOAD:
            raise FileTooLarge(self.size, LARGEST_UPLOAD)
        start = self.kept if isinstance(self.kept, bytes) else self.head
        if len(start) == self.size and not start.strip(_BLANK):
            raise FileEmpty

    @property
    def size(self) -> int:
        """Its length in bytes."""
        return len(self.kept) if isinstance(self.kept, bytes) else self.kept.size

    @property
    def is_small(self) -> bool:
        """Whether it may be held in memory as a whole."""
        return self.size <= LARGEST_UPLOAD

    @property
    def head(self) -> bytes:
        """Its first bytes, by which most formats can be told."""
        if isinstance(self.kept, bytes):
            return self.kept[:HEAD_BYTES]
        with self.kept.open() as file:
            return file.read(HEAD_BYTES)

    @property
    def content(self) -> bytes:
        """All of it.

        Raises:
            FileTooLarge: It is larger than `LARGEST_UPLOAD`, so it has to be read piece by piece.
        """
        if isinstance(self.kept, bytes):
            return self.kept
        if not self.is_small:
            raise FileTooLarge(self.size, LARGEST_UPLOAD)
        with self.kept.open() as file:
            return file.read()

    def open(self) -> BinaryIO:
        """Open it for reading from its beginning, whatever its size."""
        return BytesIO(self.kept) if isinstance(self.kept, bytes) else self.kept.open()


def decoded(content: bytes) -> str:
    """Decode text in UTF-8 or UTF-16, with or without a byte order mark.

    Raises:
        NotText: It is neither; names the line of the first byte that is wrong.
        FileEmpty: There is no text but the mark.
    """
    encoding = _encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText(content[: error.start].count(b"\n") + 1) from None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:  # no app writes NUL into text: a picture or a program, not a diary
        raise NotText(text[: text.index("\x00")].count("\n") + 1)
    if not text.strip():
        raise FileEmpty
    return text


def _encoding(content: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return encoding
    # Every export starts with an ASCII column name, which in UTF-16 has a zero in each pair.
    start = content[:2]
    if len(start) == len(codecs.BOM_UTF16_LE) and start.count(0) == 1:
        return "utf-16-be" if start[0] == 0 else "utf-16-le"
    return "utf-8"


def clean_text(text: str) -> str:
    """Drop what no database can keep: NUL, and halves of characters that JSON can smuggle in."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8").strip()
