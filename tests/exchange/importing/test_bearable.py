from datetime import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.days import SignStrength
from journal.exchange.importing.bearable import BEARABLE
from journal.exchange.importing.errors import DateUnreadable
from journal.exchange.importing.parsed import NotCarried, Parsed, Question, QuestionKind
from tests.builders import on
from tests.exchange.importing.app_files import only_day, read, whys
from tests.exchange.importing.claims import kept_as_words
from tests.exchange.importing.fuzz import assert_read_or_refused_by
from tests.exchange.importing.text_files import NEWER_BEARABLE_COLUMNS, bearable

IN_NOTE = "they are kept as words in the day's note"
STEPS = "bearable.steps:mood"


def one(category: str, amount: str = "", detail: str = "", **more: str) -> dict[str, str]:
    """Write one reading."""
    return {"category": category, "rating/amount": amount, "detail": detail, **more}


def symptom(detail: str, amount: str = "", **more: str) -> dict[str, str]:
    """Write one symptom."""
    return one("Symptom", amount, detail, **more)


DAYS = {
    on("2026-03-05"): {
        "sleep_hours": 7.5,
        "sign:headache": SignStrength.SEVERE,
        "note": "Mood: 3 Calm, Hopeful (am)\n"
        "Meds/Supplements: 1 tablet Iron\nSymptom: Cold feet (moderate)",
    },
    on("2026-03-06"): {"note": "Gratitudes: a long walk"},
}
NOT_CARRIED = [
    NotCarried(
        "Mood as a number",
        1,
        "how far the scale goes is not chosen, or the number lies outside it; it is kept "
        "as words in the day's note",
    ),
    NotCarried("The time of day of a symptom", 2, "a sign is one of the whole day"),
    NotCarried("Meds/Supplements, as something to count", 1, IN_NOTE),
    NotCarried("Gratitudes, as something to count", 1, IN_NOTE),
    kept_as_words("Symptom"),
    NotCarried(
        "A second strength of a sign on one day",
        1,
        "a day keeps one; the most noted is kept",
    ),
]


def test_an_export_is_read_as_a_whole() -> None:
    content = bearable(
        symptom("Headache (Mild)", "1", **{"time of day": "am"}),
        symptom("Headache (Severe)", "3", **{"time of day": "pm"}),
        symptom("Cold feet (Moderate)", "2"),
        one("Mood", "3", "Calm | Hopeful", **{"time of day": "am"}),
        one("Sleep", "7:30"),
        one("Meds/Supplements", "1 tablet", "Iron"),
        one("Gratitudes", "", "", date="6th Mar 2026", notes="a long walk"),
    )
    assert read(content) == Parsed(
        format="Bearable CSV",
        days=DAYS,
        moments=[],
        contexts=[],
        not_carried=NOT_CARRIED,
        questions=[
            Question(
                STEPS,
                QuestionKind.STEPS,
                "Mood: the lowest and the highest number you can give in Bearable",
                "note",
                1,
            ),
            Question(
                "bearable.word.symptom.cold feet",
                QuestionKind.SIGN,
                "Symptom: Cold feet",
                "note",
                1,
            ),
        ],
        remarks=[],
    )


def test_the_newer_layout_has_the_same_day_as_iso_beside() -> None:
    content = bearable(
        symptom("Nausea (Mild)", "1", **{"date formatted": "2026-03-05"}),
        columns=NEWER_BEARABLE_COLUMNS,
    )
    assert only_day(content) == only_day(bearable(symptom("Nausea (Mild)", "1")))
    assert list(read(content).days) == [on("2026-03-05")]


def test_a_column_of_iso_dates_is_the_day_whatever_it_is_called() -> None:
    columns = ["iso" if name == "date formatted" else name for name in NEWER_BEARABLE_COLUMNS]
    rows = [{"date": f"0{day}/03/2026", "iso": f"2026-03-0{day}"} for day in (5, 6)]
    content = bearable(*(symptom("Nausea (Mild)", **row) for row in rows), columns=columns)
    assert list(read(content).days) == [on("2026-03-05"), on("2026-03-06")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1st Jan 2022", "2022-01-01"),
        ("22nd Feb 2022", "2022-02-22"),
        ("23rd Sep 2021", "2021-09-23"),
        ("2022-01-05", "2022-01-05"),
    ],
)
def test_dates_are_read_in_every_layout(text: str, day: str) -> None:
    assert list(read(bearable(symptom("Nausea (Mild)", date=text))).days) == [on(day)]


@pytest.mark.parametrize(
    "text", ["31st Feb 2022", "5th Foo 2022", "", "05/03/2022", "05/03/22", "5th Jan 1822"]
)
def test_a_date_that_is_none_names_its_line(text: str) -> None:
    with pytest.raises(DateUnreadable, match=r"^Line 2 needs a date"):
        read(bearable(symptom("Nausea (Mild)", date=text)))


