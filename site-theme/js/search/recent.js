// What a reader has searched for before.

/** @returns {string[]} */
function recent() {
  try { return JSON.parse(memory.get("searches") ?? "[]").map(String); } catch { return []; }
}

/** @param {Panel} panel */
function offerRecent(panel) {
  panel.note.textContent = recent().length ? worded("searchRecent") : "";
  panel.list.replaceChildren(...recent().map((text) => {
    const again = button("td-hit", [text], () => { panel.input.value = text; panel.input.focus(); panel.run(false); });
    return element("li", {}, again);
  }));
}
