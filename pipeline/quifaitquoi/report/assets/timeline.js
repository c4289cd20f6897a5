// Events by day, month or year: cooperation above the axis, conflict below.

const GRAINS = ["day", "month", "year"];
const LENGTH = { day: 10, month: 7, year: 4 }; // characters of an ISO date that name the period
const DAY = 86400000;
const HEIGHT = 210,
  AXIS = 22,
  NARROWEST = 13,
  WIDEST = 64;

const toIndex = (period) => {
  const [year, month, day] = period.split("-").map(Number);
  return day
    ? Math.round(Date.UTC(year, month - 1, day) / DAY)
    : month
      ? year * 12 + month - 1
      : year;
};
const toPeriod = (index, unit) => {
  if (unit === "day") return new Date(index * DAY).toISOString().slice(0, 10);
  if (unit === "year") return String(index).padStart(4, "0");
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
};
function periods(unit) {
  const found = new Map();
  let coarse = 0;
  for (const event of chosen) {
    const [first, last] = daysOf(event).map((day) => day.slice(0, LENGTH[unit]));
    if (!first) continue;
    if (first !== last) coarse += 1;
    else {
      const index = toIndex(first);
      if (!found.has(index)) found.set(index, [0, 0, 0, 0]);
      found.get(index)[event.quad_class - 1] += 1;
    }
  }
  return { found, coarse };
}
const total = (counts) => counts.reduce((sum, one) => sum + one, 0);

// The stretch of `size` periods that holds the most events: one old date must not squeeze the rest.
function densest(found, size) {
  const indexes = [...found.keys()].sort((a, b) => a - b);
  let best = { held: 0, first: 0, last: 0 };
  for (let start = 0, end = 0, held = 0; end < indexes.length; end += 1) {
    held += total(found.get(indexes[end]));
    while (indexes[end] - indexes[start] >= size) held -= total(found.get(indexes[start++]));
    if (held >= best.held) best = { held, first: indexes[start], last: indexes[end] };
  }
  return best;
}

function drawTimeline() {
  const width = Math.max(280, $("timeline").clientWidth);
  const size = Math.floor((width - 34) / NARROWEST);
  const dated = chosen.filter((event) => daysOf(event)[0]).length;
  const fits = GRAINS.find((unit) => densest(periods(unit).found, size).held >= 0.7 * dated);
  const unit = GRAINS.includes(state.unit) ? state.unit : fits || "year";
  const { found, coarse } = periods(unit);
  const { held, first, last } = densest(found, size);
  drawChoice($("grains"), GRAINS, unit, (one) => ({ unit: one }));
  drawChoice($("axes"), ["event", "published"], state.by, (one) => ({ by: one }));
  $("legend").replaceChildren(
    ...[1, 2, 3, 4].map((quad) => el("li", {}, quadMark(quad), ` ${t(`quad_${quad}`)}`)),
  );
  const lacking = [
    [`without_${state.by}`, chosen.length - dated],
    ["coarse", coarse],
    ["outside", dated - coarse - held],
  ];
  const neither = chosen.filter((event) => !event.date_start && !published(event)).length;
  $("timeline-note").textContent =
    `${noteOf("timeline_note", held, lacking)} ${t("neither", number(neither))}`;
  const shown = held ? Array.from({ length: last - first + 1 }, (_, place) => first + place) : [];
  $("timeline").replaceChildren(held ? bars(shown, found, unit, width) : "");
  $("timeline-table").replaceChildren(
    periodTable(
      shown.filter((index) => found.has(index)),
      found,
      unit,
    ),
  );
}

// Buttons of which one is pressed.
const drawChoice = (place, values, chosenOne, change) =>
  place.replaceChildren(
    ...values.map((one) =>
      button(
        {
          id: `choice-${one}`,
          "aria-pressed": String(one === chosenOne),
          onclick: () => {
            choose(change(one));
            $(`choice-${one}`).focus();
          },
        },
        t(`choice_${one}`),
      ),
    ),
  );

// How many events a chart holds, and why it lacks others.
function noteOf(key, held, lacking) {
  const left = lacking
    .filter((pair) => pair[1] > 0)
    .map(([why, value]) => t(why, number(value)))
    .join(", ");
  return t(key, number(held)) + (left ? ` ${t("not_shown", left)}` : "");
}

