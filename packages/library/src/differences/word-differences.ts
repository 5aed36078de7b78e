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

/** Cuts a text into words, figures whole. Joined they are the text. */
function cut(text: string): readonly string[] {
  const words: string[] = [];
  let at = 0;
  const plain = (until: number) => {
    for (const { segment } of segmenter.segment(text.slice(at, until))) words.push(segment);
  };
  for (const match of text.matchAll(figure)) {
    plain(match.index);
    words.push(match[0]);
    at = match.index + match[0].length;
  }
  plain(text.length);
  return words;
}

/** Cuts a text into words, figures whole; white space is layout and left out. */
export function wordsIn(text: string): readonly string[] {
  return cut(text.replace(/\s+/gu, ''));
}

function compare(
  earlier: readonly string[],
  later: readonly string[],
  comparator: (a: string, b: string) => boolean,
): readonly WordRun[] {
  return diffArrays([...earlier], [...later], { comparator }).map(
    ({ added, removed, value }): WordRun => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  );
}

/**
 * How the later text came from the earlier, word by word; full and half width are one. Joined, `same` and `added` are the later text,
 * `same` and `removed` the earlier.
 */
export function compareWords(earlier: string, later: string): readonly WordRun[] {
  return compare(
    wordsIn(earlier),
    wordsIn(later),
    (a, b) => a === b || a.normalize('NFKC') === b.normalize('NFKC'),
  );
}

/**
 * The same of two texts to the letter: white space and width count. For fields, which are shown beside each other as they are written
 * and are the same only when nothing in them differs.
 */
export function compareLetters(earlier: string, later: string): readonly WordRun[] {
  return compare(cut(earlier), cut(later), (a, b) => a === b);
}
