import { z } from 'zod';

const fen = z
  .string()
  .regex(/^-?\d+$/)
  .meta({ description: 'Whole fen, as text' });
const positiveFen = z.string().regex(/^[1-9]\d{0,17}$/);
const day = z.iso.date();
const id = z.string().min(1).max(300);
const words = z.string().trim().min(1).max(200);
const longWords = z.string().trim().min(1).max(1000);

export const recoveryState = z.enum(['ordered', 'part_paid', 'settled', 'written_off']);

/** Money that is asked back of an enterprise. */
export const recoveryJson = z
  .object({
    id: z.string(),
    case: z.string(),
    title: z.string(),
    titleEn: z.string(),
    enterprise: z.string(),
    enterpriseName: z.string(),
    district: z.string(),
    payer: z.string(),
    payerName: z.string(),
    payerNameEn: z.string(),
    fen,
    interestFen: fen,
    receivedFen: fen,
    /** Still to come; nothing once it is closed. */
    openFen: fen,
    reason: z.string(),
    clause: z.string(),
    state: recoveryState,
    dueOn: day.nullable(),
    /** Something is still to come, and the day is over. */
    late: z.boolean(),
    at: z.string(),
    closedAt: z.string().nullable(),
    /** Whether the one who asks books what comes in. */
    mine: z.boolean(),
  })
  .meta({ id: 'Recovery' });
export type RecoveryJson = z.infer<typeof recoveryJson>;

export const recoveriesQuery = z.object({ state: recoveryState.optional(), case: id.optional() });
export const recoveriesResponse = z.object({
  recoveries: z.array(recoveryJson),
  /** What is still to come of those listed. */
  openFen: fen,
});
export type RecoveriesResponse = z.infer<typeof recoveriesResponse>;

/** Yearly, in percent: `3.45`. */
const yearlyRate = z.string().regex(/^\d{1,2}(\.\d{1,6})?$/);
const daysInYear = z.coerce.number().int().min(360).max(366);

export const recoverableQuery = z.object({
  case: id,
  fen: positiveFen.optional(),
  yearlyRate: yearlyRate.optional(),
  daysInYear: daysInYear.optional(),
  from: day.optional(),
  until: day.optional(),
});
/** What was paid for a case and may be asked back. */
export const recoverableResponse = z.object({
  payer: z.string(),
  payerName: z.string(),
  payerNameEn: z.string(),
  paidFen: fen,
  recoverableFen: fen,
  paidOn: day.nullable(),
  /** What the interest named in the query would come to. */
  interestFen: fen.nullable(),
  mine: z.boolean(),
});
export type RecoverableResponse = z.infer<typeof recoverableResponse>;

/** Where the rule states interest: its rate, and from which day until which it runs. */
export const recoveryInterest = z.strictObject({
  yearlyRate,
  daysInYear: z.int().min(360).max(366),
  from: day,
  until: day,
});

export const recoveryRequest = z.strictObject({
  case: id,
  fen: positiveFen,
  reason: longWords,
  clause: words,
  dueOn: day.optional(),
  interest: recoveryInterest.optional(),
});
export const recoveryOutcome = z.object({ recovery: z.string(), principal: fen, interest: fen });

export const recoveryReceiptRequest = z.strictObject({
  fen: positiveFen,
  /** Whether the rule lets the money be granted again. */
  reuse: z.boolean(),
  words,
});
export const writeOffRequest = z.strictObject({ words: longWords });
export const outstandingOutcome = z.object({ recovery: z.string(), outstanding: fen });
