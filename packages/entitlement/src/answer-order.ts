import type { MeasureAnswer, Status } from '@luodi/evaluation';
import type { NearMiss } from './near-miss.ts';
import { isMoney, worthOf } from './worth.ts';
import type { Worth } from './worth.ts';

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

/** What an answer is ordered by, drawn once: a sort looks at each answer many times. */
interface Place {
  readonly answer: MeasureAnswer;
  readonly rank: number;
  readonly closeness: number;
  readonly money: boolean;
  readonly worth: Worth;
}

/** Money before other things, the most it can reach first; where that is equal, the most that is certain. */
function compareWorth(a: Place, b: Place): number {
  const money = Number(b.money) - Number(a.money);
  if (money !== 0) return money;
  return (
    descending(a.worth.upperFen, b.worth.upperFen) ||
    Number(b.worth.open) - Number(a.worth.open) ||
    descending(a.worth.certainFen, b.worth.certainFen)
  );
}

function comparePlaces(a: Place, b: Place): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.closeness !== b.closeness) return a.closeness - b.closeness;
  const { status, measure } = a.answer;
  const decided = status === 'not_entitled' || status === 'not_in_force';
  const worth = decided ? 0 : compareWorth(a, b);
  if (worth !== 0) return worth;
  return measure.id < b.answer.measure.id ? -1 : 1;
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
  const places = answers.map((answer): Place => {
    const near = closeness.get(answer.measure.id);
    return {
      answer,
      rank: near === undefined ? rankOfStatus[answer.status] : rankOfNearMiss,
      closeness: near ?? 0,
      money: isMoney(answer),
      worth: worthOf(answer),
    };
  });
  return places.sort(comparePlaces).map(({ answer }) => answer);
}
