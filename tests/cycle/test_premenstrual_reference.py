"""Every item, cycle, domain and person of the published C-PASS example, as its program has it."""

import csv
import gzip
from functools import cache
from pathlib import Path

import pytest

from journal.cycle.premenstrual import premenstrual_summary
from journal.cycle.premenstrual_values import (
    CycleSummary,
    DayRating,
    ItemSummary,
    Pattern,
    PremenstrualScale,
    PremenstrualSummary,
)

FOLDER = Path(__file__).parent / "reference" / "cpass"
DOMAINS = {
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
# Item 20 and the three of interference are rated and count towards the range, and nothing else.
NO_DOMAIN = (20, 22, 23, 24)
SCALE = PremenstrualScale(
    lowest=1,
    highest=6,
    moderate=4,
    domains={str(item): domain for domain, items in DOMAINS.items() for item in items}
    | {str(item): None for item in NO_DOMAIN},
    core=frozenset({"DEPRESSION", "ANXIETY", "MOOD LABILITY", "ANGER"}),
)
CYCLE_PATTERNS = {
    "PMDD": Pattern.WIDE,
    "MRMD": Pattern.CORE,
    "PME": Pattern.ALL_MONTH,
    "no diagnosis": Pattern.NONE,
}


@cache
def table(name: str) -> list[dict[str, str]]:
    with gzip.open(FOLDER / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def summaries() -> dict[str, PremenstrualSummary]:
    ratings: dict[str, list[DayRating]] = {}
    for row in table("input"):
        found = ratings.setdefault(row["subject"], [])
        if row["drsp_score"]:
            score = float(row["drsp_score"])
            found.append(DayRating(int(row["cycle"]), int(row["day"]), row["item"], score))
    return {person: premenstrual_summary(found, SCALE) for person, found in ratings.items()}


def cycle_of(row: dict[str, str]) -> CycleSummary:
    cycles = {cycle.cycle: cycle for cycle in summaries()[row["subject"]].cycles}
    return cycles[int(row["cycle"])]


def item_of(row: dict[str, str]) -> ItemSummary:
    return {item.item: item for item in cycle_of(row).items}[row["item"]]


def flag(cell: str) -> bool | None:
    return {"TRUE": True, "FALSE": False, "": None}[cell]


def test_the_whole_example_is_there() -> None:
    sizes = {name: len(table(name)) for name in ("input", "items", "domains", "cycles", "persons")}
    assert sizes == {"input": 12_432, "items": 888, "domains": 407, "cycles": 37, "persons": 20}


def test_every_item_has_the_same_numbers() -> None:
    for row in table("items"):
        item = item_of(row)
        expected = [float(row[name]) for name in ("max_sev_pre", "mean_pre", "mean_post")]
        assert expected == pytest.approx([item.highest_before, item.mean_before, item.mean_after])
        assert float(row["percent_change"]) == pytest.approx(item.change_percent)
        assert float(row["max_sev_post"]) == item.highest_after
        assert int(row["n_days_high_score"]) == item.days_felt
        assert float(row["range"]) == summaries()[row["subject"]].range_used


def test_every_item_has_the_same_answer() -> None:
    expected = [
        (flag(row["item_meets_PMDD_criteria"]), flag(row["item_meets_PME_criteria"]))
        for row in table("items")
    ]
    assert expected == [(item_of(row).meets, item_of(row).stays) for row in table("items")]


def test_every_domain_has_the_same_answer() -> None:
    expected = {
        (row["subject"], row["cycle"], row["DSM5_SYMPTOM_DOMAIN"]): (
            flag(row["DSM5_PMDD_criteria"]),
            flag(row["PME_criteria"]),
        )
        for row in table("domains")
    }
    assert expected == {
        (person, str(cycle.cycle), domain.domain): (domain.meets, domain.stays)
        for person, summary in summaries().items()
        for cycle in summary.cycles
        for domain in cycle.domains
    }


def test_every_cycle_has_the_same_answer() -> None:
    for row in table("cycles"):
        cycle = cycle_of(row)
        assert flag(row["included"]) is cycle.included
        assert int(row["n_DSM5_domains_meeting_PMDD_criteria"]) == cycle.domains_met
        assert (flag(row["PME"]), flag(row["DSM5_A"])) == (cycle.stays, cycle.core)
        assert CYCLE_PATTERNS[row["diagnosis"]] is cycle.pattern


def test_every_person_has_the_same_answer() -> None:
    expected = {
        row["subject"]: CYCLE_PATTERNS[row["dx"]] if row["dx"] else Pattern.NOT_ENOUGH
        for row in table("persons")
    }
    assert expected == {person: summary.pattern for person, summary in summaries().items()}


def test_every_person_has_as_many_usable_cycles() -> None:
    expected = {row["subject"]: int(row["Ncycles"]) for row in table("persons")}
    assert expected == {
        person: len(summary.cycles_included) for person, summary in summaries().items()
    }
