"""The whole of a report: the parts she chose, what is left out, and how it was worked out."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from journal.analysis.report.choices import PART_NAMES, PartCode, ReportChoices
from journal.analysis.report.closeness import account_part, bids_part, felt_part, moments_part
from journal.analysis.report.cycles import bleeding_part, cycles_part
from journal.analysis.report.found import findings_part
from journal.analysis.report.method_words import METHOD, method_words
from journal.analysis.report.parts import Fact, Paragraph, Report, ReportPart, lines, listed
from journal.analysis.report.ratings import by_cycle_part, completeness_part, ratings_part
from journal.analysis.report.signs import signs_part
from journal.analysis.report.source import LongFindings, ReportSource, report_source
from journal.analysis.report.standing import contexts_part, stage_part, standing_part
from journal.analysis.review.notes import ReviewNote
from journal.analysis.review.words import NO_ADVICE, WHO_WORDS, note_words
from journal.analysis.spans import rating_choices
from journal.cycle.age import age_in
from journal.domain.journal import ReadableJournal
from journal.domain.labels import counted, date_words, span_words
from journal.domain.labels import listed as sentence_list
from journal.domain.ratings import RATINGS

TITLE: Final = "A report from a private journal"
NOTHING: Final = (
    "Nothing is recorded in these days. What is noted in the journal is gathered here, whenever "
    "it comes."
)
LEFT_OUT: Final = "What is left out"
NOTES: Final = "Notes"
_MAKERS: Final = (
    (PartCode.STANDING, standing_part),
    (PartCode.STAGE, stage_part),
    (PartCode.CYCLES, cycles_part),
    (PartCode.BLEEDING, bleeding_part),
    (PartCode.RATINGS, ratings_part),
    (PartCode.BY_CYCLE, by_cycle_part),
    (PartCode.SIGNS, signs_part),
    (PartCode.MOMENTS, moments_part),
    (PartCode.BIDS, bids_part),
    (PartCode.ACCOUNT, account_part),
    (PartCode.FELT, felt_part),
    (PartCode.CONTEXTS, contexts_part),
)


def report(
    journal: ReadableJournal,
    choices: ReportChoices,
    today: date,
    *,
    notes: Sequence[ReviewNote] = (),
    known: LongFindings | None = None,
) -> Report:
    """Make a report.

    Args:
        journal: Whose it is.
        choices: What goes in.
        today: The last day that counts.
        notes: Those she chose; none are in it otherwise.
        known: The findings of a longer record; they take longest, and are made elsewhere.
    """
    source = report_source(journal, choices, today)
    return Report(
        title=TITLE,
        made_on=today,
        name=choices.name.strip(),
        facts=tuple(_facts(source)),
        about=f"{_who_words(choices)} {NO_ADVICE}",
        parts=tuple(_parts(source, notes, known)),
    )


def _who_words(choices: ReportChoices) -> str:
    name = choices.name.strip()
    return f"“You” is {name}, who keeps this journal." if name else WHO_WORDS


def _facts(source: ReportSource) -> Iterator[Fact]:
    choices, range_ = source.choices, source.range_
    if choices.name.strip():
        yield Fact("Kept by", choices.name.strip())
    year = source.record.settings.birth_year
    if choices.tell_birth_year and year is not None:
        age = age_in(source.today, year)
        turns = "" if age is None else f", {counted(age, 'year')} old in {source.today.year}"
        yield Fact("Born in", f"{year}{turns}")
    if choices.reader.strip():
        yield Fact("For", choices.reader.strip())
    yield Fact("Days", f"{span_words(range_)}, {counted(len(range_), 'day')}")
    yield Fact("Made on", date_words(source.today))


def _parts(
    source: ReportSource, notes: Sequence[ReviewNote], known: LongFindings | None
) -> Iterator[ReportPart]:
    complete = completeness_part(source)
    made = [make(source) for code, make in _MAKERS if source.choices.has(code)]
    if source.choices.has(PartCode.FINDINGS):
        made.insert(
            -1 if source.choices.has(PartCode.CONTEXTS) else len(made), findings_part(source, known)
        )
    told = [part for part in made if part.blocks]
    yield complete if told or notes else ReportPart(complete.code, complete.title, lines(NOTHING))
    yield from told
    if notes:
        yield ReportPart("notes", NOTES, listed(tuple(map(note_words, notes))))
    yield _left_out(source, {part.code for part in told}, len(notes))
    how = method_words({part.code for part in told})
    yield ReportPart("method", METHOD, tuple(Paragraph(words, quiet=True) for words in how))


def _left_out(source: ReportSource, told: set[str], notes: int) -> ReportPart:
    """List what is not in it: what she left out, what is not recorded, and what never is."""
    return ReportPart("left_out", LEFT_OUT, listed(tuple(_left_items(source, told, notes))))


def _left_items(source: ReportSource, told: set[str], notes: int) -> Iterator[str]:
    choices = source.choices
    off = [_small(PART_NAMES[code]) for code in PartCode if code not in choices.parts]
    if off:
        yield f"Left out by choice: {sentence_list(off)}."
    without = [
        RATINGS[code].name.lower()
        for code in rating_choices(source.journal, source.range_)
        if code not in choices.ratings
    ]
    if without:
        yield f"Ratings left out by choice: {sentence_list(without)}."
    empty = [
        _small(PART_NAMES[code]) for code in PartCode if code in choices.parts and code not in told
    ]
    if empty:
        yield f"Nothing to tell yet: {sentence_list(empty)}."
    yield (
        f"Notes: {counted(notes, 'chosen note')}, and no other." if notes else "Notes: none are in."
    )
    if not choices.name.strip() or not choices.tell_birth_year:
        unsaid = [
            *([] if choices.name.strip() else ["the name"]),
            *([] if choices.tell_birth_year else ["the year of birth"]),
        ]
        yield f"Of the person: {sentence_list(unsaid)}."


def _small(name: str) -> str:
    return f"{name[0].lower()}{name[1:]}"
