"use strict";
// Sorts and filters the table of all series. Without it the page holds the same words and numbers.
for (const table of document.querySelectorAll("table.sortable")) {
  const shownAtFirst = 200;
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...body.rows];
  const texts = new Map();
  const box = table.parentElement;
  let shown = shownAtFirst;

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  // Numbers are compared as numbers, whatever unit they are shown in; null is what was not measured.
  const value = (row, column) => {
    const cell = row.cells[column];
    const number = cell.dataset.v;
    if (number === undefined) return cell.textContent.trim();
    return number === "" ? null : Number(number);
  };

  const order = new Intl.Collator("en", { numeric: true });
  const compare = (a, b) => (typeof a === "number" ? a - b : order.compare(a, b));

  const sort = (column, direction) => {
    const keyed = rows.map((row, place) => ({ row, place, key: value(row, column) }));
    keyed.sort((a, b) => {
      if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.place - b.place;
      return direction * compare(a.key, b.key) || a.place - b.place;
    });
    rows.splice(0, rows.length, ...keyed.map((each) => each.row));
    body.remove();
    body.replaceChildren(...rows);
    table.append(body);
    for (const head of heads) head.removeAttribute("aria-sort");
    heads[column].setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
    show();
  };

  heads.forEach((head, column) => {
    if (head.tagName !== "TH") return;
    const button = element("button", { type: "button" }, ...head.childNodes);
    button.addEventListener("click", () => sort(column, head.ariaSort === "ascending" ? -1 : 1));
    head.append(button);
  });

  const choices = heads
    .map((head, column) => ({ head, column }))
    .filter(({ head }) => head.dataset.choice !== undefined)
    .map(({ head, column }) => {
      const values = [...new Set(rows.map((row) => value(row, column)))];
      values.sort((a, b) => compare(a, b));
      const options = values.map((each) => element("option", { value: each }, each || "none"));
      const select = element("select", {}, element("option", { value: "\u0000" }, "all"), ...options);
      return { column, select, label: element("label", {}, head.textContent, select) };
    });
  const search = element("input", { type: "search" });
  const count = element("output", {});
  const more = element("button", { type: "button" }, "Show all");
  const form = element(
    "form",
    { className: "filters" },
    ...choices.map((each) => each.label),
    element("label", {}, "containing", search),
    element("button", { type: "reset" }, "Clear"),
    count,
  );
  form.setAttribute("aria-label", "Filter the table");

  const text = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  };

  const show = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = choices.filter(({ select }) => select.value !== "\u0000");
    let found = 0;
    for (const row of rows) {
      const fits =
        chosen.every(({ column, select }) => value(row, column) === select.value) &&
        words.every((word) => text(row).includes(word));
      found += fits ? 1 : 0;
      row.className = !fits ? "out" : found > shown ? "later" : "";
    }
    count.value = `${found} of ${rows.length} series`;
    more.hidden = found <= shown;
    more.textContent = `Show all ${found}`;
  };

  search.addEventListener("input", show);
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  more.addEventListener("click", () => {
    shown = Infinity;
    show();
  });

  // A link from a chart must find its row, whatever is filtered out.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.className && body.contains(target)) {
      form.reset();
      shown = Infinity;
      setTimeout(() => target.scrollIntoView());
    }
  };
  addEventListener("hashchange", reveal);

  box.before(form);
  box.after(more);
  show();
  reveal();
}

// What is folded away is printed all the same, and unfolds for a link that leads into it.
const folded = new Set();
addEventListener("beforeprint", () => {
  for (const each of document.querySelectorAll("details:not([open])")) {
    folded.add(each);
    each.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const each of folded) each.open = false;
  folded.clear();
});
const unfold = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details = target && target.closest("details");
  if (details && !details.open) {
    details.open = true;
    target.scrollIntoView();
  }
};
addEventListener("hashchange", unfold);
unfold();
