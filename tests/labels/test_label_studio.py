"""Labels to Label Studio and back: nothing is lost, and what cannot be read is told."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from quifaitquoi.cli import main
from quifaitquoi.labels import (
    StandoffError,
    article_of,
    parse,
    raw_texts,
    read_actors,
    render,
)
from quifaitquoi.labels.label_studio import (
    from_label_studio,
    labelling_interface,
    read_tasks,
    to_label_studio,
    unfinished,
)
from quifaitquoi.labels.standoff import (
    Annotation,
    Attribute,
    Comment,
    Equivalence,
    EventLine,
    Reference,
    TextBound,
)
from quifaitquoi.records.actors import Actor, ActorKind
from tests.event_types import TYPES

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from pathlib import Path

TEXT = "Le Kenya et l’Ouganda\r\nsaluent 🕊 le Pérou."
STANDOFF = """\
T1	DIPLOMACY 23 30	saluent
T2	Actor 3 8	Kenya
N1	Reference T2 Actor:KEN	KEN
T3	Actor 14 21	Ouganda
N2	Reference T3 Actor:UGA	UGA
T4	Actor 36 41	Pérou
N3	Reference T4 Actor:PER	PER
E1	DIPLOMACY:T1 Source:T2 Source2:T3 Target:T4
A1	Factuality E1 ASSERTED
#1	AnnotatorNotes E1	sûr
"""
ACTORS = {key: Actor(key, ActorKind.STATE, key, "GOV") for key in ("KEN", "UGA", "PER")}


def tasks_of(standoff: str = STANDOFF) -> list[dict[str, Any]]:
    tasks = to_label_studio({"a": parse(standoff)}, {"a": TEXT}, ACTORS)
    return read_tasks(json.dumps(tasks))


def meaning(annotations: Iterable[Annotation]) -> Counter[Hashable]:
    """Lines without their numbers: what each of them says about which words."""
    lines = list(annotations)
    bounds = {x.id: (x.label, x.start, x.end, x.text) for x in lines if isinstance(x, TextBound)}
    events = {x.id: bounds[x.trigger] for x in lines if isinstance(x, EventLine)}
    known = bounds | events
    found: Counter[Hashable] = Counter()
    for line in lines:
        match line:
            case TextBound():
                found[known[line.id]] += 1
            case EventLine():
                found[events[line.id], tuple((r, known[i]) for r, i in line.arguments)] += 1
            case Reference():
                # Its text is only what brat shows of the entry.
                found[known[line.target], line.resource, line.entry] += 1
            case Attribute():
                found[known[line.target], line.name, line.value] += 1
            case Equivalence():
                found[line.relation, frozenset(known[i] for i in line.members)] += 1
            case Comment():
                found[known[line.target], line.label, line.text] += 1
    return found


def test_the_whole_gold_set_comes_back(root: Path) -> None:
    texts, actors = raw_texts(root / "raw"), read_actors(root / "gold" / "actors.csv")
    paths = sorted((root / "gold").rglob("*.ann"))
    gold = {path.stem: parse(path.read_bytes().decode()) for path in paths}
    tasks = read_tasks(json.dumps(to_label_studio(gold, texts, actors)))
    articles, known = from_label_studio(tasks, texts)
    assert known == actors
    assert articles.keys() == gold.keys()
    for article_id, lines in articles.items():
        assert meaning(lines) == meaning(gold[article_id])
        before, after = (article_of(article_id, one) for one in (gold[article_id], lines))
        assert sorted(after.dates, key=repr) == sorted(before.dates, key=repr)
        assert len(after.events) == len(before.events)


def test_line_ends_and_wide_characters_keep_the_offsets() -> None:
    (task,) = tasks_of()
    assert len(task["data"]["text"]) == len(TEXT)
    assert "\r" not in task["data"]["text"]
    (annotations,) = from_label_studio([task], {"a": TEXT})[0].values()
    assert meaning(annotations) == meaning(parse(STANDOFF))


@pytest.mark.parametrize(
    "left",
    [
        {},
        {"annotations": []},
        {"annotations": [{"result": [], "was_cancelled": True}]},
        {"annotations": [], "is_labeled": False, "cancelled_annotations": 1},
    ],
    ids=["untouched", "empty", "skipped", "cancelled"],
)
def test_what_the_machine_predicted_is_never_a_label(left: dict[str, Any]) -> None:
    (task,) = to_label_studio({"a": parse(STANDOFF)}, {"a": TEXT}, ACTORS, drafted=True)
    assert "annotations" not in task
    assert "predictions" in task
    task |= left
    assert from_label_studio([task], {"a": TEXT})[0] == {}
    assert unfinished([task, *tasks_of()]) == ["a"]


def test_a_role_is_read_from_either_end() -> None:
    (task,) = tasks_of()
    relations = [one for one in task["annotations"][0]["result"] if one["type"] == "relation"]
    for one in relations:
        one["from_id"], one["to_id"] = one["to_id"], one["from_id"]
    (annotations,) = from_label_studio([task], {"a": TEXT})[0].values()
    assert meaning(annotations) == meaning(parse(STANDOFF))


def test_labels_of_a_person_are_read() -> None:
    """Their regions have ids of letters, relations may point left, a single text is no list."""
    value = {"start": 36, "end": 41, "text": "Pérou"}
    (task,) = tasks_of(STANDOFF.replace(" Target:T4", ""))
    task["annotations"][0]["result"] += [
        {"id": "xY-9", "type": "labels", "from_name": "label", "to_name": "text",
         "value": value | {"labels": ["Actor"]}},
        {"id": "xY-9", "type": "textarea", "from_name": "Actor", "to_name": "text",
         "value": value | {"text": "PER "}},
        {"type": "relation", "from_id": "xY-9", "to_id": "T1", "direction": "left",
         "labels": ["Target"]},
    ]  # fmt: skip
    article = article_of("a", from_label_studio([task], {"a": TEXT})[0]["a"])
    assert article.events[0].targets[0].keys == ("PER",)


def test_chains_of_mentions_are_one_group() -> None:
    lines = ["T1\tCONSULT 0 2\tLe", "T2\tCONSULT 3 8\tKenya", "T3\tCONSULT 9 11\tet"]
    lines += [f"E{n}\tCONSULT:T{n}" for n in (1, 2, 3)]
    (task,) = tasks_of("\n".join(lines) + "\n")
    task["annotations"][0]["result"] += [
        {"type": "relation", "from_id": one, "to_id": other, "labels": ["Same"]}
        for one, other in (("T3", "T2"), ("T2", "T1"))
    ]
    annotations = from_label_studio([task], {"a": TEXT})[0]["a"]
    assert [line for line in annotations if isinstance(line, Equivalence)] == [
        Equivalence("Same", ("E1", "E2", "E3"))
    ]


def region(task: dict[str, Any]) -> dict[str, Any]:
    return task["annotations"][0]["result"][0]["value"]  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda task: task["annotations"].append({"result": []}), "2 annotations, expected one"),
        (lambda task: task["data"].pop("article_id"), "task 1 is not as to_label_studio"),
        (lambda task: task["data"].update(article_id="b"), "b: no article of this name"),
        (lambda task: task.pop("data"), "writes it: data is null"),
        (lambda task: task.update(annotations=None), "writes it: annotations is null"),
        (lambda task: task["annotations"][0].update(result=3), "writes it: result is 3"),
        (lambda task: region(task).update(start="24"), 'writes it: start is "24"'),
        (lambda task: region(task).update(start=-1), "a: -1:.* is not within the article"),
        (lambda task: region(task).update(end=9_999), "is not within the article"),
        (lambda task: region(task).update(labels=[]), "has 0 labels, expected one"),
        (lambda task: region(task).update(labels=["Date", "Place"]), "has 2 labels, expected one"),
        (lambda task: task["data"]["actors"][0].update(kind="X"), "a: unknown kind: X"),
        (lambda task: task["data"].update(actors=None), "writes it: actors is null"),
        (lambda task: task["annotations"][0]["result"][0]["value"].update(start=24), "« aluent »"),
        (
            lambda task: task["annotations"][0]["result"].append(
                {"type": "relation", "from_id": "T1", "to_id": "T99", "labels": ["Target"]}
            ),
            "T99",
        ),
        (
            lambda task: task["annotations"][0]["result"].append(
                {"type": "relation", "from_id": "T1", "to_id": "T1", "labels": ["Target"]}
            ),
            "must join a trigger with another",
        ),
    ],
)
def test_what_cannot_be_read_is_told(
    change: Callable[[dict[str, Any]], object], message: str
) -> None:
    (task,) = tasks_of()
    change(task)
    with pytest.raises(StandoffError, match=message):
        from_label_studio([task], {"a": TEXT})


def test_what_a_person_typed_stays_on_its_line() -> None:
    (task,) = tasks_of()
    for one in task["annotations"][0]["result"]:
        if one["type"] == "textarea":
            one["value"]["text"] = [" 2031-05\t08\n"]
    (found,) = from_label_studio([task], {"a": TEXT})[0].values()
    assert parse(render(found)) == found


@pytest.mark.parametrize("text", ["", "{", "{}", "[1]", "[" * 100_000])
def test_what_is_no_list_of_tasks(text: str) -> None:
    with pytest.raises(StandoffError):
        read_tasks(text)


def test_an_article_without_text() -> None:
    with pytest.raises(StandoffError, match="no article"):
        to_label_studio({"a": parse(STANDOFF)}, {}, ACTORS)


def test_the_interface_offers_every_label() -> None:
    tree = ET.fromstring(labelling_interface())  # noqa: S314 - our own
    labels = {label.get("value") for label in tree.iter("Label")}
    assert labels == {"Date", "Actor", "Place", *TYPES}
    names = {tag.get("name") for tag in tree if tag.get("name")}
    used = {one["from_name"] for one in tasks_of()[0]["annotations"][0]["result"] if "id" in one}
    assert used <= names


def test_from_the_command_line(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold, raw, file = str(root / "gold"), str(root / "raw"), tmp_path / "tasks.json"
    assert main(["to-label-studio", gold, "--raw", raw, "-o", str(file)]) == 0
    assert file.with_suffix(".xml").read_text(encoding="utf-8") == labelling_interface()
    back = tmp_path / "back"
    assert main(["from-label-studio", str(file), "--raw", raw, "-o", str(back)]) == 0
    assert main(["check", str(back), "--raw", raw]) == 0
    assert main(["from-label-studio", str(file), "--raw", raw, "-o", str(back)]) == 2
    assert "holds labels already" in capsys.readouterr().err
    assert main(["evaluate", "--gold", gold, "--pred-gold", str(back), "--raw", raw]) == 0
    scores = capsys.readouterr().out
    assert "1.000  1.000  1.000" in scores
