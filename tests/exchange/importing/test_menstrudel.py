from datetime import time
from typing import Any

import pytest

from journal.domain.days import Bleeding, SignStrength
from journal.domain.moments import WithWhom
from journal.exchange.importing import errors
from journal.exchange.importing.parsed import NotCarried, Parsed, Question, QuestionKind
from tests.builders import on
from tests.exchange.importing import table_files
from tests.exchange.importing.app_files import read, whys
from tests.exchange.importing.claims import assert_refused, kept_as_words, strength_question
from tests.exchange.importing.fuzz import as_json

EXAMPLE, SEX = table_files.MENSTRUDEL, table_files.MENSTRUDEL_SEX
FILLED = "Menstrudel writes it also where nothing was chosen"


def logged(version: int | None, **fields: Any) -> bytes:
    """Write one log of a version of the app's database."""
    log = {"id": 1, "date": "2026-03-05T00:00:00.000", **fields}
    return as_json({"period_logs": [log], "db_version": version})


def only(content: bytes) -> dict[str, object]:
    """Return the fields of the only day; nothing where there is none."""
    return {name: value for fields in read(content).days.values() for name, value in fields.items()}


def test_an_export_is_read_as_a_whole() -> None:
    assert read(as_json(EXAMPLE)) == Parsed(
        format="Menstrudel",
        days={
            on("2026-03-01"): {
                "bleeding": Bleeding.HEAVY,
                "sign:cramps": SignStrength.MILD,
                "note": "Pain: severe",
            },
            on("2026-03-02"): {"bleeding": Bleeding.SPOTTING},
            on("2026-03-09"): {"note": "Pain: none\nSymptom: sore thumb"},
        },
        moments=[],
        not_carried=[
            NotCarried("No flow on a day with an entry", 1, FILLED),
            NotCarried(
                "Periods as a first and a last moment",
                1,
                "the days of bleeding are taken from the logs of the days",
            ),
            kept_as_words("Pain", 2),
            kept_as_words("Symptom"),
        ],
        questions=[
            Question(
                "menstrudel.word.symptom.sore thumb",
                QuestionKind.ACTIVITY,
                "Symptom: sore thumb",
                "note",
                1,
            ),
            strength_question("menstrudel", "Menstrudel", 1),
        ],
        remarks=[],
        contexts=[],
    )


@pytest.mark.parametrize(
    ("version", "flow", "bleeding"),
    [
        (11, 1, Bleeding.SPOTTING),
        (6, 2, Bleeding.LIGHT),
        (8, 3, Bleeding.MEDIUM),
        (11, 4, Bleeding.HEAVY),
        (5, 1, Bleeding.LIGHT),
        (5, 3, Bleeding.HEAVY),
        (4, 0, Bleeding.LIGHT),
        (1, 2, Bleeding.HEAVY),
    ],
)
def test_the_version_says_what_a_level_of_flow_means(
    version: int, flow: int, bleeding: Bleeding
) -> None:
    assert {"bleeding": bleeding} == only(logged(version, flow=flow))


@pytest.mark.parametrize("version", [5, 6, 11])
def test_no_flow_is_not_recorded_since_the_app_fills_it_in(version: int) -> None:
    content = logged(version, flow=0)
    assert only(content) == {}
    assert whys(read(content)) == {"No flow on a day with an entry": 1}


def test_no_pain_was_filled_in_by_older_versions_only() -> None:
    assert only(logged(7, flow=2, painLevel=0)) == {"bleeding": Bleeding.LIGHT}
    assert only(logged(8, painLevel=0)) == {"note": "Pain: none"}
    assert only(logged(8, painLevel=4)) == {"note": "Pain: unbearable"}


def test_older_versions_write_symptoms_into_the_log() -> None:
    content = logged(5, flow=0, symptoms='["moodSwings", "headache"]')
    assert set(only(content)) == {"sign:mood_swings", "sign:headache"}


def test_intimate_entries_become_moments_with_their_time() -> None:
    parsed = read(as_json(SEX))
    assert [(item.kind, item.at, item.with_whom, item.note) for item in parsed.moments] == [
        ("sex", time(22, 15), WithWhom.PARTNER, "oral, protection: barrier, slow"),
        ("solo_pleasure", time(7), WithWhom.SELF, "manual"),
        ("sex", time(7), None, "noted"),
    ]
    left = read(as_json(SEX), {"menstrudel.intimate": ""})
    assert (left.moments, left.days) == ([], {})
    assert whys(left) == {"Sex and pleasure on your own": 3}


def test_files_without_days_say_what_they_hold() -> None:
    pills = {"pill_regimen": [{}], "pill_intake": [{}, {}], "pill_reminder": [], "db_version": 9}
    parsed = read(as_json(pills))
    assert (parsed.days, parsed.moments) == ({}, [])
    assert whys(parsed) == {"Plans for the pill": 1, "Pills taken": 2}


@pytest.mark.parametrize(
    ("content", "error", "sentence"),
    [
        (logged(11, flow=5), errors.ValueUnreadable, "Log 1 has “5” in “flow”"),
        (logged(4, flow=3), errors.ValueUnreadable, "Log 1 has “3” in “flow”"),
        (logged(-1, flow=0), errors.ValueUnreadable, "Log 1 has “0” in “flow”"),
        (logged(11, flow=1.5), errors.ValueUnreadable, "Log 1 has “1.5” in “flow”"),
        (logged(11, flow=1, date=1772323200000), errors.DateUnreadable, "Log 1 needs a date"),
        (
            logged(5, flow=1, symptoms="[1]"),
            errors.ValueUnreadable,
            "Log 1 has “[1]” in “symptoms”",
        ),
        (logged(None, flow=1), errors.PartMissing, "The file lacks a readable “db_version”"),
        (as_json(EXAMPLE)[:-3], errors.BackupUnreadable, "The file is cut off or damaged"),
    ],
)
def test_what_cannot_be_meant_is_refused_by_its_place(
    content: bytes, error: type[errors.FileUnreadable], sentence: str
) -> None:
    assert_refused(content, error, sentence)
