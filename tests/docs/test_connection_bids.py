"""What docs/connection/bids.md says of bids is what the code does."""

import importlib
import re
from datetime import date

import pytest

from journal.connection.bids import Share, bids, share
from journal.domain.moments import BidResponse, Initiator, WithWhom
from journal.domain.tallies import MomentTally
from journal.environment import PROJECT

PAGE = (PROJECT / "docs/connection/bids.md").read_text(encoding="utf-8")
CHOSEN = re.findall(r"^\| `([a-z][\w.]+)\.([A-Z_]+)` \| ([\d.]+) \| .{4,} \|$", PAGE, re.MULTILINE)
INITIATORS = {"S": Initiator.SELF, "P": Initiator.PARTNER, "B": Initiator.BOTH, "–": None}
ANSWERS = {
    "t": BidResponse.TURNED_TOWARD,
    "a": BidResponse.TURNED_AWAY,
    "x": BidResponse.TURNED_AGAINST,
    "–": None,
}
WITH_WHOM = {
    "": None,
    "p": WithWhom.PARTNER,
    "c": WithWhom.CHILD,
    "f": WithWhom.FRIEND,
    "m": WithWhom.SELF,
}


def rows(heading: str) -> list[list[str]]:
    """The rows of the table that begins with this heading."""
    table = PAGE.partition(f"| {heading} |")[2].split("\n\n")[0]
    return [line.strip("| ").split(" | ") for line in table.splitlines()[2:]]


def counts(found: Share) -> str:
    return f"{found.part} of {found.of}"


def test_there_are_examples_and_chosen_numbers_to_check() -> None:
    assert min(len(rows("moments")), len(rows("part"))) >= 6
    assert len(rows("constant")) == len(CHOSEN) > 0


@pytest.mark.parametrize("row", rows("moments"), ids=" | ".join)
def test_an_example_is_counted_as_the_page_says(row: list[str]) -> None:
    letters, made, received, started, silent = row
    day = date(2026, 11, 22)
    noted = [
        MomentTally(day, "smile", 1, INITIATORS[who], ANSWERS[how], with_whom=WITH_WHOM[whom])
        for who, how, whom in ((said[0], said[1], said[2:]) for said in letters.split())
    ]
    own = bids(noted).own
    assert [made, received] == [counts(own.made.toward), counts(own.received.toward)]
    assert started == counts(own.starts.own)
    assert int(silent) == own.made.unrecorded + own.received.unrecorded


@pytest.mark.parametrize("row", rows("part"), ids=" | ".join)
def test_an_interval_is_the_one_on_the_page(row: list[str]) -> None:
    part, of, low, high, source = row
    found = share(int(part), int(of))
    assert (low, high) == (f"{found.low:.4f}", f"{found.high:.4f}")
    assert source


@pytest.mark.parametrize(("module", "name", "value"), CHOSEN, ids=str)
def test_a_chosen_number_is_the_one_in_use(module: str, name: str, value: str) -> None:
    assert float(value) == getattr(importlib.import_module(f"journal.{module}"), name)
