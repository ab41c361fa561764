"""Sealing a text with a passphrase, as the browser itself can open it: docs/sharing/sealed_file.md.

passphrase, NFC, without blanks around it
    -> PBKDF2-HMAC-SHA256, 600,000 rounds, 16 random bytes of salt -> 256-bit key
length (4 bytes) + zlib(text) + zero bytes up to a whole number of 64 KiB
    -> AES-256-GCM under the key, 12 random bytes of iv, the format's name as associated data

A sealed file and the reply to one are sealed alike; the associated data keeps them apart.
"""

import secrets
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import pbkdf2_hmac
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from journal.domain.errors import JournalError
from journal.exchange.record.sealing import plain_passphrase

APP: Final = "Tending"
FORMAT: Final = 1
# OWASP Password Storage Cheat Sheet: the least for PBKDF2 with HMAC-SHA-256. Better ways to make a
# key (Argon2id, scrypt) are in no browser's own Web Crypto.
ITERATIONS: Final = 600_000
# Some seconds of work, so that a later Tending may ask for more; a file must not ask for hours.
MOST_ITERATIONS: Final = 10 * ITERATIONS
SALT_BYTES: Final = 16  # NIST SP 800-132, section 5.1: 128 bits at least
IV_BYTES: Final = 12  # NIST SP 800-38D, section 8.2: 96 bits
KEY_BYTES: Final = 32
ASSOCIATED: Final = b"Tending sealed file 1"
LENGTH_BYTES: Final = 4
# Its length would tell how much was written; only a whole number of these is told.
BLOCK_BYTES: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class SealedFormat:
    """A kind of document that is sealed this way.

    Attributes:
        name: Under which name its number stands in the document.
        number: The number.
        associated: What its seal is bound to, so that one kind never opens as another.
    """

    name: str
    number: int
    associated: bytes


SHARED_FILE: Final = SealedFormat("format", FORMAT, ASSOCIATED)


class SealWrong(JournalError):
    """A passphrase that does not open a sealed file, or a file that was changed."""

    def __init__(self) -> None:
        super().__init__("That passphrase does not open this file.")


def sealed_document(
    text: str,
    passphrase: str,
    kind: SealedFormat = SHARED_FILE,
    *,
    salt: bytes | None = None,
    iv: bytes | None = None,
) -> dict[str, str | int]:
    """Seal a text.

    Args:
        text: What is sealed.
        passphrase: Not empty.
        kind: What the document is.
        salt: Random but for a test vector; a salt or iv used twice would give the text away.
        iv: Likewise.

    Returns:
        What stands in the file in the clear: names nothing but the app and how it is sealed.
    """
    salt = salt or secrets.token_bytes(SALT_BYTES)
    iv = iv or secrets.token_bytes(IV_BYTES)
    data = AESGCM(_key(passphrase, salt, ITERATIONS)).encrypt(iv, _padded(text), kind.associated)
    return {
        "app": APP,
        kind.name: kind.number,
        "iterations": ITERATIONS,
        "salt": b64encode(salt).decode(),
        "iv": b64encode(iv).decode(),
        "data": b64encode(data).decode(),
    }


def open_document(text: str, kind: SealedFormat = SHARED_FILE) -> dict[str, str | int]:
    """Return a text as it stands in a file that is not sealed."""
    return {"app": APP, kind.name: kind.number, "open": b64encode(_packed(text)).decode()}


def opened_text(document: Mapping[str, str | int], passphrase: str) -> str:
    """Open what was sealed, of a document made here.

    Raises:
        SealWrong: With another passphrase, or it was changed.
    """
    return zlib.decompress(opened_packed(document, passphrase, SHARED_FILE)).decode()


def opened_packed(document: Mapping[str, str | int], passphrase: str, kind: SealedFormat) -> bytes:
    """Open what was sealed, and leave it packed.

    Raises:
        SealWrong: With another passphrase, it was changed, or is of another kind.
    """
    salt, iv, data = (b64decode(str(document[name])) for name in ("salt", "iv", "data"))
    key = _key(passphrase, salt, int(document["iterations"]))
    try:
        padded = AESGCM(key).decrypt(iv, data, kind.associated)
    except InvalidTag:
        raise SealWrong from None
    end = LENGTH_BYTES + int.from_bytes(padded[:LENGTH_BYTES], "big")
    return padded[LENGTH_BYTES:end]


def _key(passphrase: str, salt: bytes, iterations: int) -> bytes:
    secret = plain_passphrase(passphrase).encode("utf-8", "replace")
    return pbkdf2_hmac("sha256", secret, salt, iterations, KEY_BYTES)


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "replace"), 9)


def _padded(text: str) -> bytes:
    packed = _packed(text)
    told = len(packed).to_bytes(LENGTH_BYTES, "big") + packed
    return told + bytes(-len(told) % BLOCK_BYTES)
