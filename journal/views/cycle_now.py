"""The cycle that is going on: on a wheel and on a line, and what may come next."""

from datetime import date

import streamlit as st

from journal.charts.cycle_line_words import cycle_line_chart
from journal.charts.cycle_wheel_words import cycle_wheel_chart
from journal.cycle.forecast import Forecast
from journal.cycle.forecast_words import HOW_KNOWN, forecast_sentences, silence_words
from journal.cycle.ovulation_words import also_words, how_known_words, likely_words
from journal.cycle.phase_words import BASIS_EXPLANATIONS, PHASE_EXPLANATIONS, PHASE_NAMES
from journal.cycle.reading import CycleReading, CycleRecord
from journal.cycle.standing import LONG_OPEN_CYCLE_DAYS
from journal.views.chart_card import chart_card
from journal.views.explained import explained
from journal.views.words import literal


def now_section(record: CycleRecord, reading: CycleReading, today: date) -> None:
    """Show the open cycle with its forecast, or say why there is none."""
    if not _says_something(reading, today):
        _outlook(record, reading, today)
        return
    chart_card(cycle_wheel_chart(reading), key="cycle.wheel", today=today)
    _phases_explained()
    _outlook(record, reading, today)
    _ovulation(reading, today)
    chart_card(cycle_line_chart(reading), key="cycle.line", today=today)


def _says_something(reading: CycleReading, today: date) -> bool:
    """Say whether a cycle is open that a number of the day still says something of."""
    newest = reading.cycles[-1].cycle if reading.cycles else None
    return (
        newest is not None and newest.is_open and (today - newest.onset).days < LONG_OPEN_CYCLE_DAYS
    )


def _outlook(record: CycleRecord, reading: CycleReading, today: date) -> None:
    with st.container(border=True, key="card_outlook"):
        st.header("What may come", anchor=False)
        if isinstance(reading.outlook, Forecast):
            *said, disclaimer = forecast_sentences(reading.outlook, today)
            st.markdown(literal(" ".join(said)))
            st.caption(literal(disclaimer))
        else:
            situation = record.settings.situation
            st.markdown(literal(silence_words(reading.outlook, today, situation)))
        explained("How this is worked out", HOW_KNOWN, key="cycle.forecast_explained")


def _ovulation(reading: CycleReading, today: date) -> None:
    """Say when ovulation was in the open cycle, and how that is known."""
    newest = reading.cycles[-1] if reading.cycles else None
    if newest is None or not newest.cycle.is_open or newest.ovulation is None:
        return
    with st.container(border=True, key="card_ovulation"):
        st.header("Ovulation", anchor=False)
        said = [likely_words(newest.ovulation, today), also_words(newest.ovulation, today)]
        st.markdown(literal(" ".join(words for words in said if words)))
        paragraphs = how_known_words(newest.ovulation)
        explained("How this is known", paragraphs, key="cycle.ovulation_explained")


def _phases_explained() -> None:
    phases = [
        f"{PHASE_NAMES[phase]}. {known.text} ({known.source})"
        for phase, known in PHASE_EXPLANATIONS.items()
    ]
    paragraphs = [*BASIS_EXPLANATIONS.values(), *phases]
    explained("What the phases mean", paragraphs, key="cycle.phases_explained")
