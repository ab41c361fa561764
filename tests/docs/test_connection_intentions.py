"""What docs/connection/intentions.md says is what the code does, row by row."""

import importlib
from datetime import date, timedelta

import pytest

from journal.connection.closer_days import closer_kinds
from journal.connection.intentions import ticked
from journal.connection.ladder import steps_for
from journal.connection.small_thing import balance_is_low
from journal.domain.days import Touch
from journal.domain.intentions import Intention, IntentionSource
from journal.domain.moments import Author, BidResponse
from journal.domain.tallies import MomentTally
from journal.environment import PROJECT
from tests.builders import on

PAGE = (PROJECT / "docs" / "connection" / "intentions.md").read_text(encoding="utf-8")
WEEK = on("2026-11-16")


def rows(heading: str) -> list[list[str]]:
    """The rows of the table whose head begins like this."""
    table = PAGE.partition(f"| {heading} |")[2].split("\n\n")[0]
    found = [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]
    return [[cell.strip(" `") for cell in row] for row in found]


TICKS = rows("chosen | recorded")
STEPS = rows("touch today")
SUGGESTED = rows("rated days")
BALANCES = rows("balance")
CHOSEN = rows("constant")


def test_the_page_has_its_tables() -> None:
    found = [len(table) for table in (TICKS, STEPS, SUGGESTED, BALANCES, CHOSEN)]
    assert found == [9, 8, 5, 6, 10]


def tally(text: str) -> MomentTally:
    """Read "2026-11-16 long_hug away", "2026-11-16 long_hug by partner"."""
    day, kind, *said = text.split()
    author = Author.PARTNER if said == ["by", "partner"] else Author.OWNER
    response = BidResponse.TURNED_AWAY if said == ["away"] else None
    return MomentTally(on(day), kind, 1, response=response, author=author)


@pytest.mark.parametrize("row", TICKS, ids=lambda row: " / ".join(row[:2]))
def test_an_intention_is_ticked_as_the_page_says(row: list[str]) -> None:
    chosen, recorded, times, by_hand = row
    source, _, code = chosen.partition(" ")
    words_alone = source == IntentionSource.OWN
    intention = Intention(
        WEEK,
        code,
        IntentionSource(source),
        "" if words_alone else code,
        done_on=WEEK if recorded == "ticked" else None,
    )
    tallies = [] if recorded == "ticked" else [tally(text) for text in recorded.split("; ")]
    found = ticked(intention, tallies)
    assert (int(times), by_hand == "yes") == (found.times, found.by_hand)


@pytest.mark.parametrize("row", STEPS, ids=lambda row: " / ".join(row[:4]))
def test_the_ladder_is_as_long_as_the_page_says(row: list[str]) -> None:
    touch, up_to, intimate, pregnant, count, last = row
    found = steps_for(
        None if touch == "not recorded" else Touch(touch),
        None if up_to == "no limit" else up_to,
        intimate=intimate == "on",
        pregnant=pregnant == "yes",
    )
    assert (int(count), last) == (len(found), found[-1].code)


@pytest.mark.parametrize("row", SUGGESTED, ids=lambda row: " / ".join(row[:3]))
def test_a_kind_is_suggested_as_the_page_says(row: list[str]) -> None:
    rated, with_kind, above = map(int, row[:3])
    dates = [WEEK - timedelta(days=n) for n in range(rated)]
    ratings = {day: 7 if place < rated // 2 else 3 for place, day in enumerate(dates)}
    closer: list[date] = [day for day in dates if ratings[day] == 7]
    others = [day for day in dates if ratings[day] == 3]
    noted = [*closer[:above], *others[: with_kind - above]]
    found = closer_kinds(ratings, [(day, "long_hug") for day in noted])
    assert (row[3] == "yes") is bool(found)


def number(text: str) -> float | None:
    return None if text == "not known" else float(text)


@pytest.mark.parametrize("row", BALANCES, ids=lambda row: " / ".join(row[:2]))
def test_a_balance_is_low_as_the_page_says(row: list[str]) -> None:
    balance, usual, low = row
    assert (low == "yes") is balance_is_low(number(balance), number(usual))


@pytest.mark.parametrize("row", CHOSEN, ids=lambda row: row[0])
def test_a_chosen_number_is_the_one_in_use(row: list[str]) -> None:
    name, value, _why = row
    module, _, constant = name.rpartition(".")
    assert float(value) == getattr(importlib.import_module(f"journal.{module}"), constant)
