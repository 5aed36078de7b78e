import type { TopUp } from './candidate.ts';

/**
 * The chains of top-ups among the given ids, each from the base upwards and as long as it goes. Along a chain no part counts more
 * than the largest measure in it. A measure met twice ends its chain, so a circle of top-ups is one chain.
 *
 * A measure tops up one other in the rules language, so there are as many chains as there are last steps.
 */
export function topUpChains(topUps: readonly TopUp[], ids: ReadonlySet<string>): string[][] {
  const above = new Map<string, Set<string>>();
  const bases = new Set<string>();
  const stacked = new Set<string>();
  for (const { base, topUp } of topUps) {
    above.set(base, (above.get(base) ?? new Set()).add(topUp));
    bases.add(base);
    stacked.add(topUp);
  }
  const seen = new Set<string>();
  const chains = new Map<string, string[]>();
  const climb = (id: string, below: readonly string[]) => {
    seen.add(id);
    const chain = [...below, id];
    const next = [...(above.get(id) ?? [])].filter((step) => !chain.includes(step)).toSorted();
    for (const step of next) climb(step, chain);
    const known = chain.filter((step) => ids.has(step));
    if (next.length === 0 && known.length > 1) chains.set(JSON.stringify(known), known);
  };
  const starts = [...bases].toSorted();
  for (const id of starts.filter((base) => !stacked.has(base))) climb(id, []);
  for (const id of starts) if (!seen.has(id)) climb(id, []);
  return [...chains.values()].toSorted((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1));
}
