// The piece of a text that shows why it was found.

const EXCERPT = { length: 180, before: 40 };

/**
 * Text in pieces, true for those that were searched for: the window with the most of what is rare.
 * @param {{ text: string }} section @param {Map<string, number>} forms the word that each term stands for @param {number[]} rarities by word
 * @returns {[string, boolean][]}
 */
function excerptOf(section, forms, rarities) {
  const marks = [], { text } = section;
  eachToken(text, (token, kind, start, end) => {
    const word = forms.get(token);
    if (word !== undefined && kind < 2 && (!marks.length || start >= marks.at(-1).end)) marks.push({ word, start, end });
  });
  const from = windowStart(text, marks, rarities), to = Math.min(text.length, from + EXCERPT.length);
  return pieces(text, marks.filter(({ start, end }) => start >= from && end <= to), from, cutAfter(text, to));
}

function windowStart(text, marks, rarities) {
  let best = 0, start = 0;
  marks.forEach((mark, i) => {
    const words = new Set();
    for (let j = i; j < marks.length && marks[j].end <= mark.start + EXCERPT.length - EXCERPT.before; j++) words.add(marks[j].word);
    let worth = 0;
    for (const word of words) worth += rarities[word];
    if (worth > best) [best, start] = [worth, mark.start];
  });
  if (start <= EXCERPT.before) return 0;
  const space = text.indexOf(" ", Math.min(start - EXCERPT.before, Math.max(0, text.length - EXCERPT.length)));
  return space >= 0 && space < start ? space + 1 : start;
}

function cutAfter(text, to) {
  if (to >= text.length) return text.length;
  const space = text.lastIndexOf(" ", to);
  return space > to - 30 ? space : to;
}

function pieces(text, marks, from, to) {
  const all = [];
  let at = from;
  const take = (to, isMarked) => { if (to > at) all.push([text.slice(at, at = to), isMarked]); };
  for (const { start, end } of marks) if (start >= at && end <= to) take(start, false), take(end, true);
  take(to, false);
  if (all.length && from > 0) all.unshift(["… ", false]);
  if (to < text.length) all.push([" …", false]);
  return all;
}
