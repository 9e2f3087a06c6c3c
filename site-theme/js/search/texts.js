// The texts of the best results: what they are called, where they lead, and how near the words stand to each other.

const CLOSE = { phrase: 0.5, pairs: 0.35, near: 0.25 };

/** The texts of some neighbouring pages. @param {Reader} r */
function readBlock(r) {
  return r.list(r.varint(), () => ({
    url: r.string(), title: r.string(), crumbs: r.string().split("\u001f").filter((crumb) => crumb),
    sections: r.list(r.varint(), () => ({ anchor: r.string(), heading: r.string(), text: r.string() })),
  }));
}

/** Addresses and titles of 64 pages. @param {Reader} r */
function readCard(r) {
  const titles = [], urls = r.terms(Infinity, () => titles.push(r.string()));
  return urls.map((url, i) => ({ url, title: titles[i] }));
}

/** The block that holds a section: its number, and the page's place in it. */
function blockOf(source, page, section) {
  const { blocks } = source;
  let low = 0, high = blocks.length;
  while (low < high) {
    const middle = low + high >> 1, start = blocks[middle];
    if (start.page < page || start.page === page && start.section <= section) low = middle + 1; else high = middle;
  }
  const start = blocks[low - 1];
  return { number: low - 1, place: page - start.page, first: start.page === page ? start.section : 0 };
}

/** The part of a page that a block holds. @param {Files} files */
async function textOf(files, source, page, section) {
  const { number, place, first } = blockOf(source, page - source.base, section);
  const block = await files.get(`f/${source.folder}/${number}.bin`, readBlock);
  return { ...block[place], first };
}

/**
 * How much a section's score grows because the words stand together, in whatever form they are found: 1 when they do not.
 * @param {string} heading @param {string} text
 * @param {{ words: string[], content: string[] }} query @param {Map<string, number>} forms by term the place of its word in `content`
 */
function closeness(heading, text, { words, content }, forms) {
  if (words.length < 2) return 1;
  const terms = [];
  const take = (token, kind) => { if (kind === 0) terms.push(token); };
  eachToken(heading, take), eachToken(text, take);
  const found = terms.map((term) => words.includes(term) ? term : content[forms.get(term)] ?? term), count = content.length;
  const next = words.slice(1).filter((word, i) => found.some((token, at) => token === words[i] && found[at + 1] === word)).length;
  const isPhrase = next === words.length - 1 && found.some((_, at) => words.every((word, i) => found[at + i] === word));
  const pairs = next / (words.length - 1);
  return 1 + (isPhrase ? CLOSE.phrase : 0) + CLOSE.pairs * pairs * pairs + (count > 1 ? CLOSE.near * nearness(terms, forms, count) : 0);
}

/** 1 when all words stand side by side, less the wider the narrowest window with all of those that occur. */
function nearness(found, forms, count) {
  const places = found.map((token, at) => [at, forms.get(token)]).filter(([, word]) => word !== undefined);
  const distinct = new Set(places.map(([, word]) => word)).size;
  if (distinct < 2) return 0;
  const open = new Map();
  let from = 0, width = Infinity;
  for (const [at, word] of places) {
    open.set(word, (open.get(word) ?? 0) + 1);
    while (open.size === distinct) {
      width = Math.min(width, at - places[from][0] + 1);
      const first = places[from++][1];
      if (open.get(first) === 1) open.delete(first); else open.set(first, open.get(first) - 1);
    }
  }
  return distinct / count * (distinct / width);
}
