/**
 * Shared by the files after this one, which are joined into one module.
 *
 * @param {() => void} work run once the page's elements are there
 */
const ready = (work) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", work, { once: true });
  else work();
};

/**
 * Reads and writes what a reader chose; a browser that keeps nothing is no error.
 *
 * @param {Storage | undefined} place
 */
const memory = (place) => ({
  /** @param {string} key @returns {string | null} */
  get(key) {
    try { return place?.getItem(`techdocs.${key}`) ?? null; } catch { return null; }
  },
  /** @param {string} key @param {string | null} value null forgets */
  set(key, value) {
    try {
      if (value === null) place?.removeItem(`techdocs.${key}`);
      else place?.setItem(`techdocs.${key}`, value);
    } catch { /* storage is full or forbidden: the choice lasts for this page */ }
  },
});

/** @param {"localStorage" | "sessionStorage"} name */
const storage = (name) => {
  try { return memory(window[name]); } catch { return memory(undefined); }
};
const kept = storage("localStorage");
const visit = storage("sessionStorage");

/** @param {string} text read out by screen readers */
const say = (text) => {
  const status = document.getElementById("__status");
  if (status) status.textContent = text;
};

// Colour scheme: as the system has it, until the reader chooses.
{
  const root = document.documentElement;
  const schemes = ["auto", "light", "dark"];
  const current = () => root.dataset.theme ?? "auto";
  /** @param {string} scheme */
  const apply = (scheme) => {
    if (scheme === "light" || scheme === "dark") root.dataset.theme = scheme;
    else delete root.dataset.theme;
  };
  apply(kept.get("theme") ?? "auto");
  root.classList.remove("no-js");

  ready(() => {
    /** @type {HTMLButtonElement | null} */
    const button = document.querySelector(".td-theme");
    const name = button?.querySelector(".td-said");
    if (!button || !name) return;
    const label = () => { name.textContent = `${button.title}: ${button.dataset[current()] ?? current()}`; };
    button.addEventListener("click", () => {
      const next = schemes[(schemes.indexOf(current()) + 1) % schemes.length];
      apply(next);
      kept.set("theme", next === "auto" ? null : next);
      label();
    });
    label();
    button.hidden = false;
  });
}
