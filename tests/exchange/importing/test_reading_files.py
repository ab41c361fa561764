import base64
import json
import time
import tracemalloc
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.exchange.importing.errors import (
    ArchiveLocked,
    ArchiveTooLarge,
    ArchiveUnreadable,
    ColumnTwice,
    FileEmpty,
    FileTooLarge,
    FileUnreadable,
    FormatUnknown,
    NotText,
    TooManyLines,
)
from journal.exchange.importing.formats import IMPORTERS
from journal.exchange.importing.tables import MOST_CELLS, MOST_ROWS
from journal.exchange.importing.upload import LARGEST_UPLOAD
from tests.builders import on
from tests.exchange.importing.app_files import (
    backup_document,
    daylio,
    daylio_backup,
    drip,
    read,
    zipped,
)
from tests.exchange.importing.fuzz import assert_read_or_refused

DRIP_ROW = {
    "date": "2026-03-05",
    "bleeding.value": "2",
    "temperature.value": "36.5",
    "note.value": '"a, ""b""\nc"',
    "desire.value": "1",
    "sex.partner": "true",
    "pain.cramps": "true",
}
VALID = {
    "drip": drip(DRIP_ROW, {**DRIP_ROW, "date": "2026-03-04"}),
    "daylio": daylio(
        {"time": "9:30 PM", "activities": "a | b", "note": 'one\n"two"', "note_title": "t"},
        {"mood": "own", "note": "<b>x</b>"},
    ),
    "backup": daylio_backup({"tags": [7], "note": "x"}, {"mood": 1, "day": 4}),
    "plain backup": zipped(
        base64.b64encode(json.dumps(backup_document({})).encode()), packing=zipfile.ZIP_STORED
    ),
}


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (VALID["drip"], "drip CSV"),
        (VALID["daylio"], "Daylio CSV"),
        (VALID["backup"], "Daylio backup"),
    ],
)
def test_a_file_is_known_by_its_content(content: bytes, name: str) -> None:
    assert read(content).format == name


def test_no_two_formats_claim_one_file() -> None:
    from journal.exchange.importing.upload import Upload  # noqa: PLC0415  # only here

    for content in VALID.values():
        upload = Upload("x", content)
        assert sum(importer.detects(upload) for importer in IMPORTERS) == 1


