"""Pictures of several charts, drawn in her browser one after the other and handed back.

Figures go to the browser and pictures come back in rounds, so that no message grows too large.
What has come back is kept with the open page until it is forgotten, and nowhere else.
"""

import json
from base64 import b64decode
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from hashlib import sha256
from typing import Final

import streamlit as st

from journal.views.components import load_component

CHARTS_A_ROUND: Final = 6
PNG_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_DRAWING: Final = load_component("draw_pictures", shared="picture")


class PictureFormat(StrEnum):
    """As what a chart is drawn; the value ends the name of its file."""

    PNG = "png"
    SVG = "svg"


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """A chart to be drawn.

    Attributes:
        name: Finds its pictures again; unique among those asked for together.
        picture: What is drawn, as `take_away.picture` describes it.
        formats: As what it is drawn, at least one.
    """

    name: str
    picture: Mapping[str, object]
    formats: tuple[PictureFormat, ...]


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """A picture that came back; without content, her browser could not draw it."""

    name: str
    format: PictureFormat
    content: bytes | None


@dataclass(frozen=True, slots=True)
class _Kept:
    """What came back so far of the pictures asked for.

    Attributes:
        asked: Stands for all that was asked for; other wishes begin anew.
        round: Names what the browser is drawing now.
        pictures: What came back.
    """

    asked: str
    round: str
    pictures: tuple[DrawnPicture, ...] = ()


def drawn_pictures(
    requests: Sequence[PictureRequest], *, key: str
) -> tuple[DrawnPicture, ...] | None:
    """Return the pictures once her browser has drawn them all; until then show how far it is.

    To be called within a fragment, anew in each run and with the same requests: it is what the
    browser draws for, and each round that comes back runs the fragment again. Leaving the call out
    of a run stops the drawing.

    Args:
        requests: What is drawn, in the order in which it is returned.
        key: Unique on the page.

    Returns:
        One picture for each format of each request, or None while there is more to draw.
    """
    asked = _fingerprint(requests)
    kept: _Kept | None = st.session_state.get(_kept_key(key))
    if kept is None or kept.asked != asked:
        kept = _Kept(asked, round=f"{asked}.0")
    there = {picture.name for picture in kept.pictures}
    missing = [request for request in requests if request.name not in there]
    kept = replace(kept, round=f"{asked}.{len(there)}")
    st.session_state[_kept_key(key)] = kept
    if not missing:
        return kept.pictures
    _DRAWING(
        key=key,
        data=[
            {
                "round": kept.round,
                "done": len(requests) - len(missing),
                "total": len(requests),
                "pictures": [_described(request) for request in missing[:CHARTS_A_ROUND]],
            }
        ],
        on_drawn_change=partial(_take, requests, key),
    )
    return None


def forget_pictures(key: str) -> None:
    """Forget what has come back, so that it takes no room and is drawn anew."""
    st.session_state.pop(_kept_key(key), None)


def _kept_key(key: str) -> str:
    return f"{key}.kept"


def _fingerprint(requests: Sequence[PictureRequest]) -> str:
    print_ = sha256()
    for request in requests:
        print_.update(json.dumps(_described(request), sort_keys=True).encode())
    return print_.hexdigest()


def _described(request: PictureRequest) -> dict[str, object]:
    return {
        "name": request.name,
        "formats": [format_.value for format_ in request.formats],
        "picture": dict(request.picture),
    }


def _take(requests: Sequence[PictureRequest], key: str) -> None:
    """Keep the round that has just come back, if it is the one that was asked for."""
    kept: _Kept | None = st.session_state.get(_kept_key(key))
    answer = st.session_state[key].drawn
    if kept is None or not isinstance(answer, Mapping) or answer.get("round") != kept.round:
        return
    there = {picture.name for picture in kept.pictures}
    taken = tuple(pictures_in(answer.get("pictures"), requests, there))
    st.session_state[_kept_key(key)] = replace(kept, pictures=(*kept.pictures, *taken))


def pictures_in(
    answer: object, requests: Sequence[PictureRequest], there: Collection[str]
) -> Iterator[DrawnPicture]:
    """Read what a browser sent: of each chart all formats, or else the chart is not taken.

    Args:
        answer: What came; anything at all.
        requests: What was asked for.
        there: Names of the charts that came before.
    """
    listed = answer if isinstance(answer, list) else []
    sent = {
        (str(item.get("name")), str(item.get("format"))): item.get("content")
        for item in listed
        if isinstance(item, Mapping)
    }
    for request in requests:
        if request.name in there:
            continue
        if all((request.name, format_.value) in sent for format_ in request.formats):
            for format_ in request.formats:
                content = _content(sent[request.name, format_.value], format_)
                yield DrawnPicture(request.name, format_, content)


def _content(sent: object, format_: PictureFormat) -> bytes | None:
    """Return the bytes of a picture, or None if they are none of its format."""
    if not isinstance(sent, str):
        return None
    if format_ is PictureFormat.SVG:
        return sent.encode() if sent.startswith("<svg") else None
    try:
        content = b64decode(sent, validate=True)
    except ValueError:  # no base64, or not even ASCII
        return None
    return content if content.startswith(PNG_SIGNATURE) else None
