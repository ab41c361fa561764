import pytest

from journal.domain.days import Bleeding, SignStrength
from journal.exchange.importing import errors
from journal.exchange.importing.mensinator import MENSINATOR
from journal.exchange.importing.parsed import NotCarried, Parsed, Question, QuestionKind
from journal.exchange.importing.upload import Upload
from tests.builders import on
from tests.exchange.importing import table_files
from tests.exchange.importing.app_files import only_day, read
from tests.exchange.importing.claims import assert_refused, kept_as_words, strength_question
from tests.exchange.importing.fuzz import as_json

EXAMPLE = table_files.MENSINATOR
MILD = SignStrength.MILD


def symptom(name: str) -> bytes:
    """Write one symptom of one day."""
    return as_json(
        {
            "periods": [],
            "symptoms": [{"id": "1", "symptom_name": name}],
            "symptom_date": [{"id": "1", "symptom_date": "2026-03-05", "symptom_id": "1"}],
        }
    )


def test_an_export_is_read_as_a_whole() -> None:
    assert read(as_json(EXAMPLE)) == Parsed(
        format="Mensinator",
        days={
            on("2026-03-01"): {"bleeding": Bleeding.UNSPECIFIED},
            on("2026-03-02"): {"bleeding": Bleeding.HEAVY, "sign:headache": MILD},
            on("2026-03-09"): {"note": "Symptom: Sore thumb"},
            on("2026-03-14"): {"note": "Ovulation: noted by you"},
        },
        moments=[],
        not_carried=[
            NotCarried("A symptom without a name", 1, "the file does not say which it is"),
            NotCarried("Settings of the app", 1, "the journal has its own"),
            kept_as_words("Symptom"),
            kept_as_words("Ovulation"),
        ],
        questions=[
            Question(
                "mensinator.word.symptom.sore thumb",
                QuestionKind.ACTIVITY,
                "Symptom: Sore thumb",
                "note",
                1,
            ),
            strength_question("mensinator", "Mensinator", 1),
        ],
        remarks=[],
        contexts=[],
    )


@pytest.mark.parametrize(
    ("name", "bleeding"),
    [
        ("Light_Flow", Bleeding.LIGHT),
        ("Medium_Flow", Bleeding.MEDIUM),
        ("Heavy_Flow", Bleeding.HEAVY),
        ("Spotting", Bleeding.SPOTTING),
    ],
)
def test_an_amount_is_a_symptom_and_mapped_by_name(name: str, bleeding: Bleeding) -> None:
    assert only_day(symptom(name)) == {"bleeding": bleeding}


def test_a_symptom_she_named_becomes_what_she_chooses() -> None:
    content = symptom("Kuschelabend")
    assert only_day(content) == {"note": "Symptom: Kuschelabend"}
    (question,) = read(content).questions
    assert only_day(content, {question.key: "sign:nausea"}) == {"sign:nausea": MILD}
    assert [item.kind for item in read(content, {question.key: "moment:long_hug"}).moments] == [
        "long_hug"
    ]


@pytest.mark.parametrize(
    ("content", "error", "sentence"),
    [
        (
            as_json({**EXAMPLE, "periods": [{"id": "1"}]}),
            errors.DateUnreadable,
            "Period day 1 needs a date",
        ),
        (
            as_json({**EXAMPLE, "ovulations": {}}),
            errors.ValueUnreadable,
            "The file has “{…}” in “ovulations”",
        ),
        (as_json({**EXAMPLE, "symptoms": [[]]}), errors.ValueUnreadable, "Symptom 1 has “[…]”"),
        (as_json(EXAMPLE)[:-3], errors.BackupUnreadable, "The file is cut off or damaged"),
    ],
)
def test_what_cannot_be_meant_is_refused_by_its_place(
    content: bytes, error: type[errors.FileUnreadable], sentence: str
) -> None:
    assert_refused(content, error, sentence)


def test_a_list_in_place_of_the_tables_is_refused() -> None:
    with pytest.raises(errors.PartMissing, match="“periods”"):
        MENSINATOR.read(Upload("x", b"[]"), {})
