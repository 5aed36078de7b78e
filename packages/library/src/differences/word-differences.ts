import { diffArrays } from 'diff';

/** A stretch of words that both texts have, that only the earlier has, or that only the later has. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** A figure with its unit is one word: 20万元 becomes 30万元 as a whole, not 2 becomes 3. */
const figure =
  /[0-9０-９]+(?:[.,，．][0-9０-９]+)*\s*(?:万亿|亿|千万|百万|万|千)?(?:元|%|％|‰|年|月|日|家|个|项|人|天)?/gu;

/** Cuts a text into words, figures whole; white space is layout and left out. */
export function wordsIn(text: string): readonly string[] {
  const bare = text.replace(/\s+/gu, '');
  const words: string[] = [];
  let at = 0;
  const plain = (until: number) => {
    for (const { segment } of segmenter.segment(bare.slice(at, until))) words.push(segment);
  };
  for (const match of bare.matchAll(figure)) {
    plain(match.index);
    words.push(match[0]);
    at = match.index + match[0].length;
  }
  plain(bare.length);
  return words;
}

/**
 * How the later text came from the earlier, word by word; full and half width are one. Joined, `same` and `added` are the later text,
 * `same` and `removed` the earlier.
 */
export function compareWords(earlier: string, later: string): readonly WordRun[] {
  const comparator = (a: string, b: string) =>
    a === b || a.normalize('NFKC') === b.normalize('NFKC');
  return diffArrays([...wordsIn(earlier)], [...wordsIn(later)], { comparator }).map(
    ({ added, removed, value }): WordRun => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  );
}
