"""Backups on the page: nothing sealed by a slip, nothing replaced without a word typed."""

import tomllib

from streamlit.testing.v1 import AppTest

from journal.domain.grants import LinkTerms, Passes
from journal.domain.journal import Journal
from journal.environment import PROJECT
from journal.exchange.record.backup import packed_backup, sealed_backup
from journal.exchange.record.reading import LARGEST_RECORD
from journal.storage import OwnerJournal
from journal.views.backup_restoring import LARGEST_MB, SHARED_STAYS
from tests.exchange.record.journals import DAY, TODAY, empty_journal, filled_journal
from tests.views.backup_page import opened, words

PASSPHRASE = "gull lantern seven mustard"  # noqa: S105  # of a journal made here


def page(journal: Journal) -> AppTest:
    """Draw the section."""
    app = opened(journal, TODAY, "backup")
    assert not app.exception
    return app


def downloads(app: AppTest) -> dict[str, bool]:
    """Return the files on offer, and whether each can be taken."""
    return {button.proto.label: not button.proto.disabled for button in app.get("download_button")}


def chosen(app: AppTest, content: bytes) -> AppTest:
    """Choose a file to restore."""
    app.file_uploader[0].set_value(("backup", content, "application/octet-stream"))
    return app.run()


def backup_of(journal: OwnerJournal) -> bytes:
    """Return an open backup."""
    return packed_backup(journal.snapshot(), TODAY)


def typed(app: AppTest, key: str, text: str) -> AppTest:
    """Type into a field."""
    app.text_input(key=key).set_value(text)
    return app.run()


def used(app: AppTest, passphrase: str, again: str) -> AppTest:
    """Type a passphrase twice and use it."""
    app.text_input(key="backup.passphrase").set_value(passphrase)
    app.text_input(key="backup.passphrase_again").set_value(again)
    return app.button(key="backup.use").click().run()


def opened_with(app: AppTest, passphrase: str) -> AppTest:
    """Open a sealed backup."""
    (field,) = [item for item in app.text_input if item.label == "Its passphrase"]
    field.set_value(passphrase)
    (button,) = [item for item in app.button if item.label == "Open it"]
    return button.click().run()


def test_a_sealed_backup_waits_until_the_passphrase_was_typed_twice() -> None:
    app = page(filled_journal())
    assert downloads(app) == {"Make a sealed backup": False}
    assert "Nobody can open a sealed backup without its passphrase" in words(app)
    used(app, PASSPHRASE, "gull lantern seven mustart")
    assert downloads(app) == {"Make a sealed backup": False}
    assert "not the same yet" in words(app)
    used(app, PASSPHRASE, PASSPHRASE)
    assert downloads(app) == {"Make a sealed backup": True}
    assert "weak" not in words(app)


def test_a_weak_passphrase_is_called_weak_and_is_hers_to_choose() -> None:
    app = page(filled_journal())
    used(app, "abc", "abc")
    assert "This passphrase is weak" in words(app)
    assert downloads(app) == {"Make a sealed backup": True}


def test_a_suggested_passphrase_is_shown_and_filled_in() -> None:
    app = page(filled_journal())
    app.button(key="backup.suggest").click().run()
    (offered,) = [item.value for item in app.code]
    assert offered == app.text_input(key="backup.passphrase").value
    assert downloads(app) == {"Make a sealed backup": True}
    assert "weak" not in words(app)


def test_an_open_backup_says_that_others_can_read_it() -> None:
    app = page(filled_journal())
    app.segmented_control(key="backup.kind").set_value("Open").run()
    assert downloads(app) == {"Make an open backup": True}
    assert "Whoever has an open backup can read your journal" in words(app)


def test_an_empty_journal_is_restored_at_once() -> None:
    taken, journal = filled_journal().snapshot(), empty_journal()
    app = chosen(page(journal), packed_backup(taken, TODAY))
    assert "This is a backup of 23 November 2026, with days from 14 May 2026" in words(app)
    assert "| Moments | 1 |" in words(app)
    assert journal.first_date() is None
    app.button(key="backup.restore").click().run()
    assert taken == journal.snapshot()
    assert "Restored: your journal is the one of the backup of 23 November 2026" in words(app)
    assert not app.exception


def test_what_another_tab_wrote_meanwhile_is_not_replaced_unasked() -> None:
    journal = empty_journal()
    app = chosen(page(journal), backup_of(filled_journal()))
    journal.save_day(DAY, {"mood": 1})
    before = journal.snapshot()
    app.button(key="backup.restore").click().run()
    assert before == journal.snapshot()
    assert "Something was written here since you chose the backup" in words(app)
    assert app.segmented_control(key="backup.way").value == "Add"


def test_a_sealed_backup_is_opened_with_its_passphrase() -> None:
    taken, journal = filled_journal().snapshot(), empty_journal()
    app = chosen(page(journal), sealed_backup(taken, TODAY, PASSPHRASE))
    assert "Enter its passphrase" in words(app)
    opened_with(app, "gull")
    assert "This passphrase does not open the backup" in words(app)
    opened_with(app, PASSPHRASE)
    app.button(key="backup.restore").click().run()
    assert taken == journal.snapshot()


