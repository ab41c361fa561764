"""What stands in a row is read as far as it can be read, and stops no page."""

from dataclasses import fields, replace

import pytest

from journal.domain.owner_settings import OwnerSettings, Situation
from journal.storage.rows import settings_from

SAVED = OwnerSettings(
    welcomed=True,
    situation=Situation.IRREGULAR,
    birth_year=1975,
    ratings=("calm",),
    body_signs=True,
    intimate_practices=True,
    week_start=6,
    forecasts=False,
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
    ],
)
def test_nonsense_in_one_setting_leaves_the_others(name: str, nonsense: object) -> None:
    as_at_the_beginning = replace(SAVED, **{name: getattr(OwnerSettings(), name)})
    assert as_at_the_beginning == settings_from(STORED | {name: nonsense})
