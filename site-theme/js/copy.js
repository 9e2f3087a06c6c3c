// A button on each code block that copies its text.
ready(() => {
  const words = document.body.dataset;
  const shape = "M9 9h10v11H9zM5 15V4h10";
  const tick = "M5 13l4 4 10-11";

  /** @param {string} path @returns {SVGSVGElement} */
  const icon = (path) => {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("class", "td-icon");
    svg.setAttribute("aria-hidden", "true");
    const line = document.createElementNS(space, "path");
    line.setAttribute("d", path);
    svg.append(line);
    return svg;
  };

  /** @param {HTMLElement} code @returns {string} without prompts and line numbers, which nobody wants to paste */
  const text = (code) => {
    const copy = /** @type {HTMLElement} */ (code.cloneNode(true));
    for (const part of copy.querySelectorAll(".gp, .linenos")) part.remove();
    return copy.textContent ?? "";
  };

  for (const code of document.querySelectorAll(".md-typeset pre:not(.mermaid) > code")) {
    if (!navigator.clipboard) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "td-copy";
    button.title = words.copy ?? "";
    button.setAttribute("aria-label", words.copy ?? "");
    button.append(icon(shape));
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text(/** @type {HTMLElement} */ (code)));
      button.dataset.done = "";
      button.firstElementChild?.firstElementChild?.setAttribute("d", tick);
      say(words.copied ?? "");
      setTimeout(() => {
        delete button.dataset.done;
        button.firstElementChild?.firstElementChild?.setAttribute("d", shape);
        say("");
      }, 2000);
    });
    code.after(button);
  }
});
