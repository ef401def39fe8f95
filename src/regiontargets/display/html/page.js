"use strict";
{
  const form = document.querySelector(".rt-filters");
  const sections = [...document.querySelectorAll(".rt-sortable")];
  const rows = [...document.querySelectorAll("#targets tbody tr")].map((row) => ({
    row,
    words: row.textContent.toLowerCase(),
    found: Boolean(row.querySelector('td[data-label="Findings"] a')),
  }));
  const filter = () => {
    const words = form.elements.words.value.trim().toLowerCase();
    const verdict = form.elements.verdict.value;
    let shown = 0;
    for (const each of rows) {
      const fits = each.words.includes(words)
        && (!verdict || each.row.querySelector(`.rt-${verdict}`))
        && (each.found || !form.elements.found.checked);
      each.row.hidden = !fits;
      shown += Boolean(fits);
    }
    for (const table of document.querySelectorAll("#targets .rt-rows")) {
      table.hidden = table.querySelector("tbody tr") && !table.querySelector("tbody tr:not([hidden])");
    }
    form.querySelector("output").textContent = `${shown} of ${rows.length} targets shown`;
  };
  const order = new Intl.Collator("en", { numeric: true });
  const sort = (section, header) => {
    const column = header.cellIndex;
    const down = header.getAttribute("aria-sort") === "ascending";
    for (const each of section.querySelectorAll("thead th")) {
      each.removeAttribute("aria-sort");
      if (each.cellIndex === column) each.setAttribute("aria-sort", down ? "descending" : "ascending");
    }
    const keyed = [...section.querySelectorAll("tbody tr")].map((row) => {
      const cell = row.cells[column];
      return { row, key: cell.dataset.rank ?? cell.textContent };
    });
    keyed.sort((a, b) => (down ? -1 : 1) * order.compare(a.key, b.key));
    const bodies = [...section.querySelectorAll("tbody")];
    const sizes = bodies.map((body) => body.rows.length);
    bodies.forEach((body, number) => {
      body.append(...keyed.splice(0, sizes[number]).map(({ row }) => row));
    });
  };
  for (const section of sections) {
    for (const header of section.querySelectorAll("thead th")) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = header.textContent;
      button.addEventListener("click", () => {
        sort(section, header);
        filter();
      });
      header.replaceChildren(button);
    }
  }
  // A link to a row that the filter hides shows the row again.
  const reveal = () => {
    const row = document.getElementById(location.hash.slice(1))?.closest("tr");
    if (row?.hidden) {
      form.reset();
      filter();
      row.scrollIntoView();
    }
  };
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  form.hidden = false;
  filter();
}
