"""The two ways a browser is told what to do, behind one face.

Both carry the commands of WebDriver (W3C Recommendation, 2018): WebKit as a web service, Firefox
in frames of its Marionette protocol, where the same commands have names instead of addresses.
"""

import json
import socket
import urllib.error
import urllib.request
from typing import Any, Protocol

from tests.support.server import DIRECT

# What the commands that are used here are called, and where they stand below a session.
PLACES = {
    "Navigate": ("POST", "/url"),
    "Refresh": ("POST", "/refresh"),
    "ExecuteScript": ("POST", "/execute/sync"),
    "ElementClick": ("POST", "/element/{id}/click"),
    "ElementSendKeys": ("POST", "/element/{id}/value"),
    "ElementClear": ("POST", "/element/{id}/clear"),
    "PerformActions": ("POST", "/actions"),
    "SetWindowRect": ("POST", "/window/rect"),
    "TakeScreenshot": ("GET", "/screenshot"),
}
SECONDS_TO_ANSWER = 60


class NotDone(Exception):
    """The browser could not do what it was told."""


class Wire(Protocol):
    """Takes a command to a browser and brings back what it answers."""

    def send(self, command: str, **parameters: object) -> Any:
        """Send one of `PLACES`.

        Raises:
            NotDone: The browser says why not.
        """


class WebService:
    """A session of a WebDriver service.

    Args:
        address: Where the service listens.
        capabilities: What the browser has to be like.
        patience: How many seconds it may take to begin.

    Raises:
        TimeoutError: It did not begin.
    """

    def __init__(self, address: str, capabilities: dict[str, object], patience: float) -> None:
        self._session = f"{address}/session"
        self._patience = patience
        begun = self._ask("POST", "", {"capabilities": {"alwaysMatch": capabilities}})
        self._patience = SECONDS_TO_ANSWER
        self.version = str(begun["capabilities"]["browserVersion"])
        self._session = f"{self._session}/{begun['sessionId']}"

    def send(self, command: str, **parameters: object) -> Any:
        """Send a command."""
        method, place = PLACES[command]
        said = {name: value for name, value in parameters.items() if f"{{{name}}}" not in place}
        return self._ask(method, place.format_map(parameters), said)

    def end(self) -> None:
        """End the session, and the browser with it."""
        self._ask("DELETE", "", None)

    def _ask(self, method: str, place: str, said: dict[str, Any] | None) -> Any:
        data = json.dumps(said).encode() if method == "POST" else None
        request = urllib.request.Request(f"{self._session}{place}", data, method=method)  # noqa: S310 - of our own driver
        try:
            with DIRECT.open(request, timeout=self._patience) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as refused:
            raise NotDone(refused.read().decode()) from None


class Marionette:
    """A session of Firefox's own protocol: the length of a frame, a colon, and JSON.

    Args:
        port: Where Firefox listens.
    """

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), SECONDS_TO_ANSWER)
        self._said = self._socket.makefile("rb")
        self._number = 0
        self._heard()  # a greeting
        begun = self.ask("WebDriver:NewSession")
        self.version = str(begun["capabilities"]["browserVersion"])

    def send(self, command: str, **parameters: object) -> Any:
        """Send a command."""
        if command == "ExecuteScript":
            parameters = {**parameters, "sandbox": None, "newSandbox": False}
        elif command == "TakeScreenshot":
            parameters = {"full": False, "hash": False}
        return self.ask(f"WebDriver:{command}", **parameters)

    def in_its_own_window(self, script: str, *arguments: object) -> Any:
        """Run a script where Firefox itself runs, around the page."""
        self.ask("Marionette:SetContext", value="chrome")
        try:
            return self.send("ExecuteScript", script=script, args=list(arguments))
        finally:
            self.ask("Marionette:SetContext", value="content")

    def ask(self, name: str, **parameters: object) -> Any:
        """Send a command by the name it has here."""
        self._number += 1
        frame = json.dumps([0, self._number, name, parameters]).encode()
        self._socket.sendall(b"%d:%b" % (len(frame), frame))
        _, _, problem, result = self._heard()
        if problem is not None:
            raise NotDone(f"{problem['error']}: {problem['message']}")
        return result["value"] if result and set(result) == {"value"} else result

    def end(self) -> None:
        """End Firefox, and let go of the connection."""
        self.ask("Marionette:Quit", flags=["eForceQuit"])
        self._said.close()
        self._socket.close()

    def _heard(self) -> Any:
        length = b""
        while (letter := self._said.read(1)) != b":":
            if not letter:
                raise NotDone("Firefox has ended.")
            length += letter
        return json.loads(self._said.read(int(length)))