def test_what_is_missing_is_added_and_can_be_taken_back() -> None:
    journal = empty_journal()
    journal.save_day(DAY, {"mood": 1})
    app = chosen(page(journal), backup_of(filled_journal()))
    assert "| Days with something recorded | 1 | 1 |" in words(app)
    assert "Where your journal and the file differ (1)" in [box.label for box in app.expander]
    app.button(key="backup.add").click().run()
    assert journal.day(DAY).mood == 1
    assert journal.day(DAY).note == "a quiet day"
    assert "Brought along: Tending record, 1 day, 1 moment, 1 context" in words(app)
    app.button(key="bring.undo_result").click().run()
    assert journal.day(DAY).recorded == {"mood": 1}


def test_a_backup_of_what_is_here_already_adds_nothing() -> None:
    journal = filled_journal()
    app = chosen(page(journal), backup_of(journal))
    assert "Everything in this backup is in your journal already" in words(app)
    assert "backup.add" not in [button.key for button in app.button]


def test_everything_is_replaced_only_after_the_word_was_typed() -> None:
    taken, journal = filled_journal().snapshot(), empty_journal()
    journal.save_day(DAY, {"mood": 1})
    before = journal.snapshot()
    app = chosen(page(journal), packed_backup(taken, TODAY))
    app.segmented_control(key="backup.way").set_value("Replace").run()
    assert "there is no undoing it" in words(app)
    assert downloads(app)["Back up what is here now"]
    assert app.button(key="backup.replace").disabled
    typed(app, "backup.confirm", "yes")
    assert app.button(key="backup.replace").disabled
    typed(app, "backup.confirm", "Replace ")
    assert before == journal.snapshot()
    app.button(key="backup.replace").click().run()
    assert taken == journal.snapshot()
    assert "Restored" in words(app)
    assert not app.exception


def test_an_open_link_is_said_to_stay_and_stays() -> None:
    taken, journal = filled_journal().snapshot(), empty_journal()
    journal.save_day(DAY, {"mood": 1})
    grant, _ = journal.make_link("Ada", Passes(), LinkTerms(), lasting_days=None)
    app = chosen(page(journal), packed_backup(taken, TODAY))
    assert "What you share and what was written back are in it" in words(app)
    assert SHARED_STAYS not in words(app)
    app.segmented_control(key="backup.way").set_value("Replace").run()
    assert SHARED_STAYS in words(app)
    typed(app, "backup.confirm", "replace")
    app.button(key="backup.replace").click().run()
    assert grant in journal.grants()


def test_what_was_shared_is_counted_before_it_comes_back_and_a_second_time_is_nothing() -> None:
    taken, journal = filled_journal().snapshot(), empty_journal()
    journal.save_day(DAY, {"mood": 1})
    app = chosen(page(journal), packed_backup(taken, TODAY))
    assert "2 shares and 3 replies come back, too. No link that comes back" in words(app)
    app.button(key="backup.add").click().run()
    assert "2 shares and 3 replies came back." in words(app)
    assert taken.shared == journal.snapshot().shared
    app.button(key="bring.undo_result").click().run()
    assert taken.shared == journal.snapshot().shared
    chosen(app, packed_backup(taken, TODAY))
    assert "back, too" not in words(app)


def test_a_backup_with_a_reply_alone_that_is_missing_brings_it_back() -> None:
    journal = filled_journal()
    taken = backup_of(journal)
    (thanks,) = [reply for reply in journal.replies() if reply.words == "Thank you"]
    journal.remove_reply(thanks.id)
    app = chosen(page(journal), taken)
    assert "1 reply comes back, too." in words(app)
    assert "No link" not in words(app)
    app.button(key="backup.add").click().run()
    assert "1 reply came back." in words(app)
    assert thanks in journal.replies()
    assert "bring.undo_result" not in [button.key for button in app.button]


def test_a_wish_for_a_file_that_is_gone_is_forgotten() -> None:
    app = page(empty_journal())
    app.session_state["backup.wish"] = "Replace"
    app.run()
    assert "backup.wish" not in app.session_state
    assert not app.exception


def test_a_file_that_is_no_backup_gives_one_sentence() -> None:
    app = chosen(page(empty_journal()), b"date,mood\n2026-05-14,3\n")
    assert "no record and no backup of Tending" in words(app)
    assert not app.exception


def test_the_words_of_a_backup_stay_words() -> None:
    journal = empty_journal()
    journal.save_day(DAY, {"note": "other"})
    other = empty_journal()
    other.save_day(DAY, {"note": "**bold** <img src=x>"})
    app = chosen(page(journal), backup_of(other))
    listed = [item.value for item in app.markdown if "bold" in item.value]
    assert listed
    assert all(r"\*\*bold\*\*" in item for item in listed)


def test_the_largest_record_gets_through_and_a_larger_file_is_spoken_of() -> None:
    config = tomllib.loads((PROJECT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert LARGEST_RECORD == LARGEST_MB * 1_000_000
    assert config["server"]["maxUploadSize"] == LARGEST_MB
    assert f"Up to {LARGEST_MB} MB. A file that is marked in red" in words(page(empty_journal()))
