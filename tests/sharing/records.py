"""Whole small journals at random, and the same with everything cut out that a grant keeps back.

The cutting is written anew here, plainly, record by record: what is tested is that a journal seen
through a grant cannot be told from one in which the rest was never written.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from journal.domain.catalogues import CatalogueName, Entry
from journal.domain.contexts import Context, ContextKind
from journal.domain.cycle_answers import CycleAnswer
from journal.domain.grants import MomentsShown, Passes
from journal.domain.intentions import Intention
from journal.domain.journal import ImportBatch, Journal
from journal.domain.moments import Author, BidResponse, Initiator, Moment, WithWhom
from journal.domain.owner_settings import OwnerSettings
from journal.domain.partner_card import PartnerCard
from journal.domain.ranges import DateRange
from journal.domain.ratings import RATINGS
from journal.domain.stages import Stage, StageDeclaration
from tests.strategies import ACCOUNT_RULES, PLAIN_VALUES, SENSATIONS, cycle_answers

NOW = datetime(2026, 6, 30, 12, 0, tzinfo=UTC)
TODAY = NOW.date()
DATES = st.dates(date(2026, 5, 1), TODAY)
SPAN_DATES = st.dates(date(2026, 4, 20), date(2026, 7, 10))
BODY = frozenset(
    {"bleeding", "not_my_period", "lh_test", "temperature_c", "temperature_disturbed", "mucus"}
)
KINDS = ("long_hug", "kiss", "own_tea", "own_bench")
SIGNS = ("cramps", "hot_flush", "own_ache")
OWN_NAMES = (
    (CatalogueName.MOMENTS, Entry("own_tea", "Tea on the step", "own", own=True)),
    (CatalogueName.MOMENTS, Entry("own_bench", "The bench by the mill", "own", own=True)),
    (CatalogueName.MOMENTS, Entry("kiss", "Her word for a kiss", "own", hidden=True)),
    (CatalogueName.SIGNS, Entry("own_ache", "The ache in the shin", "own", own=True)),
    (CatalogueName.LADDER, Entry("own_step", "Sit beside the door", "own", own=True)),
)
OWN_WORDS = st.text("abcdefgh ", min_size=8, max_size=16).filter(str.strip)


@dataclass(frozen=True, slots=True)
class Record:
    """Everything somebody wrote."""

    days: Mapping[date, Mapping[str, object]] = field(default_factory=dict)
    moments: tuple[Moment, ...] = ()
    contexts: tuple[Context, ...] = ()
    stages: tuple[StageDeclaration, ...] = ()
    answers: tuple[CycleAnswer, ...] = ()
    intentions: tuple[Intention, ...] = ()
    entries: tuple[tuple[CatalogueName, Entry], ...] = ()
    settings: OwnerSettings = field(default_factory=OwnerSettings)

    def written_into(self, journal: Journal) -> Journal:
        """Write all of it into an empty journal."""
        journal.import_all(
            ImportBatch(
                "all",
                self.days,
                self.moments,
                self.contexts,
                self.intentions,
                entries=self.entries,
                stages=self.stages,
                cycle_answers=self.answers,
            )
        )
        journal.change_settings(lambda _: self.settings)
        return journal


PASSES = st.builds(
    Passes,
    dates=st.none()
    | st.tuples(SPAN_DATES, SPAN_DATES).map(lambda two: DateRange(min(two), max(two))),
    rolling_days=st.integers(1, 60),
    ratings=st.frozensets(st.sampled_from(sorted(RATINGS))),
    cycle=st.booleans(),
    signs=st.booleans(),
    moments=st.sampled_from(MomentsShown),
    contexts=st.booleans(),
    findings=st.booleans(),
    notes=st.booleans(),
)
WITHOUT_NOTE = {name: values for name, values in PLAIN_VALUES.items() if name != "note"}
# Records are full on purpose: an empty one has nothing to leak.
DAY_VALUES = st.builds(
    lambda plain, signs, felt: (
        plain
        | {f"sign:{code}": strength for code, strength in signs.items()}
        | {f"sensation:{item.place}:{item.quality}": True for item in felt}
    ),
    st.fixed_dictionaries({"note": OWN_WORDS}, optional=WITHOUT_NOTE),
    st.dictionaries(st.sampled_from(SIGNS), st.sampled_from(["absent", "mild", "severe"])),
    st.frozensets(SENSATIONS, max_size=1),
)
MOMENTS = st.builds(
    Moment,
    date=DATES,
    kind=st.sampled_from(KINDS),
    id=st.uuids().map(lambda value: value.hex),
    at=st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    initiator=st.none() | st.sampled_from(Initiator),
    response=st.none() | st.sampled_from(BidResponse),
    with_whom=st.none() | st.sampled_from(WithWhom),
    phone_in_way=st.none() | st.booleans(),
    minutes=st.none() | st.integers(1, 90),
    sensations=st.frozensets(SENSATIONS, max_size=1),
    note=st.none() | OWN_WORDS,
    author=st.sampled_from(Author),
)
CONTEXTS = st.builds(
    lambda kind, days, ends, name, id_: Context(
        kind, min(days), max(days) if ends and days[0] != days[1] else None, name, id_
    ),
    st.sampled_from(ContextKind),
    st.tuples(SPAN_DATES, SPAN_DATES),
    st.booleans(),
    OWN_WORDS,
    st.uuids().map(lambda value: value.hex),
)
INTENTIONS = st.builds(
    Intention, week=DATES, words=OWN_WORDS, id=st.uuids().map(lambda value: value.hex)
)
SETTINGS = st.builds(
    OwnerSettings,
    welcomed=st.booleans(),
    birth_year=st.none() | st.integers(1950, 2005),
    ratings=st.lists(st.sampled_from(["calm", "stress"]), unique=True).map(tuple),
    body_signs=st.booleans(),
    intimate_practices=st.booleans(),
    account=ACCOUNT_RULES,
    leave_apart_out=st.booleans(),
    partner_card=st.builds(PartnerCard, words=OWN_WORDS),
    last_conversation=st.none() | DATES,
)
RECORDS = st.builds(
    Record,
    days=st.dictionaries(DATES, DAY_VALUES, min_size=4, max_size=7),
    moments=st.lists(MOMENTS, min_size=3, max_size=5).map(tuple),
    contexts=st.lists(CONTEXTS, min_size=3, max_size=4).map(tuple),
    stages=st.dictionaries(SPAN_DATES, st.sampled_from(Stage), max_size=3).map(
        lambda found: tuple(StageDeclaration(day, stage) for day, stage in sorted(found.items()))
    ),
    answers=st.lists(
        cycle_answers(DATES), max_size=3, unique_by=lambda item: (item.date, item.question)
    ).map(tuple),
    intentions=st.lists(INTENTIONS, max_size=2).map(tuple),
    entries=st.sets(st.sampled_from(range(len(OWN_NAMES)))).map(
        lambda places: tuple(OWN_NAMES[place] for place in sorted(places))
    ),
    settings=SETTINGS,
)


def cut(record: Record, passes: Passes) -> Record:
    """Return the record as if only what the grant names had ever been written."""
    span = passes.span(TODAY)
    detail = passes.moments is MomentsShown.IN_DETAIL
    days = {day: _day(values, passes) for day, values in record.days.items() if day in span}
    moments = tuple(
        replace(item, note=None) if detail else Moment(item.date, item.kind, item.id)
        for item in record.moments
        if item.date in span and passes.moments is not MomentsShown.NONE
    )
    kinds = {item.kind for item in moments}
    signs = {name.removeprefix("sign:") for values in days.values() for name in values}
    used = {CatalogueName.MOMENTS: kinds, CatalogueName.SIGNS: signs, CatalogueName.LADDER: set()}
    return Record(
        days=days,
        moments=moments,
        contexts=tuple(_contexts(record, passes, span)),
        stages=tuple(_stages(record, span)) if passes.cycle else (),
        answers=tuple(item for item in record.answers if item.date in span and passes.cycle),
        entries=tuple(
            (name, replace(entry, hidden=False))
            for name, entry in record.entries
            if entry.code in used[name]
        ),
        settings=_settings(record.settings, passes, kinds),
    )


def _day(values: Mapping[str, object], passes: Passes) -> dict[str, object]:
    kept = set(passes.ratings) | ({"sleep_hours"} if "sleep_quality" in passes.ratings else set())
    kept |= BODY if passes.cycle else set()
    detail = passes.moments is MomentsShown.IN_DETAIL
    kept |= {"touch", "partner"} if detail else set()
    if passes.notes and values.get("note_shared") and values.get("note"):
        kept |= {"note", "note_shared"}
    return {
        name: value
        for name, value in values.items()
        if name in kept
        or (name.startswith("sign:") and passes.signs)
        or (name.startswith("sensation:") and detail)
    }


def _contexts(record: Record, passes: Passes, span: DateRange) -> list[Context]:
    about_life = {ContextKind.TIME_APART, ContextKind.EVENT}
    touching = [item for item in record.contexts if any(item.covers(day) for day in span)]
    if passes.contexts:
        return touching
    return [
        replace(item, name=None)
        for item in touching
        if passes.cycle and item.kind not in about_life
    ]


def _stages(record: Record, span: DateRange) -> list[StageDeclaration]:
    if not span:
        return []
    holding = [item for item in record.stages if item.date <= span.start][-1:]
    return holding + [item for item in record.stages if span.start < item.date < span.end]


def _settings(settings: OwnerSettings, passes: Passes, kinds: set[str]) -> OwnerSettings:
    detail = passes.moments is MomentsShown.IN_DETAIL
    weights = {kind: by for kind, by in settings.account.weights.items() if kind in kinds}
    plain = OwnerSettings()
    return OwnerSettings(
        welcomed=True,
        ratings=tuple(code for code in settings.ratings if code in passes.ratings),
        body_signs=settings.body_signs and passes.cycle,
        account=replace(settings.account, weights=weights) if detail else plain.account,
        leave_apart_out=settings.leave_apart_out and detail,
        forecasts=False,
        offers=False,
    )
