"""What the reader of a grant sees: a report over what passes, with nothing else to draw on.

The owner's preview and the file are both written from it, so that they cannot differ.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from journal.analysis.partner_card import partner_card
from journal.analysis.relations.ask import ask
from journal.analysis.relations.asked import usual_questions
from journal.analysis.relations.daily import daily_record
from journal.analysis.relations.findings import findings
from journal.analysis.report.choices import PartCode, ReportChoices
from journal.analysis.report.parts import Block, Fact, Paragraph, Report, ReportPart, lines, listed
from journal.analysis.report.report import report
from journal.analysis.report.source import LongFindings
from journal.analysis.review.notes import ReviewNote
from journal.analysis.review.review import review
from journal.analysis.review.spans import own_dates
from journal.analysis.review.words import NO_ADVICE, WHO_WORDS, compared_words, review_parts
from journal.connection.partner_card_words import THINGS_HEADING, card_lines
from journal.cycle.engine import read_cycles
from journal.cycle.record import load_cycle_record
from journal.domain.grants import LONGEST_COMMENT, MomentsShown, Passes
from journal.domain.journal import ReadableJournal
from journal.domain.labels import counted, date_words, span_words
from journal.domain.ranges import DateRange
from journal.domain.ratings import RATINGS
from journal.domain.texts import storable
from journal.sharing.granted import GrantedJournal

TITLE: Final = "Shared from a private journal"
FROM_HER: Final = "A word beforehand"
NEWER: Final = "The newer half of these days"
NOTHING: Final = "Nothing is shared: no day lies within the dates, or nothing is switched on."
CARD: Final = "Today"
CARD_CODE: Final = "card"
EMPTY_CARD: Final = "Nothing is on the card today."
CARD_ALONE: Final = "This is a card for you, in the words of whoever keeps the journal."
ONLY_THIS: Final = "All of it is worked out from the days and the parts shared here, and no others."
# Two weeks beside two weeks: the review compares no fewer.
FEWEST_DAYS_COMPARED: Final = 28
_COMPARED: Final = frozenset({"changed", "held", "unclear", "too_few", "signs"})


@dataclass(frozen=True, slots=True)
class ShareWish:
    """What she wants to hand over.

    Attributes:
        recipient: Whom it is for, in her words.
        comment: What she wants to say beforehand; may be empty.
        key: Names the grant where there is one.
    """

    recipient: str
    passes: Passes
    comment: str = ""
    key: str = ""


def shared_view(
    journal: ReadableJournal, wish: ShareWish, today: date, *, known: LongFindings | None = None
) -> Report:
    """Return exactly what the reader sees on a day.

    Args:
        journal: Whose it is.
        wish: What is handed over.
        today: The day of the reader.
        known: What `shared_findings` said of the same; worked out where it is not given.
    """
    granted = GrantedJournal(journal, wish.passes, today, key=wish.key)
    span = reader_span(wish.passes, today)
    # The one thing that is not read through the grant: she made the card to be seen as it stands.
    card = (_card_part(journal, today),) if wish.passes.card else ()
    parts = tuple(_parts(granted, wish.passes, known)) if span else ()
    said = ReportPart("nothing", "What is shared", lines(NOTHING))
    about = f"{WHO_WORDS} {ONLY_THIS} {NO_ADVICE}" if span or not card else CARD_ALONE
    return Report(
        title=TITLE,
        made_on=today,
        name="",
        facts=tuple(_facts(wish, span, today)),
        about=about,
        parts=(*_from_her(wish.comment), *card, *(parts or (() if card else (said,)))),
    )


def reader_span(passes: Passes, today: date) -> DateRange:
    """Return the dates of which something is shown on a day; a card shows none."""
    span = passes.span(today)
    recorded = not replace(passes, card=False).nothing
    return span if recorded else DateRange(span.start, span.start)


def shared_findings(journal: ReadableJournal, wish: ShareWish, today: date) -> LongFindings | None:
    """Return what goes with what in what passes; None where findings do not, or nothing does."""
    shown = wish.passes.findings and reader_span(wish.passes, today)
    granted = GrantedJournal(journal, wish.passes, today, key=wish.key)
    return _findings(granted) if shown else None


def passing_parts(passes: Passes) -> frozenset[PartCode]:
    """Return the parts of a report that what passes can fill."""
    parts: set[PartCode] = set()
    if passes.ratings:
        parts.add(PartCode.RATINGS)
    if passes.cycle:
        parts |= {PartCode.STANDING, PartCode.STAGE, PartCode.CYCLES, PartCode.BLEEDING}
        parts |= {PartCode.BY_CYCLE} if passes.ratings else set()
    if passes.signs:
        parts.add(PartCode.SIGNS)
    if passes.moments is not MomentsShown.NONE:
        parts.add(PartCode.MOMENTS)
    if passes.moments is MomentsShown.IN_DETAIL:
        parts |= {PartCode.BIDS, PartCode.ACCOUNT, PartCode.FELT}
    if passes.contexts:
        parts.add(PartCode.CONTEXTS)
    if passes.findings:
        parts.add(PartCode.FINDINGS)
    return frozenset(parts)


def _facts(wish: ShareWish, span: DateRange, today: date) -> Iterator[Fact]:
    if wish.recipient.strip():
        yield Fact("For", " ".join(wish.recipient.split()))
    if span:
        yield Fact("Days", f"{span_words(span)}, {counted(len(span), 'day')}")
    yield Fact("Made on", date_words(today))


def _from_her(comment: str) -> tuple[ReportPart, ...]:
    said = storable(comment).strip()[:LONGEST_COMMENT]
    return (ReportPart("from_her", FROM_HER, lines(said)),) if said else ()


def _card_part(journal: ReadableJournal, today: date) -> ReportPart:
    """Write down the partner's card as it stands, from what she put on it and nothing else."""
    reading = read_cycles(load_cycle_record(journal, today), today)
    card = partner_card(journal, reading, today)
    blocks: list[Block] = [*lines(*card_lines(card))]
    if card.things:
        blocks += [Paragraph(f"{THINGS_HEADING}:"), *listed(card.things)]
    return ReportPart(CARD_CODE, CARD, tuple(blocks) or lines(EMPTY_CARD))


