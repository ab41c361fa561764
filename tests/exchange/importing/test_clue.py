import io
import zipfile
from datetime import date
from typing import Any

import pytest

from journal.domain.days import Bleeding, LhTest, Mucus, SignStrength
from journal.domain.moments import Moment, WithWhom
from journal.exchange.importing import errors
from journal.exchange.importing.json_files import MOST_VALUES
from journal.exchange.importing.parsed import NotCarried, Parsed, Question, QuestionKind
from tests.builders import on
from tests.exchange.importing.app_files import only_day, read, whys, zipped
from tests.exchange.importing.claims import assert_refused, kept_as_words, strength_question
from tests.exchange.importing.clue_files import EXAMPLE, OLD, clue, clue_zip, measurement
from tests.exchange.importing.fuzz import as_json

CHOSEN = "you chose to leave it out"


def one(kind: str, value: Any) -> bytes:
    return clue(measurement(kind, value))


DAYS = {
    on("2026-03-05"): {
        "bleeding": Bleeding.HEAVY,
        "sign:cramps": SignStrength.MILD,
        "sign:low_mood": SignStrength.MILD,
        "energy": 3,
        "note": "Pain: leg\nFeelings: happy",
    },
    on("2026-03-06"): {"bleeding": Bleeding.LIGHT},
    on("2026-03-09"): {"bleeding": Bleeding.SPOTTING, "note": "Spotting: brown"},
    on("2026-03-14"): {
        "desire": 8,
        "mucus": Mucus.EGG_WHITE,
        "lh_test": LhTest.POSITIVE,
        "temperature_c": 36.55,
        "sleep_hours": 7.5,
        "note": "Tags: By the sea",
    },
}
QUESTIONS = [
    Question(
        "clue.word.tags.by the sea",
        QuestionKind.ACTIVITY,
        "Tags: By the sea",
        "note",
        1,
    ),
    strength_question("clue", "Clue", 2),
    Question(
        "clue.energy.energy.tired",
        QuestionKind.RATING,
        "Energy noted as “tired”",
        "3",
        1,
    ),
    Question(
        "clue.intimate",
        QuestionKind.MOMENT,
        "Sex and pleasure on your own, as intimate moments",
        "yes",
        1,
    ),
    Question(
        "clue.desire.sex life.high sex drive",
        QuestionKind.RATING,
        "Sex life noted as “high sex drive”",
        "8",
        1,
    ),
]


def test_an_export_is_read_as_a_whole() -> None:
    parsed = read(clue_zip(*EXAMPLE))
    moments = [
        Moment(on("2026-03-14"), "sex", id=item.id, note="protected") for item in parsed.moments
    ]
    assert parsed == Parsed(
        format="Clue",
        days=DAYS,
        moments=moments,
        not_carried=[
            NotCarried("Weight", 1, "the journal has no place for it"),
            kept_as_words("Pain"),
            kept_as_words("Feelings"),
            kept_as_words("Tags"),
        ],
        questions=QUESTIONS,
        remarks=[],
        contexts=[],
    )


def test_the_other_files_of_the_zip_are_listed() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.mkdir("ClueData")
        archive.writestr("ClueData/measurements.json", clue(*EXAMPLE))
        archive.writestr("ClueData/profile.json", b"{}")
    parsed = read(content.getvalue())
    assert parsed.days == read(clue(*EXAMPLE)).days
    why = "the journal reads only measurements.json"
    assert parsed.not_carried[0] == NotCarried("The file “profile.json” of the zip", 1, why)


def test_an_old_file_has_its_days() -> None:
    parsed = read(as_json(OLD))
    assert parsed.days == {
        on("2017-01-30"): {
            "bleeding": Bleeding.MEDIUM,
            "sign:cramps": SignStrength.MILD,
            "temperature_c": 36.61,
        },
        on("2017-02-02"): {"bleeding": Bleeding.SPOTTING, "note": "Tags: yoga"},
    }


def test_an_old_day_may_write_its_option_into_the_name() -> None:
    parsed = read(
        as_json({"data": [{"day": "2017-01-30", "period/light": True, "spotting": False}]})
    )
    assert parsed.days == {on("2017-01-30"): {"bleeding": Bleeding.LIGHT}}


