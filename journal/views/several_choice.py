"""Any number of things to choose, which something else on the page may choose, too."""

from collections.abc import Callable, Collection, Sequence

import streamlit as st


def several_choice(
    label: str,
    options: Sequence[str],
    name: Callable[[str], str],
    *,
    key: str,
    usual: Collection[str],
) -> list[str]:
    """Let her choose, and return what is chosen in the order in which it is offered.

    The choice stays while she looks at other pages. A button may set it under its key.

    Args:
        label: Above the choices.
        options: Codes.
        name: What each is called.
        key: Unique on the page.
        usual: Chosen until she chooses.
    """
    # Set here and not as the default: a button sets it too. What was chosen may be gone.
    kept = st.session_state.get(key, usual)
    st.session_state[key] = [code for code in options if code in kept]
    with st.container(key=f"choice_{key.replace('.', '_')}"):
        chosen = st.pills(
            label,
            options,
            format_func=name,
            selection_mode="multi",
            key=key,
            persist_state="session",
        )
    return [code for code in options if code in chosen]
