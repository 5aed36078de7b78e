import { z } from 'zod';
import { paymentState } from './money.ts';
import { place } from './place.ts';

const fen = z.string().regex(/^-?\d+$/);

/** The words of a rule that a sum rests on. */
const clause = z.object({
  measure: z.string(),
  label: z.string(),
  labelEn: z.string(),
  place,
  quote: z.string(),
  source: z.string(),
});
export type ClauseJson = z.infer<typeof clause>;

/** Everything the ledger knows of a case: whose money it is, how it moved, what was paid, and the words it rests on. */
export const caseMoneyResponse = z.object({
  clause: clause.nullable(),
  shares: z.array(
    z.object({
      pool: z.string(),
      poolName: z.string(),
      poolNameEn: z.string(),
      year: z.number(),
      holder: z.string(),
      holderName: z.string(),
      holderNameEn: z.string(),
      reserved: fen,
      approved: fen,
      ordered: fen,
      spent: fen,
    }),
  ),
  movements: z.array(
    z.object({ entry: fen, at: z.string(), kind: z.string(), words: z.string(), fen }),
  ),
  payments: z.array(
    z.object({
      id: z.string(),
      attempt: z.number(),
      fen,
      state: paymentState,
      endToEndId: z.string(),
      reason: z.string().nullable(),
      orderedAt: z.string(),
      settledAt: z.string().nullable(),
      account: z.object({ name: z.string(), bank: z.string(), number: z.string() }),
    }),
  ),
  /** The payment that came back and that the one who asks may have ordered to another account. */
  cameBack: z.string().nullable(),
});
export type CaseMoneyResponse = z.infer<typeof caseMoneyResponse>;

/** What an enterprise was granted, case by case. */
export const ownMoneyResponse = z.object({
  approved: fen,
  ordered: fen,
  paid: fen,
  cases: z.array(
    z.object({
      case: z.string(),
      programme: z.string(),
      title: z.string(),
      titleEn: z.string(),
      approved: fen,
      ordered: fen,
      paid: fen,
      paidAt: z.string().nullable(),
      clause: clause.nullable(),
    }),
  ),
});
export type OwnMoneyResponse = z.infer<typeof ownMoneyResponse>;

/** Another account for a payment that came back. */
export const newAccountRequest = z.strictObject({
  payment: z.string().max(140),
  account: z.strictObject({
    name: z.string().trim().min(1).max(140),
    bank: z.string().trim().min(1).max(140),
    number: z.string().regex(/^\d{8,32}$/),
  }),
});
