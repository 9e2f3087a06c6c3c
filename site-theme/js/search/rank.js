// Which sections and pages answer best. Ranking.swift does the same sums in the same order.

const RANK = { saturation: 1.2, coverageFloor: 0.25, lead: 1.08, next: 0.1, whole: 1.5, named: 3 };

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

/**
 * The best pages in the order of their scores, each with its four best sections in the order of theirs.
 * @param {Matches} matches @param {number[]} rarities of the words @param {(page: number) => number} boost
 * @param {(page: number) => number[]} namedBy the words that name the page's source, and so count the same on all its pages @param {number} limit
 * @returns {{ page: number, score: number, sections: { ordinal: number, score: number }[] }[]}
 */
function rank(matches, rarities, boost, namedBy, limit) {
  let total = 0;
  for (const value of rarities) total += value;
  const best = [], scores = [0, 0, 0, 0], ordinals = [0, 0, 0, 0];
  let count = 0;
  const keep = (score, ordinal) => {
    let at = count < 4 ? count++ : 3;
    if (at === 3 && count === 4 && scores[3] >= score && ordinals[3] >= 0) return;
    for (; at > 0 && scores[at - 1] < score; at--) scores[at] = scores[at - 1], ordinals[at] = ordinals[at - 1];
    scores[at] = score, ordinals[at] = ordinal;
  };
  for (let place = 0; place < matches.pageCount; place++) {
    count = 0;
    ordinals[3] = -1;
    const page = matches.pages[place], names = namedBy(page);
    let at = matches.first[place];
    if (at < 0 || matches.ordinals[at] > 0) keep(scored(matches, place, -1, 0, rarities, total, names), 0);
    for (; at >= 0; at = matches.next[at]) keep(scored(matches, place, at, matches.ordinals[at], rarities, total, names), matches.ordinals[at]);
    let score = scores[0];
    for (let i = 1; i < count; i++) score += RANK.next * scores[i];
    score *= boost(page);
    const isWorse = (other) => other.score < score || other.score === score && other.page > page;
    let to = best.length;
    for (; to > 0 && isWorse(best[to - 1]); to--) best[to] = best[to - 1];
    if (to < limit) best[to] = { page, score, sections: ordinals.slice(0, count).map((ordinal, i) => ({ ordinal, score: scores[i] })) };
    if (best.length > limit) best.pop();
  }
  return best;
}

/** @param {Matches} matches @param {number} section -1 for one in which nothing was found */
function scored(matches, place, section, ordinal, rarities, total, names) {
  const { words } = matches, own = place * words, at = section * words;
  let score = matches.bonus[place] + (section < 0 ? 0 : matches.bonuses[section]), covered = 0, fit = 0, asked = 0;
  for (let word = 0; word < words; word++) {
    const isName = names.includes(word), isPage = section < 0 || isName, base = isName ? RANK.named : matches.base[own + word];
    const fits = isPage ? 0 : matches.fits[at + word], value = isPage ? base : Math.max(base, matches.values[at + word]);
    // A word that the page's title or address answers need not stand in the section's heading too.
    if (base === 0 || fits > 0) asked++;
    if (value === 0) continue;
    score += rarities[word] * value;
    covered += rarities[word];
    fit += fits;
  }
  const share = total > 0 ? covered / total : 0;
  score *= RANK.coverageFloor + (1 - RANK.coverageFloor) * share * share;
  if (fit > 0) score *= 1 + fit / asked * Math.min(1, fit / matches.headings[section]);
  return ordinal === 0 ? score * RANK.lead : score;
}
