"""The whole of what the engine reads out of a record: one input, one result, no clock."""

from dataclasses import dataclass, field
from datetime import date

from journal.cycle.body_signs import BodySignDay
from journal.cycle.cycles import Cycle
from journal.cycle.forecast import Outlook
from journal.cycle.onsets import Bleed
from journal.cycle.ovulation import Ovulation
from journal.cycle.phases import PhaseSpan
from journal.cycle.questions import Oddity, OpenQuestion
from journal.cycle.stage_evidence import StageEvidence
from journal.domain.contexts import Context
from journal.domain.cycle_answers import CycleAnswer
from journal.domain.journal import BleedingDay
from journal.domain.owner_settings import OwnerSettings
from journal.domain.stages import StageDeclaration


@dataclass(frozen=True, slots=True)
class CycleRecord:
    """What she recorded and declared, dates oldest first."""

    bleeding: tuple[BleedingDay, ...] = ()
    body_signs: tuple[BodySignDay, ...] = ()
    contexts: tuple[Context, ...] = ()
    stages: tuple[StageDeclaration, ...] = ()
    answers: tuple[CycleAnswer, ...] = ()
    settings: OwnerSettings = field(default_factory=OwnerSettings)


@dataclass(frozen=True, slots=True)
class ReadCycle:
    """One cycle with everything that can be said of it.

    Attributes:
        menses: The bleed it begins with.
        ovulation: Observed, or estimated where the length allows; None where nothing can be said.
        phases: Spans that follow one another from the onset; days nothing can be said of are left
            out.
    """

    cycle: Cycle
    menses: Bleed
    ovulation: Ovulation | None
    phases: tuple[PhaseSpan, ...]


@dataclass(frozen=True, slots=True)
class CycleReading:
    """What can and cannot be said on a day, oldest cycle first."""

    today: date
    bleeds: tuple[Bleed, ...]
    cycles: tuple[ReadCycle, ...]
    questions: tuple[OpenQuestion, ...]
    oddities: tuple[Oddity, ...]
    outlook: Outlook
    evidence: StageEvidence
