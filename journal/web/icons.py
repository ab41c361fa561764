"""Draws the mark of the journal: two leaves that lean on each other.

``python -m journal.web.icons`` writes the SVG and the PNGs into ``journal/static``. The drawing
fills the middle 60 %, so that a phone may cut the corners off in any shape.
"""

from collections.abc import Iterator
from math import pi, sin

from PIL import Image, ImageDraw

from journal.web.assets import ASSETS_FOLDER

_SIZES = (180, 192, 512)
_OVERSAMPLING = 4
_STEPS = 48
_UNIT = 100.0

_GROUND = "#1f5d55"
_LEFT = "#f3e9d2"
_RIGHT = "#dcae5b"
_OVERLAP = "#b9c9a5"

Point = tuple[float, float]

# A leaf stands on the stem at (50, 76) and ends in a tip; the two overlap near the stem.
_STEM: Point = (50.0, 76.0)
_LEFT_TIP: Point = (36.0, 25.0)
_RIGHT_TIP: Point = (66.0, 33.0)
_WIDTH = 0.29


def _leaf(tip: Point) -> list[Point]:
    """Return the outline of a leaf from the stem to its tip and back."""
    return [*_side(tip, 1.0), *reversed([*_side(tip, -1.0)])]


def _side(tip: Point, hand: float) -> Iterator[Point]:
    (x0, y0), (x1, y1) = _STEM, tip
    for step in range(_STEPS + 1):
        along = step / _STEPS
        bulge = hand * _WIDTH * sin(pi * along) * (1 - 0.25 * along)
        yield (
            x0 + (x1 - x0) * along - (y1 - y0) * bulge,
            y0 + (y1 - y0) * along + (x1 - x0) * bulge,
        )


def draw_png(size: int) -> Image.Image:
    """Draw the mark as a square picture, ``size`` pixels wide."""
    large = size * _OVERSAMPLING
    scale = large / _UNIT
    picture = Image.new("RGB", (large, large), _GROUND)
    masks = []
    for tip, colour in ((_LEFT_TIP, _LEFT), (_RIGHT_TIP, _RIGHT)):
        mask = Image.new("1", (large, large), 0)
        ImageDraw.Draw(mask).polygon([(x * scale, y * scale) for x, y in _leaf(tip)], fill=1)
        picture.paste(colour, mask=mask)
        masks.append(mask)
    both = Image.new("1", (large, large), 0)
    both.paste(masks[0], mask=masks[1])
    picture.paste(_OVERLAP, mask=both)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def draw_svg() -> str:
    """Draw the mark with round corners, as a browser tab shows it."""
    left, right = (
        "M" + " ".join(f"{x:.1f},{y:.1f}" for x, y in _leaf(tip)) + "Z"
        for tip in (_LEFT_TIP, _RIGHT_TIP)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<rect width="100" height="100" rx="22" fill="{_GROUND}"/>'
        f'<clipPath id="l"><path d="{left}"/></clipPath>'
        f'<path d="{left}" fill="{_LEFT}"/><path d="{right}" fill="{_RIGHT}"/>'
        f'<path d="{right}" fill="{_OVERLAP}" clip-path="url(#l)"/></svg>\n'
    )


def main() -> None:
    """Write every file of the mark."""
    for size in _SIZES:
        draw_png(size).save(ASSETS_FOLDER / f"icon-{size}.png", optimize=True)
    (ASSETS_FOLDER / "icon.svg").write_text(draw_svg(), encoding="utf-8")


if __name__ == "__main__":
    main()
