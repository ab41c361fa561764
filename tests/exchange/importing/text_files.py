"""Exports that are tables or lines of text, invented after the descriptions of their formats."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any, Final

BEARABLE_COLUMNS: Final = (
    *("date", "weekday", "time of day", "category", "rating/amount", "detail", "notes"),
)
NEWER_BEARABLE_COLUMNS: Final = ("date", "date formatted", *BEARABLE_COLUMNS[1:])
NATURAL_CYCLES_COLUMNS: Final = (
    *("Date", "Temperature", "Fertility Status", "Period", "Period Flow", "Spotting", "LH test"),
    *("Cervical Mucus", "Symptoms", "Notes", "Cramps"),
)
FERTILITY_FRIEND_COLUMNS: Final = (*("Date", "BBT", "CM", "OPK", "Intercourse", "Menses", "Notes"),)
CYCLE_COLUMNS: Final = (
    *("id", "cycle_start_date", "cycle_end_date", "ovulation_start_date", "ovulation_end_date"),
    *("ovulation_source", "period_start_date", "period_end_date", "period_source"),
    *("fertile_start_date", "fertile_end_date", "fertile_source"),
)
SYMPTOM_COLUMNS: Final = (
    *("timestamp", "fluids", "flow", "conditions", "sex", "ovulation_test"),
    *("cycle_altering_event", "mood"),
)
OVUMCY_COLUMNS: Final = (
    *("Date", "Period", "Flow", "Mood rating", "Sex activity", "BBT (C)", "Cervical mucus"),
    *("Cramps", "Headache", "Acne", "Mood", "Bloating", "Fatigue", "Breast tenderness"),
    *("Back pain", "Nausea", "Spotting", "Irritability", "Insomnia", "Food cravings", "Diarrhea"),
    *("Constipation", "Swelling", "Cycle factors", "Other", "Notes", "Pregnancy test"),
    *("Cycle start", "Uncertain"),
)


def table(columns: Sequence[str], *rows: Mapping[str, str], delimiter: str = ",") -> bytes:
    """Write a table; columns that are not named stay empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def many_zipped(members: Mapping[str, bytes]) -> bytes:
    """Put several members into a zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def bearable(*rows: Mapping[str, str], columns: Sequence[str] = BEARABLE_COLUMNS) -> bytes:
    """Write Bearable's table, one mapping a reading."""
    return table(columns, *({"date": "5th Mar 2026", **row} for row in rows))


def natural_cycles(
    *rows: Mapping[str, str], columns: Sequence[str] = NATURAL_CYCLES_COLUMNS
) -> bytes:
    """Write Natural Cycles' table, one mapping a day."""
    return table(columns, *({"Date": "2026-03-05", **row} for row in rows), delimiter=";")


def fertility_friend(*rows: Mapping[str, str]) -> bytes:
    """Write Fertility Friend's table, one mapping a day."""
    return table(FERTILITY_FRIEND_COLUMNS, *({"Date": "2026-03-05", **row} for row in rows))


def my_calendar(*lines: tuple[str, str]) -> bytes:
    """Write My Calendar's text, a date and an event a line."""
    return "".join(f"{day}\t{event}\n" for day, event in lines).encode()


def cycles(*rows: Mapping[str, str]) -> bytes:
    """Write Fitbit's table of cycles."""
    return table(CYCLE_COLUMNS, *rows)


def symptoms(*rows: Mapping[str, str]) -> bytes:
    """Write Fitbit's table of symptoms."""
    return table(SYMPTOM_COLUMNS, *({"timestamp": "2026-03-05", **row} for row in rows))


def takeout(members: Mapping[str, bytes]) -> bytes:
    """Write a zip as Google Takeout does, with other tables beside."""
    folder = "Takeout/Fitbit/Menstrual Health"
    inside = {f"{folder}/{name}": content for name, content in members.items()}
    return many_zipped({"Takeout/Fitbit/Sleep/sleep_score.csv": b"timestamp,score\n", **inside})


def samsung(kind: str, *rows: Sequence[str], columns: Sequence[str] = ()) -> bytes:
    """Write one of Samsung's tables: a banner, the columns, rows with a comma at the end."""
    names = columns or ("date", kind, "create_time", "deviceuuid", "pkg_name", "datauuid")
    width = len(names)
    lines = [f"com.samsung.health.cycle.{kind},6230001,1", ",".join(names)]
    lines += [",".join([*row, *[""] * (width - len(row)), ""]) for row in rows]
    return ("\n".join(lines) + "\n").encode()


