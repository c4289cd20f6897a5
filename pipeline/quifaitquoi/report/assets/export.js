// The rows of the selection and the judgements as files.

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

// As `run` writes them: the rows of events.csv, of events-fr.csv for Excel in French.
function csv(rows, french) {
  const [comma, end] = french ? [";", "\r\n"] : [",", "\n"];
  const special = new RegExp(`[${comma}"\r\n]`);
  const quoted = (cell) => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const local = (cell, name) =>
    DATA.decimals.includes(name)
      ? cell.replace(".", ",")
      : // What a spreadsheet would run as a formula, as a whole or behind a semicolon.
        cell.replace(/(^|;\s*["']*\s*)(?=[=+\-@\t\r])/g, "$1'");
  const line = (event) =>
    rowOf(event).map((cell, place) => quoted(french ? local(cell, DATA.columns[place]) : cell));
  const lines = [DATA.columns, ...rows.map(line)].map((cells) => cells.join(comma) + end);
  return (french ? "\ufeff" : "") + lines.join("");
}

// A line for each judged row: the row, the verdict, the parts that are wrong, the note.
const judgedLines = () =>
  EVENTS.filter(judgementOf)
    .map((event) => {
      const { verdict, wrong, note, row } = judgementOf(event);
      const cells = Object.fromEntries(DATA.columns.map((name, place) => [name, row[place]]));
      return `${JSON.stringify({ verdict, wrong, note, row: cells })}\n`;
    })
    .join("");

function drawExports() {
  const judged = EVENTS.filter(judgementOf).length;
  const save = (id, label, disabled, make) =>
    button({ id, disabled, onclick: () => download(...make()) }, label);
  $("exports").replaceChildren(
    el(
      "span",
      {},
      t("download", number(chosen.length)),
      save("csv", "CSV", !chosen.length, () => ["events.csv", csv(ordered)]),
      save("csv-fr", t("csv_fr"), !chosen.length, () => ["events-fr.csv", csv(ordered, true)]),
    ),
    el(
      "span",
      {},
      t("judgements", number(judged)),
      save("marks", t("save_marks"), !judged, () => ["marks.jsonl", judgedLines()]),
    ),
  );
}
