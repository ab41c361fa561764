"""What phases are called, and what each of them is; no words about how anybody feels in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from journal.cycle.basis import Basis
from journal.cycle.phases import Phase, PhaseSpan

PHASE_NAMES: Final[Mapping[Phase, str]] = MappingProxyType(
    {
        Phase.MENSTRUAL: "Menstrual days",
        Phase.FOLLICULAR: "Follicular phase",
        Phase.AROUND_OVULATION: "Around ovulation",
        Phase.LUTEAL: "Luteal phase",
        Phase.PREMENSTRUAL: "Premenstrual days",
    }
)
BASIS_NAMES: Final[Mapping[Basis, str]] = MappingProxyType(
    {Basis.OBSERVED: "observed", Basis.ESTIMATED: "estimated"}
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """One paragraph in plain words, and where it comes from."""

    text: str
    source: str


PHASE_EXPLANATIONS: Final[Mapping[Phase, Explanation]] = MappingProxyType(
    {
        Phase.MENSTRUAL: Explanation(
            "The days of your period, from its first day of flow to its last, as you recorded"
            " them. Spotting before the flow belongs to the days before. Where flow lasts on into"
            " the days around an observed ovulation, the menstrual days end there.",
            "First day of flow as day 1: Li et al. 2022; Nagpal et al. 2025 (PACTS)",
        ),
        Phase.FOLLICULAR: Explanation(
            "The days after your period and before the days around ovulation; a follicle ripens"
            " in an ovary. This part of the cycle varies most: counted from the first day of the"
            " period it took 16.9 days on average over 612,613 cycles, and 10 to 30 days in 95 of"
            " 100.",
            "Bull et al. 2019, npj Digital Medicine 2:83",
        ),
        Phase.AROUND_OVULATION: Explanation(
            "From two days before the day of ovulation to one day after it. A test, a rise in"
            " temperature or mucus points to that day to within a day or two; without such a sign"
            " it is estimated, and less certain. The four days are this journal's own choice. They"
            " are not meant for planning or avoiding pregnancy.",
            "This journal’s own choice",
        ),
        Phase.LUTEAL: Explanation(
            "The days after ovulation, until the premenstrual days begin. From ovulation to the"
            " next period it took 12.4 days on average over 612,613 cycles, and 7 to 17 days in 95"
            " of 100; it is not the same length in every cycle.",
            "Bull et al. 2019, npj Digital Medicine 2:83",
        ),
        Phase.PREMENSTRUAL: Explanation(
            "The last seven days before a period. In a cycle that has ended they are counted back"
            " from the first day of the period that followed. In the current cycle they are"
            " counted back from the likeliest day, and move if the period comes earlier or later.",
            "Days −7 to −1: Eisenlohr-Moul et al. 2017 (C-PASS)",
        ),
    }
)
BASIS_EXPLANATIONS: Final[Mapping[Basis, str]] = MappingProxyType(
    {
        Basis.OBSERVED: "Observed: these days rest on days you recorded.",
        Basis.ESTIMATED: (
            "Estimated: these days rest on an ovulation or a next period that was worked out,"
            " not recorded. They may lie some days earlier or later."
        ),
    }
)


def phase_words(span: PhaseSpan) -> str:
    """Name a phase together with what it rests on: "Luteal phase, estimated"."""
    return f"{PHASE_NAMES[span.phase]}, {BASIS_NAMES[span.basis]}"
