from tests.exchange.record.journals import TODAY, filled_journal
from tests.views.backup_page import opened, words


def test_each_file_is_offered_with_what_it_holds() -> None:
    app = opened(filled_journal(), TODAY, "data")
    assert not app.exception
    offered = [button.proto.label for button in app.get("download_button")]
    assert offered == ["Take the tables (CSV)", "Take the complete record (JSON)"]
    assert "Whoever has these files can read them" in words(app)
    assert "Only what opens something is not in it: links, and the address of a calendar." in words(
        app
    )
