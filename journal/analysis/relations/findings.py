"""A page of findings: every answer with how sure it is, once it is counted how many were asked.

1. Over all answers together those are *sure* that pass the line of Benjamini & Hochberg (1995):
   with p in growing order, all up to the last rank k of m with p ≤ q · k / m. Of what a page calls
   sure, one in twenty is then false at most, on average over pages.
2. They are shown with intervals of the level 1 − q · sure / m, so that also of the intervals that
   are shown one in twenty is wrong at most (Benjamini & Yekutieli 2005); such an interval leaves
   out zero exactly where the answer is sure.
3. All others have intervals of 95 %. Where one lies within half a point of zero the outcome *hardly
   differs*; a count has no scale on which half of one is little, and is never said to. Nor is what
   a moderator changes: all that the days before leave behind may be less than half a point.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from journal.analysis.day_memory_mixture import intervals
from journal.analysis.relations.answers import (
    FALSE_SHARE,
    HARDLY_POINTS,
    USUAL_LEVEL,
    Answer,
    Finding,
    Findings,
    NotYet,
    Reply,
    Sureness,
)
from journal.analysis.relations.daily import SIGN_LEVELS
from journal.analysis.relations.questions import SLEEP_HOURS, ModerationQuestion
from journal.domain.days import SIGN_PREFIX
from journal.domain.ratings import HIGHEST, LOWEST, RATINGS

_ORDER: Final = {sureness: place for place, sureness in enumerate(Sureness)}
RATING_SCALE: Final = HIGHEST - LOWEST
SIGN_SCALE: Final = SIGN_LEVELS - 1


def findings(replies: Sequence[Reply]) -> Findings:
    """Judge all replies of a page together."""
    answers = [reply for reply in replies if isinstance(reply, Answer)]
    sure = _sure([answer.p for answer in answers])
    share = FALSE_SHARE * sum(sure) / len(answers) if answers else 0.0
    levels = [1 - share if is_sure else USUAL_LEVEL for is_sure in sure]
    found = [
        _finding(answer, level, ends, sure=is_sure)
        for answer, level, ends, is_sure in zip(
            answers, levels, _intervals(answers, levels), sure, strict=True
        )
    ]
    waiting = [reply for reply in replies if isinstance(reply, NotYet)]
    return Findings(tuple(sorted(found, key=_rank)), tuple(sorted(waiting, key=_missing)))


def alone(answer: Answer) -> Finding:
    """Judge an answer to a single question she asked herself: nothing else is counted beside it."""
    return findings([answer]).answered[0]


def _sure(ps: Sequence[float]) -> list[bool]:
    """Say which pass the line of Benjamini & Hochberg."""
    if not ps:
        return []
    found = np.array(ps)
    line = FALSE_SHARE * np.arange(1, len(ps) + 1) / len(ps)
    below = np.flatnonzero(np.sort(found) <= line)
    if not len(below):
        return [False] * len(ps)
    # As many as that, and those with the very same p.
    last = float(np.sort(found)[below[-1]])
    return [p <= last for p in ps]


def _intervals(
    answers: Sequence[Answer], levels: Sequence[float]
) -> list[tuple[float | None, float | None]]:
    told = [
        (place, answer.effect.mixture)
        for place, answer in enumerate(answers)
        if answer.effect is not None
    ]
    ends = intervals([mixture for _, mixture in told], [levels[place] for place, _ in told])
    found: list[tuple[float | None, float | None]] = [(None, None)] * len(answers)
    for (place, _), (low, high) in zip(told, ends, strict=True):
        found[place] = low, high
    return found


def _finding(
    answer: Answer, level: float, ends: tuple[float | None, float | None], *, sure: bool
) -> Finding:
    low, high = ends
    if sure:
        sureness = Sureness.SURE
    elif low is not None and high is not None and _is_little(answer, low, high):
        sureness = Sureness.HARDLY
    elif answer.p < FALSE_SHARE:
        sureness = Sureness.LIKELY
    else:
        sureness = Sureness.UNCLEAR
    return Finding(answer, sureness, level, low, high)


def _is_little(answer: Answer, low: float, high: float) -> bool:
    if isinstance(answer.question, ModerationQuestion):
        return False
    outcome = answer.question.outcome
    has_scale = outcome in RATINGS or outcome == SLEEP_HOURS or outcome.startswith(SIGN_PREFIX)
    return has_scale and low > -HARDLY_POINTS and high < HARDLY_POINTS


def _rank(found: Finding) -> tuple[int, float, float]:
    """Return what findings are sorted by: kind, then size as a share of the scale, then p."""
    answer = found.answer
    scale = SIGN_SCALE if answer.question.outcome.startswith(SIGN_PREFIX) else RATING_SCALE
    size = abs(answer.estimate or 0.0) / scale
    return _ORDER[found.sureness], -size, answer.p


def _missing(waiting: NotYet) -> tuple[bool, int]:
    """Return the most that is missing of one thing; what more days would not help comes last."""
    return not waiting.lacks, max((lack.missing for lack in waiting.lacks), default=0)
