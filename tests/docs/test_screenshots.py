from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from docs.screenshots import pictures
from docs.screenshots.pictures import LARGEST_BYTES, PictureTooLarge, save_small
from docs.screenshots.scenes import SCREENS
from journal.environment import PROJECT

FOLDER = PROJECT / "docs" / "screenshots"
TAKEN = {
    f"{screen.name}-{scene.name}-{shade}.png"
    for screen in SCREENS
    for scene in screen.scenes
    for shade in ("light", "dark")
}


def noise(width: int, height: int) -> bytes:
    """A picture that no method makes small."""
    image = Image.frombytes("RGB", (width, height), Random(1).randbytes(width * height * 3))
    return as_png(image)


def as_png(image: Image.Image) -> bytes:
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


def test_the_pictures_of_the_folder_are_those_the_script_takes() -> None:
    assert {file.name for file in FOLDER.glob("*.png")} == TAKEN


def test_the_readme_shows_every_picture() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert [name for name in sorted(TAKEN) if f'"docs/screenshots/{name}"' not in readme] == []


@pytest.mark.parametrize("name", sorted(TAKEN))
def test_every_picture_is_small_and_of_its_screen(name: str) -> None:
    file = FOLDER / name
    with Image.open(file) as picture:
        size, mode = picture.size, picture.mode
    assert size == ((780, 1688) if name.startswith("phone") else (1280, 800))
    assert mode == "P"
    assert file.stat().st_size <= LARGEST_BYTES


def test_a_picture_keeps_its_size_and_its_plain_colours(tmp_path: Path) -> None:
    image = Image.new("RGB", (40, 30), "#faf7f1")
    image.paste((31, 93, 85), (10, 10, 20, 20))
    save_small(as_png(image), tmp_path / "small.png")
    with Image.open(tmp_path / "small.png") as small:
        shown = small.convert("RGB")
    assert shown.size == (40, 30)
    assert shown.getpixel((0, 0)) == (250, 247, 241)
    assert shown.getpixel((15, 15)) == (31, 93, 85)


def test_a_picture_that_is_too_large_takes_fewer_colours_until_it_fits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = noise(100, 100)
    whole = save_small(picture, tmp_path / "whole.png")
    monkeypatch.setattr(pictures, "LARGEST_BYTES", whole - 1)
    assert save_small(picture, tmp_path / "fewer.png") < whole


def test_a_picture_that_cannot_be_small_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PictureTooLarge, match=r"large\.png has"):
        save_small(noise(600, 600), tmp_path / "large.png")
    assert not (tmp_path / "large.png").exists()
