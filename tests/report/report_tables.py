"""Synthetic articles and tables about them, of any number, the same ones each time."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from quifaitquoi.records.actions import Factuality
from quifaitquoi.records.events import event_id
from quifaitquoi.table import (
    ACTORS,
    ARTICLES,
    DATES,
    DYADS,
    EVENTS,
    MENTIONS,
    codes,
    write_csv,
)
from tests.event_types import TYPES

if TYPE_CHECKING:
    from pathlib import Path

    from quifaitquoi.table import Row

SCRIPT = "<script>document.title = 'pris'</script><img src=x onerror=\"document.title='pris'\">"
ACTORS_KNOWN = (
    ("Aïcha Konaté", "PERSON", "MLI", "GOV", "Aïcha Konaté"),
    ("Paul Mensah", "PERSON", "TGO", "GOV", "Paul Mensah"),
    ("CEDEAO", "IGO", "", "IGO", "La Cédéao"),
    ("SEN", "STATE", "SEN", "GOV", "Le Sénégal"),
    ("NER armée", "FORCE", "NER", "MIL", "L’armée nigérienne"),
    ("manifestants togolais", "GROUP", "TGO", "CVL", "Des manifestants"),
)
ACTS = (
    (TYPES["CONSULT"], "rencontré"),
    (TYPES["AID"], "aidé"),
    (TYPES["DISAPPROVE"], "critiqué"),
    (TYPES["FIGHT"], "combattu"),
    (TYPES["STATEMENT"], "informé"),
)
UNDATED = ("event_date", "date_start", "date_end", "date_precision", "date_text", "date_basis")


def write_tables(folder: Path, *, articles: int = 4, events: int = 5) -> tuple[Path, Path]:
    """Write `articles` texts of `events` events each; the folders of tables and of raw texts.

    The first article holds a script element and characters outside the Basic Multilingual Plane.
    """
    tables, raw = folder / "tables", folder / "raw"
    tables.mkdir(parents=True)
    raw.mkdir()
    chance = random.Random(7)  # noqa: S311 - no secret
    rows: dict[str, list[Row]] = {
        table.name: [] for table in (ARTICLES, EVENTS, DATES, MENTIONS, DYADS)
    }
    for number in range(articles):
        name = f"article{number:04}"
        text = f"Titre 𝕏 {number}\n" + (f"{SCRIPT} ]]> &amp; \u2028\n" if number == 0 else "")
        for _ in range(events):
            text = _add_event(rows, name, text, chance)
        rows["events"][-1] |= dict.fromkeys(UNDATED, "")
        (raw / f"{name}.txt").write_text(text, "utf-8", newline="")
        rows["articles"].append(
            {
                "article_id": name,
                "file": f"{name}.txt",
                "published": "2024-03-05",
                "source": ("Le Matin", "L’Agence")[number % 2],
                "title": f"Titre {number} {SCRIPT}" if number == 0 else f"Titre {number}",
                "characters": len(text),
                "sentences": events,
                "dates": events,
                "events": events,
                "status": "ok",
            }
        )
    rejected: Row = {"article_id": "vide", "status": "rejected", "reason": "fichier vide"}
    rows["articles"].append(rejected)
    rows["actors"] = [
        {"key": key, "kind": kind, "country": country, "sector": sector}
        | {"articles": 1, "mentions": 1, "events": 1}
        for key, kind, country, sector, _ in ACTORS_KNOWN
    ]
    for table in (ARTICLES, EVENTS, DATES, MENTIONS, DYADS, ACTORS):
        write_csv(tables / f"{table.name}.csv", table, rows[table.name])
    return tables, raw


def _add_event(rows: dict[str, list[Row]], article: str, text: str, chance: random.Random) -> str:
    """The text with one more sentence; its event, date, actors and pair go into the rows."""
    source, target = chance.sample(ACTORS_KNOWN, 2)
    kind, trigger = chance.choice(ACTS)
    year, month, day = chance.choice((2023, 2024)), chance.randint(1, 12), chance.randint(1, 28)
    iso, written = f"{year}-{month:02}-{day:02}", f"{day}/{month:02}/{year}"
    spans: dict[str, tuple[int, int]] = {}
    start = len(text)
    parts = (("source", source[4]), ("", " a "), ("trigger", trigger), ("", " "),
             ("target", target[4]), ("", " le "), ("date", written), ("", " à Lomé."))  # fmt: skip
    for part, words in parts:
        spans[part] = (len(text), len(text) + len(words))
        text += words
    found, at = codes(kind), spans["trigger"]
    identity = event_id(article, *at, kind)
    act: Row = {
        "event_id": identity, "article_id": article, "event_type": kind,
        "cameo_root": found.cameo_root, "quad_class": found.quad_class,
        "goldstein": found.goldstein, "factuality": chance.choice(tuple(Factuality)),
    }  # fmt: skip
    rows["events"].append(
        act
        | {"group_id": identity, "published": "2024-03-05", "sentence": text[start:],
           "trigger": trigger, "trigger_lemma": trigger,
           "trigger_start": at[0], "trigger_end": at[1],
           "event_date": iso, "date_start": iso, "date_end": iso, "date_precision": "day",
           "date_text": written, "date_basis": "explicit",
           "place": "Lomé", "place_country": "TGO",
           "rule_id": "action.exemple.v", "plover_type": found.plover_type}
        | _party("source", source)
        | _party("target", target)
    )  # fmt: skip
    date = spans["date"]
    rows["dates"].append(
        {"article_id": article, "start": date[0], "end": date[1], "text": written, "value": iso,
         "date_start": iso, "date_end": iso, "precision": "day", "basis": "explicit",
         "rule_id": "date.jour"}
    )  # fmt: skip
    for role, actor in (("source", source), ("target", target)):
        rows["mentions"].append(
            {"article_id": article, "start": spans[role][0], "end": spans[role][1],
             "text": actor[4], "key": actor[0], "kind": actor[1], "country": actor[2],
             "sector": actor[3], "rule_id": "actor.nom"}
        )  # fmt: skip
    rows["dyads"].append(
        act
        | {"date_start": iso}
        | {f"source_{part}": value for part, value in _identity(source)}
        | {f"target_{part}": value for part, value in _identity(target)}
    )
    return text + "\n"


def _party(role: str, actor: tuple[str, ...]) -> Row:
    cells = {"keys": actor[0], "countries": actor[2], "sectors": actor[3], "mentions": actor[4]}
    return {f"{role}_{part}": (value,) for part, value in cells.items()}


def _identity(actor: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return ("key", actor[0]), ("country", actor[2]), ("sector", actor[3])
