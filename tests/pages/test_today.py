"""The day form without a browser: what it offers, and when."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from journal.domain.catalogues import CatalogueName, shipped_catalogue
from journal.domain.days import Bleeding, Sensation, SignStrength
from journal.domain.journal import Journal
from journal.domain.moments import Author, Moment
from journal.domain.owner_settings import OwnerSettings, Situation
from journal.domain.ranges import DateRange
from journal.domain.stages import Stage, StageDeclaration
from journal.storage import memory_journal
from journal.views.day_sections import note_changes
from tests.builders import on

TODAY = date(2026, 11, 22)


@pytest.fixture
def journal() -> Journal:
    return memory_journal(lambda: datetime(2026, 11, 22, 14, 3, tzinfo=UTC))


def opened(journal: Journal) -> AppTest:
    """Open the page."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "Journal", today: "date") -> None:
        from datetime import UTC  # noqa: PLC0415  # as above

        from journal.pages import today as page  # noqa: PLC0415  # as above

        page.render(journal, today, UTC)

    app = AppTest.from_function(
        run, kwargs={"journal": journal, "today": TODAY}, default_timeout=30
    ).run()
    assert not app.exception
    return app


def key(name: str, day: str = "2026-11-22") -> str:
    return f"today.{day}.{name}"


def where(page: AppTest) -> str:
    """Return where she stands, as it reads."""
    return page.markdown[0].value.replace("\\", "")


def test_nothing_is_rated_until_she_rates_it(journal: Journal) -> None:
    page = opened(journal)
    for code in ("mood", "desire", "connection"):
        assert page.segmented_control(key=key(code)).value is None
    assert journal.revision() == 0


def test_a_rating_of_0_is_shown_as_0(journal: Journal) -> None:
    journal.save_day(TODAY, {"mood": 0})
    assert opened(journal).segmented_control(key=key("mood")).value == 0


def test_a_tap_is_saved_with_the_time_on_her_clock(journal: Journal) -> None:
    page = opened(journal)
    page.segmented_control(key=key("mood")).set_value(7).run()
    assert not page.exception
    assert journal.day(TODAY).mood == 7
    assert any("Saved 14:03" in block.proto.body for block in page.get("html"))


def test_only_the_ratings_she_switched_on_are_offered(journal: Journal) -> None:
    journal.change_settings(lambda _: OwnerSettings(welcomed=True, ratings=("energy",)))
    keys = {box.key for box in opened(journal).segmented_control}
    assert key("energy") in keys
    assert not keys & {key("calm"), key("stress"), key("sleep_quality")}


@pytest.mark.parametrize(
    ("bled", "stage", "situation", "words"),
    [
        ("2026-10-31", None, Situation.AS_USUAL, "Cycle day 23"),
        ("2026-09-23", None, Situation.IRREGULAR, "Day 61 since your last bleed"),
        (
            "2024-07-10",
            Stage.EARLY_POSTMENOPAUSE,
            Situation.STOPPED,
            "Early postmenopause, 2 years 4 months since your last period",
        ),
        (
            None,
            None,
            None,
            "Note the first day of a bleed, or your stage, to see here where you stand",
        ),
    ],
)
def test_where_she_stands_is_what_is_true(
    journal: Journal,
    bled: str | None,
    stage: Stage | None,
    situation: Situation | None,
    words: str,
) -> None:
    journal.change_settings(lambda _: OwnerSettings(welcomed=True, situation=situation))
    if bled:
        journal.save_day(on(bled), {"bleeding": Bleeding.MEDIUM})
    if stage:
        journal.declare_stage(StageDeclaration(TODAY, stage))
    assert where(opened(journal)) == words


def test_a_bleed_whose_amount_was_not_noted_is_shown_as_that(journal: Journal) -> None:
    journal.save_day(TODAY, {"bleeding": "unspecified"})
    box = opened(journal).segmented_control(key=key("bleeding"))
    assert box.value == "unspecified"
    assert "Amount not noted" in box.options


def test_not_my_period_is_asked_only_where_there_is_flow(journal: Journal) -> None:
    assert not [box for box in opened(journal).checkbox if box.key == key("not_my_period")]
    journal.save_day(TODAY, {"bleeding": "spotting"})
    assert not [box for box in opened(journal).checkbox if box.key == key("not_my_period")]
    journal.save_day(TODAY, {"bleeding": "light"})
    assert [box for box in opened(journal).checkbox if box.key == key("not_my_period")]


def test_signs_she_recorded_lately_stay_near(journal: Journal) -> None:
    journal.save_day(on("2026-11-20"), {"sign:headache": SignStrength.MILD})
    box = opened(journal).segmented_control(key=key("sign:headache"))
    assert box.value is None


def test_same_as_the_day_before_is_offered_only_where_it_carries_something(
    journal: Journal,
) -> None:
    assert key("same") not in {button.key for button in opened(journal).button}
    journal.save_day(on("2026-11-21"), {"sign:headache": "mild"})
    page = opened(journal)
    page.button(key=key("same")).click().run()
    assert not page.exception
    assert journal.day(TODAY).signs == {"headache": SignStrength.MILD}
    assert key("same") not in {button.key for button in opened(journal).button}


def test_chips_stand_by_how_often_they_were_used(journal: Journal) -> None:
    for _ in range(2):
        journal.add_moment(Moment(on("2026-11-01"), "thanks"))
    chips = [box.key for box in opened(journal).button if box.key and ".chip.near." in box.key]
    assert chips[0] == key("chip.near.thanks")
    assert len(chips) == 8


