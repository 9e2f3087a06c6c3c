// On each code block: its language, a button that wraps long lines, and one that copies its text.
{
  const shape = "M9 9h10v11H9zM5 15V4h10";
  const tick = "M5 13l4 4 10-11";
  const wrap = "M4 6h16M4 12h13a3 3 0 0 1 0 6h-4m2-2l-2 2 2 2M4 18h5";

  /** @param {Element} code @returns {string} without prompts and line numbers, which nobody wants to paste */
  const text = (code) => {
    const copy = /** @type {Element} */ (code.cloneNode(true));
    for (const part of copy.querySelectorAll(".gp, .linenos, .td-annotation")) part.remove();
    return copy.textContent ?? "";
  };

  /** @param {Element} code @returns {string} the language that the author named */
  const language = (code) => {
    const holder = code.closest("[class*='language-']");
    const name = /(?:^|\s)language-(\S+)/.exec(holder?.className ?? "")?.[1] ?? "";
    return name === "text" || name === "plain" ? "" : name;
  };

  /** @param {HTMLButtonElement} button @param {Element} code */
  const copy = async (button, code) => {
    await navigator.clipboard.writeText(text(code));
    const path = button.querySelector("path");
    button.dataset.done = "";
    path?.setAttribute("d", tick);
    say(words.copied ?? "");
    setTimeout(() => {
      delete button.dataset.done;
      path?.setAttribute("d", shape);
      say("");
    }, 2000);
  };

  /** @param {HTMLElement} code @returns {HTMLButtonElement} */
  const wrapButton = (code) => {
    const button = iconButton(words.wrap ?? "", icon(wrap));
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => {
      const isOn = code.parentElement?.classList.toggle("td-wrap") ?? false;
      button.setAttribute("aria-pressed", String(isOn));
    });
    return button;
  };

  /** @type {HTMLElement[]} */
  const blocks = [...document.querySelectorAll(".md-typeset pre:not(.mermaid) > code")]
    .filter((code) => !code.closest(".linenos"));
  // All sizes are read before anything is changed, so that the page is laid out once.
  /** @param {HTMLElement} code */
  const isLong = (code) => code.scrollWidth > code.clientWidth + 1;
  const long = blocks.map(isLong);
  // The sources of diagrams that stand as text.
  const sources = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("pre.mermaid > code")]).filter(isLong);

  /** What scrolls can be reached by keys. @param {HTMLElement} code @param {number} number */
  const reach = (code, number) => {
    code.tabIndex = 0;
    code.setAttribute("role", "region");
    code.setAttribute("aria-label", `${words.code} ${number}`);
  };
  sources.forEach((code, index) => reach(code, blocks.length + index + 1));

  blocks.forEach((code, index) => {
    const tools = document.createElement("span");
    tools.className = "td-tools";
    const name = language(code);
    if (name) {
      const label = document.createElement("span");
      label.className = "td-tools__name";
      label.textContent = name;
      tools.append(label);
    }
    if (long[index] && !code.closest(".highlighttable:has(.linenos)")) tools.append(wrapButton(code));
    if (navigator.clipboard) {
      const button = iconButton(words.copy ?? "", icon(shape));
      button.className = "td-copy";
      button.addEventListener("click", () => copy(button, code));
      tools.append(button);
    }
    if (long[index]) reach(code, index + 1);
    code.after(tools);
  });
}
