"""The rise of the temperature and the peak of the mucus beside cycles of the program sympto.

`*.json` is a list of cycles: `cycle` its days (`date`, and where recorded `temperature` and
`mucus`), `secondarySymptom` the sign read beside the temperature, `expected` the answers. The
position of the cervix is not recorded here: of those cycles the temperature alone is compared.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeAlias

from bench.reference_files import same_cell
from bench.reference_result import Compared
from journal.cycle.body_signs import BodySignDay
from journal.cycle.mucus import QUALITY, mucus_peak
from journal.cycle.ovulation_signs import double_check
from journal.cycle.temperature import temperature_shift

Cells: TypeAlias = dict[str, str | float | None]
MUCUS_BY_NUMBER: Final = {number: mucus for mucus, number in QUALITY.items()}
SHIFT_FIELDS: Final = ("rule", "ltl", "firstHighMeasurementDay", "evaluationCompleteDay")


def compare_symptothermal(folder: Path) -> Iterator[Compared]:
    """Compare every file of a folder that holds such cycles."""
    for path in sorted(folder.glob("*.json")):
        cases = [case for case in _cases(path) if "expected" in case]
        differences: list[str] = []
        cells = without = 0
        for place, case in enumerate(cases):
            written, computed = _written(case["expected"]), _computed(case)
            without += "mucusPeak" not in computed
            for name, value in computed.items():
                cells += 1
                if not same_cell(written[name], value):
                    told = f"{written[name] or 'none'} there, {value or 'none'} here"
                    differences.append(f"cycle {case.get('id', place)}, {name}: {told}")
        note = f"{without} cycles: temperature only" if without else ""
        yield Compared(path.name, cells, tuple(differences), note)


def _cases(path: Path) -> Sequence[Mapping[str, Any]]:
    read = json.loads(path.read_text(encoding="utf-8"))
    return read if isinstance(read, list) else read.get("cases", read.get("cycles", ()))


def _written(expected: Mapping[str, Any]) -> dict[str, str]:
    """Read the answers as cells; what is not there was not found."""
    shift = expected.get("temperatureShift") or {}
    both = expected.get("symptothermal") or {}
    after = (both.get("phases") or {}).get("postOvulatory") or {}
    cells = {name: shift.get(name) for name in SHIFT_FIELDS}
    cells["mucusPeak"] = both.get("mucusPeak")
    cells["bothComplete"] = (after.get("start") or {}).get("date")
    return {name: "" if value is None else str(value) for name, value in cells.items()}


def _computed(case: Mapping[str, Any]) -> Cells:
    days = sorted((_day(day) for day in case["cycle"]), key=lambda day: day.date)
    shift = temperature_shift(days)
    found: tuple[str | float | None, ...] = (None,) * len(SHIFT_FIELDS)
    if shift:
        dates = (shift.first_high.isoformat(), shift.complete_on.isoformat())
        found = (float(shift.rule), shift.low_temperature_line, *dates)
    cells: Cells = dict(zip(SHIFT_FIELDS, found, strict=True))
    if case.get("secondarySymptom", "mucus") == "mucus":
        # The program names a peak only where both signs are complete.
        both = double_check(days)
        peak = mucus_peak(days, shift.complete_on) if shift and both else None
        cells["mucusPeak"] = peak.date.isoformat() if peak else None
        cells["bothComplete"] = both.isoformat() if both else None
    return cells


def _day(day: Mapping[str, Any]) -> BodySignDay:
    number = day.get("mucus")
    return BodySignDay(
        date.fromisoformat(day["date"]),
        temperature_c=day.get("temperature"),
        temperature_disturbed=bool(day.get("excluded") or day.get("disturbed")),
        mucus=None if number is None else MUCUS_BY_NUMBER[int(number)],
    )
