"""More: about her, what she rates, contexts and stage, her own words, files in and out, privacy."""

from datetime import date

import streamlit as st

from journal.domain.catalogues import CatalogueName
from journal.domain.journal import Journal
from journal.domain.machine import PrivateMachine
from journal.views.about_you import about_you
from journal.views.catalogue_editor import catalogue_editor
from journal.views.context_editor import context_editor
from journal.views.private_section import private_section
from journal.views.stage_editor import stage_editor
from journal.views.state import Example, in_example, show_example

PRIVACY = """
Your journal is kept where Tending was set up to keep it: unless somebody changed that, one file on
this machine. Tending talks to no other computer. There is no account, no telemetry, and nothing
leaves unless you take it away.

Tending is no medical advice; nothing here is a diagnosis or advice on contraception or treatment.
"""


def render(
    journal: Journal,
    today: date,
    bring: st.Page,
    take: st.Page,
    *,
    share: st.Page | None = None,
    machine: PrivateMachine | None = None,
) -> None:
    """Lay out what is needed now and then.

    Args:
        journal: Hers, or an example.
        today: The date where she is.
        bring: The page that brings files along.
        take: The page that takes files along.
        share: The page that shares a part of it.
        machine: What her journal is kept on.
    """
    st.title("More", anchor=False)
    st.page_link(bring, label="Bring along from another app", icon=":material/upload_file:")
    st.page_link(take, label="Take along as files", icon=":material/download:")
    if share is not None:
        st.page_link(share, label="Share with somebody", icon=":material/share:")
    with st.expander("About you and what you rate", expanded=True):
        about_you(journal, today)
    with st.expander("Contexts: things that last a while"):
        context_editor(journal, today)
    with st.expander("Your menopause stage"):
        st.fragment(stage_editor)(journal, today)
    with st.expander("Your own words for moments"):
        catalogue_editor(journal, CatalogueName.MOMENTS)
    with st.expander("Your own words for signs"):
        catalogue_editor(journal, CatalogueName.SIGNS)
    with st.expander("What stays private"):
        st.markdown(PRIVACY)
    if machine is not None and not in_example():
        with st.expander("Private on this machine", key="private", on_change="rerun") as opened:
            if opened.open:
                private_section(journal, today, machine)
    if not in_example():
        st.button(
            "Look around in an example journal",
            key="more.example",
            icon=":material/menu_book:",
            on_click=show_example,
            args=(Example.CHANGE,),
        )
