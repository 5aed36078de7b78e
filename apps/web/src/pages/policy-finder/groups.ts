import type { Match } from '@luodi/entitlement';
import type { MeasureAnswer } from '@luodi/evaluation';

export type GroupName =
  | 'certain'
  | 'upTo'
  | 'otherwise'
  | 'undecided'
  | 'undecidedOther'
  | 'near'
  | 'setAside'
  | 'rules'
  | 'no'
  | 'notInForce';

export const groupOrder: readonly GroupName[] = [
  'certain',
  'upTo',
  'otherwise',
  'undecided',
  'near',
  'setAside',
  'rules',
  'undecidedOther',
  'no',
  'notInForce',
];

function groupOf(
  answer: MeasureAnswer,
  near: ReadonlySet<string>,
  aside: ReadonlySet<string>,
  money: ReadonlySet<string>,
): GroupName {
  const { measure, status, amount } = answer;
  if (status === 'not_in_force') return 'notInForce';
  if (status === 'not_entitled') return near.has(measure.id) ? 'near' : 'no';
  if (aside.has(measure.id)) return 'setAside';
  const onOthers = measure.kind === 'limit' || measure.kind === 'obligation';
  if (onOthers && (status === 'entitled' || answer.missing.length === 0)) return 'rules';
  if (status === 'undetermined') return money.has(measure.id) ? 'undecided' : 'undecidedOther';
  switch (amount.kind) {
    case 'exact':
    case 'at_least':
      return 'certain';
    case 'at_most':
      return 'upTo';
    case 'discretionary':
      return amount.fen === null ? 'otherwise' : 'upTo';
    case 'by_reference':
    case 'none':
      return 'otherwise';
  }
}

/** Answers by what they mean to the reader, each group in the order of the match. */
export function grouped({
  answers,
  nearMisses,
  best,
  undecided,
}: Match): ReadonlyMap<GroupName, readonly MeasureAnswer[]> {
  const near = new Set(nearMisses.map(({ answer }) => answer.measure.id));
  const aside = new Set(best.setAside.map(({ id }) => id));
  const money = new Set(undecided.measures);
  const groups = new Map<GroupName, MeasureAnswer[]>(groupOrder.map((name) => [name, []]));
  for (const answer of answers) groups.get(groupOf(answer, near, aside, money))?.push(answer);
  return groups;
}
