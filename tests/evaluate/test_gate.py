"""Floors under the scores, and baselines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quifaitquoi.evaluate import (
    CodedArticle,
    CodedEvent,
    Floors,
    Score,
    baselines_text,
    check_floors,
    evaluate,
    evaluate_baselines,
    fingerprint,
    publication_date_baseline,
    read_floors,
    trigger_word_baseline,
    update_floors,
    write_floors,
)

if TYPE_CHECKING:
    from pathlib import Path

COUNTS = {"articles": 2, "events": 9}
SCORES = {"trigger": Score(0.8, 0.8, 0.8), "type": Score(None, None, None)}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    gold, raw = tmp_path / "gold", tmp_path / "raw"
    for folder, name in ((gold, "a.ann"), (gold, "actors.csv"), (raw, "a.txt"), (raw, "b.txt")):
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return gold, raw


def test_first_floors_stand_a_margin_under_the_scores() -> None:
    floors = update_floors(None, SCORES, "x", COUNTS)
    assert floors == Floors({"trigger": 0.79}, "x", COUNTS)
    assert check_floors(floors, SCORES, "x", COUNTS) == []


def test_update_raises_and_never_lowers() -> None:
    floors = Floors({"trigger": 0.7, "type": 0.9}, "old", COUNTS)
    assert update_floors(floors, SCORES, "x", COUNTS).f1 == {"trigger": 0.79, "type": 0.9}
    high = Floors({"trigger": 0.95}, "old", COUNTS)
    assert update_floors(high, SCORES, "x", COUNTS).f1 == {"trigger": 0.95}


@pytest.mark.parametrize(
    ("floors", "reason"),
    [
        (Floors({"trigger": 0.81}, "x", COUNTS), "trigger: F1 0.800 is under its floor 0.810"),
        (Floors({"type": 0.1}, "x", COUNTS), "type: F1 - is under its floor 0.100"),
        (Floors({"unknown": 0.1}, "x", COUNTS), "unknown: F1 - is under"),
        (Floors({}, "y", {"events": 8}), "changed since the floors were set (articles 0 -> 2, "),
        (Floors({}, "y", COUNTS), "(the same number of labels): if the change is meant, run"),
    ],
)
def test_the_gate_is_shut_and_says_why(floors: Floors, reason: str) -> None:
    (found,) = check_floors(floors, SCORES, "x", COUNTS)
    assert reason in found


def test_a_crash_shuts_the_gate() -> None:
    gold = {"a": CodedArticle((CodedEvent(0, 5, "AID"),))}
    floors = update_floors(None, evaluate(gold, gold).scores, "x", COUNTS)
    reasons = check_floors(floors, evaluate(gold, {}).scores, "x", COUNTS)
    assert any(reason.startswith("trigger: F1 0.000") for reason in reasons)


def test_floors_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    floors = Floors({"trigger": 0.79}, "x", COUNTS)
    write_floors(path, floors)
    assert read_floors(path) == floors
    path.write_text('{"f1": {}}', encoding="utf-8")
    with pytest.raises(ValueError, match="expected an object with f1"):
        read_floors(path)


@pytest.mark.parametrize(
    ("file", "changes"),
    [
        ("gold/a.ann", True),
        ("gold/actors.csv", True),
        ("raw/a.txt", True),
        ("raw/metadata.csv", True),
        ("raw/b.txt", False),
        ("gold/floors.json", False),
    ],
)
def test_fingerprint_covers_what_the_scores_depend_on(
    folders: tuple[Path, Path], file: str, changes: bool
) -> None:
    before = fingerprint(*folders)
    (folders[0].parent / file).write_text("other", encoding="utf-8")
    assert (fingerprint(*folders) != before) == changes


def test_baselines() -> None:
    text = "Le ministre a annoncé une visite. ANNONCÉ, une visiteuse."
    event = CodedEvent(14, 21, "STATEMENT", "ASSERTED", date="2031-05-01")
    gold = {"a": CodedArticle((event,))}
    dated = publication_date_baseline(gold, {"a": "2031-05-02"})
    assert dated["a"].events[0].date == "2031-05-02"
    assert publication_date_baseline(gold, {})["a"].events[0].date == ""
    words = trigger_word_baseline({"a": text})["a"].events
    assert [(one.start, one.type) for one in words] == [
        (14, "STATEMENT"),
        (26, "CONSULT"),
        (34, "STATEMENT"),
    ]
    scored = evaluate_baselines(gold, {"a": text}, {"a": "2031-05-01"})
    assert scored["publication date"].scores["event_date"].f1 == 1
    assert scored["trigger words"].scores["type"].precision == pytest.approx(1 / 3)
    assert "trigger words: trigger + type  " in baselines_text(scored)
