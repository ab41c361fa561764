from typing import Any

import pytest

from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Bleeding, LhTest, Mucus, SignStrength
from journal.domain.moments import Moment
from journal.exchange.importing import errors
from journal.exchange.importing.parsed import NotCarried, Parsed, Question, QuestionKind
from journal.exchange.importing.periods import LONGEST_PERIOD_DAYS
from tests.builders import on
from tests.exchange.importing.app_files import only_day, read, whys
from tests.exchange.importing.claims import assert_refused, kept_as_words, strength_question
from tests.exchange.importing.flo_files import EXAMPLE, PREGNANT, cycle, document, event, flo
from tests.exchange.importing.fuzz import as_json

MILD = SignStrength.MILD
NOWHERE = "the journal has no place for it"


def bleeding(content: bytes, choices: dict[str, str] | None = None) -> list[object]:
    """Return the bleeding of the days of a file, in their order."""
    return [fields.get("bleeding") for fields in read(content, choices or {}).days.values()]


def ask(key: str, kind: QuestionKind, words: str, default: str) -> Question:
    return Question(f"flo.{key}", kind, words, default, 1)


DAYS = {
    on("2026-02-28"): {"bleeding": Bleeding.LIGHT},
    on("2026-03-01"): {"bleeding": Bleeding.HEAVY},
    on("2026-03-02"): {"bleeding": Bleeding.UNSPECIFIED},
    on("2026-03-14"): {
        "temperature_c": 36.4,
        "sign:cramps": MILD,
        "sign:anxiety": MILD,
        "desire": 8,
        "mucus": Mucus.EGG_WHITE,
        "lh_test": LhTest.POSITIVE,
        "note": "a note\nMood: happy\nOvulation: other methods",
    },
    on("2026-03-15"): {"note": "Medication: pills, taken"},
    on("2026-03-16"): {"sign:headache": MILD},
    on("2026-03-17"): {"note": "Medication: pills, missed"},
}
NOT_CARRIED = [
    NotCarried(
        "A pregnancy, in the cycle that began on 2025-01-03",
        1,
        "the file does not say from when to when, and Flo may have worked out that "
        "cycle's first day itself; you can enter it as a context",
    ),
    NotCarried("Entries deleted in Flo", 1, "they are marked as deleted"),
    NotCarried("Water", 1, NOWHERE),
    NotCarried("The part “reminders”", 1, "the journal does not know it"),
    kept_as_words("Mood"),
    kept_as_words("Ovulation"),
    kept_as_words("Medication", 2),
]
QUESTIONS = [
    ask(
        "flow.period intensity.1",
        QuestionKind.FLOW,
        "Period intensity noted as “1”",
        "light",
    ),
    ask(
        "flow.period intensity.3",
        QuestionKind.FLOW,
        "Period intensity noted as “3”",
        "heavy",
    ),
    strength_question("flo", "Flo", 3),
    ask(
        "intimate",
        QuestionKind.MOMENT,
        "Sex and pleasure on your own, as intimate moments",
        "yes",
    ),
    ask(
        "desire.sex.high sex drive",
        QuestionKind.RATING,
        "Sex noted as “high sex drive”",
        "8",
    ),
]


def test_an_export_is_read_as_a_whole() -> None:
    parsed = read(as_json(EXAMPLE))
    assert parsed == Parsed(
        format="Flo",
        days=DAYS,
        moments=[
            Moment(on("2026-03-14"), "sex", id=item.id, note="sex protected")
            for item in parsed.moments
        ],
        not_carried=NOT_CARRIED,
        questions=QUESTIONS,
        remarks=[],
        contexts=[],
    )


@pytest.mark.parametrize(
    ("intensity", "expected"),
    [
        ({"0": 1}, [Bleeding.LIGHT, Bleeding.UNSPECIFIED, Bleeding.UNSPECIFIED]),
        ({"0": 2, "2": 3}, [Bleeding.MEDIUM, Bleeding.UNSPECIFIED, Bleeding.HEAVY]),
        ({"1": 1, "3": 3}, [Bleeding.LIGHT, Bleeding.UNSPECIFIED, Bleeding.HEAVY]),
        ({"3": "High"}, [Bleeding.UNSPECIFIED, Bleeding.UNSPECIFIED, Bleeding.HEAVY]),
        ({"1": 1, "2": 3}, [Bleeding.UNSPECIFIED] * 3),
        ({}, [Bleeding.UNSPECIFIED] * 3),
    ],
)
def test_amounts_stand_on_the_days_the_file_shows_them_to_mean(
    intensity: dict[str, Any], expected: list[Bleeding]
) -> None:
    assert expected == bleeding(
        flo(cycles=[cycle("2026-03-01", "2026-03-03", intensity=intensity)])
    )


def test_amounts_whose_day_is_open_are_listed() -> None:
    cycles = [cycle("2026-03-01", "2026-03-03", intensity={"1": 1, "2": 3})]
    assert whys(read(flo(cycles=cycles))) == {"How much bleeding on a day": 2}


def test_one_period_shows_how_the_days_of_all_are_counted() -> None:
    cycles = [
        cycle("2026-02-01", "2026-02-02", intensity={"0": 1}),
        cycle("2026-03-01", "2026-03-02", intensity={"1": 3, "2": 3}),
    ]
    flow = [Bleeding.LIGHT, Bleeding.UNSPECIFIED, Bleeding.UNSPECIFIED, Bleeding.HEAVY]
    assert flow == bleeding(flo(cycles=cycles))
    assert whys(read(flo(cycles=cycles))) == {"How much bleeding on a day": 1}


