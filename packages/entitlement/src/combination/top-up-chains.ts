import type { TopUp } from './candidate.ts';

/** Without chains whose measures all stand in another one, and without doubles. */
function longest(chains: readonly (readonly string[])[]): (readonly string[])[] {
  const byLength = chains.toSorted((a, b) => b.length - a.length);
  const kept: { readonly chain: readonly string[]; readonly ids: ReadonlySet<string> }[] = [];
  for (const chain of byLength)
    if (!kept.some(({ ids }) => chain.every((id) => ids.has(id))))
      kept.push({ chain, ids: new Set(chain) });
  return kept.map(({ chain }) => chain);
}

/**
 * The chains of top-ups among the given ids, each from the base upwards and as long as it goes. Along a chain no part counts more
 * than the largest measure in it. Other ids are stepped over. A measure met again ends its chain, so top-ups in a circle are chains
 * too.
 *
 * A measure tops up one other in the rules language, so there are as many chains as there are last steps; where a measure is given
 * several bases, each way up is a chain.
 */
export function topUpChains(
  topUps: readonly TopUp[],
  ids: ReadonlySet<string>,
): (readonly string[])[] {
  const above = new Map<string, string[]>();
  for (const { base, topUp } of topUps) above.set(base, [...(above.get(base) ?? []), topUp]);
  const chains: (readonly string[])[] = [];
  const climb = (id: string, below: readonly string[]) => {
    const chain = [...below, id];
    const next = (above.get(id) ?? []).filter((step) => !chain.includes(step));
    for (const step of next) climb(step, chain);
    if (next.length === 0) chains.push(chain.filter((step) => ids.has(step)));
  };
  for (const base of [...above.keys()].toSorted()) climb(base, []);
  const ordered = chains
    .filter((chain) => chain.length > 1)
    .toSorted((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1));
  return longest(ordered);
}
