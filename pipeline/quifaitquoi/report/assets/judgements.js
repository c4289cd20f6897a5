// What a reader says of the rows. It stays in this browser; `quifaitquoi from-marks` makes labels
// of the file that it is exported as.

const JUDGED = ["right", "wrong", "none"];
const PARTS = ["act", "source", "target", "when", "where", "factuality"];
const STORE = "quifaitquoi";
const judgements = bare(stored());

// A browser may keep nothing for a page that is a file: then judgements last as long as the page.
function stored() {
  try {
    return JSON.parse(localStorage.getItem(STORE)) || {};
  } catch {
    return {};
  }
}
// What other windows have stored since is left as it is.
function store(event) {
  try {
    localStorage.setItem(STORE, JSON.stringify({ ...stored(), [event.id]: judgements[event.id] }));
  } catch {
    $("keeping").hidden = false;
  }
}

// The row as it was judged: a later run may say other things under the same id.
const rowOf = (event) => DATA.columns.map((name) => CELLS[name][event.index]);
const judgementOf = (event) => {
  const found = judgements[event.id];
  return found && found.row.join("\t") === rowOf(event).join("\t") ? found : undefined;
};
const isJudged = (event, verdict) => (judgementOf(event)?.verdict || "none") === verdict;

function setJudgement(event, verdict) {
  if (verdict) judgements[event.id] = { verdict, wrong: [], note: "", row: rowOf(event) };
  else delete judgements[event.id];
  store(event);
  for (const shown of document.querySelectorAll(`[data-judge="${event.id}"]`)) {
    const pressed = shown.contains(document.activeElement) && document.activeElement.className;
    const now = judge(event);
    shown.replaceWith(now);
    if (pressed) now.querySelector(`.${pressed}`).focus();
  }
  drawExports();
}

// What is said in the row shows in the card, and the other way round.
function amend(event, shown) {
  store(event);
  for (const other of document.querySelectorAll(`[data-judge="${event.id}"]`))
    if (!other.contains(shown)) other.replaceWith(judge(event));
}

// Buttons for right and wrong, and for what is wrong the parts and a note.
function judge(event) {
  const found = judgementOf(event);
  const pick = (verdict, sign) => {
    const pressed = found?.verdict === verdict;
    return button(
      {
        class: `verdict-${verdict}`,
        "aria-pressed": String(pressed),
        "aria-label": t(`judge_${verdict}`, event.trigger),
        title: t(`judged_${verdict}`),
        onclick: () => setJudgement(event, pressed ? "" : verdict),
      },
      sign,
    );
  };
  return el(
    "div",
    { class: "judge", "data-judge": event.id },
    el("span", { class: "pick" }, pick("right", "✓"), pick("wrong", "✗")),
    found?.verdict === "wrong" ? objections(event, found) : "",
  );
}

function objections(event, found) {
  const part = (name) => {
    const box = el("input", { type: "checkbox", checked: found.wrong.includes(name) });
    box.addEventListener("change", () => {
      found.wrong = PARTS.filter((one) => (one === name ? box.checked : found.wrong.includes(one)));
      amend(event, box);
    });
    return el("label", { class: "toggle" }, box, el("span", {}, t(`part_${name}`)));
  };
  const note = el("input", { value: found.note, autocomplete: "off" });
  note.addEventListener("input", () => {
    found.note = note.value;
    amend(event, note);
  });
  return el(
    "fieldset",
    {},
    el("legend", {}, t("what_is_wrong")),
    PARTS.map(part),
    el("label", { class: "note-field" }, el("span", {}, t("note")), note),
  );
}
