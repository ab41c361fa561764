"""Files of Mensinator, Menstrudel and Garmin, invented."""

import io
import zipfile
from typing import Any

from tests.exchange.importing.fuzz import as_json

MENSINATOR = {
    "periods": [
        {"id": "1", "date": "2026-03-01", "period_id": "4"},
        {"id": "2", "date": "2026-03-02", "period_id": "4"},
    ],
    "symptoms": [
        {"id": "1", "symptom_name": "Heavy_Flow", "active": "1", "color": "DarkPink"},
        {"id": "2", "symptom_name": "Headache", "active": "1"},
        {"id": "3", "symptom_name": "Sore thumb", "active": "0"},
    ],
    "symptom_date": [
        {"id": "1", "symptom_date": "2026-03-02", "symptom_id": "1"},
        {"id": "2", "symptom_date": "2026-03-02", "symptom_id": "2"},
        {"id": "3", "symptom_date": "2026-03-09", "symptom_id": "3"},
        {"id": "4", "symptom_date": "2026-03-09", "symptom_id": "77"},
    ],
    "ovulations": [{"id": "1", "date": "2026-03-14"}],
    "app_settings": [{"setting_key": "lang", "setting_value": "en"}],
}
MENSTRUDEL: dict[str, Any] = {
    "periods": [{"id": 1, "start_date": 1772323200000, "end_date": 1772409600000, "total_days": 2}],
    "period_logs": [
        {"id": 7, "date": "2026-03-01T00:00:00.000", "flow": 4, "painLevel": 3, "period_id": 1},
        {"id": 8, "date": "2026-03-02T00:00:00.000", "flow": 1, "painLevel": None, "period_id": 1},
        {"id": 9, "date": "2026-03-09T00:00:00.000", "flow": 0, "painLevel": 0, "period_id": None},
    ],
    "log_symptoms": [
        {"log_id_fk": 7, "symptom": "cramps"},
        {"log_id_fk": 9, "symptom": "sore thumb"},
    ],
    "exported_at": "2026-04-01T10:00:00.000",
    "app_version": "4.0.0",
    "db_version": 11,
}
MENSTRUDEL_SEX = {
    "sexual_activity_logs": [
        {
            "id": 1,
            "date_time": "2026-03-14T22:15:00.000",
            "sex_type": "oral",
            "participation_type": "partner",
            "protection_used": 1,
            "protection_type": "barrier",
            "note": "slow",
        },
        {
            "id": 2,
            "date_time": "2026-03-15T07:00:00.000",
            "sex_type": "manual",
            "participation_type": "solo",
            "protection_used": 0,
            "protection_type": "none",
            "note": None,
        },
        {"id": 3, "date_time": "2026-03-16T07:00:00.000", "participation_type": "group"},
    ],
    "exported_at": "2026-04-01T10:00:00.000",
    "db_version": 11,
}
GARMIN_LOGS = [
    {
        "userProfilePk": 1,
        "calendarDate": "2026-03-01",
        "flow": "HEAVY",
        "symptoms": ["CRAMPS", "SORE_THUMB"],
        "moods": ["SAD"],
        "ovulationDay": False,
        "reportTimestamp": "2026-03-01T20:00:00.0",
    },
    {"calendarDate": "2026-03-14", "flow": None, "symptoms": [], "ovulationDay": True},
]
GARMIN_CYCLES = [
    {
        "startDate": "2026-03-01",
        "actualPeriodLength": 3,
        "predictedPeriodLength": 5,
        "actualCycleLength": 28,
        "cycleType": "REGULAR",
        "status": "COMPLETE",
        "fertileWindowStart": 12,
        "hormonalContraception": "NONE",
    },
    {"startDate": "2026-03-29", "actualPeriodLength": None, "predictedPeriodLength": 5},
]


def garmin_zip() -> bytes:
    """Write a zip as Garmin's export makes it, with files of no concern."""
    content = io.BytesIO()
    folder = "DI_CONNECT/DI-Connect-Wellness"
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{folder}/44_DailyMenstrualLogs.json", as_json(GARMIN_LOGS))
        archive.writestr(f"{folder}/44_MenstrualCycles.json", as_json(GARMIN_CYCLES))
        archive.writestr(f"{folder}/2026_sleepData.json", b"[]")
    return content.getvalue()
