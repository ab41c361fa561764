"""What a reader gets is what the file holds, and a desk is told no more than stands in it."""

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from journal.domain.grants import Grant, LinkTerms, MomentsShown, Passes
from journal.domain.owner_settings import OwnerSettings
from journal.domain.partner_card import CardPart, PartnerCard
from journal.domain.ranges import DateRange
from journal.domain.ratings import RATINGS
from journal.domain.readers import OpenedGrant, partner_kinds
from journal.domain.replies import Reply, ReplyKind
from journal.sharing.payload import DeskTerms, plain_text, reader_text
from journal.sharing.shared_view import CARD_ALONE, EMPTY_CARD, ShareWish, shared_view
from journal.storage import memory_journal
from tests.sharing.records import NOW, PASSES, RECORDS, TODAY, Record, cut

RATED = {day: {"mood": 3 + day.day % 5} for day in DateRange.last_days(60, TODAY)}
MOOD = Passes(ratings=frozenset({"mood"}))
CARD = PartnerCard("Lantern by the door", frozenset(CardPart), ("Tea in bed",))
HER_CARD = OwnerSettings(welcomed=True, partner_card=CARD)


def opened(
    record: Record,
    passes: Passes = MOOD,
    terms: LinkTerms = LinkTerms(),  # noqa: B008 - frozen
    replies: tuple[Reply, ...] = (),
) -> OpenedGrant:
    journal = record.written_into(memory_journal(lambda: NOW))
    end = datetime(2026, 7, 30, 14, 0, tzinfo=UTC)
    grant = Grant("g1", "Ada", passes, as_file=False, made_at=NOW, expires_at=end, terms=terms)
    return OpenedGrant(grant, journal, TODAY, replies)


def told(*args: Any, **kwargs: Any) -> dict[str, Any]:
    text: dict[str, Any] = json.loads(reader_text(opened(*args, **kwargs)))
    return text


def test_a_link_shows_what_the_file_holds() -> None:
    given_ = opened(Record(days=RATED), terms=LinkTerms("Look at <June>."))
    view = shared_view(given_.journal, ShareWish("Ada", MOOD, "Look at <June>."), TODAY)
    file, link = json.loads(plain_text(view)), json.loads(reader_text(given_))
    assert {"html", "figures"} == file.keys()
    assert file == {name: link[name] for name in file}
    assert "Look at &lt;June&gt;." in link["html"]


def test_a_file_tells_a_desk_the_same() -> None:
    given_ = opened(Record(days=RATED))
    view = shared_view(given_.journal, ShareWish("Ada", MOOD), TODAY)
    terms = DeskTerms("g1", MOOD.span(TODAY), ends_at=given_.grant.expires_at)
    assert json.loads(reader_text(given_)) == json.loads(plain_text(view, terms))


def test_a_desk_is_told_what_it_needs() -> None:
    answered = Reply(
        ReplyKind.COMMENT,
        "Calmer?",
        date(2026, 6, 2),
        "ratings",
        "Ratings over time",
        id="r1",
        grant_id="g1",
        made_at=NOW,
        answer="A little.",
        answered_at=NOW + timedelta(hours=1),
    )
    desk = told(Record(days=RATED), terms=LinkTerms(may_reply=True), replies=(answered,))["desk"]
    assert desk | {"parts": [], "kinds": {}} == {
        "format": 1,
        "grant": "g1",
        "made_on": "2026-06-30",
        "span": ["2025-12-31", "2026-06-30"],
        "completeness": "60 of 182 days hold something.",
        "parts": [],
        "may_reply": True,
        "may_add_moments": False,
        "kinds": {},
        "replies": [
            {
                "id": "r1",
                "kind": "comment",
                "words": "Calmer?",
                "date": "2026-06-02",
                "subject": "ratings",
                "title": "Ratings over time",
                "moment": "",
                "made_at": "2026-06-30T12:00:00+00:00",
                "answer": "A little.",
                "answered_at": "2026-06-30T13:00:00+00:00",
                "taken_at": None,
            }
        ],
        "ends_at": "2026-07-30T14:00:00+00:00",
    }
    assert partner_kinds() == desk["kinds"]
    assert ("ratings", "Ratings over time") in [
        (part["code"], part["title"]) for part in desk["parts"]
    ]


def test_a_reader_is_not_told_what_she_has_seen() -> None:
    reply = Reply(ReplyKind.COMMENT, "hello", id="r1", grant_id="g1", made_at=NOW)
    texts = [
        reader_text(opened(Record(days=RATED), replies=(replace(reply, seen_at=at),)))
        for at in (None, NOW + timedelta(hours=3))
    ]
    assert texts[0] == texts[1]


def test_kinds_are_named_to_whoever_may_use_them_alone() -> None:
    assert told(Record())["desk"]["kinds"] == {}
    assert told(Record(), terms=LinkTerms(may_add_moments=True))["desk"]["kinds"] != {}


