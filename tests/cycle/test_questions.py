from datetime import timedelta

import pytest

from journal.cycle.missed_logs import MissedLog
from journal.cycle.onsets import bleeds
from journal.cycle.questions import Oddity, OddityKind, OpenQuestion, oddities, open_questions
from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import REPLIES, CycleAnswer, CycleQuestion, CycleReply
from journal.domain.days import Bleeding
from journal.domain.journal import BleedingDay
from journal.domain.ranges import DateRange
from tests.builders import FIRST_DAY, bleeding_strip, on

TODAY = on("2026-11-22")
EARLY = "mmm.......mm......................mmm"
GAP = MissedLog(on("2025-05-01"), on("2025-06-27"), 57, 28.0, (on("2025-05-30"),))
MISSED = OpenQuestion(
    CycleQuestion.MISSED_PERIOD, GAP.onset, GAP.next_onset, GAP.around, GAP.onset, 28.0
)
EARLY_BLEED = OpenQuestion(
    CycleQuestion.EARLY_BLEED, on("2026-01-11"), on("2026-01-12"), onset=FIRST_DAY
)


def _oddities(
    days: list[BleedingDay], *contexts: Context, birth_year: int | None = None
) -> list[Oddity]:
    found = bleeds(days)
    return oddities(days, found, contexts=contexts, birth_year=birth_year, today=TODAY)


def test_open_questions_stand_newest_first() -> None:
    assert open_questions(bleeds(bleeding_strip(EARLY)), [GAP]) == [EARLY_BLEED, MISSED]


@pytest.mark.parametrize("reply", REPLIES[CycleQuestion.MISSED_PERIOD])
def test_any_answer_about_a_gap_ends_its_question(reply: CycleReply) -> None:
    answer = CycleAnswer(GAP.onset, CycleQuestion.MISSED_PERIOD, reply)
    assert open_questions([], [GAP], [answer]) == []


@pytest.mark.parametrize("reply", REPLIES[CycleQuestion.EARLY_BLEED])
def test_any_answer_about_an_early_bleed_ends_its_question(reply: CycleReply) -> None:
    answers = [CycleAnswer(on("2026-01-11"), CycleQuestion.EARLY_BLEED, reply)]
    assert open_questions(bleeds(bleeding_strip(EARLY), answers), [], answers) == []


def test_an_answer_to_the_other_question_on_the_same_date_leaves_it_open() -> None:
    other = CycleAnswer(on("2026-01-11"), CycleQuestion.MISSED_PERIOD, CycleReply.NOT_SURE)
    assert open_questions(bleeds(bleeding_strip(EARLY)), [], [other]) == [EARLY_BLEED]


def test_a_regular_record_leaves_nothing_open() -> None:
    assert open_questions(bleeds(bleeding_strip("mmm......................mmm")), []) == []


def test_bleeding_that_says_nothing_of_cycles_is_not_asked_about() -> None:
    pill = [DateRange(on("2026-01-08"), on("2026-01-12"))]
    assert open_questions(bleeds(bleeding_strip(EARLY)), [], unreadable=pill) == []
    before = [DateRange(on("2026-01-04"), on("2026-01-11"))]
    assert len(open_questions(bleeds(bleeding_strip(EARLY)), [], unreadable=before)) == 1


def test_an_early_bleed_is_counted_from_the_new_period_she_named() -> None:
    answers = [CycleAnswer(on("2026-01-11"), CycleQuestion.EARLY_BLEED, CycleReply.NEW_PERIOD)]
    days = bleeding_strip("mmm.......mm......mm")
    (asked,) = open_questions(bleeds(days, answers), [], answers)
    assert (on("2026-01-19"), on("2026-01-11")) == (asked.about, asked.onset)


@pytest.mark.parametrize(("days", "told"), [(10, 0), (11, 1)])
def test_flow_over_more_than_ten_days_is_told(days: int, told: int) -> None:
    assert told == len(_oddities(bleeding_strip("m" * days)))


def test_a_year_of_daily_bleeding_is_told_once() -> None:
    long = Oddity(OddityKind.LONG_BLEED, FIRST_DAY, on("2026-12-31"), 365)
    assert [long] == _oddities(bleeding_strip("m" * 365))


