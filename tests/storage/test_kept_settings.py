"""What stands in a row is read as far as it can be read, and stops no page."""

import json
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given

from journal.domain.account_rules import AccountRules
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
)
STORED = {
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
        ("small_thing_seen", "2026-02-30"),
        ("small_thing_seen", 20_260_514),
        ("partner_card", ["words"]),
    ],
)
def test_nonsense_in_one_setting_leaves_the_others(name: str, nonsense: object) -> None:
    as_at_the_beginning = replace(SAVED, **{name: getattr(OwnerSettings(), name)})
    assert as_at_the_beginning == settings_from(STORED | {name: nonsense})
