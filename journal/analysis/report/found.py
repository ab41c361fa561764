"""What goes with what: what is sure, with its interval, and how much was looked at."""

from collections.abc import Iterator, Mapping
from typing import Final

from journal.analysis.relations.answers import Finding, Sureness
from journal.analysis.relations.measure_words import spoken
from journal.analysis.relations.questions import (
    APART,
    BALANCE,
    BIDS_MET,
    BIDS_UNMET,
    MOMENTS,
    ChangeQuestion,
    ChangeSource,
    CycleWholeQuestion,
    CycleWindowQuestion,
    ModerationQuestion,
    Question,
    RelationQuestion,
)
from journal.analysis.relations.size_words import Unit
from journal.analysis.relations.waiting_words import looked_at_words
from journal.analysis.relations.words import finding_words
from journal.analysis.report.choices import PART_NAMES, PartCode, ReportChoices
from journal.analysis.report.parts import (
    Block,
    FindingsDrawn,
    Paragraph,
    ReportPart,
    lines,
    listed,
)
from journal.analysis.report.source import LongFindings, ReportSource
from journal.domain.days import SIGN_PREFIX
from journal.domain.labels import counted
from journal.domain.ratings import RATINGS

MOST_FINDINGS: Final = 10
NOTHING_SURE: Final = "Nothing here is sure. That is an answer too."
WHAT_SURE_MEANS: Final = (
    "Of what is called sure, about one in twenty may still be chance; the ranges allow for the "
    "number looked at. It says what goes together, and nothing about what leads to what."
)
# What is told only where one of its parts goes in.
_OF_PART: Final = {
    MOMENTS: (PartCode.MOMENTS,),
    BIDS_MET: (PartCode.BIDS,),
    BIDS_UNMET: (PartCode.BIDS,),
    BALANCE: (PartCode.ACCOUNT,),
    APART: (PartCode.CONTEXTS,),
}
_OF_CHANGE: Final[Mapping[ChangeSource, tuple[PartCode, ...]]] = {
    ChangeSource.CONTEXT_START: (PartCode.CONTEXTS,),
    ChangeSource.CONTEXT_END: (PartCode.CONTEXTS,),
    ChangeSource.SEVERAL: (PartCode.CONTEXTS,),
    ChangeSource.STAGE: (PartCode.STANDING, PartCode.STAGE),
}
_CYCLIC: Final = (PartCode.STANDING, PartCode.CYCLES, PartCode.BLEEDING, PartCode.BY_CYCLE)


def findings_part(source: ReportSource, known: LongFindings | None) -> ReportPart:
    """Say what is sure, the largest first; nothing where nothing could be looked at."""
    code = PartCode.FINDINGS
    if known is None or not (known.found.asked or known.found.not_yet):
        return ReportPart(code, PART_NAMES[code], ())
    return ReportPart(code, f"{PART_NAMES[code]}, over {known.span}", (*_blocks(source, known),))


def _blocks(source: ReportSource, known: LongFindings) -> Iterator[Block]:
    yield from lines(looked_at_words(known.found))
    if not known.found.asked:
        return
    sure = known.found.of(Sureness.SURE)
    told = tuple(one for one in sure if _may_tell(one.answer.question, source.choices))
    shown = told[:MOST_FINDINGS]
    if not sure:
        yield from lines(NOTHING_SURE)
    yield from lines(_left_words(len(sure) - len(told), len(told) - len(shown)))
    yield from listed(tuple(finding_words(one, known.names) for one in shown))
    drawn = tuple(one for one in shown if _is_drawn(one, known))
    if drawn:
        yield FindingsDrawn(drawn, known.found, known.names)
    yield Paragraph(WHAT_SURE_MEANS, quiet=True)


def _left_words(hidden: int, more: int) -> str:
    said = []
    if hidden:
        verb = "concerns" if hidden == 1 else "concern"
        said.append(f"{hidden:,} of the sure ones {verb} what is left out of this report.")
    if more:
        said.append(f"The {MOST_FINDINGS} largest are told; {counted(more, 'sure one')} more not.")
    return " ".join(said)


def _is_drawn(one: Finding, known: LongFindings) -> bool:
    """Say whether it is on the scale of the ratings, with a direction."""
    outcome = spoken(one.answer.question.outcome, known.names)
    return one.low is not None and outcome.unit is Unit.POINT


def _may_tell(question: Question, choices: ReportChoices) -> bool:
    """Say whether a question asks of nothing that is left out."""
    measures, parts = [question.outcome], tuple[PartCode, ...]()
    match question:
        case CycleWholeQuestion() | CycleWindowQuestion():
            parts = _CYCLIC
        case ChangeQuestion():
            parts = _OF_CHANGE.get(question.change.source, ())
        case ModerationQuestion():
            measures += [question.exposure, question.moderator]
        case RelationQuestion():
            measures += [question.exposure]
    return (not parts or choices.has(*parts)) and all(_is_in(one, choices) for one in measures)


def _is_in(measure: str, choices: ReportChoices) -> bool:
    if measure in RATINGS:
        return measure in choices.ratings
    if measure.startswith(SIGN_PREFIX):
        return choices.has(PartCode.SIGNS)
    return measure not in _OF_PART or choices.has(*_OF_PART[measure])