def test_a_long_bleed_is_told_with_its_days_of_flow() -> None:
    (long,) = _oddities(bleeding_strip("mm.mm.mm.mm.mm"))
    assert ((long.last - long.first).days + 1, long.days) == (14, 10)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (ContextKind.BREASTFEEDING, []),
        (ContextKind.HORMONAL_CONTRACEPTION, [OddityKind.LONG_BLEED]),
        (ContextKind.PREGNANCY, [OddityKind.BLEEDING_UNDER_CONTEXT]),
    ],
)
def test_weeks_of_bleeding_after_a_birth_are_no_oddity(
    kind: ContextKind, told: list[OddityKind]
) -> None:
    context = Context(kind, on("2025-12-31"), on("2026-06-01"))
    assert told == [odd.kind for odd in _oddities(bleeding_strip("m" * 30), context)]


def test_bleeding_before_the_year_of_her_birth_is_told() -> None:
    days = [*bleeding_strip("sml", first=on("1978-12-30")), *bleeding_strip("mm")]
    before = Oddity(OddityKind.BEFORE_BIRTH, on("1978-12-30"), on("1978-12-31"), 2)
    assert [before] == _oddities(days, birth_year=1979)


def test_no_bleeding_is_no_bleeding_before_birth() -> None:
    assert _oddities([BleedingDay(on("1970-01-01"), Bleeding.NONE)], birth_year=1980) == []


@pytest.mark.parametrize(("birth_year", "told_as"), [(2027, 2027), (99999, 9999)])
def test_a_birth_year_in_the_future_is_told_and_nothing_else_made_of_it(
    birth_year: int, told_as: int
) -> None:
    born = on(f"{told_as}-01-01")
    assert [Oddity(OddityKind.BIRTH_IN_FUTURE, born, born)] == _oddities(
        bleeding_strip("mm"), birth_year=birth_year
    )


@pytest.mark.parametrize("birth_year", [2026, 1980, 0, -5, None])
def test_any_other_birth_year_is_not_in_the_future(birth_year: int | None) -> None:
    assert _oddities(bleeding_strip("mm"), birth_year=birth_year) == []


@pytest.mark.parametrize(
    ("kind", "told_as"),
    [
        (ContextKind.PREGNANCY, ContextKind.PREGNANCY),
        (ContextKind.HYSTERECTOMY_OVARIES_KEPT, ContextKind.HYSTERECTOMY_OVARIES_KEPT),
        (ContextKind.HYSTERECTOMY_OVARIES_REMOVED, ContextKind.HYSTERECTOMY_OVARIES_KEPT),
    ],
)
def test_flow_where_none_is_expected_is_told_once(kind: ContextKind, told_as: ContextKind) -> None:
    days = bleeding_strip("..mm.....xx..s")
    twice = [Context(kind, on("2025-12-01")), Context(kind, on("2025-12-20"))]
    expected = Oddity(
        OddityKind.BLEEDING_UNDER_CONTEXT, on("2026-01-03"), on("2026-01-11"), 4, told_as
    )
    assert [expected] == _oddities(days, *twice)


def test_the_period_a_pregnancy_is_dated_from_is_no_bleeding_in_it() -> None:
    pregnant = Context(ContextKind.PREGNANCY, on("2026-01-02"))
    assert _oddities(bleeding_strip("mmmm"), pregnant) == []
    (odd,) = _oddities(bleeding_strip("mmmm.....m"), pregnant)
    assert (on("2026-01-10"), 1) == (odd.first, odd.days)


def test_flow_outside_the_context_is_not_told() -> None:
    pregnant = Context(ContextKind.PREGNANCY, on("2026-01-10"), on("2026-01-20"))
    assert _oddities(bleeding_strip("mmm" + "." * 20 + "mm"), pregnant) == []


def test_oddities_stand_newest_first() -> None:
    days = [*bleeding_strip("m" * 12), *bleeding_strip("m" * 12, FIRST_DAY + timedelta(days=40))]
    assert [FIRST_DAY + timedelta(days=40), FIRST_DAY] == [odd.first for odd in _oddities(days)]


def test_an_empty_record_has_nothing_odd_and_asks_nothing() -> None:
    assert _oddities([], Context(ContextKind.PREGNANCY, on("2026-01-01")), birth_year=1990) == []
    assert open_questions([], []) == []
