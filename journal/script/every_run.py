"""What Streamlit runs for a reader on every interaction.

``streamlit run app.py`` has imported ``app`` by then, so this finds the same module and joins
nothing a second time.
"""

import app
from journal.web.memory import settle

app.run_script()
settle()
