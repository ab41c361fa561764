"""What Streamlit runs, alone in its folder, so that nothing beside it is taken for a page."""
