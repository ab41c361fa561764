import base64
import json
from datetime import time

import pytest

from journal.domain.days import SignStrength
from journal.exchange.importing.clock_times import time_of
from journal.exchange.importing.daylio_entries import plain_text
from journal.exchange.importing.errors import (
    BackupUnreadable,
    DateUnreadable,
    NestedTooDeep,
    PartMissing,
    QuoteUnclosed,
    RowWidthWrong,
)
from journal.exchange.importing.parsed import QuestionKind
from tests.builders import on
from tests.exchange.importing.app_files import (
    DAYLIO_COLUMNS,
    backup_document,
    daylio,
    daylio_backup,
    only_day,
    read,
    whys,
    zipped,
)

WITH_SCALES = (*DAYLIO_COLUMNS[:6], "scales", *DAYLIO_COLUMNS[6:])


@pytest.mark.parametrize(
    ("name", "rating"),
    [("rad", 9), ("good", 7), ("meh", 5), ("bad", 3), ("awful", 1), ("Good ", 7)],
)
def test_the_standard_mood_names_have_numbers(name: str, rating: int) -> None:
    assert {"mood": rating} == only_day(daylio({"mood": name}))


def test_a_mood_name_of_her_own_has_no_number_until_she_gives_one() -> None:
    content = daylio({"mood": "in awe", "time": "9:00"})
    parsed = read(content)
    assert parsed.days[on("2026-03-05")] == {"note": "09:00 in awe"}
    assert whys(parsed)["The mood “in awe” as a number"] == 1
    (question,) = parsed.questions
    assert (question.kind, question.words, question.default) == (QuestionKind.RATING, "in awe", "")
    assert only_day(content, {question.key: "8"}) == {"mood": 8}


def test_several_entries_of_a_day_become_their_mean_rounded_half_up() -> None:
    content = daylio(
        {"mood": "rad", "time": "22:00", "note": "late"},
        {"mood": "good", "time": "10:00"},
        {"mood": "meh", "time": "08:00"},
        {"mood": "meh", "time": "07:00"},
    )
    fields = only_day(content)
    assert fields["mood"] == 7  # 6.5
    assert fields["note"] == (
        "07:00 meh\n08:00 meh\n10:00 good\n22:00 rad\nlate\n"
        "Mood 7: the mean of 4 entries brought from Daylio."
    )
    assert "several entries: 1" in " ".join(read(content).remarks)


def test_the_entries_of_a_day_stand_in_the_note_by_their_time() -> None:
    fields = only_day(daylio({"time": "11:36 PM"}, {"time": "11:40 PM"}, {"time": "5:00 PM"}))
    assert str(fields["note"]).startswith("17:00 good\n23:36 good\n23:40 good\n")


def test_only_moods_with_a_number_count_for_the_mean() -> None:
    fields = only_day(daylio({"mood": "rad", "time": "22:00"}, {"mood": "odd", "time": "8:00"}))
    assert fields["mood"] == 9
    assert "the mean of one entry" in str(fields["note"])


def test_an_entry_without_a_mood_is_not_recorded_as_one() -> None:
    parsed = read(daylio({"mood": "", "note": "only words"}))
    assert parsed.days[on("2026-03-05")] == {"note": "only words"}
    assert list(whys(parsed)) == ["Line 2: a mood"]


def test_activities_stay_in_the_note_unless_she_says_otherwise() -> None:
    content = daylio({"time": "8:00", "activities": "long hug | sport | headache"})
    assert only_day(content)["note"] == "08:00 good\nActivities: long hug | sport | headache"
    choices = {
        "activity:long hug": "moment:long_hug",
        "activity:headache": "sign:headache",
        "activity:sport": "",
    }
    parsed = read(content, choices)
    assert [("long_hug", time(8))] == [(item.kind, item.at) for item in parsed.moments]
    assert parsed.days[on("2026-03-05")] == {"mood": 7, "sign:headache": SignStrength.MILD}
    severe = read(content, {**choices, "daylio.strength": "severe"})
    assert severe.days[on("2026-03-05")]["sign:headache"] == SignStrength.SEVERE


