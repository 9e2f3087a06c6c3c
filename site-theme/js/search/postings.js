// Postings, read into arrays that ranking runs over. All queries use the same arrays, so that none leaves anything behind.

/** Nothing, and what the 32 levels of the index stand for, as in Impact.swift. */
const LEVELS = Float64Array.from({ length: 33 }, (_, level) => level && Math.round(60 * 1.2 ** (level - 1)) / 1000);

const saturated = (weight) => weight / (RANK.saturation + weight) * (RANK.saturation + 1);

/** @param {Float64Array} array */
function raise(array, at, value) { if (array[at] < value) array[at] = value; }

/** Every page with a match, and its sections, by what each word is worth in them. */
class Matches {
  /** @param {number} pages the numbers that pages may have */
  constructor(pages) {
    /** By page number: its place + 1, 0 for none. */
    this.places = new Int32Array(pages);
    this.pageCount = this.sectionCount = this.words = 0;
    // By place: number, first section (-1 for none), worth of whole identifiers; for each word, worth of title and address.
    this.pages = this.first = new Int32Array(0);
    this.bonus = this.base = new Float64Array(0);
    // By section: ordinal, the page's next section, words of its heading, worth of whole identifiers; for each word, worth and fit.
    this.ordinals = this.next = this.headings = new Int32Array(0);
    this.bonuses = this.values = this.fits = new Float64Array(0);
  }

  /** Makes room for so many numbers in arrays of its own. @param {number} least @param {string[]} names */
  grow(least, ...names) {
    for (const name of names) this[name] = wider(this[name], Math.max(512, 2 * least));
  }

  /** Empties it for a query of so many words. @param {number} words */
  start(words) {
    for (let i = 0; i < this.pageCount; i++) this.places[this.pages[i]] = 0;
    this.pageCount = this.sectionCount = 0;
    this.words = words;
  }

  /** The place of a page, made where it has none. @param {number} number */
  place(number) {
    const known = this.places[number], { words } = this;
    if (known > 0) return known - 1;
    if (known === undefined) throw trouble("damaged");
    const place = this.pageCount++;
    if (place >= this.pages.length) this.grow(place, "pages", "first", "bonus");
    if (this.base.length < (place + 1) * words) this.grow((place + 1) * words, "base");
    this.base.fill(0, place * words, (place + 1) * words);
    this.places[number] = place + 1;
    this.pages[place] = number, this.first[place] = -1, this.bonus[place] = 0;
    return place;
  }

  /** A section of a page, looked for behind one that comes before it (-1 for none), and made where it is not. */
  section(place, ordinal, before) {
    let at = before < 0 ? this.first[place] : this.next[before];
    while (at >= 0 && this.ordinals[at] < ordinal) before = at, at = this.next[at];
    if (at >= 0 && this.ordinals[at] === ordinal) return at;
    const made = this.sectionCount++, { words } = this;
    if (made >= this.ordinals.length) this.grow(made, "ordinals", "next", "headings", "bonuses");
    if (this.values.length < (made + 1) * words) this.grow((made + 1) * words, "values", "fits");
    for (const array of [this.values, this.fits]) array.fill(0, made * words, (made + 1) * words);
    this.ordinals[made] = ordinal, this.next[made] = at, this.headings[made] = this.bonuses[made] = 0;
    if (before < 0) this.first[place] = made; else this.next[before] = made;
    return made;
  }

  /**
   * Adds the postings of one term: as a form of a word, with what that is worth in a heading as `fit`, or (`word` -1) as a whole
   * identifier that is worth `factor` where it stands.
   * @param {{ bytes: Uint8Array, page: number }[]} runs @param {(page: number) => boolean} isAllowed
   */
  add(word, runs, factor, fit, isAllowed) {
    for (const { bytes, page, isWhole } of runs) {
      const r = new Reader(bytes);
      for (let number = page; r.at < bytes.length;) {
        const head = r.varint(), form = head & 3;
        number += head >> 2;
        const said = form > 1 ? r.byte() : -1, own = said < 0 || isWhole && said & 64 ? 0 : (said & 31) + 1, place = isAllowed(number) ? this.place(number) : -1;
        if (own && place >= 0) {
          if (word < 0) this.bonus[place] += factor; else raise(this.base, place * this.words + word, factor * saturated(LEVELS[own]));
        }
        const count = form & 1 ? r.varint() : form ? 0 : 1;
        for (let i = 0, ordinal = -1, section = -1; i < count; i++) {
          ordinal += r.varint() + 1;
          const byte = r.byte(), heading = byte & 32 ? r.byte() : 0;
          if (place < 0) continue;
          section = this.section(place, ordinal, section);
          this.addSection(section, word, factor, own, (byte & 31) + 1, fit, heading);
        }
      }
    }
  }

  /** Levels as they are in the index, for a number with a fraction would be an object. */
  addSection(section, word, factor, own, level, fit, heading) {
    if (word < 0) { this.bonuses[section] += factor; return; }
    const at = section * this.words + word;
    raise(this.values, at, factor * saturated(LEVELS[own] + LEVELS[level]));
    if (!heading) return;
    raise(this.fits, at, fit);
    this.headings[section] = heading;
  }

  /** Whether some section holds every word as it was asked for, beginning of the last included. */
  get isComplete() {
    const { words } = this;
    for (let place = 0; place < this.pageCount; place++) {
      let at = this.first[place];
      do {
        let word = 0;
        while (word < words && (this.base[place * words + word] > 0 || at >= 0 && this.values[at * words + word] > 0)) word++;
        if (word === words) return true;
        if (at >= 0) at = this.next[at];
      } while (at >= 0);
    }
    return false;
  }
}
