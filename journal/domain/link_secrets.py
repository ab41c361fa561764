"""Secrets that open something to whoever has the address: made here, kept only as a digest."""

import hmac
import re
import secrets
from hashlib import sha256
from typing import Final

SECRET_BYTES: Final = 32
_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{43}")


def new_secret() -> str:
    """Return 256 random bits as 43 characters that may stand in an address."""
    return secrets.token_urlsafe(SECRET_BYTES)


def is_secret(text: str) -> bool:
    """Tell whether a text has the form of a secret; nothing else is looked up."""
    return _SECRET.fullmatch(text) is not None


def secret_digest(secret: str) -> str:
    """Return the SHA-256 of a secret in hexadecimal, 64 characters.

    Without salt or stretching: 256 random bits cannot be guessed, and the digest has to find the
    row it stands in.
    """
    return sha256(secret.encode("utf-8", "replace")).hexdigest()


def same_digest(one: str, other: str) -> bool:
    """Compare two digests in a time that tells nothing of where they differ."""
    return hmac.compare_digest(one, other)
