from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.days import Bleeding, LhTest, Mucus, SignStrength
from journal.exchange.importing import errors
from journal.exchange.importing.ovumcy import OVUMCY
from journal.exchange.importing.parsed import NotCarried, Parsed, Question, QuestionKind
from tests.builders import on
from tests.exchange.importing.app_files import only_day, read, whys
from tests.exchange.importing.claims import assert_refused, kept_as_words, strength_question
from tests.exchange.importing.fuzz import as_json, assert_read_or_refused_by
from tests.exchange.importing.text_files import (
    OVUMCY_COLUMNS,
    ovumcy,
    ovumcy_backup,
    ovumcy_day,
    ovumcy_entry,
)

# As the first versions wrote it.
FIRST_COLUMNS = tuple(
    name
    for name in OVUMCY_COLUMNS
    if name
    not in {
        *("Mood rating", "Sex activity", "BBT (C)", "Cervical mucus", "Swelling", "Cycle factors"),
        *("Pregnancy test", "Cycle start", "Uncertain"),
    }
)


def entries(*found: dict[str, Any]) -> bytes:
    """Write the JSON of the web version."""
    return as_json({"exported_at": "2026-06-01T10:00:00Z", "entries": list(found)})


def backup(*days: dict[str, Any], **parts: Any) -> bytes:
    """Write the backup of the app."""
    return as_json(ovumcy_backup(*days, **parts))


FULL_ROW = {
    "Period": "Yes",
    "Flow": "Heavy",
    "Mood rating": "2",
    "Sex activity": "Protected",
    "BBT (C)": "36.55",
    "Cervical mucus": "Egg white",
    "Cramps": "Yes",
    "Mood": "Yes",
    "Cycle factors": "Travel",
    "Other": "Cold feet",
    "Notes": "a day",
    "Uncertain": "Yes",
}
FULL_ENTRY = ovumcy_entry(
    period=True,
    flow="heavy",
    mood_rating=2,
    sex_activity="protected",
    bbt=36.55,
    cervical_mucus="eggwhite",
    yes=["cramps", "mood"],
    cycle_factors=["travel"],
    other_symptoms=["Cold feet"],
    notes="a day",
    is_uncertain=True,
)


@pytest.mark.parametrize(
    ("content", "factor"), [(ovumcy(FULL_ROW), "Travel"), (entries(FULL_ENTRY), "travel")]
)
def test_an_export_is_read_as_a_whole(content: bytes, factor: str) -> None:
    parsed = read(content)
    (moment,) = parsed.moments
    assert (moment.kind, moment.with_whom, moment.note) == ("sex", None, "protected")
    assert parsed == Parsed(
        format="ovumcy export",
        days={
            on("2026-03-05"): {
                "bleeding": Bleeding.HEAVY,
                "temperature_c": 36.55,
                "mood": 3,
                "mucus": Mucus.EGG_WHITE,
                "sign:cramps": SignStrength.MILD,
                "sign:mood_swings": SignStrength.MILD,
                "note": f"a day\nCycle factors: {factor}\nSymptoms: Cold feet",
            }
        },
        moments=[moment],
        contexts=[],
        not_carried=[
            NotCarried("A day marked uncertain", 1, "the journal has no such mark"),
            kept_as_words("Cycle factors"),
            kept_as_words("Symptoms"),
        ],
        questions=[
            Question(
                "ovumcy.word.symptoms.cold feet",
                QuestionKind.SIGN,
                "Symptoms: Cold feet",
                "note",
                1,
            ),
            Question(
                "ovumcy.mood.mood.2 of 5", QuestionKind.RATING, "Mood noted as “2 of 5”", "3", 1
            ),
            Question(
                "ovumcy.intimate",
                QuestionKind.MOMENT,
                "Sex and pleasure on your own, as intimate moments",
                "yes",
                1,
            ),
            strength_question("ovumcy", "ovumcy", 2),
        ],
        remarks=[],
    )


def test_the_backup_of_the_app_says_the_same() -> None:
    content = backup(
        ovumcy_day(
            isPeriod=True, flow="medium", mood=5, bbt=36.6, lhTest="peak", symptomIDs=["own-1"]
        ),
        pregnancies=[{"startedAt": "2026-01-01"}],
    )
    assert only_day(content) == {
        "bleeding": Bleeding.MEDIUM,
        "temperature_c": 36.6,
        "mood": 9,
        "lh_test": LhTest.POSITIVE,
        "note": "Symptoms: Cold feet",
    }
    assert whys(read(content))["Pregnancies"] == 1


def test_what_fills_a_row_is_never_recorded() -> None:
    for content in (ovumcy({}), entries(ovumcy_entry()), backup(ovumcy_day())):
        parsed = read(content)
        assert (parsed.days, list(parsed.moments), parsed.not_carried) == ({}, [], [])


