"""A link as she makes it: for how long, with what passphrase, shown once; listed and withdrawn."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.grants import LinkTerms, Passes
from journal.domain.link_secrets import is_secret
from journal.domain.replies import Reply, ReplyKind
from journal.storage import OwnerJournal
from journal.storage.shared_door import SharedDoor
from journal.views.share_days import STAYING
from journal.views.share_link import HERE_ONLY, NOT_OF_AN_EXAMPLE
from journal.views.share_renewal import CAME_BACK
from tests.support.share_page import NOW, TODAY, journal_to_share, opened, said

ADDRESS = "https://tending.example/shared#"
PASSPHRASE = "lantern pier"  # noqa: S105  # of a test


@pytest.fixture
def journal() -> OwnerJournal:
    return journal_to_share()


def page_of(journal: OwnerJournal, *, preset: str = "coach", url: str = "") -> AppTest:
    """Open the page with Ada's name and "A link" chosen."""
    page = opened(journal, url=url or "https://tending.example/share")
    page.text_input(key="share.recipient").input("Ada")
    page.button_group(key="share.preset").set_value(preset).run()
    page.button_group(key="share.way").set_value("link").run()
    assert not page.exception
    return page


def made(page: AppTest) -> str:
    """Make the link and return what follows the #."""
    page.button(key="share.link.make").click().run()
    assert not page.exception
    (shown,) = [block.value for block in page.code if "/shared#" in block.value]
    assert shown.startswith(ADDRESS)
    return shown.removeprefix(ADDRESS)


def remembered(page: AppTest) -> str:
    """Return all that the open page remembers."""
    kept = repr(page.session_state)
    assert "'share.recipient': 'Ada'" in kept
    return kept


def test_a_link_is_shown_once_opens_and_its_secret_is_kept_nowhere(journal: OwnerJournal) -> None:
    page = page_of(journal)
    secret = made(page)
    assert is_secret(secret)
    assert "kept nowhere" in said(page)
    assert secret not in remembered(page)
    assert [block.value for block in page.run().code] == []
    read = SharedDoor(lambda: journal._engine, lambda: NOW).opened(secret, "", noted=False)
    assert read is not None
    assert read.grant == journal.grants()[0]


def test_it_lasts_30_days_moves_on_and_takes_comments_unless_she_says_otherwise(
    journal: OwnerJournal,
) -> None:
    made(page_of(journal))
    (grant,) = journal.grants()
    assert timedelta(days=30) == (grant.expires_at or NOW) - grant.made_at
    assert (grant.passes.dates, grant.passes.rolling_days) == (None, 184)
    assert grant.terms == LinkTerms(may_reply=True)
    assert not grant.as_file


def test_she_can_fix_the_days_let_it_last_until_withdrawn_and_take_no_comments(
    journal: OwnerJournal,
) -> None:
    page = page_of(journal)
    page.toggle(key="share.rolling").set_value(False).run()
    page.button_group(key="share.link.lasting").set_value("no_end").run()
    page.toggle(key="share.may_reply.coach").set_value(False).run()
    made(page)
    (grant,) = journal.grants()
    assert grant.expires_at is None
    assert grant.passes.dates is not None
    assert grant.passes.dates.last == TODAY
    assert not grant.terms.may_reply


def test_own_dates_and_everything_do_not_move_on(journal: OwnerJournal) -> None:
    page = page_of(journal)
    for span in ("all", "own_dates"):
        page.button_group(key="share.span").set_value(span).run()
        assert STAYING in said(page)
        assert "share.rolling" not in {toggle.key for toggle in page.toggle}


