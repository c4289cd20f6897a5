"""Floors under the scores, and baselines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.evaluate import (
    CodedArticle,
    CodedEvent,
    Evaluation,
    Floors,
    Score,
    SplitFloors,
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
MEASURED = {"train": Evaluation(COUNTS, SCORES, {}, Counter(), ())}


def floors_of(f1: dict[str, float], mark: str = "x", counts: dict[str, int] = COUNTS) -> Floors:
    return Floors(mark, {"train": SplitFloors(counts, f1)})


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    gold, raw = tmp_path / "gold", tmp_path / "raw"
    for folder, name in ((gold, "a.ann"), (gold, "actors.csv"), (raw, "a.txt"), (raw, "b.txt")):
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return gold, raw


def test_first_floors_stand_a_margin_under_the_scores() -> None:
    floors = update_floors(None, MEASURED, "x")
    assert floors == floors_of({"trigger": 0.79})
    assert check_floors(floors, MEASURED, "x") == []


def test_update_raises_and_never_lowers() -> None:
    floors = floors_of({"trigger": 0.7, "type": 0.9}, "old")
    raised = update_floors(floors, MEASURED, "x")
    assert raised == floors_of({"trigger": 0.79, "type": 0.9})
    high = floors_of({"trigger": 0.95}, "old")
    assert update_floors(high, MEASURED, "x") == floors_of({"trigger": 0.95})


def test_a_score_of_few_labels_has_more_room() -> None:
    scores = {"trigger": Score(0.8, 0.8, 0.8, 0.6, 0.9), "type": Score(0.8, 0.8, 0.8, 0.79, 0.81)}
    floors = update_floors(None, {"test": Evaluation(COUNTS, scores, {}, Counter(), ())}, "x")
    assert floors.splits["test"].f1 == {"trigger": 0.75, "type": 0.79}


def test_every_split_has_floors_of_its_own() -> None:
    measured = {**MEASURED, "test": Evaluation(COUNTS, SCORES, {}, Counter(), ())}
    floors = update_floors(floors_of({"trigger": 0.9}), measured, "x")
    assert floors.splits["train"].f1 == {"trigger": 0.9}
    assert floors.splits["test"].f1 == {"trigger": 0.79}
    assert [reason[:14] for reason in check_floors(floors, MEASURED, "x")] == [
        "train, trigger",
        "test, trigger:",
    ]
    assert update_floors(floors, MEASURED, "x").splits.keys() == {"train"}


@pytest.mark.parametrize(
    ("floors", "reason"),
    [
        (floors_of({"trigger": 0.81}), "train, trigger: F1 0.800 is under its floor 0.810"),
        (floors_of({"type": 0.1}), "train, type: F1 - is under its floor 0.100"),
        (floors_of({"unknown": 0.1}), "train, unknown: F1 - is under"),
        (floors_of({}, "y", {"events": 8}), "floors were set (train: articles 0 -> 2, "),
        (floors_of({}, "y"), "(the same number of labels): if the change is meant, run"),
    ],
)
def test_the_gate_is_shut_and_says_why(floors: Floors, reason: str) -> None:
    (found,) = check_floors(floors, MEASURED, "x")
    assert reason in found


def test_a_crash_shuts_the_gate() -> None:
    gold = {"a": CodedArticle((CodedEvent(0, 5, "AID"),))}
    floors = update_floors(None, {"train": evaluate(gold, gold)}, "x")
    reasons = check_floors(floors, {"train": evaluate(gold, {})}, "x")
    assert any(reason.startswith("train, trigger: F1 0.000") for reason in reasons)


def test_floors_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    floors = floors_of({"trigger": 0.79})
    write_floors(path, floors)
    assert read_floors(path) == floors
    path.write_text('{"sha256": "x", "f1": {}}', encoding="utf-8")
    with pytest.raises(ValueError, match="expected an object with sha256 and splits"):
        read_floors(path)


@pytest.mark.parametrize(
    ("file", "changes"),
    [
        ("gold/a.ann", True),
        ("gold/actors.csv", True),
        ("gold/splits.csv", True),
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
