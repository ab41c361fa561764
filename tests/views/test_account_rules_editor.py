"""The numbers of the account: saved as they are touched, and set back in one tap."""

import re
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.account_rules import AccountRules
from journal.domain.catalogues import OWN_GROUP, CatalogueName, Entry, own_code
from journal.domain.errors import JournalNotWritten
from journal.domain.journal import Journal
from journal.domain.owner_settings import OwnerSettings
from journal.storage import memory_journal


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 11, 22, 12, tzinfo=UTC))


def opened(journal: Journal) -> AppTest:
    """Open the editor."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal") -> None:
        from journal.views import account_rules_editor as editor  # noqa: PLC0415  # as above

        editor.account_rules_editor(journal)

    page = AppTest.from_function(run, kwargs={"journal": journal}, default_timeout=30).run()
    assert not page.exception
    return page


def number(page: AppTest, name: str) -> Any:
    # A field that shows something else than before is a new one, with a number at its end.
    key = re.compile(rf"account\.rules\.{re.escape(name)}(\.\d+)?")
    (field,) = [box for box in page.number_input if key.fullmatch(box.key or "")]
    return field


def kind(page: AppTest) -> Any:
    return page.selectbox(key="account.rules.kind")


def reset(page: AppTest) -> Any:
    return page.button(key="account.rules.reset")


def rules(journal: Journal) -> AccountRules:
    return journal.settings().account


def test_it_begins_with_the_usual_numbers_and_nothing_to_set_back(journal: Journal) -> None:
    page = opened(journal)
    assert [field.value for field in page.number_input] == [3.0, 1.0, 2.0]
    assert reset(page).disabled
    assert rules(journal) == AccountRules()


@pytest.mark.parametrize(
    ("name", "typed"), [("half_life_days", 4.5), ("away", 0.0), ("against", 3.5)]
)
def test_a_number_is_saved_as_it_is_changed(journal: Journal, name: str, typed: float) -> None:
    page = opened(journal)
    number(page, name).set_value(typed).run()
    assert not page.exception
    assert rules(journal) == AccountRules(**{name: typed})
    assert number(opened(journal), name).value == typed


@pytest.mark.parametrize("name", ["half_life_days", "away", "against"])
def test_an_emptied_field_saves_nothing_and_shows_what_is_stored(
    journal: Journal, name: str
) -> None:
    stored = AccountRules(half_life_days=5, away=1.5, against=2.5)
    journal.change_settings(lambda _: OwnerSettings(welcomed=True, account=stored))
    page = opened(journal)
    number(page, name).set_value(None).run()
    assert not page.exception
    assert rules(journal) == stored
    assert number(page, name).value == getattr(stored, name)


def test_a_number_cannot_leave_its_range(journal: Journal) -> None:
    page = opened(journal)
    ranges = [(field.min, field.max) for field in page.number_input]
    assert ranges == [(0.5, 60.0), (0.0, 10.0), (0.0, 10.0)]


def test_a_kind_is_given_a_number_of_its_own(journal: Journal) -> None:
    page = opened(journal)
    kind(page).select("long_hug").run()
    assert number(page, "weight.long_hug").value == 1
    number(page, "weight.long_hug").set_value(2.5).run()
    kind(page).select("held_hands").run()
    number(page, "weight.held_hands").set_value(0.5).run()
    assert not page.exception
    assert dict(rules(journal).weights) == {"long_hug": 2.5, "held_hands": 0.5}


def test_an_emptied_weight_saves_nothing(journal: Journal) -> None:
    page = opened(journal)
    kind(page).select("long_hug").run()
    number(page, "weight.long_hug").set_value(None).run()
    assert not page.exception
    assert rules(journal) == AccountRules()


def test_looking_at_a_kind_saves_nothing(journal: Journal) -> None:
    kind(opened(journal)).select("long_hug").run()
    assert rules(journal) == AccountRules()


def test_the_usual_numbers_come_back_in_one_tap(journal: Journal) -> None:
    changed = AccountRules(4, MappingProxyType({"long_hug": 2.0}), away=0.5, against=4)
    journal.change_settings(lambda _: OwnerSettings(welcomed=True, offers=False, account=changed))
    page = opened(journal)
    assert not reset(page).disabled
    reset(page).click().run()
    assert rules(journal) == AccountRules()
    assert [field.value for field in page.number_input] == [3.0, 1.0, 2.0]
    assert reset(page).disabled
    assert not journal.settings().offers


def test_a_moment_of_her_own_is_among_the_kinds(journal: Journal) -> None:
    catalogue = journal.catalogue(CatalogueName.MOMENTS)
    code = own_code("Tea <b>together</b>", catalogue)
    journal.save_entry(CatalogueName.MOMENTS, Entry(code, OWN_GROUP, "Tea <b>together</b>"))
    page = opened(journal)
    kind(page).select(code).run()
    number(page, f"weight.{code}").set_value(2.0).run()
    assert not page.exception
    assert {code: 2.0} == dict(rules(journal).weights)


def test_a_failed_write_is_told(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_change: object) -> None:
        raise JournalNotWritten

    page = opened(journal)
    monkeypatch.setattr(journal, "change_settings", refuse)
    number(page, "half_life_days").set_value(7.0).run()
    assert not page.exception
    assert "could not be written" in page.toast[0].value
    assert rules(journal) == AccountRules()
