"""Gold against predictions: scores, differences, baselines and the gate that guards them."""

from quifaitquoi.evaluate.baselines import publication_date_baseline, trigger_word_baseline
from quifaitquoi.evaluate.coding import (
    CodedArticle,
    CodedDate,
    CodedEvent,
    Coding,
    Party,
    gold_coding,
    predictions_from_results,
    predictions_from_rows,
    read_published,
)
from quifaitquoi.evaluate.differences import Difference, differences_text, select
from quifaitquoi.evaluate.evaluation import (
    Evaluation,
    evaluate,
    evaluate_baselines,
    evaluate_parts,
    grouped,
)
from quifaitquoi.evaluate.gate import (
    FLOORS_FILE,
    Floors,
    SplitFloors,
    check_floors,
    fingerprint,
    read_floors,
    update_floors,
    write_floors,
)
from quifaitquoi.evaluate.learning import Example, Learnt, NotEnoughError, learn, weights_csv
from quifaitquoi.evaluate.losses import Loss, losses, losses_text
from quifaitquoi.evaluate.predictions import Predictions, read_predictions
from quifaitquoi.evaluate.printing import (
    baselines_text,
    calibration_text,
    confusion_text,
    cross_validated_text,
    evaluation_json,
    parts_text,
    scores_text,
)
from quifaitquoi.evaluate.scores import Score

__all__ = [
    "FLOORS_FILE",
    "CodedArticle",
    "CodedDate",
    "CodedEvent",
    "Coding",
    "Difference",
    "Evaluation",
    "Example",
    "Floors",
    "Learnt",
    "Loss",
    "NotEnoughError",
    "Party",
    "Predictions",
    "Score",
    "SplitFloors",
    "baselines_text",
    "calibration_text",
    "check_floors",
    "confusion_text",
    "cross_validated_text",
    "differences_text",
    "evaluate",
    "evaluate_baselines",
    "evaluate_parts",
    "evaluation_json",
    "fingerprint",
    "gold_coding",
    "grouped",
    "learn",
    "losses",
    "losses_text",
    "parts_text",
    "predictions_from_results",
    "predictions_from_rows",
    "publication_date_baseline",
    "read_floors",
    "read_predictions",
    "read_published",
    "scores_text",
    "select",
    "trigger_word_baseline",
    "update_floors",
    "weights_csv",
    "write_floors",
]
