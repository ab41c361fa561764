"""A reply file says what was written into it, and anything else is a sentence for her."""

import json
import re
import zlib
from base64 import b64decode, b64encode
from datetime import date
from hashlib import pbkdf2_hmac, sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.errors import JournalError
from journal.domain.replies import LONGEST_AGREED, MOST_REPLIES, RepliesTooMany, Reply, ReplyKind
from journal.environment import PROJECT
from journal.sharing import reply_file, sealing
from journal.sharing.reply_file import (
    NotAReplyFile,
    PassphraseNeeded,
    ReplyFile,
    ReplyFileDamaged,
    ReplyFileNewer,
    ReplyFileTooLarge,
    ReplyPassphraseWrong,
    read_reply,
    written_reply,
)
from journal.sharing.sealed_file import page_of
from journal.sharing.sealing import open_document, sealed_document

PASSPHRASE = "four words, none together"  # noqa: S105  # of a test
WORDS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"))
TRIMMED = WORDS.map(str.strip)
REPLIES = st.builds(
    Reply,
    kind=st.sampled_from(ReplyKind),
    words=TRIMMED.filter(bool).filter(lambda words: len(words) <= LONGEST_AGREED),
    date=st.none() | st.dates(),
    subject=TRIMMED.filter(lambda words: len(words) <= 80),
    title=TRIMMED.filter(lambda words: len(words) <= 200),
    moment=st.sampled_from(["", "long_hug", "own_tea"]),
)
FILES = st.builds(
    ReplyFile,
    grant_id=st.from_regex(r"[A-Za-z0-9_-]{1,64}", fullmatch=True),
    replies=st.lists(REPLIES, min_size=1, max_size=5).map(tuple),
)
ONE = ReplyFile("a1", (Reply(ReplyKind.COMMENT, "Thank you"),))


