"""One column of a table of hers: what stands in it, and what she says it means."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, Literal, TypeAlias

import streamlit as st

from journal.domain.csv_mapping import (
    NO,
    YES,
    ColumnUse,
    CsvMapping,
    DateOrder,
    Holds,
)
from journal.domain.labels import (
    BLEEDING_WORDS,
    LH_TEST_WORDS,
    MUCUS_WORDS,
    PARTNER_WORDS,
    STRENGTH_WORDS,
    TOUCH_WORDS,
    date_words,
    listed,
)
from journal.domain.ratings import HIGHEST, LOWEST, RATINGS
from journal.exchange.importing.mapped_csv_dates import day_in
from journal.exchange.importing.mapped_csv_seen import ColumnSeen
from journal.views.state import keep_in_step
from journal.views.words import literal

Change: TypeAlias = Callable[[CsvMapping], CsvMapping]
Save: TypeAlias = Callable[[Change], None]
Choices: TypeAlias = Mapping[Holds, Mapping[str, str]]

HOLDS_WORDS: Final = {
    Holds.LEAVE_OUT: "Leave it out",
    Holds.DATE: "The day",
    Holds.RATING: "A rating, such as mood",
    Holds.BLEEDING: "Bleeding",
    Holds.NOT_MY_PERIOD: "Bleeding that is not my period",
    Holds.SIGN: "A sign, such as headache",
    Holds.MOMENT: "A moment, such as a long hug",
    Holds.SLEEP_HOURS: "Hours slept",
    Holds.TEMPERATURE: "Waking temperature",
    Holds.TEMPERATURE_DISTURBED: "A disturbed temperature reading",
    Holds.LH_TEST: "Ovulation test",
    Holds.MUCUS: "Cervical mucus",
    Holds.TOUCH: "How touch feels",
    Holds.PARTNER: "Together or apart",
    Holds.NOTE: "Words for the day’s note",
}
ORDER_WORDS: Final = {
    DateOrder.YEAR_FIRST: "year first",
    DateOrder.DAY_FIRST: "day first",
    DateOrder.MONTH_FIRST: "month first",
}
_YES_NO: Final = {YES: "Yes", NO: "No"}
_MEANINGS: Final[Mapping[Holds, Mapping[str, str]]] = {
    Holds.RATING: {str(number): str(number) for number in range(LOWEST, HIGHEST + 1)},
    Holds.BLEEDING: {item.value: words for item, words in BLEEDING_WORDS.items()},
    Holds.NOT_MY_PERIOD: _YES_NO,
    Holds.SIGN: {item.value: words for item, words in STRENGTH_WORDS.items()},
    Holds.MOMENT: {YES: "A moment", NO: "No moment"},
    Holds.TEMPERATURE_DISTURBED: _YES_NO,
    Holds.LH_TEST: {item.value: words for item, words in LH_TEST_WORDS.items()},
    Holds.MUCUS: {item.value: words for item, words in MUCUS_WORDS.items()},
    Holds.TOUCH: {item.value: words for item, words in TOUCH_WORDS.items()},
    Holds.PARTNER: {item.value: words for item, words in PARTNER_WORDS.items()},
}
_WHICH: Final = {
    Holds.RATING: "Which rating",
    Holds.SIGN: "Which sign",
    Holds.MOMENT: "Which moment",
}


@dataclass(frozen=True, slots=True)
class _Card:
    """What every part of a card needs."""

    column: ColumnSeen
    use: ColumnUse
    save: Save
    key: str

    def change(self, change: Callable[[ColumnUse], ColumnUse]) -> None:
        name = self.column.name
        self.save(lambda mapping: mapping.with_use(name, change(mapping.use_of(name))))


def column_card(
    column: ColumnSeen, mapping: CsvMapping, choices: Choices, save: Save, *, key: str
) -> None:
    """Show one column, and ask what it means; each answer is saved when it is given."""
    card = _Card(column, mapping.use_of(column.name), save, key)
    with st.container(border=True, key=f"card_{key.replace('.', '_')}"):
        st.markdown(f"**{literal(column.name)}**")
        st.caption(literal(_examples(column)))
        _holds(card)
        if card.use.holds in _WHICH:
            _which(card, choices)
        if card.use.holds is Holds.DATE:
            _dates(card, mapping)
        elif card.use.said:
            _meaning(card)


def _examples(column: ColumnSeen) -> str:
    if not column.examples:
        return "Nothing is in it."
    return f"For example {listed([f'“{example}”' for example in column.examples])}."


def _holds(card: _Card) -> None:
    key = f"{card.key}.holds"
    keep_in_step(key, card.use.holds.value)

    def save() -> None:
        use = ColumnUse(Holds(st.session_state[key]))

        def change(mapping: CsvMapping) -> CsvMapping:
            changed = mapping.with_use(card.column.name, use)
            is_day = use.holds is Holds.DATE
            return replace(changed, date_order=card.column.certain) if is_day else changed

        card.save(change)

    st.selectbox(
        "What it holds",
        [item.value for item in HOLDS_WORDS],
        format_func=lambda value: HOLDS_WORDS[Holds(value)],
        key=key,
        on_change=save,
    )


def _which(card: _Card, choices: Choices) -> None:
    """Ask which rating, sign or moment it is."""
    names = dict(choices[card.use.holds])
    if card.use.code and card.use.code not in names:
        names[card.use.code] = card.use.code.replace("_", " ").capitalize()
    key = f"{card.key}.which"
    keep_in_step(key, card.use.code or None)

    def save() -> None:
        code = st.session_state[key] or ""
        card.change(lambda use: replace(use, code=code))

    st.selectbox(
        _WHICH[card.use.holds],
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder="Choose or type",
        key=key,
        on_change=save,
    )


def _dates(card: _Card, mapping: CsvMapping) -> None:
    """Say how the days are read; ask, with a day of her own file, wherever two readings fit."""
    column, order = card.column, mapping.date_order
    if not column.orders:
        st.warning("Not every entry of this column is a date the journal can read.")
        return
    if column.certain and order in column.orders:
        first = column.examples[0]
        day = day_in(first, order)
        st.caption(literal(f"“{first}” is read as {date_words(day)}.") if day else "")
        return
    example = column.doubtful or column.examples[0]
    key = f"{card.key}.order"
    keep_in_step(key, order.value if order in column.orders else None)

    def save() -> None:
        chosen = st.session_state[key]
        card.save(lambda kept: replace(kept, date_order=DateOrder(chosen) if chosen else None))

    with st.container(key=f"choice_{key.replace('.', '_')}"):
        st.segmented_control(
            literal(f"Which day is “{example}”?"),
            [item.value for item in column.orders],
            format_func=partial(_order_words, example),
            key=key,
            on_change=save,
            width="stretch",
        )


def _order_words(example: str, value: str) -> str:
    order = DateOrder(value)
    day = day_in(example, order)
    return f"{date_words(day)} ({ORDER_WORDS[order]})" if day else ORDER_WORDS[order]


def _meaning(card: _Card) -> None:
    """Ask for what the kind of column needs: a scale, a unit, or what each word means."""
    holds = card.use.holds
    if holds is Holds.RATING:
        if card.column.numbers:
            _scale(card, card.column.numbers)
        _words(card, card.column.words)
    elif holds is Holds.TEMPERATURE:
        _unit(card)
    elif holds is Holds.MOMENT:
        _every_entry(card)
        if not card.use.every_entry:
            _words(card, card.column.entries)
    elif holds in _MEANINGS:
        _words(card, card.column.entries)


def _scale(card: _Card, numbers: tuple[float, float]) -> None:
    scale = RATINGS[card.use.code]
    low, high = numbers
    st.caption(f"Its numbers go from {low:g} to {high:g} in this file.")
    left, right = st.columns(2)
    with left:
        _end(card, "zero", f"{scale.name}: which number is “{scale.lowest}”")
    with right:
        _end(card, "ten", f"Which number is “{scale.highest}”")
    use = card.use
    if use.zero is not None and use.ten is not None:
        read = [(number, use.rating(number)) for number in dict.fromkeys((low, high))]
        said = [
            f"{number:g} becomes {rating}" if rating is not None else f"{number:g} is outside"
            for number, rating in read
        ]
        st.caption(f"{listed(said)}, of 0 to 10.")


def _end(card: _Card, end: Literal["zero", "ten"], label: str) -> None:
    key = f"{card.key}.{end}"
    keep_in_step(key, card.use.zero if end == "zero" else card.use.ten)

    def save() -> None:
        number = st.session_state[key]
        if end == "zero":
            card.change(lambda use: replace(use, zero=number))
        else:
            card.change(lambda use: replace(use, ten=number))

    st.number_input(label, value=None, step=1.0, format="%g", key=key, on_change=save)


def _unit(card: _Card) -> None:
    key = f"{card.key}.fahrenheit"
    keep_in_step(key, card.use.fahrenheit)

    def save() -> None:
        on = st.session_state[key]
        card.change(lambda use: replace(use, fahrenheit=on))

    st.toggle("Its numbers are degrees Fahrenheit", key=key, on_change=save)


def _every_entry(card: _Card) -> None:
    key = f"{card.key}.every"
    keep_in_step(key, card.use.every_entry)

    def save() -> None:
        on = st.session_state[key]
        card.change(lambda use: replace(use, every_entry=on))

    st.toggle("Every entry is one, and its words are its note", key=key, on_change=save)


def _words(card: _Card, entries: Mapping[str, tuple[str, int]] | None) -> None:
    """Offer a box for each different entry; what is given no meaning is not brought along."""
    if entries is None:
        st.caption("It has too many different entries to give each a meaning.")
        return
    meanings = _MEANINGS[card.use.holds]
    if entries:
        st.caption("What you give no meaning is left out, and listed.")
    for number, (word, (first, count)) in enumerate(entries.items()):
        _word(
            card,
            f"{card.key}.word.{number}",
            word,
            f"{literal(f'“{first}”')} ({count:,}×)",
            meanings,
        )


def _word(card: _Card, key: str, word: str, label: str, meanings: Mapping[str, str]) -> None:
    stored = card.use.words.get(word)
    keep_in_step(key, stored if stored in meanings else None)

    def save() -> None:
        chosen = st.session_state[key]

        def change(use: ColumnUse) -> ColumnUse:
            words = {kept: value for kept, value in use.words.items() if kept != word}
            return replace(use, words={**words, word: chosen} if chosen else words)

        card.change(change)

    st.selectbox(
        label,
        list(meanings),
        index=None,
        format_func=meanings.__getitem__,
        placeholder="No meaning",
        key=key,
        on_change=save,
    )
