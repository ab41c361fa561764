"""How the numbers of a report come about, in brief, with the published sources."""

from collections.abc import Collection
from typing import Final

from journal.analysis.quartiles import FEWEST_DAYS
from journal.analysis.report.choices import PartCode
from journal.connection.bids import FEWEST_ANSWERS

METHOD: Final = "How this was worked out"
EVERYTHING: Final = (
    "Every number comes from one person’s own notes. A day that is not noted is left out, and "
    f"nothing is filled in. No middle is given of fewer than {FEWEST_DAYS} days."
)
PHASES: Final = (
    "A cycle is counted from the first day of flow, which is day 1; spotting starts none. A phase "
    "is observed where recorded days show it, and estimated where ovulation was worked out from "
    "the length of cycles (Bull et al. 2019; Eisenlohr-Moul et al. 2017)."
)
STAGES: Final = (
    "Stages follow the bleeding criteria of STRAW+10 (Harlow et al. 2012; Harlow and Paramsothy "
    "2011). They are a reading of a diary, unreadable under hormones and after some operations, "
    "and the stage itself is only ever declared by the person."
)
BY_PHASE: Final = (
    "Medians by phase or stage count plain days, with how many in brackets. They do not say that "
    "phases or stages differ."
)
BIDS: Final = (
    "A bid is a moment that says who started it. A share is given from "
    f"{FEWEST_ANSWERS} answers on, with its 95 % interval (Wilson 1927); bids of one evening "
    "resemble each other, so it is a little less sure than that."
)
ACCOUNT: Final = (
    "The account adds the moments noted, fading from day to day. It is a picture of the notes, and "
    "no measure of a relationship."
)
FINDINGS: Final = (
    "Relations compare days with other days of the same person, and take account of a slow trend, "
    "the days of the week, the cycle, time apart, and that one day resembles the next. What is "
    "called sure holds although many were looked at (Benjamini and Hochberg 1995); its range "
    "allows for that, too (Benjamini and Yekutieli 2005)."
)
_CYCLIC: Final = frozenset(
    {PartCode.STANDING, PartCode.CYCLES, PartCode.BLEEDING, PartCode.BY_CYCLE}
)


def method_words(told: Collection[str]) -> tuple[str, ...]:
    """Say how the parts that are in a report were worked out."""
    said = [EVERYTHING]
    if not _CYCLIC.isdisjoint(told):
        said.append(PHASES)
    for code, words in (
        (PartCode.STAGE, STAGES),
        (PartCode.BY_CYCLE, BY_PHASE),
        (PartCode.BIDS, BIDS),
        (PartCode.ACCOUNT, ACCOUNT),
        (PartCode.FINDINGS, FINDINGS),
    ):
        if code in told:
            said.append(words)
    return tuple(said)
