// An article with its dates, actors and acts marked, and its events beside it.

let current = -1;
const marksShown = new Set(["event", "actor", "date"]); // kinds of mark

const isReadable = (article) => ["ok", "partial"].includes(article.status);

function drawContents() {
  const readable = DATA.articles
    .map((article, index) => index)
    .filter((index) => isReadable(DATA.articles[index]));
  $("contents").replaceChildren(
    ...readable.map((index) =>
      el(
        "li",
        {},
        el(
          "a",
          {
            href: linkTo(index),
            id: `to-${index}`,
          },
          el(
            "span",
            { class: "date" },
            DATA.articles[index].published ? edtf(DATA.articles[index].published) : "–",
          ),
          el("span", { class: "name", lang: "fr" }, titleOf(index)),
          el("span", { class: "value" }, number(BY_ARTICLE[index].length)),
        ),
      ),
    ),
  );
  $("picker").replaceChildren(
    ...readable.map((index) =>
      el("option", { value: index }, titleOf(index)),
    ),
  );
  const others = DATA.articles.filter((article) => article.status !== "ok");
  $("rejected").replaceChildren(
    others.length
      ? el(
          "details",
          {},
          el("summary", {}, t("rejected", number(others.length))),
          el(
            "table",
            { class: "plain" },
            el(
              "thead",
              {},
              el(
                "tr",
                {},
                el("th", { scope: "col" }, t("file")),
                el("th", { scope: "col" }, t("reason")),
              ),
            ),
            el(
              "tbody",
              {},
              others.map((article) =>
                el("tr", {}, el("th", { scope: "row" }, article.id), el("td", {}, article.reason)),
              ),
            ),
          ),
        )
      : "",
  );
}

const linkTo = (index) => `#a-${encodeURIComponent(DATA.articles[index].id)}`;

// Show an article from now on.
function openArticle(index) {
  state.article = DATA.articles[index].id;
  showArticle();
}

// The article that was opened, else the first that can be read.
function showArticle() {
  const first = DATA.articles.findIndex(isReadable);
  const index = NUMBERS.get(state.article) ?? first;
  $(`to-${current}`)?.removeAttribute("aria-current");
  current = index;
  if (index < 0) return;
  $(`to-${index}`)?.setAttribute("aria-current", "true");
  $("picker").value = index;
  const article = DATA.articles[index],
    events = BY_ARTICLE[index];
  const basis = article.published_basis && t(`basis_${article.published_basis}`);
  $("article").replaceChildren(
    el(
      "p",
      { class: "dateline" },
      article.published ? t("published", edtf(article.published)) : t("no_date"),
      basis ? ` (${basis})` : "",
      article.source && ` · ${article.source}`,
    ),
    ...(article.text === undefined
      ? [el("h3", { id: "headline", lang: "fr" }, titleOf(index)), sentenceList(events)]
      : markedText(article, events, titleOf(index))),
  );
  $("cards").replaceChildren(
    el("h4", {}, t("article_events")),
    events.length ? el("ol", {}, events.map(card)) : el("p", { class: "note" }, t("no_events")),
  );
}

const sentenceList = (events) =>
  el(
    "div",
    {},
    el("p", { class: "note" }, t("no_text")),
    events.map((event) => el("p", { id: `e-${event.id}`, tabindex: "-1" }, sentenceOf(event))),
  );

function markedText(article, events, title) {
  const marks = [
    ...article.marks,
    ...events.map((event) => [event.start, event.end, "event", event]),
  ];
  marks.sort((a, b) => a[0] - b[0]);
  const open = { next: 0, held: [] };
  const lines = [...article.text.matchAll(/[^\n\r]*\S[^\n\r]*/g)];
  // A title that stands in the text is marksShown once, with its marks.
  const titled = lines.length && fold(lines[0][0].trim()) === fold(title);
  const headline = el("h3", { id: "headline", lang: "fr" }, titled ? "" : title);
  const text = el("div", { class: "text", lang: "fr" });
  lines.forEach((line, place) => {
    const pieces = markedLine(article.text, line.index, line.index + line[0].length, marks, open);
    if (titled && place === 0) fill(headline, { "data-from": line.index }, pieces);
    else text.append(el("p", { "data-from": line.index }, pieces));
  });
  return [headline, markSwitches(), text];
}
function markSwitches() {
  const switches = el(
    "fieldset",
    { class: "switches" },
    el("legend", {}, t("show")),
    ["event", "actor", "date"].map((kind) => toggle(kind, t(`mark_${kind}`))),
    toggle("label", t("labels")),
  );
  switches.addEventListener("change", (change) => {
    if (change.target.checked) marksShown.add(change.target.name);
    else marksShown.delete(change.target.name);
    setMarks();
  });
  setMarks();
  return switches;
}
const setMarks = () =>
  $("article").setAttribute("class", [...marksShown].map((kind) => `with-${kind}`).join(" "));
