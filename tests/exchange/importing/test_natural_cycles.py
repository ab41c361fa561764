import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.days import Bleeding, LhTest, Mucus, SignStrength
from journal.exchange.importing.errors import DateUnreadable, DayTwice
from journal.exchange.importing.natural_cycles import NATURAL_CYCLES
from journal.exchange.importing.parsed import NotCarried, Parsed, Question, QuestionKind
from tests.builders import on
from tests.exchange.importing.app_files import only_day, read, whys
from tests.exchange.importing.claims import kept_as_words, strength_question
from tests.exchange.importing.fuzz import assert_read_or_refused_by
from tests.exchange.importing.text_files import (
    NATURAL_CYCLES_COLUMNS,
    SAMPLE_NATURAL_CYCLES,
    many_zipped,
    natural_cycles,
    table,
)

# The columns a second program looks for, which reads newer exports.
NEWER = ("Date", "Temperature", "Menstruation", "Flow Quantity", "Cervical Mucus Consistency")
NEWER += ("Cervical Mucus Quantity", "Mood Flags", "LH Test", "Cycle Day", "Cycle Number")
NEWER += ("Fertility Color", "Ovulation Status", "Data Flags")


def newer(**cells: str) -> bytes:
    """Write one day in the newer columns; `Flow_Quantity` stands for `Flow Quantity`."""
    row = {name.replace("_", " "): cell for name, cell in cells.items()}
    return table(NEWER, {"Date": "2026-03-05", "Temperature": "36.52", **row})


QUESTIONS = [
    Question(
        "natural_cycles.word.symptoms.cold feet",
        QuestionKind.SIGN,
        "Symptoms: Cold feet",
        "note",
        1,
    ),
    strength_question("natural_cycles", "Natural Cycles", 2),
]


def test_an_export_is_read_as_a_whole() -> None:
    content = natural_cycles(
        {
            "Temperature": "36,45",
            "Fertility Status": "Red",
            "Period": "true",
            "Period Flow": "heavy",
            "Cervical Mucus": "egg white",
            "LH test": "positive",
            "Symptoms": "Cold feet, Headache",
            "Notes": "a day",
            "Cramps": "true",
        },
        {"Date": "2026-03-06", "Period": "false", "Spotting": "true", "Fertility Status": "Green"},
    )
    assert read(content) == Parsed(
        format="Natural Cycles CSV",
        days={
            on("2026-03-05"): {
                "bleeding": Bleeding.HEAVY,
                "temperature_c": 36.45,
                "mucus": Mucus.EGG_WHITE,
                "lh_test": LhTest.POSITIVE,
                "sign:headache": SignStrength.MILD,
                "sign:cramps": SignStrength.MILD,
                "note": "a day\nSymptoms: Cold feet",
            },
            on("2026-03-06"): {"bleeding": Bleeding.SPOTTING},
        },
        moments=[],
        contexts=[],
        not_carried=[
            NotCarried(
                "Fertility and ovulation", 2, "the app calculates them; you did not note them"
            ),
            kept_as_words("Symptoms"),
        ],
        questions=QUESTIONS,
        remarks=[
            (
                "The file does not name the unit of its temperatures; numbers from 34 to 43 can "
                "only be degrees Celsius."
            )
        ],
    )


def test_the_newer_columns_are_read_too() -> None:
    parsed = read(
        newer(
            Menstruation="MENSTRUATION",
            Flow_Quantity="MEDIUM",
            Cervical_Mucus_Consistency="CREAMY",
            Mood_Flags="ANXIOUS",
            LH_Test="NEGATIVE",
            Cycle_Day="1",
            Fertility_Color="GREEN",
            Ovulation_Status="PREDICTION",
            Data_Flags="SICK",
        )
    )
    assert parsed.days == {
        on("2026-03-05"): {
            "bleeding": Bleeding.MEDIUM,
            "temperature_c": 36.52,
            "mucus": Mucus.CREAMY,
            "lh_test": LhTest.NEGATIVE,
            "sign:anxiety": SignStrength.MILD,
            "note": "Data Flags: SICK",
        }
    }
    assert whys(parsed) == {"Fertility and ovulation": 1, "Cycle days and numbers": 1}


@pytest.mark.parametrize(
    ("period", "flow", "bleeding"),
    [
        ("MENSTRUATION", "", Bleeding.UNSPECIFIED),
        ("MENSTRUATION", "UNCATEGORIZED", Bleeding.UNSPECIFIED),
        ("MENSTRUATION", "LIGHT", Bleeding.LIGHT),
        ("SPOTTING", "", Bleeding.SPOTTING),
        ("", "HEAVY", Bleeding.HEAVY),
        ("", "SPOTTING", Bleeding.SPOTTING),
        ("", "NONE", None),
        ("", "UNCATEGORIZED", None),
        ("", "", None),
    ],
)
def test_bleeding_goes_by_the_names_of_its_amounts(
    period: str, flow: str, bleeding: Bleeding | None
) -> None:
    fields = only_day(newer(Menstruation=period, Flow_Quantity=flow))
    assert bleeding == fields.get("bleeding")


