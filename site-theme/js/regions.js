// Wide tables and long code lines scroll in their own box, which the keyboard can reach.
ready(() => {
  const words = document.body.dataset;

  /** @param {HTMLElement} box @param {string} name @param {number} number tells boxes of one page apart */
  const open = (box, name, number) => {
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", `${name} ${number}`);
  };

  /** @type {HTMLTableElement[]} */
  const tables = [...document.querySelectorAll(".md-typeset table:not(.highlighttable)")];
  /** @type {HTMLElement[]} */
  const codes = [...document.querySelectorAll(".md-typeset pre > code")];
  // All sizes are read before anything is changed, so that the page is laid out once.
  const wide = tables.map((table) => table.scrollWidth > table.clientWidth + 1);
  const long = codes.map((code) => code.scrollWidth > code.clientWidth + 1);

  tables.forEach((table, index) => {
    if (!wide[index]) return;
    const box = document.createElement("div");
    box.className = "td-scroll";
    table.replaceWith(box);
    box.append(table);
    open(box, words.table ?? "", index + 1);
  });
  codes.forEach((code, index) => {
    if (long[index]) open(code, words.code ?? "", index + 1);
  });
});
