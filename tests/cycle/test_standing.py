from datetime import date, timedelta

import pytest

from journal.cycle.cycles import Cycle, CycleEnd, cycles
from journal.cycle.onsets import bleeds
from journal.cycle.standing import Standing, StandingKind, months_words, standing, standing_words
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Bleeding
from journal.domain.journal import BleedingDay
from journal.domain.owner_settings import OwnerSettings, Situation
from journal.domain.stages import Stage, StageDeclaration
from tests.builders import on

TODAY = on("2026-11-22")


def _bled(day: str, days: int = 4) -> list[BleedingDay]:
    return [BleedingDay(on(day) + timedelta(days=n), Bleeding.MEDIUM) for n in range(days)]


def _standing(
    *bled: BleedingDay,
    situation: Situation | None = None,
    stage: Stage | None = None,
    contexts: tuple[Context, ...] = (),
    today: date = TODAY,
) -> Standing:
    found = bleeds(bled)
    return standing(
        bleeds=found,
        cycles=cycles([bleed.start for bleed in found if bleed.starts_cycle], today),
        stages=[StageDeclaration(on("2026-01-01"), stage)] if stage else [],
        settings=OwnerSettings(situation=situation),
        contexts=contexts,
        today=today,
    )


def _said(*bled: BleedingDay, **known: object) -> str:
    return standing_words(_standing(*bled, **known))  # type: ignore[arg-type]


def test_after_an_onset_the_cycle_day_is_said() -> None:
    assert _said(*_bled("2026-10-31")) == "Cycle day 23"


def test_the_sixtieth_day_is_the_last_that_is_called_a_cycle_day() -> None:
    bled = _bled("2026-09-01")
    assert _said(*bled, today=on("2026-10-30")) == "Cycle day 60"
    assert _said(*bled, today=on("2026-10-31")) == "Day 61 since your last bleed"


@pytest.mark.parametrize("situation", [Situation.IRREGULAR, Situation.HORMONES])
def test_without_regular_cycles_days_are_counted_from_the_last_bleed(situation: Situation) -> None:
    assert _said(*_bled("2026-10-31"), situation=situation) == "Day 23 since your last bleed"


def test_bleeding_between_menses_is_the_last_bleed_but_no_new_cycle() -> None:
    bled = [*_bled("2026-10-31"), *_bled("2026-11-12", 1)]
    assert _said(*bled) == "Cycle day 23"
    assert _said(*bled, situation=Situation.IRREGULAR) == "Day 11 since your last bleed"


def test_hormones_going_on_today_count_from_the_last_bleed() -> None:
    pill = Context(ContextKind.HORMONAL_CONTRACEPTION, on("2026-01-01"))
    ended = Context(ContextKind.HORMONAL_CONTRACEPTION, on("2026-01-01"), TODAY)
    assert _said(*_bled("2026-10-31"), contexts=(pill,)) == "Day 23 since your last bleed"
    assert _said(*_bled("2026-10-31"), contexts=(ended,)) == "Cycle day 23"


def test_a_declared_postmenopause_is_said_with_the_time_since_the_last_period() -> None:
    assert (
        _said(*_bled("2024-07-22"), stage=Stage.EARLY_POSTMENOPAUSE)
        == "Early postmenopause, 2 years 4 months since your last period"
    )


def test_a_recent_bleed_after_menopause_is_counted_in_days() -> None:
    assert (
        _said(*_bled("2026-11-11"), stage=Stage.LATE_POSTMENOPAUSE)
        == "Late postmenopause, day 12 since your last bleed"
    )


def test_a_declared_stage_stands_alone_without_bleeding() -> None:
    assert _said(stage=Stage.LATE_TRANSITION) == "Late menopausal transition"


def test_a_declared_transition_is_said_beside_the_day() -> None:
    assert (
        _said(*_bled("2026-09-01"), stage=Stage.LATE_TRANSITION)
        == "Day 83 since your last bleed, late menopausal transition"
    )


def test_periods_that_stopped_are_counted_in_months_without_naming_a_stage() -> None:
    where = _standing(*_bled("2024-07-22"), situation=Situation.STOPPED)
    assert where.stage is None
    assert standing_words(where) == "2 years 4 months since your last period"


def test_a_year_without_a_recorded_bleed_says_only_what_was_recorded() -> None:
    assert _said(*_bled("2024-07-22")) == "2 years 4 months since the last bleed in your journal"


def test_a_pregnancy_going_on_is_said_instead_of_any_day() -> None:
    pregnancy = Context(ContextKind.PREGNANCY, on("2026-09-20"))
    assert (
        _said(*_bled("2026-09-06"), contexts=(pregnancy,)) == "Pregnancy, since 20 September 2026"
    )