def test_an_amount_means_what_she_says() -> None:
    content = flo(cycles=[cycle("2026-03-01", "2026-03-01", intensity={"0": 4})])
    assert bleeding(content) == [Bleeding.UNSPECIFIED]
    (question,) = read(content).questions
    assert question.words == "Period intensity noted as “4”"
    assert bleeding(content, {question.key: "flooding"}) == [Bleeding.FLOODING]
    assert bleeding(content, {question.key: ""}) == [Bleeding.UNSPECIFIED]


@pytest.mark.parametrize(
    ("end", "days"),
    [
        (None, 1),
        ("2026-02-27", 1),
        ("2026-03-01", 1),
        ("2026-03-07", 7),
        ("2026-04-29", LONGEST_PERIOD_DAYS),
        ("2026-04-30", 1),
        ("2031-03-01", 1),
    ],
)
def test_a_period_without_a_believable_end_is_its_first_day(end: str | None, days: int) -> None:
    content = flo(cycles=[cycle("2026-03-01", end)])
    assert [Bleeding.UNSPECIFIED] * days == bleeding(content)
    assert (days == 1 and end != "2026-03-01") == ("The end of a period" in whys(read(content)))


def test_a_pregnancy_with_both_its_ends_becomes_a_context() -> None:
    parsed = read(flo(cycles=[PREGNANT]))
    (context,) = parsed.contexts
    assert context == Context(
        ContextKind.PREGNANCY, on("2024-01-03"), on("2024-10-02"), id=context.id
    )
    assert (parsed.days, parsed.not_carried) == ({}, [])


def test_the_event_list_is_found_in_either_place_and_counts_once() -> None:
    one = event("Sex", "Masturbation")
    both = document(one) | {"pointEventsManualData": {"point_events_manual_v2": [one]}}
    other = {
        "operationalData": {"cycles": []},
        "pointEventsManualData": {"point_events_manual_v2": [one, event("Symptom", "Acne")]},
    }
    assert [item.kind for item in read(as_json(both)).moments] == ["solo_pleasure"]
    assert [item.kind for item in read(as_json(other)).moments] == ["solo_pleasure"]
    assert only_day(as_json(other)) == {"sign:skin_spots": MILD}


@pytest.mark.parametrize("beside", [{}, {"operationalData": {"cycles": []}}])
@pytest.mark.parametrize("named", [True, False])
def test_the_other_place_may_hold_the_list_itself_and_be_the_only_one(
    beside: dict[str, Any], *, named: bool
) -> None:
    events = [event("Symptom", "Acne")]
    found = {"point_events_manual_v2": events} if named else events
    assert only_day(as_json(beside | {"pointEventsManualData": found})) == {"sign:skin_spots": MILD}


def test_what_stands_beside_the_main_part_is_listed() -> None:
    whole = document() | {"surveys": [{"a": 1}], "profile": {"name": "x"}, "version": 3}
    assert whys(read(as_json(whole))) == {"The part “surveys”": 1, "The part “profile”": 1}


def test_spotting_is_never_a_period() -> None:
    content = flo(event("Symptom", "Spotting"), event("Fluid", "Spotting", "2026-03-15"))
    assert bleeding(content) == [Bleeding.SPOTTING, Bleeding.SPOTTING]


def test_a_word_nobody_knows_is_asked_about() -> None:
    content = flo(event("Symptom", "SomethingNew"))
    (question,) = read(content).questions
    assert question == Question(
        "flo.word.symptom.something new", QuestionKind.SIGN, "Symptom: something new", "note", 1
    )
    assert only_day(content) == {"note": "Symptom: something new"}
    assert only_day(content, {question.key: "sign:fatigue"}) == {"sign:fatigue": MILD}


@pytest.mark.parametrize(
    ("content", "error", "sentence"),
    [
        (
            flo(event("Symptom", "Acne"), event("Mood", "Sad", "31/12/25")),
            errors.DateUnreadable,
            "Event 2 needs a date",
        ),
        (
            flo(cycles=[{"period_end_date": "2026-03-01"}]),
            errors.DateUnreadable,
            "Cycle 1 needs a date",
        ),
        (
            flo(event("Mood", "Sad", properties="{")),
            errors.ValueUnreadable,
            "Event 1 has “{” in “properties”, where JSON is expected",
        ),
        (flo(cycles={}), errors.ValueUnreadable, "The file has “{…}” in “cycles”, where a list"),
        (as_json(EXAMPLE)[:-9], errors.BackupUnreadable, "The file is cut off or damaged"),
    ],
)
def test_what_cannot_be_meant_is_refused_by_its_place(
    content: bytes, error: type[errors.FileUnreadable], sentence: str
) -> None:
    assert_refused(content, error, sentence)


def test_a_value_the_journal_cannot_keep_is_listed_and_the_rest_comes_along() -> None:
    cold = event("Temperature", "Basal", properties={"value": 12})
    parsed = read(flo(cold, event("Symptom", "Acne")))
    assert [item.what for item in parsed.not_carried] == ["One value of event 1"]
    assert len(parsed.days) == 1
