"""The names that `import quifaitquoi` gives, and what they take."""

from __future__ import annotations

import pydoc
import subprocess
import sys
from datetime import date, datetime
from itertools import count
from typing import TYPE_CHECKING

import pandas as pd
import pytest

import quifaitquoi as qfq
from quifaitquoi import actions
from quifaitquoi.actors import linking
from quifaitquoi.articles.given import article_from, iso_from
from quifaitquoi.cli import main
from quifaitquoi.config import Settings
from quifaitquoi.records.articles import Rejected
from quifaitquoi.table import read_frame

if TYPE_CHECKING:
    from pathlib import Path

    from quifaitquoi.run.stages import Pipeline

NAMES = (
    """Article __version__ extract extract_df find_dates read_dyads read_events stream""".split()
)
TEXT = "Le Kenya a condamné hier le Pérou."


def test_dir_and_help_show_what_there_is() -> None:
    assert dir(qfq) == NAMES
    shown = pydoc.render_doc(qfq, renderer=pydoc.plaintext)
    assert all(name in shown for name in NAMES if name != "__version__")
    assert f"VERSION\n    {qfq.__version__}" in shown
    with pytest.raises(AttributeError, match=r"no attribute 'extrac'; it has .*extract"):
        _ = qfq.extrac


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"quifaitquoi {qfq.__version__}\n"


@pytest.mark.parametrize(
    ("published", "iso"),
    [
        ("2031-05", "2031-05"),
        ("2031-05-04T10:00", "2031-05-04"),
        (date(2031, 5, 4), "2031-05-04"),
        (datetime(2031, 5, 4, 23, 59), "2031-05-04"),
        (pd.Timestamp("2031-05-04 12:00", tz="Africa/Nairobi"), "2031-05-04"),
        ("", ""),
        (None, ""),
        (float("nan"), ""),
        (pd.NaT, ""),
        (pd.NA, ""),
    ],
)
def test_dates_that_are_taken(published: object, iso: str) -> None:
    assert iso_from(published) == iso


def test_articles_that_are_taken() -> None:
    known = qfq.Article("a", TEXT, title="Au Pérou", published="2031-05-04")
    assert article_from(known) is known
    found = article_from(
        {"id": 7, "text": TEXT, "title": None, "published": date(2031, 5, 4), "more": 1}
    )
    assert (found.id, found.text, found.published, found.published_basis) == (
        "7", TEXT, "2031-05-04", "metadata",
    )  # fmt: skip
    assert article_from(("a", TEXT), "2030").published == "2030"
    dateline = article_from(("a", f"Lima, le 3 mars 2031. – {TEXT}"), "2030")
    assert (dateline.published, dateline.published_basis) == ("2031-03-03", "dateline")


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        (TEXT, TypeError, r"an article is str 'Le Kenya.*taken is an Article, a dict with id"),
        (("a", TEXT, "2031"), TypeError, r"an article is tuple .*a pair \(id, text\)"),
        (("a", None), ValueError, "an article has no text: it has id, text; taken is"),
        (("a", b"Le Kenya."), TypeError, "text of 'a' is bytes .*; taken is a str"),
        ({"text": TEXT}, ValueError, "an article has no id: it has text; taken is"),
        ({"id": 1.5, "text": TEXT}, TypeError, "id of an article is float 1.5; taken is"),
        ({"id": "a", "text": TEXT, "title": 3}, TypeError, "title of 'a' is int 3; taken is a str"),
        ({"id": "a", "text": TEXT, "published": 2031}, TypeError, "published is int 2031; taken"),
        (
            {"id": "a", "text": TEXT, "published": "hier"},
            ValueError,
            "published of 'a': not an ISO date: 'hier'; write 2024-03-31",
        ),
        (qfq.Article("a", TEXT, published="hier"), ValueError, "not an ISO date"),
    ],
)
def test_articles_that_are_not_taken(given: object, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        article_from(given)  # type: ignore[arg-type]


@pytest.mark.parametrize("articles", [TEXT, {"id": "a", "text": TEXT}, qfq.Article("a", TEXT), 3])
def test_one_article_is_no_stream(articles: object) -> None:
    with pytest.raises(TypeError, match="taken is an iterable, each item an Article, a dict"):
        qfq.stream(articles)  # type: ignore[arg-type]


def test_wrong_calls_name_what_is_taken() -> None:
    with pytest.raises(TypeError, match=r"text is builtin_function_or_method .*; taken is a str"):
        qfq.extract(len)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="published is int 2031; taken is a str"):
        qfq.find_dates(TEXT, 2031)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="not an ISO date: 'hier'; write 2024-03-31, 2024-03 or"):
        qfq.extract(TEXT, published="hier")
    with pytest.raises(TypeError, match=r"settings are str; taken are quifaitquoi.config.Settings"):
        qfq.extract(TEXT, settings="rules")  # type: ignore[arg-type]