def test_sleep_time_becomes_hours_and_other_scales_stay_words() -> None:
    row = {"scales": "Focus: 8/10 points | Sleep Time: 7:30 | Steps: 3/5"}
    fields = only_day(daylio(row, columns=WITH_SCALES))
    assert fields["sleep_hours"] == 7.5
    assert fields["note"] == "good\nFocus: 8/10 points\nSteps: 3/5"


def test_a_scale_of_ten_becomes_the_rating_she_names() -> None:
    content = daylio({"scales": "Calmness: 8/10 points"}, columns=WITH_SCALES)
    (question,) = [item for item in read(content).questions if item.kind is QuestionKind.SCALE]
    assert only_day(content, {question.key: "calm"}) == {"mood": 7, "calm": 8}


def test_more_points_than_the_scale_has_are_listed_by_their_line() -> None:
    content = daylio({"scales": "Calmness: 11/10 points"}, columns=WITH_SCALES)
    (question,) = [item for item in read(content).questions if item.kind is QuestionKind.SCALE]
    parsed = read(content, {question.key: "calm"})
    assert {on("2026-03-05"): {"mood": 7}} == parsed.days
    assert [item.what for item in parsed.not_carried] == ["One value of line 2"]


def test_html_in_notes_becomes_plain_text() -> None:
    assert plain_text("<b>one</b><br>two &amp; <i>three</i>") == "one\ntwo & three"
    assert plain_text("<ul><li>a</li><li>b</li></ul>") == "• a\n• b"


def test_what_is_no_tag_of_a_note_stays_as_written() -> None:
    assert plain_text("a <3 b, x < y") == "a <3 b, x < y"
    assert plain_text("<script>alert(1)</script>") == "<script>alert(1)</script>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10:04 AM", time(10, 4)),
        ("12:00 AM", time(0)),
        ("12:30 pm", time(12, 30)),
        ("1:49 PM", time(13, 49)),
        ("1:49\u202fPM", time(13, 49)),
        ("23:15", time(23, 15)),
        ("8.05", time(8, 5)),
        ("午後 3:20", time(15, 20)),
        ("오전 9:00", time(9)),
        ("3:20 odp.", time(15, 20)),
        ("9:05 p. m.", time(21, 5)),
        ("13:00 PM", None),
        ("25:00", None),
        ("7:15 whenever", None),
    ],
)
def test_times_of_day_are_read_in_many_languages_or_not_at_all(
    text: str, expected: time | None
) -> None:
    assert expected == time_of(text)


def test_a_time_that_cannot_be_read_is_said_and_not_invented() -> None:
    parsed = read(daylio({"time": "7:15 whenever", "note": "x"}))
    assert parsed.days[on("2026-03-05")] == {"mood": 7, "note": "good\nx"}
    assert "The time of day “7:15 whenever”" in whys(parsed)


def test_the_tab_separated_variant_is_read() -> None:
    assert only_day(daylio({}, delimiter="\t")) == {"mood": 7}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    content = daylio({"note": "zażółć"}).decode().encode(encoding)
    assert only_day(content)["note"] == "good\nzażółć"


@pytest.mark.parametrize(
    ("line", "found"),
    [("2026-03-05,,,,good,walk,title,text,more", "too many"), ("2026-03-05,,,,good,,", "too few")],
)
def test_a_row_of_another_width_is_refused_by_its_line(line: str, found: str) -> None:
    content = daylio({}) + line.encode()
    with pytest.raises(RowWidthWrong, match=f"^Line 3 has {found} fields"):
        read(content)


def test_an_empty_field_for_scales_without_a_column_is_passed_over() -> None:
    content = daylio({}) + b"2026-03-04,,,,bad,walk,,title,text\n"
    parsed = read(content)
    assert parsed.days[on("2026-03-04")] == {
        "mood": 3,
        "note": "bad\ntitle\ntext\nActivities: walk",
    }
    assert "Line 3: an empty field without a column" in whys(parsed)


