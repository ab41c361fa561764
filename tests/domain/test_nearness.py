"""What stays near: what she uses most, then what the catalogue offers first."""

from collections import Counter

from journal.domain.catalogues import Catalogue, Entry
from journal.domain.nearness import nearest, times_used, without_group
from tests.builders import on

CATALOGUE = Catalogue(
    {
        entry.code: entry
        for entry in (
            Entry("hug", "Hug", "Touch"),
            Entry("smile", "Smile", "Looks"),
            Entry("thanks", "Thanks", "Words"),
            Entry("walk", "Walk", "Doing together", hidden=True),
        )
    }
)


def codes(used: dict[str, int], how_many: int) -> list[str]:
    return [entry.code for entry in nearest(CATALOGUE, Counter(used), how_many)]


def test_before_anything_was_used_the_first_offered_stand_near() -> None:
    assert codes({}, 2) == ["hug", "smile"]


def test_the_most_used_come_first() -> None:
    assert codes({"hug": 1, "thanks": 5}, 3) == ["thanks", "hug", "smile"]


def test_what_is_hidden_is_not_near_however_often_it_was_used() -> None:
    assert codes({"walk": 9}, 4) == ["hug", "smile", "thanks"]


def test_what_no_catalogue_knows_is_not_near() -> None:
    assert codes({"long_gone": 9}, 1) == ["hug"]


def test_no_more_stand_near_than_there_is_room_for() -> None:
    assert codes({"smile": 2, "thanks": 1, "hug": 1}, 2) == ["smile", "thanks"]


def test_uses_of_many_days_are_added_up() -> None:
    counts = [
        (on("2026-03-01"), "hug", 2),
        (on("2026-03-02"), "hug", 1),
        (on("2026-03-02"), "smile", 1),
    ]
    assert times_used(counts) == {"hug": 3, "smile": 1}


def test_a_group_left_out_is_not_offered_and_keeps_its_names() -> None:
    without = without_group(CATALOGUE, "Touch")
    assert [entry.code for entry in without.offered] == ["smile", "thanks"]
    assert without.name("hug") == "Hug"
