"""What docs/connection/account.md says of the account is what the code does, row by row."""

import importlib
import re
from collections import Counter
from datetime import date, timedelta

import pytest

from journal.connection.account import balances, takes_part
from journal.connection.account_bands import EVENT_KINDS, HEALTH_KINDS, Band, stress_bands
from journal.connection.between_two import ALONE_KINDS
from journal.connection.spells import Spell, spells
from journal.domain.account_rules import AccountRules
from journal.domain.catalogues import CatalogueName, shipped_catalogue
from journal.domain.contexts import Context, ContextKind
from journal.domain.labels import CONTEXT_WORDS
from journal.domain.moments import BidResponse, WithWhom
from journal.domain.ranges import DateRange
from journal.domain.tallies import MomentTally
from journal.environment import PROJECT
from tests.builders import FIRST_DAY

PAGE = (PROJECT / "docs" / "connection" / "account.md").read_text(encoding="utf-8")
DAYS = 12
TODAY = FIRST_DAY + timedelta(days=DAYS - 1)
ANSWERS = {"a": BidResponse.TURNED_AWAY, "x": BidResponse.TURNED_AGAINST}


def rows(heading: str) -> list[list[str]]:
    """The rows of the table whose head begins like this."""
    table = PAGE.partition(f"\n| {heading} |")[2].split("\n\n")[0]
    found = [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]
    return [[cell.strip(" `") for cell in row] for row in found]


BALANCES = rows("moments, day by day")
SPELLS = rows("days")
STRESS = rows("stress")
CONTEXTS = rows("context")
CHOSEN = rows("constant")
TAKES_PART = rows("kind")


def _date(place: int) -> date:
    return FIRST_DAY + timedelta(days=place - 1)


def _tallies(cells: list[str]) -> list[MomentTally]:
    found = []
    for place, cell in enumerate(cells, 1):
        for said, times in Counter(cell.replace("–", "").split()).items():
            count = int(said) * times if said.isdigit() else times
            found.append(MomentTally(_date(place), "smile", count, response=ANSWERS.get(said)))
    return found


def _spans(found: list[Spell] | list[Band]) -> str:
    ranges = [(one.range_.start, one.range_.last) for one in found]
    places = [[(day - FIRST_DAY).days + 1 for day in pair] for pair in ranges]
    return ", ".join(f"{first} to {last}" for first, last in places) or "–"


def test_the_page_has_its_tables() -> None:
    tables = (BALANCES, TAKES_PART, SPELLS, STRESS, CONTEXTS, CHOSEN)
    assert [len(table) for table in tables] == [10, 9, 13, 7, len(ContextKind), 11]


@pytest.mark.parametrize("row", BALANCES, ids=lambda row: " / ".join(row[:4]))
def test_balances_are_those_of_the_page(row: list[str]) -> None:
    moments, half_life, weight, refusals, said = row
    away, against = (float(number) for number in refusals.split(", "))
    rules = AccountRules(float(half_life), {"smile": float(weight)}, away, against)
    cells = moments.split(", ")
    range_ = DateRange(FIRST_DAY, _date(len(cells) + 1))
    found = [f"{day.balance:.2f}" for day in balances(_tallies(cells), rules, range_)]
    assert said.replace("−", "-").split(", ") == found


@pytest.mark.parametrize("row", TAKES_PART, ids=" / ".join)
def test_a_moment_takes_part_as_the_page_says(row: list[str]) -> None:
    kind, whom, weight, said = row
    rules = AccountRules(weights={} if weight == "–" else {kind: float(weight)})
    with_whom = None if whom == "–" else WithWhom(whom)
    assert kind in shipped_catalogue(CatalogueName.MOMENTS).entries
    assert said == ("yes" if takes_part(kind, with_whom, rules) else "no")


@pytest.mark.parametrize("row", SPELLS, ids=lambda row: " / ".join(row[:2]))
def test_spells_are_those_of_the_page(row: list[str]) -> None:
    strip, contexts, expected, still_on = row
    marked = {
        letter: [_date(match.start() + 1) for match in re.finditer(letter, strip)]
        for letter in "AT"
    }
    spans = [
        Context(ContextKind.TIME_APART, _date(int(first)), _date(int(last) + 1) if last else None)
        for first, last in re.findall(r"(\d+) (?:to (\d+)|on)", contexts)
    ]
    found = spells(marked["A"], marked["T"], spans, TODAY)
    assert (expected, still_on) == (_spans(found), "yes" if found[-1].still_on else "no")


@pytest.mark.parametrize("row", STRESS, ids=lambda row: row[0])
def test_stretches_of_stress_are_those_of_the_page(row: list[str]) -> None:
    strip, expected = row
    rated = [(_date(place), int(said)) for place, said in enumerate(strip, 1) if said != "."]
    assert expected == _spans(stress_bands(rated, TODAY))


def test_every_context_is_said_to_be_a_band_or_not() -> None:
    bands = EVENT_KINDS | HEALTH_KINDS
    assert [
        [CONTEXT_WORDS[kind], "yes" if kind in bands else "no"] for kind in ContextKind
    ] == CONTEXTS


def test_what_is_done_alone_is_named() -> None:
    entries = shipped_catalogue(CatalogueName.MOMENTS).entries
    for kind in ALONE_KINDS:
        assert entries[kind].name.lower() in PAGE


@pytest.mark.parametrize("row", CHOSEN, ids=lambda row: row[0])
def test_a_chosen_number_is_the_one_in_use(row: list[str]) -> None:
    name, value, why = row
    module, _, constant = name.rpartition(".")
    assert float(value) == getattr(importlib.import_module(f"journal.{module}"), constant)
    assert len(why) > 4
