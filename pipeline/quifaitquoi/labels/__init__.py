"""Gold labels: brat standoff in and out, typed, checked, and drafted from predictions."""

from quifaitquoi.labels.check import Problem, check_gold
from quifaitquoi.labels.draft import draft_article, write_draft
from quifaitquoi.labels.gold import (
    Gold,
    GoldArticle,
    GoldDate,
    GoldEvent,
    GoldParticipant,
    GoldPlace,
    annotations_of,
    article_of,
    raw_texts,
    read_actors,
    read_gold,
    write_gold,
)
from quifaitquoi.labels.marks import Judged, Mark, MarksError, Tables, labels_of, read_marks
from quifaitquoi.labels.splits import PARTIAL, SPLITS, TEST, TRAIN, write_splits
from quifaitquoi.labels.standoff import StandoffError, parse, render

__all__ = [
    "PARTIAL",
    "SPLITS",
    "TEST",
    "TRAIN",
    "Gold",
    "GoldArticle",
    "GoldDate",
    "GoldEvent",
    "GoldParticipant",
    "GoldPlace",
    "Judged",
    "Mark",
    "MarksError",
    "Problem",
    "StandoffError",
    "Tables",
    "annotations_of",
    "article_of",
    "check_gold",
    "draft_article",
    "labels_of",
    "parse",
    "raw_texts",
    "read_actors",
    "read_gold",
    "read_marks",
    "render",
    "write_draft",
    "write_gold",
    "write_splits",
]
