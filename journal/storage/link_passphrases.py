"""The passphrase of a link, kept as an argon2id hash and tried in the same time, right or wrong."""

import unicodedata
from functools import cache
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# The OWASP Password Storage Cheat Sheet's least for argon2id: every reader's opening costs it.
_HASHER: Final = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
# Of a link that came back from a backup, which holds no hash: it had one, and nothing matches this.
GONE: Final = "gone"


def hashed(passphrase: str) -> str | None:
    """Return what is kept of a passphrase; None of an empty one."""
    plain = _plain(passphrase)
    return _HASHER.hash(plain) if plain else None


def opens(kept: str | None, passphrase: str) -> bool:
    """Say whether a passphrase is the one; a link that was never found is tried just as long.

    Args:
        kept: What is kept of the passphrase; None where there is no link.
        passphrase: As it was typed.
    """
    try:
        _HASHER.verify(kept or _of_no_link(), _plain(passphrase))
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


@cache
def _of_no_link() -> str:
    return _HASHER.hash("of no link")


def _plain(passphrase: str) -> bytes:
    return unicodedata.normalize("NFC", passphrase).strip().encode("utf-8", "replace")
