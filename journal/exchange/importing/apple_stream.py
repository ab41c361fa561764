"""An Apple Health export, gone through without ever being held: record after record.

    <?xml …?> <!DOCTYPE HealthData [ … ]>      read past: only declarations, and none of entities
    <HealthData>                               depth 1
      <Record type=… value=… startDate=…>      depth 2, what is looked at
        <MetadataEntry key=… value=…/>         depth 3

The declarations are left out before the parser sees them: the journal needs none of them, those of
iOS 16 were not well-formed, and without them no entity can be declared or fetched.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Final
from xml.parsers import expat

from journal.exchange.importing.apple_errors import (
    EncodingWrong,
    EntitiesRefused,
    ExportMissing,
    XmlDamaged,
    XmlTooDeep,
    XmlTooLong,
)

ROOT: Final = b"<HealthData"
PIECE: Final = 262_144  # bytes between two looks at how far it is
# The declarations of a real export take about 10,000 bytes.
_LONGEST_PROLOGUE: Final = 1_000_000
# A real record, with its device, takes less than 1,000 bytes.
_LONGEST_TAG: Final = 1_000_000
_DEEPEST: Final = 32  # a real export nests five deep
_MOST_NAMES: Final = 5_000  # names of elements and attributes; a real export has about a hundred
_MOST_KINDS: Final = 2_000  # of records; a real export has about a hundred
_RECORD_DEPTH: Final = 2
_ROOT_START: Final = re.compile(rb"<HealthData[\s/>]")
_ENCODING: Final = re.compile(rb"""encoding\s*=\s*["']([^"']*)["']""")
_DECLARATION_END: Final = b"?>"
_UTF8: Final = frozenset({b"utf-8", b"utf8", b"us-ascii"})
_UTF8_MARK: Final = b"\xef\xbb\xbf"
# Some apps hand Health characters that XML does not know; Health writes them as they are.
_NOT_IN_XML: Final = bytes(code for code in range(32) if code not in b"\t\n\r")


@dataclass(slots=True)
class HealthTag:
    """A record as it stands in the file.

    Attributes:
        kind: Its full type.
        said: Its attributes by name.
        metadata: The keys and values inside it.
        line: Where it begins.
    """

    kind: str
    said: dict[str, str]
    line: int
    metadata: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Passed:
    """What was gone past: records by their full type, and other elements by name."""

    records: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)


def health_tags(
    file: BinaryIO, wanted: Collection[str], take: Callable[[HealthTag], None], passed: Passed
) -> Iterator[int]:
    """Go through an export; give the bytes gone through after each piece.

    Args:
        file: Open at its beginning.
        wanted: The full types of the records to be taken.
        take: Is handed each of them.
        passed: Counts all others.

    Raises:
        EncodingWrong, EntitiesRefused, ExportMissing: It is no export that can be read.
        XmlDamaged, XmlTooDeep, XmlTooLong: It cannot be read from some line on.
    """
    start, begun = _begun(file)
    looking = _Looking(wanted, take, passed)
    for piece in _pieces(file, start):
        looking.feed(piece)
        begun += len(piece)
        yield begun
    looking.finish()


def _begun(file: BinaryIO) -> tuple[bytes, int]:
    """Return the document from its root on, after empty lines, and how many bytes were dropped."""
    head = b""
    while not (root := _ROOT_START.search(head)):
        piece = file.read(PIECE)
        head += piece
        if not head.startswith(_UTF8_MARK) and head[:2].count(0) + head[:2].count(0xFF):
            raise EncodingWrong
        if not piece or len(head) > _LONGEST_PROLOGUE:
            raise ExportMissing
    before = head[: root.start()]
    declared = before.partition(_DECLARATION_END)[0] if b"<?xml" in before else b""
    encoding = _ENCODING.search(declared)
    if encoding and encoding[1].lower() not in _UTF8:
        raise EncodingWrong
    if b"<!ENTITY" in before:
        raise EntitiesRefused
    lines = b"\n" * before.count(b"\n")
    return lines + head[root.start() :], len(before) - len(lines)


def _pieces(file: BinaryIO, start: bytes) -> Iterator[bytes]:
    piece = start
    while piece:
        yield piece
        piece = file.read(PIECE)


class _Looking:
    """The parser and where it stands."""

    def __init__(
        self, wanted: Collection[str], take: Callable[[HealthTag], None], passed: Passed
    ) -> None:
        self._names: dict[str, str] = {}
        self._parser = expat.ParserCreate("utf-8", intern=self._names)
        self._parser.ordered_attributes = True
        self._fed = 0
        self._listen(frozenset(wanted), take, passed)

    def feed(self, piece: bytes) -> None:
        """Parse the next bytes."""
        cleaned = piece.translate(None, _NOT_IN_XML)
        self._fed += len(cleaned)
        self._parse(cleaned, last=False)
        # What has begun and not ended is all the parser holds on to.
        if self._fed - max(self._parser.CurrentByteIndex, 0) > _LONGEST_TAG:
            raise XmlTooLong(self._parser.CurrentLineNumber)
        if len(self._names) > _MOST_NAMES:
            raise XmlTooDeep(self._parser.CurrentLineNumber)

    def finish(self) -> None:
        """Say that there is no more."""
        self._parse(b"", last=True)

    def _parse(self, piece: bytes, *, last: bool) -> None:
        try:
            self._parser.Parse(piece, last)
        except expat.ExpatError as error:
            raise XmlDamaged(error.lineno) from None

    def _listen(
        self, wanted: frozenset[str], take: Callable[[HealthTag], None], passed: Passed
    ) -> None:
        """Set the handlers: called for each of some million elements, so in as few steps as can be.

        Attributes come as a list, name after value; the type of a record is the first in every
        export that was seen, and is looked for where it is not.
        """
        parser, records, others = self._parser, passed.records, passed.others
        depth = 0
        open_tag: HealthTag | None = None

        def begin(name: str, said: list[str]) -> None:
            nonlocal depth, open_tag
            depth += 1
            if depth == _RECORD_DEPTH:
                if name != "Record":
                    _count(others, name)
                    return
                kind = said[1] if said and said[0] == "type" else _attribute(said, "type")
                if kind in wanted:
                    line = parser.CurrentLineNumber
                    open_tag = HealthTag(kind, dict(zip(said[::2], said[1::2], strict=True)), line)
                else:
                    _count(records, kind)
            elif depth > _RECORD_DEPTH:
                if open_tag and name == "MetadataEntry":
                    open_tag.metadata[_attribute(said, "key")] = _attribute(said, "value")
                if depth > _DEEPEST:
                    raise XmlTooDeep(parser.CurrentLineNumber)

        def end(_name: str) -> None:
            nonlocal depth, open_tag
            depth -= 1
            if open_tag and depth < _RECORD_DEPTH:
                take(open_tag)
                open_tag = None

        parser.StartElementHandler = begin
        parser.EndElementHandler = end


def _attribute(said: list[str], name: str) -> str:
    return next((said[i + 1] for i in range(0, len(said), 2) if said[i] == name), "")


def _count(counter: Counter[str], name: str) -> None:
    if name in counter or len(counter) < _MOST_KINDS:
        counter[name] += 1
    else:
        counter[""] += 1