@pytest.mark.parametrize(
    ("option", "bleeding"),
    [
        ("light", Bleeding.LIGHT),
        ("medium", Bleeding.MEDIUM),
        ("heavy", Bleeding.HEAVY),
        ("none", Bleeding.NONE),
        ("spotting", Bleeding.SPOTTING),
    ],
)
def test_a_period_is_mapped_by_name(option: str, bleeding: Bleeding) -> None:
    assert {"bleeding": bleeding} == only_day(one("period", option))


def test_very_heavy_is_heavy_until_she_says_otherwise() -> None:
    content = one("period", "very_heavy")
    note = "Period: very heavy"
    assert {"bleeding": Bleeding.HEAVY, "note": note} == only_day(content)
    (question,) = read(content).questions
    assert (question.kind, question.default, question.count) == (QuestionKind.FLOW, "heavy", 1)
    flooding = only_day(content, {question.key: "flooding"})
    assert {"bleeding": Bleeding.FLOODING, "note": note} == flooding
    assert {"note": note} == only_day(content, {question.key: ""})


def test_a_period_in_a_word_nobody_knows_has_no_amount() -> None:
    fields = only_day(one("period", "a_flood"))
    assert fields == {"bleeding": Bleeding.UNSPECIFIED, "note": "Period: a flood"}


def test_spotting_beside_a_period_adds_nothing_but_its_words() -> None:
    content = clue(measurement("spotting", ["red"]), measurement("period", "light"))
    assert only_day(content) == {"bleeding": Bleeding.LIGHT, "note": "Spotting: red"}
    assert whys(read(content)) == {"A second amount of bleeding on one day": 1}


def test_several_entries_of_a_type_on_one_day_come_together() -> None:
    content = clue(measurement("pain", ["headache"]), measurement("pain", ["lower_back"]))
    strong = SignStrength.MILD
    assert {"sign:headache": strong, "sign:backache": strong} == only_day(content)


def test_ratings_of_one_day_that_differ_stay_words() -> None:
    parsed = read(one("energy", ["tired", "ok"]))
    assert parsed.days[on("2026-03-05")] == {"note": "Energy: tired\nEnergy: ok"}
    assert whys(parsed) == {"Energy of a day with several": 1}


def test_a_rating_can_be_changed_or_left_to_the_note() -> None:
    content = one("energy", ["exhausted"])
    (question,) = read(content).questions
    assert only_day(content, {question.key: "0"}) == {"energy": 0}
    assert only_day(content, {question.key: ""}) == {"note": "Energy: exhausted"}


def test_a_sign_counts_as_strong_as_she_says_unless_clue_says_it() -> None:
    content = clue(measurement("pain", ["headache"]), measurement("hot_flashes", "strong"))
    severe = SignStrength.SEVERE
    assert only_day(content) == {
        "sign:headache": SignStrength.MILD,
        "sign:hot_flushes": severe,
    }
    moderate = only_day(content, {"clue.sign_strength": "moderate"})
    assert moderate == {"sign:headache": SignStrength.MODERATE, "sign:hot_flushes": severe}
    assert only_day(content, {"clue.sign_strength": "note"}) == {
        "note": "Pain: headache",
        "sign:hot_flushes": severe,
    }


def test_words_of_her_own_become_what_she_chooses() -> None:
    content = one("tags", ["Long hug"])
    (question,) = read(content).questions
    parsed = read(content, {question.key: "moment:long_hug"})
    assert [(item.kind, item.note) for item in parsed.moments] == [("long_hug", "Long hug")]
    assert only_day(content, {question.key: "sign:nausea"}) == {"sign:nausea": SignStrength.MILD}
    assert whys(read(content, {question.key: ""})) == {"Tags: “Long hug”": 1}


def test_intimate_moments_say_nothing_of_whom_clue_does_not_name() -> None:
    parsed = read(one("sex_life", ["unprotected", "withdrawal", "masturbation", "orgasm"]))
    assert {
        ("sex", None, "unprotected, withdrawal"),
        ("solo_pleasure", WithWhom.SELF, "masturbation"),
    } == {(item.kind, item.with_whom, item.note) for item in parsed.moments}
    assert parsed.days == {on("2026-03-05"): {"note": "Sex life: orgasm"}}


