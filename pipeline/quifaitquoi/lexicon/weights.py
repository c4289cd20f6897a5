"""The weights by which evidence decides: rows of `data/weights.csv`, checked.

`learn` writes them. The rows `bias`, `slope`, `offset` and `threshold` are no features: what every
candidate begins with, the line that makes of the sum of weights a confidence that keeps its word,
and the confidence from which a candidate is an event. Without a threshold the rules decide, and
the weights only say how sure that is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import exp, isfinite
from typing import TYPE_CHECKING, Final

from quifaitquoi.lexicon.tables import DATA, Row, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FILE: Final = "weights.csv"
COLUMNS: Final = ("feature", "weight", "support")
SETTINGS: Final = ("bias", "slope", "offset")
THRESHOLD: Final = "threshold"


@dataclass(frozen=True, slots=True)
class Weights:
    """Weight by feature; without any, as by default, no confidence is known.

    `threshold` is None where the rules decide; `minimum`, unless 0, is what a user asks for.
    """

    features: Mapping[str, float] = field(default_factory=dict)
    bias: float = 0.0
    slope: float = 1.0
    offset: float = 0.0
    threshold: float | None = None
    minimum: float = 0.0

    def __bool__(self) -> bool:
        return bool(self.features)

    @property
    def decide(self) -> bool:
        """Whether evidence decides which candidates are events, and not the rules."""
        return self.threshold is not None

    @property
    def least(self) -> float:
        """The confidence that an event needs."""
        return self.minimum or self.threshold or 0.0

    def confidence(self, evidence: Iterable[str]) -> float:
        """How probable an event is by the features that hold; those not in the table count 0."""
        known = self.features
        total = self.bias + sum([known[name] for name in evidence if name in known])
        return 1 / (1 + exp(-(self.slope * total + self.offset)))


#: No weights: the rules decide, and nothing says how sure.
UNWEIGHED: Final = Weights()


def load(rules: Path | None = None) -> Weights:
    """Read and check the table; raises LexiconError.

    Weights are learnt together: a table in the user's folder takes the place of ours, also one
    without rows.
    """
    own = rules is not None and (rules / FILE).is_file()
    rows = list(read_rows((rules if own and rules else DATA) / FILE, COLUMNS, own=not own))
    values: dict[str, float] = {}
    for row in rows:
        if row["feature"] in values:
            raise row.error(f"{row['feature']!r} stands twice")
        values[row["feature"]] = _number(row)
    if rows and (missing := [name for name in SETTINGS if name not in values]):
        raise rows[-1].error(f"the table has no row {', '.join(missing)}")
    settings = {n: values.pop(n) for n in (*SETTINGS, THRESHOLD) if n in values}
    return Weights(values, **settings)


def _number(row: Row) -> float:
    try:
        value = float(row["weight"])
    except ValueError:
        value = float("nan")
    if not isfinite(value):
        raise row.error(f"weight {row['weight']!r} is no number")
    return value
