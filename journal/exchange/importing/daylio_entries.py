"""What Daylio's two formats have in common: entries, several a day, brought together into days.

The mood of a day is the mean of its entries, rounded half up; each entry keeps its time, its mood
name and its words in the day's note. Only the owner can say what a mood name means in numbers.
"""

import html
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from fractions import Fraction
from typing import Final

from journal.domain.ratings import Rating
from journal.exchange.importing.daylio_activities import Activities
from journal.exchange.importing.daylio_scales import Scale, Scales
from journal.exchange.importing.gathering import Gathering
from journal.exchange.importing.parsed import (
    LEAVE_OUT,
    Answers,
    Choices,
    Parsed,
    QuestionKind,
)
from journal.exchange.importing.upload import clean_text

# The middle of five steps laid on 0–10; a best day is rarely the best imaginable.
RATING_BY_GROUP: Final = {1: "9", 2: "7", 3: "5", 4: "3", 5: "1"}
STANDARD_MOODS: Final = {"rad": 1, "good": 2, "meh": 3, "bad": 4, "awful": 5}
MOST_MOODS: Final = 60
_BLOCK_TAGS: Final = re.compile(
    r"<(?:br|p|div|ul|ol|h[1-6])\b[^<>]{0,300}>|</(?:div|p|ul|ol|h[1-6])>", re.IGNORECASE
)
_ITEM_TAG: Final = re.compile(r"<li\b[^<>]{0,300}>", re.IGNORECASE)
_OTHER_TAGS: Final = re.compile(
    r"</?(?:b|i|u|s|em|strong|strike|del|font|span|ul|ol|br|a|big|small|sub|sup|li)\b[^<>]{0,300}>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MoodName:
    """A mood as the owner named it in Daylio.

    Attributes:
        key: What the entries refer to it by.
        default: A rating as text, or `LEAVE_OUT` where nothing but the owner can tell.
    """

    key: str
    words: str
    default: str


@dataclass(frozen=True, slots=True)
class DaylioEntry:
    """One entry.

    Attributes:
        place: Names it in a sentence ("Line 7").
        mood: Key of its mood name; empty where the entry has none.
    """

    place: str
    day: date
    at: time | None
    mood: str
    title: str
    note: str
    activities: Sequence[str] = ()
    scales: Sequence[Scale] = ()


@dataclass(slots=True)
class DaylioFile:
    """A file on its way to `Parsed`: what was found so far and what the owner answered."""

    gathering: Gathering
    answers: Answers


def opened(choices: Choices) -> DaylioFile:
    """Begin a file."""
    return DaylioFile(Gathering(), Answers(choices))


def parsed_entries(
    name: str, file: DaylioFile, entries: Sequence[DaylioEntry], moods: Mapping[str, MoodName]
) -> Parsed:
    """Bring the entries of a file together by day."""
    gathering = file.gathering
    ratings = _ratings(file, entries, moods)
    activities = Activities.asked(file.answers, [entry.activities for entry in entries])
    scales = Scales.asked(file.answers, [entry.scales for entry in entries])
    by_day: dict[date, list[DaylioEntry]] = defaultdict(list)
    for entry in entries:
        by_day[entry.day].append(entry)
    for day, of_day in by_day.items():
        # Newest first in the file, oldest first in the note; without a time, as they stand.
        of_day.reverse()
        of_day.sort(key=lambda entry: entry.at or time.min)
        _read_day(file, day, of_day, ratings)
        kept = [
            activities.carry(gathering, entry.day, entry.at, entry.activities) for entry in of_day
        ]
        measured = scales.carry(gathering, day, [(item.place, item.scales) for item in of_day])
        for entry, words, values in zip(of_day, kept, measured, strict=True):
            mood = moods[entry.mood].words if entry.mood else ""
            gathering.add_note(
                day,
                _note(entry, mood, words, values, alone=len(of_day) == 1 and entry.mood in ratings),
            )
        _say_mean(gathering, day, of_day, ratings)
    _remark(gathering, by_day)
    return gathering.parsed(name, file.answers)


def _ratings(
    file: DaylioFile, entries: Sequence[DaylioEntry], moods: Mapping[str, MoodName]
) -> dict[str, Rating]:
    counts = Counter(entry.mood for entry in entries if entry.mood)
    ratings = {}
    for key, count in counts.most_common():
        mood = moods[key]
        answer = mood.default
        if len(file.answers.asked) < MOST_MOODS:
            answer = file.answers.ask(
                f"mood:{key}", QuestionKind.RATING, mood.words, default=answer, count=count
            )
        if answer == LEAVE_OUT:
            file.gathering.leave_out(
                f"The mood “{mood.words}” as a number",
                "no number is chosen for it; its name stays in the note",
                count,
            )
        else:
            ratings[key] = int(answer)
    return ratings


def _mean(
    of_day: Sequence[DaylioEntry], ratings: Mapping[str, Rating]
) -> tuple[Rating, int] | None:
    known = [ratings[entry.mood] for entry in of_day if entry.mood in ratings]
    if not known:
        return None
    return int(Fraction(sum(known), len(known)) + Fraction(1, 2)), len(known)


def _read_day(
    file: DaylioFile, day: date, of_day: Sequence[DaylioEntry], ratings: Mapping[str, Rating]
) -> None:
    if mean := _mean(of_day, ratings):
        file.gathering.put(day, "mood", mean[0], of_day[0].place)
    for entry in of_day:
        if not entry.mood:
            file.gathering.leave_out(
                f"{entry.place}: a mood", "the file has none there; it stays not recorded"
            )


def _note(
    entry: DaylioEntry, mood: str, activities: Sequence[str], scales: Sequence[str], *, alone: bool
) -> str:
    paragraphs = [plain_text(entry.title), plain_text(entry.note)]
    if activities:
        paragraphs.append(f"Activities: {' | '.join(activities)}")
    paragraphs += scales
    paragraphs = [paragraph for paragraph in paragraphs if paragraph]
    if alone and not paragraphs:
        return ""
    heading = " ".join(filter(None, [f"{entry.at:%H:%M}" if entry.at else "", mood]))
    return "\n".join(filter(None, [heading, *paragraphs]))


def _say_mean(
    gathering: Gathering, day: date, of_day: Sequence[DaylioEntry], ratings: Mapping[str, Rating]
) -> None:
    mean = _mean(of_day, ratings)
    if mean and len(of_day) > 1:
        of = f"{mean[1]} entries" if mean[1] > 1 else "one entry"
        gathering.add_note(day, f"Mood {mean[0]}: the mean of {of} brought from Daylio.")


def _remark(gathering: Gathering, by_day: Mapping[date, Sequence[DaylioEntry]]) -> None:
    several = [len(of_day) for of_day in by_day.values() if len(of_day) > 1]
    if several:
        gathering.remarks.append(
            f"Days with several entries: {len(several):,}. The mood of such a "
            "day is their mean, rounded to a whole number (a half goes up). Each entry keeps its "
            "time, its mood name and its words in the day's note."
        )


def plain_text(text: str) -> str:
    """Turn the HTML of Daylio's notes into plain text; what is no tag of it stays as written."""
    if "<" in text:
        text = _BLOCK_TAGS.sub("\n", _ITEM_TAG.sub("\n• ", text))
        text = _OTHER_TAGS.sub("", text)
    lines = html.unescape(text).replace("\xa0", " ").split("\n")
    joined = "\n".join(line.strip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", clean_text(joined))
