import pytest

from journal.domain.catalogues import CatalogueName, shipped_catalogue
from journal.domain.days import Bleeding, Mucus, SignStrength
from journal.domain.moments import WithWhom
from journal.exchange.importing import errors
from journal.exchange.importing.drip import WORDS
from tests.builders import on
from tests.exchange.importing.app_files import DRIP_COLUMNS, drip, only_day, read, whys


def one(**cells: str) -> bytes:
    """Write one row; `bleeding_value` stands for the column `bleeding.value`."""
    return drip(
        {"date": "2026-03-05", **{name.replace("_", ".", 1): cells[name] for name in cells}}
    )


@pytest.mark.parametrize(
    ("code", "bleeding"),
    [
        ("0", Bleeding.SPOTTING),
        ("1", Bleeding.LIGHT),
        ("2", Bleeding.MEDIUM),
        ("3", Bleeding.HEAVY),
    ],
)
def test_bleeding_is_mapped_by_name(code: str, bleeding: Bleeding) -> None:
    assert {"bleeding": bleeding} == only_day(one(bleeding_value=code))


def test_excluded_bleeding_is_not_my_period() -> None:
    fields = only_day(one(bleeding_value="2", bleeding_exclude="true"))
    assert fields == {"bleeding": Bleeding.MEDIUM, "not_my_period": True}


def test_bleeding_that_is_not_excluded_raises_no_flag() -> None:
    assert only_day(one(bleeding_value="2", bleeding_exclude="false")) == {
        "bleeding": Bleeding.MEDIUM
    }


def test_an_empty_cell_is_not_recorded() -> None:
    assert read(one()).days == {}


def test_an_excluded_temperature_is_disturbed() -> None:
    fields = only_day(one(temperature_value="36.65", temperature_exclude="true"))
    assert fields == {"temperature_c": 36.65, "temperature_disturbed": True}


@pytest.mark.parametrize(
    ("feeling", "texture", "mucus"),
    [
        ("0", "0", Mucus.DRY),
        ("1", "0", Mucus.NOTHING),
        ("", "0", Mucus.NOTHING),
        ("2", "0", Mucus.WET),
        ("0", "1", Mucus.CREAMY),
        ("2", "1", Mucus.CREAMY),
        ("3", "0", Mucus.EGG_WHITE),
        ("0", "2", Mucus.EGG_WHITE),
        ("", "1", Mucus.CREAMY),
    ],
)
def test_mucus_is_the_higher_of_feeling_and_texture(
    feeling: str, texture: str, mucus: Mucus
) -> None:
    assert {"mucus": mucus} == only_day(one(mucus_feeling=feeling, mucus_texture=texture))


def test_mucus_with_only_the_computed_code_follows_that() -> None:
    assert only_day(one(mucus_value="3")) == {"mucus": Mucus.CREAMY}


def test_excluded_mucus_is_left_out_and_said() -> None:
    parsed = read(one(mucus_feeling="3", mucus_exclude="true", note_value="so"))
    assert "mucus" not in parsed.days[on("2026-03-05")]
    assert whys(parsed)["Mucus marked as excluded"] == 1


@pytest.mark.parametrize(("code", "default"), [("0", 2), ("1", 5), ("2", 8)])
def test_desire_has_a_number_she_can_change(code: str, default: int) -> None:
    content = one(desire_value=code)
    assert {"desire": default} == only_day(content)
    (question,) = read(content).questions
    assert only_day(content, {question.key: "0"}) == {"desire": 0}
    words = {"0": "low", "1": "medium", "2": "high"}[code]
    assert only_day(content, {question.key: ""}) == {"note": f"Desire: {words}"}


def test_a_ticked_sign_counts_as_strong_as_she_says() -> None:
    content = one(pain_cramps="true", mood_anxious="true")
    mild = {"sign:cramps": SignStrength.MILD, "sign:anxiety": SignStrength.MILD}
    assert mild == only_day(content)
    severe = only_day(content, {"drip.sign_strength": "severe"})
    assert severe["sign:cramps"] == SignStrength.SEVERE
    assert only_day(content, {"drip.sign_strength": "note"}) == {
        "note": "Pain: cramps\nMood: anxious"
    }


def test_a_false_tick_box_is_not_a_sign_that_was_absent() -> None:
    assert read(one(pain_cramps="false", mood_sad="false", sex_solo="false")).days == {}


def test_tick_boxes_without_a_sign_are_kept_as_words() -> None:
    parsed = read(one(mood_happy="true", mood_balanced="true"))
    assert parsed.days[on("2026-03-05")] == {"note": "Mood: happy, balanced"}
    assert whys(parsed)["Mood: words that are no field of the journal"] == 2


def test_every_tick_box_is_in_the_table() -> None:
    boxes = [name.split(".") for name in DRIP_COLUMNS if name.startswith(("pain.", "mood."))]
    unknown = {name for heading, name in boxes if not WORDS.knows(heading, name)}
    assert unknown == {"note"}


def test_sex_becomes_moments_with_partner_and_alone() -> None:
    parsed = read(one(sex_partner="true", sex_solo="true", sex_condom="true", sex_note="slow"))
    said = {(item.kind, item.with_whom, item.note) for item in parsed.moments}
    assert {
        ("sex", WithWhom.PARTNER, "Contraception: condom\nslow"),
        ("solo_pleasure", WithWhom.SELF, None),
    } == said
    moments = shipped_catalogue(CatalogueName.MOMENTS).entries
    assert {item.kind for item in parsed.moments} <= set(moments)


