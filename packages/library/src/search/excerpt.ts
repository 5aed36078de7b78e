import { foldWords } from './grams.ts';

/** A stretch of words, and whether it is what was looked for. */
export interface ExcerptPart {
  readonly text: string;
  readonly hit: boolean;
}

const before = 24;
const longest = 120;

interface Folded {
  readonly text: string;
  /** For each unit of the folded text the place in the words that it came from. */
  readonly places: readonly number[];
}

function fold(words: string): Folded {
  let text = '';
  const places: number[] = [];
  let at = 0;
  for (const character of words) {
    const folded = foldWords(character);
    text += folded;
    for (let i = 0; i < folded.length; i++) places.push(at);
    at += character.length;
  }
  return { text, places };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Places of the terms in the words, in order, none within another. */
function hitsIn(words: string, terms: readonly string[]): readonly Stretch[] {
  const { text, places } = fold(words);
  const found: Stretch[] = [];
  for (const term of terms)
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
      const last = places[at + term.length - 1] ?? words.length - 1;
      const [character = ''] = words.slice(last);
      found.push({ start: places[at] ?? 0, end: last + character.length });
    }
  const ordered = found.sort((a, b) => a.start - b.start || b.end - a.end);
  let until = 0;
  return ordered.filter(({ start, end }) => {
    if (start < until) return false;
    until = end;
    return true;
  });
}

/** Words around the first place where a term stands, with every term in them marked; their beginning where none stands. */
export function excerptOf(words: string, terms: readonly string[]): readonly ExcerptPart[] {
  const hits = hitsIn(words, terms);
  const from = Math.max(0, (hits[0]?.start ?? 0) - before);
  const to = Math.min(words.length, Math.max(from + longest, hits[0]?.end ?? 0));
  const parts: ExcerptPart[] = [];
  let at = from;
  for (const { start, end } of hits) {
    if (end > to) break;
    parts.push({ text: words.slice(at, start), hit: false });
    parts.push({ text: words.slice(start, end), hit: true });
    at = end;
  }
  parts.push({ text: words.slice(at, to), hit: false });
  const [first, ...rest] = parts.filter(({ text }) => text !== '');
  const shown = first === undefined ? [] : [first, ...rest];
  return [
    ...(from > 0 ? [{ text: '…', hit: false }] : []),
    ...shown,
    ...(to < words.length ? [{ text: '…', hit: false }] : []),
  ];
}
