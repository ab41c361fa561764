"""What goes into a report: two presets over the same parts, and every part on or off."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from journal.domain.ranges import DateRange

LONGEST_NAME: Final = 80


class PartCode(StrEnum):
    """A part she can leave out; completeness, what is left out and the method always stand."""

    STANDING = "standing"
    STAGE = "stage"
    CYCLES = "cycles"
    BLEEDING = "bleeding"
    RATINGS = "ratings"
    BY_CYCLE = "by_cycle"
    SIGNS = "signs"
    MOMENTS = "moments"
    BIDS = "bids"
    ACCOUNT = "account"
    FELT = "felt"
    FINDINGS = "findings"
    CONTEXTS = "contexts"


PART_NAMES: Final = {
    PartCode.STANDING: "Where you stand",
    PartCode.STAGE: "Menopause stage",
    PartCode.CYCLES: "Lengths of cycles",
    PartCode.BLEEDING: "Bleeding",
    PartCode.RATINGS: "Ratings over time",
    PartCode.BY_CYCLE: "Ratings by cycle or stage",
    PartCode.SIGNS: "Signs",
    PartCode.MOMENTS: "Moments of connection",
    PartCode.BIDS: "Bids",
    PartCode.ACCOUNT: "The account",
    PartCode.FELT: "The body",
    PartCode.FINDINGS: "What goes with what",
    PartCode.CONTEXTS: "What was going on",
}


class Preset(StrEnum):
    """Who a report is for."""

    COACH = "coach"
    CLINICIAN = "clinician"


PRESET_NAMES: Final = {Preset.COACH: "A coach", Preset.CLINICIAN: "A clinician"}
PRESET_PARTS: Final = {
    Preset.COACH: frozenset(
        {
            *(PartCode.STANDING, PartCode.RATINGS, PartCode.BY_CYCLE, PartCode.SIGNS),
            *(PartCode.MOMENTS, PartCode.BIDS, PartCode.ACCOUNT, PartCode.FELT),
            *(PartCode.FINDINGS, PartCode.CONTEXTS),
        }
    ),
    Preset.CLINICIAN: frozenset(
        {
            *(PartCode.STANDING, PartCode.STAGE, PartCode.CYCLES, PartCode.BLEEDING),
            *(PartCode.RATINGS, PartCode.BY_CYCLE, PartCode.SIGNS, PartCode.CONTEXTS),
        }
    ),
}


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """What she wants in a report.

    Attributes:
        range_: Its days, none of them after today.
        ratings: Those that may be told of anywhere, in the order of the scales.
        name: As she wants to be called in it; empty where she names nobody.
        reader: Whom it is for, in her words; likewise.
        tell_birth_year: Her year of birth stands in it, if the journal knows it.
    """

    range_: DateRange
    parts: frozenset[PartCode]
    ratings: tuple[str, ...]
    name: str = ""
    reader: str = ""
    tell_birth_year: bool = False

    def has(self, *codes: PartCode) -> bool:
        """Say whether any of these parts goes in."""
        return any(code in self.parts for code in codes)
