"""The rooms of docs/architecture.md are those of the package, with what they may import."""

from __future__ import annotations

import re

from tests.docs.blocks import ROOT
from tests.test_imports import ALLOWED

TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
#: A line of the diagram: room, what it takes, what it gives, what it imports.
LINE = re.compile(r"^ (\w+)  +\S.*?  +\S.*?  +([\w ]+|-)$", re.MULTILINE)


def test_the_rooms_import_what_the_page_says() -> None:
    shown = {room: set(names.split()) - {"-"} for room, names in LINE.findall(TEXT)}
    # Modules of the package itself are no rooms.
    rooms = {name for name in ALLOWED if name and not name.startswith("_")}
    assert {room: names for room, names in shown.items() if room != "room"} == {
        room: {name for name in ALLOWED[room] if name in rooms} for room in rooms
    }


def test_the_order_of_the_data_is_that_of_the_rooms() -> None:
    order = [room for room, _ in LINE.findall(TEXT) if room != "room"]
    assert order == [name for name in ALLOWED if name and not name.startswith("_")]
