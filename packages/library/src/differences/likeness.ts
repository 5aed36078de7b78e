/** Pairs of neighbouring characters of a text, each with how often it stands there. */
function bigrams(text: string): ReadonlyMap<string, number> {
  const bare = text.replace(/[\s\p{P}]+/gu, '');
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < bare.length; at++) {
    const pair = bare.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** A text made ready to be compared with many others. */
export class Likeness {
  private readonly pairs: ReadonlyMap<string, number>;
  private readonly size: number;

  constructor(text: string) {
    this.pairs = bigrams(text);
    this.size = [...this.pairs.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Dice's coefficient over character pairs: 0 nothing in common, 1 the same. Two texts too short to have pairs are unlike. */
  to(other: Likeness): number {
    const all = this.size + other.size;
    if (all === 0) return 0;
    let common = 0;
    for (const [pair, count] of this.pairs) common += Math.min(count, other.pairs.get(pair) ?? 0);
    return (2 * common) / all;
  }
}
