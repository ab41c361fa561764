"""The bench of relations makes up what it says, and counts what was said of it."""

import numpy as np
import pytest
from scipy.signal import detrend
from scipy.stats import pearsonr

from bench.relations import PARTS, main
from bench.relations_claims import Kind, is_null, kind_of, questions_of, true_size
from bench.relations_cycles import Life
from bench.relations_journals import LEVELS, MadeUp, made_up
from bench.relations_power import found_in
from bench.relations_rates import Count, Rate, journals_of
from bench.relations_rivals import rivals
from bench.relations_second_look import CASES, second_look_table
from bench.relations_settings import ALIKE, LOW_IN_A_PERIOD, ORDINARY, Setting, Trouble, Truth
from bench.relations_tables import alarms
from journal.analysis.premenstrual_days import Window
from journal.analysis.relations.answers import Answer
from journal.analysis.relations.ask import ask
from journal.analysis.relations.questions import (
    ChangeQuestion,
    CycleWholeQuestion,
    CycleWindowQuestion,
    RelationQuestion,
    Timing,
)

SAME_DAY = RelationQuestion("mood", "moments")
AFTER = RelationQuestion("mood", "moments", Timing.DAYS_AFTER)


def journals(setting: Setting, count: int = 12) -> list[MadeUp]:
    return list(journals_of(setting, count))


def series(made: list[MadeUp], code: str) -> np.ndarray:
    return np.array([one.record.values[code] for one in made])


def resemblance(first: np.ndarray, second: np.ndarray) -> float:
    both = np.column_stack([first.ravel(), second.ravel()])
    return float(np.corrcoef(both[np.isfinite(both).all(axis=1)].T)[0, 1])


def test_the_made_up_journals_are_as_described() -> None:
    made = journals(Setting(365), 30)
    for code, level in LEVELS.items():
        ratings = series(made, code)
        assert level == pytest.approx(np.nanmean(ratings), abs=0.5)
        assert np.nanstd(ratings, axis=1).mean() == pytest.approx(1.75, abs=0.25)
        assert set(np.unique(ratings[np.isfinite(ratings)])) <= set(range(11))
        assert np.isnan(ratings).mean() == pytest.approx(0.3, abs=0.03)
    assert np.nanmean(series(made, "moments")) == pytest.approx(1.6, abs=0.3)
    assert np.nanmean(series(made, "apart")) == pytest.approx(0.2, abs=0.06)
    lengths = {
        place.read.cycle.length_days
        for one in made
        for place in one.record.placed
        if place is not None and not place.by_forecast
    }
    assert min(length or 0 for length in lengths) >= 21
    assert max(length or 0 for length in lengths) <= 42


@pytest.mark.parametrize("memory", [0.0, 0.5, 0.7])
def test_days_resemble_each_other_and_ratings_one_another_as_asked(memory: float) -> None:
    made = journals(Setting(730, memory, missing=0.0))
    mood, desire = series(made, "mood"), series(made, "desire")
    centred, others = (detrend(of, axis=1) for of in (mood, desire))
    assert memory == pytest.approx(resemblance(centred[:, :-1], centred[:, 1:]), abs=0.08)
    assert pytest.approx(resemblance(centred, others), abs=0.08) == ALIKE


def test_a_setting_always_makes_the_same_journals() -> None:
    one, two = (series(journals(Setting(90), 3), "mood") for _ in range(2))
    assert np.array_equal(one, two, equal_nan=True)


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_makes_a_journal_that_can_be_asked(trouble: Trouble) -> None:
    made = made_up(np.random.default_rng(1), Setting(120, trouble=trouble))
    asked = questions_of(made)
    assert {kind_of(question) for question in asked} == set(Kind)
    assert any(is_null(question, made.setting) for question in asked)


def test_troubles_are_what_they_are_called() -> None:
    feedback, none = (
        journals(Setting(730, trouble=trouble)) for trouble in (Trouble.FEEDBACK, Trouble.NONE)
    )
    driven, free = (
        resemblance(series(made, "mood")[:, :-1], series(made, "moments")[:, 1:])
        for made in (feedback, none)
    )
    assert driven > 0.2
    assert abs(free) < 0.08
    low = series(journals(Setting(730, trouble=Trouble.MISSING_LOW)), "mood")
    assert np.nanmean(low) > np.nanmean(series(none, "mood")) + 0.3
    loud = series(journals(Setting(730, trouble=Trouble.VOLATILE)), "mood")
    assert np.nanstd(loud) > np.nanstd(series(none, "mood")) + 0.2


def test_cycles_grow_longer_before_menopause_and_then_cease() -> None:
    before, after = (
        made_up(np.random.default_rng(1), Setting(900, life=life))
        for life in (Life.PERIMENOPAUSAL, Life.POSTMENOPAUSAL)
    )
    lengths = {p.read.cycle.length_days or 0 for p in before.record.placed if p is not None}
    assert max(lengths) > 42
    assert set(after.record.placed) == {None}
    assert not {Kind.WINDOW, Kind.WHOLE} & {kind_of(question) for question in questions_of(after)}


