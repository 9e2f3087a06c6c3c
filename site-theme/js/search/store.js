// What a reader's browser keeps; one that keeps nothing is no error. Keys as in theme.js.

/** @param {"localStorage" | "sessionStorage"} name */
const storeOf = (name) => ({
  /** @param {string} key @returns {string | null} */
  get(key) {
    try { return window[name].getItem(`techdocs.${key}`); } catch { return null; }
  },
  /** @param {string} key @param {string | null} value null forgets */
  set(key, value) {
    try {
      if (value === null) window[name].removeItem(`techdocs.${key}`); else window[name].setItem(`techdocs.${key}`, value);
    } catch { /* full or forbidden */ }
  },
});
const memory = storeOf("localStorage");
const visit = storeOf("sessionStorage");
