"""What goes with what: how many relations were looked at, and what came of them."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from journal.analysis.relations.answers import Finding, Findings, Sureness
from journal.analysis.relations.measure_words import measure_name
from journal.analysis.relations.method_words import HOW_WORKED_OUT
from journal.analysis.relations.scope import ALL, MOMENTS_AND_BIDS, SIGNS, scopes, within
from journal.analysis.relations.waiting_words import (
    far_words,
    is_close,
    looked_at_words,
    waiting_words,
)
from journal.analysis.relations.words import finding_words, question_code
from journal.analysis.spans import Span
from journal.charts.chart import Chart
from journal.charts.relations_forest_words import forest_charts
from journal.domain.journal import Journal
from journal.views.chart_card import chart_card
from journal.views.come_into_view import come_into_view
from journal.views.explained import explained
from journal.views.findings_kept import KeptFindings, kept_findings
from journal.views.patterns_finding_card import finding_card, what_is_behind
from journal.views.replies_placed import (
    PageReplies,
    replies_under_chart,
    replies_under_finding,
)
from journal.views.span_choice import span_choice
from journal.views.words import literal

SPAN_KEY: Final = "patterns.span"
SCOPE_KEY: Final = "patterns.scope"
CHANCE_KEY: Final = "patterns.chance"
ALL_KEY: Final = "patterns.all_of"
# Shorter spans cannot bear a question: it takes 45 days.
SPANS: Final = (Span.THREE_MONTHS, Span.ONE_YEAR, Span.THREE_YEARS, Span.ALL)
MOST_CARDS: Final = 8
MOST_LINES: Final = 40
SCOPE_NAMES: Final = {ALL: "All", SIGNS: "Signs", MOMENTS_AND_BIDS: "Moments"}
SHOW_CHANCE: Final = "Show what may be chance"
TAP_A_ROW: Final = "Tap a row of the picture to see the days behind it; tap it again to close them."
NOTHING_SURE: Final = "Nothing here is sure. That is an answer too."


def findings_section(journal: Journal, today: date, written: PageReplies | None = None) -> None:
    """Show the findings of a span; they are worked out once for each change of the record."""
    kept = kept_findings(journal, today, span_choice(SPAN_KEY, Span.THREE_YEARS, SPANS))
    st.markdown(f"**{literal(looked_at_words(kept.found))}**")
    explained("How this is worked out", HOW_WORKED_OUT, key="patterns.explained")
    if not kept.found.answered and not kept.found.not_yet:
        st.markdown("Rate your mood, note a moment or a sign, and patterns appear here with time.")
        return
    shown = within(kept.found, _scope(kept))
    cards = partial(_cards, kept=kept, today=today, written=written)
    cards("Sure", shown.of(Sureness.SURE))
    chance = _chance(shown)
    if chance:
        cards("May be chance", shown.of(Sureness.LIKELY))
    for chart in _forest(shown, kept, chance=chance):
        _forest_card(chart, kept, today)
        replies_under_chart(written, chart)
    hardly, unclear = shown.of(Sureness.HARDLY), shown.of(Sureness.UNCLEAR)
    _lines("Hardly differs", len(hardly), _sentences(hardly, kept), "patterns.hardly")
    still_open = len(unclear) + len(shown.not_yet)
    _lines("Cannot tell yet", still_open, _open_lines(shown, kept), "patterns.unclear")


def _scope(kept: KeptFindings) -> str:
    """Let her choose what the findings are about."""
    with st.container(key="chips_patterns_scope"):
        chosen = st.pills(
            "About",
            scopes(kept.found),
            format_func=lambda scope: SCOPE_NAMES.get(scope) or measure_name(scope, {}),
            default=ALL,
            key=SCOPE_KEY,
            required=True,
            persist_state="session",
        )
    return chosen or ALL


def _chance(shown: Findings) -> bool:
    """Offer what may be chance, where there is any; off until she asks."""
    count = len(shown.of(Sureness.LIKELY))
    if not count:
        return False
    return st.toggle(f"{SHOW_CHANCE} ({count})", key=CHANCE_KEY, persist_state="session")


def _forest(shown: Findings, kept: KeptFindings, *, chance: bool) -> list[Chart]:
    kinds = (Sureness.SURE, Sureness.HARDLY, *([Sureness.LIKELY] if chance else []))
    return forest_charts(shown.of(*kinds), kept.found, kept.record.names)


@st.fragment
def _forest_card(chart: Chart, kept: KeptFindings, today: date) -> None:
    """Show a picture of relations, and below it what is behind the row she tapped."""
    if not chart.empty:
        st.caption(TAP_A_ROW)
    key = f"patterns.{chart.key}"
    tapped = chart_card(chart, key=key, today=today, tappable=True)
    found = (one for one in kept.found.answered if question_code(one.answer.question) == tapped)
    for finding in found:
        with st.container(key=f"{key}.behind", border=True):
            come_into_view(key=f"{key}.{tapped}")
            st.markdown(f"**{literal(finding_words(finding, kept.record.names))}**")
            what_is_behind(finding, kept.record, today, key=f"{key}.{tapped}")


def _cards(
    title: str,
    some: Sequence[Finding],
    *,
    kept: KeptFindings,
    today: date,
    written: PageReplies | None,
) -> None:
    """List findings to tap, the largest first; more than a screenful only where she asks."""
    st.header(title, anchor=False)
    if not some:
        st.markdown(NOTHING_SURE)
        return
    st.caption("Tap one to see the days behind it.")

    def show(shown: Sequence[Finding]) -> None:
        for finding in shown:
            finding_card(finding, kept.record, today)
            replies_under_finding(written, finding, kept.record.names)

    show(some[:MOST_CARDS])
    if len(some) > MOST_CARDS and st.toggle(
        f"Show all {len(some)}", key=f"{ALL_KEY}.{title}", persist_state="session"
    ):
        show(some[MOST_CARDS:])


@st.fragment
def _lines(title: str, count: int, lines: Sequence[str], key: str) -> None:
    """List sentences that need no picture, written only while they are open."""
    if not lines:
        return
    opened = st.expander(f"{title} ({count:,})", key=key, on_change="rerun")
    if not opened.open:
        return
    with opened:
        st.markdown("\n".join(f"- {literal(line)}" for line in lines[:MOST_LINES]))
        if len(lines) > MOST_LINES:
            st.caption(
                f"And {len(lines) - MOST_LINES:,} more; choose what it is about to see fewer."
            )


def _sentences(some: Sequence[Finding], kept: KeptFindings) -> list[str]:
    return [finding_words(finding, kept.record.names) for finding in some]


def _open_lines(shown: Findings, kept: KeptFindings) -> list[str]:
    """Say what is not known: first what needs the fewest days more."""
    close = [one for one in shown.not_yet if is_close(one)]
    far = len(shown.not_yet) - len(close)
    return [
        *(waiting_words(one, kept.record.names) for one in close),
        *_sentences(shown.of(Sureness.UNCLEAR), kept),
        *([far_words(far)] if far else []),
    ]
