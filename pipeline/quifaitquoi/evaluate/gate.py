"""Keeps the accuracy from slipping: floors under the scores, bound to the exact gold set."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from quifaitquoi.evaluate.scores import Score

FLOORS_FILE: Final = "floors.json"
# A floor stands this far under the F1 measured when it was set: room for a library's next patch
# release, not for a rule that breaks.
MARGIN: Final = 0.01
# Floors are written, and compared, with this many decimals.
DECIMALS: Final = 3
_METADATA: Final = "metadata.csv"


@dataclass(frozen=True, slots=True)
class Floors:
    """The least F1 by name of score, and the gold and raw files that it was measured on."""

    f1: Mapping[str, float]
    sha256: str
    counts: Mapping[str, int]


def read_floors(path: Path) -> Floors:
    """Floors of a file; raises ValueError for one that holds something else."""
    content: Any = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(content, dict) or content.keys() != {"f1", "sha256", "counts"}:
        msg = f"{path}: expected an object with f1, sha256 and counts"
        raise ValueError(msg)
    return Floors(content["f1"], content["sha256"], content["counts"])


def write_floors(path: Path, floors: Floors) -> None:
    """Write floors as JSON that changes line by line."""
    content = {"sha256": floors.sha256, "counts": dict(floors.counts), "f1": dict(floors.f1)}
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8", newline="\n")


def fingerprint(gold: Path, raw: Path) -> str:
    """SHA-256 over the names and bytes of labels, actors.csv, labelled articles, metadata.csv."""
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
    files = [
        *((path, gold) for path in [*labels, gold / "actors.csv"]),
        *((p, raw) for p in articles),
    ]
    for path, root in files:
        content = sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(root).as_posix()}\t{content}\n".encode())
    return digest.hexdigest()


def check_floors(
    floors: Floors, scores: Mapping[str, Score], fingerprint_now: str, counts: Mapping[str, int]
) -> list[str]:
    """Reasons why the gate is shut, each a sentence; none is the empty list.

    A score that has a floor and cannot be computed is under it.
    """
    reasons = []
    if floors.sha256 != fingerprint_now:
        changes = ", ".join(_changes(floors.counts, counts)) or "the same number of labels"
        reasons.append(
            f"gold or raw files changed since the floors were set ({changes}): if the change is "
            f"meant, run `quifaitquoi evaluate --gate --update` and commit {FLOORS_FILE} with it"
        )
    for name, floor in floors.f1.items():
        score = scores.get(name)
        f1 = score.f1 if score else None
        if f1 is None or round(f1, DECIMALS) < floor:
            found = "-" if f1 is None else f"{f1:.{DECIMALS}f}"
            reasons.append(
                f"{name}: F1 {found} is under its floor {floor:.{DECIMALS}f}: mend the rules, or "
                f"lower the floor by hand in {FLOORS_FILE} and say why in the commit"
            )
    return reasons


def update_floors(
    floors: Floors | None,
    scores: Mapping[str, Score],
    fingerprint_now: str,
    counts: Mapping[str, int],
) -> Floors:
    """Floors raised to MARGIN under what was measured, never lowered, bound to the gold of now."""
    f1 = dict(floors.f1) if floors else {}
    for name, score in scores.items():
        if score.f1 is not None:
            floor = max(0.0, round(score.f1 - MARGIN, DECIMALS))
            f1[name] = max(floor, f1.get(name, 0.0))
    return Floors(f1, fingerprint_now, counts)


def _changes(before: Mapping[str, int], now: Mapping[str, int]) -> Iterable[str]:
    for name in sorted(before.keys() | now.keys()):
        if before.get(name, 0) != now.get(name, 0):
            yield f"{name} {before.get(name, 0)} -> {now.get(name, 0)}"
