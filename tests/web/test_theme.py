import tomllib
from itertools import combinations, product
from pathlib import Path

import pytest

from journal.web.shell import PAPER_DARK, PAPER_LIGHT

CONFIG = tomllib.loads(
    (Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
)
THEMES = {name: CONFIG["theme"][name] for name in ("light", "dark")}
PALETTES = ("chartCategoricalColors", "chartSequentialColors", "chartDivergingColors")
TEXT = ("textColor", "linkColor", *(f"{hue}TextColor" for hue in ("gray", "red", "green", "blue")))


def channels(colour: str) -> list[float]:
    return [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]


def luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_words_are_readable_on_every_surface(theme: dict[str, str]) -> None:
    surfaces = [theme["backgroundColor"], theme["secondaryBackgroundColor"]]
    for text, surface in product(TEXT, surfaces):
        assert contrast(theme[text], surface) >= 4.5, (text, surface)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("hue", ["red", "yellow", "green", "blue"])
def test_notices_are_readable(theme: dict[str, str], hue: str) -> None:
    assert contrast(theme[f"{hue}TextColor"], theme[f"{hue}BackgroundColor"]) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("palette", PALETTES)
def test_there_are_exactly_ten_chart_colours(theme: dict[str, list[str]], palette: str) -> None:
    assert len(set(theme[palette])) == 10


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_line_of_a_chart_stands_out_from_the_page(theme: dict[str, list[str]]) -> None:
    for colour in theme["chartCategoricalColors"]:
        assert contrast(colour, str(theme["backgroundColor"])) >= 3, colour


# Machado, Oliveira and Fernandes 2009, table 1, severity 1.0: what a reader without one kind of
# cone sees, in linear light.
SIGHT = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def oklab(colour: str, sight: str) -> list[float]:
    """Place a colour in Oklab (Ottosson 2020), as seen with one kind of sight."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
    red, green, blue = (
        sum(a * b for a, b in zip(row, linear, strict=True)) for row in SIGHT[sight]
    )
    lms = [
        max(0.0, 0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3),
        max(0.0, 0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3),
        max(0.0, 0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3),
    ]
    rows = (
        (0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660),
    )
    return [sum(a * b for a, b in zip(row, lms, strict=True)) for row in rows]


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_chart_colours_can_be_told_apart(theme: dict[str, list[str]], sight: str) -> None:
    for one, other in combinations(theme["chartCategoricalColors"], 2):
        pairs = zip(oklab(one, sight), oklab(other, sight), strict=True)
        # About four just noticeable differences (0.02 each in Oklab).
        assert sum((a - b) ** 2 for a, b in pairs) ** 0.5 >= 0.08, (one, other)


def test_the_browsers_frame_has_the_colour_of_the_page() -> None:
    assert THEMES["light"]["backgroundColor"] == PAPER_LIGHT
    assert THEMES["dark"]["backgroundColor"] == PAPER_DARK


def test_the_settings_keep_the_journal_on_this_machine_and_quiet() -> None:
    assert CONFIG["server"]["address"] == "127.0.0.1"
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["client"]["showErrorDetails"] == "none"
    assert not [key for key in CONFIG["theme"] if "http" in str(CONFIG["theme"][key])]
