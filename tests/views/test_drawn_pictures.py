"""What a browser hands back as pictures is read strictly."""

from base64 import b64encode

from hypothesis import given
from hypothesis import strategies as st

from journal.views.drawn_pictures import (
    PNG_SIGNATURE,
    DrawnPicture,
    PictureFormat,
    PictureRequest,
    pictures_in,
)

PNG = PNG_SIGNATURE + b"dots"
SVG = "<svg>é</svg>"
REQUESTS = [
    PictureRequest("mood", {}, (PictureFormat.PNG, PictureFormat.SVG)),
    PictureRequest("calm", {}, (PictureFormat.SVG,)),
]
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "format", "content", "else"]), inner, max_size=4)
    ),
    max_leaves=12,
)
nearly = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "name": st.sampled_from(["mood", "calm", "stranger"]) | anything,
            "format": st.sampled_from(["png", "svg", "exe"]) | anything,
            "content": st.sampled_from([SVG, b64encode(PNG).decode(), "<html>", "Zm9v"]) | anything,
        },
    ),
    max_size=6,
)


def sent(name: str, format_: str, content: object) -> dict[str, object]:
    return {"name": name, "format": format_, "content": content}


def test_pictures_come_in_the_order_they_were_asked_for() -> None:
    answer = [
        sent("calm", "svg", SVG),
        sent("mood", "svg", SVG),
        sent("mood", "png", b64encode(PNG).decode()),
    ]
    assert list(pictures_in(answer, REQUESTS, ())) == [
        DrawnPicture("mood", PictureFormat.PNG, PNG),
        DrawnPicture("mood", PictureFormat.SVG, SVG.encode()),
        DrawnPicture("calm", PictureFormat.SVG, SVG.encode()),
    ]


def test_a_chart_that_came_before_or_in_part_is_not_taken() -> None:
    answer = [sent("calm", "svg", SVG), sent("mood", "svg", SVG)]
    assert list(pictures_in(answer, REQUESTS, {"calm"})) == []


def test_what_is_no_picture_of_its_format_counts_as_not_drawn() -> None:
    for content in (None, "", "Zm9v", "<script>", "not base64 §", 7):
        answer = [sent("mood", "png", content), sent("mood", "svg", content)]
        assert [one.content for one in pictures_in(answer, REQUESTS, ())] == [None, None]


@given(anything | nearly)
def test_whatever_comes_only_what_was_asked_for_is_taken_once(answer: object) -> None:
    taken = list(pictures_in(answer, REQUESTS, ()))
    asked = {(request.name, format_) for request in REQUESTS for format_ in request.formats}
    found = [(one.name, one.format) for one in taken]
    assert len(found) == len(set(found))
    assert set(found) <= asked
    assert {one.content for one in taken} <= {None, PNG, SVG.encode()}