def test_a_file_cut_off_inside_a_note_names_the_line() -> None:
    content = daylio({}, {"full_date": "2026-03-04", "note": "one, two"})
    with pytest.raises(QuoteUnclosed, match="line 3"):
        read(content[:-3])


def test_a_missing_date_names_the_line() -> None:
    with pytest.raises(DateUnreadable, match=r"^Line 2 needs a date"):
        read(daylio({"full_date": ""}))


def test_the_backup_counts_months_from_zero_and_keeps_her_own_day() -> None:
    content = daylio_backup(
        # By UTC this instant is another day.
        {"year": 2026, "month": 0, "day": 31, "hour": 0, "minute": 5, "datetime": 1769814300000}
    )
    assert [on("2026-01-31")] == list(read(content).days)


@pytest.mark.parametrize(("group", "rating"), [(1, 9), (2, 7), (3, 5), (4, 3), (5, 1)])
def test_the_mood_group_of_the_backup_gives_the_number(group: int, rating: int) -> None:
    own = {"id": 12, "custom_name": "null", "mood_group_id": group, "predefined_name_id": -1}
    content = daylio_backup({"mood": 12}, customMoods=[own])
    assert {"mood": rating} == only_day(content)
    assert [item.words for item in read(content).questions] == ["null"]


def test_the_backup_brings_activities_and_notes_as_the_csv_does() -> None:
    content = daylio_backup({"tags": [7], "note_title": "Title", "note": "a<br>b"})
    fields = {"mood": 7, "note": "20:15 good\nTitle\na\nb\nActivities: a long walk"}
    assert fields == only_day(content)


def test_a_mood_the_backup_does_not_describe_is_asked_about() -> None:
    parsed = read(daylio_backup({"mood": 99}))
    assert [(item.words, item.default) for item in parsed.questions] == [("mood 99", "")]


def test_photos_and_goals_are_said_to_stay_behind() -> None:
    parsed = read(daylio_backup({}, assets=[{"id": 1}], goals=[{"id": 1}, {"id": 2}]))
    assert whys(parsed) == {"Photos and recordings": 1, "Goals": 2}


def test_half_a_character_in_json_does_no_harm() -> None:
    text = json.dumps(backup_document({"note": "x"})).replace('"x"', '"a\\ud800\\u0000b"')
    fields = only_day(zipped(base64.b64encode(text.encode())))
    assert fields["note"] == "20:15 good\na?b"


@pytest.mark.parametrize(
    ("inner", "error"),
    [
        (b"%%%", BackupUnreadable),
        (base64.b64encode(b'{"dayEntries": [')[:-3], BackupUnreadable),
        (base64.b64encode(b'{"dayEntries": ['), BackupUnreadable),
        (base64.b64encode(b"\xff\xfe{"), BackupUnreadable),
        (base64.b64encode(b"9" * 5000), BackupUnreadable),
        (base64.b64encode(b"[" * 200_000), NestedTooDeep),
        (base64.b64encode(b"[]"), PartMissing),
        (base64.b64encode(b'{"dayEntries": 1, "customMoods": [], "tags": []}'), PartMissing),
    ],
)
def test_a_damaged_backup_is_refused_with_a_sentence(inner: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(zipped(inner))


@pytest.mark.parametrize("parts", [{"month": 12}, {"day": 0}, {"year": "2026"}, {"year": 10**30}])
def test_a_date_that_cannot_be_names_the_entry(parts: dict[str, object]) -> None:
    with pytest.raises(DateUnreadable, match=r"^Entry 2 of the backup"):
        read(daylio_backup({}, parts))


def test_a_date_that_cannot_be_is_shown_with_its_month_as_people_count_it() -> None:
    with pytest.raises(DateUnreadable, match="“2026-2-31”"):
        read(daylio_backup({"month": 1, "day": 31}))
