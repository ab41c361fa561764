from dataclasses import replace
from datetime import timedelta
from time import process_time

import numpy as np
import pytest

from journal.analysis.day_memory import DayEffect, RatedDays, day_effect, joint_effect
from journal.analysis.day_memory_columns import banks, base_columns, centred
from journal.analysis.day_memory_cycle import cycle_columns
from journal.analysis.day_memory_gate import Lack, LackKind
from journal.analysis.day_memory_grid import Floats
from journal.analysis.premenstrual_days import Window, window_of
from journal.analysis.relations.answers import Answer, Contrast, NotYet
from journal.analysis.relations.ask import ask
from journal.analysis.relations.asked import usual_questions
from journal.analysis.relations.daily import DailyRecord
from journal.analysis.relations.findings import findings
from journal.analysis.relations.questions import (
    ChangeQuestion,
    ChangeSource,
    CycleWholeQuestion,
    CycleWindowQuestion,
    DatedChange,
    ModerationQuestion,
    Question,
    RelationQuestion,
    Timing,
)
from tests.analysis.relations.made_up import LAST, record_of, remembering, whole_record

CLOSE = 1e-6
AFTER = Timing.DAYS_AFTER
RECORD = whole_record(1)


def answered(record: DailyRecord, question: Question) -> Answer:
    (reply,) = ask(record, [question])
    assert isinstance(reply, Answer)
    return reply


def missing(record: DailyRecord, question: Question) -> tuple[Lack, ...]:
    (reply,) = ask(record, [question])
    assert isinstance(reply, NotYet)
    assert question == reply.question
    return reply.lacks


def test_of_time_apart_only_days_she_wrote_of_are_compared() -> None:
    random = np.random.default_rng(5)
    mood = np.clip(np.round(5 + 2 * random.normal(size=100)), 0, 10)
    apart = np.tile([1.0, 1, 0, 0, 0, 0, 0, 0, 0, 0], 10)
    question = RelationQuestion("apart", "mood")
    plain = record_of({"mood": mood, "apart": apart}, cycles=False)
    # She begins to write after three years of which nothing is known.
    silence = np.full(1_000, np.nan)
    later = record_of(
        {"mood": np.append(silence, mood), "apart": np.append(np.zeros(1_000), apart)},
        cycles=False,
    )
    assert answered(plain, question).estimate == pytest.approx(answered(later, question).estimate)
    assert answered(plain, question).p == pytest.approx(answered(later, question).p)


class Engine:
    """What the engine itself says of one outcome of `RECORD`, one question at a time."""

    def __init__(self, outcome: str) -> None:
        values = RECORD.values[outcome]
        self.at = np.flatnonzero(np.isfinite(values))
        self.rated = RatedDays(RECORD.first + self.at, values[self.at])
        placed = [RECORD.placed[place] for place in self.at]
        self.apart = RECORD.values["apart"][self.at]
        self.cycle = cycle_columns(placed)
        windows = [window_of(day) for day in placed]
        self.before, self.around = (
            np.array([float(of is window) for of in windows])
            for window in (Window.PREMENSTRUAL, Window.AROUND_OVULATION)
        )

    def base(self, *further: Floats) -> Floats:
        """Return the columns of every question, and more."""
        return base_columns(self.rated.days, further)

    def effect(self, base: Floats, column: Floats) -> DayEffect:
        """Ask about one column."""
        found = day_effect(self.rated, base, column)
        assert found is not None
        return found

    def today(self, exposure: str) -> Floats:
        """Return an exposure on the day itself."""
        return centred(RECORD.values[exposure])[self.at]

    def left(self, exposure: str) -> Floats:
        """Return what the days before left of an exposure."""
        daily = centred(RECORD.values[exposure])
        return banks(daily, np.array([2.0]))[self.at, 0]


MOOD = Engine("mood")


def assert_same(expected: DayEffect, found: Answer, contrast: float = 1.0) -> None:
    assert found.effect is not None
    assert found.p == pytest.approx(expected.p, abs=CLOSE)
    assert found.estimate == pytest.approx(contrast * expected.estimate, abs=CLOSE)
    low, high = expected.interval()
    assert found.effect.interval() == pytest.approx((contrast * low, contrast * high), abs=1e-5)


