"""Keeps the accuracy from slipping: floors under the scores of each split, bound to exact gold."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from quifaitquoi.evaluate.evaluation import Evaluation

FLOORS_FILE: Final = "floors.json"
# A floor stands this far under the F1 measured when it was set: room for a library's next patch
# release, not for a rule that breaks.
MARGIN: Final = 0.01
# Where few labels make an F1 move by more, the room is this share of the way down to the low end of
# its 95 % interval: on 12 articles one label more or less must not decide about a rule.
SHARE: Final = 0.25
# Floors are written, and compared, with this many decimals.
DECIMALS: Final = 3
_METADATA: Final = "metadata.csv"
_TABLES: Final = ("actors.csv", "splits.csv")


@dataclass(frozen=True, slots=True)
class SplitFloors:
    """The least F1 of a split by name of score, and how much gold it was measured on."""

    counts: Mapping[str, int]
    f1: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Floors:
    """Floors by split, and the gold and raw files that they were measured on."""

    sha256: str
    splits: Mapping[str, SplitFloors]


def read_floors(path: Path) -> Floors:
    """Floors of a file; raises ValueError for one that holds something else."""
    content: Any = json.loads(path.read_text(encoding="utf-8"))
    try:
        splits = {
            name: SplitFloors(split["counts"], split["f1"])
            for name, split in content["splits"].items()
        }
        return Floors(content["sha256"], splits)
    except (KeyError, TypeError, AttributeError) as error:
        msg = f"{path}: expected an object with sha256 and splits, each with counts and f1"
        raise ValueError(msg) from error


def write_floors(path: Path, floors: Floors) -> None:
    """Write floors as JSON that changes line by line."""
    content = json.dumps(asdict(floors), indent=2)
    path.write_text(content + "\n", encoding="utf-8", newline="\n")


def fingerprint(gold: Path, raw: Path) -> str:
    """SHA-256 over the names and bytes of labels, of gold's tables, labelled articles, metadata."""
    labels = sorted(gold.rglob("*.ann"))
    labelled = {path.relative_to(gold).with_suffix("").as_posix() for path in labels}
    articles = [
        path
        for path in sorted(raw.rglob("*"))
        if path.is_file()
        and (
            path.relative_to(raw).with_suffix("").as_posix() in labelled
            or path.relative_to(raw).as_posix() == _METADATA
        )
    ]
    digest = sha256()
    tables = [path for name in _TABLES if (path := gold / name).is_file()]
    files = [*((path, gold) for path in [*labels, *tables]), *((path, raw) for path in articles)]
    for path, root in files:
        content = sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(root).as_posix()}\t{content}\n".encode())
    return digest.hexdigest()


def check_floors(
    floors: Floors, measured: Mapping[str, Evaluation], fingerprint_now: str
) -> list[str]:
    """Reasons why the gate is shut, each a sentence; none is the empty list.

    `measured` are the scores by split. One that has a floor and cannot be computed is under it.
    """
    reasons = []
    if floors.sha256 != fingerprint_now:
        changes = ", ".join(_changes(floors, measured)) or "the same number of labels"
        reasons.append(
            f"gold or raw files changed since the floors were set ({changes}): if the change is "
            f"meant, run `quifaitquoi evaluate --gate --update` and commit {FLOORS_FILE} with it"
        )
    for split, split_floors in floors.splits.items():
        scores = measured[split].scores if split in measured else {}
        for name, floor in split_floors.f1.items():
            score = scores.get(name)
            f1 = score.f1 if score else None
            if f1 is None or round(f1, DECIMALS) < floor:
                found = "-" if f1 is None else f"{f1:.{DECIMALS}f}"
                reasons.append(
                    f"{split}, {name}: F1 {found} is under its floor {floor:.{DECIMALS}f}: mend "
                    f"the rules, or lower the floor by hand in {FLOORS_FILE} and say why in the "
                    "commit"
                )
    return reasons


def update_floors(
    floors: Floors | None, measured: Mapping[str, Evaluation], fingerprint_now: str
) -> Floors:
    """Floors raised to a margin under what was measured, never lowered, bound to the gold of now.

    Those of a split that is no more are dropped.
    """
    known = floors.splits if floors else {}
    splits = {}
    for split, evaluation in measured.items():
        f1 = dict(known[split].f1) if split in known else {}
        for name, score in evaluation.scores.items():
            if score.f1 is not None:
                low = score.f1 if score.low is None else score.low
                margin = max(MARGIN, SHARE * (score.f1 - low))
                floor = max(0.0, round(score.f1 - margin, DECIMALS))
                f1[name] = max(floor, f1.get(name, 0.0))
        splits[split] = SplitFloors(evaluation.counts, f1)
    return Floors(fingerprint_now, splits)


def _changes(floors: Floors, measured: Mapping[str, Evaluation]) -> Iterator[str]:
    for split in sorted(floors.splits.keys() | measured.keys()):
        before = floors.splits[split].counts if split in floors.splits else {}
        now = measured[split].counts if split in measured else {}
        for name in sorted(before.keys() | now.keys()):
            if before.get(name, 0) != now.get(name, 0):
                yield f"{split}: {name} {before.get(name, 0)} -> {now.get(name, 0)}"
