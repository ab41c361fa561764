from datetime import timedelta

from journal.cycle.body_signs import BodySignDay
from journal.cycle.cycle_time_values import Layer
from journal.cycle.engine import read_cycles
from journal.cycle.reading import CycleRecord
from journal.cycle.reading_times import reading_times
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Bleeding, LhTest
from journal.domain.journal import BleedingDay
from journal.domain.ranges import DateRange
from tests.builders import on

ONSETS = [on("2026-08-01"), on("2026-08-29"), on("2026-09-26"), on("2026-10-24")]
TODAY = on("2026-11-10")
BLEEDING = tuple(BleedingDay(onset, Bleeding.MEDIUM) for onset in ONSETS)
TEST = BodySignDay(on("2026-08-14"), lh_test=LhTest.POSITIVE)


def _layers(record: CycleRecord, first: str, last: str) -> set[Layer]:
    range_ = DateRange(on(first), on(last) + timedelta(days=1))
    return {time.layer for time in reading_times(read_cycles(record, TODAY), range_)}


def test_an_observed_ovulation_confirms_its_cycle_and_no_other() -> None:
    record = CycleRecord(BLEEDING, (TEST,))
    assert _layers(record, "2026-08-02", "2026-08-28") == {Layer.CONFIRMED}
    assert _layers(record, "2026-08-30", "2026-09-25") == {Layer.IMPUTED}


def test_the_imputed_ovulation_is_her_own_estimate() -> None:
    reading = read_cycles(CycleRecord(BLEEDING), TODAY)
    estimate = reading.cycles[1].ovulation
    assert estimate is not None
    (time,) = reading_times(reading, DateRange(estimate.date, estimate.date + timedelta(days=1)))
    assert time.imputed is not None
    assert time.imputed.menses_centred == 1


def test_the_open_cycle_and_one_cut_by_a_context_have_no_imputed_days() -> None:
    pill = Context(ContextKind.HORMONAL_CONTRACEPTION, on("2026-09-10"), on("2026-09-20"))
    record = CycleRecord(BLEEDING, contexts=(pill,))
    assert _layers(record, "2026-08-30", "2026-09-25") == {Layer.NONE}
    assert _layers(record, "2026-10-26", "2026-11-10") == {Layer.NONE}
