// The navigation of narrow screens. It opens and closes without a script; this adds Escape, a click outside, and focus.
ready(() => {
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
  const panel = document.querySelector(".md-sidebar--primary");
  if (!toggle || !panel) return;
  const close = () => { toggle.checked = false; };

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    close();
    toggle.focus();
  });
  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (!toggle.checked || target === toggle || panel.contains(target)) return;
    if (target.closest("label[for='__drawer']")) return;
    event.preventDefault();
    close();
  });
  toggle.addEventListener("change", () => {
    if (toggle.checked) panel.querySelector("[aria-current]")?.scrollIntoView({ block: "center" });
  });
  matchMedia("(width >= 76.25rem)").addEventListener("change", close);
  // A page that comes back from the browser's cache starts closed.
  addEventListener("pageshow", close);
});
