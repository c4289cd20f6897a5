"""A headless Chromium over the WebDriver protocol, with nothing but the standard library."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--force-prefers-reduced-motion", "--disable-lcd-text",
    "--force-color-profile=srgb",
)  # fmt: skip
MISSING = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]


class Browser:
    """One browser window; scripts return JSON values."""

    def __init__(self, session: str) -> None:
        self._session = session

    def open(self, page: Path) -> None:
        """Load a file."""
        self._post("url", url=page.resolve().as_uri())

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401 - any JSON value
        """What the script returns; its arguments are `arguments[0]` and so on."""
        return self._post("execute/sync", script=script, args=arguments)

    def protocol(self, command: str, **parameters: object) -> Any:  # noqa: ANN401 - any JSON value
        """A command of the DevTools protocol."""
        return self._post("goog/cdp/execute", cmd=command, params=parameters)

    def size(self, width: int, height: int) -> None:
        """Size of the page's window in CSS pixels."""
        self.protocol(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip

    def dark(self, *, on: bool) -> None:
        """Whether the reader's system prefers dark colours."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if on else "light"}
        self.protocol("Emulation.setEmulatedMedia", features=[scheme])

    def click(self, selector: str) -> None:
        """Click the first element that matches."""
        self._post(f"element/{self._find(selector)}/click")

    def type(self, selector: str, text: str) -> None:
        """Type into the first element that matches."""
        self._post(f"element/{self._find(selector)}/value", text=text)

    def errors(self) -> list[str]:
        """Messages of the console that are errors, violations of the security policy included."""
        entries = self._post("se/log", type="browser")
        return [entry["message"] for entry in entries if entry["level"] == "SEVERE"]

    def _find(self, selector: str) -> str:
        found = self._post("element", using="css selector", value=selector)
        return str(next(iter(found.values())))

    def _post(self, command: str, **body: object) -> Any:  # noqa: ANN401 - any JSON value
        return _call("POST", f"{self._session}/{command}", body)


@contextmanager
def browser(profile: Path, *, language: str = "fr") -> Iterator[Browser]:
    """Start a browser with a new profile folder, and end it."""
    driver = subprocess.Popen(
        ["chromedriver", "--port=0"],  # noqa: S607 - the one on the path is meant
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        root = f"http://127.0.0.1:{_port(driver)}"
        flags = [*FLAGS, f"--user-data-dir={profile}", f"--lang={language}"]
        options = {
            "binary": shutil.which("chromium"),
            "args": flags,
            "prefs": {"intl.accept_languages": language},
        }
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        created = _call("POST", f"{root}/session", {"capabilities": {"alwaysMatch": wanted}})
        session = f"{root}/session/{created['sessionId']}"
        try:
            yield Browser(session)
        finally:
            _call("DELETE", session)
    finally:
        driver.terminate()
        driver.wait(10)


def _port(driver: subprocess.Popen[str]) -> int:
    for line in driver.stdout or ():
        if found := re.search(r"started successfully on port (\d+)", line):
            return int(found[1])
    msg = "chromedriver did not start"
    raise RuntimeError(msg)


def _call(method: str, url: str, body: dict[str, Any] | None = None) -> Any:  # noqa: ANN401
    data = None if body is None else json.dumps(body).encode()
    request = Request(url, data, {"Content-Type": "application/json"}, method=method)  # noqa: S310
    try:
        with urlopen(request, timeout=60) as answer:  # noqa: S310 - always this machine's driver
            return json.load(answer)["value"]
    except HTTPError as error:
        msg = json.load(error)["value"]["message"]
        raise RuntimeError(msg) from error
