"""Waking temperatures in cells of text, in either unit.

```
°C   34 ────── 43            body temperatures of the two units never overlap,
°F                93 ── 109  so a number says its unit even where the file does not
```
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from journal.domain.day_fields import COLDEST_C, WARMEST_C
from journal.exchange.importing.errors import ValueUnreadable
from journal.exchange.importing.temperatures import F_PER_C, FREEZING_F, from_fahrenheit
from journal.exchange.importing.word_reading import WordReading

# Possessive, so that a hostile cell cannot make the search go back and forth.
_READING: Final = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?)\s*+[°º]?\s*+([CcFf℃℉]?)")
_COLDEST_F: Final = COLDEST_C * F_PER_C + FREEZING_F
_WARMEST_F: Final = WARMEST_C * F_PER_C + FREEZING_F
_UNITS: Final = {"c": "c", "celsius": "c", "℃": "c", "f": "f", "fahrenheit": "f", "℉": "f"}


@dataclass(slots=True)
class TemperatureCells:
    """The temperatures of one file, and in which unit they stood."""

    reading: WordReading
    celsius: int = 0
    fahrenheit: int = 0
    unsaid: int = 0

    def put(
        self, day: date, text: str, column: str, place: str, *, flags: Sequence[str] = ()
    ) -> None:
        """Note a reading; the unit stands behind it, in the column's name, or in its size.

        What is no body temperature in either unit is listed.
        """
        found = _READING.fullmatch(text.strip())
        value = float(found[1].replace(",", ".")) if found else 0.0
        named = (_UNITS[found[2].lower()] if found and found[2] else "") or _unit_in_name(column)
        unit = named or _unit_by_size(value)
        if not unit:
            problem = ValueUnreadable(place, column, text, "a body temperature in °C or °F")
            self.reading.gathering.leave_value_out(place, problem.why)
            return
        self.unsaid += not named
        if unit == "f":
            self.fahrenheit += 1
            value = from_fahrenheit(value)
        else:
            self.celsius += 1
        self.reading.put(day, "temperature_c", value, place, flags=flags)

    def remark(self) -> None:
        """Say how the unit was understood, where the file left it open or it was converted."""
        if self.unsaid and self.celsius:
            self.reading.gathering.remarks.append(
                "The file does not name the unit of its temperatures; numbers from "
                f"{COLDEST_C:.0f} to {WARMEST_C:.0f} can only be degrees Celsius."
            )
        if self.fahrenheit:
            self.reading.gathering.remarks.append(
                f"Temperatures in degrees Fahrenheit ({self.fahrenheit:,}×) come as degrees "
                f"Celsius; numbers from {_COLDEST_F:.0f} to {_WARMEST_F:.0f} can be nothing else."
            )


def _unit_in_name(column: str) -> str:
    words = re.findall(r"[^\W_]+|[℃℉]", column.casefold())
    return _UNITS.get(words[-1], "") if words else ""


def _unit_by_size(value: float) -> str:
    if COLDEST_C <= value <= WARMEST_C:
        return "c"
    return "f" if _COLDEST_F <= value <= _WARMEST_F else ""
