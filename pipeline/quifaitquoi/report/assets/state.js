// What the page shows, and the address that says so: back, reload and sharing bring it up again.

const DEFAULTS = {
  // Filters: every view shows the same events.
  text: "",
  type: "",
  actor: "", // a key, or part of a name
  country: "",
  sector: "",
  outlet: "",
  factuality: "",
  judged: "",
  from: "",
  to: "",
  place: "",
  pair: "", // two sides of the matrix, joined by |
  // Views.
  by: "event", // what the timeline, from and to are about: the event or its publication
  unit: "",
  frame: "places",
  sort: "sentence", // a column, with - the other way round
  page: "1",
  article: "",
};
const FILTERS = Object.keys(DEFAULTS).slice(0, Object.keys(DEFAULTS).indexOf("by"));
const state = { ...DEFAULTS };

// The fragment for the state, and for what is in view: a section, an event, words.
function address(at = "") {
  const kept = Object.entries(state).filter(([name, value]) => value !== DEFAULTS[name]);
  if (at) kept.push(["at", at]);
  return kept.length ? `#${new URLSearchParams(kept)}` : location.href.split("#")[0];
}

// Note a change in the history: the letters of one word are one entry.
let typed = "";
function remember(field = "") {
  const same = field && field === typed;
  typed = field;
  if (new URL(address(), location.href).href !== location.href)
    history[same ? "replaceState" : "pushState"](null, "", address());
}

// The state that a fragment stands for, and what it brings into view. « #e-12 », without a state,
// is a link inside the page and leaves everything as it is.
function addressed() {
  typed = "";
  const fragment = location.hash.slice(1);
  const inside = fragment && !fragment.includes("=");
  const given = new URLSearchParams(inside ? `at=${fragment}` : fragment);
  if (inside) return [{ ...state }, given.get("at")];
  const known = [...given].filter(([name]) => name in DEFAULTS);
  return [{ ...DEFAULTS, ...Object.fromEntries(known) }, given.get("at") || ""];
}
