"""Codes of the owner's own entries: one each, for ever."""

import re

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.catalogues import (
    LONGEST_ENTRY_NAME,
    OWN_GROUP,
    Catalogue,
    CatalogueName,
    Entry,
    own_code,
    shipped_catalogue,
    validated_entry_name,
)
from journal.domain.day_fields import LONGEST_CODE, validated_field
from journal.domain.days import SIGN_PREFIX, SignStrength

NAMES = (
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=LONGEST_ENTRY_NAME)
    .filter(str.strip)
    .map(validated_entry_name)
)
SHIPPED = shipped_catalogue(CatalogueName.SIGNS)


def with_names(names: list[str]) -> Catalogue:
    """Add own entries one after the other, as she would."""
    own: list[Entry] = []
    for name in names:
        code = own_code(name, SHIPPED.with_own(own))
        own.append(Entry(code, name, OWN_GROUP, own=True))
    return SHIPPED.with_own(own)


@given(st.lists(NAMES, max_size=6))
def test_different_names_get_different_codes(names: list[str]) -> None:
    catalogue = with_names(names)
    own = [entry for entry in catalogue.entries.values() if entry.own]
    assert sorted({entry.name for entry in own}) == sorted(entry.name for entry in own)
    assert {entry.name for entry in own} == set(names)


@given(st.lists(NAMES, max_size=4), NAMES)
def test_a_name_keeps_its_code_whatever_is_added_later(names: list[str], name: str) -> None:
    before = with_names([name])
    after = with_names([name, *names])
    assert own_code(name, before) == own_code(name, after)


@given(NAMES)
def test_an_own_code_is_never_that_of_a_shipped_entry(name: str) -> None:
    assert own_code(name, SHIPPED) not in SHIPPED.entries


@given(NAMES)
def test_spaces_around_a_name_do_not_make_it_another(name: str) -> None:
    catalogue = with_names([name])
    assert own_code(f"  {name} ", catalogue) == own_code(name, catalogue)


@given(st.lists(NAMES, max_size=4))
def test_an_own_code_can_be_recorded_and_is_plain_ascii(names: list[str]) -> None:
    for code in with_names(names).entries.keys() - SHIPPED.entries.keys():
        assert re.fullmatch(r"own_[a-z0-9_]+", code)
        assert len(code) <= LONGEST_CODE
        assert validated_field(SIGN_PREFIX + code, "mild") is SignStrength.MILD


def test_names_that_differ_only_in_signs_are_told_apart() -> None:
    catalogue = with_names(["Tea!", "Tea?", "Tea", "茶", "咖啡"])
    assert [code for code, entry in catalogue.entries.items() if entry.own] == [
        "own_tea",
        "own_tea_2",
        "own_tea_3",
        "own_entry",
        "own_entry_2",
    ]
