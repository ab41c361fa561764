"""A process of its own that seals or opens, as `sealing` starts it; it prints bytes, or ends so.

Making a key out of a passphrase takes hundreds of megabytes and holds the interpreter for as long
as it lasts: in the server's own process nobody else would get a page meanwhile.

    in    one byte, s or o; the passphrase's length in four bytes; the passphrase; the data
    out   the data, sealed or opened; the process ends with 0, and with 3 where it cannot be done
"""

import sys

import pyrage  # type: ignore[import-untyped]  # it comes without types

SEAL, OPEN = b"s", b"o"
LENGTH_BYTES = 4
REFUSED = 3


def main() -> int:
    """Do what is asked for on the standard input."""
    asked = sys.stdin.buffer
    what = asked.read(1)
    passphrase = asked.read(int.from_bytes(asked.read(LENGTH_BYTES), "big")).decode()
    work = pyrage.passphrase.encrypt if what == SEAL else pyrage.passphrase.decrypt
    try:
        made = work(asked.read(), passphrase)
    except (pyrage.EncryptError, pyrage.DecryptError):
        return REFUSED
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
