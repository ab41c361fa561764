"""Every open page, told at once: forget what you hold of the journal, and draw yourself anew.

Streamlit offers nothing for it, so this reaches into what it keeps of its sessions; a browser test
with two pages says when that has changed.
"""

from streamlit import runtime
from streamlit.runtime import Runtime


def draw_all_anew() -> None:
    """Run every open page again, and drop those that are closed; from whatever thread.

    A page also loses the files it was given and those it had to give away, and what is kept for it
    alone. Its session state it clears itself, as its script may be using it at this moment.
    """
    if runtime.exists():
        running = runtime.get_instance()
        loop = running._get_async_objs().eventloop  # noqa: SLF001 - as the module says
        loop.call_soon_threadsafe(_draw_anew, running)


def _draw_anew(running: Runtime) -> None:
    sessions = running._session_mgr  # noqa: SLF001 - as the module says
    for kept in sessions.list_sessions():
        session = kept.session
        if not sessions.is_active_session(session.id):
            # A tab that comes back within half an hour would find what it held.
            sessions.close_session(session.id)
            continue
        running.uploaded_file_mgr.remove_session_files(session.id)
        running.media_file_mgr.clear_session_refs(session.id)
        session.clear_session_caches()
        session.request_rerun(session._client_state)  # noqa: SLF001 - as Streamlit does itself
    for _ in range(2):  # a download is marked first, and removed the second time
        running.media_file_mgr.remove_orphaned_files()
