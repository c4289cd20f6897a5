"""Makes the outlines of the map: `python -m tests.report.world countries-50m.json` (pycountry).

The file is of the npm package world-atlas 2: Natural Earth, 1 : 50 million, which is in the public
domain, as TopoJSON. Outlines are projected (Equal Earth), so that areas compare, and simplified.
"""

from __future__ import annotations

import heapq
import json
import sys
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any, Final

import pycountry

from quifaitquoi.report.content import ASSETS

Point = tuple[float, float]

#: Width of the world in units of the map.
WIDTH: Final = 4000
#: Area, in square units, below which a corner of an outline and an island are left out.
CORNER: Final = 8.0
ISLAND: Final = 20.0
#: Parts of France with a code of their own, and where they are.
OVERSEAS: Final = {
    "GUF": (-53.0, 4.0), "GLP": (-61.5, 16.2), "MTQ": (-61.0, 14.65), "REU": (55.5, -21.1),
    "MYT": (45.15, -12.8),
}  # fmt: skip
#: Where the events of a country are, if not in its middle.
SEATS: Final = {"RUS": (37.6, 55.7)}
#: What has no number in the file.
NAMED: Final = {"Kosovo": "XKX"}
#: Nobody reports from there.
LEFT_OUT: Final = "ATA"


def main() -> None:
    """Write world.json into the assets of the page."""
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    known = json.loads((ASSETS / "countries.json").read_text("utf-8"))
    arcs = list(map(simplified, lines_of(topology)))
    countries: dict[str, list[list[Point]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = code_of(shape)
        for polygon in polygons_of(shape):
            rings = [ring_of(ring, arcs) for ring in polygon]
            name = overseas(rings[0]) if code == "FRA" else code
            countries.setdefault(name or code, []).extend(rings)
    countries.pop(LEFT_OUT)
    world = {code: outline(code, rings) for code, rings in sorted(countries.items())}
    (ASSETS / "world.json").write_text(
        json.dumps(world, separators=(",", ":")).replace("],", "],\n") + "\n", "utf-8"
    )
    print("no outline:", *sorted(known.keys() - world.keys()))  # noqa: T201 - a script


def lines_of(topology: dict[str, Any]) -> list[list[Point]]:
    """Arcs in degrees."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            line.append((x * kx + dx, y * ky + dy))
        lines.append(line)
    return lines


def projected(point: Point) -> Point:
    """Equal Earth (Šavrič, Patterson, Jenny 2018), in units of the map from the upper left."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    angle = asin(sqrt(3) / 2 * sin(radians(point[1])))
    slope = 9 * a4 * angle**8 + 7 * a3 * angle**6 + 3 * a2 * angle**2 + a1
    x = 2 * sqrt(3) * radians(point[0]) * cos(angle) / (3 * slope)
    y = a4 * angle**9 + a3 * angle**7 + a2 * angle**3 + a1 * angle
    scale = WIDTH / 5.413
    return WIDTH / 2 + x * scale, WIDTH / 4 - y * scale


def simplified(line: list[Point]) -> list[Point]:
    """A line without its least corners (Visvalingam); its ends stay, as other lines meet there."""
    flat = list(map(projected, line))
    before = list(range(-1, len(line) - 1))
    after = list(range(1, len(line) + 1))
    areas = {}

    def weigh(i: int) -> None:
        areas[i] = area([flat[before[i]], flat[i], flat[after[i]]])
        heapq.heappush(queue, (areas[i], i))

    queue: list[tuple[float, int]] = []
    for i in range(1, len(line) - 1):
        weigh(i)
    while queue:
        least, i = heapq.heappop(queue)
        if areas.get(i) != least:
            continue
        if least > CORNER or len(areas) < 3:
            break
        del areas[i]
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for beside in (left, right):
            if beside in areas:
                weigh(beside)
    return [line[0], *(line[i] for i in sorted(areas)), line[-1]]


def area(ring: list[Point]) -> float:
    """Area of a polygon."""
    closed = [*ring, ring[0]]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(closed))) / 2


def code_of(shape: dict[str, Any]) -> str:
    """ISO alpha-3 of a country, or its name where it has none."""
    name = str(shape["properties"]["name"])
    found = pycountry.countries.get(numeric=str(shape.get("id", "")))
    return found.alpha_3 if found else NAMED.get(name, name)


def polygons_of(shape: dict[str, Any]) -> list[list[list[int]]]:
    """Polygons as rings of numbers of arcs."""
    arcs: list[Any] = shape["arcs"]
    return [arcs] if shape["type"] == "Polygon" else arcs


def ring_of(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """A ring in units of the map; the complement of a number is the arc the other way round.

    What crosses the 180th meridian goes on beyond the edge of the map, to the east.
    """
    ring: list[Point] = []
    for number in numbers:
        ring += (arcs[number] if number >= 0 else arcs[~number][::-1])[:-1]
    if max(x for x, _ in ring) - min(x for x, _ in ring) > 180:
        ring = [(x + 360 if x < 0 else x, y) for x, y in ring]
    return list(map(projected, ring))


def overseas(ring: list[Point]) -> str:
    """The part of France that an outline is of; empty for the country itself."""
    x, y = middle(ring)
    for code, place in OVERSEAS.items():
        there = projected(place)
        if abs(there[0] - x) < 16 and abs(there[1] - y) < 16:
            return code
    return ""


def middle(ring: list[Point]) -> Point:
    """Centroid of a polygon."""
    closed = [*ring, ring[0]]
    crosses = [a[0] * b[1] - b[0] * a[1] for a, b in pairwise(closed)]
    whole = sum(crosses)
    if not whole:
        return ring[0]
    x, y = (
        sum(
            (a[axis] + b[axis]) * cross
            for (a, b), cross in zip(pairwise(closed), crosses, strict=True)
        )
        for axis in (0, 1)
    )
    return x / (3 * whole), y / (3 * whole)


def outline(code: str, rings: list[list[Point]]) -> list[Any]:
    """Middle of the largest piece, and the outline as the data of an SVG path."""
    largest = max(rings, key=area)
    kept = [ring for ring in rings if ring is largest or area(ring) > ISLAND]
    at = projected(SEATS[code]) if code in SEATS else middle(largest)
    return [*map(round, at), "".join(map(path, kept))]


def path(ring: list[Point]) -> str:
    """A closed path in whole units, each point from the one before."""
    points = [(round(x), round(y)) for x, y in ring]
    points = [points[0], *(b for a, b in pairwise(points) if a != b)]
    if len(points) == 1:
        return ""
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
    moves = "".join(f"{x:+d}{y:+d}".replace("+", " ") for x, y in steps).strip()
    return f"M{points[0][0]} {points[0][1]}l{moves}z".replace(" -", "-").replace("l ", "l")


if __name__ == "__main__":
    main()
