import numpy as np
import pytest

from journal.analysis.day_memory_gate import LackKind
from journal.analysis.relations.answers import NotYet
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.questions import CycleWholeQuestion
from journal.analysis.relations.variation import (
    Leader,
    Share,
    VariationShares,
    variation_shares,
)
from journal.analysis.relations.variation_words import METHOD, variation_words
from tests.analysis.relations.made_up import record_of, remembering, whole_record

DAYS = 340


def told(record: DailyRecord, outcome: str = "mood") -> VariationShares:
    found = variation_shares(record, outcome)
    assert isinstance(found, VariationShares)
    return found


def with_parts(seed: int, *, dip: float = 0.0, stress: float = 0.0) -> DailyRecord:
    random = np.random.default_rng(seed)
    stressed = np.clip(np.round(5 + 2 * remembering(random, DAYS)), 0, 10)
    plain = record_of({"mood": np.zeros(DAYS)})
    before = np.array([at is not None and at.days_to_onset <= 5 for at in plain.placed])
    mood = 6 + remembering(random, DAYS, 0.4) - dip * before - stress * (stressed - 5)
    return record_of({"mood": mood, "stress": stressed})


def test_the_cycle_leads_where_the_cycle_brings_most() -> None:
    found = told(with_parts(1, dip=3.0))
    assert found.leader is Leader.CYCLE
    assert found.cycle.low > 0.3
    assert found.others.share < 0.1


def test_everything_else_leads_where_stress_brings_most() -> None:
    found = told(with_parts(2, stress=0.8))
    assert found.leader is Leader.OTHERS
    assert found.cycle.high < 0.2 < found.others.low


def test_neither_leads_where_neither_brings_anything() -> None:
    found = told(with_parts(3))
    assert found.leader is Leader.OPEN
    assert found.cycle.low == 0
    assert max(found.cycle.share, found.others.share) < 0.05


def test_what_was_noted_often_enough_counts_among_the_others() -> None:
    record = whole_record(1)
    noted = told(record).noted
    assert noted == (
        *("apart", "moments", "bids_met", "bids_unmet"),
        *("stress", "sleep_hours", "sleep_quality"),
    )
    seldom = np.where(np.arange(len(record.days)) % 9 == 0, record.values["stress"], np.nan)
    fewer = record_of({**record.values, "stress": seldom})
    assert "stress" not in told(fewer).noted
    assert "stress" not in told(record, "stress").noted


def test_a_share_does_not_hang_on_where_the_scale_begins() -> None:
    record = whole_record(2)
    moved = record_of({**record.values, "mood": record.values["mood"] + 20})
    assert told(record).cycle.share == pytest.approx(told(moved).cycle.share, abs=1e-6)


def test_below_the_gate_it_is_said_what_is_missing() -> None:
    found = variation_shares(record_of({"mood": np.arange(30.0) % 7}), "mood")
    assert isinstance(found, NotYet)
    assert found.question == CycleWholeQuestion("mood")
    assert LackKind.RATED_DAYS in {lack.kind for lack in found.lacks}


def test_without_cycles_there_is_nothing_to_compare() -> None:
    random = np.random.default_rng(4)
    found = variation_shares(record_of({"mood": remembering(random, 200)}, cycles=False), "mood")
    assert isinstance(found, NotYet)
    assert LackKind.CYCLES in {lack.kind for lack in found.lacks}


@pytest.mark.parametrize(
    "mood", [np.full(200, 7.0), np.full(200, np.nan), np.where(np.arange(200) == 9, 3.0, np.nan)]
)
def test_what_never_varies_has_no_shares(mood: np.ndarray) -> None:
    assert isinstance(variation_shares(record_of({"mood": mood}), "mood"), NotYet)


def test_the_sentence_names_both_shares_their_spans_and_what_they_rest_on() -> None:
    found = VariationShares(
        outcome="mood",
        cycle=Share(0.08, 0.021, 0.17),
        others=Share(0.212, 0.12, 0.31),
        noted=("stress",),
        days=212,
        cycles=7,
    )
    assert variation_words(found, {}) == (
        "The cycle goes with about 8 % of how your mood varies (2 to 17 %), everything else you "
        "noted with about 21 % (12 to 31 %; 212 days, 7 cycles). Which of the two goes with more, "
        "your record cannot tell yet."
    )


@pytest.mark.parametrize(
    ("cycle", "others", "words"),
    [
        (Share(0.001, 0, 0.004), Share(0.3, 0.2, 0.4), "next to nothing of how your mood varies"),
        (Share(0.001, 0, 0.004), Share(0.3, 0.2, 0.4), "(close to 0 %)"),
        (Share(0.001, 0, 0.004), Share(0.3, 0.2, 0.4), "Everything else goes with more of it"),
        (Share(0.5, 0.4, 0.6), Share(0.1, 0, 0.3), "The cycle goes with more of it"),
    ],
)
def test_small_shares_and_the_larger_of_two_have_words(
    cycle: Share, others: Share, words: str
) -> None:
    assert words in variation_words(VariationShares("mood", cycle, others, (), 212, 7), {})


def test_the_method_speaks_of_no_causes() -> None:
    assert "because" not in METHOD
    assert METHOD.endswith("A share says nothing of causes.")
