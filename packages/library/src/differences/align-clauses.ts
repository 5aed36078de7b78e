import { entriesIn } from '@luodi/language';
import type { Clause } from '@luodi/language';
import { Likeness } from './likeness.ts';

/** A clause of the earlier version and what became of it. */
export interface ClausePair {
  readonly earlier: Clause | undefined;
  readonly later: Clause | undefined;
}

function wordsOf({ passages }: Clause): string {
  return passages.map(({ quote }) => quote.text).join('');
}

/** `一、（三）提升知识产权竞争力` without its number: clauses move. */
function nameOf({ heading }: Clause): string {
  return heading.replace(/^[一二三四五六七八九十百、（）()第条章节\d.．\s]+/u, '');
}

/** Names of what stands under a clause: the same measure or indicator tells more than words that were rewritten. */
function entryNames({ passages }: Clause): ReadonlySet<string> {
  return new Set(
    passages.flatMap(({ blocks }) =>
      blocks.flatMap((block) => entriesIn(block).map(({ entry }) => entry.name)),
    ),
  );
}

interface Portrait {
  readonly clause: Clause;
  readonly index: number;
  readonly words: Likeness;
  readonly name: Likeness;
  readonly entries: ReadonlySet<string>;
}

function portray(clauses: readonly Clause[]): readonly Portrait[] {
  return clauses.map((clause, index) => ({
    clause,
    index,
    words: new Likeness(wordsOf(clause)),
    name: new Likeness(nameOf(clause)),
    entries: entryNames(clause),
  }));
}

function sharedEntries(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const name of a) if (b.has(name)) shared++;
  return shared === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** Below this two clauses have nothing to do with each other. */
const leastLikeness = 0.3;

function likeness(a: Portrait, b: Portrait): number {
  return (
    (2 * a.words.to(b.words) + a.name.to(b.name) + 2 * sharedEntries(a.entries, b.entries)) / 3
  );
}

/**
 * Pairs the clauses of two versions, the likest first, each at most once: by their words, their names without numbers, and the
 * rules under them. In the order of the later version; what only the earlier has stands where it stood.
 */
export function alignClauses(
  earlier: readonly Clause[],
  later: readonly Clause[],
): readonly ClausePair[] {
  const before = portray(earlier);
  const after = portray(later);
  const candidates = before
    .flatMap((a) => after.map((b) => ({ a, b, likeness: likeness(a, b) })))
    .filter((candidate) => candidate.likeness >= leastLikeness)
    .sort((x, y) => y.likeness - x.likeness || x.a.index - y.a.index || x.b.index - y.b.index);
  const laterOf = new Map<Portrait, Portrait>();
  const earlierOf = new Map<Portrait, Portrait>();
  for (const { a, b } of candidates) {
    if (laterOf.has(a) || earlierOf.has(b)) continue;
    laterOf.set(a, b);
    earlierOf.set(b, a);
  }
  return inOrder(before, after, laterOf, earlierOf);
}

function inOrder(
  before: readonly Portrait[],
  after: readonly Portrait[],
  laterOf: ReadonlyMap<Portrait, Portrait>,
  earlierOf: ReadonlyMap<Portrait, Portrait>,
): readonly ClausePair[] {
  const pairs: ClausePair[] = [];
  let next = 0;
  const dropUntil = (stop: number) => {
    for (; next < stop; next++) {
      const gone = before[next];
      if (gone !== undefined && !laterOf.has(gone))
        pairs.push({ earlier: gone.clause, later: undefined });
    }
  };
  for (const b of after) {
    const a = earlierOf.get(b);
    if (a !== undefined) dropUntil(a.index);
    pairs.push({ earlier: a?.clause, later: b.clause });
  }
  dropUntil(before.length);
  return pairs;
}
