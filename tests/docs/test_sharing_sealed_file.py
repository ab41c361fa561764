"""What docs/sharing/sealed_file.md says of the format is what is sealed and can be opened."""

import re
import zlib
from base64 import b64decode, b64encode
from hashlib import pbkdf2_hmac, sha256

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from journal.environment import PROJECT
from journal.sharing import sealing
from journal.sharing.sealing import opened_text, sealed_document

PAGE = (PROJECT / "docs/sharing/sealed_file.md").read_text(encoding="utf-8")
TOLD = dict(re.findall(r"^\| ([\w -]+?) \| `([^`]+)` \|$", PAGE, re.MULTILINE))
TEXT = zlib.decompress(bytes.fromhex(TOLD["packed text"])).decode()


def told_document() -> dict[str, str | int]:
    """Seal by the numbers of the page, without the code that seals."""
    key, iv = bytes.fromhex(TOLD["key"]), bytes.fromhex(TOLD["iv"])
    packed = bytes.fromhex(TOLD["packed text"])
    padded = (len(packed).to_bytes(4, "big") + packed).ljust(65_536, b"\x00")
    data = AESGCM(key).encrypt(iv, padded, b"Tending sealed file 1")
    salt = bytes.fromhex(TOLD["salt"])
    return {
        "app": "Tending",
        "format": 1,
        "iterations": 600_000,
        "salt": b64encode(salt).decode(),
        "iv": b64encode(iv).decode(),
        "data": b64encode(data).decode(),
    }


def test_the_key_is_made_as_told() -> None:
    secret, salt = TOLD["passphrase"].encode(), bytes.fromhex(TOLD["salt"])
    assert pbkdf2_hmac("sha256", secret, salt, 600_000, 32).hex() == TOLD["key"]


def test_the_data_of_the_vector_is_what_the_numbers_give() -> None:
    data = str(told_document()["data"])
    assert sha256(b64decode(data)).hexdigest() == TOLD["SHA-256 of the data"]
    assert data.endswith(TOLD["last 24 letters of the data"])


def test_the_vector_opens() -> None:
    assert opened_text(told_document(), TOLD["passphrase"]) == TEXT


def test_what_is_sealed_here_is_of_this_format() -> None:
    salt, iv = bytes.fromhex(TOLD["salt"]), bytes.fromhex(TOLD["iv"])
    made = sealed_document(TEXT, TOLD["passphrase"], salt=salt, iv=iv)
    told = told_document()
    assert {name: told[name] for name in told if name != "data"} == {
        name: made[name] for name in made if name != "data"
    }
    assert opened_text(made, TOLD["passphrase"]) == TEXT


def test_the_numbers_are_those_of_the_code() -> None:
    assert f"| `iterations` | {sealing.ITERATIONS:,} |" in PAGE
    assert f"more than {sealing.MOST_ITERATIONS:,} rounds" in PAGE
    assert f"| `salt` | {sealing.SALT_BYTES} random bytes, base64 |" in PAGE
    assert f"| `iv` | {sealing.IV_BYTES} random bytes, base64 |" in PAGE
    assert f"whole number of {sealing.BLOCK_BYTES:,} bytes" in PAGE
    assert f"associated data `{sealing.ASSOCIATED.decode()}`" in PAGE
