"""Time zones by name."""

from datetime import UTC
from zoneinfo import ZoneInfo

import pytest

from journal.domain.zones import zone_named


def test_a_zone_is_found_by_its_name() -> None:
    assert ZoneInfo("Pacific/Kiritimati") == zone_named("Pacific/Kiritimati")


@pytest.mark.parametrize("name", ["Nowhere/At_All", "../etc/passwd", "/etc", "a\x00b", "Europe"])
def test_a_name_that_is_none_counts_as_utc(name: str) -> None:
    assert zone_named(name) is UTC


@pytest.mark.parametrize("name", [None, ""])
def test_no_name_is_utc(name: str | None) -> None:
    assert ZoneInfo("UTC") == zone_named(name)
