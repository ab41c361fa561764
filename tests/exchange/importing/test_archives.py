"""Zips as people's own machines pack them again, and zips that would fill the memory."""

import zipfile
from base64 import b64encode
from collections.abc import Sequence
from datetime import date, timedelta
from io import BytesIO
from random import Random

import pytest

from journal.domain.days import Bleeding
from journal.exchange.importing.archives import (
    LARGEST_MEMBER,
    member_name,
    read_member,
    read_members,
)
from journal.exchange.importing.errors import ArchiveTooLarge
from journal.exchange.record.table_columns import DAY_MARKS
from tests.builders import on
from tests.exchange.importing.app_files import read, whys
from tests.exchange.importing.clue_files import clue, measurement
from tests.exchange.importing.fuzz import as_json
from tests.exchange.importing.text_files import SAMPLE_NATURAL_CYCLES, SAMPLE_SAMSUNG

OF_MACOS = b"\x00\x05\x16\x07\x00\x02Mac OS X"
CYCLE = {"actualPeriodLength": 1, "predictedPeriodLength": 5}
GARMIN = "DI_CONNECT/DI-Connect-Wellness/44_MenstrualCycles.json"


def packed(*members: tuple[str, bytes]) -> bytes:
    """Pack members in this order; two may have one name."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, found in members:
            archive.writestr(name, found)
    return content.getvalue()


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("measurements.json", "measurements.json"),
        ("a/b/measurements.json", "measurements.json"),
        ("a\\b\\measurements.json", "measurements.json"),
        ("a/", ""),
        ("__MACOSX/a/._measurements.json", ""),
        ("a/._measurements.json", ""),
        (".DS_Store", ""),
    ],
)
def test_a_member_is_known_by_its_name_whoever_packed_it(path: str, name: str) -> None:
    assert member_name(path) == name


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (GARMIN, as_json([{"startDate": "2026-03-05", **CYCLE}])),
        ("Clue/measurements.json", clue(measurement("period", "light"))),
        ("export/data.csv", SAMPLE_NATURAL_CYCLES),
        ("samsunghealth/com.samsung.health.cycle.flow.2026.csv", SAMPLE_SAMSUNG),
    ],
)
def test_what_macos_packs_beside_each_file_is_nothing_of_the_export(
    path: str, content: bytes
) -> None:
    folder, _, name = path.rpartition("/")
    beside = (f"__MACOSX/{folder}/._{name}", OF_MACOS)
    assert read(packed(beside, (path, content))) == read(packed((path, content)))


def test_two_files_of_one_name_are_both_read() -> None:
    starts: Sequence[str] = ("2026-03-05", "2026-05-01")
    content = packed(
        *((f"{start}/{GARMIN}", as_json([{"startDate": start, **CYCLE}])) for start in starts)
    )
    expected = {on(start): {"bleeding": Bleeding.UNSPECIFIED} for start in starts}
    parsed = read(content)
    assert parsed.days == expected
    assert whys(parsed) == {}


def test_many_members_that_are_too_much_together_are_refused_unopened() -> None:
    half = b"0" * (LARGEST_MEMBER // 2)
    content = packed(("a/1.csv", half), ("b/1.csv", half), ("c/1.csv", half))
    with pytest.raises(ArchiveTooLarge):
        read_members(content, "1.csv".__eq__)


def test_a_table_that_fills_megabytes_even_packed_is_read() -> None:
    random = Random(0)
    days = [date(2020, 1, 1) + timedelta(days=number) for number in range(1500)]
    notes = [b64encode(random.randbytes(3000)).decode() for _ in days]
    head = ["date", "note", *sorted(DAY_MARKS - {"date"})]
    rows = [f"{day.isoformat()},{note},,,,," for day, note in zip(days, notes, strict=True)]
    content = packed(("days.csv", "\n".join([",".join(head), *rows]).encode()))
    assert len(content) > 4_000_000
    assert dict(zip(days, notes, strict=True)) == {
        day: fields["note"] for day, fields in read(content).days.items()
    }


def test_a_member_that_fills_megabytes_even_packed_is_read_whole() -> None:
    found = Random(0).randbytes(6_000_000)
    assert read_members(packed(("a.csv", found)), str) == [("a.csv", found)]
    assert read_member(packed(("a.csv", found)), "a.csv", 5_000_000) == found[:5_000_000]
