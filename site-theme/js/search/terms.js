// From the words of a query to the terms of the index: exact forms, kindred forms, beginnings, corrections.

/** The last place in `terms` that is not after `term`. @param {Terms} terms @param {string} term */
function placeOf(terms, term) {
  let low = 0, high = terms.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (terms.at(middle) <= term) low = middle + 1; else high = middle;
  }
  return low - 1;
}

/** The places of the terms that begin with `prefix`. @param {Terms} terms @param {string} prefix */
function* placesBelow(terms, prefix) {
  let at = placeOf(terms, prefix);
  if (at < 0 || terms.at(at) < prefix) at++;
  for (; at < terms.length && terms.at(at).startsWith(prefix); at++) yield at;
}

/** Shards as a query needs them. */
class Shards {
  /** @param {Files} files @param {ReturnType<typeof readRoot>} root */
  constructor(files, root) {
    this.files = files;
    this.root = root;
    /** What has arrived, by place. */
    this.here = { t: new Map(), w: new Map(), r: new Map() };
  }

  /** The places of the shards that hold what begins with `prefix`, at most `most`, those next to `near` first. */
  places(letter, prefix, most, near = prefix) {
    const { separators } = this.root.families[letter];
    if (!separators.length) return [];
    const first = placeOf(separators, prefix), last = placeOf(separators, prefix + "\u{10ffff}");
    const own = Math.min(Math.max(placeOf(separators, near), first), last);
    const start = Math.max(first, Math.min(own - (most >> 1), last - most + 1));
    return Array.from({ length: Math.min(most, last - start + 1) }, (_, i) => start + i);
  }

  /** Waits for shards. @param {string} letter @param {number[]} places */
  async load(letter, places) {
    const here = this.here[letter];
    await Promise.all(places.map(async (place) => {
      here.set(place, await this.files.get(`${letter}/${this.root.families[letter].names[place]}.bin`, (r) => letter === "t" ? new TermShard(r) : r.terms(r.varint(), () => r.byte())));
    }));
  }

  /** The entry of a term; undefined when the index or what has arrived of it has none. @param {string} term */
  entry(term) {
    const shard = this.here.t.get(placeOf(this.root.families.t.separators, term));
    if (!shard) return undefined;
    const at = placeOf(shard.terms, term);
    return at >= 0 && shard.terms.at(at) === term ? shard.entry(at) : undefined;
  }

  /** The entries that begin with `prefix`, in order, of what has arrived. @param {string} prefix */
  *entries(prefix, places) {
    for (const place of places) {
      const shard = this.here.t.get(place);
      if (shard) for (const at of placesBelow(shard.terms, prefix)) yield shard.entry(at);
    }
  }

  /**
   * The postings of an entry: bytes, and the page that each run counts from. Where there are many some are mentions; read whole, files of their own stand for these.
   * @returns {Promise<{ bytes: Uint8Array, page: number, isWhole?: boolean }[]>}
   */
  async postings({ shard: { bytes, numbers }, at, isLong }, isWhole) {
    const own = bytes.subarray(numbers[at], numbers[at + 3]), r = new Reader(own), brief = { bytes: isLong ? r.take(r.varint()) : own, page: 0, isWhole };
    return [brief, ...await Promise.all(!isLong || !isWhole ? [] : r.list(r.varint(), () => {
      const page = r.varint();
      return this.files.get(`t/${r.name()}.bin`, (file) => ({ bytes: file.bytes, page }));
    }))];
  }
}

/** Whether one edit makes `a` of `b`, or two; 0 for the same, 3 for more than two. A swap of neighbours is one. */
function distance(a, b) {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before = [], previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, previous] = [previous, row];
  }
  return Math.min(previous[b.length], 3);
}

const reversed = (word) => Array.from(word).reverse().join("");

/**
 * Words of the index one edit from a mistyped one, or two edits from a long one: `[word, edits]`, the commonest first.
 *
 * One edit leaves the first letters as they are, or the last, so all candidates stand in two places of the dictionary.
 * @param {Shards} shards @param {string} word
 */
async function corrections(shards, word) {
  const tail = (word.length - 1) >> 1, head = word.length - 1 - tail;
  const start = word.slice(0, head), end = reversed(word.slice(word.length - tail));
  const forward = shards.places("w", start, 2, word), backward = shards.places("r", end, 2, reversed(word));
  await Promise.all([shards.load("w", forward), shards.load("r", backward)]);
  /** @type {Map<string, number>} */
  const candidates = new Map();
  const take = (letter, places, prefix, word) => places.forEach((place) => {
    const terms = shards.here[letter].get(place);
    for (const at of placesBelow(terms, prefix)) candidates.set(word(terms.at(at)), terms.values[at]);
  });
  take("w", forward, start, (found) => found), take("r", backward, end, reversed);
  const near = [...candidates].map(([found, weight]) => ({ found, weight, edits: distance(word, found) }));
  const least = near.some(({ edits }) => edits === 1) ? 1 : word.length >= 8 ? 2 : 0;
  return near.filter(({ edits }) => edits > 0 && edits <= least)
    .sort((a, b) => b.weight - a.weight || (a.found < b.found ? -1 : 1)).slice(0, 8);
}
