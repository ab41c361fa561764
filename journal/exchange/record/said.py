"""What is said of one thing, as JSON keeps it."""

from datetime import date, datetime, time
from typing import Any


def said(values: dict[str, Any]) -> dict[str, Any]:
    """Return what is said, without what is not; dates, times and instants as ISO text."""
    return {
        name: value.isoformat() if isinstance(value, date | time | datetime) else value
        for name, value in values.items()
        if value is not None
    }
