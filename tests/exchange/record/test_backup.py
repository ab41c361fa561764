"""A backup: it opens as what it was, with ordinary programs too, and hostile files are refused."""

import gzip
import json
import time
import zlib
from functools import cache

import pyrage
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from journal.domain.snapshot import RecordSnapshot
from journal.exchange.importing.errors import FileUnreadable, NestedTooDeep
from journal.exchange.record.backup import (
    backup_name,
    is_backup,
    open_backup,
    packed_backup,
    sealed_backup,
)
from journal.exchange.record.errors import (
    BackupDamaged,
    BackupSealed,
    NoRecord,
    PassphraseWrong,
    RecordTooLarge,
    SealNotOurs,
    SealTooHeavy,
)
from journal.exchange.record.reading import LARGEST_RECORD, MOST_VALUES
from journal.exchange.record.sealing import AGE_START, HEAVIEST_WORK
from tests.exchange.record.journals import TODAY, filled_journal, text_of

PASSPHRASE = "Zwölf graue Möwen"  # noqa: S105  # of files made here


@cache
def taken() -> RecordSnapshot:
    return filled_journal().snapshot()


@cache
def packed() -> bytes:
    return packed_backup(taken(), TODAY)


@cache
def sealed() -> bytes:
    return sealed_backup(taken(), TODAY, PASSPHRASE)


def heavier(work: int) -> bytes:
    """Return the sealed backup with another work factor written into its head."""
    start, stanza, rest = sealed().split(b"\n", 2)
    return b"\n".join([start, stanza.rsplit(b" ", 1)[0] + b" %d" % work, rest])


def test_a_backup_is_the_record_packed() -> None:
    assert text_of(taken()) == gzip.decompress(packed())
    assert taken() == open_backup(packed()).snapshot
    assert taken() == open_backup(text_of(taken())).snapshot
    assert packed() == packed_backup(taken(), TODAY)


def test_a_sealed_backup_opens_with_its_passphrase_however_its_accents_are_typed() -> None:
    decomposed = PASSPHRASE.replace("ö", "o\u0308")
    assert taken() == open_backup(sealed(), f" {decomposed}\n").snapshot


def test_a_sealed_backup_opens_with_nothing_else() -> None:
    with pytest.raises(PassphraseWrong):
        open_backup(sealed(), "Zwölf graue Möwe")
    with pytest.raises(BackupSealed):
        open_backup(sealed())


def test_any_age_program_opens_a_sealed_backup() -> None:
    assert packed() == pyrage.passphrase.decrypt(sealed(), PASSPHRASE)


def test_a_seal_that_would_take_gigabytes_is_refused_at_once() -> None:
    begun = time.monotonic()
    with pytest.raises(SealTooHeavy, match="work factor 63"):
        open_backup(heavier(63), PASSPHRASE)
    with pytest.raises(SealTooHeavy):
        open_backup(heavier(HEAVIEST_WORK + 1), PASSPHRASE)
    assert time.monotonic() - begun < 1


def test_what_was_sealed_for_a_key_is_told_apart() -> None:
    recipient = pyrage.x25519.Identity.generate().to_public()
    with pytest.raises(SealNotOurs):
        open_backup(pyrage.encrypt(packed(), [recipient]), PASSPHRASE)


def test_a_packed_file_that_bursts_is_refused_before_it_does() -> None:
    packing = zlib.compressobj(9, wbits=31)
    bomb = packing.compress(bytes(LARGEST_RECORD + 1_000_000)) + packing.flush()
    assert len(bomb) < 200_000
    with pytest.raises(RecordTooLarge):
        open_backup(bomb)


def test_a_file_of_millions_of_nothings_is_refused() -> None:
    with pytest.raises(RecordTooLarge):
        open_backup(gzip.compress(b'{"format": [' + b"[]," * MOST_VALUES + b"0]}", 1))


def test_a_file_larger_than_is_taken_is_refused() -> None:
    with pytest.raises(RecordTooLarge, match="more than 120 MB"):
        open_backup(b"{" + bytes(LARGEST_RECORD))


def test_a_backup_nested_without_end_is_refused() -> None:
    with pytest.raises(NestedTooDeep):
        open_backup(gzip.compress(b'{"format": ' + b"[" * 200_000))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", NoRecord),
        (b"date,mood\n", NoRecord),
        (b"PK\x03\x04", NoRecord),
        (gzip.compress(b"hello", mtime=0), NoRecord),
        (gzip.compress(b'{"format": "diary"}', mtime=0), NoRecord),
        (b"\x1f\x8b\x08", BackupDamaged),
        (AGE_START, BackupDamaged),
        (AGE_START + b"-> scrypt\n", BackupDamaged),
        (AGE_START + b"-> scrypt AAAA\n", BackupDamaged),
    ],
)
def test_what_is_no_backup_is_refused_in_a_sentence(
    content: bytes, kind: type[FileUnreadable]
) -> None:
    with pytest.raises(kind):
        open_backup(content, PASSPHRASE)


def test_a_backup_cut_off_or_followed_by_something_is_refused() -> None:
    for content in (packed()[:-1], packed()[:200], packed() + b"x", packed() + packed()):
        with pytest.raises(BackupDamaged):
            open_backup(content)


@given(data=st.data())
@hypothesis_settings(max_examples=150)
def test_no_byte_changed_in_a_backup_makes_opening_crash(data: st.DataObject) -> None:
    content = bytearray(packed())
    for _ in range(data.draw(st.integers(1, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        opened = open_backup(bytes(content))
    except FileUnreadable:
        return
    assert opened == open_backup(packed())  # a byte of the head that says nothing


@pytest.mark.parametrize("cut", [0, 30, 100, 130, 160, 200, -5])
def test_a_sealed_backup_damaged_anywhere_is_refused_in_a_sentence(cut: int) -> None:
    light = heavier(1)
    for content in (light[:cut], light[:cut] + b"\xff" + light[cut:]):
        with pytest.raises(FileUnreadable):
            open_backup(content, PASSPHRASE)


def test_a_backup_is_told_by_its_content() -> None:
    indented = json.dumps(json.loads(gzip.decompress(packed())), indent=1).encode()
    for content in (packed(), sealed(), gzip.decompress(packed()), indented):
        assert is_backup(content[:200])
    for content in (b"", b"{}", b"date,mood\n", gzip.compress(b"hello"), b"\x1f\x8b\x08x"):
        assert not is_backup(content)


def test_the_name_tells_the_day_and_whether_it_is_sealed() -> None:
    assert backup_name(TODAY, is_sealed=False) == "tending-backup-2026-11-23.json.gz"
    assert backup_name(TODAY, is_sealed=True) == "tending-backup-2026-11-23.json.gz.age"
