import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.days import Bleeding, LhTest, Mucus
from journal.exchange.importing.errors import DateUnreadable, DayTwice
from journal.exchange.importing.fertility_friend import FERTILITY_FRIEND
from journal.exchange.importing.parsed import Parsed, Question, QuestionKind
from tests.builders import on
from tests.exchange.importing.app_files import only_day, read, whys
from tests.exchange.importing.claims import kept_as_words
from tests.exchange.importing.fuzz import assert_read_or_refused_by
from tests.exchange.importing.text_files import FERTILITY_FRIEND_COLUMNS, fertility_friend, table

ORDER = "fertility_friend.date_order"


DAYS = {
    on("2026-03-05"): {
        "temperature_c": 36.5,
        "bleeding": Bleeding.LIGHT,
        "mucus": Mucus.EGG_WHITE,
        "lh_test": LhTest.POSITIVE,
        "note": "a day",
    },
    on("2026-03-06"): {"lh_test": LhTest.NEGATIVE, "note": "Cervical fluid: sticky"},
}


def test_an_export_is_read_as_a_whole() -> None:
    content = fertility_friend(
        {
            "BBT": "97.70",
            "CM": "Eggwhite",
            "OPK": "positive",
            "Menses": "Light",
            "Notes": "a day",
        },
        {"Date": "2026-03-06", "CM": "sticky", "OPK": "-", "Intercourse": "yes"},
    )
    parsed = read(content)
    (moment,) = parsed.moments
    assert (moment.date, moment.kind, moment.with_whom) == (
        on("2026-03-06"),
        "sex",
        None,
    )
    assert parsed == Parsed(
        format="Fertility Friend CSV",
        days=DAYS,
        moments=[moment],
        contexts=[],
        not_carried=[kept_as_words("Cervical fluid")],
        questions=[
            Question(
                "fertility_friend.intimate",
                QuestionKind.MOMENT,
                "Sex and pleasure on your own, as intimate moments",
                "yes",
                1,
            )
        ],
        remarks=[
            (
                "Temperatures in degrees Fahrenheit (1×) come as degrees Celsius; numbers from "
                "93 to 109 can be nothing else."
            )
        ],
    )


def test_dates_that_can_be_read_two_ways_wait_for_her() -> None:
    content = fertility_friend({"Date": "03/05/2026", "BBT": "36.5"}, {"Date": "04/05/2026"})
    waiting = read(content)
    (question,) = waiting.questions
    assert question == Question(ORDER, QuestionKind.DATE_ORDER, "Dates such as “03/05/2026”", "", 2)
    assert waiting.days == {}
    assert whys(waiting) == {"Every day of the file": 2}
    assert list(read(content, {ORDER: "day_first"}).days) == [on("2026-05-03")]
    assert list(read(content, {ORDER: "month_first"}).days) == [on("2026-03-05")]


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (["13/05/2026", "03/05/2026"], "2026-05-13"),
        (["05/13/2026", "05/03/2026"], "2026-05-13"),
        (["05/05/2026"], "2026-05-05"),
        (["2026-05-13"], "2026-05-13"),
    ],
)
def test_one_date_that_can_only_be_read_one_way_settles_all(dates: list[str], first: str) -> None:
    parsed = read(fertility_friend(*({"Date": text, "BBT": "36.5"} for text in dates)))
    assert parsed.questions == []
    assert on(first) in parsed.days


def test_dates_that_fit_no_one_order_name_the_line() -> None:
    with pytest.raises(DateUnreadable, match=r"^Line 3 needs a date"):
        read(fertility_friend({"Date": "13/05/2026"}, {"Date": "05/13/2026"}))


def test_years_of_two_digits_are_said() -> None:
    parsed = read(fertility_friend({"Date": "13/05/26", "BBT": "36.5"}))
    assert list(parsed.days) == [on("2026-05-13")]
    assert "Years of two digits are read as years from 2000." in parsed.remarks


@pytest.mark.parametrize(
    ("text", "celsius"),
    [("36.55", 36.55), ("36,55", 36.55), ("36.55°C", 36.55), ("97.7", 36.5), ("97.70 °F", 36.5)],
)
def test_the_unit_of_a_temperature_follows_from_what_it_can_be(text: str, celsius: float) -> None:
    assert only_day(fertility_friend({"BBT": text})) == {"temperature_c": celsius}


def test_a_unit_in_the_columns_name_is_believed() -> None:
    columns = ["Date", "Temp (F)", "CM"]
    assert read(table(columns, {"Date": "2026-03-05", "Temp (F)": "97.7"})).days == {
        on("2026-03-05"): {"temperature_c": 36.5}
    }


def test_a_temperature_between_the_two_units_is_listed() -> None:
    parsed = read(fertility_friend({"BBT": "70"}))
    assert parsed.days == {}
    (left,) = parsed.not_carried
    assert left.what == "One value of line 2"
    assert left.why.endswith("where a body temperature in °C or °F is expected")


def test_sex_can_be_left_behind_with_all_words_about_it() -> None:
    content = fertility_friend({"Intercourse": "yes"}, {"Date": "2026-03-06", "Intercourse": "am"})
    parsed = read(content, {"fertility_friend.intimate": ""})
    assert list(parsed.moments) == []
    assert parsed.days == {}
    assert whys(parsed) == {"Sex and pleasure on your own": 2}
    assert read(content).days == {on("2026-03-06"): {"note": "Sex: am"}}


@pytest.mark.parametrize("cell", ["no", "0", "", "None"])
def test_no_sex_is_nothing_recorded(cell: str) -> None:
    parsed = read(fertility_friend({"Intercourse": cell}))
    assert (parsed.days, list(parsed.moments)) == ({}, [])


def test_one_date_twice_is_refused_unless_both_rows_agree() -> None:
    assert only_day(fertility_friend({"CM": "dry"}, {"CM": "dry"})) == {"mucus": Mucus.DRY}
    with pytest.raises(DayTwice):
        read(fertility_friend({"CM": "dry"}, {"CM": "creamy"}))


CELLS = st.sampled_from(
    ["", "03/05/2026", "13/05/2026", "5 Mar 2026", "2026-03-05", "97.7", "36,4", "dry", "+", "yes"]
)


@settings(max_examples=60)
@given(
    st.lists(st.dictionaries(st.sampled_from(FERTILITY_FRIEND_COLUMNS), CELLS), max_size=4),
    st.sampled_from(["", "day_first", "month_first"]),
)
def test_any_cells_are_read_or_refused(rows: list[dict[str, str]], order: str) -> None:
    assert_read_or_refused_by(FERTILITY_FRIEND, fertility_friend(*rows), {ORDER: order})
