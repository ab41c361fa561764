"""The shipped catalogues are complete, stable and short; the owner's own entries lie over them."""

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from journal.domain.catalogues import (
    FOLDER,
    OWN_GROUP,
    CatalogueName,
    Entry,
    moved,
    own_order,
    read_catalogue,
    shipped_catalogue,
    validated_entry_name,
)
from journal.domain.day_fields import LONGEST_CODE, validated_field
from journal.domain.days import Sensation, sensation_field
from journal.domain.errors import CatalogueBroken, NameMissing, TextTooLong

CHIP_LENGTH = 24
AMERICAN = re.compile(
    r"\b(\w*(?:color|favor|behavior|neighbor|honor)\w*|estrogen\w*|hot flash\w*|mom|gray|"
    r"center\w*|pajamas|diarrhea|an?orrhea|\w+izing|\w+ized|\w+ize)\b",
    re.IGNORECASE,
)
MOMENT_GROUPS = [
    "Touch",
    "Words",
    "Looks",
    "Doing together",
    "Repair",
    "Intimate practices",
]
LADDER_GROUPS = ["Without touch", "Light touch", "Closer", "Intimate"]
ESSENTIAL = {
    CatalogueName.MOMENTS: """long_hug quiet_cuddle hair_stroked hand_on_chest lingering_kiss
        hand_that_stays held_hands bid question_asked shared_thought thanks appreciation smile
        look_held walked_together ate_together laughed_together apology made_up sex
        breast_massage_self breast_massage_partner""",
    CatalogueName.SIGNS: """less_desire resentment stress_felt not_caring flat_sex mood_swings
        anxiety irritability poor_sleep detachment pulling_away hot_flushes night_sweats
        vaginal_dryness joint_pain brain_fog palpitations cramps tender_breasts bloating headache
        backache nausea""",
    CatalogueName.PLACES: "heart throat belly chest whole_body",
    CatalogueName.QUALITIES: "flutter warmth softness calm tightness numbness",
    CatalogueName.LADDER: "warm_look kind_message sit_near hold_hands as_far_as_i_say",
}
every_catalogue = pytest.mark.parametrize("name", list(CatalogueName), ids=str)


def rows(name: CatalogueName) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@every_catalogue
def test_codes_are_short_lower_case_ascii(name: CatalogueName) -> None:
    codes = list(shipped_catalogue(name).entries)
    assert [code for code in codes if not re.fullmatch(r"[a-z][a-z_]*[a-z]", code)] == []
    assert max(map(len, codes)) <= LONGEST_CODE


@every_catalogue
def test_no_two_entries_look_the_same(name: CatalogueName) -> None:
    names = [entry.name.casefold() for entry in shipped_catalogue(name).entries.values()]
    assert sorted(set(names)) == sorted(names)


@every_catalogue
def test_what_the_journal_is_about_can_be_tapped(name: CatalogueName) -> None:
    assert set(ESSENTIAL[name].split()) - set(shipped_catalogue(name).entries) == set()


@every_catalogue
def test_words_are_plain_british_english(name: CatalogueName) -> None:
    words = " ".join(
        f"{entry.name} {entry.group}" for entry in shipped_catalogue(name).entries.values()
    )
    assert AMERICAN.findall(words) == []
    assert not set("!<>*_[]`") & set(words)


@every_catalogue
def test_lines_of_one_group_stand_together(name: CatalogueName) -> None:
    groups = [row["group"] for row in rows(name)]
    changes = [group for n, group in enumerate(groups) if n == 0 or groups[n - 1] != group]
    assert len(set(changes)) == len(changes)


@every_catalogue
def test_no_shipped_group_is_mistaken_for_her_own(name: CatalogueName) -> None:
    assert OWN_GROUP not in shipped_catalogue(name).groups()


def test_the_spelling_check_finds_american_words() -> None:
    found = AMERICAN.findall("Hot flashes, a favorite color, estrogen, realized")
    assert [word.lower() for word in found] == [
        "hot flashes",
        "favorite",
        "color",
        "estrogen",
        "realized",
    ]


def test_names_fit_on_a_chip() -> None:
    for name in CatalogueName:
        long = [
            e.name for e in shipped_catalogue(name).entries.values() if len(e.name) > CHIP_LENGTH
        ]
        assert long == []


def test_moments_come_in_their_six_groups() -> None:
    assert list(shipped_catalogue(CatalogueName.MOMENTS).groups()) == MOMENT_GROUPS


@pytest.mark.parametrize("name", [CatalogueName.MOMENTS, CatalogueName.LADDER], ids=str)
def test_every_moment_and_step_says_whether_it_is_touch(name: CatalogueName) -> None:
    assert {row["touch"] for row in rows(name)} == {"yes", "no"}


