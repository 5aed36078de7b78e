import { stackingConstraints } from '@luodi/entitlement';
import type { StackingConstraints } from '@luodi/entitlement';
import type { Content, Measure } from '@luodi/language';

/** Measures that stand in each other's way. */
export interface StackingGroup {
  /** By id, in order. */
  readonly members: readonly string[];
  /**
   * `best_of`: each excludes each other, so the best one counts. `search`: some exclude each other, top each other up or share a cap, or
   * items of an applicant can be divided between them: the combination is found applicant by applicant.
   */
  readonly kind: 'best_of' | 'search';
}

export interface StackingPlan {
  readonly groups: readonly StackingGroup[];
  readonly constraints: StackingConstraints;
}

function neighboursIn({
  exclusions,
  topUps,
  jointCaps,
}: StackingConstraints): ReadonlyMap<string, ReadonlySet<string>> {
  const neighbours = new Map<string, Set<string>>();
  const join = (a: string, b: string): void => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const)
      neighbours.set(from, (neighbours.get(from) ?? new Set<string>()).add(to));
  };
  for (const [a, b] of exclusions) join(a, b);
  for (const { base, topUp } of topUps) join(base, topUp);
  for (const { members } of jointCaps)
    for (const member of members) join(members[0] ?? member, member);
  return neighbours;
}

function componentOf(
  start: string,
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const found = new Set([start]);
  for (const id of found) for (const next of neighbours.get(id) ?? []) found.add(next);
  return [...found].sort();
}

function kindOf(
  members: readonly string[],
  { exclusions, topUps, jointCaps }: StackingConstraints,
  content: Pick<Content, 'measures' | 'vocabulary'>,
): StackingGroup['kind'] {
  const inside = new Set(members);
  const pairs = new Set(
    exclusions.filter(([a]) => inside.has(a)).map(([a, b]) => [a, b].sort().join('\n')),
  );
  const allExclude = pairs.size === (members.length * (members.length - 1)) / 2;
  const others =
    topUps.some(({ base, topUp }) => inside.has(base) || inside.has(topUp)) ||
    jointCaps.some((cap) => cap.members.some((id) => inside.has(id)));
  const subjects = members.map((id) => content.measures.get(id)?.subject ?? '');
  const divisible = subjects.some(
    (subject, index) =>
      content.vocabulary.entities.get(subject)?.belongsTo !== undefined &&
      subjects.indexOf(subject) !== index,
  );
  return allExclude && !others && !divisible ? 'best_of' : 'search';
}

/** Which of the given measures stand in each other's way, and how the best of them is found. */
export function stackingPlan(
  measures: readonly Measure[],
  content: Pick<Content, 'measures' | 'documentOf' | 'vocabulary'>,
): StackingPlan {
  const constraints = stackingConstraints(measures, content);
  const present = new Set(measures.map(({ id }) => id));
  const neighbours = neighboursIn(constraints);
  const groups: StackingGroup[] = [];
  const seen = new Set<string>();
  for (const id of neighbours.keys()) {
    if (seen.has(id)) continue;
    const component = componentOf(id, neighbours);
    for (const member of component) seen.add(member);
    const members = component.filter((member) => present.has(member));
    if (members.length > 1) groups.push({ members, kind: kindOf(members, constraints, content) });
  }
  return { groups, constraints };
}
