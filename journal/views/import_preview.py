"""What an import would do, before it is done; nothing from the file is ever read as markup."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from journal.domain.catalogues import CatalogueName
from journal.domain.days import SIGN_PREFIX
from journal.domain.journal import ReadableJournal
from journal.domain.labels import counted, date_words, listed
from journal.domain.ratings import RATINGS
from journal.exchange.importing.dated_rows import DATES_OPEN
from journal.exchange.importing.parsed import LEAVE_OUT, NotCarried, Parsed
from journal.exchange.importing.planning import Conflict, ImportPlan
from journal.exchange.importing.removed import Removed
from journal.views.words import literal, literal_start

_MOST_LISTED: Final = 30
_LONGEST_VALUE: Final = 80
_VOWELS: Final = frozenset("AEIOaeio")
# What can be removed, as the history names it, in the order of the sentence that counts it.
_REMOVED_NAMES: Final = {
    "moment": ("moment", "moments"),
    "day": ("entry of a day", "entries of days"),
    "context": ("context", "contexts"),
    "stage": ("stage", "stages"),
    "cycle_answer": ("answer", "answers"),
    "intention": ("intention", "intentions"),
}
_FIELD_NAMES: Final = {
    "not_my_period": "Not my period",
    "temperature_c": "Waking temperature",
    "temperature_disturbed": "Disturbed reading",
    "sleep_hours": "Hours slept",
    "lh_test": "Ovulation test",
}


def show_plan(journal: ReadableJournal, parsed: Parsed, plan: ImportPlan) -> None:
    """Say what was understood and what would change."""
    with st.container(key="bring_plan"):
        st.markdown(literal(understood(parsed, plan)))
        for remark in parsed.remarks:
            st.markdown(literal(remark))
        if plan.range:
            st.markdown(counts_table(plan))
        if plan.removed:
            st.markdown(removed_words(plan.removed))
        _show_conflicts(journal, plan.conflicts)
        _show_not_carried(plan.not_carried)


def wants_back(plan: ImportPlan, *, key: str) -> bool:
    """Ask whether what she removed shall come back, where the file has something of it."""
    if not plan.removed:
        return False
    return st.toggle("Bring back what I removed", key=f"{key}.bring_back")


def removed_words(removed: Removed) -> str:
    """Say what becomes of what she removed; every word is ours."""
    counts = [
        counted(removed.counts[entity], one, many)
        for entity, (one, many) in _REMOVED_NAMES.items()
        if entity in removed.counts
    ]
    single = sum(removed.counts.values()) == 1
    if removed.come_back:
        return f"{listed(counts)} you removed {'comes' if single else 'come'} back."
    return f"{listed(counts)} you removed {'stays' if single else 'stay'} removed."


def nothing_new(plan: ImportPlan) -> str:
    """Say that an import would change nothing."""
    what = "Everything else" if plan.removed else "Everything"
    return f"{what} this file could bring is in your journal already."


def understood(parsed: Parsed, plan: ImportPlan) -> str:
    """Say in one sentence what the file is."""
    file = f"This is {'an' if parsed.format[0] in _VOWELS else 'a'} {parsed.format} file"
    if plan.range is None:
        return f"{file}{_why_empty(parsed)}"
    start, last = date_words(plan.range.start), date_words(plan.range.last)
    span = f"of {start}" if start == last else f"from {start} to {last}"
    counts = {"day": plan.days, "moment": plan.moments}
    found = (counted(count, noun) for noun, count in counts.items() if count)
    return f"{file} with {next(found, 'what lasts a while')}, {span}."


def _why_empty(parsed: Parsed) -> str:
    """Say why there is nothing, or what has to be answered before there can be."""
    if any(item.why == DATES_OPEN for item in parsed.not_carried):
        return ". It needs one answer of yours first: how its dates are written."
    if any(question.default == LEAVE_OUT for question in parsed.questions):
        return ". It has no day the journal could record until you say what its words mean."
    return ", and it has no day the journal could record."


def counts_table(plan: ImportPlan) -> str:
    """Lay out what would happen, contexts only where the file has some; every word is ours."""
    rows = [
        ("New days", plan.new_days),
        ("Days that gain something", plan.changed_days),
        ("Days that stay the same", plan.same_days),
        ("Days where the two differ", plan.conflict_days),
        ("New moments", plan.new_moments),
        ("Moments already here", plan.known_moments),
    ]
    lasting = plan.lasting
    seldom = [
        ("New contexts", lasting.new_contexts),
        ("Contexts that gain their last day", lasting.ended_contexts),
        ("Contexts already here", lasting.known_contexts),
        ("New stages, answers and intentions", lasting.new),
        ("Stages, answers and intentions already here", lasting.known),
        ("New words of your own", len(plan.batch.entries)),
    ]
    rows += [(words, count) for words, count in seldom if count]
    lines = [f"| {words} | {count:,} |" for words, count in rows]
    return "\n".join(["| In this file | How many |", "|:---|---:|", *lines])


def _show_conflicts(journal: ReadableJournal, conflicts: Sequence[Conflict]) -> None:
    if not conflicts:
        return
    with st.expander(f"Where your journal and the file differ ({len(conflicts):,})"):
        lines = [
            literal(
                f"{date_words(conflict.day)}, {_field_words(journal, conflict.field)}: your "
                f"journal says {_short(conflict.mine)}, the file {_short(conflict.theirs)}"
            )
            for conflict in conflicts[:_MOST_LISTED]
        ]
        _list(lines, len(conflicts))


def _show_not_carried(not_carried: Sequence[NotCarried]) -> None:
    if not not_carried:
        return
    with st.expander(f"What does not come along ({len(not_carried):,})", expanded=True):
        lines = [
            f"{literal_start(item.what)} {literal(f'({item.count:,}×): {item.why}.')}"
            for item in not_carried[:_MOST_LISTED]
        ]
        _list(lines, len(not_carried))


def _list(lines: Sequence[str], total: int) -> None:
    more = [f"and {total - len(lines):,} more"] if total > len(lines) else []
    st.markdown("\n".join(f"- {line}" for line in [*lines, *more]))


def _field_words(journal: ReadableJournal, name: str) -> str:
    if name.startswith(SIGN_PREFIX):
        return journal.catalogue(CatalogueName.SIGNS).name(name.removeprefix(SIGN_PREFIX))
    if name in RATINGS:
        return RATINGS[name].name
    return _FIELD_NAMES.get(name, name.replace("_", " ").capitalize())


def _short(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    words = " ".join(str(value).replace("_", " ").split())
    return f"“{words[:_LONGEST_VALUE]}{'…' if len(words) > _LONGEST_VALUE else ''}”"