def test_sex_and_breast_massage_wait_until_intimate_practices_are_switched_on() -> None:
    moments = shipped_catalogue(CatalogueName.MOMENTS).entries
    groups = {
        moments[code].group for code in ("sex", "breast_massage_self", "breast_massage_partner")
    }
    assert groups == {"Intimate practices"}


def test_the_ladder_begins_without_touch_and_is_climbed_in_order() -> None:
    steps = rows(CatalogueName.LADDER)
    assert [int(row["step"]) for row in steps] == list(range(1, len(steps) + 1))
    assert list(shipped_catalogue(CatalogueName.LADDER).groups()) == LADDER_GROUPS
    assert {row["touch"] for row in steps if row["group"] == "Without touch"} == {"no"}
    assert {row["touch"] for row in steps if row["group"] != "Without touch"} == {"yes"}


def test_every_sign_and_sensation_can_be_recorded_on_a_day() -> None:
    for code in shipped_catalogue(CatalogueName.SIGNS).entries:
        assert validated_field(f"sign:{code}", "mild") == "mild"
    for place in shipped_catalogue(CatalogueName.PLACES).entries:
        for quality in shipped_catalogue(CatalogueName.QUALITIES).entries:
            assert validated_field(sensation_field(Sensation(place, quality)), value=True) is True


def test_an_unknown_code_is_shown_as_words() -> None:
    assert shipped_catalogue(CatalogueName.MOMENTS).name("tea_in_bed") == "Tea in bed"


def test_her_own_entry_stands_beside_the_shipped_ones() -> None:
    tea = Entry("own_tea", "Tea in bed", OWN_GROUP, own=True)
    catalogue = shipped_catalogue(CatalogueName.MOMENTS).with_own([tea])
    assert catalogue.entries["own_tea"] == tea
    assert catalogue.groups()[OWN_GROUP] == [tea]


def test_her_name_for_a_shipped_entry_keeps_its_group() -> None:
    mine = Entry("long_hug", "Bear hug", OWN_GROUP, own=True)
    catalogue = shipped_catalogue(CatalogueName.MOMENTS).with_own([mine])
    assert catalogue.entries["long_hug"] == Entry("long_hug", "Bear hug", "Touch")


def test_a_hidden_entry_is_not_offered_and_keeps_its_name_for_past_records() -> None:
    hidden = Entry("sex", "Sex", "Intimate practices", hidden=True)
    catalogue = shipped_catalogue(CatalogueName.MOMENTS).with_own([hidden])
    assert "sex" not in [entry.code for entry in catalogue.offered]
    assert catalogue.name("sex") == "Sex"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("long_hug,,Touch", "line 3 lacks a code, a name or a group"),
        ("held_hands,Again,Touch", "line 3 repeats the code held_hands"),
    ],
)
def test_a_broken_file_names_the_line_at_fault(tmp_path: Path, line: str, words: str) -> None:
    file = tmp_path / "moments.csv"
    file.write_text(f"code,name,group\nheld_hands,Held hands,Touch\n{line}\n", encoding="utf-8")
    with pytest.raises(CatalogueBroken, match=words):
        read_catalogue(file)


def test_an_entry_name_is_trimmed_to_single_spaces() -> None:
    assert validated_entry_name("  Tea \n in bed ") == "Tea in bed"


def test_an_entry_needs_a_name() -> None:
    with pytest.raises(NameMissing):
        validated_entry_name(" \t")


def test_an_entry_name_longer_than_a_chip_row_is_refused() -> None:
    with pytest.raises(TextTooLong):
        validated_entry_name("x" * 61)


def own(*names: str) -> list[Entry]:
    return [Entry(name, name.capitalize(), OWN_GROUP, own=True) for name in names]


@pytest.mark.parametrize(
    ("code", "by", "expected"),
    [
        ("b", -1, "bac"),
        ("b", 1, "acb"),
        ("a", -1, "abc"),  # no further than the ends
        ("c", 5, "abc"),
        ("nobody_knows", 1, "abc"),
    ],
)
def test_an_entry_moves_among_her_own_and_no_further_than_the_ends(
    code: str, by: int, expected: str
) -> None:
    found = moved(own("a", "b", "c"), code, by)
    assert list(expected) == [entry.code for entry in found]
    assert [entry.place for entry in found] == [0, 1, 2]


def test_what_she_put_somewhere_stands_before_what_she_did_not() -> None:
    new, first, second = own("new", "first", "second")
    placed = [replace(second, place=1), new, replace(first, place=0)]
    assert [entry.code for entry in sorted(placed, key=own_order)] == ["first", "second", "new"]
