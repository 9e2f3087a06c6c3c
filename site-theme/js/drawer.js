// What opens over the page closes with Escape and by a click outside: the navigation of narrow screens, the services.
{
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
  const panel = document.querySelector(".md-sidebar--primary");
  /** @type {HTMLDetailsElement | null} */
  const services = document.querySelector(".td-switch");
  const close = () => { if (toggle) toggle.checked = false; };

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (services?.open) {
      services.open = false;
      services.querySelector("summary")?.focus();
    } else if (toggle?.checked) {
      close();
      toggle.focus();
    }
  });
  document.addEventListener("click", (event) => {
    const place = /** @type {Element} */ (event.target);
    if (services?.open && !services.contains(place)) services.open = false;
    if (!toggle?.checked || place === toggle || panel?.contains(place)) return;
    if (place.closest("label[for='__drawer']")) return;
    event.preventDefault();
    close();
  });
  toggle?.addEventListener("change", () => {
    if (toggle.checked) panel?.querySelector("[aria-current]")?.scrollIntoView({ block: "center" });
  });
  // Enter opens what looks like a button, too.
  toggle?.addEventListener("keydown", (event) => {
    if (event.key === "Enter") toggle.click();
  });
  matchMedia("(width >= 76.25rem)").addEventListener("change", close);
  // A page that comes back from the browser's cache starts closed.
  addEventListener("pageshow", close);
}
