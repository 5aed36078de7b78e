import type { MeasureAnswer } from '@luodi/evaluation';
import type {
  Candidate,
  ChosenMeasure,
  Combination,
  JointCap,
  SetAsideMeasure,
  StackingConstraints,
} from './combination/index.ts';
import { worthOf } from './worth.ts';

/** Between the id of a measure and the number of an item: in no id. */
const separator = '\u0000';

function partId(id: string, item: number): string {
  return `${id}${separator}${item}`;
}

function measureOf(id: string): string {
  const at = id.indexOf(separator);
  return at < 0 ? id : id.slice(0, at);
}

function candidateOf(answer: MeasureAnswer): Candidate {
  const { id, matter } = answer.measure;
  const { certainFen, upperFen } = worthOf(answer);
  return { id, matter, certainFen, upperFen };
}

/** The items that bring something, each as a candidate of its own. */
function partsOf(answer: MeasureAnswer): readonly Candidate[] {
  const { id, matter } = answer.measure;
  return answer.items.flatMap(({ answer: item }, index) => {
    const counts = item.status === answer.status || item.status === 'entitled';
    const { lowerFen, upperFen } = item.amount;
    return counts && upperFen !== null
      ? [{ id: partId(id, index), matter, certainFen: lowerFen, upperFen }]
      : [];
  });
}

/** Whether the rule runs over several listed items, with a figure for each, and nothing tops it up. */
function canBeParted(answer: MeasureAnswer, { topUps }: StackingConstraints): boolean {
  const { id } = answer.measure;
  return (
    answer.items.length > 1 &&
    answer.items.every(({ answer: item }) => item.amount.upperFen !== null) &&
    !topUps.some(({ base, topUp }) => base === id || topUp === id)
  );
}

/** Parts that stand for the same item, and parts of what a measure of the applicant itself excludes. */
function partedExclusions(
  [a, b]: readonly [string, string],
  parts: ReadonlyMap<string, readonly Candidate[]>,
): readonly (readonly [string, string])[] {
  const itemOf = ({ id }: Candidate) => id.slice(id.indexOf(separator));
  const [left, right] = [parts.get(a), parts.get(b)];
  if (left === undefined && right === undefined) return [[a, b]];
  if (left === undefined) return (right ?? []).map(({ id }) => [a, id]);
  if (right === undefined) return left.map(({ id }) => [id, b]);
  return left.flatMap((one) =>
    right.filter((other) => itemOf(other) === itemOf(one)).map(({ id }) => [one.id, id] as const),
  );
}

/** 合计封顶: the items together count no more than the measure does. */
function capOf(answer: MeasureAnswer, parts: readonly Candidate[]): readonly JointCap[] {
  const { upperFen } = worthOf(answer);
  const sum = parts.reduce((total, part) => total + part.upperFen, 0n);
  if (sum <= upperFen) return [];
  return [{ name: answer.measure.name, capFen: upperFen, members: parts.map(({ id }) => id) }];
}

interface Parted {
  readonly candidates: readonly Candidate[];
  readonly constraints: StackingConstraints;
  /** What the combination of the parts says of the measures. */
  join(combination: Combination): Combination;
}

/**
 * Takes measures apart that exclude each other over the same list of items: what one person or project earns under one of them does
 * not rule out that another earns under the other.
 */
export function partItems(
  answers: readonly MeasureAnswer[],
  constraints: StackingConstraints,
): Parted {
  const byId = new Map(answers.map((answer) => [answer.measure.id, answer]));
  const parts = new Map<string, readonly Candidate[]>();
  for (const [a, b] of constraints.exclusions) {
    const [left, right] = [byId.get(a), byId.get(b)];
    if (left === undefined || right === undefined) continue;
    if (left.measure.subject !== right.measure.subject) continue;
    if (!canBeParted(left, constraints) || !canBeParted(right, constraints)) continue;
    for (const answer of [left, right]) parts.set(answer.measure.id, partsOf(answer));
  }
  if (parts.size === 0)
    return { candidates: answers.map(candidateOf), constraints, join: (whole) => whole };
  const parted = answers.filter(({ measure }) => parts.has(measure.id));
  return {
    candidates: answers.flatMap((answer) => parts.get(answer.measure.id) ?? candidateOf(answer)),
    constraints: {
      exclusions: constraints.exclusions.flatMap((pair) => partedExclusions(pair, parts)),
      topUps: constraints.topUps,
      jointCaps: [
        ...constraints.jointCaps.map((cap) => ({
          ...cap,
          members: cap.members.flatMap((id) => parts.get(id)?.map((part) => part.id) ?? [id]),
        })),
        ...parted.flatMap((answer) => capOf(answer, parts.get(answer.measure.id) ?? [])),
      ],
    },
    join: (combination) => joinParts(combination, parted, parts),
  };
}

