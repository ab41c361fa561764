"""A passphrase that is easily guessed is called so, and one that is not is offered."""

import pytest

from journal.exchange.record.passphrases import SHORTEST_STRONG, offered_passphrase, weakness


def test_an_offered_passphrase_is_strong_and_never_the_same() -> None:
    offered = {offered_passphrase() for _ in range(50)}
    assert len(offered) == 50
    assert {None} == {weakness(passphrase) for passphrase in offered}
    assert all(len(passphrase) == 23 for passphrase in offered)


@pytest.mark.parametrize(
    "passphrase",
    ["", "a", "hunter2", "Annabelle1987", "aaaaaaaaaaaaaaaaaaaaaaaa", "12345678901234567890"],
)
def test_a_short_passphrase_or_one_of_runs_is_called_weak(passphrase: str) -> None:
    assert "weak" in (weakness(passphrase) or "")


def test_a_passphrase_of_a_few_letters_again_and_again_is_called_weak() -> None:
    assert "repeats" in (weakness("maxmaxmaxmaxmaxmax") or "")


def test_four_words_are_not_called_weak() -> None:
    assert weakness("gull lantern seven mustard") is None
    assert weakness("pears and gulls") is None
    assert len("pears and gulls") == SHORTEST_STRONG
