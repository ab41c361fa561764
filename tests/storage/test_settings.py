"""Settings changed in two tabs at once: what one changes, the other does not overwrite."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from sqlalchemy import Engine, func, select, update

from journal.domain.account_rules import AccountRules
from journal.domain.errors import JournalError, QuantityOutOfRange
from journal.domain.owner_settings import OwnerSettings
from journal.domain.partner_card import PartnerCard
from journal.storage import OwnerJournal
from journal.storage.tables import SettingRow

TABS = 6


@pytest.fixture
def tabs(journal_of: Callable[[str], OwnerJournal]) -> tuple[OwnerJournal, OwnerJournal]:
    """Two stores of one journal, as two open pages hold them."""
    return journal_of("owner"), journal_of("owner")


def weighing(kind: str, weight: float) -> Callable[[OwnerSettings], OwnerSettings]:
    """Return the change that gives one kind of moment a weight of its own."""

    def change(kept: OwnerSettings) -> OwnerSettings:
        weights = {**kept.account.weights, kind: weight}
        return replace(kept, account=replace(kept.account, weights=weights))

    return change


def test_different_settings_changed_in_two_tabs_all_stay(
    tabs: tuple[OwnerJournal, OwnerJournal],
) -> None:
    one, other = tabs
    assert one.settings() == other.settings()
    one.change_settings(lambda kept: replace(kept, welcomed=True, offers=False))
    other.change_settings(lambda kept: replace(kept, birth_year=1975))
    one.change_settings(lambda kept: replace(kept, partner_card=PartnerCard("Hello")))
    other.change_settings(lambda kept: replace(kept, leave_apart_out=True))
    expected = OwnerSettings(
        welcomed=True,
        offers=False,
        birth_year=1975,
        partner_card=PartnerCard("Hello"),
        leave_apart_out=True,
    )
    assert [expected, expected] == [tab.settings() for tab in tabs]


def test_different_rules_of_the_account_changed_in_two_tabs_all_stay(
    tabs: tuple[OwnerJournal, OwnerJournal],
) -> None:
    one, other = tabs
    one.change_settings(weighing("long_hug", 2.0))
    other.change_settings(weighing("kiss", 0.5))
    one.change_settings(
        lambda kept: replace(kept, account=replace(kept.account, half_life_days=5.0))
    )
    other.change_settings(lambda kept: replace(kept, account=replace(kept.account, away=0.0)))
    expected = AccountRules(5.0, {"long_hug": 2.0, "kiss": 0.5}, away=0.0)
    assert expected == one.settings().account


def test_tabs_changing_at_once_take_turns(journal_of: Callable[[str], OwnerJournal]) -> None:
    together = Barrier(TABS)

    def weigh(place: int) -> None:
        tab = journal_of("owner")
        together.wait()
        tab.change_settings(weighing(f"own_{place}", float(place)))

    with ThreadPoolExecutor(TABS) as pool:
        list(pool.map(weigh, range(TABS)))
    expected = {f"own_{place}": float(place) for place in range(TABS)}
    assert expected == dict(journal_of("owner").settings().account.weights)


def test_the_last_of_two_changes_of_one_setting_stays(
    tabs: tuple[OwnerJournal, OwnerJournal],
) -> None:
    for tab, year in zip(tabs, (1975, 1980), strict=True):
        tab.change_settings(lambda kept, year=year: replace(kept, birth_year=year))
    assert [tab.settings().birth_year for tab in tabs] == [1980, 1980]


def test_a_change_that_cannot_be_writes_nothing(journal: OwnerJournal) -> None:
    before = journal.revision()
    with pytest.raises(QuantityOutOfRange) as refused:
        journal.change_settings(weighing("kiss", 11.0))
    assert isinstance(refused.value, JournalError)
    assert before == journal.revision()
    assert journal.settings() == OwnerSettings()


def test_what_another_version_stored_is_left_as_it_is(
    journal: OwnerJournal, engine: Engine
) -> None:
    journal.change_settings(lambda kept: replace(kept, week_start=6, offers=False))
    of_week = SettingRow.name == "week_start"
    with engine.begin() as connection:
        connection.execute(update(SettingRow).where(of_week).values(value="Sunday"))
    assert journal.settings() == OwnerSettings(offers=False)
    journal.change_settings(lambda kept: replace(kept, offers=True))
    with engine.connect() as connection:
        assert connection.execute(select(SettingRow.value).where(of_week)).scalar() == "Sunday"


def test_only_what_differs_is_written(journal: OwnerJournal, engine: Engine) -> None:
    journal.change_settings(lambda kept: replace(kept, offers=False, forecasts=True))
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(SettingRow)).scalar() == 1
