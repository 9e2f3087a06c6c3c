// A list of the catalog is narrowed by words and by columns; what is chosen stays in the address.
/** @param {Element} list @param {HTMLTableElement} table */
const filter = (list, table) => {
  /** @type {HTMLTableRowElement[]} */
  const rows = [...table.querySelectorAll("tbody tr")];
  const titles = [...table.querySelectorAll("th")].map((head) => head.textContent ?? "");
  const texts = rows.map((row) => [...row.cells].map((cell) => cell.textContent?.trim() ?? ""));
  const form = document.createElement("form");
  form.className = "td-filter";
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "Filter");
  const said = document.getElementById("__status");

  /** @param {string} title @param {HTMLInputElement | HTMLSelectElement} control */
  const add = (title, control) => {
    const label = document.createElement("label");
    label.append(title, control);
    control.name = title.toLowerCase();
    form.append(label);
  };
  const field = document.createElement("input");
  field.type = "search";
  add("Filter", field);
  /** @type {{ column: number, control: HTMLSelectElement }[]} */
  const facets = [];
  titles.forEach((title, column) => {
    if (column === 0 || title === "Docs") return;
    const counts = new Map();
    for (const text of texts) if (text[column]) counts.set(text[column], (counts.get(text[column]) ?? 0) + 1);
    if (counts.size < 2 || counts.size > 200) return;
    const control = document.createElement("select");
    control.add(new Option("all", ""));
    for (const value of [...counts.keys()].sort()) control.add(new Option(`${value} (${counts.get(value)})`, value));
    add(title, control);
    facets.push({ column, control });
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
  list.prepend(form);
  if (chosen.size > 0) apply();
};

{
  const list = document.querySelector("[data-filter]");
  const table = list?.querySelector("table");
  if (list && table) filter(list, table);
}
