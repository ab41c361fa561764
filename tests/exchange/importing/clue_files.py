"""Files as Clue writes them, invented."""

from typing import Any

from tests.exchange.importing.app_files import zipped
from tests.exchange.importing.fuzz import as_json


def measurement(kind: str, value: Any, day: str = "2026-03-05") -> dict[str, Any]:
    """Describe one measurement; a text stands for one option, a list for several."""
    if isinstance(value, str):
        value = {"option": value}
    elif isinstance(value, list):
        value = [{"option": option} for option in value]
    return {"type": kind, "id": "5c1b", "date": day, "value": value}


EXAMPLE = [
    measurement("period", "heavy"),
    measurement("period", "light", "2026-03-06"),
    measurement("spotting", ["brown"], "2026-03-09"),
    measurement("pain", ["period_cramps", "leg"]),
    measurement("feelings", ["sad", "happy"]),
    measurement("energy", ["tired"]),
    measurement("sex_life", ["protected", "high_sex_drive"], "2026-03-14"),
    measurement("discharge", ["egg_white"], "2026-03-14"),
    measurement("tests", ["ovulation_positive"], "2026-03-14"),
    measurement("bbt", {"celsius": 36.55, "excluded": False}, "2026-03-14"),
    measurement("sleep_duration", {"minutes": 450}, "2026-03-14"),
    measurement("tags", ["By the sea"], "2026-03-14"),
    measurement("weight", {"kilograms": 61}, "2026-03-14"),
]
OLD = {
    "data": [
        {"day": "2017-01-30", "period": "medium", "pain": ["cramps"], "bbt": 97.9},
        {"day": "2017-02-02T00:00:00Z", "period": "spotting", "tags": ["yoga"]},
    ]
}


def clue(*measurements: dict[str, Any]) -> bytes:
    """Write a `measurements.json`."""
    return as_json(list(measurements))


def clue_zip(*measurements: dict[str, Any]) -> bytes:
    """Write a zip as Clue's export makes it."""
    return zipped(clue(*measurements), "ClueDataDownload/measurements.json")
