from collections.abc import Sequence

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from journal.web.delivery import deliver_whole

OUTER, INNER, OTHER = "the section", "the numbers in it", "another part of the page"


@pytest.fixture
def untouched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit as it is, at least after the test."""
    monkeypatch.setattr(ForwardMsgQueue, "clear", ForwardMsgQueue.clear)


@pytest.fixture
def whole(untouched: None) -> None:  # noqa: ARG001 - it puts back what is replaced here
    deliver_whole()


def drawn(path: Sequence[int], words: str, *, fragment: str = "") -> ForwardMsg:
    message = ForwardMsg()
    message.metadata.delta_path.extend(path)
    message.delta.new_element.text.body = words
    message.delta.fragment_id = fragment
    return message


def a_section_with_a_chart() -> ForwardMsgQueue:
    """What a section drew, with a fragment inside it, on its way to the browser."""
    queue = ForwardMsgQueue()
    queue.enqueue(drawn([0, 3], "section", fragment=OUTER))
    queue.enqueue(drawn([0, 3, 1], "numbers", fragment=INNER))
    queue.enqueue(drawn([0, 4], "elsewhere", fragment=OTHER))
    return queue


def sent(queue: ForwardMsgQueue) -> list[str]:
    """Send what waits, and name it."""
    return [
        message.delta.new_element.text.body or message.WhichOneof("type")
        for message in queue.flush()
    ]


@pytest.mark.usefixtures("whole")
@pytest.mark.parametrize("again", [OUTER, INNER, OTHER])
def test_nothing_that_waits_is_lost_when_a_fragment_is_run_again(again: str) -> None:
    queue = a_section_with_a_chart()
    queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=[again])
    assert sent(queue) == ["section", "numbers", "elsewhere"]


@pytest.mark.usefixtures("untouched")
def test_streamlit_by_itself_still_sends_the_inside_without_the_outside() -> None:
    # The day this fails, Streamlit has mended it and `deliver_whole` can go.
    queue = a_section_with_a_chart()
    queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=[OUTER])
    assert sent(queue) == ["numbers", "elsewhere"]


@pytest.mark.usefixtures("whole")
def test_what_is_drawn_again_is_sent_after_the_beginning_of_its_own_run() -> None:
    queue = a_section_with_a_chart()
    queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=[OUTER])
    begins = ForwardMsg()
    begins.new_session.SetInParent()
    queue.enqueue(begins)
    queue.enqueue(drawn([0, 3], "section again", fragment=OUTER))
    assert sent(queue) == ["section", "numbers", "elsewhere", "new_session", "section again"]


@pytest.mark.usefixtures("whole")
def test_a_run_of_the_whole_page_leaves_out_what_it_is_going_to_draw_anew() -> None:
    queue = a_section_with_a_chart()
    queue.clear(retain_lifecycle_msgs=True)
    assert sent(queue) == []


@pytest.mark.usefixtures("whole")
def test_what_is_sent_waits_no_longer() -> None:
    queue = a_section_with_a_chart()
    sent(queue)
    assert queue.is_empty()
