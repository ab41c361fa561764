from typing import Any

import pytest

from journal.domain.days import Bleeding, SignStrength
from journal.exchange.importing import errors
from journal.exchange.importing.garmin import GARMIN
from journal.exchange.importing.parsed import NotCarried, Parsed, Question, QuestionKind
from journal.exchange.importing.periods import LONGEST_PERIOD_DAYS
from journal.exchange.importing.upload import Upload
from journal.exchange.importing.word_questions import MOST_ASKED
from tests.builders import on
from tests.exchange.importing.app_files import only_day, read, whys
from tests.exchange.importing.claims import assert_refused, kept_as_words, strength_question
from tests.exchange.importing.fuzz import as_json
from tests.exchange.importing.table_files import GARMIN_LOGS, garmin_zip

MILD = SignStrength.MILD


def log(**fields: Any) -> bytes:
    """Write one daily log."""
    return as_json([{"calendarDate": "2026-03-05", "flow": None, **fields}])


def cycle(**fields: Any) -> bytes:
    """Write one cycle."""
    return as_json([{"startDate": "2026-03-05", "predictedPeriodLength": 5, **fields}])


def test_an_export_is_read_as_a_whole() -> None:
    assert read(garmin_zip()) == Parsed(
        format="Garmin",
        days={
            on("2026-03-01"): {
                "bleeding": Bleeding.HEAVY,
                "sign:cramps": MILD,
                "sign:low_mood": MILD,
                "note": "Symptom: sore thumb",
            },
            on("2026-03-02"): {"bleeding": Bleeding.UNSPECIFIED},
            on("2026-03-03"): {"bleeding": Bleeding.UNSPECIFIED},
            on("2026-03-14"): {"note": "Ovulation: noted by you"},
        },
        moments=[],
        not_carried=[
            NotCarried("Other files of the zip", 1, "the journal reads only those of the cycle"),
            NotCarried("Fertile days", 1, "Garmin calculates them; you did not note them"),
            NotCarried("Cycles Garmin predicts", 1, "a prediction is no record"),
            kept_as_words("Symptom"),
            kept_as_words("Ovulation"),
        ],
        questions=[
            Question(
                "garmin.word.symptom.sore thumb",
                QuestionKind.SIGN,
                "Symptom: sore thumb",
                "note",
                1,
            ),
            strength_question("garmin", "Garmin", 2),
        ],
        remarks=[],
        contexts=[],
    )


def test_a_flow_nobody_knows_is_no_reason_to_doubt_the_period_it_lies_in() -> None:
    logs = [{"calendarDate": "2026-03-06", "flow": "ABUNDANT"}]
    cycles = [{"startDate": "2026-03-05", "actualPeriodLength": 2, "predictedPeriodLength": 5}]
    days = read(as_json([*logs, *cycles])).days
    assert [day["bleeding"] for day in days.values()] == [Bleeding.UNSPECIFIED] * 2


def test_a_file_of_words_nobody_knows_asks_about_as_many_as_somebody_answers() -> None:
    logs = [{"calendarDate": "2026-03-06", "flow": f"word {n}"} for n in range(100)]
    asked = [item for item in read(as_json(logs)).questions if item.kind is QuestionKind.FLOW]
    assert len(asked) == MOST_ASKED


@pytest.mark.parametrize(
    ("flow", "bleeding"),
    [
        ("LIGHT", Bleeding.LIGHT),
        ("Medium", Bleeding.MEDIUM),
        ("HEAVY", Bleeding.HEAVY),
        ("SPOTTING", Bleeding.SPOTTING),
        ("NONE", Bleeding.NONE),
    ],
)
def test_flow_is_mapped_by_name(flow: str, bleeding: Bleeding) -> None:
    assert only_day(log(flow=flow)) == {"bleeding": bleeding}


def test_a_flow_nobody_knows_has_the_amount_she_says() -> None:
    content = log(flow=3)
    # In some app the lowest number is spotting: until she says, it is no bleeding at all.
    assert only_day(content) == {"note": "Flow: 3"}
    assert whys(read(content))["Flow noted as “3”"] == 1
    (question,) = read(content).questions
    assert question.kind is QuestionKind.FLOW
    assert only_day(content, {question.key: "heavy"})["bleeding"] is Bleeding.HEAVY


def test_symptoms_may_be_words_or_have_one() -> None:
    content = log(symptoms=[{"name": "HEADACHE", "level": 2}, "NAUSEA", 7], notes="a note")
    assert only_day(content) == {
        "sign:headache": MILD,
        "sign:nausea": MILD,
        "note": "a note",
    }
    assert whys(read(content)) == {"A symptom": 1}


def test_a_field_nobody_knows_is_listed() -> None:
    content = log(flow="LIGHT", discharge="CREAMY", sexDrive=None, reportTimestamp="now")
    assert whys(read(content)) == {"The field “discharge”": 1}


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"actualPeriodLength": 0},
        {"actualPeriodLength": 4, "status": "PREDICTED"},
        {"actualPeriodLength": 4, "cycleType": "PREGNANT"},
        {"actualPeriodLength": LONGEST_PERIOD_DAYS + 1},
        {"actualPeriodLength": 4, "startDate": "9999-12-30"},
    ],
)
def test_what_garmin_predicts_or_cannot_mean_is_no_record(fields: dict[str, Any]) -> None:
    parsed = read(cycle(**fields))
    assert parsed.days == {}
    assert len(parsed.not_carried) == 1


def test_the_actual_length_of_a_period_counts_its_days() -> None:
    parsed = read(cycle(actualPeriodLength=2, hormonalContraception="PILL"))
    some = {"bleeding": Bleeding.UNSPECIFIED}
    assert parsed.days == {on("2026-03-05"): some, on("2026-03-06"): some}
    assert whys(parsed) == {"Hormonal contraception, as Garmin has it": 1}


def test_what_was_logged_of_a_day_wins_over_the_length_of_the_period() -> None:
    one = as_json([{"calendarDate": "2026-03-06", "flow": "NONE"}])
    both = as_json(
        [
            *([{"calendarDate": "2026-03-06", "flow": "NONE"}]),
            {"startDate": "2026-03-05", "actualPeriodLength": 3},
        ]
    )
    assert only_day(one) == {"bleeding": Bleeding.NONE}
    days = read(both).days
    assert [fields["bleeding"] for fields in days.values()] == [
        Bleeding.UNSPECIFIED,
        Bleeding.NONE,
        Bleeding.UNSPECIFIED,
    ]


@pytest.mark.parametrize(
    ("content", "error", "sentence"),
    [
        (
            as_json([*GARMIN_LOGS, {"calendarDate": "soon"}]),
            errors.DateUnreadable,
            "Entry 3 needs a date",
        ),
        (log(flow=[1]), errors.ValueUnreadable, "Entry 1 has “[…]” in “flow”"),
        (cycle(startDate=""), errors.DateUnreadable, "Entry 1 needs a date"),
        (as_json(GARMIN_LOGS)[:-3], errors.BackupUnreadable, "The file is cut off or damaged"),
    ],
)
def test_what_cannot_be_meant_is_refused_by_its_place(
    content: bytes, error: type[errors.FileUnreadable], sentence: str
) -> None:
    assert_refused(content, error, sentence)


def test_an_object_in_place_of_the_list_is_refused() -> None:
    with pytest.raises(errors.PartMissing, match="“list”"):
        GARMIN.read(Upload("x", b"{}"), {})
