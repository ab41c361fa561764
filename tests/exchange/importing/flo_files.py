"""Files as Flo sends them, invented."""

import json
from typing import Any

from tests.exchange.importing.fuzz import as_json


def cycle(start: str, end: str | None, **more: Any) -> dict[str, Any]:
    """Describe a cycle; `intensity` is a mapping of day indexes to levels."""
    found = {"period_start_date": f"{start} 00:00:00.0", "pregnant": False, **more}
    if end:
        found["period_end_date"] = f"{end} 00:00:00.0"
    if "intensity" in found:
        found["period_intensity"] = json.dumps(found.pop("intensity"))
    return found


def event(category: str, subcategory: str, day: str = "2026-03-14", **more: Any) -> dict[str, Any]:
    """Describe an event."""
    return {
        "category": category,
        "subcategory": subcategory,
        "date": f"{day} 00:00:00.0",
        "properties": {},
        **more,
    }


def document(*events: dict[str, Any], **parts: Any) -> dict[str, Any]:
    """Describe an export with these events and other parts of its main one."""
    return {"operationalData": {"cycles": [], "point_events_manual_v2": list(events), **parts}}


def flo(*events: dict[str, Any], **parts: Any) -> bytes:
    """Write it."""
    return as_json(document(*events, **parts))


EXAMPLE = document(
    event("Symptom", "DrawingPain"),
    event("Mood", "Panic"),
    event("Mood", "Happy"),
    event("Sex", "SexProtected"),
    event("Sex", "High Sex Drive"),
    event("Fluid", "Eggwhite"),
    event("OvulationTest", "Positive", properties={"result": 1}),
    event("Ovulation", "OtherMethods"),
    event("Temperature", "Basal", properties={"value": 36.4}),
    event("Water", "N/A", properties={"volume": 2.1}),
    event("Symptom", "Backache", deleted=True),
    # In another zone than Flo's servers, the instant lies on the day before.
    event("Symptom", "Headache", "2026-03-15", local_date="2026-03-16 00:10:00.0"),
    cycles=[
        cycle("2026-02-28", "2026-03-02", intensity={"0": 1, "1": 3}),
        cycle("2025-01-03", "2025-01-07", pregnant=True),
    ],
    repeatable_child_point_events=[
        event("Medication", "Pills", "2026-03-15", properties='{"missed_pill": false}'),
        event("Medication", "Pills", "2026-03-17", properties='{"missed_pill": true}'),
    ],
    notes=[{"text": "a note", "date": "2026-03-14 09:30:00.0"}],
    reminders=[{"id": 1}],
)


PREGNANT = cycle(
    "2024-01-03",
    "2024-01-07",
    pregnant=True,
    pregnant_start_date="2024-01-03 00:00:00.0",
    pregnant_end_date="2024-10-01 00:00:00.0",
)
