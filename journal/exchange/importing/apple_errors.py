"""What can be wrong with an export of Apple Health: the line at fault, and what to do."""

from typing import Final

from journal.exchange.importing.errors import FileUnreadable

_AGAIN: Final = "Please export it again from Health and choose the new file."


class XmlDamaged(FileUnreadable):
    """XML that breaks off, or is none from some line on."""

    def __init__(self, line: int) -> None:
        super().__init__(f"This export is cut off or damaged at line {line:,}. {_AGAIN}")


class XmlTooDeep(FileUnreadable):
    """Elements nested, or named, as in no export."""

    def __init__(self, line: int) -> None:
        super().__init__(
            f"Line {line:,} of this export is nested more deeply, or named in more ways, than any "
            f"export of Health, so it was not read further. {_AGAIN}"
        )


class XmlTooLong(FileUnreadable):
    """One element longer than any of an export."""

    def __init__(self, line: int) -> None:
        super().__init__(
            f"Line {line:,} of this export is longer than any of Health’s, so it was not read "
            f"further. {_AGAIN}"
        )


class EntitiesRefused(FileUnreadable):
    """A document that declares entities: shorthand that can blow up, or reach for other files."""

    def __init__(self) -> None:
        super().__init__(
            "This file declares entities of its own, which no export of Health does, so it was "
            f"not opened. {_AGAIN}"
        )


class EncodingWrong(FileUnreadable):
    """A document that is not in UTF-8."""

    def __init__(self) -> None:
        super().__init__(
            "This looks like an export of Apple Health, but it is not written in UTF-8, as Health "
            "writes it; another program may have saved it. Please choose the file as Health "
            "exported it."
        )


class ExportMissing(FileUnreadable):
    """A zip or document in which the export does not begin where it should."""

    def __init__(self) -> None:
        super().__init__(f"The export of Health does not begin where it should. {_AGAIN}")


class TooManyRecords(FileUnreadable):
    """More of what the journal wants than a lifetime has."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"This export has more than {most:,} entries of cycle, symptoms or sleep, more than a "
            "lifetime of them, so it was not read further."
        )
