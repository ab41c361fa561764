"""The half-life and the weights of the account, hers to change; saved as they are touched."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from journal.connection.account import deposit_of
from journal.domain.account_rules import (
    LARGEST_WEIGHT,
    LONGEST_HALF_LIFE_DAYS,
    SHORTEST_HALF_LIFE_DAYS,
    AccountRules,
)
from journal.domain.catalogues import CatalogueName
from journal.domain.journal import Journal
from journal.views.attempt import attempt
from journal.views.state import chosen_in_step, key_in_step

KEY = "account.rules"
STEP = 0.5


def account_rules_editor(journal: Journal) -> None:
    """Offer every number the account counts with."""
    rules = journal.settings().account
    _number(
        "Half of the balance is gone after, in days",
        rules.half_life_days,
        name="half_life_days",
        least=SHORTEST_HALF_LIFE_DAYS,
        most=LONGEST_HALF_LIFE_DAYS,
        save=lambda days: change_rules(journal, lambda kept: replace(kept, half_life_days=days)),
    )
    _number(
        "A moment turned away from takes out",
        rules.away,
        name="away",
        save=lambda weight: change_rules(journal, lambda kept: replace(kept, away=weight)),
    )
    _number(
        "A moment turned against takes out",
        rules.against,
        name="against",
        save=lambda weight: change_rules(journal, lambda kept: replace(kept, against=weight)),
    )
    _kind(journal, rules)
    st.button(
        "Back to the usual numbers",
        key=f"{KEY}.reset",
        disabled=rules == AccountRules(),
        on_click=change_rules,
        args=(journal, lambda _: AccountRules()),
    )


def _kind(journal: Journal, rules: AccountRules) -> None:
    """Offer the weight of one kind of moment at a time."""
    catalogue = journal.catalogue(CatalogueName.MOMENTS)
    kind = st.selectbox(
        "What a kind of moment puts in",
        [entry.code for entry in catalogue.offered],
        index=None,
        format_func=catalogue.name,
        placeholder="Choose a kind; each puts in 1 unless you change it",
        key=f"{KEY}.kind",
    )
    if kind is not None:
        _number(
            "puts in",
            deposit_of(kind, rules),
            name=f"weight.{kind}",
            save=lambda weight: change_rules(
                journal, lambda kept: replace(kept, weights={**kept.weights, kind: weight})
            ),
        )


def _number(
    label: str,
    stored: float,
    *,
    name: str,
    save: Callable[[float], object],
    least: float = 0.0,
    most: float = LARGEST_WEIGHT,
) -> None:
    key = f"{KEY}.{name}"

    def changed() -> None:
        shown = chosen_in_step(key)
        if shown is not None:
            save(float(shown))

    st.number_input(
        label,
        value=None,
        min_value=least,
        max_value=most,
        step=STEP,
        key=key_in_step(key, float(stored)),
        on_change=changed,
    )


def change_rules(journal: Journal, change: Callable[[AccountRules], AccountRules]) -> None:
    """Change the rules as they stand now, in whatever tab they were changed last."""
    attempt(
        lambda: journal.change_settings(lambda kept: replace(kept, account=change(kept.account)))
    )
