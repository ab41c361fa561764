"""Exports of Apple Health, invented; each shows only what matters to the claim."""

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import quoteattr

DECLARATIONS = """<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 14 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
<!ELEMENT Record (MetadataEntry*)>
<!ATTLIST Record
  type CDATA #REQUIRED
  value CDATA #IMPLIED
>
]>
"""
ME = ' <ExportDate value="2026-06-30 09:00:00 +0200"/>\n <Me HKCharacteristicTypeIdentifierBloodType="x"/>\n'  # noqa: E501 - as Health writes it


def record(
    kind: str,
    value: str,
    start: str = "2026-03-05 08:00:00 +0100",
    *,
    end: str = "",
    source: str = "Health",
    created: str = "",
    unit: str = "",
    metadata: Mapping[str, str] | None = None,
) -> str:
    """Write a record; kind and value without the prefixes every one of them has."""
    family = "Quantity" if unit else "Category"
    said = {
        "type": f"HK{family}TypeIdentifier{kind}",
        "sourceName": source,
        "unit": unit,
        "creationDate": created or start,
        "startDate": start,
        "endDate": end or start,
        "value": value if unit else f"HKCategoryValue{value}",
    }
    written = " ".join(f"{name}={quoteattr(text)}" for name, text in said.items() if text)
    inside = "".join(
        f'\n  <MetadataEntry key="{key}" value="{text}"/>' for key, text in (metadata or {}).items()
    )
    return f" <Record {written}>{inside}\n </Record>\n" if inside else f" <Record {written}/>\n"


def export(*elements: str, declarations: str = DECLARATIONS) -> bytes:
    """Write an `export.xml`."""
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n{declarations}<HealthData locale="en_GB">\n'
    return f"{head}{ME}{''.join(elements)}</HealthData>\n".encode()


def flow(day: str, amount: str = "Medium", *, start: bool | None = None, **more: str) -> str:
    """Write a day of flow, with what Health knows of it as a first day."""
    known = None if start is None else {"HKMenstrualCycleStart": str(int(start))}
    when = f"{day} 12:00:00 +0100"
    return record("MenstrualFlow", f"MenstrualFlow{amount}", when, metadata=known, **more)


def asleep(start: str, end: str, *, stage: str = "AsleepCore", source: str = "Watch") -> str:
    """Write a span of sleep."""
    return record("SleepAnalysis", f"SleepAnalysis{stage}", start, end=end, source=source)


def flows(days: Iterable[str], *, first: str = "") -> str:
    """Write days of flow, one of which Health knows as a first day."""
    return "".join(flow(day, start=day == first) for day in days)