def test_with_a_passphrase_it_says_so_and_opens_with_it_alone(journal: OwnerJournal) -> None:
    page = page_of(journal)
    page.toggle(key="share.link.with_passphrase").set_value(True).run()
    assert page.button(key="share.link.make").disabled
    for name in ("typed", "again"):
        page.text_input(key=f"share.link.passphrase.{name}").input(PASSPHRASE)
    page.button(key="share.link.passphrase.use").click().run()
    secret, dot, asks = made(page).rpartition(".")
    assert (dot, asks) == (".", "p")
    door = SharedDoor(lambda: journal._engine, lambda: NOW)
    assert door.opened(secret, "", noted=False) is None
    assert door.opened(secret, PASSPHRASE, noted=False) is not None
    assert PASSPHRASE not in remembered(page)
    assert "They may read and write back. It asks for a passphrase." in said(page)
    assert "the passphrase you chose, which is kept nowhere either" in said(page)
    assert page.toggle(key="share.link.with_passphrase").value
    assert page.button(key="share.link.make").disabled


def test_a_partner_may_add_moments_and_sees_the_card(journal: OwnerJournal) -> None:
    made(page_of(journal, preset="partner"))
    (grant,) = journal.grants()
    assert grant.passes == Passes(rolling_days=grant.passes.rolling_days, card=True)
    assert (grant.terms.may_reply, grant.terms.may_add_moments) == (False, True)


def test_without_a_name_there_is_no_link(journal: OwnerJournal) -> None:
    page = opened(journal)
    page.button_group(key="share.way").set_value("link").run()
    assert page.button(key="share.link.make").disabled


def test_on_her_own_machine_it_says_how_far_a_link_reaches(journal: OwnerJournal) -> None:
    assert HERE_ONLY in said(page_of(journal, url="http://localhost:8501/share"))
    assert HERE_ONLY not in said(page_of(journal))


def test_an_example_is_not_given_away_by_a_link(journal: OwnerJournal) -> None:
    page = opened(journal, example="cycles", share__way="link")
    assert NOT_OF_AN_EXAMPLE in said(page)
    assert "share.link.make" not in {button.key for button in page.button}


def test_the_list_says_when_a_link_was_opened_and_nothing_else(journal: OwnerJournal) -> None:
    grant, _ = journal.make_link("Ada", Passes(cycle=True), LinkTerms(), lasting_days=30)
    assert "Ada: a link, made on 22 November 2026, until 22 December 2026, 12:00" in said(
        opened(journal)
    )
    assert "Not opened yet." in said(opened(journal))
    for _ in range(3):
        journal.note_opening(grant.id)
    page = opened(journal)
    assert "Opened 3 times, last on 22 November 2026, 12:00." in said(page)
    page = opened(journal, **{f"share.openings.{grant.id}": True})
    assert said(page).count("- 22 November 2026, 12:00") == 3


def test_it_is_withdrawn_in_one_tap_and_then_taken_off_the_list_with_its_replies(
    journal: OwnerJournal,
) -> None:
    grant, _ = journal.make_link("Ada", Passes(cycle=True), LinkTerms(), lasting_days=None)
    journal.take_replies(grant.id, [Reply(ReplyKind.COMMENT, "Well done")])
    page = opened(journal)
    assert "until you withdraw it" in said(page)
    page.button(key=f"share.withdraw.{grant.id}").click().run()
    assert journal.grants()[0].withdrawn_at is not None
    assert "withdrawn on 22 November 2026" in said(page)
    assert "What they wrote goes with it: 1 reply." in said(page)
    page.button(key=f"share.forget.{grant.id}").click().run()
    assert (journal.grants(), journal.replies()) == ([], [])


def test_a_link_that_came_back_from_a_backup_is_said_to_open_nothing_and_is_taken_off(
    journal: OwnerJournal,
) -> None:
    terms = LinkTerms(may_reply=True)
    journal.make_link("Ada", Passes(cycle=True), terms, lasting_days=30, passphrase=PASSPHRASE)
    journal.make_grant("Bea", Passes(cycle=True), lasting_days=None, as_file=True)
    another = journal_to_share()
    another.restore(journal.snapshot())
    page = opened(another)
    assert said(page).count(CAME_BACK) == 1
    assert "Ada: a link, made on 22 November 2026\n" in said(page)
    assert "They could read and write back. It asked for a passphrase." in said(page)
    (link,) = [grant for grant in another.grants() if not grant.as_file]
    page.button(key=f"share.forget.{link.id}").click().run()
    assert [grant.recipient for grant in another.grants()] == ["Bea"]
    assert CAME_BACK not in said(page)