@pytest.mark.parametrize("content", [b"", b"  \r\n\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_said_to_be_empty(content: bytes) -> None:
    with pytest.raises(FileEmpty):
        read(content)


def test_a_file_larger_than_any_diary_is_refused() -> None:
    with pytest.raises(FileTooLarge, match="up to 50 MB"):
        read(b"x" * (LARGEST_UPLOAD + 1))


@pytest.mark.parametrize("content", [b"just words\nand more", b"{}", b"date,day\n", b"\xc3\xa9"])
def test_another_text_says_which_formats_can_be_read(content: bytes) -> None:
    with pytest.raises(FormatUnknown, match="drip CSV, Daylio CSV, Daylio backup"):
        read(content)


def test_bytes_that_are_no_text_name_the_line() -> None:
    with pytest.raises(NotText, match="line 3"):
        read(b"one\ntwo\nthr\xe9e")


def test_a_picture_is_no_text() -> None:
    with pytest.raises(NotText):
        read(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")


def test_a_column_named_twice_is_refused() -> None:
    with pytest.raises(ColumnTwice, match=r"“bleeding\.value” twice"):
        read(b"date,bleeding.value,bleeding.value\n2026-03-05,1,2\n")


def test_a_zip_that_holds_something_else_is_unknown() -> None:
    with pytest.raises(FormatUnknown):
        read(zipped(b"x", "holiday.jpg"))


@pytest.mark.parametrize("kept", [10, 60, 200])
def test_a_zip_cut_off_is_refused(kept: int) -> None:
    with pytest.raises(ArchiveUnreadable):
        read(VALID["backup"][:kept])


def test_a_zip_that_would_burst_is_not_opened() -> None:
    bomb = zipped(b"A" * 40_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(ArchiveTooLarge):
        read(bomb)


def test_a_zip_that_lies_about_its_size_is_refused() -> None:
    bomb = zipped(b"A" * 20_000_000)
    small = (1_000).to_bytes(4, "little")
    lying = bomb.replace((20_000_000).to_bytes(4, "little"), small)
    tracemalloc.start()
    with pytest.raises(FileUnreadable):
        read(lying)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


def test_a_zip_with_a_password_says_so() -> None:
    content = bytearray(VALID["backup"])
    directory = content.index(b"PK\x01\x02")
    content[6] |= 1  # the flag of the member, and again in the directory
    content[directory + 8] |= 1
    with pytest.raises(ArchiveLocked):
        read(bytes(content))


def test_a_zip_with_a_password_says_so_whatever_is_in_it() -> None:
    content = bytearray(zipped(b"{}", "export.json"))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ArchiveLocked):
        read(bytes(content))


def test_a_zip_packed_in_a_way_no_bound_holds_for_is_refused() -> None:
    with pytest.raises(ArchiveUnreadable):
        read(zipped(b"A" * 1000, packing=zipfile.ZIP_LZMA))


def test_more_lines_than_a_lifetime_are_refused() -> None:
    line = b"2026-03-05,,,,good,,,\n"
    with pytest.raises(TooManyLines):
        read(daylio() + line * (MOST_ROWS + 1))


@pytest.mark.parametrize("filler", [b"\n" * 2_000_000, b",,,,,,,\n" * 1_100_000])
def test_no_number_of_empty_lines_keeps_anybody_waiting(filler: bytes) -> None:
    with pytest.raises(TooManyLines):
        read(daylio() + filler)


def test_a_table_of_a_thousand_columns_is_refused_before_it_fills_the_memory() -> None:
    columns = ["date", "note.value", *(f"c{number}" for number in range(1_000))]
    row = b"2026-03-05" + b",x" * 1_001 + b"\n"
    with pytest.raises(TooManyLines):
        read(drip(columns=columns) + b"\n" + row * (MOST_CELLS // 1_000))


def test_a_very_long_diary_is_read_in_bounded_time_and_memory() -> None:
    content = daylio() + b"".join(
        b"%d-%02d-%02d,,,8:00 AM,good,walk | talk,,short note\n"
        % (1990 + n // 6000, n // 500 % 12 + 1, n % 28 + 1)
        for n in range(200_000)
    )
    started = time.process_time()
    parsed = read(content)
    took = time.process_time() - started
    assert on("1990-01-01") in parsed.days
    assert took < 60


@pytest.mark.parametrize(
    "hostile",
    [
        b'x"' + b"," * 2_000_000,
        b'2026-03-05,"' + b'"",' * 500_000,
        b'"a' + b',"""b' * 300_000,
        b"<br" * 500_000,
    ],
)
def test_a_hostile_line_does_not_take_for_ever(hostile: bytes) -> None:
    started = time.process_time()
    for begin in (daylio(), drip(), b"full_date,mood\n"):
        with pytest.raises(FileUnreadable):
            read(begin + b"\n" + hostile)
    assert time.process_time() - started < 30


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_with_a_sentence(content: bytes) -> None:
    assert_read_or_refused(content)


@given(st.sampled_from([b"date,bleeding.value,note.value,desire.value\n", daylio()]), st.text())
def test_any_text_below_a_known_header_is_read_or_refused(header: bytes, text: str) -> None:
    assert_read_or_refused(header + text.encode("utf-8", "replace"))


@settings(max_examples=300)
@given(st.sampled_from(sorted(VALID)), st.data())
def test_a_valid_file_with_bytes_changed_is_read_or_refused(name: str, data: st.DataObject) -> None:
    content = bytearray(VALID[name])
    places = st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255))
    for place, byte in data.draw(st.lists(places, min_size=1, max_size=4)):
        content[place] = byte
    assert_read_or_refused(bytes(content))


@given(st.sampled_from(sorted(VALID)), st.data())
def test_a_valid_file_cut_anywhere_is_read_or_refused(name: str, data: st.DataObject) -> None:
    content = VALID[name]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, len(content)))
    assert_read_or_refused(content[start:end])


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@given(st.data())
def test_a_backup_with_anything_in_any_place_is_read_or_refused(data: st.DataObject) -> None:
    document = backup_document({"tags": [7]}, {})
    part = data.draw(st.sampled_from(["dayEntries", "customMoods", "tags", "assets"]))
    value = data.draw(JSON_VALUES)
    items = document.get(part)
    if items and data.draw(st.booleans()):
        items[0] = {**items[0], data.draw(st.sampled_from(sorted(items[0]))): value}
    else:
        document[part] = value
    assert_read_or_refused(zipped(base64.b64encode(json.dumps(document).encode())))
