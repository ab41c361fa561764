import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.days import Bleeding, SignStrength
from journal.exchange.importing.errors import ColumnMissing, DateUnreadable, FileEmpty
from journal.exchange.importing.parsed import NotCarried, Parsed, Question, QuestionKind
from journal.exchange.importing.samsung import SAMSUNG
from tests.builders import on
from tests.exchange.importing.app_files import only_day, read, whys
from tests.exchange.importing.claims import strength_question
from tests.exchange.importing.fuzz import assert_read_or_refused_by
from tests.exchange.importing.text_files import PREDICTION, many_zipped, samsung

DAY = "2026-03-05 00:00:00.000"


def test_an_export_is_read_as_a_whole() -> None:
    folder = "samsunghealth_x_20260601"
    content = many_zipped(
        {
            f"{folder}/com.samsung.health.cycle.flow.20260601.csv": samsung(
                "flow", (DAY, "medium"), ("2026-03-06 00:00:00.000", "3")
            ),
            f"{folder}/com.samsung.health.cycle.mood.20260601.csv": samsung("mood", (DAY, "sad")),
            f"{folder}/com.samsung.shealth.cycle.prediction.20260601.csv": PREDICTION,
            f"{folder}/com.samsung.shealth.step_daily_trend.20260601.csv": b"x\ny\n",
        }
    )
    assert read(content) == Parsed(
        format="Samsung Health cycle tables",
        days={
            on("2026-03-05"): {
                "bleeding": Bleeding.MEDIUM,
                "sign:low_mood": SignStrength.MILD,
            }
        },
        moments=[],
        contexts=[],
        not_carried=[
            NotCarried("Predictions", 1, "what was not noted is not taken"),
            NotCarried("Flow noted as “3”", 1, "how much it is was not chosen"),
        ],
        questions=[
            Question("samsung.flow.flow.3", QuestionKind.FLOW, "Flow noted as “3”", "", 1),
            strength_question("samsung", "Samsung Health", 1),
        ],
        remarks=[],
    )


def test_a_number_is_an_amount_only_where_she_says_so() -> None:
    content = samsung("flow", (DAY, "2"), (DAY.replace("05", "06"), "2"))
    assert read(content).days == {}
    assert whys(read(content)) == {"Flow noted as “2”": 2}
    days = read(content, {"samsung.flow.flow.2": "light"}).days
    assert [fields["bleeding"] for fields in days.values()] == [Bleeding.LIGHT, Bleeding.LIGHT]


def test_a_mood_as_a_number_stays_a_word() -> None:
    assert only_day(samsung("mood", (DAY, "4"))) == {"note": "Mood: mood 4"}


def test_predictions_are_never_taken() -> None:
    parsed = read(PREDICTION)
    assert parsed.days == {}
    assert whys(parsed) == {"Predictions": 1}


def test_a_table_nobody_describes_is_said() -> None:
    parsed = read(samsung("profile", ("28", "5")))
    assert (parsed.days, whys(parsed)) == ({}, {"The table “profile”": 1})


def test_columns_may_carry_the_name_of_the_table() -> None:
    long = "com.samsung.health.cycle.flow"
    columns = (f"{long}.flow", f"{long}.date", f"{long}.datauuid")
    assert only_day(samsung("flow", ("light", DAY), columns=columns)) == {
        "bleeding": Bleeding.LIGHT
    }


def test_rows_without_a_comma_too_many_are_read_as_well() -> None:
    content = b"com.samsung.health.cycle.flow,1,1\ndate,flow\n2026-03-05,light\n"
    assert only_day(content) == {"bleeding": Bleeding.LIGHT}


@pytest.mark.parametrize("rest", [b"", b"\n", b"\n\n\n", b"\n,,,\n", b"\n,\n2026-03-05,light\n"])
def test_a_banner_without_a_table_says_so(rest: bytes) -> None:
    with pytest.raises(FileEmpty):
        read(b"com.samsung.health.cycle.flow,6230001,1" + rest)


def test_what_is_wrong_is_named_by_its_line() -> None:
    with pytest.raises(DateUnreadable, match=r"^Line 3 needs a date"):
        read(samsung("flow", ("1772668800000", "light")))
    with pytest.raises(ColumnMissing, match="“date”"):
        read(samsung("flow", ("light",), columns=("flow", "datauuid")))


CELLS = st.sampled_from(["", DAY, "2026-03-05", "9999-12-31", "2", "light", "a;b", '"', "[1,2]"])


@settings(max_examples=80)
@given(
    st.sampled_from(["flow", "mood", "symptom", "prediction", "other"]),
    st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=4),
)
def test_any_cells_are_read_or_refused(kind: str, rows: list[tuple[str, str, str]]) -> None:
    assert_read_or_refused_by(SAMSUNG, samsung(kind, *rows))


def test_a_column_nobody_knows_is_listed_and_the_bookkeeping_is_not() -> None:
    content = (
        b"com.samsung.health.cycle.flow,1,3\n"
        b"update_time,com.samsung.health.cycle.flow.datauuid,date,flow,comment\n"
        b"2026-03-05 10:00,a1,2026-03-05,light,my own words\n"
    )
    assert whys(read(content)) == {"The column “comment”": 1}