@pytest.fixture(autouse=True)
def few_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seal quickly; the number of rounds is held against the page that tells it."""
    monkeypatch.setattr(sealing, "ITERATIONS", 2)


def packed(text: str) -> dict[str, Any]:
    return dict(open_document(text, reply_file.REPLY))


def saying(**changed: object) -> bytes:
    """Write an open file whose text is that of a good one, changed."""
    said = {"grant": "a1", "replies": [{"kind": "comment", "words": "Thank you"}]}
    return json.dumps(packed(json.dumps(said | changed))).encode()


@given(file=FILES, passphrase=st.none() | st.just(PASSPHRASE))
@settings(max_examples=60)
def test_what_was_written_is_what_is_read(file: ReplyFile, passphrase: str | None) -> None:
    assert file == read_reply(written_reply(file, passphrase), passphrase)


@given(file=FILES, passphrase=st.none() | st.just(PASSPHRASE), data=st.data())
@settings(max_examples=100)
def test_a_damaged_file_is_a_sentence_or_the_same_words(
    file: ReplyFile, passphrase: str | None, data: st.DataObject
) -> None:
    content = bytearray(written_reply(file, passphrase))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.just(len(content)) | st.integers(0, len(content)))
    try:
        read = read_reply(bytes(content[:end]), PASSPHRASE)
    except JournalError:
        return
    assert passphrase is None or file == read  # an open file can be changed


@given(content=st.binary(max_size=200))
def test_any_bytes_are_no_reply(content: bytes) -> None:
    with pytest.raises(NotAReplyFile):
        read_reply(content, None)


NESTED: st.SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(value=NESTED, name=st.sampled_from(["iterations", "salt", "iv", "data", "open", "reply"]))
@settings(max_examples=80)
def test_any_value_in_the_clear_is_a_sentence(value: object, name: str) -> None:
    document = json.loads(written_reply(ONE, PASSPHRASE))
    with pytest.raises(JournalError):
        read_reply(json.dumps(document | {name: value}).encode(), PASSPHRASE)


@given(value=NESTED, name=st.sampled_from(["kind", "words", "date", "subject", "more"]))
@settings(max_examples=80)
def test_any_value_within_is_a_sentence_or_a_reply(value: object, name: str) -> None:
    said = {"kind": "comment", "words": "Thank you", name: value}
    try:
        read = read_reply(saying(replies=[said]), None)
    except ReplyFileDamaged:
        return
    assert name in {"words", "subject", "date"}
    assert len(read.replies) == 1


@pytest.mark.parametrize("passphrase", [None, "", "  "])
def test_a_sealed_reply_asks_for_its_passphrase(passphrase: str | None) -> None:
    with pytest.raises(PassphraseNeeded):
        read_reply(written_reply(ONE, PASSPHRASE), passphrase)


def test_another_passphrase_opens_nothing() -> None:
    with pytest.raises(ReplyPassphraseWrong):
        read_reply(written_reply(ONE, PASSPHRASE), PASSPHRASE.title())


def test_an_open_reply_needs_no_passphrase_and_takes_any() -> None:
    for passphrase in (None, "anything"):
        assert read_reply(written_reply(ONE, None), passphrase) == ONE


def test_a_shared_file_is_no_reply_sealed_or_not() -> None:
    for document in (sealed_document("hers", PASSPHRASE), open_document("hers")):
        for content in (json.dumps(document).encode(), page_of(document)):
            with pytest.raises(NotAReplyFile):
                read_reply(content, PASSPHRASE)


def test_what_was_sealed_as_a_file_does_not_open_as_a_reply() -> None:
    document = dict(sealed_document("{}", PASSPHRASE))
    document["reply"] = document.pop("format")
    with pytest.raises(ReplyPassphraseWrong):
        read_reply(json.dumps(document).encode(), PASSPHRASE)


def test_a_newer_format_asks_for_a_newer_tending() -> None:
    document = json.loads(written_reply(ONE, PASSPHRASE)) | {"reply": 2}
    with pytest.raises(ReplyFileNewer, match="format 2"):
        read_reply(json.dumps(document).encode(), PASSPHRASE)


@pytest.mark.parametrize("rounds", [6_000_001, 10**12, 0, -1, 2.5, "2", True])
def test_no_file_asks_for_hours_of_work_or_for_what_is_no_number(rounds: object) -> None:
    document = json.loads(written_reply(ONE, PASSPHRASE)) | {"iterations": rounds}
    with pytest.raises(ReplyFileDamaged):
        read_reply(json.dumps(document).encode(), PASSPHRASE)


def test_no_file_fills_the_memory() -> None:
    with pytest.raises(ReplyFileTooLarge):
        read_reply(b" " * (reply_file.LARGEST_FILE_BYTES + 1), None)
    bomb = b64encode(zlib.compress(bytes(reply_file.LARGEST_TEXT_BYTES + 1))).decode()
    with pytest.raises(ReplyFileTooLarge):
        read_reply(json.dumps(packed("") | {"open": bomb}).encode(), None)


def test_no_more_replies_than_one_grant_has_room_for() -> None:
    many = [{"kind": "comment", "words": str(place)} for place in range(MOST_REPLIES + 1)]
    assert len(read_reply(saying(replies=many[1:]), None).replies) == MOST_REPLIES
    with pytest.raises(RepliesTooMany):
        read_reply(saying(replies=many), None)


@pytest.mark.parametrize(
    "changed",
    [
        {"grant": ""},
        {"grant": "a b"},
        {"grant": 7},
        {"replies": []},
        {"replies": {}},
        {"replies": ["Thank you"]},
        {"replies": [{"kind": "comment", "words": " \x00 "}]},
        {"replies": [{"kind": "agreed", "words": "x" * (LONGEST_AGREED + 1)}]},
        {"replies": [{"kind": "order", "words": "x"}]},
        {"replies": [{"kind": "comment", "words": "x", "date": "2026-02-30"}]},
        {"replies": [{"kind": "comment", "words": "x", "date": "20260203"}]},
        {"replies": [{"kind": "comment", "words": "x", "answer": "y"}]},
        {"more": 1},
    ],
)
def test_what_the_format_does_not_know_is_taken_as_damage(changed: dict[str, object]) -> None:
    with pytest.raises(ReplyFileDamaged):
        read_reply(saying(**changed), None)


def test_a_file_nested_without_end_is_no_reply() -> None:
    with pytest.raises(NotAReplyFile):
        read_reply(b"[" * 200_000, None)
    with pytest.raises(ReplyFileDamaged):
        read_reply(json.dumps(packed("[" * 200_000)).encode(), None)


# What docs/sharing/reply_file.md tells, opened by this code and made by its numbers.
PAGE = (PROJECT / "docs/sharing/reply_file.md").read_text(encoding="utf-8")
TOLD = dict(re.findall(r"^\| ([\w -]+?) \| `([^`]+)` \|$", PAGE, re.MULTILINE))
TEXT = re.findall(r"^```json\n(.*?)\n```$", PAGE, re.MULTILINE | re.DOTALL)[0]
TOLD_FILE = ReplyFile(
    "9f2c41d07b5e4a63",
    (
        Reply(
            ReplyKind.COMMENT,
            "The second week looks calmer – do you see it too?",
            date(2026, 6, 9),
            "ratings",
            "Ratings day by day",
        ),
        Reply(ReplyKind.AGREED, "Walk together on Sunday", moment="walk_together"),
    ),
)


def test_the_vector_of_the_format_is_what_is_written_and_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sealing, "ITERATIONS", 600_000)
    salt, iv = bytes.fromhex(TOLD["salt"]), bytes.fromhex(TOLD["iv"])
    content = written_reply(TOLD_FILE, TOLD["passphrase"], salt=salt, iv=iv)
    assert read_reply(content, TOLD["passphrase"]) == TOLD_FILE
    data = json.loads(content)["data"]
    assert sha256(b64decode(data)).hexdigest() == TOLD["SHA-256 of the data"]
    assert data.endswith(TOLD["last 24 letters of the data"])
    key = pbkdf2_hmac("sha256", TOLD["passphrase"].encode(), salt, 600_000, 32)
    assert TOLD["key"] == key.hex()
    assert zlib.decompress(bytes.fromhex(TOLD["packed text"])).decode() == TEXT


def test_the_numbers_of_the_page_are_those_of_the_code() -> None:
    assert f"associated data `{reply_file.REPLY.associated.decode()}`" in PAGE
    assert f"{reply_file.LARGEST_FILE_BYTES // 1024**2} MB is read" in PAGE
    assert f"{reply_file.LARGEST_TEXT_BYTES // 1024**2} MB unpacked" in PAGE
    assert f"{sealing.MOST_ITERATIONS:,} rounds" in PAGE
    assert f"1–{MOST_REPLIES:,} of them" in PAGE
