"""What the machine a journal is kept on does for its privacy: a passphrase, a lock, erasing.

It belongs to the machine and not to the record: a backup carries none of it.
"""

from datetime import datetime
from typing import Final, Protocol

from journal.domain.errors import JournalError

NEVER: Final = 0
USUAL_LOCK_MINUTES: Final = 15
LOCK_MINUTES: Final = (5, USUAL_LOCK_MINUTES, 30, 60, NEVER)


class JournalLocked(JournalError):
    """Something was asked of a journal that is locked."""

    def __init__(self) -> None:
        super().__init__(
            "The journal is locked, so this was not done and nothing of it was saved. "
            "Please open it with your passphrase and do it once more."
        )


class JournalReplaced(JournalError):
    """Something was asked of the journal while its file was being replaced."""

    def __init__(self) -> None:
        super().__init__(
            "The journal's file was being replaced at that moment, so this was not done and "
            "nothing of it was saved. Please reload the page and do it once more."
        )


class JournalInUse(JournalError):
    """Something else holds the journal's file."""

    def __init__(self) -> None:
        super().__init__(
            "Another program, or a second Tending, has this journal open. Please close it and try "
            "again. Nothing was changed."
        )


class PassphraseRefused(JournalError):
    """A passphrase that does not open the journal; a damaged file looks the same."""

    def __init__(self) -> None:
        super().__init__("This passphrase does not open the journal.")


class PassphraseEmpty(JournalError):
    """Nothing was typed."""

    def __init__(self) -> None:
        super().__init__("Please type a passphrase.")


class TriesTooMany(JournalError):
    """Several wrong passphrases, and another one at once."""

    def __init__(self, seconds: int) -> None:
        super().__init__(
            f"That was not tried: after several wrong ones, please wait {seconds} seconds first."
        )


class PassphraseNotOffered(JournalError):
    """A database that is no file of its own."""

    def __init__(self) -> None:
        super().__init__("A journal on a database server has no passphrase of its own.")


class RewriteFailed(JournalError):
    """The journal could not be written anew under another passphrase."""

    def __init__(self) -> None:
        super().__init__(
            "The journal could not be written anew; perhaps the disk is full. It is as it was, "
            "under the passphrase it had."
        )


class NotSetAside(JournalError):
    """A locked journal that could not be put beside."""

    def __init__(self) -> None:
        super().__init__(
            "The locked journal could not be put beside; perhaps another program holds its file. "
            "It is as it was."
        )


class NotAllErased(JournalError):
    """A file of the journal that could not be removed."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(
            f"Not everything could be erased. Please remove by hand: {', '.join(names)}."
        )


class PrivateMachine(Protocol):
    """The machine her journal is kept on, as pages know it; one for all open pages.

    Attributes:
        offers_passphrase: Its database is a file that can be encrypted.
        is_encrypted: Its file is.
        is_locked: Nobody can read the journal until the passphrase is entered.
        locked_at: When it was locked last since the program was started.
        epoch: Another number after each lock and each erasing: what a page remembers of the
            journal from before must be forgotten.
        lock_minutes: After how many minutes without a tap it locks; `NEVER`.
    """

    @property
    def offers_passphrase(self) -> bool: ...  # noqa: D102
    @property
    def is_encrypted(self) -> bool: ...  # noqa: D102
    @property
    def is_locked(self) -> bool: ...  # noqa: D102
    @property
    def locked_at(self) -> datetime | None: ...  # noqa: D102
    @property
    def epoch(self) -> int: ...  # noqa: D102
    @property
    def lock_minutes(self) -> int: ...  # noqa: D102

    def unlock(self, passphrase: str) -> None:
        """Open the journal.

        Raises:
            PassphraseEmpty, PassphraseRefused, TriesTooMany: It stays locked.
        """

    def lock(self) -> None:
        """Close the journal in every open page and forget the key; not where there is none."""

    def set_aside(self) -> str:
        """Put a locked journal beside, as it is, and begin an empty one; for nobody's passphrase.

        Returns:
            The name of the file it lies in now, in the folder it lay in.

        Raises:
            NotSetAside: Nothing was changed.
        """

    def lock_after(self, minutes: int) -> None:
        """Set after how many minutes without a tap the journal locks; `NEVER` for not at all."""

    def set_passphrase(self, passphrase: str, *, present: str = "") -> None:
        """Encrypt the journal, or change its passphrase; whatever happens, one of the two opens it.

        Raises:
            PassphraseEmpty, PassphraseRefused, TriesTooMany, PassphraseNotOffered, JournalInUse,
            RewriteFailed: Nothing was changed.
        """

    def remove_passphrase(self, present: str) -> None:
        """Keep the journal open to whoever has the file again; errors as in `set_passphrase`."""

    def erase(self) -> None:
        """Remove everything of hers for good, and begin an empty journal.

        Raises:
            JournalInUse: Nothing was changed.
            NotAllErased: Some file is still there.
        """
