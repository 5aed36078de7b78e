import { contains, excluding, including, intersection, intersects, membersOf } from './bit-set.ts';
import type { BitSet } from './bit-set.ts';
import type { Candidate } from './candidate.ts';
import { cappedTotal } from './capped-sum.ts';
import type { ComponentChoice } from './component-choice.ts';
import type { LimitRestraint, Restraint, SetAsideReason, Winner } from './set-aside-reason.ts';
import { limitsFor, sharesOf } from './stacking-model.ts';
import type { NamedLimit, Shares, StackingModel } from './stacking-model.ts';

export interface ChosenMeasure {
  readonly id: string;
  /** Its part of the certain total, if every measure brings only what is certain. */
  readonly countedCertainFen: bigint;
  /** Its part of the upper total, if every measure reaches its most. Zero where others may use up a cap that it shares. */
  readonly countedUpperFen: bigint;
  /** What holds it below its own upper amount, where something does. */
  readonly restraint: Restraint | undefined;
}

export interface SetAsideMeasure {
  readonly id: string;
  readonly because: SetAsideReason;
}

/** What became of every measure of a component. */
export interface ComponentOutcome {
  readonly chosen: readonly ChosenMeasure[];
  readonly setAside: readonly SetAsideMeasure[];
}

/** True when `member` adds nothing to the others of `set` even if it reaches its most and they bring only what is certain. */
function addsNothing(model: StackingModel, set: BitSet, member: number): boolean {
  const { chains, jointCaps, order, certain, upper } = model;
  const most = upper.amounts[member] ?? 0n;
  if (most === 0n) return false;
  const amounts = certain.amounts.map((amount, index) => (index === member ? most : amount));
  const limits = limitsFor({ chains, jointCaps }, amounts);
  const others = excluding(set, member);
  return (
    cappedTotal({ amounts, limits, order }, including(set, member)) === cappedTotal(certain, others)
  );
}

/**
 * Without the members that count nothing and can never add anything, those served last first; then with what only these
 * ruled out, as far as it may add something or is no money at all.
 */
function settled(model: StackingModel, chosen: BitSet): BitSet {
  const shares = sharesOf(model, chosen);
  let set = chosen;
  for (const member of model.order.toReversed()) {
    const idle = shares.certain[member] === 0n && shares.upper[member] === 0n;
    if (contains(set, member) && idle && addsNothing(model, set, member))
      set = excluding(set, member);
  }
  for (const member of model.candidates.keys()) {
    const free = !contains(set, member) && !intersects(model.excludes[member] ?? [], set);
    if (free && !addsNothing(model, set, member)) set = including(set, member);
  }
  return set;
}

/** The limit that leaves `member` no more room in the upper total: a chain of top-ups before a joint cap, the smaller first. */
function tightLimit(
  { upper, chains, jointCaps }: StackingModel,
  shares: Shares,
  member: number,
): NamedLimit | undefined {
  const tight = limitsFor({ chains, jointCaps }, upper.amounts).filter(
    ({ members, capFen }) =>
      contains(members, member) &&
      membersOf(members).reduce((sum, other) => sum + (shares.upper[other] ?? 0n), 0n) === capFen,
  );
  const ofChains = tight.filter(({ origin }) => origin.kind === 'top_up_chain');
  return (ofChains.length > 0 ? ofChains : tight).reduce<NamedLimit | undefined>(
    (least, limit) => (least === undefined || limit.capFen < least.capFen ? limit : least),
    undefined,
  );
}

function restraintOn(
  model: StackingModel,
  shares: Shares,
  member: number,
): LimitRestraint | undefined {
  const limit = tightLimit(model, shares, member);
  if (limit === undefined) return undefined;
  const { origin, members } = limit;
  if (origin.kind === 'joint_cap')
    return { kind: 'joint_cap', cap: origin.name, capFen: origin.capFen };
  const counting = membersOf(members).filter(
    (other) => other !== member && (shares.upper[other] ?? 0n) > 0n,
  );
  return { kind: 'top_up', with: counting.map((other) => model.candidates[other]?.id ?? '') };
}

function winnerOver(loser: Candidate, { id, matter }: Candidate): Winner {
  const same = matter !== '' && matter === loser.matter;
  return { id, ground: same ? { kind: 'same_matter', matter } : { kind: 'explicit' } };
}

function reasonFor(
  model: StackingModel,
  { score, scoreWith }: ComponentChoice,
  set: BitSet,
  shares: Shares,
  member: number,
): SetAsideReason {
  const loser = model.candidates[member];
  const winners = membersOf(intersection(model.excludes[member] ?? [], set)).flatMap((winner) => {
    const candidate = model.candidates[winner];
    return loser && candidate ? [winnerOver(loser, candidate)] : [];
  });
  if (winners.length === 0) {
    const restraint = restraintOn(model, shares, member);
    if (restraint === undefined) throw new Error('set aside without a reason');
    if (restraint.kind === 'top_up') return { kind: 'absorbed_by_top_up', with: restraint.with };
    return { kind: 'absorbed_by_cap', cap: restraint.cap, capFen: restraint.capFen };
  }
  const other = scoreWith.get(member) ?? score;
  return {
    kind: 'excluded_by',
    winners,
    gainUpperFen: score.upperFen - other.upperFen,
    gainCertainFen: score.certainFen - other.certainFen,
  };
}

/** What the choice means for each measure of the component: counted how far, or set aside and why. */
export function componentOutcome(model: StackingModel, choice: ComponentChoice): ComponentOutcome {
  const set = settled(model, choice.chosen);
  const shares = sharesOf(model, set);
  const chosen: ChosenMeasure[] = [];
  const setAside: SetAsideMeasure[] = [];
  model.candidates.forEach(({ id, upperFen }, member) => {
    if (!contains(set, member)) {
      setAside.push({ id, because: reasonFor(model, choice, set, shares, member) });
      return;
    }
    const countedUpperFen = shares.upper[member] ?? 0n;
    chosen.push({
      id,
      countedCertainFen: shares.certain[member] ?? 0n,
      countedUpperFen,
      restraint: countedUpperFen < upperFen ? restraintOn(model, shares, member) : undefined,
    });
  });
  return { chosen, setAside };
}
