// Which sections and pages answer best. Ranking.swift does the same sums in the same order.

const RANK = { saturation: 1.2, coverageFloor: 0.25, heading: 1, lead: 1.08, next: 0.1, whole: 1.5 };

/** Every page with a match, and its sections, by what each word is worth in them. */
class Matches {
  /** @param {number} count of words */
  constructor(count) {
    this.count = count;
    /** @type {Map<number, { base: Float64Array, sections: Map<number, Section>, bonus: number }>} */
    this.pages = new Map();
  }

  page(number) {
    let page = this.pages.get(number);
    if (!page) this.pages.set(number, page = { base: new Float64Array(this.count), sections: new Map(), bonus: 0 });
    return page;
  }

  /** @returns {Section} */
  section(page, ordinal) {
    let section = page.sections.get(ordinal);
    if (!section) page.sections.set(ordinal, section = { values: new Float64Array(this.count), fits: new Float64Array(this.count), heading: 0, bonus: 0 });
    return section;
  }

  /** Adds one form of a word; `fit` is what it is worth in a heading. @param {Postings} postings @param {(page: number) => boolean} isAllowed */
  add(word, postings, factor, fit, isAllowed) {
    let from = 0;
    for (let i = 0; i < postings.pages.length; i++) {
      const end = postings.ends[i];
      if (isAllowed(postings.pages[i])) {
        const page = this.page(postings.pages[i]), own = postings.levels[i];
        if (own) page.base[word] = Math.max(page.base[word], factor * saturated(own));
        for (let at = from; at < end; at++) {
          const section = this.section(page, postings.ordinals[at]);
          section.values[word] = Math.max(section.values[word], factor * saturated(own + postings.sections[at]));
          if (!postings.headings[at]) continue;
          section.fits[word] = Math.max(section.fits[word], fit);
          section.heading = postings.headings[at];
        }
      }
      from = end;
    }
  }

  /** Whether some section holds every word as it was asked for, beginning of the last included. */
  get isComplete() {
    for (const page of this.pages.values()) {
      if (page.base.every((value) => value > 0)) return true;
      for (const section of page.sections.values()) if (section.values.every((value, word) => value > 0 || page.base[word] > 0)) return true;
    }
    return false;
  }

  /** Adds what a whole identifier is worth where it stands. */
  addWhole(postings, worth, isAllowed) {
    let from = 0;
    for (let i = 0; i < postings.pages.length; i++) {
      const end = postings.ends[i];
      if (isAllowed(postings.pages[i])) {
        const page = this.page(postings.pages[i]);
        if (postings.levels[i]) page.bonus += worth;
        for (let at = from; at < end; at++) this.section(page, postings.ordinals[at]).bonus += worth;
      }
      from = end;
    }
  }

  /** In how many sections each word stands; a page counts one where only its title or address has it. */
  frequencies() {
    const counts = new Array(this.count).fill(0);
    for (const page of this.pages.values()) {
      for (let word = 0; word < this.count; word++) {
        let sections = 0;
        for (const section of page.sections.values()) if (section.values[word] > 0) sections++;
        counts[word] += sections || (page.base[word] > 0 ? 1 : 0);
      }
    }
    return counts;
  }
}

const saturated = (weight) => weight / (RANK.saturation + weight) * (RANK.saturation + 1);

/**
 * The pages in the order of their scores, each with its sections in the order of theirs.
 * @param {Matches} matches @param {number[]} rarities of the words @param {(page: number) => number} boost
 */
function rank(matches, rarities, boost) {
  let total = 0;
  for (const value of rarities) total += value;
  const pages = [];
  for (const [number, page] of matches.pages) {
    if (!page.sections.has(0)) matches.section(page, 0);
    const sections = [];
    for (const [ordinal, section] of page.sections) {
      sections.push({ ordinal, score: scored(page, section, ordinal, rarities, total) });
    }
    sections.sort((a, b) => b.score - a.score || a.ordinal - b.ordinal);
    let score = sections[0].score;
    for (let i = 1; i < 4 && i < sections.length; i++) score += RANK.next * sections[i].score;
    pages.push({ page: number, score: score * boost(number), sections });
  }
  return pages.sort((a, b) => b.score - a.score || a.page - b.page);
}

function scored(page, section, ordinal, rarities, total) {
  let score = page.bonus + section.bonus, covered = 0, fit = 0, asked = 0;
  for (let word = 0; word < rarities.length; word++) {
    const value = Math.max(page.base[word], section.values[word]);
    // A word that the page's title or address answers need not stand in the section's heading too.
    if (page.base[word] === 0 || section.fits[word] > 0) asked++;
    if (value === 0) continue;
    score += rarities[word] * value;
    covered += rarities[word];
    fit += section.fits[word];
  }
  const share = total > 0 ? covered / total : 0;
  score *= RANK.coverageFloor + (1 - RANK.coverageFloor) * share * share;
  if (fit > 0) score *= 1 + RANK.heading * (fit / asked) * Math.min(1, fit / section.heading);
  return ordinal === 0 ? score * RANK.lead : score;
}
