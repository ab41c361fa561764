"""The premenstrual pattern beside tables of the R package cpass (Eisenlohr-Moul et al. 2017).

`input.csv` has a row for each rating (subject, cycle, day, item, drsp_score); the tables compared
are those of items, domains, cycles and persons, as far as they are there.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from bench.reference_files import MISSING, Cell, Row, first_file, rows_of, same_cell
from bench.reference_result import Compared
from journal.cycle.premenstrual import premenstrual_summary
from journal.cycle.premenstrual_values import (
    FEWEST_DAYS,
    CycleSummary,
    DayRating,
    ItemSummary,
    Pattern,
    PremenstrualScale,
    PremenstrualSummary,
)

Cells: TypeAlias = Mapping[str, Cell]
People: TypeAlias = Mapping[str, PremenstrualSummary]
DOMAINS: Final = {
    "DEPRESSION": (1, 2, 3),
    "ANXIETY": (4,),
    "MOOD LABILITY": (5, 6),
    "ANGER": (7, 8),
    "INTEREST": (9,),
    "CONCENTRATION": (10,),
    "LETHARGY": (11,),
    "APPETITE": (12, 13),
    "SLEEP": (14, 15),
    "OVERWHELM": (16, 17),
    "PHYSICAL": (18, 19, 21),
}
# Headache and the three items of interference widen the range, and count nowhere else.
NO_DOMAIN: Final = (20, 22, 23, 24)
SCALE: Final = PremenstrualScale(
    lowest=1,
    highest=6,
    moderate=4,
    domains={str(item): name for name, items in DOMAINS.items() for item in items}
    | {str(item): None for item in NO_DOMAIN},
    core=frozenset({"DEPRESSION", "ANXIETY", "MOOD LABILITY", "ANGER"}),
)
WORDS: Final = {
    Pattern.WIDE: "PMDD",
    Pattern.CORE: "MRMD",
    Pattern.ALL_MONTH: "PME",
    Pattern.NONE: "no diagnosis",
    Pattern.NOT_ENOUGH: None,
}
TABLES: Final = {
    "item": ("output_item_level_diagnosis.csv", "items.csv"),
    "domain": ("output_DSM5_domains_level_diagnosis.csv", "domains.csv"),
    "cycle": ("output_cycle_level_diagnosis.csv", "cycles.csv"),
    "person": ("output_subject_level_diagnosis.csv", "persons.csv"),
}


_KEYS: Final = ("subject", "cycle", "item", "DSM5_SYMPTOM_DOMAIN")


def compare_cpass(folder: Path) -> Iterator[Compared]:
    """Compare every table of a folder that has an input."""
    given = first_file(folder, ("input.csv",))
    if given is None:
        return
    people = _people(rows_of(given))
    cells_of = {"item": _item, "domain": _domain, "cycle": _cycle, "person": _person}
    for kind, names in TABLES.items():
        path = first_file(folder, names)
        if path is not None:
            found = [(row, cells_of[kind](row, people)) for row in rows_of(path)]
            yield _compared(path.name, found)


def _compared(name: str, found: Sequence[tuple[Row, Cells]]) -> Compared:
    cells = 0
    differences: list[str] = []
    for row, computed in found:
        where = ", ".join(row[part] for part in _KEYS if part in row)
        for column in (column for column in computed if column in row):
            cells += 1
            if not same_cell(row[column], computed[column]):
                told = f"{row[column] or 'none'} there, {computed[column]} here"
                differences.append(f"{where}, {column}: {told}")
    return Compared(name, cells, tuple(differences))


def _people(rows: Sequence[Row]) -> People:
    ratings: dict[str, list[DayRating]] = {}
    for row in rows:
        found = ratings.setdefault(row["subject"], [])
        if row["drsp_score"] not in MISSING:
            day, score = int(float(row["day"])), float(row["drsp_score"])
            found.append(DayRating(int(row["cycle"]), day, row["item"], score))
    return {person: premenstrual_summary(found, SCALE) for person, found in ratings.items()}


def _summary(row: Row, people: People) -> PremenstrualSummary:
    return people.get(row["subject"]) or PremenstrualSummary(Pattern.NOT_ENOUGH, (), 0)


def _cycle_of(row: Row, people: People) -> CycleSummary | None:
    cycles = _summary(row, people).cycles
    return next((cycle for cycle in cycles if cycle.cycle == int(row["cycle"])), None)


def _item(row: Row, people: People) -> Cells:
    cycle = _cycle_of(row, people)
    item = next((item for item in cycle.items if item.item == row["item"]), None) if cycle else None
    if item is None:
        return {"item_meets_PMDD_criteria": None, "item_meets_PME_criteria": None}
    return _item_cells(item) | {"range": _summary(row, people).range_used}


def _item_cells(item: ItemSummary) -> dict[str, Cell]:
    raw = None
    if item.mean_before is not None and item.mean_after is not None:
        raw = item.mean_before - item.mean_after
    return {
        "at_least_n_obs": min(item.days_before, item.days_after) >= FEWEST_DAYS,
        "max_sev_pre": item.highest_before,
        "n_days_high_score": item.days_felt,
        "mean_pre": item.mean_before,
        "mean_post": item.mean_after,
        "raw_cyclical_change": raw,
        "percent_change": item.change_percent,
        "max_sev_post": item.highest_after,
        "item_meets_PMDD_criteria": item.meets,
        "item_meets_PME_criteria": item.stays,
    }


def _domain(row: Row, people: People) -> Cells:
    cycle = _cycle_of(row, people)
    found = cycle.domains if cycle else ()
    name = row["DSM5_SYMPTOM_DOMAIN"]
    domain = next((domain for domain in found if domain.domain == name), None)
    return {
        "DSM5_PMDD_criteria": domain.meets if domain else None,
        "PME_criteria": domain.stays if domain else None,
    }


def _cycle(row: Row, people: People) -> Cells:
    cycle = _cycle_of(row, people)
    if cycle is None or not cycle.included:
        return {"included": False}
    met = cycle.domains_met
    return {
        "included": True,
        "n_DSM5_domains_meeting_PMDD_criteria": met,
        "n_DSM5_domains_meeting_PME_criteria": sum(bool(d.stays) for d in cycle.domains),
        "PME": cycle.stays,
        "DSM5_A": cycle.core,
        "DSM5_B": cycle.pattern is Pattern.WIDE,
        "diagnosis": WORDS[cycle.pattern],
    }


def _person(row: Row, people: People) -> Cells:
    summary = _summary(row, people)
    included = summary.cycles_included
    cells: dict[str, Cell] = {"Ncycles": len(included)}
    if not included:
        return cells  # the package then says "no diagnosis"; here it is "not enough ratings"
    cells["dx"] = WORDS[summary.pattern]
    cells["avgdsm5crit"] = sum(cycle.domains_met for cycle in included) / len(included)
    if summary.pattern is not Pattern.NOT_ENOUGH:
        cells |= {
            "N_PMDD": sum(cycle.pattern is Pattern.WIDE for cycle in included),
            "N_MRMD": sum(cycle.core for cycle in included),
            "N_PME": sum(cycle.stays for cycle in included),
        }
    return cells
