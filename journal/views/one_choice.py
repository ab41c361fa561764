"""One of a few words to choose, which something else on the page may choose, too."""

from collections.abc import Callable, Mapping

import streamlit as st


def one_choice(
    label: str,
    names: Mapping[str, str],
    *,
    key: str,
    usual: str,
    on_change: Callable[[], None] | None = None,
) -> str:
    """Let her choose, and return what is chosen.

    The choice stays while she looks at other pages. A button may set it under its key.

    Args:
        label: Above the choices.
        names: What each is called, by its code.
        key: Unique on the page.
        usual: Chosen until she chooses.
        on_change: Called when she has chosen.
    """
    # Set here and not as the default: a button sets it too. What was chosen may be gone.
    if st.session_state.get(key) not in names:
        st.session_state[key] = str(usual)
    with st.container(key=f"choice_{key.replace('.', '_')}"):
        chosen = st.segmented_control(
            label,
            list(map(str, names)),
            format_func=names.__getitem__,
            key=key,
            required=True,
            persist_state="session",
            width="stretch",
            on_change=on_change,
        )
    return chosen or usual
