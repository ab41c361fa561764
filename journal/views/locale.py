"""How dates are written and where weeks start, by the language of her browser."""

from typing import Final, Literal, TypeAlias

import streamlit as st

DateFormat: TypeAlias = Literal["DD/MM/YYYY", "MM/DD/YYYY", "YYYY/MM/DD"]
MONDAY, SATURDAY, SUNDAY = 0, 5, 6
# Regions by the Unicode Common Locale Data Repository, supplemental data: weekData and dateFormats.
_MONTH_FIRST: Final = frozenset({"US", "PH", "PW", "FM"})
_YEAR_FIRST: Final = frozenset({"CN", "JP", "KR", "TW", "HU", "LT", "MN", "CA", "ZA", "SE"})
_WEEK_FROM_SUNDAY: Final = frozenset(
    {"US", "CA", "MX", "BR", "JP", "KR", "TW", "IN", "IL", "PH", "ZA", "CO", "PE", "VE", "SA"}
)
_WEEK_FROM_SATURDAY: Final = frozenset({"AE", "AF", "BH", "DZ", "EG", "IQ", "IR", "JO", "KW", "QA"})


def date_format() -> DateFormat:
    """Return how a date field writes a date where she is."""
    region = _region()
    if region in _MONTH_FIRST:
        return "MM/DD/YYYY"
    return "YYYY/MM/DD" if region in _YEAR_FIRST else "DD/MM/YYYY"


def usual_week_start() -> int:
    """Return the first day of the week where she is: 0 Monday … 6 Sunday."""
    region = _region()
    if region in _WEEK_FROM_SUNDAY:
        return SUNDAY
    return SATURDAY if region in _WEEK_FROM_SATURDAY else MONDAY


def zone_name() -> str:
    """Return the name of her time zone, as her browser tells it; UTC where it does not."""
    return st.context.timezone or "UTC"


def _region() -> str:
    _, _, rest = (st.context.locale or "").replace("_", "-").partition("-")
    return rest.rpartition("-")[2].upper()
