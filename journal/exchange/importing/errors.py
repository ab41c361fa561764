"""What can be wrong with a file to import, one class each: the line at fault, and what to do."""

from datetime import date

from journal.domain.errors import JournalError

LONGEST_SHOWN = 60


def shown(text: str) -> str:
    """Quote a piece of a file, short enough for a sentence."""
    line = " ".join(text.split())
    return f"“{line[:LONGEST_SHOWN]}{'…' if len(line) > LONGEST_SHOWN else ''}”"


class FileUnreadable(JournalError):
    """Anything that keeps a file from being read; nothing of it was imported."""


class FileEmpty(FileUnreadable):
    """A file without content."""

    def __init__(self) -> None:
        super().__init__("This file is empty. Please export it again from the other app.")


class FileTooLarge(FileUnreadable):
    """A file larger than any diary."""

    def __init__(self, size: int, largest: int) -> None:
        super().__init__(
            f"This file has {size / 1e6:,.0f} MB; up to {largest / 1e6:,.0f} MB can be read. "
            "Please export less at a time, without photos."
        )


class RecordTooLargeHere(FileUnreadable):
    """A complete record of our own that is larger than an app's export may be."""

    def __init__(self, size: int, largest: int) -> None:
        super().__init__(
            f"This is a complete record of Tending with {size / 1e6:,.0f} MB; up to "
            f"{largest / 1e6:,.0f} MB can be brought along here. Please open it under “Take "
            "along”, in the section “Backup”: there it may be larger."
        )


class TooManyLines(FileUnreadable):
    """A table longer than any diary."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"This file has more than {most:,} entries, more than a diary of a lifetime. "
            "Please split it and bring the parts one after the other."
        )


class NotText(FileUnreadable):
    """Bytes that are no text in an encoding we read."""

    def __init__(self, line: int) -> None:
        super().__init__(
            f"This file cannot be read as text: line {line} is neither UTF-8 nor UTF-16. "
            "Please choose the file as the app exported it, or save it again as UTF-8."
        )


class FormatUnknown(FileUnreadable):
    """Readable, but nothing we know."""

    def __init__(self, known: list[str]) -> None:
        super().__init__(
            "This file is none of the exports the journal can read. "
            f"It can read: {', '.join(known)}. If it is inside a zip, unpack it first."
        )


class ColumnMissing(FileUnreadable):
    """A table without a column it cannot do without."""

    def __init__(self, column: str) -> None:
        super().__init__(
            f"Line 1 names the columns, and “{column}” is not among them. "
            "Please export the file again from the other app."
        )


class ColumnTwice(FileUnreadable):
    """A table in which two columns have one name."""

    def __init__(self, column: str) -> None:
        super().__init__(
            f"Line 1 names the column {shown(column)} twice. "
            "Please remove one of the two and try again."
        )


class RowWidthWrong(FileUnreadable):
    """A row with more or fewer fields than there are columns."""

    def __init__(self, line: int, fields: int, columns: int) -> None:
        more = "too many" if fields > columns else "too few"
        super().__init__(
            f"Line {line} has {more} fields: {fields}, where line 1 names {columns} columns. "
            "Please export the file again, or correct that line, and try again."
        )


class QuoteUnclosed(FileUnreadable):
    """A quoted field that never ends, as in a file cut off in the middle."""

    def __init__(self, line: int) -> None:
        super().__init__(
            f"A quotation mark opened in line {line} is never closed; the file may be cut off. "
            "Please export it again."
        )


class DateUnreadable(FileUnreadable):
    """A date that is none, or lies before living memory.

    Attributes:
        why: The same for a list of what is left out.
    """

    def __init__(self, place: str, text: str) -> None:
        found = shown(text) if text.strip() else "nothing"
        self.why = f"{found} stands where a date such as 2026-03-21 is expected"
        super().__init__(
            f"{place} needs a date such as 2026-03-21 and has {found}. "
            "Please correct it and try again."
        )


class ValueUnreadable(FileUnreadable):
    """A value the format does not have.

    Attributes:
        why: The same for a list of what is left out.
    """

    def __init__(self, place: str, column: str, text: str, expected: str) -> None:
        self.why = f"{shown(text)} stands in “{column}”, where {expected} is expected"
        super().__init__(
            f"{place} has {shown(text)} in “{column}”, where {expected} is expected. "
            "Please correct it and try again."
        )


class ValueRefused(FileUnreadable):
    """A value of the right kind that the journal cannot keep.

    Attributes:
        why: The same for a list of what is left out.
    """

    def __init__(self, place: str, why: JournalError) -> None:
        self.why = str(why).removesuffix(".")
        super().__init__(f"{place} cannot be kept: {why} Please correct it and try again.")


class DayTwice(FileUnreadable):
    """Two rows that say different things of one date, in a format with one row a day."""

    def __init__(self, day: date, line: int, earlier: int) -> None:
        super().__init__(
            f"Line {line} and line {earlier} both describe {day.isoformat()} and do not agree. "
            "Please remove one of them and try again."
        )


class ArchiveUnreadable(FileUnreadable):
    """A zip that is cut off or damaged."""

    def __init__(self) -> None:
        super().__init__(
            "This looks like a zip file, but it is cut off or damaged. "
            "Please make the backup again and choose the new file."
        )


class ArchiveLocked(FileUnreadable):
    """A zip with a password."""

    def __init__(self) -> None:
        super().__init__(
            "This zip file has a password. Please unpack it first, or export without one."
        )


class ArchiveTooLarge(FileUnreadable):
    """A zip that unpacks to more than a diary can hold."""

    def __init__(self) -> None:
        super().__init__(
            "This zip file would unpack to far more than a diary can hold, so it was not opened. "
            "Please make the backup again without photos."
        )


class BackupUnreadable(FileUnreadable):
    """A backup, or another file of JSON, whose text cannot be read to its end."""

    def __init__(self, line: int, character: int, why: str) -> None:
        super().__init__(
            f"The file is cut off or damaged at line {line}, character {character:,} ({why}). "
            "Please make it again and choose the new file."
        )


class NestedTooDeep(FileUnreadable):
    """JSON nested as no app writes it."""

    def __init__(self) -> None:
        super().__init__(
            "The file is nested more deeply than any diary, so it was not read. "
            "Please make it again with the app."
        )


class PartMissing(FileUnreadable):
    """A backup that lacks a part, or has something else in its place."""

    def __init__(self, part: str, place: str = "The backup") -> None:
        super().__init__(
            f"{place} lacks a readable “{part}”. Please make the backup again with the app."
        )


class PartUnreadable(FileUnreadable):
    """A file inside another that cannot be read."""

    def __init__(self, part: str, why: FileUnreadable) -> None:
        super().__init__(f"In {shown(part)}: {why}")