def test_an_amount_nobody_knows_is_asked_about_and_left_out_until_then() -> None:
    content = newer(Flow_Quantity="GUSHING")
    (question,) = read(content).questions
    assert (question.kind, question.default) == (QuestionKind.FLOW, "")
    assert "bleeding" not in only_day(content)
    assert whys(read(content)) == {"Flow noted as “GUSHING”": 1}
    assert only_day(content, {question.key: "heavy"})["bleeding"] == Bleeding.HEAVY


def test_a_word_for_spotting_that_is_neither_yes_nor_no_is_listed_and_refuses_nothing() -> None:
    parsed = read(
        natural_cycles(
            {"Spotting": "brown", "Notes": "x"}, {"Date": "2026-03-06", "Spotting": "Spotting"}
        )
    )
    assert parsed.days[on("2026-03-05")] == {"note": "x"}
    assert parsed.days[on("2026-03-06")] == {"bleeding": Bleeding.SPOTTING}
    assert whys(parsed)["Spotting noted as “brown”"] == 1


def test_a_temperature_in_fahrenheit_is_converted_and_said() -> None:
    parsed = read(newer(Temperature="97.70"))
    assert parsed.days[on("2026-03-05")] == {"temperature_c": 36.5}
    assert "(1×) come as degrees Celsius" in parsed.remarks[0]


@pytest.mark.parametrize("text", ["60", "warm", "0", "-36.5", "nan", "3650"])
def test_a_temperature_that_is_none_is_listed_by_its_line(text: str) -> None:
    parsed = read(newer(Temperature=text))
    assert "temperature_c" not in parsed.days.get(on("2026-03-05"), {})
    (left,) = [item for item in parsed.not_carried if item.what == "One value of line 2"]
    assert left.why.startswith(f"“{text}” stands in “Temperature”, where a body temperature")


def test_a_mark_that_cannot_be_read_leaves_its_whole_row_out() -> None:
    columns = [*NATURAL_CYCLES_COLUMNS, "Temperature excluded"]
    rows = [
        {"Date": "2026-03-05", "Temperature": "36.5", "Temperature excluded": "perhaps"},
        {"Date": "2026-03-06", "Temperature": "36.6"},
    ]
    parsed = read(table(columns, *rows))
    assert {on("2026-03-06"): {"temperature_c": 36.6}} == parsed.days
    assert "All of line 2" in {item.what for item in parsed.not_carried}


def test_an_excluded_temperature_is_disturbed() -> None:
    columns = [*NATURAL_CYCLES_COLUMNS, "Temperature excluded"]
    content = natural_cycles(
        {"Temperature": "36,6", "Temperature excluded": "yes"}, columns=columns
    )
    assert only_day(content) == {"temperature_c": 36.6, "temperature_disturbed": True}


def test_false_in_a_row_is_not_a_day_without_bleeding() -> None:
    assert read(natural_cycles({"Period": "false", "Spotting": "false", "Cramps": "0"})).days == {}


def test_the_table_may_lie_in_a_zip_under_any_name() -> None:
    content = many_zipped({"x/account.csv": b"name,mail\na,b\n", "x/y.csv": SAMPLE_NATURAL_CYCLES})
    parsed = read(content)
    assert parsed.days == read(SAMPLE_NATURAL_CYCLES).days
    assert "The table “account.csv” of the zip" in whys(parsed)


def test_a_column_nobody_knows_is_said_where_it_holds_something() -> None:
    columns = [*NATURAL_CYCLES_COLUMNS, "Weather", "Sex"]
    content = natural_cycles({"Weather": "rain", "Sex": "no"}, columns=columns)
    assert whys(read(content)) == {"The column “Weather”": 1}


def test_one_date_twice_is_refused_unless_both_rows_agree() -> None:
    row = {"Period": "true"}
    assert only_day(natural_cycles(row, row)) == {"bleeding": Bleeding.UNSPECIFIED}
    with pytest.raises(DayTwice, match="Line 3 and line 2"):
        read(natural_cycles(row, {"Period": "false"}))


def test_a_date_that_is_none_names_its_line() -> None:
    with pytest.raises(DateUnreadable, match=r"^Line 2"):
        read(natural_cycles({"Date": "2026-02-30"}))


CELLS = st.sampled_from(
    ["", "true", "false", "36,4", "97.7", "light", "egg white", "a, b", "05/03/2026", "-", "+"]
)


@settings(max_examples=60)
@given(st.lists(st.dictionaries(st.sampled_from(NATURAL_CYCLES_COLUMNS), CELLS), max_size=4))
def test_any_cells_are_read_or_refused(rows: list[dict[str, str]]) -> None:
    assert_read_or_refused_by(NATURAL_CYCLES, natural_cycles(*rows))
