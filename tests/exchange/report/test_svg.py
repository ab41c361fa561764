import pytest

from journal.exchange.report.svg import LARGEST_BYTES, PictureRefused, checked_svg
from tests.support.reports import DRAWING

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def test_a_drawing_of_shapes_and_text_is_taken_as_it_is() -> None:
    assert checked_svg(DRAWING.encode()) == DRAWING


def test_words_of_hers_are_taken_whatever_letters_they_have() -> None:
    words = "url(x) javascript: \\ data: &lt;!ENTITY&gt; onload= 😀"
    written = f'{OPEN}<text class="a" data-unformatted="{words}">{words}</text></svg>'
    assert checked_svg(written.encode()) == written


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<style>@import url(https://example.org)</style>",
        "<image href='file:///etc/passwd'/>",
        "<image xlink:href='https://example.org/x.png'/>",
        "<a href='https://example.org'><text>x</text></a>",
        "<use href='https://example.org/x.svg#y'/>",
        "<animate attributeName='x'/>",
        "<path d='M0 0' onload='alert(1)'/>",
        "<path d='M0 0' OnClick='alert(1)'/>",
        "<path d='M0 0' style='fill: url(https://example.org/x)'/>",
        "<path d='M0 0' style='fill: u\\72l(https://example.org/x)'/>",
        "<path d='M0 0' fill='url( &quot;https://example.org/x&quot;)'/>",
        "<path d='M0 0' clip-path='url(data:image/svg+xml,x)'/>",
        "<p xmlns='http://www.w3.org/1999/xhtml'>x</p>",
    ],
)
def test_a_picture_that_acts_or_points_outside_itself_is_refused(inside: str) -> None:
    with pytest.raises(PictureRefused):
        checked_svg(f"{OPEN}{inside}</svg>".encode())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg",
        b"\xff\xfe",
        b"<html></html>",
        b"<svg></svg>",
        b'<?xml version="1.0"?>' + DRAWING.encode(),
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + DRAWING.encode(),
        DRAWING.encode() + b" " * LARGEST_BYTES,
    ],
)
def test_what_is_no_plain_picture_is_refused(content: bytes) -> None:
    with pytest.raises(PictureRefused):
        checked_svg(content)
