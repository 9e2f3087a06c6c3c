// Our search for a benchmark that drives search clients in a browser: `init`, then `search` for each query.
// The module's address is what the header of every page names in `data-search`; here it is `assets/search.js`.
let last = "";

/** @param {string} base */
export async function init(base) {
  const { open } = await import(base + "assets/search.js");
  return open(base);
}

/** How many results the dialog shows until a reader goes on. */
const SHOWN = 5;

/**
 * Asks as the dialog does: for addresses and titles alone while letters are added one by one, and for the results that it
 * shows at first. What a reader who goes on fetches is not measured.
 */
export async function search(index, text, limit) {
  const isTyping = text.length === last.length + 1 && text.startsWith(last);
  last = text;
  const { hits } = await index.search(text, { limit: Math.min(limit, SHOWN), quick: isTyping });
  return hits.map(({ url }) => "/" + url);
}
