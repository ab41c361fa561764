"""Every case written from the published STRAW+10 text, its prose answer read as our values."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from journal.cycle.stage_evidence import Caution, Remark, StageEvidence
from journal.domain.contexts import Context, ContextKind
from journal.domain.stages import Stage
from tests.stage_builders import ago, evidence_for

CASES: list[Mapping[str, Any]] = json.loads(
    (Path(__file__).parent / "reference/stages/cases.json").read_text(encoding="utf-8")
)["cases"]
FLAGS = {
    "combined pill": ContextKind.HORMONAL_CONTRACEPTION,
    "hysterectomy": ContextKind.HYSTERECTOMY_OVARIES_KEPT,
}


@dataclass(frozen=True)
class Answer:
    """What a prose answer means in our values."""

    stage: Stage | None
    remark: Remark | None = None
    caution: Caution | None = None
    readable: bool = True


ANSWERS = {
    "reproductive": Answer(Stage.LATE_REPRODUCTIVE, Remark.REPRODUCTIVE),
    "-2 by the letter": Answer(Stage.LATE_REPRODUCTIVE, Remark.ONE_UNUSUAL_CYCLE),
    "-2": Answer(Stage.EARLY_TRANSITION),
    "reproductive / unconfirmed": Answer(Stage.LATE_REPRODUCTIVE, Remark.NOT_YET_PERSISTENT),
    "-1": Answer(Stage.LATE_TRANSITION),
    "not -1": Answer(Stage.LATE_REPRODUCTIVE, Remark.ONE_UNUSUAL_CYCLE),
    "+1b": Answer(Stage.EARLY_POSTMENOPAUSE_B),
    "+1c": Answer(Stage.EARLY_POSTMENOPAUSE_C),
    "do not stage": Answer(None, caution=Caution.GAPS_BEFORE_40),
    "not stageable by bleeding": Answer(None, readable=False),
}


def answer_to(words: str) -> Answer:
    """Find the longest beginning that is known: "-2 by the letter" before "-2"."""
    known = [start for start in ANSWERS if words.startswith(start)]
    return ANSWERS[max(known, key=len)]


def evidence_of(case: Mapping[str, Any]) -> StageEvidence:
    since = case.get("days_since_last", 5 if case["lengths"] else None)
    contexts = [Context(FLAGS[flag], ago(2000)) for flag in case.get("flags", ())]
    return evidence_for(case["lengths"], since, age=case["age"], contexts=contexts)


def test_there_are_cases_to_check() -> None:
    assert len(CASES) == 13


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["stage"])[:30])
def test_a_record_matches_the_stage_the_published_text_gives_it(case: Mapping[str, Any]) -> None:
    expected, found = answer_to(str(case["stage"])), evidence_of(case)
    assert expected.stage is found.stage
    assert expected.remark is None or expected.remark in found.remarks
    assert (expected.caution,) == (found.cautions or (None,))
    assert expected.readable is not bool(found.contexts)
