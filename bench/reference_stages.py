"""Menopause stages beside bleeding records whose answer is written in words.

`*.json` holds records, alone or under `cases`: `lengths` of consecutive cycles, `days_since_last`
onset, `age`, `flags` of what makes bleeding unreadable, and the `stage`, whose first words count:
"-1 (open gap of 60 d counts)". A record without `days_since_last` was read on its sixth day.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, Final

from bench.reference_result import Compared
from journal.cycle.cycles import Cycle
from journal.cycle.onsets import Bleed
from journal.cycle.stage_evidence import Finding, StageEvidence, Unreadable
from journal.cycle.stage_rules import stage_evidence
from journal.domain.contexts import Context, ContextKind
from journal.domain.owner_settings import OwnerSettings
from journal.domain.stages import Stage

TODAY: Final = date(2026, 11, 22)
DAYS_SINCE_LAST: Final = 5
LONG_AGO: Final = timedelta(days=2000)
UNREADABLE: Final = "not stageable"
TOO_FEW: Final = "not enough data"
NONE: Final = "none"
REPRODUCTIVE: Final = "reproductive"
# What an answer begins with, and what the engine may say to it; the longest beginning counts.
ANSWERS: Final[Mapping[str, frozenset[str]]] = {
    "reproductive": frozenset({REPRODUCTIVE}),
    "-3": frozenset({REPRODUCTIVE}),
    "-2 by the letter": frozenset({REPRODUCTIVE}),
    "variable": frozenset({NONE}),
    "-2": frozenset({Stage.EARLY_TRANSITION.value}),
    "-1": frozenset({Stage.LATE_TRANSITION.value}),
    "not -1": frozenset({REPRODUCTIVE, Stage.EARLY_TRANSITION.value, TOO_FEW}),
    "+1b": frozenset({Stage.EARLY_POSTMENOPAUSE_B.value}),
    "+1c": frozenset({Stage.EARLY_POSTMENOPAUSE_C.value}),
    "+2": frozenset({Stage.LATE_POSTMENOPAUSE.value}),
    "do not stage": frozenset({NONE, UNREADABLE}),
    "not stageable": frozenset({UNREADABLE}),
    "not enough": frozenset({TOO_FEW}),
}
# Words that may stand in a flag, and what she would note in the journal.
FLAGS: Final[Mapping[str, ContextKind]] = {
    "ovaries removed": ContextKind.OVARIES_REMOVED,
    "oophorectomy": ContextKind.OVARIES_REMOVED,
    "hysterectomy": ContextKind.HYSTERECTOMY_OVARIES_KEPT,
    "ablation": ContextKind.ABLATION,
    "pill": ContextKind.HORMONAL_CONTRACEPTION,
    "iud": ContextKind.HORMONAL_CONTRACEPTION,
    "contracepti": ContextKind.HORMONAL_CONTRACEPTION,
    "hrt": ContextKind.HORMONE_THERAPY,
    "mht": ContextKind.HORMONE_THERAPY,
    "hormone therapy": ContextKind.HORMONE_THERAPY,
    "chemo": ContextKind.CHEMOTHERAPY,
    "radio": ContextKind.CHEMOTHERAPY,
    "tamoxifen": ContextKind.CHEMOTHERAPY,
    "gnrh": ContextKind.MEDICAL_MENOPAUSE,
    "pcos": ContextKind.PCOS,
    "amenorrh": ContextKind.HYPOTHALAMIC_AMENORRHOEA,
    "pregnan": ContextKind.PREGNANCY,
    "breastfe": ContextKind.BREASTFEEDING,
    "lactat": ContextKind.BREASTFEEDING,
}


def compare_stages(folder: Path) -> Iterator[Compared]:
    """Compare every file of a folder that holds such records."""
    for path in sorted(folder.glob("*.json")):
        differences: list[str] = []
        cells = unread = 0
        for place, case in enumerate(_cases(path), start=1):
            expected = _answer(str(case["stage"]))
            if expected is None:
                unread += 1
                continue
            cells += 1
            found = _said(_evidence(case))
            if found not in expected:
                differences.append(f"record {place}: {case['stage']} there, {found} here")
        note = f"{unread} answers not understood" if unread else ""
        yield Compared(path.name, cells, tuple(differences), note)


def _cases(path: Path) -> Sequence[Mapping[str, Any]]:
    read = json.loads(path.read_text(encoding="utf-8"))
    return read if isinstance(read, list) else read["cases"]


def _answer(words: str) -> frozenset[str] | None:
    begins = [start for start in ANSWERS if words.lower().startswith(start)]
    return ANSWERS[max(begins, key=len)] if begins else None


def _evidence(case: Mapping[str, Any]) -> StageEvidence:
    lengths: Sequence[int] = case.get("lengths", ())
    since = case.get("days_since_last", DAYS_SINCE_LAST if lengths else None)
    onsets = [] if since is None else _onsets(lengths, since)
    cycles = [Cycle(*pair) for pair in pairwise(onsets)] + [Cycle(onset) for onset in onsets[-1:]]
    age = case.get("age")
    return stage_evidence(
        bleeds=[Bleed(onset, onset, starts_cycle=True) for onset in onsets],
        cycles=cycles,
        contexts=[Context(_kind(flag), TODAY - LONG_AGO) for flag in case.get("flags", ())],
        settings=OwnerSettings(birth_year=None if age is None else TODAY.year - age),
        declared=None,
        today=TODAY,
    )


def _onsets(lengths: Sequence[int], days_since_last: int) -> list[date]:
    last = TODAY - timedelta(days=days_since_last)
    back = accumulate(reversed(lengths), initial=0)
    return sorted(last - timedelta(days=days) for days in back)


def _kind(flag: str) -> ContextKind:
    named = (kind for words, kind in FLAGS.items() if words in flag.lower())
    return next(named, ContextKind.NOT_RECORDED)


def _said(evidence: StageEvidence) -> str:
    """Say in the words of the answers what the engine found."""
    if evidence.stage is not None:
        undivided = evidence.stage is Stage.LATE_REPRODUCTIVE
        return REPRODUCTIVE if undivided else evidence.stage.value
    reasons = {item.because for item in evidence.criteria}
    if evidence.contexts or {Unreadable.CONTEXT, Unreadable.SITUATION} & reasons:
        return UNREADABLE
    if any(item.finding is Finding.MET for item in evidence.criteria):
        return NONE
    return TOO_FEW if Unreadable.TOO_FEW_CYCLES in reasons else REPRODUCTIVE
