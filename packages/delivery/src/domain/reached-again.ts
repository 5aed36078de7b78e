import { z } from 'zod';
import type { MeasureAnswer } from '@luodi/evaluation';

const whole = z.union([z.int(), z.string().regex(/^-?\d+$/)]).transform((each) => BigInt(each));

/** What of a recorded answer is compared with a new one. */
const recordedAnswer = z.object({
  status: z.enum(['entitled', 'not_entitled', 'undetermined', 'not_in_force']),
  amount: z.object({
    kind: z.string(),
    lowerFen: whole,
    upperFen: whole.nullable(),
    formula: z.string(),
    formulaEn: z.string(),
  }),
  failed: z.array(z.object({ text: z.string(), because: z.string(), becauseEn: z.string() })),
  used: z.array(z.string()),
});

/** Status, kind and bounds of a sum (分), and the reasons for it. */
export type ReachedAnswer = Omit<z.infer<typeof recordedAnswer>, 'used'>;

/** Reads what a decision recorded as its answer, with the ids of the facts that it read. */
export function readRecorded(
  answer: Readonly<Record<string, unknown>>,
): z.infer<typeof recordedAnswer> {
  return recordedAnswer.parse(answer);
}

/** A new answer in the same shape. */
export function reachedNow({ status, amount, failed }: MeasureAnswer): ReachedAnswer {
  return {
    status,
    amount: {
      kind: amount.kind,
      lowerFen: amount.lowerFen,
      upperFen: amount.upperFen,
      formula: amount.formula.zh,
      formulaEn: amount.formula.en,
    },
    failed: failed.map(({ text, because }) => ({
      text,
      because: because.zh,
      becauseEn: because.en,
    })),
  };
}

/** What a decision gave: the sum that it states, and what was granted of it (分; less where a round was scaled to its budget). */
export interface GrantedSum {
  readonly statedFen: bigint;
  readonly grantedFen: bigint;
}

/** How a sum moves. Sums that the rule fixes and sums that it only bounds are kept apart. */
export type SumChange =
  | { readonly kind: 'same' }
  /** So much (分) more was granted than the rule gives. */
  | { readonly kind: 'overpaid'; readonly fen: bigint }
  /** So much (分) less. */
  | { readonly kind: 'underpaid'; readonly fen: bigint }
  /** The sum stands, but the body may go higher now, by so much at most (分; `null`: no bound). */
  | { readonly kind: 'room'; readonly upToFen: bigint | null }
  /** The sum stands within a lower bound for what the body could have chosen. */
  | { readonly kind: 'lower_ceiling'; readonly upperFen: bigint }
  /** It cannot be said: facts lack. */
  | { readonly kind: 'undecided' };

/** The sum that a new answer gives (分): the rule's own, or what was chosen as far as the rule still allows it. */
export function sumNow(
  { status, amount }: ReachedAnswer,
  { statedFen }: GrantedSum,
): bigint | undefined {
  switch (status) {
    case 'undetermined':
      return undefined;
    case 'not_entitled':
    case 'not_in_force':
      return 0n;
    case 'entitled': {
      const { lowerFen, upperFen } = amount;
      if (upperFen !== null && statedFen > upperFen) return upperFen;
      return statedFen < lowerFen ? lowerFen : statedFen;
    }
  }
}

/** What of a new sum is granted: in the proportion in which the old one was. Rounded down to the fen. */
export function grantedOf(sum: bigint, { statedFen, grantedFen }: GrantedSum): bigint {
  return statedFen === 0n || statedFen === grantedFen ? sum : (sum * grantedFen) / statedFen;
}

function withinBounds(
  was: ReachedAnswer,
  now: ReachedAnswer,
  { statedFen }: GrantedSum,
): SumChange {
  const { upperFen } = now.amount;
  if (now.status !== 'entitled' || now.amount.kind === 'exact') return { kind: 'same' };
  if (was.amount.upperFen === upperFen) return { kind: 'same' };
  const wasLess =
    was.amount.upperFen !== null && (upperFen ?? was.amount.upperFen + 1n) > was.amount.upperFen;
  if (wasLess) return { kind: 'room', upToFen: upperFen === null ? null : upperFen - statedFen };
  return upperFen === null ? { kind: 'same' } : { kind: 'lower_ceiling', upperFen };
}

/** What an enterprise that was refused gets by a new answer, as far as the rule itself fixes it: in the proportion of its round. */
export function sumAfterRefusal(
  { status, amount }: ReachedAnswer,
  proportion: GrantedSum,
): SumChange {
  switch (status) {
    case 'undetermined':
      return { kind: 'undecided' };
    case 'not_entitled':
    case 'not_in_force':
      return { kind: 'same' };
    case 'entitled': {
      const { kind, lowerFen, upperFen } = amount;
      return kind === 'exact'
        ? { kind: 'underpaid', fen: grantedOf(lowerFen, proportion) }
        : { kind: 'room', upToFen: upperFen };
    }
  }
}

/** How the sum of a decision moves when its answer does. */
export function sumChange(was: ReachedAnswer, now: ReachedAnswer, granted: GrantedSum): SumChange {
  const sum = sumNow(now, granted);
  if (sum === undefined) return { kind: 'undecided' };
  const difference = grantedOf(sum, granted) - granted.grantedFen;
  if (difference < 0n) return { kind: 'overpaid', fen: -difference };
  if (difference > 0n) return { kind: 'underpaid', fen: difference };
  return withinBounds(was, now, granted);
}

/** How the money of a decision stands: paid, on its way to the bank, kept but not ordered, or none since the case was refused. */
export type MoneyStanding = 'paid' | 'under_way' | 'held' | 'refused';

/** What can follow from a changed sum. */
export type Consequence = 'recovery' | 'reduction' | 'supplement' | 'increase' | 'none';

/** What follows where the money stands so. A sum on its way to the bank is asked back once it arrived, or cancelled before. */
export function consequenceOf(change: SumChange, standing: MoneyStanding): Consequence | 'wait' {
  switch (change.kind) {
    case 'same':
    case 'undecided':
    case 'lower_ceiling':
      return 'none';
    case 'overpaid':
      return ({ paid: 'recovery', under_way: 'wait', held: 'reduction', refused: 'none' } as const)[
        standing
      ];
    case 'underpaid':
    case 'room':
      return standing === 'held' ? 'increase' : 'supplement';
  }
}
