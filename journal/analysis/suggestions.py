"""Up to three small moments to choose from for a week, each with its reason.

Those of her own record come first, steps of the ladder fill up. Touch that is unwelcome today, what
lies beyond the group she goes to, and what she hid are never among them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from journal.connection.closer_days import KindDays, closer_kinds
from journal.connection.intentions import DAYS_A_WEEK, kinds_of, of_now
from journal.connection.ladder import (
    NOT_IN_PREGNANCY,
    Step,
    is_within,
    step_groups,
    steps_for,
)
from journal.domain.catalogues import CatalogueName, Entry
from journal.domain.contexts import ContextKind
from journal.domain.days import Touch
from journal.domain.intentions import Intention, IntentionSource
from journal.domain.journal import ReadableJournal
from journal.domain.nearness import INTIMATE_GROUP, without_group
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange

MOST_SUGGESTIONS: Final = 3
# About a year: what was so longer ago says less of now.
LOOKED_BACK_DAYS: Final = 365
# What mends something is not chosen for a week ahead.
REPAIR_GROUP: Final = "Repair"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One small moment that may be chosen.

    Attributes:
        source: A kind of moment or a step of the ladder, which says what `code` is a code of.
        name: As she calls it.
        counted: What her record shows; None for one of the catalogue.
        group: The group of the ladder or of the moments it stands in.
        touch_unwelcome: A step of the ladder, and touch was left out as it is unwelcome today.
    """

    source: IntentionSource
    code: str
    name: str
    counted: KindDays | None
    group: str
    touch_unwelcome: bool = False

    def intention(self, week: date) -> Intention:
        """Return it as chosen for a week, by its own name until she words it herself."""
        return Intention(week, self.name, self.source, self.code)


@dataclass(frozen=True, slots=True)
class _Today:
    """What of her settings and of the day decides what may be suggested."""

    settings: OwnerSettings
    touch: Touch | None
    pregnant: bool
    date: date


def suggestions(journal: ReadableJournal, today: date) -> list[Suggestion]:
    """Suggest up to three small moments; what is chosen for this week already is left out."""
    now = _today(journal, today)
    chosen = of_now(journal.intentions(DateRange.last_days(DAYS_A_WEEK, today)), today)
    known = {kind for intention in chosen for kind in kinds_of(intention)}
    recorded = [item for item in _of_her_record(journal, now) if item.code not in known]
    found = recorded[:MOST_SUGGESTIONS]
    known |= {item.code for item in found}
    codes = {item.code for item in chosen if item.source is IntentionSource.STEP}
    for step in _turned(_small_steps(journal, now), today):
        if len(found) == MOST_SUGGESTIONS:
            break
        if step.code not in codes and known.isdisjoint(step.moments):
            found.append(_of_ladder(step, now.touch))
    return found


def possible_steps(journal: ReadableJournal, today: date) -> list[Step]:
    """Return the steps she may choose from today, as far up the ladder as she goes."""
    now = _today(journal, today)
    return _steps(journal, now, now.settings.ladder_up_to)


def _today(journal: ReadableJournal, today: date) -> _Today:
    pregnant = any(
        context.kind is ContextKind.PREGNANCY and context.covers(today)
        for context in journal.contexts()
    )
    return _Today(journal.settings(), journal.day(today).touch, pregnant, today)


def _of_her_record(journal: ReadableJournal, now: _Today) -> Iterator[Suggestion]:
    """Suggest the kinds that came on closer days, the clearest first."""
    lately = DateRange.last_days(LOOKED_BACK_DAYS, now.date)
    columns = journal.day_columns(["connection"], lately)
    ratings = {
        day: rating
        for day, rating in zip(columns["date"], columns["connection"], strict=True)
        if isinstance(day, date) and isinstance(rating, int)
    }
    noted = ((day, kind) for day, kind, _ in journal.moment_counts(lately))
    offered = {entry.code: entry for entry in _kinds(journal, now)}
    for counted in closer_kinds(ratings, noted):
        if entry := offered.get(counted.kind):
            yield Suggestion(IntentionSource.MOMENT, entry.code, entry.name, counted, entry.group)


def _kinds(journal: ReadableJournal, now: _Today) -> list[Entry]:
    """Return the kinds of moment that may be suggested today."""
    catalogue = without_group(journal.catalogue(CatalogueName.MOMENTS), REPAIR_GROUP)
    if not now.settings.intimate_practices:
        catalogue = without_group(catalogue, INTIMATE_GROUP)
    return [
        entry
        for entry in catalogue.offered
        if is_within(entry.code, now.touch, now.settings.ladder_up_to)
        and not (now.pregnant and entry.code in NOT_IN_PREGNANCY)
    ]


def _small_steps(journal: ReadableJournal, now: _Today) -> list[Step]:
    """Return the steps to suggest from.

    While she said no limit, the ladder is suggested from where it begins: without touch, and light
    touch only where touch is welcome today.
    """
    without, light = step_groups()[:2]
    begins = light if now.touch is Touch.WELCOME else without
    return _steps(journal, now, now.settings.ladder_up_to or begins)


def _steps(journal: ReadableJournal, now: _Today, up_to: str | None) -> list[Step]:
    return steps_for(
        now.touch,
        up_to,
        catalogue=journal.catalogue(CatalogueName.LADDER),
        intimate=now.settings.intimate_practices,
        pregnant=now.pregnant,
    )


def _turned(steps: Sequence[Step], today: date) -> list[Step]:
    """Begin each week with another step, so that it is not always the first three."""
    if not steps:
        return []
    begin = today.toordinal() // DAYS_A_WEEK * MOST_SUGGESTIONS % len(steps)
    return [*steps[begin:], *steps[:begin]]


def _of_ladder(step: Step, touch: Touch | None) -> Suggestion:
    unwelcome = touch is Touch.UNWELCOME
    return Suggestion(IntentionSource.STEP, step.code, step.name, None, step.group, unwelcome)
