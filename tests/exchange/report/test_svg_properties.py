"""Whatever comes back, it is either taken unchanged or refused in a sentence."""

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from journal.exchange.report.svg import PictureRefused, checked_svg
from tests.support.reports import DRAWING

CONTENT = DRAWING.encode()
PIECES = st.binary(max_size=8) | st.sampled_from(
    [b"<script>", b"<![CDATA[", b"&a;", b" onload='x'", b"url(http://x)", b"\x00", b"<", b'"']
)


@given(st.integers(0, len(CONTENT)), st.integers(0, 40), PIECES)
def test_a_damaged_picture_is_refused_or_still_plain(at: int, cut: int, piece: bytes) -> None:
    damaged = CONTENT[:at] + piece + CONTENT[at + cut :]
    with suppress(PictureRefused):
        taken = checked_svg(damaged)
        assert taken.encode() == damaged
        assert "<script" not in taken
        assert "<![" not in taken
