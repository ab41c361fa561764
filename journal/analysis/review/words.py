"""A review in sentences: its parts in one order, for the page, for text and for the file alike.

More, less, about the same, or too close to tell; nothing is praised or blamed, and nothing is said
to come of anything. Words of hers stand as she typed them, and are for the reader of the parts to
make literal.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from journal.analysis.relations.words import finding_words
from journal.analysis.review.event_words import event_items, standing_lines, standing_title
from journal.analysis.review.measure_words import (
    ANYTHING,
    changed_items,
    held_items,
    looked_at_lines,
    sign_items,
    too_few_items,
    unclear_items,
)
from journal.analysis.review.moment_words import (
    bid_lines,
    felt_items,
    group_items,
    moment_lines,
)
from journal.analysis.review.notes import ReviewNote
from journal.analysis.review.review import Matters, Recorded, Review
from journal.analysis.review.spans import ReviewKind, ReviewSpan
from journal.connection.intention_words import closed_words
from journal.domain.days import SIGN_PREFIX
from journal.domain.labels import counted, date_words, listed, span_words, weekday_words

TITLE: Final = "Review"
KIND_NAMES: Final = {
    ReviewKind.LAST_MONTH: "Last month",
    ReviewKind.SINCE_CONVERSATION: "Since we last talked",
    ReviewKind.THIS_CYCLE: "This cycle",
    ReviewKind.OWN_DATES: "My own dates",
}
WHO_WORDS: Final = "“You” is the person who keeps this journal."
NO_ADVICE: Final = "A record of one person, and no medical advice."
NOTHING: Final = (
    "Nothing is recorded in these days. What you note on Today is gathered here, whenever it comes."
)
MATTERS_TITLE: Final = "What goes with what, over the last three years"
CHOSEN_NOTES: Final = "Notes you chose for this review; the others stay with you."


class Theme(StrEnum):
    """What she can leave out of a review, as she takes it to somebody."""

    STANDING = "standing"
    RATINGS = "ratings"
    SIGNS = "signs"
    MOMENTS = "moments"
    FELT = "felt"
    INTENTIONS = "intentions"
    MATTERS = "matters"


THEME_NAMES: Final = {
    Theme.STANDING: "Where you stand",
    Theme.RATINGS: "Then and now",
    Theme.SIGNS: "Signs",
    Theme.MOMENTS: "Moments and bids",
    Theme.FELT: "The body",
    Theme.INTENTIONS: "What you had chosen",
    Theme.MATTERS: "What goes with what",
}
THEME_CODES: Final = {
    **{theme: (theme.value,) for theme in Theme},
    Theme.RATINGS: ("changed", "held", "unclear", "too_few"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a review.

    Attributes:
        code: Stable: "changed".
        lines: Sentences.
        items: A list below them.
    """

    code: str
    title: str
    lines: tuple[str, ...] = ()
    items: tuple[str, ...] = ()

    @property
    def under_picture(self) -> bool:
        """Whether it says something of the picture of both spans, and stands below its heading."""
        return self.code in THEME_CODES[Theme.RATINGS]


def heading_words(review: Review) -> str:
    """Name the days of a review: "23 October to 22 November 2026"."""
    return span_words(review.span.range_)


def compared_words(span: ReviewSpan) -> str:
    """Say what the days are compared with."""
    days = span_words(span.before)
    if span.same_cycle_days:
        return f"Compared with the same days of the cycle before, {days}."
    return f"Compared with the {counted(len(span.before), 'day')} before, {days}."


def review_parts(
    review: Review, notes: Sequence[ReviewNote] = (), left_out: Collection[Theme] = ()
) -> tuple[Part, ...]:
    """Return everything that is said, part by part; a part with nothing to say is left out.

    Args:
        review: What there is to say.
        notes: Those she chose.
        left_out: What she wants left out of this review.
    """
    if review.nothing:
        return (Part("nothing", "Nothing recorded", (NOTHING,)),)
    unsaid = {code for theme in left_out for code in THEME_CODES[theme]}
    return tuple(
        part
        for part in _parts(review, notes)
        if part.code not in unsaid and (part.lines or part.items)
    )


def _parts(review: Review, notes: Sequence[ReviewNote]) -> Iterator[Part]:
    yield Part("recorded", "How complete this is", tuple(_recorded_lines(review)))
    yield Part(
        "standing", standing_title(review), standing_lines(review), event_items(review.events)
    )
    yield Part("changed", "What changed", looked_at_lines(review), changed_items(review))
    yield Part("held", "What stayed about the same", items=held_items(review))
    unclear = unclear_items(review)
    yield Part("unclear", "Too close to tell", (ANYTHING,) if unclear else (), unclear)
    yield Part("too_few", "Too few days to say", items=too_few_items(review))
    yield Part("signs", "Signs", items=sign_items(review))
    met = review.moments
    yield Part(
        "moments", "Moments and bids", (*moment_lines(met), *bid_lines(met)), group_items(met)
    )
    yield Part("felt", "What you felt in your body", items=felt_items(met))
    weeks = tuple(f"{span_words(week.week)}: {closed_words(week)}" for week in review.weeks)
    yield Part("intentions", "What you had chosen", items=weeks)
    yield from matters_part(review)
    if notes:
        yield note_part(notes)


def matters_part(review: Review) -> tuple[Part, ...]:
    """Return the part of the longer record; nothing until its findings are added."""
    found = review.matters
    if found is None:
        return ()
    said = tuple(finding_words(item, review.names) for item in found.findings)
    return (Part("matters", MATTERS_TITLE, (_matters_words(found),), said),)


def note_part(notes: Sequence[ReviewNote]) -> Part:
    """Return the part of the notes she chose."""
    return Part("notes", "What you noted", (CHOSEN_NOTES,), tuple(map(note_words, notes)))


def note_words(note: ReviewNote) -> str:
    """Write a note with its date: "Thursday 14 May 2026: …"."""
    about = f" ({note.about})" if note.about else ""
    return f"{weekday_words(note.date)}{about}: {note.words.strip()}"


def _recorded_lines(review: Review) -> Iterator[str]:
    found: Recorded = review.recorded
    verb = "holds" if found.now.recorded == 1 else "hold"
    yield (
        f"{found.now.recorded:,} of {counted(found.now.days, 'day')} {verb} something; of the "
        f"{counted(found.before.days, 'day')} compared with, {found.before.recorded:,}."
    )
    told = [
        f"{_name(measure, review)} on {counted(days, 'day')}"
        for measure, days in found.measures.items()
        if not measure.startswith(SIGN_PREFIX)
    ]
    if told:
        yield f"Recorded: {listed(told)}."
    if review.apart_left_out and review.events.apart_days + review.events.apart_before:
        yield "Days apart are left out of what is compared, as you chose."


def _name(measure: str, review: Review) -> str:
    name = review.names[measure]
    return f"{name[0].lower()}{name[1:]}"


def _matters_words(matters: Matters) -> str:
    """Say how many relations there were to choose from, and that these concern the span.

    There may be more of them that do: a pair of measures is told of once, and three are enough.
    """
    if not matters.looked_at:
        return "No relation can be looked at yet: each needs more days."
    said = f"{counted(matters.looked_at, 'relation')} looked at, "
    said += f"{matters.sure or 'none'} of them sure."
    match len(matters.findings):
        case 0:
            return f"{said} None that is sure concerns these days."
        case 1:
            return f"{said} This one concerns these days:"
        case 2:
            return f"{said} These two concern these days:"
        case _:
            return f"{said} These three concern these days:"


def made_words(review: Review) -> str:
    """Say when a review was made."""
    return f"Made on {date_words(review.today)}."
