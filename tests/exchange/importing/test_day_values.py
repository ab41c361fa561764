import pytest

from journal.domain.days import Bleeding, LhTest, Mucus, SignStrength
from journal.exchange.importing.day_values import LAST_TAKEN, DayValues, Noted
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.parsed import NO_CHOICES, Answers, NotCarried, Parsed
from tests.builders import on
from tests.exchange.importing.app_files import whys

DAY = on("2026-03-05")


def settled(name: str, *found: Noted) -> Parsed:
    """Settle several values of one field on one day."""
    gathering, values = Gathering(), DayValues()
    for noted in found:
        values.add(DAY, name, noted)
    values.settle(gathering)
    return gathering.parsed("x", Answers(NO_CHOICES))


@pytest.mark.parametrize(
    ("name", "found", "kept"),
    [
        ("bleeding", [Bleeding.SPOTTING, Bleeding.LIGHT], Bleeding.LIGHT),
        ("bleeding", [Bleeding.HEAVY, Bleeding.MEDIUM], Bleeding.HEAVY),
        ("bleeding", [Bleeding.LIGHT, Bleeding.UNSPECIFIED], Bleeding.LIGHT),
        ("bleeding", [Bleeding.UNSPECIFIED, Bleeding.SPOTTING], Bleeding.UNSPECIFIED),
        ("mucus", [Mucus.WET, Mucus.EGG_WHITE, Mucus.DRY], Mucus.EGG_WHITE),
        ("lh_test", [LhTest.POSITIVE, LhTest.NEGATIVE], LhTest.POSITIVE),
        ("sign:cramps", [SignStrength.MILD, SignStrength.SEVERE], SignStrength.SEVERE),
        ("temperature_c", [36.5, 36.8], 36.5),
        ("mood", [7, 7], 7),
    ],
)
def test_one_value_a_day_is_kept(name: str, found: list[object], kept: object) -> None:
    parsed = settled(name, *(Noted(value, "Entry 1") for value in found))
    assert {DAY: {name: kept}} == parsed.days


def test_what_was_said_besides_it_is_listed_unless_it_says_nothing_more() -> None:
    some = [Bleeding.LIGHT, Bleeding.UNSPECIFIED, Bleeding.LIGHT, Bleeding.SPOTTING]
    parsed = settled("bleeding", *(Noted(value, "Entry 1") for value in some))
    assert whys(parsed) == {"A second amount of bleeding on one day": 1}


def test_of_several_apps_the_one_that_wrote_last_is_taken_with_the_most_it_said() -> None:
    found = [
        Noted(Bleeding.HEAVY, "Entry 1", source="A", written=5),
        Noted(Bleeding.LIGHT, "Entry 2", source="B", written=9),
        Noted(Bleeding.MEDIUM, "Entry 3", source="B", written=1),
    ]
    parsed = settled("bleeding", *found)
    assert parsed.days == {DAY: {"bleeding": Bleeding.MEDIUM}}
    assert {item.why for item in parsed.not_carried} == {
        LAST_TAKEN,
        "a day keeps one; the most noted is kept",
    }


def test_apps_that_say_the_same_leave_nothing_to_list() -> None:
    found = [Noted(36.5, "Entry 1", source=source, written=2) for source in "AB"]
    assert settled("temperature_c", *found).not_carried == []


def test_a_flag_falls_with_the_value_it_belongs_to() -> None:
    disturbed = Noted(36.9, "Entry 2", flags=["temperature_disturbed"])
    kept = settled("temperature_c", Noted(36.5, "Entry 1"), disturbed)
    assert kept.days == {DAY: {"temperature_c": 36.5}}
    alone = settled("temperature_c", disturbed)
    assert alone.days == {DAY: {"temperature_c": 36.9, "temperature_disturbed": True}}


def test_ratings_that_differ_stay_words() -> None:
    parsed = settled(
        "energy", Noted(3, "Entry 1", "Energy: low"), Noted(7, "Entry 2", "Energy: high")
    )
    assert parsed.days == {DAY: {"note": "Energy: low\nEnergy: high"}}


def test_a_value_that_cannot_be_kept_is_listed_by_its_place_and_raises_no_flag() -> None:
    parsed = settled("temperature_c", Noted(12.0, "Entry 4", flags=["temperature_disturbed"]))
    assert parsed.days == {}
    why = "A waking temperature must be between 34 and 43 °C, got 12.0"
    assert [NotCarried("One value of entry 4", 1, why)] == parsed.not_carried
