import type { Measure, PolicyDocument } from '@luodi/language';
import type { Exclusion, JointCap, StackingConstraints, TopUp } from './combination/index.ts';
import { constantFen } from './constant-fen.ts';

/** Measures by a key, each group in the order given. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** Every measure that `id` tops up, directly or through others. */
function toppedUpBy(id: string, all: ReadonlyMap<string, Measure>): ReadonlySet<string> {
  const below = new Set<string>();
  let base = all.get(id)?.stacking.topsUp;
  while (base !== undefined && !below.has(base)) {
    below.add(base);
    base = all.get(base)?.stacking.topsUp;
  }
  return below;
}

/**
 * 从优就高不重复: two measures of one matter exclude each other when the document of either says so — a document that grants
 * nothing on top of others does so also towards one that is silent — unless 追加 or a chain of 补足 joins the two.
 */
function sameMatterExclusions(
  measures: readonly Measure[],
  all: ReadonlyMap<string, Measure>,
  documentOf: ReadonlyMap<string, PolicyDocument>,
): readonly Exclusion[] {
  const bestOnly = (measure: Measure) => documentOf.get(measure.id)?.stacking === 'best_of_matter';
  const joined = (a: Measure, b: Measure) =>
    a.stacking.addsTo.includes(b.id) || toppedUpBy(a.id, all).has(b.id);
  return groupBy(measures, (measure) => measure.matter).flatMap((group) =>
    group.flatMap((a, index) =>
      group
        .slice(index + 1)
        .filter((b) => (bestOnly(a) || bestOnly(b)) && !joined(a, b) && !joined(b, a))
        .map((b): Exclusion => [a.id, b.id]),
    ),
  );
}

function explicitExclusions(measures: readonly Measure[]): readonly Exclusion[] {
  return measures.flatMap(({ id, stacking }) =>
    stacking.excludes.map((other): Exclusion => [id, other]),
  );
}

const topUpsOf = new WeakMap<ReadonlyMap<string, Measure>, readonly TopUp[]>();

/** 补足 of the whole content: a chain also runs through measures that the applicant has no claim to. */
function topUps(all: ReadonlyMap<string, Measure>): readonly TopUp[] {
  const known = topUpsOf.get(all);
  if (known !== undefined) return known;
  const found = [...all.values()].flatMap(({ id, stacking }) =>
    stacking.topsUp === undefined ? [] : [{ base: stacking.topsUp, topUp: id }],
  );
  topUpsOf.set(all, found);
  return found;
}

/** 合并封顶 of the documents that the measures stand in. */
function jointCaps(
  measures: readonly Measure[],
  documentOf: ReadonlyMap<string, PolicyDocument>,
): readonly JointCap[] {
  const documents = new Set(measures.flatMap(({ id }) => documentOf.get(id) ?? []));
  return [...documents].flatMap((document) =>
    document.jointCaps.map(({ name, cap, members }) => ({
      name,
      capFen: constantFen(cap),
      members,
    })),
  );
}

/** What the documents say about the given measures standing together. */
export function stackingConstraints(
  measures: readonly Measure[],
  content: {
    readonly measures: ReadonlyMap<string, Measure>;
    readonly documentOf: ReadonlyMap<string, PolicyDocument>;
  },
): StackingConstraints {
  return {
    exclusions: [
      ...sameMatterExclusions(measures, content.measures, content.documentOf),
      ...explicitExclusions(measures),
    ],
    topUps: topUps(content.measures),
    jointCaps: jointCaps(measures, content.documentOf),
  };
}
