"""Phases are told apart by more than their colour, and observed days from estimated ones."""

import itertools

import pytest

from journal.charts.chart import Shade
from journal.charts.theme import PALETTES, phase_colour, phase_look
from journal.cycle.basis import Basis
from journal.cycle.phases import Phase

PAIRS = list(itertools.product(Phase, Basis))


def _shares(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        for share in _shares(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_phase_and_basis_has_a_mark_that_needs_no_colour() -> None:
    marks = {(look.shape, look.dash) for look in (phase_look(*p, Shade.LIGHT) for p in PAIRS)}
    assert len(PAIRS) == len(marks)


@pytest.mark.parametrize("shade", list(Shade))
def test_observed_days_are_full_and_estimated_ones_pale(shade: Shade) -> None:
    for phase in Phase:
        observed = phase_look(phase, Basis.OBSERVED, shade)
        estimated = phase_look(phase, Basis.ESTIMATED, shade)
        assert observed.fill == phase_colour(phase, shade)
        assert estimated.fill.endswith(",0.14)")
        assert (observed.dash, estimated.dash) == ("solid", "4px,3px")


@pytest.mark.parametrize("shade", list(Shade))
def test_no_two_phases_share_a_colour_and_each_stands_out(shade: Shade) -> None:
    colours = [phase_colour(phase, shade) for phase in Phase]
    ground = _luminance(PALETTES[shade].background)
    assert len(Phase) == len(set(colours))
    for colour in colours:
        dark, light = sorted([_luminance(colour), ground])
        assert (light + 0.05) / (dark + 0.05) >= 3


@pytest.mark.parametrize("shade", list(Shade))
def test_no_phase_is_pink(shade: Shade) -> None:
    for phase in Phase:
        red, green, blue = _shares(phase_colour(phase, shade))
        bright_red = red == max(red, green, blue) and red > 0.7
        assert not (bright_red and blue > 0.4)