@pytest.mark.parametrize(
    ("detail", "amount", "strength"),
    [
        ("Nausea (Mild)", "1", "mild"),
        ("Nausea (Moderate)", "2", "moderate"),
        ("Nausea (Severe)", "3", "severe"),
        ("Nausea (Unbearable)", "4", "severe"),
        ("Nausea (None)", "0", "absent"),
        ("Nausea (Mild)", "3", "mild"),
        ("Nausea (Leicht)", "2", "moderate"),
        ("Nausea", "2", "moderate"),
        ("Nausea", "", "mild"),
    ],
)
def test_strengths_go_by_their_name_first(detail: str, amount: str, strength: str) -> None:
    assert only_day(bearable(symptom(detail, amount))) == {"sign:nausea": strength}


def test_a_symptom_without_any_strength_counts_as_she_says() -> None:
    content = bearable(symptom("Nausea"))
    (question,) = read(content).questions
    assert question.kind is QuestionKind.STRENGTH
    assert only_day(content, {question.key: "severe"}) == {"sign:nausea": "severe"}
    assert only_day(content, {question.key: "note"}) == {"note": "Symptom: Nausea"}


def test_a_symptom_of_her_own_becomes_the_sign_she_chooses() -> None:
    content = bearable(symptom("Cold feet (Severe)"), symptom("Cold feet (Mild)"))
    key = "bearable.word.symptom.cold feet"
    assert only_day(content, {key: "sign:dizziness"}) == {"sign:dizziness": "severe"}
    assert read(content, {key: ""}).days == {}
    assert whys(read(content, {key: ""})) == {"Symptom: “Cold feet”": 2}


@pytest.mark.parametrize(
    ("numbers", "steps", "rating"),
    [
        (["1"], "1-5", 1),
        (["3"], "1-5", 5),
        (["5"], "1-5", 9),
        (["3", "4"], "1-5", 6),
        (["0"], "0-5", 0),
        (["5"], "0-5", 10),
        (["7"], "1-10", 7),
        (["7", "8"], "0-10", 8),
    ],
)
def test_mood_has_a_number_once_the_scale_is_known(
    numbers: list[str], steps: str, rating: int
) -> None:
    content = bearable(*(one("Mood", number) for number in numbers))
    assert rating == only_day(content, {STEPS: steps})["mood"]


@pytest.mark.parametrize(("number", "steps"), [("6", "1-5"), ("0", "1-10"), ("11", "0-10")])
def test_a_number_outside_the_scale_stays_a_word(number: str, steps: str) -> None:
    content = bearable(one("Mood", number))
    assert only_day(content, {STEPS: steps}) == {"note": f"Mood: {number}"}
    assert whys(read(content, {STEPS: steps})) == {"Mood as a number": 1}


def test_the_raw_numbers_stay_in_the_note() -> None:
    content = bearable(
        one("Energy", "2", **{"time of day": "am"}), one("Energy", "5", **{"time of day": "pm"})
    )
    fields = only_day(content, {"bearable.steps:energy": "1-5"})
    assert fields == {"energy": 6, "note": "Energy: 2 (am); 5 (pm)"}


def test_two_sleeps_on_a_day_are_not_added_up() -> None:
    parsed = read(bearable(one("Sleep", "7:30"), one("Sleep", "1:00")))
    assert parsed.days == {on("2026-03-05"): {"note": "Sleep: 7:30\nSleep: 1:00"}}
    assert whys(parsed) == {"Hours of sleep": 2}


def test_a_factor_can_be_a_moment() -> None:
    content = bearable(one("Factors", "", "Long hug | Coffee"))
    parsed = read(content, {"activity:long hug": "moment:long_hug"})
    assert [moment.kind for moment in parsed.moments] == ["long_hug"]
    assert parsed.days == {on("2026-03-05"): {"note": "Factors: Coffee"}}


def test_when_a_factor_was_and_how_much_comes_along() -> None:
    content = bearable(one("Factors", "2", "Long hug | Coffee", **{"time of day": "08:15"}))
    parsed = read(content, {"activity:long hug": "moment:long_hug"})
    assert [moment.at for moment in parsed.moments] == [time(8, 15)]
    assert parsed.days == {on("2026-03-05"): {"note": "Factors: Coffee, amount 2, (08:15)"}}


def test_a_symptom_without_a_name_is_listed_and_stays_in_words() -> None:
    parsed = read(bearable(symptom("", "3", notes="after lunch")))
    assert parsed.days == {on("2026-03-05"): {"note": "Symptom: 3 after lunch"}}
    assert whys(parsed) == {"A symptom without a name": 1}


def test_half_a_step_is_no_strength_of_its_own() -> None:
    content = bearable(symptom("Nausea (Mittel)", "2.5"))
    assert only_day(content, {"bearable.sign_strength": "severe"}) == {"sign:nausea": "severe"}


CELLS: Any = st.sampled_from(
    ["", "Mood", "Symptom", "Sleep", "Factors", "3", "7:30", "x (Mild)", "(", "a|b", "6th Mar 2026"]
)


@settings(max_examples=60)
@given(st.lists(st.dictionaries(st.sampled_from(NEWER_BEARABLE_COLUMNS), CELLS), max_size=4))
def test_any_cells_are_read_or_refused(rows: list[dict[str, str]]) -> None:
    assert_read_or_refused_by(BEARABLE, bearable(*rows, columns=NEWER_BEARABLE_COLUMNS))
