// Wide tables scroll in their own box, which the keyboard can reach; long ones can be sorted.
{
  /** @type {HTMLTableElement[]} */
  const tables = [...document.querySelectorAll(".md-typeset table:not(.highlighttable)")];
  // A generated table has its box from the start.
  const boxes = tables.map((table) => table.closest(".td-scroll") ?? table);
  // All sizes are read before anything is changed, so that the page is laid out once.
  const wide = boxes.map((box) => box.scrollWidth > box.clientWidth + 1);
  const tall = tables.map((table) => table.clientHeight > innerHeight);

  /** @param {HTMLTableElement} table @param {number} index */
  const box = (table, index) => {
    const region = boxes[index] === table ? document.createElement("div") : /** @type {HTMLElement} */ (boxes[index]);
    region.classList.add("td-scroll");
    region.classList.toggle("td-tall", tall[index]);
    region.tabIndex = 0;
    region.setAttribute("role", "region");
    region.setAttribute("aria-label", `${words.table} ${index + 1}`);
    if (boxes[index] !== table) return;
    const isFocused = document.activeElement === table;
    table.removeAttribute("tabindex");
    table.replaceWith(region);
    region.append(table);
    if (isFocused) region.focus({ preventScroll: true });
  };

  /** @param {string | undefined} text @returns {number} not a number where the text is none */
  const number = (text) => Number.parseFloat((text ?? "").replace(/[,\s]/g, ""));

  /** @param {HTMLTableElement} table @param {HTMLTableCellElement} head */
  const sort = (table, head) => {
    const isUp = head.getAttribute("aria-sort") !== "ascending";
    const way = isUp ? 1 : -1;
    const body = table.tBodies[0];
    /** @param {HTMLTableRowElement} row */
    const key = (row) => row.cells[head.cellIndex]?.textContent?.trim();
    const rows = [...body.rows].sort((one, other) => {
      const [left, right] = [key(one), key(other)];
      const difference = number(left) - number(right);
      if (!Number.isNaN(difference) && difference !== 0) return way * difference;
      return way * (left ?? "").localeCompare(right ?? "", undefined, { numeric: true });
    });
    body.append(...rows);
    for (const cell of table.tHead?.rows[0].cells ?? []) cell.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
  };

  /** @param {HTMLTableElement} table */
  const makeSortable = (table) => {
    for (const head of table.tHead?.rows[0].cells ?? []) {
      if (!head.textContent?.trim() || head.querySelector("a, button")) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.title = words.sort ?? "";
      button.append(...head.childNodes);
      head.append(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => sort(table, /** @type {HTMLTableCellElement} */ (head)));
    }
  };

  // The corner over a column of names heads nothing.
  for (const head of document.querySelectorAll(".md-typeset thead th:empty")) head.replaceWith(document.createElement("td"));
  // Until they have their boxes, the keyboard reaches them as they are.
  tables.forEach((table, index) => { if (wide[index] || tall[index]) boxes[index].tabIndex = 0; });

  /** @param {HTMLTableElement} table */
  const equip = (table) => {
    const index = tables.indexOf(table);
    if (wide[index] || tall[index]) box(table, index);
    for (const head of table.tHead?.querySelectorAll("th") ?? []) head.scope = "col";
    const isPlain = table.tHead?.rows.length === 1 && table.tBodies.length === 1 && !table.querySelector("[colspan], [rowspan]");
    if (isPlain && table.tBodies[0].rows.length >= 8) makeSortable(table);
  };
  whenNear(tables, equip);
}
