/**
 * Small sets of whole numbers from 0 to size − 1, thirty to a word, so that every word stays a small integer of the
 * engine and a set operation costs a few instructions. Sets are never changed once made; two sets that are combined must have
 * been made for the same size.
 */
export type BitSet = readonly number[];

const wordBits = 30;

/** The set of the given numbers, for numbers below `size`. */
export function bitSet(size: number, members: Iterable<number> = []): BitSet {
  const words = Array.from({ length: Math.ceil(size / wordBits) }, () => 0);
  for (const member of members) {
    const word = Math.floor(member / wordBits);
    words[word] = (words[word] ?? 0) | (1 << (member % wordBits));
  }
  return words;
}

export function contains(set: BitSet, member: number): boolean {
  return ((set[Math.floor(member / wordBits)] ?? 0) & (1 << (member % wordBits))) !== 0;
}

export function including(set: BitSet, member: number): BitSet {
  const words = set.slice();
  const word = Math.floor(member / wordBits);
  words[word] = (words[word] ?? 0) | (1 << (member % wordBits));
  return words;
}

export function excluding(set: BitSet, member: number): BitSet {
  const words = set.slice();
  const word = Math.floor(member / wordBits);
  words[word] = (words[word] ?? 0) & ~(1 << (member % wordBits));
  return words;
}

export function union(a: BitSet, b: BitSet): BitSet {
  const words: number[] = [];
  for (let i = 0; i < a.length; i++) words.push((a[i] ?? 0) | (b[i] ?? 0));
  return words;
}

export function intersection(a: BitSet, b: BitSet): BitSet {
  const words: number[] = [];
  for (let i = 0; i < a.length; i++) words.push((a[i] ?? 0) & (b[i] ?? 0));
  return words;
}

export function difference(a: BitSet, b: BitSet): BitSet {
  const words: number[] = [];
  for (let i = 0; i < a.length; i++) words.push((a[i] ?? 0) & ~(b[i] ?? 0));
  return words;
}

export function isEmpty(set: BitSet): boolean {
  for (const word of set) if (word !== 0) return false;
  return true;
}

export function intersects(a: BitSet, b: BitSet): boolean {
  for (let i = 0; i < a.length; i++) if (((a[i] ?? 0) & (b[i] ?? 0)) !== 0) return true;
  return false;
}

export function isSubset(a: BitSet, b: BitSet): boolean {
  for (let i = 0; i < a.length; i++) if (((a[i] ?? 0) & ~(b[i] ?? 0)) !== 0) return false;
  return true;
}

function onesIn(word: number): number {
  let pairs = word - ((word >>> 1) & 0x55555555);
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((pairs + (pairs >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

export function sizeOf(set: BitSet): number {
  let ones = 0;
  for (const word of set) ones += onesIn(word);
  return ones;
}

/** How many members `a` and `b` share, without making their intersection. */
export function sharedSize(a: BitSet, b: BitSet): number {
  let ones = 0;
  for (let i = 0; i < a.length; i++) ones += onesIn((a[i] ?? 0) & (b[i] ?? 0));
  return ones;
}

/** The members in ascending order. */
export function membersOf(set: BitSet): number[] {
  const members: number[] = [];
  for (let i = 0; i < set.length; i++) {
    let word = set[i] ?? 0;
    while (word !== 0) {
      const lowest = word & -word;
      members.push(i * wordBits + 31 - Math.clz32(lowest));
      word ^= lowest;
    }
  }
  return members;
}
