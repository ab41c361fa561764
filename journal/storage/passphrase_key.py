"""From a passphrase to a key, by argon2id; how that is done stands at the start of the file itself.

SQLCipher leaves the first 16 bytes of an encrypted file open, for a salt. Ours say which file this
is and how its key is made, and end in random bytes; all 16 are the salt of argon2id. So the one
file holds all that is needed besides the passphrase, and there is no second one to lose or to fall
out of step with.

    0  3  "Tnd"
    3  1  base-2 logarithm of the memory, in KiB
    4  1  passes over it
    5  1  lanes
    6 10  random
"""

import secrets
import unicodedata
from dataclasses import dataclass, field
from hmac import compare_digest
from pathlib import Path
from typing import Final, Self

from argon2.low_level import Type, hash_secret_raw

from journal.domain.errors import JournalError
from journal.domain.machine import JournalLocked, PassphraseEmpty

HEAD_BYTES: Final = 16
_MAGIC: Final = b"Tnd"
_RANDOM_BYTES: Final = 10
_KEY_BYTES: Final = 32  # AES-256
_MOST_MEMORY: Final = 20  # a gibibyte: a spoiled head must not exhaust the machine
_MOST_PASSES: Final = 64
_MOST_LANES: Final = 16


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs; as RFC 9106 (2021, section 4) recommends where memory is limited."""

    memory: int = 16  # 64 MiB
    passes: int = 3
    lanes: int = 4


USUAL_COST: Final = Cost()


@dataclass(frozen=True, slots=True)
class Head:
    """The first bytes of an encrypted journal."""

    content: bytes

    @classmethod
    def made(cls, cost: Cost = USUAL_COST) -> Self:
        """Return a new one; its random bytes are never used again."""
        numbers = bytes((cost.memory, cost.passes, cost.lanes))
        return cls(_MAGIC + numbers + secrets.token_bytes(_RANDOM_BYTES))

    @classmethod
    def of(cls, file: Path) -> Self | None:
        """Read that of a file; None where it is not encrypted by us.

        To be called only while this process has the file not open: closing it would let go of the
        locks that SQLite holds on it (sqlite.org/howtocorrupt.html, section 2.2).
        """
        try:
            with file.open("rb") as opened:
                content = opened.read(HEAD_BYTES)
        except FileNotFoundError:
            return None
        return cls(content) if _is_head(content) else None

    def key(self, passphrase: str) -> "Key":
        """Derive the key, which takes a fraction of a second on purpose.

        Raises:
            PassphraseEmpty: There is nothing to derive it from.
        """
        secret = unicodedata.normalize("NFC", passphrase).strip().encode("utf-8", "replace")
        if not secret:
            raise PassphraseEmpty
        memory, passes, lanes = self.content[len(_MAGIC) : len(_MAGIC) + 3]
        raw = hash_secret_raw(secret, self.content, passes, 1 << memory, lanes, _KEY_BYTES, Type.ID)
        return Key(bytearray(raw), self)


@dataclass(slots=True, eq=False)
class Key:
    """The key of one file, never shown."""

    raw: bytearray = field(repr=False)
    head: Head
    _gone: JournalError | None = None

    @property
    def specification(self) -> str:
        """The key and the first bytes of the file, as SQLCipher reads them.

        Raises:
            JournalError: It was forgotten, perhaps a moment ago by another page.
        """
        raw = bytes(self.raw)
        if self._gone:
            raise self._gone
        return f"x'{raw.hex()}{self.head.content.hex()}'"

    def forget(self, why: JournalError | None = None) -> None:
        """Overwrite it in memory; it opens nothing any more.

        Args:
            why: What whoever uses it later is told.
        """
        self._gone = why or JournalLocked()
        self.raw[:] = bytes(len(self.raw))

    def same_as(self, other: "Key") -> bool:
        """Compare two keys without telling by the time how much of them agrees."""
        return compare_digest(self.raw, other.raw)


def _is_head(content: bytes) -> bool:
    if len(content) < HEAD_BYTES or not content.startswith(_MAGIC):
        return False
    memory, passes, lanes = content[len(_MAGIC) : len(_MAGIC) + 3]
    # argon2 needs eight KiB for each lane.
    return (
        1 <= lanes <= _MOST_LANES
        and 1 <= passes <= _MOST_PASSES
        and memory <= _MOST_MEMORY
        and 1 << memory >= 8 * lanes
    )
