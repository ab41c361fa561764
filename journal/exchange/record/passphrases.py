"""Passphrases: one to offer, and plain words about one that is easily guessed."""

import secrets
from typing import Final

from journal.exchange.record.sealing import plain_passphrase

# Without i, l, o, 0 and 1, which look alike on paper.
_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP_LENGTH = 4, 5  # 20 of 31 letters: 99 bits
# The least length for a password that stands alone (NIST SP 800-63B-4, 2025, section 3.1.1.2).
SHORTEST_STRONG: Final = 15
_FEWEST_LETTERS: Final = 6


def offered_passphrase() -> str:
    """Return a new random passphrase that can be written down: four groups of five letters."""
    groups = (
        "".join(secrets.choice(_LETTERS) for _ in range(_GROUP_LENGTH)) for _ in range(_GROUPS)
    )
    return "-".join(groups)


def weakness(passphrase: str) -> str | None:
    """Say why a passphrase is easily guessed; None when nothing speaks against it.

    Runs (aaaa, 1234) count as their first two letters: those who guess try them first.
    """
    letters = plain_passphrase(passphrase).casefold()
    counted = len(letters) - sum(map(_goes_on, letters, letters[1:], letters[2:]))
    if counted < SHORTEST_STRONG:
        return (
            "This passphrase is weak: it is short, and somebody with the file could try them all. "
            f"{SHORTEST_STRONG} letters or more that are no run such as 1234, or four words that "
            "do not belong together, are far harder to guess."
        )
    if len(set(letters)) < _FEWEST_LETTERS:
        return "This passphrase is weak: it repeats a few letters, which those who guess try first."
    return None


def _goes_on(one: str, two: str, three: str) -> bool:
    """Say whether a letter goes on as the two before it began: aaa, abc, 321."""
    step = ord(two) - ord(one)
    return abs(step) <= 1 and ord(three) - ord(two) == step