def test_intimate_practices_are_offered_once_she_switched_them_on(journal: Journal) -> None:
    journal.add_moment(Moment(on("2026-11-01"), "sex"))
    near = key("chip.near.sex")
    assert near not in {button.key for button in opened(journal).button}
    journal.change_settings(lambda _: OwnerSettings(welcomed=True, intimate_practices=True))
    assert near in {button.key for button in opened(journal).button}


def test_a_bid_that_went_by_is_one_tap_and_says_so_among_the_recorded(journal: Journal) -> None:
    page = opened(journal)
    for chip in ("self.away", "partner.away"):
        page.button(key=key(f"chip.bid.{chip}")).click().run()
        assert not page.exception
    (own, theirs) = sorted(
        journal.moments(DateRange.last_days(1, TODAY)), key=lambda moment: str(moment.initiator)
    )[::-1]
    assert (own.kind, own.initiator, own.response) == ("bid", "self", "away")
    assert (theirs.kind, theirs.initiator, theirs.response) == ("bid", "partner", "away")
    (recorded,) = (box for box in page.button_group if box.key == key("moment.open"))
    assert {"A bid: I reached out, it went by", "A bid: I missed theirs"} == set(recorded.options)
    assert page.button(key=key("chip.bid.self.away")).label == "I reached out, it went by · 1"


def test_reaching_out_is_not_offered_where_she_hid_the_bid(journal: Journal) -> None:
    bid = shipped_catalogue(CatalogueName.MOMENTS).entries["bid"]
    journal.save_entry(CatalogueName.MOMENTS, replace(bid, hidden=True))
    assert not [box for box in opened(journal).button if ".chip.bid." in str(box.key)]


def test_a_moment_the_partner_noted_is_told_as_theirs_and_not_counted_as_hers(
    journal: Journal,
) -> None:
    felt = frozenset({Sensation("heart", "warmth")})
    moment = Moment(TODAY, "long_hug", sensations=felt, author=Author.PARTNER)
    journal.add_moment(moment)
    page = opened(journal)
    assert page.button(key=key("chip.near.long_hug")).label == "Long hug"
    (kept,) = journal.moments(DateRange.last_days(1, TODAY))
    page.session_state[key("moment.open")] = kept.id
    page.run()
    assert not page.exception
    assert any(caption.value.startswith("Noted by my partner") for caption in page.caption)
    assert "My partner noted: Heart\\: warmth" in [text.value for text in page.markdown]
    assert not [box for box in page.selectbox if box.label == "What I felt, and where"]


def test_the_caution_on_intimate_practices_stands_above_them(journal: Journal) -> None:
    said = "In pregnancy, breast or nipple massage can bring on contractions."
    for switched_on in (False, True):
        journal.change_settings(lambda kept, on=switched_on: replace(kept, intimate_practices=on))
        page = opened(journal)
        page.session_state["today.more_moments"] = True
        page.run()
        assert not page.exception
        assert switched_on == (said in [caption.value for caption in page.caption])


def test_undo_takes_back_one_change_at_a_time(journal: Journal) -> None:
    journal.save_day(TODAY, {"mood": 4})
    journal.save_day(TODAY, {"mood": 8})
    page = opened(journal)
    kept = []
    for _ in range(2):
        page.button(key=key("undo_last")).click().run()
        assert not page.exception
        kept.append(journal.day(TODAY).mood)
    assert kept == [4, None]


def test_the_day_before_opens_and_today_has_no_day_after(journal: Journal) -> None:
    page = opened(journal)
    assert page.button(key="today.after").disabled
    page.button(key="today.before").click().run()
    assert page.title[0].value == "Yesterday, Saturday 21 November"
    assert not page.button(key="today.after").disabled


@pytest.mark.parametrize(("field", "value"), [("sleep_hours", 7.5), ("temperature_c", 36.5)])
def test_a_number_taken_out_again_is_not_recorded(
    journal: Journal, field: str, value: float
) -> None:
    journal.save_day(TODAY, {field: value})
    page = opened(journal)
    page.number_input(key=key(field)).set_value(None).run()
    assert not page.exception
    assert journal.day(TODAY).value(field) is None


def test_what_a_browser_still_says_from_before_an_undo_is_no_choice_of_hers(
    journal: Journal,
) -> None:
    journal.save_day(TODAY, {"mood": 4, "sleep_hours": 7.0})
    journal.save_day(TODAY, {"mood": 8, "sleep_hours": 5.5})
    page = opened(journal)
    page.button(key=key("undo_last")).click()
    sent_with_each_tap = page._tree.get_widget_states()
    page._run(sent_with_each_tap)
    assert (journal.day(TODAY).mood, journal.day(TODAY).sleep_hours) == (4, 7.0)
    page._run(sent_with_each_tap)  # tapped again before the browser has seen the first
    assert (journal.day(TODAY).mood, journal.day(TODAY).sleep_hours) == (None, None)


def test_a_note_is_marked_as_one_that_may_be_shared_and_unmarked_again(journal: Journal) -> None:
    assert [box for box in opened(journal).checkbox if "shared" in box.label] == []
    journal.save_day(TODAY, {"note": "A slow Sunday"})
    page = opened(journal)
    (mark,) = [box for box in page.checkbox if "shared" in box.label]
    assert not mark.value
    mark.check().run()
    assert journal.day(TODAY).note_shared
    (mark,) = [box for box in page.checkbox if "shared" in box.label]
    mark.uncheck().run()
    assert journal.day(TODAY).note_shared is None


def test_the_mark_goes_with_the_last_word_of_a_note() -> None:
    assert note_changes(" ") == {"note": " ", "note_shared": None}
    assert note_changes("Another") == {"note": "Another"}
