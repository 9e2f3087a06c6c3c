// The texts of the best results: what they are called, where they lead, and how near the words stand to each other.

const CLOSE = { phrase: 0.5, pairs: 0.35, near: 0.25 };

/** The block that holds a section: its number, and the page's place in it. */
function blockOf(source, page, section) {
  const number = source.blocks.findLastIndex((start) => start.page < page || start.page === page && start.section <= section), start = source.blocks[number];
  return { number, place: page - start.page, first: start.page === page ? start.section : 0 };
}

/** The part of a page that a block holds, with some of its sections. @param {Files} files @param {{ ordinal: number }[]} wanted the best first */
async function textOf(files, source, page, wanted) {
  const { number, place, first } = blockOf(source, page - source.base, wanted[0].ordinal), r = new Reader(await files.get(`f/${source.folder}/${number}.bin`, ({ bytes }) => bytes));
  r.varint();
  for (let i = 0; i < place; i++) r.skip(3), r.skip(3 * r.varint());
  const [url, title, crumbs] = r.list(3, () => r.string()), isWanted = (i) => wanted.some(({ ordinal }) => ordinal === first + i);
  const sections = r.list(r.varint(), (i) => isWanted(i) ? { anchor: r.string(), heading: r.string(), text: r.string() } : r.skip(3));
  return { url, title, crumbs: crumbs.split("\u001f").filter((crumb) => crumb), sections, first };
}

/**
 * How much a section's score grows because the words stand together, in whatever form they are found: 1 when they do not.
 * @param {string} heading @param {string} text
 * @param {{ words: string[], content: string[] }} query @param {Map<string, number>} forms by term the place of its word in `content`
 */
function closeness(heading, text, { words, content }, forms) {
  if (words.length < 2) return 1;
  // By place among all words of the text: those of the query.
  const found = new Map(), places = [];
  let place = 0;
  const take = (token, kind) => {
    if (kind) return;
    const form = forms.get(token), word = words.includes(token) ? token : content[form];
    if (word !== undefined) found.set(place, word);
    if (form !== undefined) places.push([place, form]);
    place++;
  };
  eachToken(heading, take), eachToken(text, take);
  const all = [...found.keys()];
  const next = words.slice(1).filter((word, i) => all.some((at) => found.get(at) === words[i] && found.get(at + 1) === word)).length;
  const isPhrase = all.some((at) => words.every((word, i) => found.get(at + i) === word));
  const pairs = next / (words.length - 1);
  return 1 + (isPhrase ? CLOSE.phrase : 0) + CLOSE.pairs * pairs * pairs + CLOSE.near * nearness(places, content.length);
}

/** 1 when all words stand side by side, less the wider the narrowest window with all of those that occur. */
function nearness(places, count) {
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
