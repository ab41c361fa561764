"""Moments of connection, how bids were met, the account, and what was felt in the body."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from journal.analysis.account import account
from journal.analysis.bids import bid_overview
from journal.analysis.noted import noted_in
from journal.analysis.report.choices import PART_NAMES, PartCode
from journal.analysis.report.parts import Block, ReportPart, Table, lines
from journal.analysis.report.source import ReportSource
from journal.analysis.sensations import felt_in
from journal.connection.account_bands import BandKind
from journal.connection.bids import Starts, bids
from journal.domain.catalogues import CatalogueName
from journal.domain.labels import counted
from journal.domain.moments import Author
from journal.domain.tallies import MomentTally

MOST_ROWS: Final = 12
OTHERS: Final = "Others"


def moments_part(source: ReportSource) -> ReportPart:
    """Count moments, who started them, and which kinds they were."""
    noted = noted_in(source.journal, source.range_)
    own = noted.where(lambda sort: sort.manner.author is Author.OWNER)
    moments, from_partner = int(own.sum()), int((~own).sum())
    blocks: list[Block] = []
    if moments or from_partner:
        tallies = noted.tallies(source.range_.start)
        days = len(np.unique(noted.days[own]))
        blocks += lines(
            f"{counted(moments, 'moment')} noted on {counted(days, 'day')}.",
            f"Your partner noted {from_partner:,} more." if from_partner else "",
            _started(bids(tallies).own.starts),
            _apart(source.events.apart_days) if source.choices.has(PartCode.CONTEXTS) else "",
        )
        blocks += _table("Moments by group", ("Group", "Moments"), _groups(source, tallies))
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
        BandKind.APART: chosen.has(PartCode.CONTEXTS),
        BandKind.NOTED: chosen.has(PartCode.CONTEXTS),
        BandKind.STRESS: "stress" in chosen.ratings,
    }
    found = replace(found, bands=tuple(one for one in found.bands if shown[one.band.kind]))
    blocks: tuple[Block, ...] = (found,) if found.days else ()
    return ReportPart(PartCode.ACCOUNT, PART_NAMES[PartCode.ACCOUNT], blocks)


def felt_part(source: ReportSource) -> ReportPart:
    """Count the days of each sensation."""
    felt = felt_in(source.journal, source.range_, source.today).sensations
    pairs = [(at.words, at.days) for at in felt]
    blocks = tuple(_table("Days of each sensation", ("Where and what", "Days"), pairs))
    return ReportPart(PartCode.FELT, PART_NAMES[PartCode.FELT], blocks)


def _started(starts: Starts) -> str:
    if not starts.own.of:
        return ""
    return (
        f"Who started, of {counted(starts.own.of, 'moment')} that say: you {starts.own.part:,}, "
        f"your partner {starts.partner.part:,}, both of you {starts.both.part:,}."
    )


def _apart(days: int) -> str:
    return f"Apart on {counted(days, 'day')}." if days else ""


def _groups(source: ReportSource, tallies: Sequence[MomentTally]) -> list[tuple[str, int]]:
    """Count her moments by group of the catalogue, the largest first."""
    entries = source.journal.catalogue(CatalogueName.MOMENTS).entries
    counts: Counter[str] = Counter()
    for tally in tallies:
        if tally.author is Author.OWNER:
            entry = entries.get(tally.kind)
            counts[entry.group if entry and entry.group else OTHERS] += tally.count
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _table(
    title: str, columns: tuple[str, str], pairs: Sequence[tuple[str, int]]
) -> Iterator[Table]:
    """Give the largest; what there is no room for is counted."""
    rows = list(pairs[:MOST_ROWS])
    if rest := len(pairs) - len(rows):
        together = sum(count for _, count in pairs[MOST_ROWS:])
        rows.append((f"{rest:,} more, each no larger; together", together))
    if rows:
        yield Table(title, columns, tuple(rows))
