"""Small pictures: 256 colours are enough for a page, and cost a third of the bytes."""

from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image

LARGEST_BYTES: Final = 150_000
MOST_COLOURS: Final = 256
FEWEST_COLOURS: Final = 32


class PictureTooLarge(Exception):
    """A picture that a reader on a slow line would wait for."""

    def __init__(self, name: str, size: int) -> None:
        super().__init__(f"{name} has {size:,} bytes; {LARGEST_BYTES:,} is the most.")


def save_small(picture: bytes, file: Path) -> int:
    """Write a PNG with a palette, of as many colours as fit into `LARGEST_BYTES`.

    Returns:
        How many bytes it has.

    Raises:
        PictureTooLarge: It does not fit even with few colours.
    """
    whole = Image.open(BytesIO(picture)).convert("RGB")
    colours = MOST_COLOURS
    while len(small := _with_palette(whole, colours)) > LARGEST_BYTES:
        if colours <= FEWEST_COLOURS:
            raise PictureTooLarge(file.name, len(small))
        colours //= 2
    file.write_bytes(small)
    return len(small)


def _with_palette(whole: Image.Image, colours: int) -> bytes:
    written = BytesIO()
    # Dithering would put grain on plain grounds, which costs more than it gives.
    small = whole.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(written, "PNG", optimize=True)
    return written.getvalue()
