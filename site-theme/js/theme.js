/**
 * Shared by the files after this one, which are joined into one module.
 *
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

/** What the frame says, in the page's language. */
const words = document.body.dataset;

/** @param {string} text read out by screen readers */
const say = (text) => {
  const status = document.getElementById("__status");
  if (status) status.textContent = text;
};

/** The element that the address names, if any. @returns {HTMLElement | null} */
const target = () => {
  try { return document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return null; }
};

/** @param {string} path of an outline in a box of 24 by 24 @returns {SVGSVGElement} */
const icon = (path) => {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "td-icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS(space, "path"));
  svg.firstElementChild?.setAttribute("d", path);
  return svg;
};

/** @param {string} name @param {Node} content @returns {HTMLButtonElement} */
const iconButton = (name, content) => {
  const button = document.createElement("button");
  button.type = "button";
  button.title = name;
  button.setAttribute("aria-label", name);
  button.append(content);
  return button;
};

/**
 * Does something to elements when they come near the view, so that a page of hundreds is not held up by all of them and the
 * keyboard finds what was done.
 *
 * @template {Element} T @param {T[]} elements @param {(element: T) => void} act
 */
const whenNear = (elements, act) => {
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target: element } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(element);
      act(/** @type {T} */ (element));
    }
  }, { rootMargin: "200%" });
  for (const element of elements) near.observe(element);
};

// Colour scheme: as the system or the site has it, until the reader chooses.
{
  const root = document.documentElement;
  const schemes = ["auto", "light", "dark"];
  const current = () => (schemes.includes(root.dataset.theme ?? "") ? root.dataset.theme ?? "auto" : "auto");
  /** @type {HTMLButtonElement | null} */
  const button = document.querySelector(".td-theme");
  const name = button?.querySelector(".td-said");
  /** The browser's own bars take the colour of the page, where that is not the system's. */
  const tint = () => {
    const ground = getComputedStyle(document.body).backgroundColor;
    for (const bar of document.querySelectorAll("meta[name='theme-color']")) bar.setAttribute("content", ground);
  };
  if (root.dataset.theme) tint();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tint);
  if (button && name) {
    const label = () => { name.textContent = `${button.title}: ${button.dataset[current()] ?? current()}`; };
    button.addEventListener("click", () => {
      root.dataset.theme = schemes[(schemes.indexOf(current()) + 1) % schemes.length];
      kept.set("theme", current());
      tint();
      label();
    });
    label();
  }
  addEventListener("storage", (event) => {
    if (event.key === "techdocs.theme") root.dataset.theme = event.newValue ?? "auto";
  });
}
