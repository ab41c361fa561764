import re

from journal.domain.catalogues import OWN_GROUP, CatalogueName, Entry, shipped_catalogue
from journal.domain.days import Sensation
from journal.views.body_figure import body_places
from tests.support.server import PROJECT

PLACES = shipped_catalogue(CatalogueName.PLACES)
QUALITIES = shipped_catalogue(CatalogueName.QUALITIES)
EVERYWHERE = {"skin", "whole_body"}  # these lie below the figure, as her own places do


def test_every_place_that_is_offered_is_a_button_her_own_too() -> None:
    places = PLACES.with_own(
        [Entry("own_knee", "Left knee", OWN_GROUP, own=True), Entry("jaw", "Jaw", "x", hidden=True)]
    )
    names = [place["name"] for place in body_places(frozenset(), places, QUALITIES)]
    assert [entry.name for entry in places.offered] == names
    assert "Left knee" in names
    assert "Jaw" not in names


def test_a_place_where_something_was_felt_says_so_in_words() -> None:
    felt = frozenset({Sensation("heart", "warmth"), Sensation("heart", "flutter")})
    shown = {place["code"]: place for place in body_places(felt, PLACES, QUALITIES)}
    assert shown["heart"]["words"] == "Heart, felt: flutter, warmth"
    assert shown["heart"]["felt"] == "flutter, warmth"
    assert (shown["belly"]["words"], shown["belly"]["felt"]) == ("Belly", "")


def test_the_figure_knows_where_every_shipped_place_lies() -> None:
    script = (PROJECT / "journal/views/components/body.js").read_text(encoding="utf-8")
    drawn = set(re.findall(r"^  (\w+): \{ side:", script, re.MULTILINE))
    assert set(PLACES.entries) - EVERYWHERE == drawn


def test_no_part_of_the_figure_is_smaller_than_a_thumb() -> None:
    script = (PROJECT / "journal/views/components/body.js").read_text(encoding="utf-8")
    zones = re.findall(r'^  \["(\w+)", \d+, \d+, (\d+), (\d+)\],$', script, re.MULTILINE)
    assert {"heart", "throat", "belly", "chest", "hands"} <= {name for name, *_ in zones}
    assert min(int(side) for _, *sides in zones for side in sides) >= 40
