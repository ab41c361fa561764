"""A span of the record for a clinic, as FHIR: she chooses what is in it and sees how much."""

from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from journal.analysis.spans import Span
from journal.domain.journal import Journal
from journal.domain.labels import counted, span_words
from journal.exchange.fhir.bundle import ClinicFacts, clinic_facts, clinic_file, counts
from journal.exchange.fhir.observations import ClinicPart
from journal.views.explained import explained
from journal.views.own_dates import span_or_dates
from journal.views.words import literal

PART_WORDS: Final = {
    ClinicPart.CYCLE: "Bleeding and cycles",
    ClinicPart.BODY: "Temperature, tests and mucus",
    ClinicPart.RATINGS: "Ratings",
    ClinicPart.SLEEP: "Hours slept",
    ClinicPart.SIGNS: "Signs",
}
LONGEST_NAME: Final = 80
NEVER_IN_IT: Final = (
    "Not in it: notes, moments, how touch felt, sensations, spans of time such as a treatment, and "
    "declared stages."
)
WHAT_IT_IS: Final = (
    "FHIR is how clinics’ programs exchange records; this is a bundle of release R4, as JSON. "
    "Each entry has its date, our own code and, where there is one, the code of LOINC or SNOMED CT "
    "that says the same. All of it is marked as told by you, not found by a clinician. What you "
    "did not record is simply absent. The first day of your last period is in it even where it "
    "lies before the chosen time, and cycles only where they began and ended in it."
)
_SPANS: Final = (Span.THREE_MONTHS, Span.SIX_MONTHS, Span.ONE_YEAR, Span.THREE_YEARS, Span.ALL)


def clinic_section(journal: Journal, today: date) -> None:
    """Let her choose time, parts and what is said of her; show what it comes to, and offer it."""
    with st.container(border=True, key="card_clinic"):
        st.header("For a clinic", anchor=False)
        st.markdown(
            "One file that a clinic’s own program can read. Ask there whether they take a "
            "FHIR bundle; for people, a report is easier to read."
        )
        explained("What this file is", WHAT_IT_IS, key="clinic.explained")
        range_ = span_or_dates(journal, today, key="clinic.span", usual=Span.ONE_YEAR, spans=_SPANS)
        parts = _parts()
        name, birth_year = _about_her(journal)
        facts = clinic_facts(journal, range_, parts, today)
        how_many = _counts(facts)
        st.download_button(
            "Take the file for a clinic (FHIR)",
            data=partial(clinic_file, facts, name, birth_year),
            file_name=f"tending-clinic-{today.isoformat()}.json",
            mime="application/fhir+json",
            key="clinic.file",
            disabled=not how_many,
            on_click="ignore",
            width="stretch",
        )
        st.caption(f"{NEVER_IN_IT} It goes to your downloads and nowhere else.")


def _parts() -> frozenset[ClinicPart]:
    with st.container(key="chips_clinic_parts"):
        chosen = st.pills(
            "What is in it",
            [part.value for part in ClinicPart],
            selection_mode="multi",
            format_func=lambda value: PART_WORDS[ClinicPart(value)],
            default=[part.value for part in ClinicPart],
            key="clinic.parts",
        )
    return frozenset(ClinicPart(value) for value in chosen)


def _about_her(journal: Journal) -> tuple[str, int | None]:
    """Ask what of her is in it; nothing unless she says so, and neither is kept."""
    name = st.text_input(
        "A name on it, if you like",
        max_chars=LONGEST_NAME,
        placeholder="Without a name",
        key="clinic.name",
    )
    born = journal.settings().birth_year
    if born is None:
        return name, None
    return name, born if st.toggle(f"With my birth year, {born}", key="clinic.birth_year") else None


def _counts(facts: ClinicFacts) -> int:
    """Say how much each part comes to, and return how much all of them do."""
    found = counts(facts)
    total = sum(found.values())
    if not total:
        st.info("Nothing of this is recorded in the chosen time.")
        return 0
    st.markdown(literal(f"{counted(total, 'entry', 'entries')}, {span_words(facts.range_)}:"))
    lines = [f"- {PART_WORDS[part]}: {count:,}" for part, count in found.items()]
    st.markdown("\n".join(lines))
    return total
