"""A chosen file on the disk, and how it is gone through: bounded, in steps, stoppable."""

import io
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from journal.exchange.importing import kept_file
from journal.exchange.importing.app_words import compared, plain_words
from journal.exchange.importing.chosen_file_errors import FileGone
from journal.exchange.importing.errors import (
    ArchiveUnreadable,
    FileEmpty,
    FileTooLarge,
    FormatUnknown,
    RecordTooLargeHere,
)
from journal.exchange.importing.file_reading import FileReading
from journal.exchange.importing.kept_file import KeptFile, files_folder, free_bytes
from journal.exchange.importing.parsed import NO_CHOICES
from journal.exchange.importing.upload import HEAD_BYTES, LARGEST_UPLOAD, Upload
from journal.exchange.record.writing import FORMAT
from tests.builders import on
from tests.exchange.importing.app_files import drip, zipped
from tests.exchange.importing.apple_files import export, flow

DRIP = drip({"date": "2026-03-05", "bleeding.value": "2"})
LARGE = export(flow("2026-03-05"), "\n" * (LARGEST_UPLOAD + 1), flow("2026-03-06"))


def kept(content: bytes, folder: Path) -> KeptFile:
    """Keep a file on the disk."""
    file = KeptFile(folder)
    file.write(content)
    return file


def test_what_is_kept_is_read_back_from_any_place(tmp_path: Path) -> None:
    file = kept(b"one", tmp_path)
    file.write(b" two")
    with file.open() as there, file.open() as back:
        assert there.read() == b"one two"
        assert back.seek(-3, io.SEEK_END) == 4
        assert back.read() == b"two"
        assert back.seek(1) == 1
        assert (back.read(2), back.tell()) == (b"ne", 3)


def test_the_file_has_no_name_or_is_its_owners_alone(tmp_path: Path) -> None:
    file = kept(b"private", tmp_path)
    for visible in tmp_path.iterdir():
        assert stat.S_IMODE(visible.stat().st_mode) == 0o600
    assert sys.platform == "win32" or list(tmp_path.iterdir()) == []
    file.put_away()
    assert list(tmp_path.iterdir()) == []


def test_a_file_put_away_says_so_to_whoever_reads_it_still(tmp_path: Path) -> None:
    file = kept(b"x" * 10, tmp_path)
    reader = file.open()
    file.put_away()
    with pytest.raises(FileGone, match="choose it again"):
        reader.read()
    with pytest.raises(FileGone):
        file.write(b"more")


def test_files_lie_on_the_disk_unless_a_folder_was_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(kept_file, "_ON_DISK", tmp_path)
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.delenv(name, raising=False)
    assert tmp_path == files_folder()
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(kept_file, "_ON_DISK", tmp_path / "elsewhere")
    assert tmp_path / "elsewhere" != files_folder()
    assert free_bytes(tmp_path) > 0


def test_an_upload_is_the_same_in_memory_and_on_the_disk(tmp_path: Path) -> None:
    there, back = Upload("x", DRIP), Upload("x", kept(DRIP, tmp_path))
    for upload in (there, back):
        assert (DRIP, DRIP, len(DRIP), True) == (
            upload.content,
            upload.head,
            upload.size,
            upload.is_small,
        )
        with upload.open() as file:
            assert file.read() == DRIP


def test_of_a_large_file_only_the_head_is_ever_in_memory(tmp_path: Path) -> None:
    upload = Upload("x", kept(LARGE, tmp_path))
    assert LARGE[:HEAD_BYTES] == upload.head
    with pytest.raises(FileTooLarge):
        assert upload.content


def test_a_file_of_blanks_is_empty_on_the_disk_too(tmp_path: Path) -> None:
    with pytest.raises(FileEmpty):
        Upload("x", kept(b" \n", tmp_path))


def test_a_small_file_is_read_at_once_and_put_away(tmp_path: Path) -> None:
    file = kept(DRIP, tmp_path)
    reading = FileReading(Upload("x", file), file.put_away)
    assert reading.go_on(0)
    with pytest.raises(FileGone):
        file.write(b"")
    assert [on("2026-03-05")] == list(reading.parsed(NO_CHOICES).days)


def test_a_large_file_is_read_in_steps_that_say_how_far_it_is(tmp_path: Path) -> None:
    file = kept(LARGE, tmp_path)
    reading = FileReading(Upload("x", file), file.put_away)
    seen = []
    while not reading.go_on(0):
        seen.append(reading.done)
    assert len(seen) > 100
    assert sorted(seen) == seen
    assert (len(LARGE), len(LARGE)) == (reading.done, reading.total)
    with pytest.raises(FileGone):
        file.write(b"")
    days = [on("2026-03-05"), on("2026-03-06")]
    assert days == list(reading.parsed(NO_CHOICES).days)


def test_a_reading_that_is_closed_goes_no_further(tmp_path: Path) -> None:
    file = kept(LARGE, tmp_path)
    reading = FileReading(Upload("x", file), file.put_away)
    assert not reading.go_on(0)
    reading.close()
    for _ in range(2):
        with pytest.raises(FileGone):
            reading.go_on(0)


def test_a_file_nobody_knows_says_so_each_time_and_stays_at_hand_for_a_table() -> None:
    reading = FileReading(Upload("x", b"a,b\n1,2\n"))
    for _ in range(2):
        with pytest.raises(FormatUnknown):
            reading.go_on(1)
    assert reading.small is not None
    assert reading.small.content == b"a,b\n1,2\n"


def test_a_large_file_of_another_kind_is_said_to_be_too_large(tmp_path: Path) -> None:
    file = kept(DRIP + b"\n" * LARGEST_UPLOAD, tmp_path)
    with pytest.raises(FileTooLarge, match="up to 50 MB"):
        FileReading(Upload("x", file), file.put_away).go_on(1)
    with pytest.raises(FileGone):
        file.write(b"")


def test_a_large_record_of_our_own_is_told_where_it_opens(tmp_path: Path) -> None:
    start = b'{"format": "' + FORMAT.encode() + b'", "days": ['
    file = kept(start + b"\n" * LARGEST_UPLOAD, tmp_path)
    with pytest.raises(RecordTooLargeHere, match=r"with 50 MB; up to 50 MB .* section “Backup”"):
        FileReading(Upload("x", file), file.put_away).go_on(1)


def test_a_large_zip_that_is_cut_off_is_said_to_be(tmp_path: Path) -> None:
    file = kept(zipped(DRIP)[:60] + b"x" * LARGEST_UPLOAD, tmp_path)
    with pytest.raises(ArchiveUnreadable):
        FileReading(Upload("x", file), file.put_away).go_on(1)


def test_a_page_closed_while_a_file_is_read_ends_the_reading(tmp_path: Path) -> None:
    file = kept(LARGE, tmp_path)
    reading = FileReading(Upload("x", file), file.put_away)
    assert not reading.go_on(0)
    with ThreadPoolExecutor(1) as elsewhere:
        read_on = elsewhere.submit(reading.go_on, 60)
        reading.close()
        with pytest.raises(FileGone):
            read_on.result()


def test_no_word_of_a_file_is_remembered_once_it_was_read() -> None:
    tag = b'[{"type": "tags", "id": 1, "date": "2026-03-05", "value": [{"option": "tag 7"}]}]'
    reading = FileReading(Upload("", tag))
    assert any("tag 7" in question.words for question in reading.parsed(NO_CHOICES).questions)
    assert plain_words.cache_info().currsize == 0
    assert compared.cache_info().currsize == 0