function byIdOrder(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** Names of measures where the reasons name their items. */
function joinReason({ id, because }: SetAsideMeasure): SetAsideMeasure {
  if (because.kind !== 'excluded_by') return { id: measureOf(id), because };
  const winners = new Map(
    because.winners.map(({ id: winner, ground }) => [
      measureOf(winner),
      { id: measureOf(winner), ground },
    ]),
  );
  return { id: measureOf(id), because: { ...because, winners: [...winners.values()] } };
}

function joinParts(
  combination: Combination,
  parted: readonly MeasureAnswer[],
  parts: ReadonlyMap<string, readonly Candidate[]>,
): Combination {
  const isPart = ({ id }: { readonly id: string }) => id.includes(separator);
  const chosen: ChosenMeasure[] = combination.chosen.filter((each) => !isPart(each));
  const setAside: SetAsideMeasure[] = combination.setAside
    .filter((each) => !isPart(each))
    .map(joinReason);
  for (const answer of parted) {
    const { id } = answer.measure;
    const mine = ({ id: part }: { readonly id: string }) =>
      isPart({ id: part }) && measureOf(part) === id;
    const kept = combination.chosen.filter(mine);
    const lost = combination.setAside.filter(mine).map(joinReason);
    const [first] = lost;
    if (kept.length > 0) chosen.push(joinChosen(answer, kept, lost, parts.get(id) ?? []));
    else if (first !== undefined) setAside.push(mergedReason(first, lost));
    else chosen.push(joinChosen(answer, [], [], []));
  }
  return {
    chosen: chosen.sort(byIdOrder),
    setAside: setAside.sort(byIdOrder),
    totalCertainFen: chosen.reduce((sum, each) => sum + each.countedCertainFen, 0n),
    totalUpperFen: chosen.reduce((sum, each) => sum + each.countedUpperFen, 0n),
  };
}

function winnersOf(lost: readonly SetAsideMeasure[]): readonly string[] {
  return [
    ...new Set(
      lost.flatMap(({ because }) =>
        because.kind === 'excluded_by' ? because.winners.map(({ id }) => id) : [],
      ),
    ),
  ];
}

/** All items ruled out: by all that ruled out one of them, with the gains added up. */
function mergedReason(first: SetAsideMeasure, lost: readonly SetAsideMeasure[]): SetAsideMeasure {
  if (first.because.kind !== 'excluded_by') return first;
  const reasons = lost.flatMap(({ because }) => (because.kind === 'excluded_by' ? [because] : []));
  const winners = new Map(reasons.flatMap((each) => each.winners.map((one) => [one.id, one])));
  return {
    id: first.id,
    because: {
      kind: 'excluded_by',
      winners: [...winners.values()],
      gainUpperFen: reasons.reduce((sum, each) => sum + each.gainUpperFen, 0n),
      gainCertainFen: reasons.reduce((sum, each) => sum + each.gainCertainFen, 0n),
    },
  };
}

/** A measure of which some items count. With all of them it counts as a whole: cut down to whole fen once, not item by item. */
function joinChosen(
  answer: MeasureAnswer,
  kept: readonly ChosenMeasure[],
  lost: readonly SetAsideMeasure[],
  parts: readonly Candidate[],
): ChosenMeasure {
  const { id } = answer.measure;
  const whole = worthOf(answer);
  const restraint = kept.find((each) => each.restraint !== undefined)?.restraint;
  if (lost.length === 0 && restraint === undefined)
    return {
      id,
      countedCertainFen: whole.certainFen,
      countedUpperFen: whole.upperFen,
      restraint: undefined,
    };
  return {
    id,
    countedCertainFen: kept.reduce((sum, each) => sum + each.countedCertainFen, 0n),
    countedUpperFen: kept.reduce((sum, each) => sum + each.countedUpperFen, 0n),
    restraint:
      lost.length === 0
        ? restraint
        : { kind: 'items', counted: kept.length, of: parts.length, others: winnersOf(lost) },
  };
}
