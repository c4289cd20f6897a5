"""The table of the types of acts: its checks, the one shipped, and that no rule names a type."""

from __future__ import annotations

import ast
import pickle
import re
from pathlib import Path

import pytest

from quifaitquoi.lexicon import types
from quifaitquoi.lexicon.tables import DATA, LexiconError
from quifaitquoi.records.actions import Codes, EventType, Trait

GUIDELINES = Path(__file__).resolve().parents[2] / "gold" / "GUIDELINES.md"
HEADER = ",".join(types.COLUMNS) + "\n"
#: Rooms whose rules ask for traits.
ROOMS = "lexicon syntax dates actors actions events table run labels report cli".split()


def mine(folder: Path, row: str) -> Path:
    (folder / "types.csv").write_text(f"{HEADER}{row}\n", encoding="utf-8")
    return folder


def test_a_row_of_the_user_adds_a_type(tmp_path: Path) -> None:
    row = "SPY,18,ASSAULT|COERCE:182,4,-8,suffered violent,Espionnage,Espionage,why"
    found = types.load(mine(tmp_path, row))
    assert list(found) == [*types.shipped(), "SPY"]
    spy = found["SPY"]
    assert spy.codes == Codes("18", "ASSAULT", 4, -8.0)
    assert (spy.has(Trait.VIOLENT), spy.has(Trait.MEETING, Trait.ASKS)) == (True, False)
    assert (spy.plover_of, spy.labels) == ({"182": "COERCE"}, ("Espionnage", "Espionage"))


def test_a_row_of_the_user_takes_the_place_of_ours(tmp_path: Path) -> None:
    found = types.load(mine(tmp_path, "AID,07,AID,2,9.5,,,,"))
    assert list(found) == list(types.shipped())
    assert found["AID"].codes.goldstein == 9.5
    assert found["AID"].labels == ("AID", "AID")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("spy,18,,4,-8,,,,", "type 'spy': a type is a word in capitals"),
        ("SPY,21,,4,-8,,,,", "cameo_root '21': 01 to 20"),
        ("SPY,18,SPY|COERCE:182,4,-8,,,,", "unknown PLOVER type SPY"),
        ("SPY,18,,5,-8,,,,", "quad_class '5': 1 to 4"),
        ("SPY,18,,4,low,,,,", "goldstein 'low' is no number"),
        ("SPY,18,,4,-11,,,,", "goldstein -11.0: -10 to 10"),
        ("SPY,18,,4,-8,bad violent,,,", "unknown trait bad; known are states, speech"),
    ],
)
def test_a_wrong_row_is_told_with_its_line(tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(LexiconError, match=rf"^types\.csv:2: {re.escape(message)}"):
        types.load(mine(tmp_path, row))


def test_the_shipped_types_cover_cameo_and_stand_in_the_guidelines() -> None:
    roots = {str(kind): kind.codes.cameo_root for kind in types.shipped().values()}
    assert set(roots.values()) == {*types.ROOTS}
    lines = re.findall(r"^\| ([A-Z_]+) \| (\d\d) \|", GUIDELINES.read_text("utf-8"), re.MULTILINE)
    assert dict(lines) == roots
    assert all(kind.labels[0] != kind for kind in types.shipped().values())


def test_a_type_is_its_name_and_travels() -> None:
    kind = types.shipped()["MASS"]
    assert kind == "MASS" == EventType("MASS")
    again = pickle.loads(pickle.dumps(kind))  # noqa: S301 - our own
    assert (again, again.codes, again.traits) == (kind, kind.codes, kind.traits)


def test_no_rule_names_a_type() -> None:
    names = set(types.shipped())
    found = {
        f"{path.name}:{node.lineno} {node.value}"
        for room in ROOMS
        for path in (DATA.parent / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in names
    }
    # PLOVER calls some of its types as we do.
    assert {one for one in found if not one.startswith("types.py")} == set()