def test_frames_that_are_not_taken() -> None:
    with pytest.raises(TypeError, match="frame is list; taken is a DataFrame with a column text"):
        qfq.extract_df([TEXT])  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no column text, there are: body; taken are text and"):
        qfq.extract_df(pd.DataFrame({"body": [TEXT]}))
    with pytest.raises(ValueError, match="the id a stands twice"):
        qfq.extract_df(pd.DataFrame({"id": ["a", "a"], "text": TEXT}))
    with pytest.raises(ValueError, match="the id 0 stands twice"):
        qfq.extract_df(pd.DataFrame({"text": [TEXT, TEXT]}, index=[0, 0]))


def test_a_folder_with_files_of_our_names_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "pipeline").mkdir()
    (tmp_path / "pipeline" / "steps.py").write_text("STEPS = 3\n", encoding="utf-8")
    (tmp_path / "pipeline.py").write_text("raise SystemExit('mine')\n", encoding="utf-8")
    (tmp_path / "quifaitquoi.csv").write_text("a,b\n", encoding="utf-8")
    code = "import spacy; spacy.blank('fr'); import quifaitquoi; print(quifaitquoi.__version__)"
    done = subprocess.run(  # noqa: S603 - our own
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == (f"{qfq.__version__}\n", "")


@pytest.mark.model
def test_one_text(loaded: Pipeline) -> None:
    del loaded
    (event,) = qfq.extract(TEXT, published=pd.Timestamp("2031-05-04"))
    assert (event.event_date, event.sources[0].key) == ("2031-05-03", "KEN")


@pytest.mark.model
def test_dates_alone(loaded: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    del loaded
    for stage, name in ((actions, "find"), (linking, "resolve")):
        monkeypatch.setattr(stage, name, None)
    (found,) = qfq.find_dates("«\u00a0Le 3 mai\u00a0», ils sont partis.", date(2031, 5, 5))
    assert (found.start, found.end, found.value) == (5, 10, "2031-05-03")


@pytest.mark.model
def test_a_stream_is_lazy_and_keeps_the_order(
    loaded: Pipeline, caplog: pytest.LogCaptureFixture
) -> None:
    del loaded
    met: list[int] = []

    def endless() -> object:
        yield Rejected("z", "z.pdf", "unknown kind of file")
        for number in count():
            met.append(number)
            yield {"id": number, "text": TEXT}

    found = qfq.stream(endless(), settings=Settings(published="2031-05-04"))  # type: ignore[arg-type]
    assert met == []
    article, result = next(found)
    assert (article.id, article.published_basis) == ("0", "argument")
    assert [event.event_date for event in result.events] == ["2031-05-03"]
    assert next(found)[0].id == "1"
    assert len(met) < 1000
    assert caplog.messages == ["rejected z.pdf: unknown kind of file"]


@pytest.mark.model
def test_a_local_medium_tells_of_its_country(loaded: Pipeline) -> None:
    del loaded
    text = "Le maire a remercié les médecins."
    (event,) = qfq.extract(text, source="Sidwaya")
    assert event.sources[0].country == "BFA"
    frame = pd.DataFrame({"text": [text, text], "source": ["Sidwaya", None]})
    assert qfq.extract_df(frame)["source_countries"].tolist() == [("BFA",), ("",)]


@pytest.mark.model
def test_a_frame_gives_the_events_that_a_run_gives(loaded: Pipeline, tmp_path: Path) -> None:
    del loaded
    texts = [f"{TEXT} Le Chili aussi.", None, "Lima et Nairobi ont signé un accord."]
    published = [pd.Timestamp("2031-05-04"), pd.NaT, pd.NaT]
    frame = pd.DataFrame({"text": texts, "published": published, "section": "monde"}, [10, 11, 12])
    events = qfq.extract_df(frame)
    assert events["article_id"].unique().tolist() == ["10", "12"]
    assert events["event_date"].iloc[0] == "2031-05-03"
    raw = tmp_path / "raw"
    raw.mkdir()
    for number, text in zip(frame.index, texts, strict=True):
        (raw / f"{number}.txt").write_text(text or "", encoding="utf-8")
    (raw / "metadata.csv").write_text("file,published\n10.txt,2031-05-04\n", encoding="utf-8")
    main(["run", str(raw), "-o", str(tmp_path / "out")])
    pd.testing.assert_frame_equal(events, qfq.read_events(tmp_path / "out" / "events.csv"))
    empty = qfq.extract_df(pd.DataFrame({"text": []}))
    assert empty.dtypes.equals(events.dtypes)
    assert list(empty.columns) == list(read_frame(tmp_path / "out" / "events.csv", "events"))