def test_intimate_moments_left_out_leave_no_words_behind() -> None:
    parsed = read(one("sex_life", ["protected", "orgasm"]), {"clue.intimate": ""})
    assert (parsed.days, parsed.moments) == ({}, [])
    assert parsed.not_carried == [NotCarried("Sex and pleasure on your own", 2, CHOSEN)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"celsius": 36.5}, {"temperature_c": 36.5}),
        ({"celsius": "36,5"}, {"temperature_c": 36.5}),
        ({"fahrenheit": 97.9}, {"temperature_c": 36.61}),
        (36.5, {"temperature_c": 36.5}),
        ({"value": 97.9, "excluded": False}, {"temperature_c": 36.61}),
        ({"celsius": 37, "excluded": True}, {"temperature_c": 37, "temperature_disturbed": True}),
    ],
)
def test_a_temperature_is_read_in_either_degree(value: Any, expected: dict[str, object]) -> None:
    assert expected == only_day(one("bbt", value))


def test_a_value_in_a_shape_nobody_knows_is_listed() -> None:
    content = clue(
        measurement("bbt", {"kelvin": 309}),
        measurement("sleep_duration", {"naps": 2}),
        measurement("pain", None),
    )
    assert whys(read(content)) == {"A temperature": 1, "Time slept": 1, "An entry under “pain”": 1}


@pytest.mark.parametrize(
    ("content", "error", "sentence"),
    [
        (
            clue(measurement("period", "light"), {"type": "x", "date": "5 March"}),
            errors.DateUnreadable,
            "Entry 2 needs a date",
        ),
        (
            clue(measurement("period", "light"), {"type": ["x"], "date": "2026-03-05"}),
            errors.ValueUnreadable,
            "Entry 2 has “[…]” in “type”",
        ),
        (
            one("bbt", {"celsius": "warm"}),
            errors.ValueUnreadable,
            "Entry 1 has “warm” in “celsius”",
        ),
        (one("sleep_duration", {"minutes": 10**400}), errors.ValueUnreadable, "Entry 1 has"),
        (clue(*EXAMPLE)[:-20], errors.BackupUnreadable, "The file is cut off or damaged at line 1"),
        (as_json([*EXAMPLE, 7]), errors.ValueUnreadable, "Entry 14 has “7”"),
    ],
)
def test_what_cannot_be_meant_is_refused_by_its_place(
    content: bytes, error: type[errors.FileUnreadable], sentence: str
) -> None:
    assert_refused(content, error, sentence)


def test_deep_nesting_is_refused() -> None:
    entry = as_json(EXAMPLE[0])
    with pytest.raises(errors.NestedTooDeep):
        read(b"[" + entry + b"," + b"[" * 100_000)


def test_more_values_than_a_lifetime_are_refused_before_they_are_read() -> None:
    entry = as_json(EXAMPLE[0])
    with pytest.raises(errors.TooManyLines):
        read(b"[" + entry + b",[]" * (MOST_VALUES // 2) + b"]")


def test_a_zip_with_a_password_says_so() -> None:
    content = bytearray(clue_zip(*EXAMPLE))
    directory = content.index(b"PK\x01\x02")
    content[6] |= 1  # the flag of the member, and again in the directory
    content[directory + 8] |= 1
    with pytest.raises(errors.ArchiveLocked, match="has a password"):
        read(bytes(content))


def test_the_day_is_her_own_whatever_the_instant() -> None:
    content = clue(measurement("period", "light", "2026-03-29T23:30:00.000+13:00"))
    assert [date(2026, 3, 29)] == list(read(content).days)


def test_a_zip_cut_open_and_empty_is_refused() -> None:
    with pytest.raises(errors.FileUnreadable):
        read(zipped(b"[]"[:1], "measurements.json"))


def test_a_value_the_journal_cannot_keep_is_listed() -> None:
    parsed = read(one("bbt", {"celsius": 12}))
    assert parsed.days == {}
    assert [item.what for item in parsed.not_carried] == ["One value of entry 1"]
