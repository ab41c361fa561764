import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.domain.days import Bleeding, Mucus, SignStrength
from journal.exchange.importing.errors import DateUnreadable, TooManyLines
from journal.exchange.importing.my_calendar import MY_CALENDAR
from journal.exchange.importing.parsed import NotCarried, Parsed, Question, QuestionKind
from journal.exchange.importing.tables import MOST_ROWS
from tests.builders import on
from tests.exchange.importing.app_files import only_day, read, whys
from tests.exchange.importing.claims import kept_as_words, strength_question
from tests.exchange.importing.fuzz import assert_read_or_refused_by
from tests.exchange.importing.text_files import my_calendar

DAY = "Mar 5, 2026"


def one(event: str) -> bytes:
    """Write one line."""
    return my_calendar((DAY, event))


def bleeding(content: bytes) -> dict[str, str]:
    """Return the bleeding of a file by day."""
    days = read(content).days
    return {
        day.isoformat(): str(fields["bleeding"])
        for day, fields in days.items()
        if "bleeding" in fields
    }


DAYS = {
    on("2026-03-05"): {
        "temperature_c": 36.6,
        "bleeding": Bleeding.UNSPECIFIED,
        "sign:cramps": SignStrength.SEVERE,
        "note": "Symptoms: Cold feet (mild)",
    },
    on("2026-03-06"): {
        "sign:low_mood": SignStrength.MILD,
        "bleeding": Bleeding.UNSPECIFIED,
        "note": "Moods: Angelic",
    },
}
QUESTIONS = [
    Question(
        "my_calendar.word.symptoms.cold feet",
        QuestionKind.SIGN,
        "Symptoms: Cold feet",
        "note",
        1,
    ),
    Question("my_calendar.word.moods.angelic", QuestionKind.SIGN, "Moods: Angelic", "note", 1),
    Question(
        "my_calendar.flow.flow.+++",
        QuestionKind.FLOW,
        "Flow noted as “+++”",
        "unspecified",
        1,
    ),
    strength_question("my_calendar", "My Calendar", 1),
]


def test_an_export_is_read_as_a_whole() -> None:
    content = my_calendar(
        ("Mar 5, 2026", "Period Starts"),
        ("Mar 5, 2026", "Symptoms:+++Flow,Cramps;+Cold feet;"),
        ("Mar 5, 2026", "Temperature:36.6℃"),
        ("Mar 6, 2026", "Moods:Sad,Angelic"),
        ("Mar 6, 2026", "Period Ends"),
    )
    assert read(content) == Parsed(
        format="My Calendar text",
        days=DAYS,
        moments=[],
        contexts=[],
        not_carried=[
            NotCarried("Flow noted as “+++”", 1, "how much it is was not chosen"),
            kept_as_words("Symptoms"),
            kept_as_words("Moods"),
        ],
        questions=QUESTIONS,
        remarks=["Plus signs are strengths: + is mild, ++ moderate, +++ and more severe."],
    )


@pytest.mark.parametrize("pluses", ["", "+", "++", "+++", "++++", "+++++++"])
def test_plus_signs_before_flow_are_the_amount_she_says(pluses: str) -> None:
    amount = Bleeding.UNSPECIFIED
    content = one(f"Symptoms:{pluses}Flow;")
    noted = [f"Flow noted as “{pluses[:4]}”"] if pluses else []
    assert list(whys(read(content))) == noted
    (question,) = read(content).questions
    assert (question.kind, question.default) == (QuestionKind.FLOW, amount)
    assert only_day(content) == {"bleeding": amount}
    assert only_day(content, {question.key: "flooding"}) == {"bleeding": Bleeding.FLOODING}
    assert read(content, {question.key: ""}).days == {}


@pytest.mark.parametrize(
    ("pluses", "strength"),
    [("+", "mild"), ("++", "moderate"), ("+++", "severe"), ("++++", "severe"), ("", "mild")],
)
def test_plus_signs_before_a_symptom_are_its_strength(pluses: str, strength: str) -> None:
    assert only_day(one(f"Symptoms:{pluses}Headache;")) == {"sign:headache": strength}


