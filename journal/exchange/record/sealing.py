"""Sealing with a passphrase in the age format (age-encryption.org/v1), which other programs open.

The key is made by scrypt, at a cost of about a second and some hundred megabytes, in a process of
its own. A file that asks for far more is refused before anything is worked out.
"""

import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Final

from journal.exchange.record.errors import (
    BackupDamaged,
    PassphraseWrong,
    SealNotMade,
    SealNotOurs,
    SealTooHeavy,
)
from journal.exchange.record.seal_process import LENGTH_BYTES, OPEN, REFUSED, SEAL

AGE_START: Final = b"age-encryption.org/v1\n"
# The base-2 logarithm of scrypt's N, at a kilobyte for each: 20 is a gigabyte. What seals here
# chooses 17 to 19.
HEAVIEST_WORK: Final = 20
LONGEST_PASSPHRASE: Final = 1000
_STANZA: Final = re.compile(rb"-> (\S{1,100})(?: \S{1,100})?(?: (\d{1,4}))?\n")
_LONGEST_SECONDS: Final = 180
_PROGRAM: Final = Path(__file__).with_name("seal_process.py")


def is_sealed(content: bytes) -> bool:
    """Say whether a file is in the age format."""
    return content.startswith(AGE_START)


def sealed(data: bytes, passphrase: str) -> bytes:
    """Seal data with a passphrase that is not empty.

    Raises:
        SealNotMade: The machine has not the time or the memory for it.
    """
    try:
        return _worked(SEAL, data, passphrase)
    except PassphraseWrong:
        raise SealNotMade from None


def opened(content: bytes, passphrase: str) -> bytes:
    """Open what was sealed.

    Raises:
        SealNotOurs, SealTooHeavy, BackupDamaged: It is not opened with any passphrase.
        PassphraseWrong: Not with this one, or the file is damaged.
        SealNotMade: The machine has not the time or the memory for it.
    """
    stanza = _STANZA.match(content, len(AGE_START))
    if stanza is None:
        raise BackupDamaged
    if stanza[1] != b"scrypt":
        raise SealNotOurs
    if stanza[2] is None:
        raise BackupDamaged
    if int(stanza[2]) > HEAVIEST_WORK:
        raise SealTooHeavy(int(stanza[2]), HEAVIEST_WORK)
    return _worked(OPEN, content, passphrase)


def plain_passphrase(typed: str) -> str:
    """Return a passphrase as it counts: accents in one form, without blanks around it."""
    return unicodedata.normalize("NFC", typed).strip()


def _worked(what: bytes, data: bytes, passphrase: str) -> bytes:
    secret = plain_passphrase(passphrase)[:LONGEST_PASSPHRASE].encode("utf-8", "replace")
    # -P: the folder of the program must not lend its module names to the libraries.
    command = [sys.executable, "-P", str(_PROGRAM)]
    try:
        done = subprocess.run(  # noqa: S603  # our own program; nothing of hers is on the command line
            command,
            input=what + len(secret).to_bytes(LENGTH_BYTES, "big") + secret + data,
            capture_output=True,
            check=False,
            timeout=_LONGEST_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        raise SealNotMade from None
    if done.returncode == REFUSED:
        raise PassphraseWrong
    if done.returncode:
        raise SealNotMade
    return done.stdout
