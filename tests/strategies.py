"""Strategies for anything a journal can record, shared by the property tests."""

from dataclasses import replace
from datetime import date, time

from hypothesis import strategies as st

from journal.domain.account_rules import (
    LARGEST_WEIGHT,
    LONGEST_HALF_LIFE_DAYS,
    SHORTEST_HALF_LIFE_DAYS,
    AccountRules,
)
from journal.domain.csv_mapping import (
    LONGEST_COLUMN_NAME,
    LONGEST_MAPPING_NAME,
    ColumnUse,
    CsvMapping,
    DateOrder,
    Holds,
    word_key,
)
from journal.domain.cycle_answers import REPLIES, CycleAnswer, CycleQuestion
from journal.domain.day_fields import CHOICES, COLDEST_C, FLAGS, WARMEST_C
from journal.domain.days import (
    RATING_FIELDS,
    SENSATION_PREFIX,
    SIGN_PREFIX,
    Sensation,
    SignStrength,
)
from journal.domain.grants import MOST_ROLLING_DAYS, LinkTerms, MomentsShown, Passes
from journal.domain.intentions import LONGEST_WORDS, Intention, IntentionSource
from journal.domain.moments import Author, BidResponse, Initiator, Moment, WithWhom
from journal.domain.own_calendar import LONGEST_TITLE, OwnCalendar
from journal.domain.owner_settings import EARLIEST_BIRTH_YEAR, OwnerSettings, Situation
from journal.domain.partner_card import (
    LONGEST_CARD_WORDS,
    LONGEST_THING,
    MOST_THINGS,
    CardPart,
    PartnerCard,
)
from journal.domain.ranges import DateRange
from journal.domain.replies import Reply, ReplyKind

DATES = st.dates(date(2020, 1, 1), date(2026, 12, 31))
CODES = st.from_regex(r"[a-z][a-z_]{0,20}", fullmatch=True)
SENSATIONS = st.builds(Sensation, CODES, CODES)
LETTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\x00")
TEXTS = st.text(LETTERS, max_size=40)
PLAIN_VALUES = {
    **{name: st.integers(0, 10) for name in RATING_FIELDS},
    **{name: st.sampled_from(kind) for name, kind in CHOICES.items()},
    **{name: st.just(value=True) for name in FLAGS},
    "sleep_hours": st.floats(0, 24).map(lambda hours: round(hours, 1)),
    "temperature_c": st.floats(COLDEST_C, WARMEST_C).map(lambda degrees: round(degrees, 2)),
    "note": TEXTS.filter(str.strip),
}


@st.composite
def day_changes(draw: st.DrawFn) -> dict[str, object]:
    """Values for some fields of a day, among them fields that are cleared."""
    plain = draw(st.fixed_dictionaries({}, optional=PLAIN_VALUES))
    signs = draw(st.dictionaries(CODES, st.sampled_from(SignStrength), max_size=3))
    felt = draw(st.sets(SENSATIONS, max_size=2))
    cleared = draw(st.sets(st.sampled_from(sorted(PLAIN_VALUES)), max_size=2))
    return (
        plain
        | {SIGN_PREFIX + code: strength for code, strength in signs.items()}
        | {f"{SENSATION_PREFIX}{item.place}:{item.quality}": True for item in felt}
        | dict.fromkeys(cleared)
    )


MOMENTS = st.builds(
    Moment,
    date=DATES,
    kind=CODES,
    id=st.uuids().map(lambda value: value.hex),
    at=st.none() | st.times().map(lambda at: time(at.hour, at.minute)),
    initiator=st.none() | st.sampled_from(Initiator),
    response=st.none() | st.sampled_from(BidResponse),
    with_whom=st.none() | st.sampled_from(WithWhom),
    phone_in_way=st.none() | st.booleans(),
    minutes=st.none() | st.integers(1, 600),
    sensations=st.frozensets(SENSATIONS, max_size=2),
    note=st.none() | TEXTS.filter(str.strip),
    author=st.sampled_from(Author),
)
INTENTIONS = st.builds(
    Intention,
    week=DATES,
    words=st.text(LETTERS, min_size=1, max_size=LONGEST_WORDS).filter(str.strip),
    source=st.sampled_from(IntentionSource),
    code=st.just("") | CODES,
    done_on=st.none() | DATES,
    id=st.uuids().map(lambda value: value.hex),
)
WEIGHTS = st.floats(0, LARGEST_WEIGHT)
ACCOUNT_RULES = st.builds(
    AccountRules,
    half_life_days=st.floats(SHORTEST_HALF_LIFE_DAYS, LONGEST_HALF_LIFE_DAYS),
    weights=st.dictionaries(CODES, WEIGHTS, max_size=3),
    away=WEIGHTS,
    against=WEIGHTS,
)
PARTNER_CARDS = st.builds(
    PartnerCard,
    words=st.text(LETTERS, max_size=LONGEST_CARD_WORDS),
    shows=st.frozensets(st.sampled_from(CardPart)),
    things=st.lists(
        st.text(LETTERS, min_size=1, max_size=LONGEST_THING).filter(str.strip), max_size=MOST_THINGS
    ).map(tuple),
)
OWN_CALENDARS = st.builds(
    OwnCalendar,
    title=st.text(LETTERS, max_size=LONGEST_TITLE),
    remind_at=st.none() | st.times().map(lambda at: at.replace(microsecond=0)),
    key=st.just("") | st.uuids().map(lambda key: key.hex),
)

