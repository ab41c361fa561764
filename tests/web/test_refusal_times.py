"""How long a refusal takes, on a real clock: nothing about a link can be learnt from it."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from starlette.applications import Starlette

from journal.domain.grants import LinkTerms, Passes
from journal.domain.link_secrets import new_secret
from journal.sharing.reader_asks import ReaderAsks
from journal.storage import OwnMachine
from journal.web.shared import STEP_SECONDS, Refusals, asking_routes
from tests.support.machines import Wall, machine_on
from tests.web.asking import ask, scope_of

RIGHT: Final = "lantern pier"
OTHER: Final = "lantern quay"
# A busy machine makes an answer later and never earlier, so the quickest of a few is compared, and
# of more where it is busy. Trying a passphrase takes some 25 ms, and would stand out always.
FEWEST_ROUNDS: Final = 2
MOST_ROUNDS: Final = 15
ALIKE_WITHIN: Final = STEP_SECONDS / 20


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def machine(tmp_path: Path, wall: Wall) -> Iterator[OwnMachine]:
    with machine_on(tmp_path / "journal.db", wall) as machine:
        machine.set_passphrase("of the journal")
        yield machine


def refused_bodies(machine: OwnMachine, wall: Wall) -> dict[str, bytes]:
    """Return what opens nothing, each for another reason."""
    journal = machine.journal()

    def made(passphrase: str = "") -> str:
        terms = LinkTerms()
        return journal.make_link("Ada", Passes(), terms, lasting_days=1, passphrase=passphrase)[1]

    ended, ended_sealed = made(), made(RIGHT)
    wall.pass_by(24 * 60)
    withdrawn, withdrawn_sealed = made(), made(RIGHT)
    for grant in journal.grants()[:2]:
        journal.withdraw_grant(grant.id)
    sealed = [made(RIGHT) for _ in range(2)]
    asked = {
        "never made": {"secret": new_secret()},
        "never made, with a passphrase": {"secret": new_secret(), "passphrase": RIGHT},
        "ended": {"secret": ended},
        "ended, with its passphrase": {"secret": ended_sealed, "passphrase": RIGHT},
        "withdrawn": {"secret": withdrawn},
        "withdrawn, with its passphrase": {"secret": withdrawn_sealed, "passphrase": RIGHT},
        "without its passphrase": {"secret": sealed[0]},
        "with another passphrase": {"secret": sealed[1], "passphrase": OTHER},
    }
    return {why: json.dumps(body).encode() for why, body in asked.items()} | {"no JSON": b"{"}


def test_every_refusal_takes_the_same_time(machine: OwnMachine, wall: Wall) -> None:
    refusals = Refusals()
    asks = ReaderAsks(lambda: machine.readers).by_name()
    app = Starlette(routes=asking_routes({"open": asks["open"]}, refusals))

    def seconds(body: bytes) -> float:
        refusals._count = 0  # that many refusals slow the next down is a claim of its own
        headers = {"content-type": "application/json"}
        began = time.perf_counter()
        answer = ask(app, scope_of("/shared/open", method="POST", headers=headers), body)
        taken = time.perf_counter() - began
        assert answer.status == 404
        return taken

    bodies = refused_bodies(machine, wall)
    quickest = dict.fromkeys(bodies, float("inf"))

    def measured(asked: dict[str, bytes]) -> None:
        for number in range(1, MOST_ROUNDS + 1):
            for why, body in asked.items():
                quickest[why] = min(quickest.get(why, float("inf")), seconds(body))
            if number >= FEWEST_ROUNDS and apart(quickest) < ALIKE_WITHIN:
                return

    measured(bodies)
    machine.lock()
    measured({"locked": bodies["with another passphrase"]})
    assert min(quickest.values()) >= STEP_SECONDS
    assert apart(quickest) < ALIKE_WITHIN, quickest


def apart(quickest: dict[str, float]) -> float:
    return max(quickest.values()) - min(quickest.values())
