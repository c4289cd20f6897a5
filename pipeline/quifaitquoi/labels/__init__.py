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
from quifaitquoi.labels.splits import SPLITS, TEST, TRAIN
from quifaitquoi.labels.standoff import StandoffError, parse, render

__all__ = [
    "SPLITS",
    "TEST",
    "TRAIN",
    "Gold",
    "GoldArticle",
    "GoldDate",
    "GoldEvent",
    "GoldParticipant",
    "GoldPlace",
    "Problem",
    "StandoffError",
    "annotations_of",
    "article_of",
    "check_gold",
    "draft_article",
    "parse",
    "raw_texts",
    "read_actors",
    "read_gold",
    "render",
    "write_draft",
    "write_gold",
]