PASSES = st.builds(
    Passes,
    dates=st.none()
    | st.lists(DATES, min_size=2, max_size=2).map(lambda ends: DateRange(*sorted(ends))),
    rolling_days=st.integers(1, MOST_ROLLING_DAYS),
    ratings=st.frozensets(st.sampled_from(RATING_FIELDS)),
    moments=st.sampled_from(MomentsShown),
    **{name: st.booleans() for name in ("cycle", "signs", "contexts", "findings", "notes", "card")},
)
LINK_TERMS = st.builds(
    LinkTerms,
    words=TEXTS,
    may_reply=st.booleans(),
    may_add_moments=st.booleans(),
    zone=st.sampled_from(["UTC", "Asia/Tokyo"]),
)
WRITTEN_BACK = st.builds(
    Reply,
    kind=st.sampled_from(ReplyKind),
    words=TEXTS.filter(str.strip),
    date=st.none() | DATES,
    subject=st.just("") | CODES,
    title=TEXTS,
    moment=st.just("") | CODES,
)


@st.composite
def column_uses(draw: st.DrawFn) -> ColumnUse:
    """Anything a column can mean."""
    holds = draw(st.sampled_from(Holds))
    zero, ten = draw(st.sampled_from([(None, None), (1, None), (1, 5), (10, 0), (-0.5, 0.5)]))
    return ColumnUse(
        holds,
        draw(st.just("") | CODES) if holds in {Holds.SIGN, Holds.MOMENT} else "",
        zero,
        ten,
        draw(st.dictionaries(TEXTS.map(word_key), CODES, max_size=3)),
        every_entry=draw(st.booleans()),
        fahrenheit=draw(st.booleans()),
    )


@st.composite
def csv_mappings(draw: st.DrawFn) -> CsvMapping:
    """The meaning of any table's columns."""
    name = st.text(LETTERS, min_size=1, max_size=LONGEST_COLUMN_NAME)
    columns = draw(st.lists(name, min_size=1, max_size=4, unique=True).map(tuple))
    mapping = CsvMapping(draw(st.text(LETTERS, max_size=LONGEST_MAPPING_NAME)), columns)
    for column in columns:
        mapping = mapping.with_use(column, draw(column_uses()))
    return replace(mapping, date_order=draw(st.none() | st.sampled_from(DateOrder)))


SETTINGS = st.builds(
    OwnerSettings,
    welcomed=st.booleans(),
    situation=st.none() | st.sampled_from(Situation),
    birth_year=st.none() | st.integers(EARLIEST_BIRTH_YEAR, 2026),
    ratings=st.lists(st.sampled_from(RATING_FIELDS), unique=True).map(tuple),
    body_signs=st.booleans(),
    intimate_practices=st.booleans(),
    week_start=st.integers(0, 6),
    forecasts=st.booleans(),
    account=ACCOUNT_RULES,
    offers=st.booleans(),
    ladder_up_to=st.none() | st.sampled_from(("Without touch", "Light touch")),
    leave_apart_out=st.booleans(),
    small_thing_seen=st.none() | DATES,
    partner_card=PARTNER_CARDS,
    own_calendar=OWN_CALENDARS,
    last_conversation=st.none() | DATES,
    csv_mappings=st.lists(csv_mappings(), max_size=2).map(tuple),
)


@st.composite
def cycle_answers(draw: st.DrawFn, dates: st.SearchStrategy[date] = DATES) -> CycleAnswer:
    """Any answer that its question allows."""
    question = draw(st.sampled_from(CycleQuestion))
    return CycleAnswer(draw(dates), question, draw(st.sampled_from(REPLIES[question])))
