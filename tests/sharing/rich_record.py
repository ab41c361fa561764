"""One small journal in which every word is found nowhere else, and grants of it at random.

A word of hers is `Q`, its kind, `zq` and a number, so that it is found in whatever bytes it is in.
"""

import json
import re
from calendar import month_name
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, Final

from sqlalchemy import Engine

from journal.domain.account_rules import AccountRules
from journal.domain.catalogues import CatalogueName, Entry
from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer, CycleQuestion, CycleReply
from journal.domain.days import Sensation
from journal.domain.grants import Grant, LinkTerms, MomentsShown, Passes
from journal.domain.intentions import Intention
from journal.domain.moments import Author, BidResponse, Initiator, Moment, WithWhom
from journal.domain.own_calendar import OwnCalendar
from journal.domain.owner_settings import OwnerSettings
from journal.domain.partner_card import CardPart, PartnerCard
from journal.domain.ranges import DateRange
from journal.domain.ratings import RATINGS
from journal.domain.readers import OpenedGrant
from journal.domain.replies import Reply, ReplyKind
from journal.domain.stages import Stage, StageDeclaration
from journal.sharing.payload import reader_text
from journal.storage import OwnerJournal, owner_named
from tests.sharing.records import NOW, TODAY, Record, cut

DAYS: Final = 36
FIRST: Final = TODAY - timedelta(DAYS - 1)
# A capital first: in JSON the end of an escaped letter, as in \\u201c, may stand before it.
WORD: Final = re.compile(r"Q[a-z]+zq\d+")
LASTING_DAYS: Final = 30
# With a time of day it is where an axis begins or ends.
_ISO: Final = re.compile(r"\b\d{4}-\d\d-\d\d\b(?!T)")
_IN_WORDS: Final = re.compile(rf"\b(\d\d?) ({'|'.join(month_name[1:])}) (\d{{4}})\b")
_CARD_SECTION: Final = re.compile(r'<section id="part-card".*?</section>', re.DOTALL)


def word(kind: str, number: int = 0) -> str:
    """Return a word that stands in one place of the journal and in nobody's program."""
    return f"Q{kind}zq{number}"


def words_in(text: str) -> set[str]:
    """Return those of her words that stand in a text."""
    return set(WORD.findall(text))


def dates_in(text: str) -> set[date]:
    """Return the dates that stand in a text, as figures or in words."""
    named = (f"{day} {month} {year}" for day, month, year in _IN_WORDS.findall(text))
    in_words = {datetime.strptime(words, "%d %B %Y").date() for words in named}  # noqa: DTZ007
    return {date.fromisoformat(found) for found in _ISO.findall(text)} | in_words


def rich_record() -> Record:
    """Return a record that has something of everything, on every day of five weeks."""
    rnd = Random(7)
    dates = [FIRST + timedelta(number) for number in range(DAYS)]
    moments = tuple(_moment(number, day) for number, day in enumerate(dates))
    return Record(
        days={day: _day(number, rnd) for number, day in enumerate(dates)},
        moments=moments,
        contexts=_contexts(),
        stages=(
            StageDeclaration(FIRST - timedelta(400), Stage.EARLY_TRANSITION),
            StageDeclaration(FIRST + timedelta(20), Stage.LATE_TRANSITION),
        ),
        answers=(CycleAnswer(dates[30], CycleQuestion.EARLY_BLEED, CycleReply.NEW_PERIOD),),
        intentions=(Intention(dates[3], word("intention"), id="i0"),),
        entries=tuple(_entries()),
        settings=_settings(),
    )


def _day(number: int, rnd: Random) -> Mapping[str, object]:
    values: dict[str, object] = {code: rnd.randint(0, 10) for code in RATINGS}
    values |= {
        "sleep_hours": 3 + number / 10,
        "temperature_c": round(36 + number * 0.013, 2),
        "bleeding": "medium" if number % 27 in {2, 3, 4, 5} else None,
        "mucus": "egg_white" if number % 27 in {14, 15} else None,
        "lh_test": "positive" if number % 27 == 15 else None,
        "touch": rnd.choice(["welcome", "neutral", "unwelcome"]),
        "partner": rnd.choice(["together", "apart"]),
        "note": word("note", number),
        "note_shared": True if number % 3 == 0 else None,
        "sign:cramps": rnd.choice(["absent", "mild", "severe"]),
        f"sign:own_ache{number % 4}": "moderate",
        "sensation:heart:flutter": True,
    }
    return {name: value for name, value in values.items() if value is not None}


def _moment(number: int, day: date) -> Moment:
    return Moment(
        day,
        ("long_hug", "kiss", f"own_kind{number // 12}")[number % 3],
        id=f"m{number}",
        initiator=list(Initiator)[number % len(Initiator)],
        response=list(BidResponse)[number % len(BidResponse)],
        with_whom=list(WithWhom)[number % len(WithWhom)],
        phone_in_way=number % 5 == 0,
        minutes=1 + number,
        sensations=frozenset({Sensation("throat", "warmth")}),
        note=word("whisper", number),
        author=Author.PARTNER if number % 7 == 0 else Author.OWNER,
    )


def _contexts() -> tuple[Context, ...]:
    def after(days: int) -> date:
        return FIRST + timedelta(days)

    return (
        Context(ContextKind.PCOS, after(-700), None, word("pcos"), "c0"),
        Context(ContextKind.EVENT, after(4), after(6), word("move"), "c1"),
        Context(ContextKind.EVENT, after(-90), after(-80), word("longago"), "c2"),
        Context(ContextKind.TIME_APART, after(11), after(15), word("apart"), "c3"),
        Context(ContextKind.EVENT, after(25), None, word("job"), "c4"),
    )


