"""What the tests in other browsers look at: a journal that is served, and files made of it."""

from dataclasses import dataclass, replace
from pathlib import Path

from journal.domain.grants import PRESETS, GrantPreset, LinkTerms
from journal.domain.partner_card import CardPart, PartnerCard
from journal.example.generator import example_with_cycles
from journal.example.load import load_example
from journal.sharing.payload import DeskTerms
from journal.sharing.sealed_file import page_of, sealed_file
from journal.sharing.shared_view import ShareWish, shared_view
from journal.storage import OwnerJournal
from tests.docs.test_sharing_sealed_file import told_document
from tests.support.day_form import her_today, journal_in
from tests.support.server import JournalServer

PASSPHRASE = "lantern pier meadow coast"  # noqa: S105  # of a test
WORDS = "Look at <June> with me."
GRANT_OF_THE_FILE = "grant-of-a-file"
# The example's two years; what the ratings of a coach's view show is drawn from the newest.
SHOWN_DAYS = 60


@dataclass(frozen=True, slots=True)
class World:
    """The example journal, served, and a folder with what was made of it."""

    server: JournalServer
    folder: Path

    @property
    def journal(self) -> OwnerJournal:
        """The journal, opened beside the server."""
        return journal_in(self.folder)

    @property
    def sealed(self) -> Path:
        """A sealed file for a coach, who may reply."""
        return self.folder / "sealed.html"

    @property
    def vector(self) -> Path:
        """The file that the description of the format tells how to make."""
        return self.folder / "vector.html"

    def address(self, preset: GrantPreset, passphrase: str = "") -> str:
        """Make a link and return where it leads."""
        passes = replace(PRESETS[preset], rolling_days=SHOWN_DAYS)
        terms = LinkTerms(WORDS, may_reply=True, may_add_moments=preset is GrantPreset.PARTNER)
        _, secret = self.journal.make_link(
            "Ada Lee", passes, terms, lasting_days=30, passphrase=passphrase
        )
        ending = ".p" if passphrase else ""
        return f"{self.server.url}/shared#{secret}{ending}"


def fill(folder: Path) -> None:
    """Write the journal and the files, for a server to be started on."""
    journal = journal_in(folder)
    today = her_today()
    load_example(example_with_cycles(today), journal)
    card = PartnerCard("Come & <sit> with me.", frozenset(CardPart), ("Tea in bed",))
    journal.change_settings(lambda kept: replace(kept, partner_card=card))
    passes = replace(PRESETS[GrantPreset.COACH], rolling_days=SHOWN_DAYS)
    view = shared_view(journal, ShareWish("Ada Lee", passes, WORDS), today)
    desk = DeskTerms(GRANT_OF_THE_FILE, passes.span(today), may_reply=True)
    (folder / "sealed.html").write_bytes(sealed_file(view, PASSPHRASE, desk))
    (folder / "vector.html").write_bytes(page_of(told_document()))
