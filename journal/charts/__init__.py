"""Results drawn as plotly figures, in one theme; nothing here filters or averages."""
