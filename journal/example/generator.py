"""The example journals: years of an invented person, the same for the same day and seed.

What it is made of, and why, stands in docs/EXAMPLE_JOURNAL.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from journal.domain.contexts import Context
from journal.domain.intentions import Intention
from journal.domain.journal import DayChanges
from journal.domain.moments import Moment
from journal.domain.owner_settings import OwnerSettings, Situation
from journal.domain.partner_card import CardPart, PartnerCard
from journal.domain.stages import StageDeclaration
from journal.example.body import build_body
from journal.example.circumstances import build_circumstances
from journal.example.closeness import build_moments, moment_counts
from journal.example.cycles import build_cycles
from journal.example.days import Life, day_fields
from journal.example.gaps import written
from journal.example.intentions import intentions_of
from journal.example.outline import contexts_of, stages_of
from journal.example.ratings import build_ratings
from journal.example.story import EARLY_TRANSITION_DAYS_AGO, EXAMPLE_YEARS, Story, days_in

SEED: Final = 7
AGE: Final = 49
AGE_WITH_CYCLES: Final = 36
SETTINGS: Final = OwnerSettings(
    welcomed=True,
    situation=Situation.IRREGULAR,
    ratings=("calm", "energy", "stress", "sleep_quality"),
    body_signs=True,
    intimate_practices=True,
    partner_card=PartnerCard(
        words="Ask me first, and ask me again another day.",
        shows=frozenset(CardPart),
        things=("A hand on my back while the tea brews", "A message at noon, about nothing"),
    ),
)


@dataclass(frozen=True, slots=True)
class ExampleJournal:
    """A whole invented journal, ready to be written into an empty one.

    Attributes:
        days: New values by day field name, by date, oldest first.
        moments: Oldest first.
        intentions: By week, in the order they were chosen.
    """

    days: Mapping[date, DayChanges]
    moments: tuple[Moment, ...]
    contexts: tuple[Context, ...]
    stages: tuple[StageDeclaration, ...]
    settings: OwnerSettings
    intentions: tuple[Intention, ...] = ()


def example_journal(until: date, seed: int = SEED) -> ExampleJournal:
    """Invent three years that end with `until`, with days left out as people leave them out."""
    return _journal(Story(until, days_in(EXAMPLE_YEARS), seed))


def example_with_cycles(until: date, seed: int = SEED) -> ExampleJournal:
    """Invent one year of regular cycles that ends with `until`, in somebody younger.

    It is the first year of the three, before anything changes.
    """
    whole = example_journal(until + timedelta(days=EARLY_TRANSITION_DAYS_AGO + 1), seed)
    days = {day: fields for day, fields in whole.days.items() if day <= until}
    moments = tuple(moment for moment in whole.moments if moment.date <= until)
    return ExampleJournal(
        days=MappingProxyType(days),
        moments=moments,
        contexts=tuple(span for span in whole.contexts if span.start <= until),
        stages=(),
        intentions=intentions_of(moments, until),
        settings=replace(
            whole.settings,
            situation=Situation.AS_USUAL,
            birth_year=until.year - AGE_WITH_CYCLES,
        ),
    )


def synthetic_record(years: int, until: date, seed: int = SEED) -> ExampleJournal:
    """Invent `years` years with no day left out, for measurements; 0 years is an empty journal."""
    return _journal(Story(until, days_in(years), seed, missing_rate=0.0))


def _journal(story: Story) -> ExampleJournal:
    settings = replace(SETTINGS, birth_year=story.until.year - AGE)
    if not story.days:
        return ExampleJournal(MappingProxyType({}), (), (), (), settings)
    life = _life(story)
    days = {
        story.date_of(index): MappingProxyType(day_fields(life, index))
        for index in range(story.days)
    }
    moments = tuple(
        moment
        for of_day, kept in zip(life.moments, life.written.tolist(), strict=True)
        if kept
        for moment in of_day
    )
    return ExampleJournal(
        days=MappingProxyType({day: fields for day, fields in days.items() if fields}),
        moments=moments,
        contexts=contexts_of(story, life.around),
        stages=stages_of(story, life.cycles),
        intentions=intentions_of(moments, story.until),
        settings=settings,
    )


def _life(story: Story) -> Life:
    cycles = build_cycles(story)
    around = build_circumstances(story)
    moments, deposits = build_moments(story, around, moment_counts(story, around))
    rated = build_ratings(story, cycles, around, deposits)
    return Life(
        story=story,
        cycles=cycles,
        around=around,
        moments=moments,
        rated=rated,
        body=build_body(story, cycles, around, rated),
        written=written(story),
        chances=story.stream("notes").random((story.days, 10)),
    )
