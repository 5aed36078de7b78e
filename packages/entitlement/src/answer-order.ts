import type { MeasureAnswer, Status } from '@luodi/evaluation';
import type { NearMiss } from './near-miss.ts';
import { isMoney, worthOf } from './worth.ts';

const rankOfStatus: Readonly<Record<Status, number>> = {
  entitled: 0,
  undetermined: 1,
  not_entitled: 3,
  not_in_force: 4,
};
const rankOfNearMiss = 2;

function descending(a: bigint, b: bigint): number {
  return a > b ? -1 : a < b ? 1 : 0;
}

/** Money before other things, the most it can reach first; where that is equal, the most that is certain. */
function compareWorth(a: MeasureAnswer, b: MeasureAnswer): number {
  const money = Number(isMoney(b)) - Number(isMoney(a));
  if (money !== 0) return money;
  const [left, right] = [worthOf(a), worthOf(b)];
  return (
    descending(left.upperFen, right.upperFen) ||
    Number(right.open) - Number(left.open) ||
    descending(left.certainFen, right.certainFen)
  );
}

/**
 * Answers in the order in which they matter to the applicant: entitled by amount, undetermined by what they can bring, near misses
 * the closest first, the rest, and what is not in force last. Equal ones by measure id, so the order is always the same.
 */
export function orderAnswers(
  answers: readonly MeasureAnswer[],
  nearMisses: readonly NearMiss[],
): readonly MeasureAnswer[] {
  const closeness = new Map(nearMisses.map(({ answer }, index) => [answer.measure.id, index]));
  const rank = (answer: MeasureAnswer) =>
    closeness.has(answer.measure.id) ? rankOfNearMiss : rankOfStatus[answer.status];
  const compare = (a: MeasureAnswer, b: MeasureAnswer) => {
    const ranks = rank(a) - rank(b);
    if (ranks !== 0) return ranks;
    const near = (closeness.get(a.measure.id) ?? 0) - (closeness.get(b.measure.id) ?? 0);
    if (near !== 0) return near;
    const decided = a.status === 'not_entitled' || a.status === 'not_in_force';
    const worth = decided ? 0 : compareWorth(a, b);
    if (worth !== 0) return worth;
    return a.measure.id < b.measure.id ? -1 : 1;
  };
  return answers.toSorted(compare);
}