def _parts(
    granted: GrantedJournal, passes: Passes, known: LongFindings | None
) -> Iterator[ReportPart]:
    """Yield the parts; the reading ends with the last day that passes, as does what is known."""
    span, until = granted.span, granted.span.last
    choices = ReportChoices(
        range_=span,
        parts=passing_parts(passes),
        ratings=tuple(code for code in RATINGS if code in passes.ratings),
    )
    notes = [ReviewNote(day.isoformat(), day, note) for day, note in granted.marked_notes(span)]
    if not passes.findings:
        known = None
    elif known is None:
        known = _findings(granted)
    made = report(granted, choices, until, notes=notes, known=known)
    first, *rest = made.parts
    yield first  # how complete it is
    yield from _newer_half(granted)
    yield from rest


def _newer_half(granted: GrantedJournal) -> Iterator[ReportPart]:
    """Lay the newer half of the days beside the older."""
    span = granted.span
    if len(span) < FEWEST_DAYS_COMPARED:
        return
    half = len(span) // 2
    newer = DateRange.last_days(half, span.last)
    record = load_cycle_record(granted, span.last)
    spans = own_dates(newer)
    made = review(granted, record, read_cycles(record, span.last), spans)
    said = [part for part in review_parts(made) if part.code in _COMPARED]
    if made.nothing or not said:
        return
    blocks: list[Block] = [*lines(f"{span_words(newer)}. {compared_words(spans)}")]
    for part in said:
        blocks += [Paragraph(f"{part.title}:"), *lines(*part.lines), *listed(part.items)]
    yield ReportPart("newer_half", NEWER, tuple(blocks))


def _findings(granted: GrantedJournal) -> LongFindings:
    record = load_cycle_record(granted, granted.span.last)
    daily = daily_record(granted, read_cycles(record, granted.span.last), granted.span)
    return LongFindings(
        findings(ask(daily, usual_questions(daily))), daily.names, "the days shared here"
    )
