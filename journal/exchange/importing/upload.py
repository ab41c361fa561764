"""A chosen file as bytes, and its text, in which every line ends with a plain newline."""

import codecs
from dataclasses import dataclass
from typing import Final

from journal.exchange.importing.errors import FileEmpty, FileTooLarge, NotText

LARGEST_MB: Final = 50
LARGEST_UPLOAD: Final = LARGEST_MB * 1_000_000
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was chosen; its name decides nothing.

    Raises:
        FileEmpty: There is nothing in it.
        FileTooLarge: It is larger than `LARGEST_UPLOAD`.
    """

    name: str
    content: bytes

    def __post_init__(self) -> None:
        if len(self.content) > LARGEST_UPLOAD:
            raise FileTooLarge(len(self.content), LARGEST_UPLOAD)
        if not self.content.strip(b" \t\r\n\x00"):
            raise FileEmpty


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
