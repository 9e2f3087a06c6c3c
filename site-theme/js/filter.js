// A list of the catalog is narrowed by words and by columns; what is chosen stays in the address.
/** @param {HTMLFormElement} form @param {HTMLTableElement} table */
const filter = (form, table) => {
  /** @type {HTMLTableRowElement[]} */
  const rows = [...table.querySelectorAll("tbody tr")];
  const titles = [...table.querySelectorAll("th")].map((head) => head.textContent ?? "");
  const texts = rows.map((row) => [...row.cells].map((cell) => cell.textContent?.trim() ?? ""));
  const said = document.getElementById("__status");
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("filter"));
  const facets = [...form.querySelectorAll("select")].map((control) => {
    const column = titles.findIndex((title) => title.toLowerCase() === control.name);
    const counts = new Map();
    for (const text of texts) if (text[column]) counts.set(text[column], (counts.get(text[column]) ?? 0) + 1);
    for (const value of [...counts.keys()].sort()) control.add(new Option(`${value} (${counts.get(value)})`, value));
    control.disabled = counts.size < 2;
    return { column, control };
  });

  const apply = () => {
    const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, index) => {
      const text = texts[index].join(" ").toLowerCase();
      const fits = wanted.every((word) => text.includes(word))
        && facets.every(({ column, control }) => !control.value || texts[index][column] === control.value);
      row.hidden = !fits;
      if (fits) shown += 1;
    });
    if (said) said.textContent = `${shown} / ${rows.length}`;
    const address = new URL(location.href);
    for (const control of [field, ...facets.map((facet) => facet.control)]) {
      if (control.value) address.searchParams.set(control.name, control.value);
      else address.searchParams.delete(control.name);
    }
    history.replaceState(history.state, "", address);
  };
  const chosen = new URL(location.href).searchParams;
  for (const control of [field, ...facets.map((facet) => facet.control)]) control.value = chosen.get(control.name) ?? "";
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  if (chosen.size > 0) apply();
};

{
  /** @type {HTMLFormElement | null} */
  const form = document.querySelector("form.td-filter");
  const table = form?.parentElement?.querySelector("table");
  if (form && table) filter(form, table);
}