def test_the_same_day_is_asked_beside_week_trend_cycle_and_days_apart() -> None:
    found = answered(RECORD, RelationQuestion("mood", "stress"))
    assert found.contrast is not None
    expected = MOOD.effect(MOOD.base(MOOD.cycle, MOOD.apart), MOOD.today("stress"))
    assert_same(expected, found, found.contrast.size)
    both = np.isfinite(RECORD.values["mood"]) & np.isfinite(RECORD.values["stress"])
    assert both.sum() == found.days


def test_days_apart_are_asked_without_themselves_in_the_base() -> None:
    found = answered(RECORD, RelationQuestion("mood", "apart"))
    assert_same(MOOD.effect(MOOD.base(MOOD.cycle), MOOD.apart), found)
    assert (6, Contrast(0, 1)) == (found.groups, found.contrast)


@pytest.mark.parametrize("exposure", ["bids_met", "energy", "sleep_hours"])
def test_what_goes_on_must_hold_with_and_without_the_day_itself(exposure: str) -> None:
    found = answered(RECORD, RelationQuestion("mood", exposure, AFTER))
    base = MOOD.base(MOOD.cycle, MOOD.apart)
    with_today = np.column_stack([base, MOOD.today(exposure)])
    each = [MOOD.effect(beside, MOOD.left(exposure)) for beside in (base, with_today)]
    assert len({effect.estimate > 0 for effect in each}) == 1
    assert found.contrast is not None
    assert_same(max(each, key=lambda effect: effect.p), found, found.contrast.size)


def test_a_window_is_asked_beside_the_other_and_without_harmonics() -> None:
    found = answered(RECORD, CycleWindowQuestion("mood", Window.PREMENSTRUAL))
    base = MOOD.base(MOOD.cycle[:, -1], MOOD.apart, MOOD.around)
    assert_same(MOOD.effect(base, MOOD.before), found)
    assert found.contrast is None
    assert found.groups == len({day.number for day in RECORD.placed if day is not None})


def test_the_cycle_as_a_whole_is_both_windows_at_once() -> None:
    found = answered(RECORD, CycleWholeQuestion("mood"))
    base = MOOD.base(MOOD.cycle[:, -1], MOOD.apart)
    expected = joint_effect(MOOD.rated, base, np.column_stack([MOOD.before, MOOD.around]))
    assert expected is not None
    assert found.joint is not None
    assert (found.estimate, found.joint.columns) == (None, 2)
    assert found.p == pytest.approx(expected.p, abs=CLOSE)


def test_a_change_is_a_step_on_its_day() -> None:
    change = DatedChange(LAST - timedelta(days=100), "We moved", ChangeSource.OWN)
    found = answered(RECORD, ChangeQuestion("mood", change))
    step = (MOOD.rated.days >= change.day.toordinal()).astype(float)
    assert_same(MOOD.effect(MOOD.base(MOOD.cycle, MOOD.apart), step), found)


def test_a_moderator_is_asked_beside_both_of_what_it_multiplies() -> None:
    found = answered(RECORD, ModerationQuestion("mood", "moments", "stress"))
    stress = RECORD.values["stress"]
    high = centred(np.where(np.isnan(stress), np.nan, stress >= 6)[MOOD.at])
    left = MOOD.left("moments")
    base = MOOD.base(MOOD.cycle, MOOD.apart, left, high)
    assert_same(MOOD.effect(base, left * high), found)


def test_a_sign_is_asked_by_its_presence() -> None:
    found = answered(RECORD, RelationQuestion("mood", "sign:sign_0"))
    sign = RECORD.values["sign:sign_0"]
    there = centred(np.where(np.isnan(sign), np.nan, sign > 0))[MOOD.at]
    assert_same(MOOD.effect(MOOD.base(MOOD.cycle, MOOD.apart), there), found)
    assert Contrast(0, 1) == found.contrast


def test_what_is_answered_does_not_depend_on_what_else_is_asked() -> None:
    questions = usual_questions(RECORD, ["mood", "connection"])
    replies = ask(RECORD, questions)
    assert [reply.question for reply in replies] == list(questions)
    for question, reply in list(zip(questions, replies, strict=True))[::7]:
        (alone,) = ask(RECORD, [question])
        assert isinstance(alone, Answer)
        assert isinstance(reply, Answer)
        assert reply.p == pytest.approx(alone.p, abs=CLOSE)
        assert (reply.days, reply.contrast) == (alone.days, alone.contrast)


