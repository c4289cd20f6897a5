// Which events are chosen: every view shows the same ones.

const NONE = {
  text: "",
  type: "",
  actor: "",
  country: "",
  factuality: "",
  from: "",
  to: "",
  pair: null,
};
const QUAD_MARKS = { 1: "○", 2: "●", 3: "△", 4: "▲" };
let filters = { ...NONE };
let chosen = EVENTS;
const views = [];

// What can be searched, in the language of the page.
let actors = [];
function indexWords() {
  actors = [...KEYS].map((key) => [fold(actorName(key)), key]);
  for (const event of EVENTS) {
    const codes = [event.place_country, ...event.countries].map(country);
    event.folded = fold(
      [
        event.sentence,
        titleOf(event.article),
        typeName(event.event_type),
        event.place,
        ...event.parties.flat(),
        ...codes,
      ].join(" "),
    );
  }
}
// A whole name means that actor; anything else is part of a name.
function actorsNamed(text) {
  const name = fold(text.trim());
  const whole = actors.filter((actor) => actor[0] === name);
  return (whole.length ? whole : actors.filter((actor) => actor[0].includes(name))).map(
    (actor) => actor[1],
  );
}

function matcher() {
  const words = fold(filters.text).split(/\s+/).filter(Boolean);
  const wanted = filters.actor.trim() && new Set(actorsNamed(filters.actor));
  const quad = /^\d$/.test(filters.type) ? Number(filters.type) : 0;
  return (event) =>
    (!filters.type || (quad ? event.quad_class === quad : event.event_type === filters.type)) &&
    (!filters.factuality || event.factuality === filters.factuality) &&
    (!filters.country || event.countries.has(filters.country)) &&
    (!wanted || [...event.keys].some((key) => wanted.has(key))) &&
    ((!filters.from && !filters.to) ||
      (event.date_start &&
        (!filters.to || event.date_start <= filters.to) &&
        (!filters.from || event.date_end >= filters.from))) &&
    (!filters.pair ||
      PAIRS[event.index].some(
        ([source, target]) => source === filters.pair[0] && target === filters.pair[1],
      )) &&
    words.every((word) => event.folded.includes(word));
}

function choose(changes) {
  const focused = document.activeElement;
  filters = { ...filters, ...changes };
  for (const name of Object.keys(NONE))
    if (name !== "pair" && $(`f-${name}`).value !== filters[name])
      $(`f-${name}`).value = filters[name];
  chosen = EVENTS.filter(matcher());
  const all = chosen.length === EVENTS.length;
  const pair = filters.pair ? ` · ${t("between", ...filters.pair.map(actorName))}` : "";
  $("status").textContent =
    (all
      ? t("shown_all", number(EVENTS.length))
      : t("shown", number(chosen.length), number(EVENTS.length))) + pair;
  $("reset").hidden = Object.keys(NONE).every((name) => filters[name] === NONE[name]);
  for (const view of views) view();
  // What was clicked may be gone: stay with the way back.
  if (!focused.isConnected) $("reset").focus({ preventScroll: true });
}

const typeName = (type) => t(type);
// Cooperation is a circle, conflict a triangle; verbal is hollow, material filled.
const quadMark = (quad) =>
  svg(
    "svg",
    { class: `quad q${quad}`, viewBox: "0 0 12 12", width: 12, height: 12, "aria-hidden": "true" },
    quad > 2 ? svg("path", { d: "M6 1.8 11 10.5H1Z" }) : svg("circle", { cx: 6, cy: 6, r: 4.3 }),
  );

function drawFilters() {
  const option = (value, text) => el("option", { value }, text);
  const quads = new Map(EVENTS.map((event) => [event.event_type, event.quad_class]));
  $("f-type").replaceChildren(
    option("", t("all")),
    ...[1, 2, 3, 4]
      .map((quad) => {
        const types = DATA.types.filter((type) => quads.get(type) === quad);
        return types.length === 0
          ? ""
          : el(
              "optgroup",
              { label: t(`quad_${quad}`) },
              option(String(quad), `${QUAD_MARKS[quad]} ${t(`quad_${quad}`)}`),
              types.map((type) => option(type, `${typeName(type)} (${type})`)),
            );
      })
      .filter(Boolean),
  );
  const countries = new Set(EVENTS.flatMap((event) => [...event.countries]));
  $("f-country").replaceChildren(
    option("", t("all")),
    ...[...countries]
      .map((code) => [country(code), code])
      .sort((a, b) => a[0].localeCompare(b[0], language))
      .map(([name, code]) => option(code, name)),
  );
  $("f-factuality").replaceChildren(
    option("", t("all_f")),
    ...DATA.factualities.map((one) => option(one, t(one))),
  );
  const named = byCount(count(EVENTS, (event) => event.keys)).slice(0, 2000);
  $("actors").replaceChildren(...named.map(([key]) => option(actorName(key), "")));
}

function listenToFilters() {
  for (const name of Object.keys(NONE)) {
    if (name === "pair") continue;
    let waiting = 0;
    $(`f-${name}`).addEventListener("input", (change) => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => choose({ [name]: change.target.value }));
    });
  }
  $("filters").addEventListener("submit", (submission) => submission.preventDefault());
  $("reset").addEventListener("click", () => {
    choose(NONE);
    $("f-text").focus({ preventScroll: true });
  });
}
