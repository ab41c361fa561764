"""A reply to a file: what its reader wrote, in a file that goes back to her.

Convention: it comes from somebody else's machine, so nothing in it is believed before it was
looked at, and every failure is a sentence for her. The format: docs/sharing/reply_file.md.
"""

import json
import re
import zlib
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeGuard

from journal.domain.errors import JournalError
from journal.domain.replies import MOST_REPLIES, RepliesTooMany, Reply
from journal.sharing.reply_json import NotAReply, reply_from, reply_json
from journal.sharing.sealing import (
    APP,
    IV_BYTES,
    MOST_ITERATIONS,
    SALT_BYTES,
    SealedFormat,
    SealWrong,
    open_document,
    opened_packed,
    sealed_document,
)

REPLY: Final = SealedFormat("reply", 1, b"Tending reply 1")
# A thousand long letters fit; a file that was made to fill a memory does not.
LARGEST_FILE_BYTES: Final = 8 * 1024 * 1024
LARGEST_TEXT_BYTES: Final = 16 * 1024 * 1024

_Json: TypeAlias = Mapping[str, object]
_GRANT_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


class NotAReplyFile(JournalError):
    """A file that is something else."""

    def __init__(self) -> None:
        super().__init__(
            "This file is no reply. Please choose the one whose name begins with "
            "tending-reply, as the person you shared with sent it to you."
        )


class ReplyFileNewer(JournalError):
    """A reply in a format that came later."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"This reply is written in format {number}, which is newer than this Tending reads. "
            "Please bring Tending up to date, and choose the file again."
        )


class ReplyFileDamaged(JournalError):
    """A reply that cannot be read to its end."""

    def __init__(self) -> None:
        super().__init__(
            "This reply cannot be read; it may have been damaged on its way. "
            "Please ask for it to be sent again. Nothing was brought in."
        )


class ReplyFileTooLarge(JournalError):
    """A file larger than a reply can be."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"This file is larger than a reply can be, which is {most // (1024 * 1024)} MB. "
            "Please see whether it is the right one."
        )


class PassphraseNeeded(JournalError):
    """A sealed reply, and no passphrase."""

    def __init__(self) -> None:
        super().__init__("This reply is sealed. Please type the passphrase of the file it answers.")


class ReplyPassphraseWrong(JournalError):
    """A passphrase that does not open a reply, or a reply that was changed."""

    def __init__(self) -> None:
        super().__init__(
            "That passphrase does not open this reply. It is the one of the file it answers; small "
            "and capital letters count. A reply that was damaged on its way cannot be told from a "
            "wrong passphrase; ask for it to be sent again."
        )


@dataclass(frozen=True, slots=True)
class ReplyFile:
    """What a reply file holds.

    Attributes:
        grant_id: The grant of the file it answers; as its writer says, so look it up.
        replies: As they may be kept, in the order they were written; at least one.
    """

    grant_id: str
    replies: tuple[Reply, ...]


def read_reply(content: bytes, passphrase: str | None) -> ReplyFile:
    """Read a reply.

    Args:
        content: The file.
        passphrase: As typed; not looked at where the file is open.

    Raises:
        NotAReplyFile, ReplyFileNewer, ReplyFileTooLarge, ReplyFileDamaged: With any passphrase.
        PassphraseNeeded, ReplyPassphraseWrong: It is sealed.
        RepliesTooMany: More than one grant has room for.
    """
    document = _document(content)
    if "open" in document:
        packed = _bytes(document["open"])
    elif passphrase is None or not passphrase.strip():
        raise PassphraseNeeded
    else:
        packed = _unsealed(document, passphrase)
    return _reply_file(_unpacked(packed))


def written_reply(
    reply: ReplyFile,
    passphrase: str | None,
    *,
    salt: bytes | None = None,
    iv: bytes | None = None,
) -> bytes:
    """Write a reply as the desk in the browser does.

    Args:
        reply: What it says.
        passphrase: Of the file it answers; None for an open one.
        salt: As for `sealed_document`.
        iv: Likewise.
    """
    said = {"grant": reply.grant_id, "replies": [reply_json(one) for one in reply.replies]}
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    if passphrase is None:
        document = open_document(text, REPLY)
    else:
        document = sealed_document(text, passphrase, REPLY, salt=salt, iv=iv)
    return json.dumps(document).encode()


def _document(content: bytes) -> _Json:
    """Return what stands in the clear, of a reply in the format read here."""
    if len(content) > LARGEST_FILE_BYTES:
        raise ReplyFileTooLarge(LARGEST_FILE_BYTES)
    document = _parsed(content)
    if not isinstance(document, dict) or document.get("app") != APP:
        raise NotAReplyFile
    number = document.get(REPLY.name)
    if not _is_whole(number) or number < REPLY.number:
        raise NotAReplyFile
    if number > REPLY.number:
        raise ReplyFileNewer(number)
    return document


def _parsed(content: bytes) -> object:
    """Return JSON as it stands; None for everything else."""
    try:
        parsed: object = json.loads(content)
    # Too deep a nesting, or a number of thousands of digits, is no file of ours either.
    except (ValueError, RecursionError):
        return None
    return parsed


def _unsealed(document: _Json, passphrase: str) -> bytes:
    iterations, data = document.get("iterations"), document.get("data")
    salt, iv = _bytes(document.get("salt")), _bytes(document.get("iv"))
    known = _is_whole(iterations) and 1 <= iterations <= MOST_ITERATIONS
    if not known or len(salt) != SALT_BYTES or len(iv) != IV_BYTES or not _bytes(data):
        raise ReplyFileDamaged
    # Every one of them was looked at above.
    sealed = {name: document[name] for name in ("iterations", "salt", "iv", "data")}
    try:
        return opened_packed(sealed, passphrase, REPLY)  # type: ignore[arg-type]  # as said above
    except SealWrong:
        raise ReplyPassphraseWrong from None


def _unpacked(packed: bytes) -> object:
    """Unpack no more than a reply can be."""
    packer = zlib.decompressobj()
    try:
        text = packer.decompress(packed, LARGEST_TEXT_BYTES)
    except zlib.error:
        raise ReplyFileDamaged from None
    if packer.unconsumed_tail:
        raise ReplyFileTooLarge(LARGEST_TEXT_BYTES)
    if not packer.eof:
        raise ReplyFileDamaged
    return _parsed(text)


def _reply_file(said: object) -> ReplyFile:
    if not isinstance(said, dict) or said.keys() != {"grant", "replies"}:
        raise ReplyFileDamaged
    grant_id, replies = said["grant"], said["replies"]
    if not isinstance(grant_id, str) or not _GRANT_ID.fullmatch(grant_id):
        raise ReplyFileDamaged
    if not isinstance(replies, list) or not replies:
        raise ReplyFileDamaged
    if len(replies) > MOST_REPLIES:
        raise RepliesTooMany(MOST_REPLIES)
    try:
        return ReplyFile(grant_id, tuple(map(reply_from, replies)))
    except NotAReply:
        raise ReplyFileDamaged from None


def _bytes(said: object) -> bytes:
    if not isinstance(said, str):
        raise ReplyFileDamaged
    try:
        return b64decode(said, validate=True)
    except ValueError:
        raise ReplyFileDamaged from None


def _is_whole(said: object) -> TypeGuard[int]:
    return isinstance(said, int) and not isinstance(said, bool)
