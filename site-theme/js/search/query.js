// What a query asks for.

/** Factors of the forms that stand for a word. */
const FORM = { stem: 0.55, stemOnly: 0.95, stemFit: 0.85, synonym: 0.8, prefix: 0.75, prefixMore: 0.6, edit: 0.7, editFirst: 0.5, edits: 0.4 };

/**
 * Filters as `service:payments-api` apart from words. A filter that names nothing of the index is text.
 * @param {string} text @param {(filter: string[]) => boolean} isKnown
 */
function readQuery(text, isKnown) {
  /** @type {string[][]} */
  const filters = [], unknown = [];
  const rest = text.replace(/(^|\s)(service|owner|kind|lifecycle|type|tag):(?:"([^"]*)"|(\S+))/gi, (all, _, facet, quoted, plain) => {
    const filter = [facet, quoted ?? plain].map((part) => part.toLowerCase()), is = isKnown(filter);
    (is ? filters : unknown).push(filter);
    return is ? " " : all;
  });
  const found = tokens(rest);
  const ofKind = (wanted) => found.filter(([, kind]) => kind === wanted).map(([word]) => word), words = ofKind(0);
  const unique = [...new Set(words)], content = contentOf(found);
  return {
    filters, unknown, words, content: (content.length ? content : unique).slice(0, 12),
    wholes: wholesOf(ofKind(2), words),
    last: words.at(-1) ?? "",
  };
}

/** Words that say something, each once. @param {ReturnType<typeof tokens>} found */
const contentOf = (found) => [...new Set(found.filter(([word, kind]) => !kind && !STOP.has(word)).map(([word]) => word))];

/** The places of a source's name in a query that asks for all of it and for more than what kind of page it is. */
function namesIn({ words: name, type }, words) {
  const places = name.map((word) => words.findIndex((one) => one.word === word));
  return places.includes(-1) || words.every(({ word }, i) => places.includes(i) || word === type) ? [] : places;
}

/** Identifiers, and what a few words make when they are written as one: `max properties` asks for `maxProperties` too. */
function wholesOf(wholes, words) {
  const joined = words.join("");
  if (words.length > 1 && words.length < 5 && /^[a-z0-9]{5,40}$/.test(joined)) wholes.push(joined);
  return [...new Set(wholes)].slice(0, 6);
}

/**
 * The terms that stand for each word of a query, with a factor each, and what was corrected. While the last word is
 * being typed (`quick`), only its beginnings are looked for.
 * @param {Shards} shards @param {ReturnType<typeof readQuery>} query @param {boolean} quick
 */
async function expand(shards, query, quick) {
  const plans = query.content.map((word) => {
    const isLast = word === query.last;
    return { word, isLast, places: quick && isLast ? { stem: [], prefix: shards.places("t", word, 1) } : placesOf(shards, word, isLast) };
  });
  const kin = synonymsOf(shards.root.synonyms, query.content), others = [...quick ? [] : query.wholes, ...kin.flat()];
  const places = [...plans.flatMap(({ places: { stem, prefix } }) => [...stem, ...prefix]), ...others.flatMap((word) => shards.places("t", word, 1))];
  await shards.load("t", places);
  /** @type {{ word: string, forms: { entry: any, factor: number, form: string }[] }[]} */
  const words = plans.map((plan, i) => ({ word: plan.word, forms: formsOf(shards, plan, kin[i]) }));
  await Promise.all(words.map(async (item) => {
    if (needsCorrection(item) && !(quick && item.word === query.last)) await correct(shards, item);
  }));
  const wholes = query.wholes.map((whole) => ({ forms: [{ entry: shards.entry(whole) }] })).filter(({ forms: [{ entry }] }) => entry);
  return { words, wholes };
}

function placesOf(shards, word, isLast) {
  const prefix = stemPrefix(stem(word));
  const canStem = prefix.length > 2 && /^[a-z]{4,}$/.test(word);
  return {
    stem: shards.places("t", canStem ? prefix : word, canStem ? 2 : 1, word),
    prefix: isLast && word.length > 1 ? shards.places("t", word, 2) : [],
  };
}

/** For each word of a query the words that the site's synonyms put beside it. */
function synonymsOf(groups, content) {
  return content.map((word) => groups.filter((group) => group.includes(word)).flat().filter((other) => other !== word));
}

function formsOf(shards, { word, isLast, places }, synonyms) {
  const forms = new Map();
  const add = (entry, factor, form) => { if (entry && !forms.has(entry.term)) forms.set(entry.term, { entry, factor, form }); };
  add(shards.entry(word), 1, "exact");
  const root = stem(word);
  if (/^[a-z]{4,}$/.test(word)) for (const entry of shards.entries(stemPrefix(root), places.stem)) {
    if (stem(entry.term) === root) add(entry, FORM.stem, "stem");
  }
  for (const other of synonyms) add(shards.entry(other), FORM.synonym, "synonym");
  const isFound = forms.size > 0;
  let count = 0;
  if (isLast && word.length > 1) for (const entry of shards.entries(word, places.prefix)) {
    if (count++ === 200) break;
    add(entry, (isFound ? FORM.prefixMore : FORM.prefix) * Math.sqrt(word.length / entry.term.length), "prefix");
  }
  return [...forms.values()];
}

/** In how many sections the commonest form of a word stands. @param {{ forms: any[] }} word */
const commonest = ({ forms }) => Math.max(0, ...forms.map(({ entry }) => entry.sections));

/** Marks what is read whole: the rarest of words, or of identifiers, but for its beginnings; of equals the first. @param {{ forms: any[] }[]} words */
function readWhole(words) {
  const [rarest] = words.filter(commonest).sort((a, b) => commonest(a) - commonest(b));
  for (const form of rarest?.forms ?? []) form.isWhole = form.form !== "prefix";
}

/** Letters only, and nothing like it found. */
function needsCorrection({ word, forms }) {
  return word.length >= 4 && word.length <= 24 && /^\D/.test(word) && !forms.some(({ form, factor }) => form !== "prefix" || factor >= 0.7);
}

async function correct(shards, item) {
  const found = await corrections(shards, item.word);
  await shards.load("t", found.flatMap(({ found: word }) => shards.places("t", word, 1)));
  for (const { found: word, edits } of found) {
    const entry = shards.entry(word);
    if (!entry || item.forms.some((form) => form.entry.term === entry.term)) continue;
    const factor = edits > 1 ? FORM.edits : word[0] === item.word[0] ? FORM.edit : FORM.editFirst;
    item.forms.push({ entry, factor, form: "correction" });
  }
}
