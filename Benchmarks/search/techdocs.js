// Our search for a benchmark that drives search clients in a browser: `init`, then `search` for each query.
// The module's address is what the header of every page names in `data-search`; here it is `assets/search.js`.
let last = "";

/** @param {string} base */
export async function init(base) {
  const { open } = await import(base + "assets/search.js");
  return open(base);
}

/** While letters are added one by one, the dialog asks for addresses and titles alone, and so does this. */
export async function search(index, text, limit) {
  const isTyping = text.length === last.length + 1 && text.startsWith(last);
  last = text;
  const { hits } = await index.search(text, { limit, quick: isTyping });
  return hits.map(({ url }) => "/" + url);
}
