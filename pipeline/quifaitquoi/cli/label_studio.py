"""`to-label-studio` and `from-label-studio`: labels to that tool's JSON and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from quifaitquoi.cli.common import DONE, Commands, UsageError, explained
from quifaitquoi.cli.language import plural, say

if TYPE_CHECKING:
    import argparse


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """The commands `to-label-studio` and `from-label-studio`."""
    there = commands.add_parser(
        "to-label-studio",
        help="labels as tasks of Label Studio",
        description="Labels as tasks of Label Studio; its labelling interface beside them as .xml.",
    )
    there.add_argument("gold", nargs="?", type=Path, default=Path("gold"), help="[gold]")
    there.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help=".json")
    there.add_argument("--drafted", action="store_true", help="as predictions to be corrected")
    there.set_defaults(function=_to)
    back = commands.add_parser(
        "from-label-studio",
        help="labels from tasks of Label Studio",
        description="Labels as brat standoff from what Label Studio exported as JSON.",
    )
    back.add_argument("file", type=Path, metavar="FILE", help="JSON, not JSON-MIN")
    back.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    back.set_defaults(function=_from)
    for command in (there, back):
        command.add_argument("--raw", type=Path, default=Path("raw"), help="their articles [raw]")


def _to(arguments: argparse.Namespace) -> int:
    with explained():
        from quifaitquoi.labels import parse, raw_texts, read_actors
        from quifaitquoi.labels.files import read_standoff
        from quifaitquoi.labels.gold import ACTORS_FILE
        from quifaitquoi.labels.label_studio import labelling_interface, to_label_studio

        folder = arguments.gold
        labels = {
            path.relative_to(folder).with_suffix("").as_posix(): parse(
                read_standoff(path), str(path)
            )
            for path in sorted(folder.rglob("*.ann"))
        }
        if not labels:
            msg = f"no .ann file in {folder}"
            raise UsageError(msg)
        actors = read_actors(folder / ACTORS_FILE)
        texts = raw_texts(arguments.raw)
        tasks = to_label_studio(labels, texts, actors, drafted=arguments.drafted)
        content = json.dumps(tasks, ensure_ascii=False, indent=1)
        arguments.output.write_text(content + "\n", encoding="utf-8", newline="\n")
        interface = arguments.output.with_suffix(".xml")
        interface.write_text(labelling_interface(), encoding="utf-8", newline="\n")
    count = len(tasks)
    say(f"{count} task{plural(count)} in {arguments.output}, interface {interface}")
    return DONE


def _from(arguments: argparse.Namespace) -> int:
    with explained():
        from quifaitquoi.labels import StandoffError, raw_texts, render
        from quifaitquoi.labels.files import read_text
        from quifaitquoi.labels.gold import ACTORS_FILE, write_actors
        from quifaitquoi.labels.label_studio import from_label_studio, read_tasks, unfinished

        output = arguments.output
        if (output / ACTORS_FILE).exists() or any(output.rglob("*.ann")):
            msg = f"{output} holds labels already, which would be lost: choose another folder"
            raise UsageError(msg)
        texts, exported = raw_texts(arguments.raw), read_text(arguments.file)
        try:
            tasks = read_tasks(exported)
            # Ids are those of articles that exist, so no file is written outside the folder.
            articles, actors = from_label_studio(tasks, texts)
        except StandoffError as error:
            msg = f"{arguments.file}: {error}"
            raise UsageError(msg) from error
        left = unfinished(tasks)
        for article_id, annotations in articles.items():
            path = output / f"{article_id}.ann"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(render(annotations), encoding="utf-8", newline="\n")
        write_actors(actors.values(), output / ACTORS_FILE)
    count = len(articles)
    say(f"{count} article{plural(count)} in {output}: check with `quifaitquoi check`")
    if left:
        say(f"{len(left)} task{plural(len(left))} that nobody finished: {', '.join(left)}")
    return DONE
