"""Secrets in addresses: long, never twice, found by a digest that gives nothing away."""

from base64 import urlsafe_b64decode
from hashlib import sha256

import pytest

from journal.domain.link_secrets import is_secret, new_secret, same_digest, secret_digest


def test_a_secret_is_256_bits_in_letters_an_address_can_hold() -> None:
    secret = new_secret()
    assert len(urlsafe_b64decode(f"{secret}=")) == 32
    assert is_secret(secret)


def test_no_two_secrets_are_alike() -> None:
    assert len({new_secret() for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x" * 42,
        "x" * 44,
        "x" * 42 + "/",
        "x" * 42 + ".",
        "x" * 42 + "é",
        "x" * 42 + "\n",
        "x" * 43 + "\n",
        "x" * 42 + "\x00",
        "x" * 42 + "\ud83d",
        "'; DROP TABLE owner; --" + "x" * 20,
    ],
)
def test_what_has_not_the_form_of_a_secret_is_none(text: str) -> None:
    assert not is_secret(text)


def test_the_digest_is_sha_256_in_hexadecimal() -> None:
    assert sha256(b"abc").hexdigest() == secret_digest("abc")


def test_digests_are_the_same_only_of_the_same_secret() -> None:
    one, other = new_secret(), new_secret()
    assert same_digest(secret_digest(one), secret_digest(one))
    assert not same_digest(secret_digest(one), secret_digest(other))
