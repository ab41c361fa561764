"""A small journal to review: ratings of half a year, a little of everything in its last month."""

from datetime import timedelta

from journal.analysis.review.review import Review, review
from journal.analysis.review.spans import last_month
from journal.cycle.engine import read_cycles
from journal.cycle.record import load_cycle_record
from journal.domain.contexts import Context, ContextKind
from journal.domain.days import Bleeding, Day, Sensation, SignStrength
from journal.domain.intentions import Intention
from journal.domain.moments import BidResponse, Initiator, Moment
from tests.builders import on
from tests.in_memory_journal import InMemoryJournal

TODAY = on("2026-11-22")
MARKUP = "<img src=x onerror=alert(1)> **bold**"


def small_journal(rise: int = 0) -> InMemoryJournal:
    """Make it; `rise` lifts the mood of the last month."""
    month = last_month(TODAY).range_
    days = [
        Day(
            TODAY - timedelta(days=ago),
            mood=4 + ago % 3 + (rise if TODAY - timedelta(days=ago) in month else 0),
            calm=5 + ago % 2,
        )
        for ago in range(180)
    ]
    bled = [
        Day(on(onset) + timedelta(days=place), bleeding=Bleeding.MEDIUM)
        for onset in ("2026-10-12", "2026-11-10")
        for place in range(4)
    ]
    own = [
        Day(on("2026-11-12"), note=MARKUP, signs={"headache": SignStrength.MILD}),
        Day(on("2026-11-13"), sensations=frozenset({Sensation("heart", "warmth")})),
    ]
    bids = [
        Moment(
            on("2026-11-14"),
            "smile",
            str(place),
            initiator=Initiator.SELF,
            response=BidResponse.TURNED_TOWARD,
        )
        for place in range(6)
    ]
    move = Context(ContextKind.EVENT, on("2026-11-01"), name="A move", id="1")
    tea = Intention(on("2026-11-09"), "Tea together", done_on=on("2026-11-10"), id="1")
    return InMemoryJournal([*days, *bled, *own], bids, kept_contexts=[move], kept_intentions=[tea])


def made(journal: InMemoryJournal) -> Review:
    """Review its last month."""
    record = load_cycle_record(journal, TODAY)
    return review(journal, record, read_cycles(record, TODAY), last_month(TODAY))
