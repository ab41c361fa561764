import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.days import Bleeding, LhTest, Mucus, SignStrength
from journal.exchange.importing.errors import DateUnreadable
from journal.exchange.importing.fitbit import FITBIT
from journal.exchange.importing.parsed import NotCarried, Parsed, Question, QuestionKind
from tests.builders import on
from tests.exchange.importing.app_files import only_day, read, whys
from tests.exchange.importing.claims import kept_as_words, strength_question
from tests.exchange.importing.fuzz import assert_read_or_refused_by
from tests.exchange.importing.text_files import (
    CYCLE_COLUMNS,
    SYMPTOM_COLUMNS,
    cycles,
    symptoms,
    takeout,
)

MANUAL = {
    "period_start_date": "2026-03-05",
    "period_end_date": "2026-03-06",
    "period_source": "Manual",
}


DAYS = {
    on("2026-03-05"): {
        "bleeding": Bleeding.HEAVY,
        "mucus": Mucus.EGG_WHITE,
        "lh_test": LhTest.POSITIVE,
        "sign:headache": SignStrength.MILD,
        "sign:low_mood": SignStrength.MILD,
        "note": "Conditions: cold feet",
    },
    on("2026-03-06"): {"bleeding": Bleeding.UNSPECIFIED},
}
QUESTIONS = [
    Question(
        "fitbit.word.conditions.cold feet",
        QuestionKind.SIGN,
        "Conditions: cold feet",
        "note",
        1,
    ),
    Question(
        "fitbit.intimate",
        QuestionKind.MOMENT,
        "Sex and pleasure on your own, as intimate moments",
        "yes",
        1,
    ),
    strength_question("fitbit", "Fitbit", 2),
]


def test_an_export_is_read_as_a_whole() -> None:
    content = takeout(
        {
            "menstrual_health_cycles.csv": cycles(
                {**MANUAL, "fertile_start_date": "2026-03-14", "fertile_source": "Computed"}
            ),
            "menstrual_health_symptoms.csv": symptoms(
                {
                    "flow": "heavy",
                    "fluids": "EGG_WHITE",
                    "conditions": "headache;cold feet",
                    "sex": "protected",
                    "ovulation_test": "positive",
                    "mood": "sad",
                }
            ),
            "menstrual_health_settings.csv": b"avg_cycle_days\n28\n",
        }
    )
    parsed = read(content)
    (moment,) = parsed.moments
    assert (moment.kind, moment.with_whom, moment.note) == ("sex", None, "protected")
    assert parsed == Parsed(
        format="Fitbit menstrual health (Google Takeout)",
        days=DAYS,
        moments=[moment],
        contexts=[],
        not_carried=[
            NotCarried(
                "The table “menstrual_health_settings.csv”",
                1,
                "its words are not described well enough",
            ),
            NotCarried("Fertile days Fitbit computed", 1, "a prediction, not your entry"),
            kept_as_words("Conditions"),
        ],
        questions=QUESTIONS,
        remarks=[],
    )


@pytest.mark.parametrize("source", ["Computed", "computed", "", "Something"])
def test_a_period_fitbit_computed_is_never_taken(source: str) -> None:
    parsed = read(cycles({**MANUAL, "period_source": source}))
    assert parsed.days == {}
    assert whys(parsed) == {"A period Fitbit computed": 1}


def test_each_table_can_be_brought_alone() -> None:
    assert list(read(cycles(MANUAL)).days) == [on("2026-03-05"), on("2026-03-06")]
    assert only_day(symptoms({"flow": "Spotting"})) == {"bleeding": Bleeding.SPOTTING}


def test_a_period_without_an_end_is_its_first_day() -> None:
    parsed = read(cycles({**MANUAL, "period_end_date": ""}))
    assert parsed.days == {on("2026-03-05"): {"bleeding": Bleeding.UNSPECIFIED}}
    assert whys(parsed) == {"The end of a period": 1}


@pytest.mark.parametrize(
    ("first", "last"), [("period_start", "period_end"), ("Period Start", "Period End Date")]
)
def test_the_days_of_a_period_may_be_called_otherwise(first: str, last: str) -> None:
    content = f"id,{first},{last},period_source,ovulation_date,ovulation_source,Weather\n".encode()
    content += b"1,2026-03-05,2026-03-06,MANUAL,2026-03-19,Manual,rain\n"
    parsed = read(content)
    assert list(parsed.days) == [on("2026-03-05"), on("2026-03-06"), on("2026-03-19")]
    assert parsed.days[on("2026-03-19")] == {"note": "Ovulation, as entered in Fitbit"}
    assert whys(parsed)["The column “Weather”"] == 1


def test_an_ovulation_she_entered_is_kept_as_words() -> None:
    row = {"ovulation_start_date": "2026-03-14", "ovulation_source": "Manual"}
    assert only_day(cycles(row)) == {"note": "Ovulation, as entered in Fitbit"}


def test_her_own_day_is_the_first_ten_characters() -> None:
    content = symptoms({"timestamp": "2026-03-05T23:59:59-08:00", "flow": "light"})
    assert list(read(content).days) == [on("2026-03-05")]


def test_an_unknown_flow_waits_for_her() -> None:
    content = symptoms({"flow": "very heavy"})
    (question,) = read(content).questions
    assert (question.kind, question.default) == (QuestionKind.FLOW, "")
    assert read(content).days == {}
    assert only_day(content, {question.key: "flooding"}) == {"bleeding": Bleeding.FLOODING}


def test_sex_can_be_left_behind() -> None:
    parsed = read(symptoms({"sex": "unprotected"}), {"fitbit.intimate": ""})
    assert (list(parsed.moments), parsed.days) == ([], {})
    assert whys(parsed) == {"Sex and pleasure on your own": 1}


def test_a_date_that_is_none_names_its_line() -> None:
    with pytest.raises(DateUnreadable, match=r"^Line 2"):
        read(symptoms({"timestamp": "03/05/2026"}))


CELLS = st.sampled_from(
    ["", "2026-03-05", "2026-03-04", "9999-12-31", "Manual", "Computed", "light", "a;b", "x", "[]"]
)


@settings(max_examples=30)
@given(
    st.lists(st.dictionaries(st.sampled_from(CYCLE_COLUMNS), CELLS), max_size=3),
    st.lists(st.dictionaries(st.sampled_from(SYMPTOM_COLUMNS), CELLS), max_size=3),
)
def test_any_cells_are_read_or_refused(
    of_cycles: list[dict[str, str]], of_symptoms: list[dict[str, str]]
) -> None:
    assert_read_or_refused_by(FITBIT, cycles(*of_cycles))
    assert_read_or_refused_by(FITBIT, symptoms(*of_symptoms))
