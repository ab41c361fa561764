"""How a measure is spoken of: as what differs, and as what it differs with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from journal.analysis.relations.answers import Contrast
from journal.analysis.relations.questions import (
    APART,
    BALANCE,
    BIDS_MET,
    BIDS_UNMET,
    MOMENTS,
    SLEEP_HOURS,
    Timing,
)
from journal.analysis.relations.size_words import Unit, number_words
from journal.domain.days import SIGN_PREFIX
from journal.domain.ratings import RATINGS

# Longer names of her own would push the numbers out of the sentence; tables have them whole.
LONGEST_NAME: Final = 22


@dataclass(frozen=True, slots=True)
class Spoken:
    """How a measure is spoken of as what differs.

    Attributes:
        subject: As a sentence begins, in small letters: "your mood".
        noun: Without an owner: "mood".
        unit: What one of it is.
        up: What more of it is called: "higher".
        down: What less of it is called.
    """

    subject: str
    noun: str
    unit: Unit = Unit.POINT
    up: str = "higher"
    down: str = "lower"

    def way(self, size: float) -> str:
        """Name the direction of a difference."""
        return self.up if size > 0 else self.down


_COUNTED: Final = {
    MOMENTS: Spoken("the number of moments", "the number of moments", Unit.COUNT),
    BIDS_MET: Spoken("the number of bids met", "the number of bids met", Unit.COUNT),
    BIDS_UNMET: Spoken("the number of bids not met", "the number of bids not met", Unit.COUNT),
    BALANCE: Spoken("your account", "the account", Unit.COUNT),
    APART: Spoken("the share of days apart", "the share of days apart", Unit.SHARE),
    SLEEP_HOURS: Spoken("your sleep", "sleep", Unit.HOUR, "longer", "shorter"),
}
_NAMES: Final = {
    MOMENTS: "Moments",
    BIDS_MET: "Bids met",
    BIDS_UNMET: "Bids not met",
    BALANCE: "Account, the evening before",
    APART: "Time apart",
    SLEEP_HOURS: "Hours of sleep",
}
_ONE_MORE: Final = {
    MOMENTS: ("moment", "moments"),
    BIDS_MET: ("bid met", "bids met"),
    BIDS_UNMET: ("bid not met", "bids not met"),
}
_HIGHER: Final = {SLEEP_HOURS: "longer sleep", BALANCE: "a higher account"}
_WHEN: Final = {
    APART: "on days apart",
    SLEEP_HOURS: "after {thing}",
    BALANCE: "with {thing} the evening before",
}


def spoken(measure: str, names: Mapping[str, str]) -> Spoken:
    """Return how a measure is spoken of; what she named stands in quotation marks."""
    if measure in RATINGS:
        noun = RATINGS[measure].name.lower()
        return Spoken(f"your {noun}", noun)
    if (counted := _COUNTED.get(measure)) is not None:
        return counted
    quoted = quoted_name(measure, names)
    return Spoken(quoted, quoted, Unit.STEP, "stronger", "weaker")


def measure_name(measure: str, names: Mapping[str, str]) -> str:
    """Name a measure for a list or a table: "Mood", "Headache"."""
    if measure in RATINGS:
        return RATINGS[measure].name
    return _NAMES.get(measure) or names.get(measure) or _of_code(measure)


def quoted_name(measure: str, names: Mapping[str, str]) -> str:
    """Write a name of the catalogue or of hers as it stands in a sentence."""
    return f"“{shortened(measure_name(measure, names))}”"


def shortened(name: str, longest: int = LONGEST_NAME) -> str:
    """Cut a long name where a sentence would drown in it."""
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"


def contrast_words(measure: str, names: Mapping[str, str], contrast: Contrast | None) -> str:
    """Name what is compared, as a thing: "stress of 7 rather than 3", "one more moment"."""
    if measure in RATINGS or measure in _HIGHER:
        return _values_words(measure, names, contrast)
    if measure == APART:
        return "time apart"
    if measure not in _ONE_MORE:
        return quoted_name(measure, names)
    one, many = _ONE_MORE[measure]
    more = 1.0 if contrast is None else contrast.size
    return f"one more {one}" if more == 1 else f"{number_words(more)} more {many}"


def when_words(
    measure: str, names: Mapping[str, str], contrast: Contrast | None, timing: Timing
) -> str:
    """Say on which days: "when stress is 7 rather than 3", "on the days after one more moment"."""
    thing = contrast_words(measure, names, contrast)
    if timing is Timing.DAYS_AFTER:
        return f"on the days after {thing}"
    if measure in RATINGS:
        noun = spoken(measure, names).noun
        return f"when {noun} is {_values(contrast) if contrast else 'higher'}"
    return _WHEN[measure].format(thing=thing) if measure in _WHEN else f"on days with {thing}"


def _values_words(measure: str, names: Mapping[str, str], contrast: Contrast | None) -> str:
    if contrast is None:
        return _HIGHER.get(measure) or f"higher {spoken(measure, names).noun}"
    if measure == BALANCE:
        return f"an account of {contrast.high:.1f} rather than {contrast.low:.1f}"
    if measure == SLEEP_HOURS:
        high, low = number_words(contrast.high), number_words(contrast.low)
        return f"{high} hours of sleep rather than {low}"
    return f"{spoken(measure, names).noun} of {_values(contrast)}"


def _values(contrast: Contrast) -> str:
    return f"{number_words(contrast.high)} rather than {number_words(contrast.low)}"


def _of_code(measure: str) -> str:
    return measure.removeprefix(SIGN_PREFIX).replace("_", " ").capitalize()