def test_a_period_told_by_its_ends_is_bleeding_on_every_day_of_it() -> None:
    content = my_calendar(("Mar 7, 2026", "Period Ends"), ("Mar 5, 2026", "Period Starts"))
    unsaid = "unspecified"
    assert {"2026-03-05": unsaid, "2026-03-06": unsaid, "2026-03-07": unsaid} == bleeding(content)


def test_an_amount_noted_within_a_period_stays() -> None:
    content = my_calendar(
        ("Mar 5, 2026", "Period Starts"),
        ("Mar 6, 2026", "Symptoms:+Flow;"),
        ("Mar 6, 2026", "Period Ends"),
    )
    (question,) = read(content).questions
    light = read(content, {question.key: "light"}).days
    assert [day["bleeding"] for day in light.values()] == ["unspecified", "light"]


def test_only_what_is_said_of_a_period_is_taken() -> None:
    content = my_calendar(
        ("Jan 2, 2026", "Period Ends"),
        ("Mar 5, 2026", "Period Starts"),
        ("Apr 5, 2026", "Period Starts"),
        ("Dec 5, 2026", "Period Ends"),
    )
    assert bleeding(content) == {"2026-03-05": "unspecified", "2026-04-05": "unspecified"}
    why = {(item.what, item.why): item.count for item in read(content).not_carried}
    assert why == {
        ("The end of a period", "the file does not say when it began"): 1,
        (
            "The end of a period",
            "the file does not say when it was; only the first day is taken",
        ): 1,
        (
            "The end of a period",
            (
                "it lies before the first day, or more than 60 days after it; "
                "only the first day is taken"
            ),
        ): 1,
    }


def test_spotting_and_mucus_among_the_symptoms_are_no_signs() -> None:
    fields = only_day(one("Symptoms:+Spotting,Creamy;++Sticky;"))
    assert fields == {
        "bleeding": Bleeding.SPOTTING,
        "mucus": Mucus.CREAMY,
        "note": "Symptoms: Sticky (moderate)",
    }


@pytest.mark.parametrize("event", ["Ovulation", "Fertile Starts", "Next Period", "Predicted:x"])
def test_what_the_app_may_have_calculated_is_not_taken(event: str) -> None:
    parsed = read(one(event))
    assert parsed.days == {}
    assert list(whys(parsed).values()) == [1]


def test_a_note_may_have_several_lines() -> None:
    content = (
        one("Notes:first") + b"second, with: a colon\n" + my_calendar(("Mar 6, 2026", "Weight:60"))
    )
    assert read(content).days == {
        on("2026-03-05"): {"note": "first\nsecond, with: a colon"},
        on("2026-03-06"): {"note": "Weight: 60"},
    }
    assert whys(read(content)) == {"“Weight” as something to count": 1}


@pytest.mark.parametrize(
    "line", ["Mar 32, 2026\tx", "Foo 5, 2026\tx", "05-03-26\tx", "\tx", "just words"]
)
def test_a_line_without_a_date_is_named(line: str) -> None:
    content = one("Period Starts") + line.encode() + b"\n"
    with pytest.raises(DateUnreadable, match=r"^Line 2"):
        read(content)


def test_more_lines_than_a_lifetime_are_refused() -> None:
    with pytest.raises(TooManyLines):
        read(one("Period Starts") + b"\n" * MOST_ROWS)


EVENTS = st.sampled_from(
    [
        *("Period Starts", "Period Ends", "Symptoms:++Flow;", "Symptoms:;;++,;Spotting", "Moods:"),
        *("Temperature:36.6", "Temperature:x", "Notes:a", "", ":", "++", "Ovulation", "Flow:3"),
    ]
)
DATES = st.sampled_from(
    ["Mar 5, 2026", "Dec 31, 9999", "Jan 1, 1900", "Feb 30, 2026", "5 Mar 2026"]
)


@settings(max_examples=80)
@given(st.lists(st.tuples(DATES, EVENTS), max_size=6))
def test_any_events_are_read_or_refused(lines: list[tuple[str, str]]) -> None:
    assert_read_or_refused_by(MY_CALENDAR, one("Period Starts") + my_calendar(*lines))