def came_back(journal: OwnerJournal, passphrase: str = "") -> tuple[OwnerJournal, str]:
    """Return another journal with a link that came back into it, and the id of its grant."""
    terms = LinkTerms(may_reply=True)
    grant, _ = journal.make_link(
        "Ada", Passes(cycle=True), terms, lasting_days=30, passphrase=passphrase
    )
    journal.take_replies(grant.id, [Reply(ReplyKind.COMMENT, "Well done")])
    another = journal_to_share()
    another.restore(journal.snapshot())
    return another, grant.id


def renewed(page: AppTest, grant_id: str) -> str:
    """Make the new link and return what follows the #; it is shown once."""
    page.button(key=f"share.renew.{grant_id}").click().run()
    assert not page.exception
    (shown,) = [block.value for block in page.code]
    assert shown.startswith(ADDRESS)
    secret = shown.removeprefix(ADDRESS)
    assert CAME_BACK not in said(page)
    assert secret[:43] not in repr(page.session_state)
    assert [block.value for block in page.run().code] == []
    return secret


def test_a_link_that_came_back_is_made_anew_in_one_tap(journal: OwnerJournal) -> None:
    another, grant_id = came_back(journal)
    page = opened(another)
    secret = renewed(page, grant_id)
    read = SharedDoor(lambda: another._engine, lambda: NOW).opened(secret, "", noted=False)
    assert read is not None
    assert [grant_id] == [grant.id for grant in another.grants()]
    assert [reply.words for reply in read.replies] == ["Well done"]
    assert "Ada: a link, made on 22 November 2026, until 22 December 2026, 12:00" in said(page)
    assert "They may read and write back. It asks for no passphrase." in said(page)
    page.button(key=f"share.withdraw.{grant_id}").click().run()
    assert another.grants()[0].withdrawn_at is not None


def test_one_that_asked_for_a_passphrase_is_made_anew_with_another(journal: OwnerJournal) -> None:
    another, grant_id = came_back(journal, PASSPHRASE)
    key = f"share.renew.{grant_id}"
    page = opened(another, **{f"{key}.open": True})
    assert page.button(key=key).disabled
    for name in ("typed", "again"):
        page.text_input(key=f"{key}.passphrase.{name}").input("tern in the reeds")
    page.button(key=f"{key}.passphrase.use").click().run()
    assert not page.button(key=key).disabled
    secret = renewed(page, grant_id)
    assert "tern in the reeds" not in repr(page.session_state)
    assert secret.endswith(".p")
    door = SharedDoor(lambda: another._engine, lambda: NOW)
    assert door.opened(secret[:-2], PASSPHRASE, noted=False) is None
    assert door.opened(secret[:-2], "tern in the reeds", noted=False) is not None


def test_what_another_tab_renewed_meanwhile_is_not_renewed_again(journal: OwnerJournal) -> None:
    another, grant_id = came_back(journal)
    page = opened(another)
    _, secret = another.renew_link(grant_id)
    page.button(key=f"share.renew.{grant_id}").click().run()
    assert "there is one already" in "".join(toast.value for toast in page.toast)
    assert not page.code
    door = SharedDoor(lambda: another._engine, lambda: NOW)
    assert door.opened(secret, "", noted=False) is not None


def test_a_file_cannot_be_called_back_and_the_list_says_so(journal: OwnerJournal) -> None:
    grant = journal.make_grant("Ada", Passes(cycle=True), lasting_days=None, as_file=True)
    page = opened(journal)
    assert "Ada: a file, made on 22 November 2026" in said(page)
    assert "A file cannot be called back" in said(page)
    page.button(key=f"share.withdraw.{grant.id}").click().run()
    assert journal.grants()[0].withdrawn_at is not None
