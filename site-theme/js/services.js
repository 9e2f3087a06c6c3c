// The list of services. A site with many does not carry it in each page: it is fetched when it is first opened.
{
  /** @type {HTMLDetailsElement | null} */
  const box = document.querySelector(".td-switch[data-services]");
  const list = box?.querySelector("ul");

  /** @param {[string, string][]} services */
  const show = (services) => {
    const root = words.root ?? "./";
    list?.replaceChildren(...services.map(([name, path]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = root + path;
      link.textContent = name;
      if (location.href.startsWith(link.href)) link.setAttribute("aria-current", "true");
      item.append(link);
      return item;
    }));
  };

  /** @returns {HTMLInputElement} hides what does not hold the typed text */
  const filter = () => {
    const field = document.createElement("input");
    field.type = "search";
    field.placeholder = words.filter ?? "";
    field.setAttribute("aria-label", words.filter ?? "");
    field.addEventListener("input", () => {
      const typed = field.value.trim().toLowerCase();
      for (const item of list?.children ?? []) {
        /** @type {HTMLElement} */ (item).hidden = !item.textContent?.toLowerCase().includes(typed);
      }
    });
    return field;
  };

  box?.addEventListener("toggle", async () => {
    if (!box.open || !list || list.childElementCount > 0) return;
    try {
      const answer = await fetch(box.dataset.services ?? "");
      if (!answer.ok) return;
      show(await answer.json());
      const field = filter();
      list.before(field);
      field.focus();
    } catch { /* the link to the list of all services is still there */ }
  });
}