def _entries() -> list[tuple[CatalogueName, Entry]]:
    def own(code: str, name: str) -> Entry:
        return Entry(code, name, "own", own=True)

    moments = [(CatalogueName.MOMENTS, own(f"own_kind{n}", word("kind", n))) for n in range(4)]
    signs = [(CatalogueName.SIGNS, own(f"own_ache{n}", word("ache", n))) for n in range(5)]
    renamed = (CatalogueName.MOMENTS, Entry("kiss", word("kiss"), "own"))
    return [*moments, *signs, renamed, (CatalogueName.LADDER, own("own_step", word("step")))]


def _settings() -> OwnerSettings:
    return OwnerSettings(
        welcomed=True,
        birth_year=1979,
        ratings=tuple(RATINGS)[3:],
        body_signs=True,
        account=AccountRules(half_life_days=4.5, weights={"kiss": 1.5, "own_kind0": 2.5}),
        partner_card=PartnerCard(word("cardwords"), frozenset(CardPart), (word("cardthing"),)),
        own_calendar=OwnCalendar(word("calendar")),
        last_conversation=TODAY - timedelta(9),
    )


def random_passes(count: int, seed: int = 20261123) -> list[Passes]:
    """Return so many grants of anything, of any dates in and around the journal's.

    What takes long to write down is granted more seldom than the rest.
    """
    rnd = Random(seed)
    return [_passes(rnd) for _ in range(count)]


def _passes(rnd: Random) -> Passes:
    def some(chance: float) -> bool:
        return rnd.random() < chance

    days = sorted(rnd.randint(-10, DAYS + 8) for _ in range(2))
    fixed = DateRange(FIRST + timedelta(days[0]), FIRST + timedelta(days[1]))
    likely = rnd.choice([0.0, 0.1, 0.1, 0.5])
    return Passes(
        dates=fixed if some(0.7) else None,
        rolling_days=rnd.randint(1, DAYS + 4),
        ratings=frozenset(code for code in RATINGS if some(likely)),
        cycle=some(0.3),
        signs=some(0.4),
        moments=rnd.choices(list(MomentsShown), [2, 2, 1])[0],
        contexts=some(0.4),
        findings=some(0.1),
        notes=some(0.5),
        card=some(0.3),
    )


@dataclass(frozen=True, slots=True)
class GivenLink:
    """A link to the rich journal, with a reply by it that she answered."""

    number: int
    passes: Passes
    grant: Grant
    secret: str

    @property
    def words(self) -> set[str]:
        """Those of her words that may pass: as if nothing else had ever been written."""
        left = words_in(repr(cut(rich_record(), self.passes)))
        card = {word("cardwords"), word("cardthing")} if self.passes.card else set()
        return left | card | {word(kind, self.number) for kind in _OF_A_LINK}

    @property
    def dates(self) -> set[date]:
        """The dates that may pass: of what is left, of the grant, and where an axis ends."""
        left, span = cut(rich_record(), self.passes), self.passes.span(TODAY)
        ends = {item.end - timedelta(days) for item in left.contexts if item.end for days in (0, 1)}
        contexts = ends | {item.start for item in left.contexts}
        stages = {item.date for item in left.stages}
        around = {span.start - timedelta(1), *span, span.end}
        return {*around, *contexts, *stages, TODAY, (NOW + timedelta(LASTING_DAYS)).date()}


_OF_A_LINK: Final = ("recipient", "beforehand", "reply", "answer")


def give_links(journal: OwnerJournal, count: int) -> list[GivenLink]:
    """Write the rich journal, and let as many readers read it."""
    rich_record().written_into(journal)
    return [_given(journal, number, passes) for number, passes in enumerate(random_passes(count))]


def _given(journal: OwnerJournal, number: int, passes: Passes) -> GivenLink:
    terms = LinkTerms(word("beforehand", number), may_reply=True, may_add_moments=number % 2 == 0)
    recipient = word("recipient", number)
    grant, secret = journal.make_link(recipient, passes, terms, lasting_days=LASTING_DAYS)
    said = Reply(ReplyKind.COMMENT, word("reply", number), TODAY)
    journal.take_replies(grant.id, [said])
    (reply,) = (reply for reply in journal.replies() if reply.grant_id == grant.id)
    journal.answer_reply(reply.id, word("answer", number))
    return GivenLink(number, passes, grant, secret)


class Rest:
    """What a reader would get of a journal in which nothing but what was granted was written.

    Args:
        engine: A database with room for such journals.
    """

    def __init__(self, engine: Engine, write: Callable[[OpenedGrant], str] = reader_text) -> None:
        self._engine, self._write = engine, write

    def text(self, given: GivenLink, opened: OpenedGrant) -> str:
        """Return it, with the same replies and of the same day as what was opened."""
        owner = owner_named(self._engine, f"rest {given.number}")
        rest = OwnerJournal(self._engine, owner, lambda: NOW)
        cut(rich_record(), given.passes).written_into(rest)
        return self._write(replace(opened, journal=rest))


def without_card(text: str) -> Any:
    """Return a text without the card she made, which passes whole where it passes."""
    said = json.loads(text)
    said["html"] = _CARD_SECTION.sub("", said["html"])
    parts = said.get("desk", {}).get("parts", [])
    parts[:] = [part for part in parts if part["code"] != "card"]
    return said


def kinds_of(words: set[str]) -> set[str]:
    """Return of what kinds words are."""
    return {found[1:].partition("zq")[0] for found in words}


# What a reader comes to see of some grant or other, so that no test here is about nothing.
KINDS_SEEN: Final = frozenset(
    {*_OF_A_LINK, "note", "ache", "pcos", "move", "apart", "job", "cardwords", "cardthing"}
)
