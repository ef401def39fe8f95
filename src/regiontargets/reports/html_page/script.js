"use strict";
{
  const form = document.querySelector(".filters");
  const body = document.querySelector("tbody");
  const rows = [...body.rows].map((row) => ({ row, words: row.textContent.toLowerCase() }));
  const filter = () => {
    const severities = new Set([...form.querySelectorAll("input:checked")].map((box) => box.value));
    const code = form.elements.code.value;
    const words = form.elements.words.value.trim().toLowerCase();
    let shown = 0;
    for (const { row, words: text } of rows) {
      row.hidden = !(severities.has(row.className) && (!code || row.dataset.code === code) && text.includes(words));
      shown += !row.hidden;
    }
    form.querySelector("output").textContent = `${shown} of ${rows.length} shown`;
  };
  const sort = (header) => {
    const by = header.dataset.by;
    const down = header.getAttribute("aria-sort") === "ascending";
    for (const each of document.querySelectorAll("th")) each.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    const order = (a, b) => a.row.dataset[by].localeCompare(b.row.dataset[by], "en", { numeric: true });
    rows.sort((a, b) => (down ? -1 : 1) * order(a, b) || a.row.dataset.number - b.row.dataset.number);
    body.append(...rows.map(({ row }) => row));
  };
  for (const header of document.querySelectorAll("th[data-by]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = header.textContent;
    button.addEventListener("click", () => sort(header));
    header.replaceChildren(button);
  }
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  filter();
}
