from datetime import timedelta

import numpy as np
import pytest

from journal.analysis.relations.answers import Answer
from journal.analysis.relations.ask import ask
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.lags import LAGS, LagEffects, lag_effects
from journal.analysis.relations.questions import (
    ChangeQuestion,
    ChangeSource,
    DatedChange,
    RelationQuestion,
    Timing,
)
from journal.analysis.relations.second_look import SHORTEST_DRIFT_DAYS, feedback
from tests.analysis.relations.made_up import LAST, record_of, remembering, with_gaps

DAYS = 1000
MOMENTS = RelationQuestion("mood", "moments")


def answer(record: DailyRecord, question: RelationQuestion | ChangeQuestion) -> Answer:
    found = ask(record, [question])[0]
    assert isinstance(found, Answer)
    return found


def look_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the second look from here on."""
    monkeypatch.setattr(
        "journal.analysis.relations.ask.second_look",
        lambda told, _: [first for _, first in told],
    )


def moods_that_bring_moments(seed: int) -> DailyRecord:
    """Yesterday's mood brings today's moments; within a day the two have nothing to do."""
    random = np.random.default_rng(seed)
    mood = remembering(random, DAYS, 0.7)
    before = np.concatenate([[0.0], mood[:-1]])
    moments = random.poisson(np.exp(0.4 + 0.7 * before)) * 1.0
    rated = with_gaps(random, np.round(5.5 + 1.6 * mood), 0.4)
    return record_of({"mood": rated, "moments": moments}, cycles=False)


def alarms_of(records: list[DailyRecord], question: RelationQuestion | ChangeQuestion) -> int:
    return sum(answer(record, question).p < 0.05 for record in records)


def same_day(record: DailyRecord) -> bool:
    """Say whether the picture of the days around leaves out zero on the day itself."""
    found = lag_effects(record, "mood", "moments")
    assert isinstance(found, LagEffects)
    effect = found.lags[LAGS.index(0)].effect
    assert effect is not None
    return effect.p < 0.05


def test_what_comes_by_way_of_an_unrated_yesterday_is_no_link_within_the_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    records = [moods_that_bring_moments(seed) for seed in range(12)]
    careful = alarms_of(records, MOMENTS)
    drawn = sum(same_day(record) for record in records)
    look_once(monkeypatch)
    assert careful <= 2
    assert drawn <= 2
    assert alarms_of(records, MOMENTS) >= 6


def test_a_link_within_the_day_stays_told_whatever_yesterday_brought() -> None:
    record = moods_that_bring_moments(1)
    values = {**record.values, "mood": record.values["mood"] + record.values["moments"]}
    found = answer(record_of(values, cycles=False), MOMENTS)
    assert found.p < 1e-6
    assert found.effect is not None
    assert found.effect.estimate == pytest.approx(1, abs=0.25)


def test_feedback_is_told_beside_the_exposure_of_the_day_before() -> None:
    record = moods_that_bring_moments(2)
    mood, moments = record.values["mood"], record.values["moments"]
    assert feedback(moments, mood) > 6
    assert abs(feedback(np.random.default_rng(1).permutation(moments), mood)) < 3


def test_feedback_that_cannot_be_told_is_none() -> None:
    some = np.arange(30.0)
    assert feedback(np.ones(30), some % 7) == 0
    assert feedback(some[:3], some[:3]) == 0
    assert feedback(np.full(30, np.nan), some) == 0


def drifting(seed: int, step: float = 0.0, days: int = 1400) -> tuple[DailyRecord, ChangeQuestion]:
    """A mood with its ups and downs over months, and a change in the middle."""
    random = np.random.default_rng(seed)
    place = np.arange(days)
    waves = sum(
        random.normal() * np.sin(2 * np.pi * (place / turn + random.random()))
        for turn in (900, 600, 400, 300, 220)
    )
    change = DatedChange(LAST - timedelta(days=days // 2), "a move", ChangeSource.OWN)
    since = place >= days - 1 - days // 2
    mood = 5.5 + 0.7 * waves + random.normal(size=days) + step * since
    record = record_of({"mood": with_gaps(random, mood)}, changes=[change], cycles=False)
    return record, ChangeQuestion("mood", change)


def test_a_drift_is_not_taken_for_what_changed_on_a_date(monkeypatch: pytest.MonkeyPatch) -> None:
    made = [drifting(seed) for seed in range(20)]
    careful = sum(answer(record, question).p < 0.05 for record, question in made)
    look_once(monkeypatch)
    plain = sum(answer(record, question).p < 0.05 for record, question in made)
    assert careful <= 2
    assert plain >= 6


def test_a_large_change_is_told_beside_a_drift() -> None:
    record, question = drifting(3, step=4.0)
    found = answer(record, question)
    assert found.p < 0.01
    assert found.effect is not None
    assert found.effect.estimate == pytest.approx(4, abs=1.5)


def test_a_change_without_a_drift_is_told_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(5)
    change = DatedChange(LAST - timedelta(days=300), "a move", ChangeSource.OWN)
    mood = 5 + random.normal(size=600) + 1.5 * (np.arange(600) >= 299)
    record = record_of({"mood": mood}, changes=[change], cycles=False)
    question = ChangeQuestion("mood", change)
    careful = answer(record, question)
    look_once(monkeypatch)
    assert careful == answer(record, question)


def test_an_answer_that_is_not_told_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "journal.analysis.relations.second_look.feedback",
        lambda *_: pytest.fail("looked at again"),
    )
    random = np.random.default_rng(6)
    mood, moments = remembering(random, 200), random.poisson(2, 200) * 1.0
    assert answer(record_of({"mood": mood, "moments": moments}, cycles=False), MOMENTS).p > 0.05


def test_what_drifts_does_not_go_with_whatever_else_drifts(monkeypatch: pytest.MonkeyPatch) -> None:
    records = []
    for seed in range(20):
        mood, stress = (drifting(seed + more)[0].values["mood"] * 1.0 for more in (0, 1000))
        records.append(record_of({"mood": mood, "stress": stress}, cycles=False))
    question = RelationQuestion("mood", "stress", Timing.DAYS_AFTER)
    careful = alarms_of(records, question)
    look_once(monkeypatch)
    assert careful <= 2
    assert alarms_of(records, question) >= 4


def test_a_sure_link_stays_as_it_is_beside_a_drift(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(7)
    stress = random.normal(size=1400)
    mood = drifting(3)[0].values["mood"] - stress
    record = record_of({"mood": mood, "stress": stress}, cycles=False)
    question = RelationQuestion("mood", "stress")
    careful = answer(record, question)
    look_once(monkeypatch)
    assert careful == answer(record, question)


@pytest.mark.parametrize(("days", "looks"), [(SHORTEST_DRIFT_DAYS, 0), (400, 1)])
def test_a_step_within_half_a_year_is_not_asked_about_beside_a_drift(
    monkeypatch: pytest.MonkeyPatch, days: int, looks: int
) -> None:
    looked: list[int] = []

    def counted(*_: object) -> bool:
        looked.append(1)
        return False

    monkeypatch.setattr("journal.analysis.relations.second_look.speaks_for_drift", counted)
    random = np.random.default_rng(1)
    step = np.where(np.arange(days) >= days // 2, 4.0, 0.0)
    record = record_of({"mood": np.clip(np.round(3 + step + remembering(random, days)), 0, 10)})
    change = DatedChange(LAST - timedelta(days=days - 1 - days // 2), "A move", ChangeSource.OWN)
    assert answer(record, ChangeQuestion("mood", change)).p < 0.05
    assert len(looked) == looks
