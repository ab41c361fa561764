"""What can be wrong with a record or a backup, one class each; nothing was changed then."""

from journal.exchange.importing.errors import FileUnreadable


class RecordUnreadable(FileUnreadable):
    """A place in a record that says something no journal keeps."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(
            f"{place} cannot be read: {why.rstrip('.')}. Nothing was changed. "
            "Please choose the file as Tending made it, or another backup."
        )


class RecordCutOff(FileUnreadable):
    """A record whose text ends early or is damaged."""

    def __init__(self, line: int) -> None:
        super().__init__(
            f"This record is cut off or damaged at line {line:,}. Nothing was changed. "
            "Please choose another copy of it."
        )


class RecordFromLater(FileUnreadable):
    """A record of a format that only a later version knows."""

    def __init__(self, version: object, known: int) -> None:
        super().__init__(
            f"This record was written by a newer version of Tending (format {version}; this one "
            f"reads up to {known}). Nothing was changed. Please update Tending and try again."
        )


class NoRecord(FileUnreadable):
    """A file that is something else."""

    def __init__(self) -> None:
        super().__init__(
            "This file is no record and no backup of Tending. A backup ends in .json.gz, or in "
            ".age when it is sealed; files of other apps belong to “Bring along”."
        )


class RecordTooLarge(FileUnreadable):
    """A file that holds, or unpacks to, more than any journal."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"This file holds more than {most // 1_000_000:,} MB, which is more than a journal of "
            "a lifetime, so it was not opened. Please choose the backup as Tending made it."
        )


class BackupDamaged(FileUnreadable):
    """A packed backup that does not unpack."""

    def __init__(self) -> None:
        super().__init__(
            "This backup is cut off or damaged, so nothing was changed. "
            "Please choose another copy of it."
        )


class BackupSealed(FileUnreadable):
    """A sealed backup where no passphrase can be given."""

    def __init__(self) -> None:
        super().__init__(
            "This is a sealed backup. Please open it on the page “Take along”, under “Backup”, "
            "where its passphrase can be entered."
        )


class PassphraseWrong(FileUnreadable):
    """A passphrase that opens nothing, or a seal that was damaged."""

    def __init__(self) -> None:
        super().__init__(
            "This passphrase does not open the backup. Please see that capital letters, spaces "
            "and hyphens are as they were when it was made. A file that was damaged since cannot "
            "be told from a wrong passphrase; another copy may open."
        )


class SealNotOurs(FileUnreadable):
    """A file in the age format that no passphrase opens."""

    def __init__(self) -> None:
        super().__init__(
            "This file was sealed for a key and not with a passphrase, so it cannot be opened "
            "here. Please open it with the program that sealed it, and choose what is inside."
        )


class SealTooHeavy(FileUnreadable):
    """A seal made to cost more memory than a machine should give."""

    def __init__(self, work: int, most: int) -> None:
        super().__init__(
            f"Opening this seal would take more memory than is safe here (work factor {work}; up "
            f"to {most} is opened). Please open it with an age program, and choose what is inside."
        )


class SealNotMade(FileUnreadable):
    """A machine without the time or the memory that a seal costs."""

    def __init__(self) -> None:
        super().__init__(
            "The seal could not be worked out: this machine had not the memory or the time for "
            "it just now. Nothing was changed. Please close what you do not need and try again."
        )
