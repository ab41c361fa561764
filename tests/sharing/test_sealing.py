"""What is sealed opens with its passphrase and nothing else, and tells little of its size."""

from base64 import b64decode, b64encode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.environment import PROJECT
from journal.sharing import sealing
from journal.sharing.sealing import SealWrong, open_document, opened_text, sealed_document

PASSPHRASE = "four words, none together"  # noqa: S105  # of a test


@pytest.fixture(autouse=True)
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seal quickly; the number of rounds is held against the page that tells it."""
    monkeypatch.setattr(sealing, "ITERATIONS", 2)


@given(text=st.text(st.characters(exclude_categories=("Cs",)), max_size=2_000))
@settings(max_examples=50)
def test_what_is_sealed_comes_out_as_it_was(text: str) -> None:
    assert text == opened_text(sealed_document(text, PASSPHRASE), PASSPHRASE)


@pytest.mark.parametrize("typed", [" four words, none together\n", "four words, none together "])
def test_blanks_around_a_passphrase_do_not_count(typed: str) -> None:
    assert opened_text(sealed_document("x", PASSPHRASE), typed) == "x"


def test_a_letter_typed_in_two_ways_is_the_same_letter() -> None:
    assert opened_text(sealed_document("x", "caf\u00e9 au lait"), "cafe\u0301 au lait") == "x"


@pytest.mark.parametrize("wrong", ["", "x", "Four words, none together", PASSPHRASE + "."])
def test_another_passphrase_opens_nothing(wrong: str) -> None:
    with pytest.raises(SealWrong):
        opened_text(sealed_document("hers", PASSPHRASE), wrong)


@pytest.mark.parametrize("place", [0, 5_000, -1])
def test_a_changed_file_opens_nothing(place: int) -> None:
    document = sealed_document("hers", PASSPHRASE)
    data = bytearray(b64decode(str(document["data"])))
    data[place] ^= 1
    with pytest.raises(SealWrong):
        opened_text(document | {"data": b64encode(data).decode()}, PASSPHRASE)


def test_the_same_text_is_never_sealed_the_same_way() -> None:
    documents = [sealed_document("hers", PASSPHRASE) for _ in range(20)]
    for name in ("salt", "iv", "data"):
        assert len({document[name] for document in documents}) == 20


def test_nothing_but_the_app_and_the_seal_stands_in_the_clear() -> None:
    document = sealed_document("hers", PASSPHRASE)
    assert set(document) == {"app", "format", "iterations", "salt", "iv", "data"}
    assert document["app"] == "Tending"


def test_a_line_and_a_page_are_of_one_size() -> None:
    sizes = {
        len(str(sealed_document("a word " * times, PASSPHRASE)["data"])) for times in (0, 1, 999)
    }
    assert len(sizes) == 1


def test_an_open_document_names_no_seal() -> None:
    assert set(open_document("hers")) == {"app", "format", "open"}


def test_the_browser_takes_on_as_much_work_as_the_journal() -> None:
    script = (PROJECT / "journal/sharing/reader/unseal.js").read_text(encoding="utf-8")
    assert f"const MOST_ROUNDS = {sealing.MOST_ITERATIONS:_};" in script
    assert sealing.MOST_ITERATIONS == 10 * 600_000
