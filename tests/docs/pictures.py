"""Takes the pictures of the READMEs: `python -m tests.docs.pictures` (Chromium and chromedriver).

Of the articles written for the project only, since the others are their publishers'.
"""

from __future__ import annotations

import base64
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from quifaitquoi.articles import read
from quifaitquoi.config import Settings
from quifaitquoi.report import write_report
from quifaitquoi.run.runner import run
from tests.docs.blocks import ROOT
from tests.report.report_driver import browser

if TYPE_CHECKING:
    from tests.report.report_driver import Browser

_WIDTH: Final = 1280
_SHOWN: Final = "dev01"


def main() -> None:
    """Write docs/report-*.png, in English and in French."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        raw = ROOT / "raw"
        articles = (article for article in read(raw) if article.id.startswith("dev"))
        run(articles, folder / "outputs", Settings())
        page = write_report(folder / "outputs", folder / "report.html", raw=raw)
        for language, ending in (("en", ""), ("fr", ".fr")):
            with browser(folder / f"profile-{language}", language=language) as window:
                window.size(_WIDTH, 1500)
                window.open(page)
                _take(window, ROOT / "docs" / f"report-overview{ending}.png")
                window.size(_WIDTH, 860)
                window.dark(on=True)
                window.run(f"location.hash = '#a-{_SHOWN}'")
                window.open(page)
                window.run(_SHOW, _SHOWN)
                _take(window, ROOT / "docs" / f"report-article{ending}.png")


#: Choose the article and scroll to it.
_SHOW: Final = """
location.hash = `#a-${arguments[0]}`;
return new Promise((done) => setTimeout(() => {
  document.querySelector("#articles").scrollIntoView();
  done(document.querySelector("#article h3").textContent);
}, 300));
"""


def _take(window: Browser, path: Path) -> None:
    taken = window.protocol("Page.captureScreenshot", format="png")
    path.write_bytes(base64.b64decode(taken["data"]))


if __name__ == "__main__":
    main()
