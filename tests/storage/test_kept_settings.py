"""What stands in a row is read as far as it can be read, and stops no page."""

import json
from dataclasses import fields, replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given

from journal.domain.account_rules import AccountRules
from journal.domain.csv_mapping import ColumnUse, CsvMapping, DateOrder, Holds
from journal.domain.own_calendar import OwnCalendar
from journal.domain.owner_settings import OwnerSettings, Situation
from journal.domain.partner_card import CardPart, PartnerCard
from journal.storage.kept_settings import settings_document, settings_from
from tests.strategies import SETTINGS

SAVED = OwnerSettings(
    welcomed=True,
    situation=Situation.IRREGULAR,
    birth_year=1975,
    ratings=("calm",),
    body_signs=True,
    intimate_practices=True,
    week_start=6,
    forecasts=False,
    account=AccountRules(2.5, {"long_hug": 3.0, "own_tea": 0.5}, away=0.5, against=4.0),
    offers=False,
    ladder_up_to="Light touch",
    leave_apart_out=True,
    small_thing_seen=date(2026, 5, 14),
    partner_card=PartnerCard(
        "A quiet evening, please.",
        frozenset({CardPart.TOUCH_TODAY, CardPart.SMALL_THINGS}),
        ("Tea in bed", "A walk"),
    ),
    own_calendar=OwnCalendar("A softer week", time(20, 30), "0123456789abcdef" * 2),
    last_conversation=date(2026, 10, 1),
    csv_mappings=(
        CsvMapping(
            "My table",
            ("Day", "Flow", "Mood"),
            {
                "Day": ColumnUse(Holds.DATE),
                "Flow": ColumnUse(Holds.BLEEDING, words={"little": "light"}),
                "Mood": ColumnUse(Holds.RATING, "mood", 1, 5),
            },
            DateOrder.DAY_FIRST,
        ),
    ),
)
PLAIN_USE: dict[str, Any] = {
    "code": "",
    "zero": None,
    "ten": None,
    "words": {},
    "every_entry": False,
    "fahrenheit": False,
}
STORED: dict[str, Any] = {
    "welcomed": True,
    "situation": "irregular",
    "birth_year": 1975,
    "ratings": ["calm"],
    "body_signs": True,
    "intimate_practices": True,
    "week_start": 6,
    "forecasts": False,
    "account": {
        "half_life_days": 2.5,
        "weights": {"long_hug": 3.0, "own_tea": 0.5},
        "away": 0.5,
        "against": 4.0,
    },
    "offers": False,
    "ladder_up_to": "Light touch",
    "leave_apart_out": True,
    "small_thing_seen": "2026-05-14",
    "partner_card": {
        "words": "A quiet evening, please.",
        "shows": ["small_things", "touch_today"],
        "things": ["Tea in bed", "A walk"],
    },
    "own_calendar": {
        "title": "A softer week",
        "remind_at": "20:30:00",
        "key": "0123456789abcdef" * 2,
    },
    "last_conversation": "2026-10-01",
    "csv_mappings": [
        {
            "name": "My table",
            "columns": ["Day", "Flow", "Mood"],
            "uses": {
                "Day": {**PLAIN_USE, "holds": "date"},
                "Flow": {**PLAIN_USE, "holds": "bleeding", "words": {"little": "light"}},
                "Mood": {**PLAIN_USE, "holds": "rating", "code": "mood", "zero": 1, "ten": 5},
            },
            "date_order": "day_first",
        }
    ],
}


def test_every_setting_is_read() -> None:
    assert {item.name for item in fields(OwnerSettings)} == set(STORED)
    assert settings_from(STORED) == SAVED


def test_a_setting_no_version_stored_yet_is_as_at_the_beginning() -> None:
    assert OwnerSettings() == settings_from({})
    assert settings_from({}).forecasts


def test_a_setting_of_another_version_is_left_alone() -> None:
    assert settings_from(STORED | {"colour": "green"}) == SAVED


@pytest.mark.parametrize(
    "nonsense", ["abc", "1975", "", 1899, 0, -5, 10_000, 1975.5, True, [], {"year": 1975}]
)
def test_a_birth_year_that_is_none_counts_as_not_told(nonsense: object) -> None:
    assert replace(SAVED, birth_year=None) == settings_from(STORED | {"birth_year": nonsense})


def test_a_birth_year_that_has_not_come_is_kept_so_that_she_can_be_told() -> None:
    assert settings_from({"birth_year": 3000}).birth_year == 3000


