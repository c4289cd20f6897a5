// Where: events by country of their place, cooperation as the left half of a disc, conflict as the
// right one.

// By country the middle and the outline, in units of the map, after Natural Earth.
const WORLD = bare(read("world"));
const WHOLE = [40, 30, 3930, 1740]; // left, top, width and height
const MARGIN = 140; // around the places
const FRAMES = ["places", "world"];
const NAMED = 9; // the smallest disc that has its number and name

// Counts of cooperation and conflict by country of the place.
function placed(events) {
  const found = new Map();
  for (const event of events) {
    const code = event.place_country;
    if (!WORLD[code]) continue;
    if (!found.has(code)) found.set(code, [0, 0]);
    found.get(code)[event.quad_class > 2 ? 1 : 0] += 1;
  }
  return found;
}
const totalOf = (places) => places.reduce((sum, place) => sum + total(place[1]), 0);

// The box of the countries, without the outermost twentieth of the events on each side.
function boxOf(found) {
  const [[left, right], [top, bottom]] = [0, 1].map((axis) => {
    const places = [...found].sort((a, b) => WORLD[a[0]][axis] - WORLD[b[0]][axis]);
    const all = totalOf(places);
    let passed = 0;
    const inner = places.filter(([, counts]) => {
      passed += total(counts);
      return passed > all / 20 && passed - total(counts) < (19 * all) / 20;
    });
    return [WORLD[inner[0][0]][axis] - MARGIN, WORLD[inner.at(-1)[0]][axis] + MARGIN];
  });
  return [left, top, right - left, bottom - top];
}

// Width and height in pixels, and how units of the map become such.
function frameOf(box) {
  const width = Math.max(280, $("map").clientWidth);
  const height = Math.round(Math.min(width * (width < 600 ? 1.05 : 0.5), 560));
  const scale = Math.min(width / box[2], height / box[3]);
  const x = width / 2 - (box[0] + box[2] / 2) * scale;
  const y = height / 2 - (box[1] + box[3] / 2) * scale;
  return { width, height, scale, x, y };
}
const pixels = (code, { scale, x, y }) => [x + WORLD[code][0] * scale, y + WORLD[code][1] * scale];

function drawMap() {
  const everywhere = placed(EVENTS);
  $("where").hidden = !everywhere.size;
  if (!everywhere.size) return;
  const chosenFrame = FRAMES.includes(state.frame) ? state.frame : FRAMES[0];
  drawChoice($("frames"), FRAMES, chosenFrame, (one) => ({ frame: one }));
  $("map-legend").replaceChildren(
    ...["cooperation", "conflict"].map((kind, side) =>
      el(
        "li",
        {},
        svg("svg", { class: "quad", width: 6, height: 12, viewBox: `${6 * side - 6} -6 6 12` }, half(side, 6)),
        ` ${t(kind)}`,
      ),
    ),
  );
  const frame = frameOf(chosenFrame === "world" ? WHOLE : boxOf(everywhere));
  const found = [...placed(chosen)].sort((a, b) => total(b[1]) - total(a[1]));
  const shown = found.filter(([code]) => {
    const [x, y] = pixels(code, frame);
    return x > 0 && x < frame.width && y > 0 && y < frame.height;
  });
  $("map").replaceChildren(mapOf(shown, frame));
  const lacking = [
    ["without_place", chosen.length - totalOf(found)],
    ["outside_map", totalOf(found) - totalOf(shown)],
  ];
  $("map-note").textContent = noteOf("map_note", totalOf(shown), lacking);
  $("map-table").replaceChildren(placeTable(found));
}

function mapOf(shown, frame) {
  const { width, height, scale, x, y } = frame;
  const codes = new Set(shown.map((place) => place[0]));
  const chart = svg(
    "svg",
    { width, height, role: "group", "aria-label": t("map_label") },
    svg(
      "g",
      { transform: `translate(${x} ${y}) scale(${scale})` },
      Object.entries(WORLD).map(([code, [, , d]]) =>
        svg("path", { d, class: codes.has(code) ? "land here" : "land" }),
      ),
    ),
  );
  const most = Math.max(...shown.map((place) => Math.max(...place[1])));
  const radius = (events) => (width < 600 ? 24 : 36) * Math.sqrt(events / most);
  const names = [];
  const taken = [];
  for (const [code, counts] of shown) {
    const at = pixels(code, frame);
    const sizes = counts.map(radius);
    chart.append(disc(code, counts, sizes, at));
    const name = nameOf(code, at, Math.max(...sizes), taken);
    if (name) names.push(name);
  }
  chart.append(...names);
  roving(chart);
  return chart;
}

const half = (side, size) =>
  svg("path", {
    class: side ? "conflict-half" : "cooperation-half",
    d: `M0 ${-size}A${size} ${size} 0 0 ${side} 0 ${size}Z`,
  });

function disc(code, counts, sizes, [x, y]) {
  const label = t("map_disc", country(code), ...counts.map(number));
  const group = svg(
    "g",
    {
      class: "stop disc",
      role: "button",
      tabindex: "-1",
      "aria-label": label,
      "aria-pressed": String(state.place === code),
      transform: `translate(${x} ${y})`,
    },
    svg("title", {}, label),
    svg("circle", { class: "hit", r: Math.max(12, ...sizes) }),
    sizes.map((size, side) => (size ? half(side, Math.max(2.5, size)) : "")),
  );
  group.addEventListener("click", () => choose({ place: state.place === code ? "" : code }));
  return group;
}

// The name below a disc, where it does not cover another.
function nameOf(code, [x, y], size, taken) {
  const name = country(code);
  const box = [x - 3.4 * name.length, y + size + 2, 6.8 * name.length, 14];
  const meets = (other) =>
    box[0] < other[0] + other[2] &&
    other[0] < box[0] + box[2] &&
    box[1] < other[1] + other[3] &&
    other[1] < box[1] + box[3];
  if (size < NAMED || taken.some(meets)) return "";
  taken.push(box);
  return svg("text", { class: "name-on-map", x, y: y + size + 13, "text-anchor": "middle" }, name);
}

const placeTable = (places) =>
  plainTable(
    [t("country"), t("cooperation"), t("conflict")],
    places.map(([code, counts]) => [country(code), ...counts.map(number)]),
  );