def test_a_low_in_a_period_is_there_to_be_found_and_moves_nothing_else() -> None:
    low, nothing = Setting(90, truth=LOW_IN_A_PERIOD), Setting(90)
    assert not is_null(CycleWindowQuestion("desire", Window.PERIOD), low)
    assert is_null(CycleWindowQuestion("desire", Window.PERIOD), nothing)
    assert is_null(CycleWindowQuestion("mood", Window.PERIOD), low)
    one, other = journals(low, 3), journals(nothing, 3)
    assert np.array_equal(series(one, "mood"), series(other, "mood"), equal_nan=True)
    assert np.nanmean(series(one, "desire")) < np.nanmean(series(other, "desire"))


def test_what_is_there_is_no_false_alarm() -> None:
    dip = CycleWindowQuestion("desire", Window.PREMENSTRUAL)
    nothing, ordinary = Setting(90), Setting(90, truth=ORDINARY)
    assert is_null(dip, nothing)
    assert not is_null(dip, ordinary)
    assert is_null(CycleWholeQuestion("mood"), ordinary)
    assert is_null(SAME_DAY, nothing)
    assert not is_null(SAME_DAY, ordinary)
    assert not is_null(RelationQuestion("mood", "desire"), nothing)
    assert is_null(RelationQuestion("mood", "desire"), Setting(90, alike=0.0))
    shocked = Setting(90, trouble=Trouble.SHOCK)
    assert not is_null(SAME_DAY, shocked)
    assert is_null(AFTER, shocked)


def test_a_true_size_is_in_the_units_of_the_answer() -> None:
    made = journals(Setting(365, truth=ORDINARY), 1)[0]
    asked = [question for question in questions_of(made) if true_size_of(question, made)]
    assert len(asked) == 5
    stress = RelationQuestion("mood", "stress")
    reply = ask(made.record, [stress])[0]
    assert isinstance(reply, Answer)
    assert reply.contrast is not None
    size = true_size(stress, made, reply)
    assert size == pytest.approx(ORDINARY.stress * reply.contrast.size, rel=0.15)


def true_size_of(question: object, made: MadeUp) -> float | None:
    reply = ask(made.record, [question])[0]  # type: ignore[list-item] # any question there is
    return true_size(reply.question, made, reply) if isinstance(reply, Answer) else None


def test_rivals_take_days_for_independent() -> None:
    made = journals(Setting(365, 0.7), 30)
    alarms = [
        found.correlation < 0.05
        for one in made
        for rating in LEVELS
        if (found := rivals(one.record, CycleWholeQuestion(rating))) is not None
    ]
    assert len(alarms) == 90
    assert sum(alarms) >= 18


def test_a_rival_is_the_correlation_of_the_same_days() -> None:
    made = journals(Setting(180), 1)[0]
    mood, stress = (made.record.values[code] for code in ("mood", "stress"))
    both = np.isfinite(mood) & np.isfinite(stress)
    found = rivals(made.record, RelationQuestion("mood", "stress"))
    assert found is not None
    assert pearsonr(mood[both], stress[both]).pvalue == pytest.approx(found.correlation)
    change = ChangeQuestion("mood", made.record.changes[0])
    assert rivals(made.record, change) is not None


def test_a_rate_counts_answers_and_its_error_counts_journals() -> None:
    count = Count()
    for hits in ([True, True], [False, False], [True, True], [False, False], []):
        count.add(hits)
    rate = count.rate
    assert rate == Rate(0.5, 0.25, 8)
    assert rate.words == "50.0 ±50.0"
    assert not rate.exceeds()
    assert Rate(0.1, 0.02, 400).exceeds()
    assert Count().rate is None


def test_alarms_are_few_and_effects_are_found() -> None:
    quiet = alarms(Setting(120), 6)
    assert set(quiet.ours) == set(Kind)
    assert sum((count.rate or Rate(0, 0, 0)).share for count in quiet.ours.values()) < 1
    found = found_in(Setting(365, 0.3, truth=Truth(same_day=0.8)), 3)
    assert list(found) == ["mood, moments, same day"]
    assert found["mood, moments, same day"].ours.rate == Rate(1.0, 0.0, 3)


def test_a_second_look_tells_no_more_than_the_first() -> None:
    lines = second_look_table(1).splitlines()
    assert len(lines) == 2 + len(CASES)
    for line in lines[2:]:
        first, second = (float(cell.split(" ±")[0]) for cell in line.strip("| ").split(" | ")[1:])
        assert second <= first


def test_the_command_knows_its_parts(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["no such part"])
    said = capsys.readouterr().err
    assert all(part in said for part in PARTS)
