// What opens over the page closes with Escape and by a click outside: the navigation and the contents of narrow
// screens, the services.
{
  const drawer = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
  const contents = /** @type {HTMLInputElement | null} */ (document.getElementById("__toc"));
  const panel = document.querySelector(".md-sidebar--primary");
  const list = document.querySelector(".md-sidebar--secondary");
  /** @type {HTMLDetailsElement | null} */
  const services = document.querySelector(".td-switch");
  const toggles = [drawer, contents].filter((toggle) => toggle !== null);
  const close = () => { for (const toggle of toggles) toggle.checked = false; };

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = toggles.find((toggle) => toggle.checked);
    if (services?.open) {
      services.open = false;
      services.querySelector("summary")?.focus();
    } else if (open) {
      close();
      open.focus();
    }
  });
  document.addEventListener("click", (event) => {
    const place = /** @type {Element} */ (event.target);
    if (services?.open && !services.contains(place)) services.open = false;
    if (place.closest("label[for^='__'], .md-toggle") || list?.contains(place)) return;
    if (contents?.checked) contents.checked = false;
    if (!drawer?.checked || panel?.contains(place)) return;
    event.preventDefault();
    close();
  });
  drawer?.addEventListener("change", () => {
    const current = drawer.checked && panel?.querySelector("[aria-current]");
    // Only the list scrolls: `scrollIntoView` would move the page, too.
    if (current) panel.scrollTop += current.getBoundingClientRect().top - panel.getBoundingClientRect().top - panel.clientHeight / 2;
  });
  // Enter opens what looks like a button, too.
  for (const toggle of toggles) {
    toggle.addEventListener("keydown", (event) => { if (event.key === "Enter") toggle.click(); });
  }
  matchMedia("(width >= 76.25rem)").addEventListener("change", close);
  // A page that comes back from the browser's cache starts closed.
  addEventListener("pageshow", close);
}
