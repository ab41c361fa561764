"""Moments of connection, how bids were met, the account, and what was felt in the body."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from journal.analysis.account import account
from journal.analysis.bids import bid_overview
from journal.analysis.report.choices import PART_NAMES, PartCode
from journal.analysis.report.parts import Block, ReportPart, Table, lines
from journal.analysis.report.source import ReportSource
from journal.analysis.review.moments import Pair, ReviewMoments, review_moments
from journal.connection.account_bands import BandKind
from journal.domain.labels import counted
from journal.domain.ranges import DateRange

MOST_ROWS: Final = 12
OTHERS: Final = "Others"


def moments_part(source: ReportSource) -> ReportPart:
    """Count moments, who started them, and which kinds they were."""
    found = _counted(source)
    now = found.now
    blocks: list[Block] = []
    if now.moments or now.from_partner:
        blocks += lines(
            f"{counted(now.moments, 'moment')} noted on {counted(now.days, 'day')}.",
            f"Your partner noted {now.from_partner:,} more." if now.from_partner else "",
            _started(source),
            _apart(source),
        )
        blocks += _table("Moments by group", ("Group", "Moments"), found.groups)
    return ReportPart(PartCode.MOMENTS, PART_NAMES[PartCode.MOMENTS], tuple(blocks))


def bids_part(source: ReportSource) -> ReportPart:
    """Draw how bids were met, each share with its interval."""
    found = bid_overview(source.journal, source.range_, source.reading, source.today)
    answers = found.toward.made.of + found.toward.received.of
    blocks: tuple[Block, ...] = (found,) if answers else ()
    return ReportPart(PartCode.BIDS, PART_NAMES[PartCode.BIDS], blocks)


def account_part(source: ReportSource) -> ReportPart:
    """Draw the account, without what she leaves out of the report."""
    found = account(source.journal, source.range_, source.today)
    chosen = source.choices
    shown = {
        BandKind.APART: chosen.has(PartCode.MOMENTS, PartCode.CONTEXTS),
        BandKind.NOTED: chosen.has(PartCode.CONTEXTS),
        BandKind.STRESS: "stress" in chosen.ratings,
    }
    found = replace(found, bands=tuple(one for one in found.bands if shown[one.band.kind]))
    blocks: tuple[Block, ...] = (found,) if found.days else ()
    return ReportPart(PartCode.ACCOUNT, PART_NAMES[PartCode.ACCOUNT], blocks)


def felt_part(source: ReportSource) -> ReportPart:
    """Count the days of each sensation."""
    found = _counted(source).felt
    blocks = tuple(_table("Days of each sensation", ("Where and what", "Days"), found))
    return ReportPart(PartCode.FELT, PART_NAMES[PartCode.FELT], blocks)


def _counted(source: ReportSource) -> ReviewMoments:
    range_ = source.range_
    return review_moments(
        source.journal, range_, DateRange(range_.start, range_.start), source.today
    )


def _started(source: ReportSource) -> str:
    starts = _counted(source).now.starts
    if not starts.own.of:
        return ""
    return (
        f"Who started, of {counted(starts.own.of, 'moment')} that say: you {starts.own.part:,}, "
        f"your partner {starts.partner.part:,}, both of you {starts.both.part:,}."
    )


def _apart(source: ReportSource) -> str:
    days = source.events.apart_days
    return f"Apart on {counted(days, 'day')}." if days else ""


def _table(title: str, columns: tuple[str, str], pairs: Sequence[Pair]) -> Iterator[Table]:
    """Give the largest; what there is no room for is counted."""
    found = [pair for pair in pairs if pair.now]
    rows = [(pair.name or OTHERS, pair.now) for pair in found[:MOST_ROWS]]
    if rest := found[MOST_ROWS:]:
        rows.append((f"{counted(len(rest), 'more')}, each no larger", sum(one.now for one in rest)))
    if rows:
        yield Table(title, columns, tuple(rows))