def digests(text: Mapping[str, Any]) -> dict[str, str]:
    return {part["code"]: part["digest"] for part in text["desk"]["parts"]}


def test_a_part_that_says_the_same_has_the_same_digest_and_another_has_another() -> None:
    passes = replace(MOOD, moments=MomentsShown.COUNTED, contexts=True, signs=True)
    before = digests(told(Record(days=RATED), passes))
    signs = {day: values | {"sign:cramps": "mild"} for day, values in RATED.items()}
    after = digests(told(Record(days=signs), passes))
    assert before == digests(told(Record(days=RATED), passes))
    assert before["ratings"] == after["ratings"]  # though charts and a part came before it
    assert before["completeness"] != after["completeness"]
    assert "signs" in after.keys() - before.keys()


def test_every_chart_can_be_drawn_commented_on_and_taken_away() -> None:
    text = told(Record(days=RATED), replace(MOOD, cycle=True))
    named = re.findall(r'<figure data-chart="([^"]+)"', text["html"])
    assert named == [figure["id"] for figure in text["figures"]]
    assert "ratings-1" in named
    for figure in text["figures"]:
        assert f'id="chart-{figure["id"]}"' in text["html"]
        assert f'id="said-{figure["id"]}"' in text["html"]
        assert figure["name"].startswith("tending-")
        header, *rows = csv.reader(io.StringIO(figure["csv"]))
        assert "About this chart" in header
        assert rows
    codes = re.findall(r'<section id="part-(\w+)" data-code="\1">', text["html"])
    assert codes == [part["code"] for part in text["desk"]["parts"]]


def test_a_card_alone_shows_the_card_and_nothing_of_the_days() -> None:
    days = {**RATED, TODAY: {"mood": 9, "touch": "welcome", "note": "Nobody reads this"}}
    record = Record(days=days, settings=HER_CARD)
    text = told(record, Passes(card=True))
    assert [part["code"] for part in text["desk"]["parts"]] == ["card"]
    assert text["desk"]["span"] is None
    assert text["desk"]["completeness"] == ""
    assert text["figures"] == []
    for words in (CARD.words, "Touch is welcome today.", "Tea in bed", CARD_ALONE):
        assert words in text["html"]
    assert "Days" not in text["html"]
    assert "Nobody" not in text["html"]


@pytest.mark.parametrize("part", CardPart)
def test_a_part_that_is_not_on_the_card_is_not_in_the_text(part: CardPart) -> None:
    shown = {
        CardPart.WHERE_SHE_STANDS: "Cycle day",
        CardPart.TOUCH_TODAY: "Touch is welcome today.",
        CardPart.SMALL_THINGS: "Tea in bed",
    }
    days = {
        TODAY: {"touch": "welcome"},
        TODAY - timedelta(days=5): {"bleeding": "medium"},
        TODAY - timedelta(days=4): {"bleeding": "medium"},
    }
    others = frozenset(CardPart) - {part}
    for parts, there in ((frozenset({part}), True), (others, False)):
        her = replace(HER_CARD, partner_card=replace(CARD, shows=parts))
        html = told(Record(days=days, settings=her), Passes(card=True))["html"]
        assert there == (shown[part] in html)


def test_an_empty_card_says_so() -> None:
    assert EMPTY_CARD in told(Record(), Passes(card=True))["html"]


def test_a_card_stands_beside_what_else_passes() -> None:
    text = told(Record(days=RATED, settings=HER_CARD), replace(MOOD, card=True))
    codes = [part["code"] for part in text["desk"]["parts"]]
    assert codes[0] == "card"
    assert "ratings" in codes
    assert text["desk"]["span"] is not None


@given(record=RECORDS, passes=PASSES)
@settings(max_examples=15)
def test_what_was_not_granted_changes_nothing_in_what_a_link_sends(
    record: Record, passes: Passes
) -> None:
    # The card is the one thing that is not cut: it is switched off here.
    terms = LinkTerms(may_reply=True, may_add_moments=True)
    assert told(cut(record, passes), passes, terms) == told(record, passes, terms)


def test_nothing_written_for_the_card_passes_without_it() -> None:
    everything = Passes(
        ratings=frozenset(RATINGS),
        cycle=True,
        signs=True,
        moments=MomentsShown.IN_DETAIL,
        contexts=True,
        findings=True,
        notes=True,
    )
    text = json.dumps(told(Record(days=RATED, settings=HER_CARD), everything))
    assert CARD.words not in text
    assert "Tea in bed" not in text


def test_the_owners_zone_says_which_days_pass() -> None:
    given_ = opened(Record(days=RATED), replace(MOOD, rolling_days=1))
    tomorrow = replace(given_, today=TODAY + timedelta(days=1))
    assert json.loads(reader_text(given_))["desk"]["span"] == ["2026-06-30", "2026-06-30"]
    assert json.loads(reader_text(tomorrow))["desk"]["span"] == ["2026-07-01", "2026-07-01"]