def test_fifteen_years_with_twenty_signs_take_about_a_second_of_work() -> None:
    record = whole_record(1, days=5_479, signs=20)
    questions = usual_questions(record)
    start = process_time()
    found = findings(ask(record, questions))
    # Twice what it takes where no two measures share their days, and five times where they do.
    assert process_time() - start < 2
    assert found.asked == len(questions) > 380


def test_few_cycles_are_not_taken_account_of() -> None:
    without = replace(RECORD, placed=[None] * len(RECORD.days))
    found = answered(without, RelationQuestion("mood", "stress"))
    assert found.contrast is not None
    assert_same(
        MOOD.effect(MOOD.base(MOOD.apart), MOOD.today("stress")), found, found.contrast.size
    )


def test_days_apart_are_left_out_where_she_leaves_them_out_but_not_where_they_are_meant() -> None:
    left_out = replace(RECORD, leave_apart_out=True)
    apart = RECORD.values["apart"] > 0
    without = record_of(
        {
            code: np.where(apart, np.nan, values) if code == "mood" else values
            for code, values in RECORD.values.items()
        }
    )
    question = RelationQuestion("mood", "stress")
    assert answered(without, question).p == pytest.approx(answered(left_out, question).p)
    about = RelationQuestion("mood", "apart")
    assert answered(RECORD, about) == answered(left_out, about)


def test_below_its_gate_a_question_says_what_is_missing() -> None:
    def kinds(record: DailyRecord, question: Question) -> set[LackKind]:
        return {lack.kind for lack in missing(record, question)}

    random = np.random.default_rng(5)
    few = record_of({"mood": random.integers(0, 11, 30) * 1.0})
    rated = {LackKind.RATED_DAYS, LackKind.DAYS_SPANNED}
    exposure = {LackKind.LOGGED_DAYS, LackKind.UNUSUAL_DAYS}
    assert rated | exposure == kinds(few, RelationQuestion("mood", "moments"))
    no_cycles = record_of({"mood": random.integers(0, 11, 90) * 1.0}, cycles=False)
    windows = {LackKind.CYCLES, LackKind.PHASE_KNOWN, LackKind.WINDOW_CYCLES, LackKind.WINDOW_DAYS}
    for cycle in (CycleWholeQuestion("mood"), CycleWindowQuestion("mood", Window.PREMENSTRUAL)):
        assert windows == kinds(no_cycles, cycle)
    late = DatedChange(LAST, "We moved", ChangeSource.OWN)
    early = replace(late, day=LAST - timedelta(days=85))
    after, before = (ChangeQuestion("mood", change) for change in (late, early))
    assert (Lack(LackKind.DAYS_SINCE_CHANGE, 19),) == missing(no_cycles, after)
    assert (Lack(LackKind.DAYS_BEFORE_CHANGE, 16),) == missing(no_cycles, before)
    two_spells = np.zeros(90)
    two_spells[10:20] = two_spells[40:50] = 1
    apart = record_of({"mood": no_cycles.values["mood"], "apart": two_spells})
    assert (Lack(LackKind.SPELLS, 1),) == missing(apart, RelationQuestion("mood", "apart"))
    calm = record_of({**whole_record(2).values, "stress": np.full(240, 5.0)})
    moderated = ModerationQuestion("mood", "moments", "stress")
    assert (Lack(LackKind.MODERATED_DAYS, 8),) == missing(calm, moderated)


def test_a_measure_is_not_asked_about_itself() -> None:
    assert missing(RECORD, RelationQuestion("mood", "mood")) == ()
    assert missing(RECORD, RelationQuestion("mood", "mood", AFTER)) == ()
    assert missing(RECORD, ModerationQuestion("mood", "moments", "mood")) == ()


def test_up_beside_one_base_and_down_beside_the_other_is_no_answer() -> None:
    random = np.random.default_rng(3)
    exposure = remembering(random, 400, 0.9)
    left = banks(exposure, np.array([2.0]))[:, 0]
    mood = 3 * exposure - 0.3 * left + random.normal(0, 0.3, 400)
    record = record_of({"mood": mood, "stress": exposure})
    found = answered(record, RelationQuestion("mood", "stress", AFTER))
    assert found.effect is not None
    assert found.p == 1 > found.effect.p
