// Postings, unpacked into arrays that ranking runs over.

/** What the 32 levels of the index stand for, as in Impact.swift. */
const LEVELS = [
  60, 72, 86, 104, 124, 149, 179, 215, 258, 310, 372, 446, 535, 642, 770, 924, 1109, 1331, 1597, 1917, 2300, 2760, 3312,
  3975, 4770, 5724, 6869, 8242, 9891, 11869, 14243, 17091,
].map((thousandths) => thousandths / 1000);

/**
 * @typedef {{ pages: number[], levels: number[], ends: number[], ordinals: number[], sections: number[], headings: number[] }} Postings
 * By page: its number, its own weight (0 for none) and where its sections end in the other three: ordinal, weight, and
 * words of the heading if the term stands in it, else 0.
 */

/** @param {Uint8Array[]} runs @param {number[]} starts the page that each run counts from @returns {Postings} */
function readPostings(runs, starts) {
  const all = { pages: [], levels: [], ends: [], ordinals: [], sections: [], headings: [] };
  runs.forEach((bytes, i) => readRun(new Reader(bytes), starts[i], all));
  return all;
}

/** @param {Reader} r @param {number} page @param {Postings} all */
function readRun(r, page, all) {
  while (r.at < r.bytes.length) {
    const head = r.varint(), form = head & 3;
    page += head >> 2;
    all.pages.push(page);
    all.levels.push(form > 1 ? LEVELS[r.byte() & 31] : 0);
    const count = form & 1 ? r.varint() : form ? 0 : 1;
    for (let i = 0, ordinal = -1; i < count; i++) {
      ordinal += r.varint() + 1;
      const byte = r.byte();
      all.ordinals.push(ordinal);
      all.sections.push(LEVELS[byte & 31]);
      all.headings.push(byte & 32 ? r.byte() : 0);
    }
    all.ends.push(all.ordinals.length);
  }
}

/** The natural logarithm by nothing but the four operations, so that every machine finds the same bits. */
function logarithm(x) {
  let twos = 0;
  while (x >= 2) { x /= 2; twos++; }
  const y = (x - 1) / (x + 1), square = y * y;
  let sum = 0;
  for (let n = 25; n > 0; n -= 2) sum = sum * square + 1 / n;
  return 2 * y * sum + twos * 0.6931471805599453;
}

/** How much a word says that `df` of `all` sections hold. */
const rarity = (df, all) => logarithm(1 + (Math.max(all - df, 0) + 0.5) / (df + 0.5));