@pytest.mark.parametrize(
    ("period", "flow", "symptoms", "bleeding"),
    [
        (True, "none", [], Bleeding.UNSPECIFIED),
        (True, "light", [], Bleeding.LIGHT),
        (True, "spotting", [], Bleeding.SPOTTING),
        (False, "none", ["spotting"], Bleeding.SPOTTING),
        (True, "heavy", ["spotting"], Bleeding.HEAVY),
    ],
)
def test_bleeding_is_the_most_that_was_said(
    *, period: bool, flow: str, symptoms: list[str], bleeding: Bleeding
) -> None:
    content = entries(ovumcy_entry(period=period, flow=flow, yes=symptoms))
    assert only_day(content) == {"bleeding": bleeding}


@pytest.mark.parametrize(("mood", "rating"), [(1, 1), (2, 3), (3, 5), (4, 7), (5, 9)])
def test_a_mood_of_five_has_a_number_she_can_change(mood: int, rating: int) -> None:
    content = entries(ovumcy_entry(mood_rating=mood))
    assert only_day(content) == {"mood": rating}
    assert only_day(content, {f"ovumcy.mood.mood.{mood} of 5": "0"}) == {"mood": 0}
    left = only_day(content, {f"ovumcy.mood.mood.{mood} of 5": ""})
    assert left == {"note": f"Mood: {mood} of 5"}


def test_a_high_test_is_neither_positive_nor_negative() -> None:
    parsed = read(entries(ovumcy_entry(lh_test="high")))
    assert parsed.days == {on("2026-03-05"): {"note": "LH test: high"}}
    assert whys(parsed) == {"An LH test marked high": 1}


def test_the_table_of_the_first_versions_is_read_too() -> None:
    content = ovumcy({"Period": "Yes", "Flow": "Light", "Acne": "Yes"}, columns=FIRST_COLUMNS)
    assert only_day(content) == {"bleeding": Bleeding.LIGHT, "sign:skin_spots": "mild"}


def test_the_apostrophe_against_formulas_is_taken_off() -> None:
    assert only_day(ovumcy({"Notes": "'=1+1"})) == {"note": "=1+1"}
    assert only_day(ovumcy({"Notes": "'tis spring"})) == {"note": "'tis spring"}


def test_a_temperature_follows_the_unit_in_the_columns_name() -> None:
    columns = tuple("BBT (F)" if name == "BBT (C)" else name for name in OVUMCY_COLUMNS)
    parsed = read(ovumcy({"BBT (F)": "97.7"}, columns=columns))
    assert parsed.days == {on("2026-03-05"): {"temperature_c": 36.5}}


def test_columns_of_the_app_alone_are_said() -> None:
    content = ovumcy({"Weight (kg)": "60"}, columns=(*OVUMCY_COLUMNS, "Weight (kg)"))
    assert whys(read(content)) == {"The column “Weight (kg)”": 1}


@pytest.mark.parametrize(
    ("content", "error", "sentence"),
    [
        (ovumcy({"Date": "2026-02-30"}), errors.DateUnreadable, "Line 2"),
        (ovumcy({"Cramps": "perhaps"}), errors.ValueUnreadable, "Line 2 has “perhaps” in “Cramps”"),
        (ovumcy({"Mood rating": "6"}), errors.ValueUnreadable, "Line 2 has “6”"),
        (ovumcy({}, {"Flow": "Heavy"}), errors.DayTwice, "Line 3 and line 2"),
        (entries(ovumcy_entry(date="soon")), errors.DateUnreadable, "Entry 1"),
        (entries(ovumcy_entry(period="maybe")), errors.ValueUnreadable, "Entry 1"),
        (entries(ovumcy_entry())[:-2], errors.BackupUnreadable, "The file is cut off"),
    ],
)
def test_what_cannot_be_meant_is_refused_by_its_place(
    content: bytes, error: type[Exception], sentence: str
) -> None:
    assert_refused(content, error, sentence)


CELLS = st.sampled_from(["", "Yes", "No", "None", "3", "36.6", "97.7", "'=x", "a; b", "2026-03-05"])


@settings(max_examples=60)
@given(st.lists(st.dictionaries(st.sampled_from(OVUMCY_COLUMNS), CELLS), max_size=3))
def test_any_cells_are_read_or_refused(rows: list[dict[str, str]]) -> None:
    assert_read_or_refused_by(OVUMCY, ovumcy(*rows))


def test_one_row_that_cannot_be_meant_is_listed_and_the_others_come_along() -> None:
    rows = [{"Flow": "Light"}, {"Date": "2026-03-06", "Mood rating": "6", "Flow": "Heavy"}]
    parsed = read(ovumcy(*rows))
    assert {on("2026-03-05"): {"bleeding": "light"}} == parsed.days
    assert whys(parsed) == {"All of line 3": 1}
