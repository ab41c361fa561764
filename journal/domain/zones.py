"""Time zones by name; a name that is none counts as UTC."""

from datetime import UTC, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LONGEST_ZONE: Final = 64


def zone_named(name: str | None) -> tzinfo:
    """Return the zone with this name."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
