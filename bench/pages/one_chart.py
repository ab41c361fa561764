"""The floor for a page with a chart: one Plotly figure of a year, built once per process."""

import gc

import plotly.graph_objects as go
import streamlit as st

POINTS = 365


@st.cache_resource
def figure() -> go.Figure:
    """Build the figure once, and freeze what was imported for it."""
    line = go.Scatter(x=list(range(POINTS)), y=[n * 7 % 11 for n in range(POINTS)], mode="lines")
    drawn = go.Figure(line)
    gc.collect()
    gc.freeze()
    return drawn


st.plotly_chart(figure(), config={"showSendToCloud": False})