const toggle = (name, label) =>
  el(
    "label",
    { class: `toggle ${name}` },
    el("input", { type: "checkbox", name, checked: marksShown.has(name) }),
    el("span", {}, label),
  );

// Marks may overlap: the line is cut at each of their edges, and a piece carries all that cover it.
function markedLine(text, start, end, marks, open) {
  while (open.next < marks.length && marks[open.next][0] < end) open.held.push(marks[open.next++]);
  open.held = open.held.filter((mark) => mark[1] > start);
  const edges = [...new Set([start, end, ...open.held.flatMap((mark) => [mark[0], mark[1]])])]
    .filter((edge) => edge >= start && edge <= end)
    .sort((a, b) => a - b);
  const pieces = edges.slice(1).map((edge, place) => {
    const from = edges[place],
      over = open.held.filter((mark) => mark[0] <= from && mark[1] >= edge);
    return over.length ? piece(text.slice(from, edge), from, edge, over) : text.slice(from, edge);
  });
  return pieces;
}

function piece(words, from, to, over) {
  const events = over.filter((mark) => mark[2] === "event");
  const event = events[0]?.[3];
  const says = ([, , kind, meaning]) =>
    meaning.length === 0
      ? t(`unknown_${kind}`)
      : kind === "date"
        ? edtf(meaning)
        : meaning.map(actorName).join(", ");
  const plain = over.filter((mark) => mark[2] !== "event");
  const classes = [...new Set(over.map((mark) => mark[2]))];
  if (plain.some((mark) => mark[3].length === 0)) classes.push("unknown");
  // A label follows the last piece of its mark, unless it only repeats the words.
  const ends = over
    .filter((mark) => mark[1] === to)
    .map((mark) => (mark[2] === "event" ? typeName(mark[3].event_type) : says(mark)));
  const label = [...new Set(ends)].filter((one) => fold(one) !== fold(words)).join(" · ");
  const title = [...events.map((mark) => typeName(mark[3].event_type)), ...plain.map(says)].join(
    " · ",
  );
  if (!event)
    return el(
      "span",
      { class: `mark ${classes.join(" ")}`, title, "data-says": label || null },
      words,
    );
  // Several events may share a trigger: the link is the first one's, each can be pointed at.
  const ids = events.filter((mark) => mark[0] === from).map((mark) => `e-${mark[3].id}`);
  return el(
    "a",
    {
      class: `mark ${classes.join(" ")} q${event.quad_class}`,
      title,
      href: `#c-${event.id}`,
      id: ids[0],
      "data-says": label || null,
    },
    ids.slice(1).map((id) => el("span", { id, tabindex: "-1" })),
    words,
  );
}

function card(event) {
  const same = GROUPS.get(event.group);
  const details = [
    event.event_date &&
      `${edtf(event.event_date)} (${[event.date_text, event.date_basis && t(`basis_${event.date_basis}`)].filter(Boolean).join(", ")})`,
    event.place && event.place + (event.place_country ? ` (${country(event.place_country)})` : ""),
    event.attribution && t("said_by", actorName(event.attribution)),
    same > 1 && t("mentions", number(same)),
  ].filter(Boolean);
  return el(
    "li",
    { id: `c-${event.id}`, class: `card q${event.quad_class}`, tabindex: "-1" },
    el(
      "p",
      { class: "card-head" },
      quadMark(event.quad_class),
      " ",
      el("a", { href: `#e-${event.id}`, lang: "fr" }, event.trigger),
      " ",
      el("span", { class: "type" }, typeName(event.event_type)),
      " ",
      factualityOf(event),
    ),
    el(
      "p",
      { class: "who" },
      names(event.sources),
      event.targets.length
        ? [el("span", { "aria-hidden": "true" }, " → "), names(event.targets)]
        : "",
    ),
    details.length
      ? el(
          "ul",
          { class: "details" },
          details.map((one) => el("li", {}, one)),
        )
      : "",
    el(
      "p",
      { class: "card-foot" },
      el("a", { href: `#r-${event.id}` }, t("in_table")),
      " ",
      el("code", { title: t("rule") }, event.rule_id),
    ),
    judge(event),
  );
}
const names = (parties) => parties.map((party) => actorName(party[0])).join(", ") || "–";
