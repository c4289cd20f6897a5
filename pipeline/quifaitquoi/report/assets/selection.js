// Which events are chosen: every view shows the same ones.

const QUAD_MARKS = { 1: "○", 2: "●", 3: "△", 4: "▲" };
const FIELDS = FILTERS.filter((name) => $(`f-${name}`)); // filters with a field of their own
const TYPED = ["text", "actor"];
let chosen = EVENTS;
const views = [];

// What can be searched, in the language of the page.
let actors = [];
function indexWords() {
  actors = [...KEYS].map((key) => [fold(actorName(key)), key]);
  for (const event of EVENTS) event.folded = undefined;
  clearTimeout(folding);
  folding = setTimeout(foldSome, 500, 0);
}
// Ahead of the first search, a little at a time.
let folding = 0;
function foldSome(from) {
  const to = Math.min(from + 500, EVENTS.length);
  for (let index = from; index < to; index += 1) foldedOf(EVENTS[index]);
  if (to < EVENTS.length) folding = setTimeout(foldSome, 20, to);
}
const foldedOf = (event) =>
  (event.folded ??= fold(
    [
      event.sentence,
      titleOf(event.article),
      typeName(event.event_type),
      event.place,
      ...event.parties.map((party) => actorName(party[0])),
      ...[...event.countries].map(country),
    ].join(" "),
  ));
// A key or whole name means that actor; anything else is part of a name.
function actorsNamed(text) {
  if (KEYS.has(text)) return [text];
  const name = fold(text.trim());
  const whole = actors.filter((actor) => actor[0] === name);
  return (whole.length ? whole : actors.filter((actor) => actor[0].includes(name))).map(
    (actor) => actor[1],
  );
}

// First and last day of an event, or of the publication of its article; empty where not known.
const published = (event) => DATA.articles[event.article].published;
const daysOf = (event) =>
  state.by === "event"
    ? [event.date_start, event.date_end]
    : [firstDay(published(event)), lastDay(published(event))];

function matcher() {
  const words = fold(state.text).split(/\s+/).filter(Boolean);
  const wanted = state.actor.trim() && new Set(actorsNamed(state.actor));
  const quad = /^\d$/.test(state.type) ? Number(state.type) : 0;
  const within = (event) => {
    const [first, last] = daysOf(event);
    return first && (!state.to || first <= state.to) && (!state.from || last >= state.from);
  };
  return (event) =>
    (!state.type || (quad ? event.quad_class === quad : event.event_type === state.type)) &&
    (!state.factuality || event.factuality === state.factuality) &&
    (!state.country || event.countries.has(state.country)) &&
    (!state.place || event.place_country === state.place) &&
    (!state.sector || event.parties.some((party) => party[2] === state.sector)) &&
    (!state.outlet || DATA.articles[event.article].source === state.outlet) &&
    (!wanted || [...event.keys].some((key) => wanted.has(key))) &&
    (!(state.from || state.to) || within(event)) &&
    (!state.pair || PAIRS[event.index].some((sides) => sides.join("|") === state.pair)) &&
    (!state.judged || isJudged(event, state.judged)) &&
    words.every((word) => foldedOf(event).includes(word));
}

// Change what is shown by way of the page; `field` is one whose letters are being typed.
function choose(changes, field) {
  const others = Object.keys(changes).some((name) => name === "sort" || FILTERS.includes(name));
  Object.assign(state, others ? { page: DEFAULTS.page } : {}, changes);
  draw();
  remember(field);
}

function draw() {
  const focused = document.activeElement;
  for (const name of FIELDS) {
    const value = name === "actor" && KEYS.has(state.actor) ? actorName(state.actor) : state[name];
    if ($(`f-${name}`).value !== value) $(`f-${name}`).value = value;
  }
  chosen = EVENTS.filter(matcher());
  const all = chosen.length === EVENTS.length;
  $("status").textContent = [
    all
      ? t("shown_all", number(EVENTS.length))
      : t("shown", number(chosen.length), number(EVENTS.length)),
    state.pair && t("between", ...state.pair.split("|").map(actorName)),
    state.place && t("placed", country(state.place)),
  ]
    .filter(Boolean)
    .join(" · ");
  for (const name of ["from", "to"]) $(`l-${name}`).textContent = t(`${name}_${state.by}`);
  $("reset").hidden = FILTERS.every((name) => state[name] === DEFAULTS[name]);
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

const option = (value, text) => el("option", { value }, text);
const byName = (values, name) =>
  [...values]
    .map((value) => [name(value), value])
    .sort((a, b) => a[0].localeCompare(b[0], language))
    .map(([text, value]) => option(value, text));

function drawFilters() {
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
              types.map((type) => option(type, typeName(type))),
            );
      })
      .filter(Boolean),
  );
  const all = (key, options) => [option("", t(key)), ...options];
  const countries = new Set(EVENTS.flatMap((event) => [...event.countries]));
  const sectors = new Set(EVENTS.flatMap((event) => event.parties.map((party) => party[2])));
  const outlets = new Set(DATA.articles.map((article) => article.source).filter(Boolean));
  sectors.delete("");
  $("f-country").replaceChildren(...all("all", byName(countries, country)));
  $("f-sector").replaceChildren(...all("all", byName(sectors, sectorName)));
  $("f-outlet").replaceChildren(...all("all", byName(outlets, String)));
  $("f-outlet").parentElement.hidden = !outlets.size;
  $("f-factuality").replaceChildren(
    ...all(
      "all_f",
      DATA.factualities.map((one) => option(one, t(one))),
    ),
  );
  $("f-judged").replaceChildren(
    ...all(
      "all",
      JUDGED.map((one) => option(one, t(`judged_${one}`))),
    ),
  );
  const named = byCount(count(EVENTS, (event) => event.keys)).slice(0, 2000);
  $("actors").replaceChildren(...named.map(([key]) => option(actorName(key), "")));
}
const sectorName = (sector) => t(`sector_${sector}`);

function listenToFilters() {
  for (const name of FIELDS) {
    let waiting = 0;
    $(`f-${name}`).addEventListener("input", (change) => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => {
        let value = change.target.value;
        const found = name === "actor" && value.trim() ? actorsNamed(value) : [];
        if (found.length === 1 && fold(actorName(found[0])) === fold(value.trim())) [value] = found;
        choose({ [name]: value }, TYPED.includes(name) ? name : "");
      });
    });
  }
  $("filters").addEventListener("submit", (submission) => submission.preventDefault());
  $("reset").addEventListener("click", () => {
    choose(Object.fromEntries(FILTERS.map((name) => [name, DEFAULTS[name]])));
    $("f-text").focus({ preventScroll: true });
  });
}
