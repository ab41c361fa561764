"""How far back a picture looks."""

from collections.abc import Sequence

import streamlit as st

from journal.analysis.spans import SPAN_NAMES, USUAL_SPAN, Span


def span_choice(key: str, usual: Span = USUAL_SPAN, spans: Sequence[Span] = tuple(Span)) -> str:
    """Offer the spans; the choice stays while she looks at other pages."""
    with st.container(key=f"choice_span_{key.replace('.', '_')}"):
        chosen = st.segmented_control(
            "How far back",
            [span.value for span in spans],
            format_func=lambda value: SPAN_NAMES[Span(value)],
            default=usual.value,
            key=key,
            required=True,
            persist_state="session",
            width="stretch",
        )
    return chosen or usual.value