def test_sex_can_be_left_behind() -> None:
    parsed = read(one(sex_partner="true"), {"drip.intimate": ""})
    assert tuple(parsed.moments) == ()
    assert whys(parsed)["Sex and pleasure on your own"] == 1


def test_the_notes_of_all_groups_come_together_under_their_names() -> None:
    fields = only_day(
        one(note_value="a day", temperature_note="late", pain_note="left side", mood_note="hm")
    )
    assert fields == {"note": "a day\nTemperature: late\nPain: left side\nMood: hm"}


def test_what_the_journal_has_no_place_for_is_listed() -> None:
    parsed = read(one(cervix_opening="1", temperature_value="36.5", temperature_time="06:30"))
    assert whys(parsed) == {"The cervix": 1, "The time of a temperature reading": 1}


def test_columns_may_be_few_and_in_any_order() -> None:
    content = drip(
        {"date": "2026-03-05", "bleeding.value": "1"}, columns=["bleeding.value", "date"]
    )
    assert only_day(content) == {"bleeding": Bleeding.LIGHT}


def test_a_column_nobody_knows_is_said() -> None:
    columns = ["date", "bleeding.value", "weather"]
    content = drip({"date": "2026-03-05", "weather": "rain"}, columns=columns)
    assert whys(read(content)) == {"The column “weather”": 1}


def test_the_start_of_a_cycle_is_not_taken_from_the_file() -> None:
    columns = ["date", "bleeding.value", "isCycleStart"]
    row = {"date": "2026-03-05", "bleeding.value": "2", "isCycleStart": "true"}
    assert only_day(drip(row, columns=columns)) == {"bleeding": Bleeding.MEDIUM}


@pytest.mark.parametrize(
    ("cell", "note"),
    [
        ('say ""hello"" twice', 'say "hello" twice'),
        ('""hello"" she said', '"hello" she said'),
        ('"a, b; ""c"""', 'a, b; "c"'),
        ('"two\nlines"', "two\nlines"),
    ],
)
def test_a_note_is_read_as_drip_quotes_it(cell: str, note: str) -> None:
    assert {"note": note} == only_day(one(note_value=cell))


def test_a_line_break_in_a_note_does_not_shift_the_line_numbers() -> None:
    content = drip(
        {"date": "2026-03-06", "note.value": '"two\nlines"'},
        {"date": "2026-03-05", "bleeding.value": "9"},
    )
    parsed = read(content)
    assert {on("2026-03-06"): {"note": "two\nlines"}} == parsed.days
    (left,) = parsed.not_carried
    assert (left.what, left.count) == ("All of line 4", 1)
    assert left.why.startswith("“9” stands in “bleeding.value”, where one of 0, 1, 2, 3 is")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("3650", "A waking temperature must be between 34 and 43 °C, got 3650.0"),
        (
            "warm",
            "“warm” stands in “temperature.value”, where a number of degrees Celsius is expected",
        ),
    ],
)
def test_a_temperature_that_is_none_is_listed_and_the_rest_of_the_row_comes_along(
    text: str, why: str
) -> None:
    row = {"temperature.value": text, "temperature.exclude": "true", "bleeding.value": "1"}
    parsed = read(drip({"date": "2026-03-05"} | row))
    assert {on("2026-03-05"): {"bleeding": "light"}} == parsed.days
    assert [("One value of line 2", 1, why)] == [
        (item.what, item.count, item.why) for item in parsed.not_carried
    ]


def test_a_mark_that_cannot_be_read_leaves_its_whole_row_out() -> None:
    doubted = {"temperature.value": "36.5", "temperature.exclude": "perhaps", "note.value": "n"}
    sound = {"date": "2026-03-06", "desire.value": "1"}
    parsed = read(drip({"date": "2026-03-05"} | doubted, sound))
    assert {on("2026-03-06"): {"desire": 5}} == parsed.days
    assert [item.what for item in parsed.not_carried] == ["All of line 2"]


@pytest.mark.parametrize(
    ("row", "error", "sentence"),
    [
        ({"date": "2026-02-30"}, errors.DateUnreadable, "Line 2 needs a date"),
        ({"date": "", "desire.value": "1"}, errors.DateUnreadable, "Line 2 needs a date"),
        ({"date": "0026-02-20"}, errors.DateUnreadable, "Line 2"),
        ({"mucus.value": "12"}, errors.ValueUnreadable, "Line 2"),
        ({"pain.cramps": "yes"}, errors.ValueUnreadable, "Line 2 has “yes” in “pain.cramps”"),
        ({"mood.note": "one, two"}, errors.RowWidthWrong, "Line 2 has too many fields: 50"),
    ],
)
def test_a_row_that_cannot_be_meant_is_refused_by_its_line(
    row: dict[str, str], error: type[Exception], sentence: str
) -> None:
    with pytest.raises(error) as caught:
        read(drip({"date": "2026-03-05", **row}))
    assert str(caught.value).startswith(sentence)


def test_a_file_without_dates_names_the_column() -> None:
    with pytest.raises(errors.ColumnMissing, match="“date”"):
        read(drip({"bleeding.value": "1"}, columns=["bleeding.value", "note.value"]))


def test_one_date_twice_is_refused_unless_both_rows_agree() -> None:
    row = {"date": "2026-03-05", "bleeding.value": "1"}
    assert only_day(drip(row, row)) == {"bleeding": Bleeding.LIGHT}
    with pytest.raises(errors.DayTwice, match="Line 3 and line 2"):
        read(drip(row, {**row, "bleeding.value": "2"}))
