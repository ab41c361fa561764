"""The cycles so far as a list: length, bleeding, ovulation and what it rests on, completeness."""

import html
from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st

from journal.analysis.cycle_history import CycleRow
from journal.charts.theme import phase_colour
from journal.cycle.basis import Basis
from journal.cycle.cycles import CycleEnd
from journal.cycle.ovulation import Ovulation
from journal.cycle.ovulation_words import basis_words
from journal.domain.labels import counted, date_words, span_words
from journal.views.chart_card import shade_on_screen
from journal.views.components import load_style

_STYLE: Final = load_style("cycle_history")
WITHOUT_LENGTH: Final = {
    CycleEnd.CONTEXT: "no length: something else began",
    CycleEnd.NOT_RECORDED: "no length: a period was not recorded",
}


def cycle_list(rows: Sequence[CycleRow]) -> None:
    """Show the cycles, in the order given."""
    items = "".join(_item(row) for row in rows)
    st.html(f'{_STYLE}<ol class="cycle-history">{items}</ol>')


def _item(row: CycleRow) -> str:
    facts = html.escape(" · ".join(_facts(row)))
    return (
        f'<li><p class="when"><span>{html.escape(_when(row))}</span>'
        f'<span class="length">{html.escape(_length(row))}</span></p>'
        f"{_bar(row)}"
        f'<p class="facts">{facts}</p></li>'
    )


def _when(row: CycleRow) -> str:
    if row.read.cycle.is_open:
        return f"Since {date_words(row.range_.start)}"
    return span_words(row.range_)


def _length(row: CycleRow) -> str:
    cycle = row.read.cycle
    if cycle.is_open:
        return f"day {len(row.range_)}, still open"
    if cycle.length_days is None:
        return WITHOUT_LENGTH[cycle.ended_by]
    return counted(cycle.length_days, "day")


def _facts(row: CycleRow) -> list[str]:
    return [
        f"bleeding on {counted(row.read.menses.flow_days, 'day')}",
        _ovulation(row.read.ovulation, row.range_.start),
        f"something recorded on {row.recorded_days} of {counted(len(row.range_), 'day')}",
    ]


def _ovulation(found: Ovulation | None, onset: date) -> str:
    if found is None:
        return "ovulation not known"
    day = (found.date - onset).days + 1
    return f"ovulation about day {day}, {basis_words(found.sign)}"


def _bar(row: CycleRow) -> str:
    """Draw the phases up to today as one bar; the facts below say the same in words."""
    shade = shade_on_screen()
    parts = []
    at = row.range_.start
    for span in row.read.phases:
        if not at <= span.range_.start < row.range_.end:
            continue
        parts.append(_part((span.range_.start - at).days, "transparent", Basis.OBSERVED))
        until = min(span.range_.end, row.range_.end)
        days = (until - span.range_.start).days
        parts.append(_part(days, phase_colour(span.phase, shade), span.basis))
        at = until
    parts.append(_part((row.range_.end - at).days, "transparent", Basis.OBSERVED))
    return f'<div class="bar" aria-hidden="true">{"".join(parts)}</div>'


def _part(days: int, colour: str, basis: Basis) -> str:
    return f'<i class="{basis.value}" style="flex:{days} 0 0;--phase:{colour}"></i>' if days else ""
