from datetime import date

import pytest

from journal.domain.days import Bleeding, SignStrength
from journal.exchange.importing.app_words import Word, in_short
from journal.exchange.importing.day_values import Amounts, DayValues
from journal.exchange.importing.fitbit import WORDS
from journal.exchange.importing.parsed import NO_CHOICES, Answers, Choices, Parsed
from journal.exchange.importing.periods import put_period
from journal.exchange.importing.word_questions import MOST_ASKED
from journal.exchange.importing.word_reading import WordReading
from tests.builders import on
from tests.exchange.importing.app_files import whys

DAY = on("2026-03-05")


def said(
    words: str,
    strength: SignStrength | None = None,
    heading: str = "Conditions",
    *,
    day: date = DAY,
    place: str = "Line 2",
) -> Word:
    """Say a word on a day."""
    return Word(day, place, heading, words, strength)


def carried(*words: Word, choices: Choices = NO_CHOICES, apart: bool = False) -> Parsed:
    """Carry words as Fitbit's."""
    reading = WordReading(WORDS, moments_apart=apart)
    for word in words:
        reading.say(word)
    return reading.parsed("x", Answers(choices))


def test_the_strongest_of_a_day_counts_in_any_order_and_the_other_is_listed() -> None:
    mild, severe = said("cramps", SignStrength.MILD), said("Cramps", SignStrength.SEVERE)
    for words in ((mild, severe), (severe, mild)):
        parsed = carried(*words)
        assert parsed.days == {DAY: {"sign:cramps": SignStrength.SEVERE}}
        assert whys(parsed) == {"A second strength of a sign on one day": 1}


@pytest.mark.parametrize(
    ("amounts", "kept"),
    [(Amounts.LEAST_SAID, Bleeding.SPOTTING), (Amounts.OF_A_PERIOD, Bleeding.UNSPECIFIED)],
)
def test_the_app_says_whether_spotting_gives_way_to_a_period(
    amounts: Amounts, kept: Bleeding
) -> None:
    reading = WordReading(WORDS, values=DayValues(amounts))
    reading.say(said("spotting", heading="Flow"))
    put_period(reading, DAY, DAY, "Line 3")
    assert {DAY: {"bleeding": kept}} == reading.parsed("x", Answers(NO_CHOICES)).days


def test_only_the_words_used_most_are_asked_about() -> None:
    parsed = carried(*(said(f"word {number}") for number in range(60)))
    assert len(parsed.questions) == MOST_ASKED
    assert whys(parsed) == {"Conditions: words that are no field of the journal": 60}


def test_a_long_word_is_cut_in_a_question_and_whole_in_the_note() -> None:
    parsed = carried(said("x" * 500))
    (question,) = parsed.questions
    assert question.words == f"Conditions: {'x' * 60}…" == f"Conditions: {in_short('x' * 500)}"
    assert parsed.days == {DAY: {"note": f"Conditions: {'x' * 500}"}}


def test_a_word_said_three_times_stands_once_in_the_note() -> None:
    parsed = carried(*[said("cold feet", SignStrength.MILD)] * 3)
    assert parsed.days == {DAY: {"note": "Conditions: cold feet (mild)"}}


def test_one_word_is_one_question_however_it_is_written() -> None:
    other = on("2026-03-06")
    words = said("Gush", heading="Flow"), said("GUSH", heading="flow", day=other)
    choices = {"fitbit.flow.flow.gush": "heavy"}
    parsed = carried(*words, choices=choices)
    (question,) = parsed.questions
    assert (question.words, question.count) == ("Flow noted as “Gush”", 2)
    assert parsed.days == {day: {"bleeding": Bleeding.HEAVY} for day in (DAY, other)}
    own = carried(said("Cold feet"), said("cold_feet")).questions
    assert [(item.key, item.words, item.count) for item in own] == [
        ("fitbit.word.conditions.cold feet", "Conditions: Cold feet", 2)
    ]


def test_a_strength_the_file_says_is_not_asked_for() -> None:
    assert carried(said("cramps", SignStrength.ABSENT)).questions == []
    (question,) = carried(said("cramps"), said("bloating", SignStrength.MILD)).questions
    assert (question.key, question.count) == ("fitbit.sign_strength", 1)


@pytest.mark.parametrize(("apart", "notes"), [(False, ["protected"]), (True, ["protected"] * 2)])
def test_two_entries_of_a_day_are_two_moments_where_the_app_means_them_so(
    *, apart: bool, notes: list[str]
) -> None:
    words = [said("protected", heading="Sex", place=f"Line {number}") for number in (2, 3)]
    moments = carried(*words, apart=apart).moments
    assert notes == [moment.note for moment in moments]
    assert {moment.with_whom for moment in moments} == {None}


@pytest.mark.parametrize(
    ("last", "days"),
    [
        *[("2026-03-05", 1), ("2026-03-09", 5), ("2026-03-04", 1), ("2026-06-05", 1)],
        (None, 1),
    ],
)
def test_a_period_is_bleeding_from_its_first_to_its_last_day(last: str | None, days: int) -> None:
    reading = WordReading(WORDS)
    assert days == put_period(reading, DAY, on(last) if last else None, "Line 2")
    parsed = reading.parsed("x", Answers(NO_CHOICES))
    assert set(parsed.days) == {on(f"2026-03-{5 + number:02}") for number in range(days)}
    assert ("The end of a period" in whys(parsed)) == (last not in {"2026-03-05", "2026-03-09"})
