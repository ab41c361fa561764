"""What is drawn reaches the browser whole and in order, however quickly she taps.

What a run draws waits in a queue for a few milliseconds before it is sent. When a fragment is run
again in that time, Streamlit 1.67 takes out of the queue what that fragment had drawn, but leaves
in it what the fragments inside it had: pieces of a page whose frame was never sent. Where a piece
has nowhere to go, Streamlit's page in the browser stops ("Bad delta path index") and goes blank.
"""

from typing import Final

from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

_clear: Final = ForwardMsgQueue.clear


def deliver_whole() -> None:
    """Let nothing be taken out of the queue when a fragment is run again.

    Streamlit offers no setting for it, so its method is replaced, in this process for good.
    """
    ForwardMsgQueue.clear = _clear_for_page_alone  # type: ignore[assignment, method-assign]


def _clear_for_page_alone(
    queue: ForwardMsgQueue,
    retain_lifecycle_msgs: bool = False,  # noqa: FBT001, FBT002 - as Streamlit calls it
    fragment_ids_this_run: list[str] | None = None,
) -> None:
    """Clear as Streamlit does for a run of the whole page, which draws everything again.

    Args:
        queue: What waits for one reader.
        retain_lifecycle_msgs: Whether to keep what is not drawn, such as the end of a run.
        fragment_ids_this_run: The fragments that are run again, or None for the whole page.
    """
    if fragment_ids_this_run is None:
        _clear(queue, retain_lifecycle_msgs)
        return
    # Otherwise what this run draws would take the place of what the last run drew in the same
    # spot: ahead of its own beginning, and the browser would clear it away as the last run's.
    queue._delta_index_map = {}  # noqa: SLF001 - it has no other way to be told
