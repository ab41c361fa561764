"""Waiting for Streamlit to have finished, instead of for a while.

Convention: after an action, first wait with Playwright's `expect` for what it should bring; a page
that has not yet begun its run looks just like one that has finished it.
"""

from playwright.sync_api import Page

# These attributes are Streamlit's own and undocumented; test_waiting.py fails when they go.
SETTLED = """
marker => {
  const app = document.querySelector("[data-testid=stApp]");
  return app !== null
    && app.dataset.testScriptState === "notRunning"
    && app.dataset.testConnectionState === "CONNECTED"
    // Before its first run, too, the script is not running: something has to be drawn.
    && app.querySelector("[data-testid=stElementContainer]") !== null
    && app.querySelector("[data-stale=true]") === null
    && (marker === null || app.querySelector(marker) !== null);
}
"""
PLOTTED = """
count => {
  const plots = [...document.querySelectorAll(".js-plotly-plot")];
  return plots.length >= count
    && plots.every(plot => plot._fullData !== undefined && plot.querySelector(".main-svg"));
}
"""
PATIENCE_MS = 30_000


def settled(page: Page, marker: str | None = None) -> None:
    """Wait until the script has run, everything is drawn and the connection stands.

    Args:
        page: The page, already on its way to the app.
        marker: A selector that only the wanted page fulfils.
    """
    page.wait_for_function(SETTLED, arg=marker, timeout=PATIENCE_MS)


def plotted(page: Page, count: int = 1) -> None:
    """Wait until at least so many Plotly charts are drawn; they come after the script has ended."""
    page.wait_for_function(PLOTTED, arg=count, timeout=PATIENCE_MS)