@pytest.mark.parametrize(
    ("name", "nonsense"),
    [
        ("situation", "elsewhere"),
        ("situation", ["stopped"]),
        ("ratings", "calm"),
        ("week_start", 7),
        ("week_start", "Monday"),
        ("forecasts", "no"),
        ("welcomed", 1),
        ("account", "fast"),
        ("account", None),
        ("offers", "yes"),
        ("ladder_up_to", 2),
        ("ladder_up_to", " "),
        ("leave_apart_out", 0),
        ("small_thing_seen", "yesterday"),
        ("last_conversation", "yesterday"),
        ("small_thing_seen", "2026-02-30"),
        ("small_thing_seen", 20_260_514),
        ("partner_card", ["words"]),
        ("own_calendar", "A softer week"),
        ("csv_mappings", "My table"),
        ("csv_mappings", ["My table", {"name": "My table"}, {"columns": "Day"}]),
    ],
)
def test_nonsense_in_one_setting_leaves_the_others(name: str, nonsense: object) -> None:
    as_at_the_beginning = replace(SAVED, **{name: getattr(OwnerSettings(), name)})
    assert as_at_the_beginning == settings_from(STORED | {name: nonsense})


@given(SETTINGS)
def test_settings_come_back_through_the_json_a_database_keeps(settings: OwnerSettings) -> None:
    kept = {
        name: json.loads(json.dumps(value)) for name, value in settings_document(settings).items()
    }
    assert settings == settings_from(kept)


def test_settings_are_kept_as_they_were_read() -> None:
    assert settings_document(SAVED) == STORED


@pytest.mark.parametrize(
    ("part", "nonsense"),
    [
        ("half_life_days", 0),
        ("half_life_days", 1_000_000),
        ("half_life_days", "3"),
        ("half_life_days", True),
        ("half_life_days", float("nan")),
        ("weights", ["long_hug"]),
        ("away", -1),
        ("against", float("inf")),
        ("against", 10**400),
        ("colour", "green"),
    ],
)
def test_nonsense_in_one_rule_of_the_account_leaves_the_others(part: str, nonsense: object) -> None:
    rules = SAVED.account
    expected = {
        "half_life_days": rules.half_life_days,
        "weights": rules.weights,
        "away": rules.away,
        "against": rules.against,
    }
    expected.pop(part, None)
    stored = STORED | {"account": STORED["account"] | {part: nonsense}}
    assert replace(SAVED, account=AccountRules(**expected)) == settings_from(stored)


def test_nonsense_in_one_weight_leaves_the_others() -> None:
    weights = {"long_hug": "much", "kiss": 11, "own_tea": 0.5, "smile": None, "talk": 2}
    read = settings_from({"account": {"weights": weights}}).account.weights
    assert read == {"own_tea": 0.5, "talk": 2.0}


@pytest.mark.parametrize(
    ("part", "stored", "read"),
    [
        ("words", "x" * 201, ""),
        ("words", 5, ""),
        ("shows", "touch_today", frozenset()),
        ("shows", ["touch_today", "weight", 3, ["x"]], frozenset({CardPart.TOUCH_TODAY})),
        ("things", "tea", ()),
        ("things", ["tea", "", "x" * 81, 4, "\x00", "a walk"], ("tea", "a walk")),
        ("things", list("abcdefg"), tuple("abcde")),
    ],
)
def test_nonsense_in_one_part_of_the_card_leaves_the_others(
    part: str, stored: object, read: object
) -> None:
    card = STORED["partner_card"] | {part: stored}
    expected = replace(SAVED, partner_card=replace(SAVED.partner_card, **{part: read}))
    assert expected == settings_from(STORED | {"partner_card": card})


@pytest.mark.parametrize(
    ("part", "stored", "read"),
    [
        ("title", "x" * 81, ""),
        ("title", 5, ""),
        ("remind_at", "in the evening", None),
        ("remind_at", "25:00", None),
        ("remind_at", 21, None),
        ("remind_at", "21:00:00+02:00", None),
        ("remind_at", None, None),
        ("remind_at", "00:00:00", time(0)),
        ("key", "0123456789ABCDEF" * 2, ""),
        ("key", "0123456789abcdef", ""),
        ("key", "0123456789abcdef" * 2 + "\n", ""),
        ("key", 5, ""),
    ],
)
def test_nonsense_in_one_part_of_the_calendar_leaves_the_other(
    part: str, stored: object, read: object
) -> None:
    expected = replace(SAVED, own_calendar=replace(SAVED.own_calendar, **{part: read}))
    calendar = STORED["own_calendar"] | {part: stored}
    assert expected == settings_from(STORED | {"own_calendar": calendar})


def test_broken_characters_are_kept_as_far_as_they_can_be() -> None:
    broken = OwnerSettings(partner_card=PartnerCard("a\x00b", things=("half \ud83d",)))
    kept = settings_from(settings_document(broken)).partner_card
    assert kept == PartnerCard("ab", things=("half ?",))