function bars(shown, found, unit, width) {
  const sum = (place) =>
    shown.reduce((most, index) => {
      const counts = found.get(index) || [0, 0, 0, 0];
      return Math.max(most, counts[place] + counts[place + 1]);
    }, 0);
  const up = sum(0),
    down = sum(2),
    scale = (HEIGHT - AXIS - 12) / Math.max(1, up + down);
  const zero = 8 + up * scale;
  const step = Math.min(WIDEST, (width - 34) / shown.length);
  const label = unit === "day" ? 58 : unit === "month" ? 62 : 40;
  const every = Math.ceil(label / step);
  const chart = svg(
    "svg",
    { width, height: HEIGHT, role: "group", "aria-label": t("timeline_label") },
    hatches(),
  );
  for (const value of [up, -down].filter(Boolean))
    chart.append(
      svg("line", {
        class: "grid",
        x1: 30,
        x2: width,
        y1: zero - value * scale,
        y2: zero - value * scale,
      }),
      svg(
        "text",
        { class: "tick", x: 24, y: zero - value * scale + 4, "text-anchor": "end" },
        number(Math.abs(value)),
      ),
    );
  chart.append(svg("line", { class: "axis", x1: 30, x2: width, y1: zero, y2: zero }));
  shown.forEach((index, place) => {
    const x = 32 + place * step;
    if (found.has(index))
      chart.append(bar(found.get(index), toPeriod(index, unit), x, step, zero, scale));
    if (place % every === 0 && x + label <= width)
      chart.append(
        svg(
          "text",
          { class: "tick", x: x + 1, y: HEIGHT - 4 },
          periodName(toPeriod(index, unit), unit),
        ),
      );
  });
  roving(chart);
  return chart;
}
const periodName = (period, unit) =>
  point(period, unit === "day" ? { day: "numeric", month: "short" } : undefined);

function bar(counts, period, x, step, zero, scale) {
  const parts = [1, 2, 3, 4]
    .filter((quad) => counts[quad - 1])
    .map((quad) => `${t(`quad_${quad}`)} ${number(counts[quad - 1])}`)
    .join(", ");
  const label = `${point(period)}, ${parts}`;
  const group = svg(
    "g",
    { class: "stop period", role: "button", tabindex: "-1", "aria-label": label },
    svg("title", {}, label),
    svg("rect", { class: "hit", x, y: 0, width: step, height: HEIGHT - AXIS }),
  );
  let above = zero,
    below = zero;
  for (const quad of [2, 1, 4, 3]) {
    const height = counts[quad - 1] * scale;
    if (!height) continue;
    if (quad < 3) above -= height;
    group.append(
      svg("rect", {
        class: `q${quad}`,
        x: x + 1,
        width: Math.max(2, step - 3),
        y: quad < 3 ? above : below,
        height,
      }),
    );
    if (quad > 2) below += height;
  }
  const [from, to] = [firstDay(period), lastDay(period)];
  group.addEventListener("click", () => choose({ from, to }));
  return group;
}

// One tab stop; arrow keys go from bar to bar.
function roving(chart) {
  const stops = [...chart.querySelectorAll(".stop")];
  if (stops.length) stops[0].setAttribute("tabindex", "0");
  chart.addEventListener("keydown", (key) => {
    const place = stops.indexOf(document.activeElement);
    const to = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: stops.length - 1 }[
      key.key
    ];
    if (place >= 0 && (key.key === "Enter" || key.key === " "))
      stops[place].dispatchEvent(new Event("click"));
    else if (to === undefined || !stops[to]) return;
    else {
      stops[place]?.setAttribute("tabindex", "-1");
      stops[to].setAttribute("tabindex", "0");
      stops[to].focus();
    }
    key.preventDefault();
  });
}

// Verbal acts are hatched, material ones solid: the classes are told apart without colour.
const hatches = () =>
  svg(
    "defs",
    {},
    [1, 3].map((quad) =>
      svg(
        "pattern",
        {
          id: `hatch${quad}`,
          width: 4,
          height: 4,
          patternUnits: "userSpaceOnUse",
          patternTransform: "rotate(45)",
        },
        svg("rect", { class: `hatch-ground q${quad}`, width: 4, height: 4 }),
        svg("line", { class: `hatch-line q${quad}`, x1: 0, x2: 0, y1: 0, y2: 4 }),
      ),
    ),
  );

const periodTable = (shown, found, unit) =>
  plainTable(
    [t("period_head"), ...[1, 2, 3, 4].map((quad) => t(`quad_${quad}`))],
    shown.map((index) => [point(toPeriod(index, unit)), ...found.get(index).map(number)]),
  );

// A chart in words: heads, and rows that each begin with what they are about.
const plainTable = (heads, rows) =>
  el(
    "table",
    { class: "plain" },
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        heads.map((head) => el("th", { scope: "col" }, head)),
      ),
    ),
    el(
      "tbody",
      {},
      rows.map(([head, ...cells]) =>
        el(
          "tr",
          {},
          el("th", { scope: "row" }, head),
          cells.map((cell) => el("td", {}, cell)),
        ),
      ),
    ),
  );