def test_after_a_hysterectomy_no_cycle_day_is_said_and_a_declared_stage_is() -> None:
    operated = Context(ContextKind.HYSTERECTOMY_OVARIES_KEPT, on("2026-09-20"))
    bled = _bled("2026-09-06")
    assert (
        _said(*bled, contexts=(operated,))
        == "After hysterectomy, ovaries kept, since 20 September 2026"
    )
    assert (
        _said(*bled, contexts=(operated,), stage=Stage.EARLY_TRANSITION)
        == "Early menopausal transition"
    )


@pytest.mark.parametrize("kind", [ContextKind.TIME_APART, ContextKind.EVENT])
def test_what_has_nothing_to_do_with_bleeding_changes_nothing(kind: ContextKind) -> None:
    context = Context(kind, on("2026-01-01"), name="A new job")
    assert _said(*_bled("2026-10-31"), contexts=(context,)) == "Cycle day 23"


def test_nothing_recorded_invites_and_invents_nothing() -> None:
    assert _standing() == Standing(StandingKind.UNKNOWN)
    assert "first day of a bleed" in _said()


def test_who_would_rather_just_write_is_not_asked_for_more() -> None:
    assert _standing(situation=Situation.JUST_WRITE) == Standing(StandingKind.JUST_WRITING)
    assert "bleed" not in _said(situation=Situation.JUST_WRITE)


def test_spotting_alone_is_no_bleed_to_count_from() -> None:
    spotting = BleedingDay(on("2026-11-10"), Bleeding.SPOTTING)
    assert _standing(spotting) == Standing(StandingKind.UNKNOWN)


def test_time_outside_any_cycle_has_no_cycle_day() -> None:
    cut = Cycle(on("2026-09-28"), on("2026-10-26"), CycleEnd.NOT_RECORDED)
    where = standing(
        bleeds=bleeds(_bled("2026-09-28")),
        cycles=[cut],
        stages=[],
        settings=OwnerSettings(),
        contexts=[],
        today=TODAY,
    )
    assert Standing(StandingKind.DAYS_SINCE_BLEED, day=56) == where


def test_what_lies_after_today_does_not_count() -> None:
    assert _said(*_bled("2026-10-31"), *_bled("2026-11-28")) == "Cycle day 23"
    later = standing(
        bleeds=bleeds(_bled("2026-10-31")),
        cycles=cycles([on("2026-10-31")], TODAY),
        stages=[StageDeclaration(on("2026-12-01"), Stage.LATE_POSTMENOPAUSE)],
        settings=OwnerSettings(),
        contexts=[],
        today=TODAY,
    )
    assert Standing(StandingKind.CYCLE_DAY, day=23) == later


@pytest.mark.parametrize("kind", list(ContextKind))
@pytest.mark.parametrize("situation", [None, *Situation])
@pytest.mark.parametrize("stage", [None, Stage.EARLY_TRANSITION, Stage.LATE_POSTMENOPAUSE])
@pytest.mark.parametrize("bled", [[], _bled("2026-11-20"), _bled("2020-02-29")])
def test_whatever_is_true_is_one_whole_line_and_no_stage_is_made_up(
    kind: ContextKind, situation: Situation | None, stage: Stage | None, bled: list[BleedingDay]
) -> None:
    context = Context(kind, on("2026-01-01"), name="named")
    where = _standing(*bled, situation=situation, stage=stage, contexts=(context,))
    assert where.stage in {None, stage}
    assert standing_words(where)
    assert "None" not in standing_words(where)


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (0, "0 months"),
        (1, "1 month"),
        (12, "1 year"),
        (13, "1 year 1 month"),
        (28, "2 years 4 months"),
    ],
)
def test_months_are_said_in_years_and_months(months: int, words: str) -> None:
    assert months_words(months) == words


def test_a_bleed_that_goes_on_and_on_is_counted_itself() -> None:
    bled = _bled("2026-08-01", 114)
    assert _said(*bled) == "Day 114 of your bleed"
    assert _said(*bled, today=on("2026-09-20")) == "Cycle day 51"


def test_days_since_a_long_bleed_are_counted_from_its_first() -> None:
    assert _said(*_bled("2026-08-01", 20)) == "Day 114 since your last bleed"


def test_a_year_since_a_very_long_bleed_is_counted_from_its_last_ten_days() -> None:
    bled = _bled("2025-08-01", 470)
    assert bled[-1].date == on("2026-11-13")
    assert _said(*bled) == "Day 19 since your last bleed"
