// The table of events, a page at a time.

const PER_PAGE = 40;
// What each column is sorted by; what is empty comes last in both directions.
const COLUMNS = {
  when: (event) => event.date_start,
  act: (event) => `${event.quad_class}${typeName(event.event_type)}`,
  source: (event) => fold(event.sources.map((party) => actorName(party[0])).join()),
  target: (event) => fold(event.targets.map((party) => actorName(party[0])).join()),
  sentence: (event) => event.index,
  factuality: (event) => DATA.factualities.indexOf(event.factuality),
};
let ordered = [];
const sortedBy = () => {
  const name = state.sort.replace(/^-/, "");
  return [name in COLUMNS ? name : DEFAULTS.sort, state.sort.startsWith("-")];
};
// From 0, however the address counts.
const pageOf = () =>
  Math.max(0, Math.min(Number(state.page) || 1, Math.ceil(ordered.length / PER_PAGE)) - 1);

function orderEvents() {
  const [name, descending] = sortedBy();
  const key = COLUMNS[name],
    sign = descending ? -1 : 1;
  const keyed = chosen.map((event) => [key(event), event]);
  keyed.sort(
    ([a, one], [b, other]) =>
      (a === "") - (b === "") || (a < b ? -sign : a > b ? sign : one.index - other.index),
  );
  ordered = keyed.map((pair) => pair[1]);
}

function drawTable() {
  orderEvents();
  drawHeads();
  drawRows();
}

function drawHeads() {
  const [sort, descending] = sortedBy();
  $("heads").replaceChildren(
    ...Object.keys(COLUMNS).map((name) =>
      el(
        "th",
        {
          scope: "col",
          class: `c-${name}`,
          "aria-sort": name !== sort ? "none" : descending ? "descending" : "ascending",
        },
        button(
          {
            id: `sort-${name}`,
            onclick: () => {
              choose({ sort: name === sort && !descending ? `-${name}` : name });
              $(`sort-${name}`).focus();
            },
          },
          t(name),
        ),
      ),
    ),
  );
}

function drawRows() {
  const page = pageOf();
  const shown = ordered.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  $("rows").replaceChildren(
    ...(shown.length
      ? shown.map(eventRow)
      : [
          el(
            "tr",
            {},
            el("td", { colspan: Object.keys(COLUMNS).length, class: "nothing" }, t("nothing")),
          ),
        ]),
  );
  drawPages($("pages"), ordered.length, page, PER_PAGE, (to) => {
    state.page = String(to + 1);
    drawRows();
    remember();
    $("events").scrollIntoView();
    $("events").focus({ preventScroll: true });
  });
}

function drawPages(place, length, current, size, go) {
  if (length <= size) return place.replaceChildren();
  const last = Math.ceil(length / size) - 1;
  place.replaceChildren(
    button({ disabled: current === 0, onclick: () => go(current - 1) }, `← ${t("previous")}`),
    el(
      "span",
      {},
      t(
        "page",
        number(current * size + 1),
        number(Math.min(length, (current + 1) * size)),
        number(length),
      ),
    ),
    button({ disabled: current === last, onclick: () => go(current + 1) }, `${t("next")} →`),
  );
  return place;
}

function eventRow(event) {
  const cell = (name, ...children) =>
    el("td", { class: `c-${name}`, "data-label": t(name) }, ...children);
  return el(
    "tr",
    { id: `r-${event.id}`, tabindex: "-1" },
    cell("when", whenOf(event), event.place && el("span", { class: "place" }, event.place)),
    cell(
      "act",
      quadMark(event.quad_class),
      " ",
      el("span", { class: "type", title: event.event_type }, typeName(event.event_type)),
      el("span", { class: "trigger", lang: "fr" }, event.trigger),
    ),
    cell("source", partyList(event.sources)),
    cell("target", partyList(event.targets)),
    cell(
      "sentence",
      sentenceOf(event),
      el(
        "div",
        { class: "row-foot" },
        el(
          "a",
          {
            class: "read",
            href: `#e-${event.id}`,
            "aria-label": t("read_label", event.trigger, titleOf(event.article)),
          },
          titleOf(event.article),
        ),
        judge(event),
      ),
    ),
    cell("factuality", factualityOf(event)),
  );
}

const whenOf = (event) =>
  event.event_date
    ? el(
        "time",
        {
          title: event.date_text + (event.date_basis ? ` (${t(`basis_${event.date_basis}`)})` : ""),
        },
        edtf(event.event_date),
      )
    : el("span", { class: "none" }, "–");
const factualityOf = (event) =>
  el("span", { class: `fact ${event.factuality}` }, t(event.factuality));
const partyList = (parties) =>
  parties.length
    ? el(
        "ul",
        { class: "parties" },
        parties.map(([key, code]) =>
          el(
            "li",
            {},
            actorName(key),
            code && !actorName(key).startsWith(country(code))
              ? el("span", { class: "of" }, ` ${country(code)}`)
              : "",
          ),
        ),
      )
    : el("span", { class: "none" }, "–");
const shorten = (text) =>
  text.length > 140 ? `${text.slice(0, 140).replace(/\s+\S*$/, "")} …` : text;
const titleOf = (article) => {
  const { title, id, text } = DATA.articles[article];
  return title || shorten((text || "").trim().split(/[\n\r]/)[0]) || id;
};

// The sentence with its trigger marked.
function sentenceOf(event) {
  const { sentence, at, trigger } = event;
  if (at < 0) return el("q", { lang: "fr" }, sentence);
  return el(
    "q",
    { lang: "fr" },
    sentence.slice(0, at),
    el("mark", { class: `q${event.quad_class}` }, trigger),
    sentence.slice(at + trigger.length),
  );
}

// Bring the row of an event into view, over the filters if they hide it.
function showRow(event) {
  if (!chosen.includes(event)) {
    for (const name of FILTERS) state[name] = DEFAULTS[name];
    draw();
  }
  state.page = String(Math.floor(ordered.indexOf(event) / PER_PAGE) + 1);
  drawRows();
  $(`r-${event.id}`).scrollIntoView({ block: "center" });
  $(`r-${event.id}`).focus({ preventScroll: true });
}