def ovumcy(*rows: Mapping[str, str], columns: Sequence[str] = OVUMCY_COLUMNS) -> bytes:
    """Write ovumcy's table; what is not named is filled as ovumcy fills it."""
    end = "Cycle factors" if "Cycle factors" in columns else "Other"
    no = [*columns[columns.index("Cramps") : columns.index(end)], "Period"]
    no += [name for name in ("Cycle start", "Uncertain") if name in columns]
    may_be_none = ("Flow", "Sex activity", "Cervical mucus", "Pregnancy test")
    none = [name for name in may_be_none if name in columns]
    filled = dict.fromkeys(no, "No") | dict.fromkeys(none, "None")
    return table(columns, *({"Date": "2026-03-05", **filled, **row} for row in rows))


def ovumcy_entry(**fields: Any) -> dict[str, Any]:
    """Describe one entry of ovumcy's JSON; a symptom is named with `yes=["cramps"]`."""
    ticked = {"cramps": False, "mood": False, "spotting": False}
    ticked |= dict.fromkeys(fields.pop("yes", []), True)
    return {
        "date": "2026-03-05",
        "period": False,
        "cycle_start": False,
        "is_uncertain": False,
        "flow": "none",
        "mood_rating": 0,
        "sex_activity": "none",
        "cervical_mucus": "none",
        "pregnancy_test": "none",
        "cycle_factors": [],
        "symptoms": ticked,
        "other_symptoms": [],
        "notes": "",
        **fields,
    }


def ovumcy_day(**fields: Any) -> dict[str, Any]:
    """Describe one day of the backup of ovumcy's app."""
    return {
        "date": "2026-03-05",
        "isPeriod": False,
        "cycleStart": False,
        "isUncertain": False,
        "flow": "none",
        "mood": 0,
        "sexActivity": "none",
        "bbt": 0,
        "cervicalMucus": "none",
        "lhTest": "none",
        "pregnancyTest": "none",
        "cycleFactorKeys": [],
        "symptomIDs": [],
        "notes": "",
        **fields,
    }


def ovumcy_backup(*days: Mapping[str, Any], **parts: Any) -> dict[str, Any]:
    """Describe the backup of ovumcy's app."""
    labels = [{"id": "cramps", "label": "Cramps"}, {"id": "own-1", "label": "Cold feet"}]
    return {
        "app": "ovumcy",
        "formatVersion": 3,
        "symptoms": labels,
        "dayLogs": list(days),
        **parts,
    }


SAMPLE_BEARABLE: Final = bearable(
    {"category": "Symptom", "rating/amount": "2", "detail": "Headache (Moderate)"},
    {"category": "Mood", "rating/amount": "4", "detail": "Calm", "time of day": "am"},
)
SAMPLE_NATURAL_CYCLES: Final = natural_cycles(
    {"Period": "true", "Period Flow": "heavy", "Temperature": "36,40", "Fertility Status": "Red"}
)
SAMPLE_FERTILITY_FRIEND: Final = fertility_friend({"BBT": "97.2", "CM": "creamy", "OPK": "+"})
SAMPLE_MY_CALENDAR: Final = my_calendar(
    ("Mar 5, 2026", "Period Starts"),
    ("Mar 5, 2026", "Symptoms:++Flow,Cramps;"),
    ("Mar 7, 2026", "Period Ends"),
)
SAMPLE_TAKEOUT: Final = takeout(
    {
        "menstrual_health_cycles.csv": cycles(
            {
                "period_start_date": "2026-03-05",
                "period_end_date": "2026-03-06",
                "period_source": "Manual",
            }
        ),
        "menstrual_health_symptoms.csv": symptoms({"flow": "heavy", "conditions": "headache"}),
    }
)
SAMPLE_SAMSUNG: Final = samsung("flow", ("2026-03-05 00:00:00.000", "medium"))
SAMPLE_OVUMCY: Final = ovumcy({"Period": "Yes", "Flow": "Light", "Cramps": "Yes"})
SAMPLE_OVUMCY_JSON: Final = {"exported_at": "x", "entries": [ovumcy_entry(yes=["cramps"])]}
SAMPLE_OVUMCY_BACKUP: Final = ovumcy_backup(ovumcy_day(symptomIDs=["cramps"], flow="light"))
SAMPLE_SYMPTOMS: Final = symptoms({"flow": "light", "mood": "sad"})
PREDICTION = (
    b"com.samsung.shealth.cycle.prediction,6230001,1\n"
    b"period,source,menstruation_start_date,menstruation_end_date,datauuid\n"
    b"5,1,2026-04-02,2026-04-06,x,\n"
)
