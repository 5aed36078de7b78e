import { bitSet, contains, excluding } from './bit-set.ts';
import type { BitSet } from './bit-set.ts';

/** A clique around `first` within `open`; the worthiest, which stand last in `ascending`, are tried first. */
function cliqueAround(
  excludes: readonly BitSet[],
  open: BitSet,
  first: number,
  ascending: readonly number[],
): number[] {
  const clique = [first];
  const around = excludes[first] ?? [];
  const joining = open.map((word, at) => word & (around[at] ?? 0));
  let candidates = joining.some((word) => word !== 0);
  for (let at = ascending.length - 1; at >= 0 && candidates; at--) {
    const member = ascending[at] ?? 0;
    if (!contains(joining, member)) continue;
    clique.push(member);
    const beyond = excludes[member] ?? [];
    candidates = false;
    for (let word = 0; word < joining.length; word++) {
      const both = (joining[word] ?? 0) & (beyond[word] ?? 0);
      joining[word] = both;
      if (both !== 0) candidates = true;
    }
  }
  return clique;
}

/**
 * An upper bound on the worth of measures in `among` of which no two exclude each other: each group of measures that all exclude one
 * another (a clique) brings at most its largest. The worth of a measure may be paid for by several cliques in parts, which bounds
 * tighter (S. Held, W. Cook, E. Sewell, "Maximum-weight stable sets and safe lower bounds for graph coloring", 2012).
 *
 * `ascending` lists all measures from the least worth to the greatest; any order is sound, this one is tight.
 */
export function cliqueCoverBound(
  excludes: readonly BitSet[],
  among: BitSet,
  worth: readonly bigint[],
  ascending: readonly number[],
): bigint {
  const left = worth.slice();
  const present = ascending.filter((member) => contains(among, member) && worth[member] !== 0n);
  let open = bitSet(worth.length, present);
  let bound = 0n;
  for (const first of present) {
    while (contains(open, first)) {
      const clique = cliqueAround(excludes, open, first, present);
      let part = left[first] ?? 0n;
      for (const member of clique) {
        const unpaid = left[member] ?? 0n;
        if (unpaid < part) part = unpaid;
      }
      bound += part;
      for (const member of clique) {
        const rest = (left[member] ?? 0n) - part;
        left[member] = rest;
        if (rest === 0n) open = excluding(open, member);
      }
    }
  }
  return bound;
}
