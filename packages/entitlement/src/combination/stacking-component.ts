import type { Candidate, Exclusion, JointCap, StackingConstraints } from './candidate.ts';
import { topUpChains } from './top-up-chains.ts';

/** Measures that hang together by exclusions, chains of top-ups or joint caps, and what binds them. What lies apart adds up. */
export interface StackingComponent {
  readonly candidates: readonly Candidate[];
  readonly exclusions: readonly Exclusion[];
  /** From the base upwards. */
  readonly chains: readonly (readonly string[])[];
  readonly jointCaps: readonly JointCap[];
}

/** Joint caps cut to the candidates; those that can never bind are left out. By name, cap and members. */
function effectiveCaps(
  jointCaps: readonly JointCap[],
  upperOf: ReadonlyMap<string, bigint>,
): JointCap[] {
  return jointCaps
    .map((cap) => ({
      ...cap,
      members: [...new Set(cap.members)].filter((id) => upperOf.has(id)).toSorted(),
    }))
    .filter((cap) => {
      if (cap.capFen < 0n) throw new RangeError(`joint cap ${cap.name} is negative`);
      return cap.members.reduce((sum, id) => sum + (upperOf.get(id) ?? 0n), 0n) > cap.capFen;
    })
    .toSorted((a, b) => (capKey(a) < capKey(b) ? -1 : 1));
}

function capKey({ name, capFen, members }: JointCap): string {
  return JSON.stringify([name, capFen.toString(), members]);
}

/** Finds for each id the id that stands for everything connected with it. */
function connections(ids: Iterable<string>, links: Iterable<readonly string[]>) {
  const parent = new Map<string, string>();
  for (const id of ids) parent.set(id, id);
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) {
      parent.set(root, parent.get(up) ?? up);
      root = up;
    }
    return root;
  };
  for (const link of links) for (const id of link) parent.set(rootOf(id), rootOf(link[0] ?? id));
  return rootOf;
}

/** Splits candidates (by id) into the groups that can be decided by themselves, in the order of their first ids. */
export function stackingComponents(
  candidates: readonly Candidate[],
  constraints: StackingConstraints,
): StackingComponent[] {
  const upperOf = new Map(candidates.map(({ id, upperFen }) => [id, upperFen]));
  const exclusions = constraints.exclusions.filter(
    ([a, b]) => a !== b && upperOf.has(a) && upperOf.has(b),
  );
  const chains = topUpChains(constraints.topUps, new Set(upperOf.keys()));
  const jointCaps = effectiveCaps(constraints.jointCaps, upperOf);
  const rootOf = connections(upperOf.keys(), [
    ...exclusions,
    ...chains,
    ...jointCaps.map((cap) => cap.members),
  ]);
  const byRoot = <T>(items: readonly T[], idOf: (item: T) => string | undefined) => {
    const groups = new Map<string, T[]>();
    for (const item of items) {
      const root = rootOf(idOf(item) ?? '');
      const group = groups.get(root);
      if (group === undefined) groups.set(root, [item]);
      else group.push(item);
    }
    return groups;
  };
  const exclusionsOf = byRoot(exclusions, ([id]) => id);
  const chainsOf = byRoot(chains, ([id]) => id);
  const capsOf = byRoot(jointCaps, ({ members: [id] }) => id);
  return [...byRoot(candidates, ({ id }) => id)].map(([root, members]) => ({
    candidates: members,
    exclusions: exclusionsOf.get(root) ?? [],
    chains: chainsOf.get(root) ?? [],
    jointCaps: capsOf.get(root) ?? [],
  }));
}
