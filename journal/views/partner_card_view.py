"""The partner's card: a preview as the partner would see it, its editor, and both counts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import streamlit as st

from journal.analysis.partner_card import COUNTED_OVER_DAYS, both_sides, partner_card
from journal.connection.partner_card import Card
from journal.connection.partner_card_words import (
    EMPTY_CARD,
    HOW_SEEN,
    SIDES_EXPLAINED,
    THINGS_HEADING,
    card_lines,
    counts_words,
)
from journal.cycle.reading import CycleReading
from journal.domain.catalogues import CatalogueName
from journal.domain.journal import Journal
from journal.domain.labels import CARD_PART_WORDS
from journal.domain.partner_card import (
    LONGEST_CARD_WORDS,
    LONGEST_THING,
    MOST_THINGS,
    CardPart,
    PartnerCard,
)
from journal.views.attempt import attempt
from journal.views.state import keep_in_step
from journal.views.words import literal

WORDS_KEY, PARTS_KEY, THING_KEY = "partner.words", "partner.parts", "partner.thing"
MOST_KINDS_SHOWN = 8


@st.fragment
def partner_card_view(journal: Journal, reading: CycleReading, today: date) -> None:
    """Show the card and let her say what is on it."""
    st.header("A card for my partner", anchor=False)
    st.caption(literal(HOW_SEEN))
    card_preview(partner_card(journal, reading, today))
    with st.expander("What is on the card"):
        _editor(journal, journal.settings().partner_card)
    _both_sides(journal, today)


def card_preview(card: Card) -> None:
    """Draw the card from what stands on it, and from nothing else."""
    with st.container(border=True, key="card_partner"):
        if not card:
            st.markdown(literal(EMPTY_CARD))
        for line in card_lines(card):
            st.markdown(literal(line))
        if card.things:
            st.markdown(f"**{literal(THINGS_HEADING)}**")
            st.markdown("\n".join(f"- {literal(thing)}" for thing in card.things))


def _editor(journal: Journal, card: PartnerCard) -> None:
    keep_in_step(WORDS_KEY, card.words)
    keep_in_step(PARTS_KEY, [part.value for part in CardPart if part in card.shows])
    st.text_area(
        "What I want to say (empty says nothing)",
        key=WORDS_KEY,
        max_chars=LONGEST_CARD_WORDS,
        on_change=_save,
        args=(journal, lambda kept: replace(kept, words=st.session_state[WORDS_KEY])),
    )
    with st.container(key="chips_partner_parts"):
        st.pills(
            "Also on the card",
            [part.value for part in CardPart],
            selection_mode="multi",
            format_func=lambda value: CARD_PART_WORDS[CardPart(value)],
            key=PARTS_KEY,
            on_change=_save,
            args=(journal, lambda kept: replace(kept, shows=_shown())),
        )
    _things(journal, card)


def _things(journal: Journal, card: PartnerCard) -> None:
    st.markdown(f"**{literal(THINGS_HEADING)}**")
    for place, thing in enumerate(card.things):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(literal(thing))
            st.button(
                "Remove",
                key=f"partner.remove.{place}",
                type="tertiary",
                on_click=_save,
                args=(journal, lambda kept, gone=thing: _without(kept, gone)),
            )
    if len(card.things) < MOST_THINGS:
        with st.form("partner.thing_form", border=False, clear_on_submit=True):
            st.text_input("Add a small thing", key=THING_KEY, max_chars=LONGEST_THING)
            st.form_submit_button("Add", on_click=_add, args=(journal,))


def _both_sides(journal: Journal, today: date) -> None:
    """Lay what each of the two noted side by side, once a partner noted anything."""
    noted = both_sides(journal, today)
    if not noted.partner:
        return
    catalogue = journal.catalogue(CatalogueName.MOMENTS)
    rows = [
        f"| {literal(catalogue.name(side.kind))} | {side.own:,} | {side.partner:,} |"
        for side in noted.kinds[:MOST_KINDS_SHOWN]
    ]
    with st.container(border=True, key="card_both_sides"):
        st.subheader("Noted by each of you", anchor=False)
        said = f"In the last {COUNTED_OVER_DAYS} days. {counts_words(noted)} {SIDES_EXPLAINED}"
        st.markdown(literal(said))
        st.markdown("\n".join(["| Moment | You | Your partner |", "|---|---:|---:|", *rows]))


def _shown() -> frozenset[CardPart]:
    return frozenset(CardPart(value) for value in st.session_state[PARTS_KEY])


def _without(card: PartnerCard, thing: str) -> PartnerCard:
    return replace(card, things=tuple(kept for kept in card.things if kept != thing))


def _add(journal: Journal) -> None:
    typed = st.session_state[THING_KEY].strip()
    if typed:
        _save(journal, lambda kept: replace(kept, things=_with(kept, typed)))


def _with(card: PartnerCard, thing: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*card.things, thing)))


def _save(journal: Journal, change: Callable[[PartnerCard], PartnerCard]) -> None:
    """Change the card as it is stored now, in whatever tab it was changed last."""
    attempt(
        lambda: journal.change_settings(
            lambda kept: replace(kept, partner_card=change(kept.partner_card))
        )
    )
