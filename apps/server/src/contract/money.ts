import { z } from 'zod';

const fen = z
  .string()
  .regex(/^-?\d+$/)
  .meta({ description: 'Whole fen, as text' });
const positiveFen = z.string().regex(/^[1-9]\d{0,17}$/);
const name = z.string().trim().min(1).max(140);
const year = z.int().min(2000).max(2100);

export const paymentState = z.enum(['ordered', 'batched', 'sent', 'paid', 'returned', 'cancelled']);

const body = z.object({ id: z.string(), name: z.string(), nameEn: z.string() });

/** How money stands for the office of the one who asks. */
export const moneyResponse = z.object({
  /** Bodies whose money the office handles, those that pay first. */
  payers: z.array(body),
  /** Bodies to which budgets may be granted and pools given. */
  bodies: z.array(body),
  pools: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nameEn: z.string(),
      owner: z.string(),
      ownerName: z.string(),
      ownerNameEn: z.string(),
      /** The last year into which what is left may be carried. */
      rollingUntil: z.number().nullable(),
      budgets: z.array(
        z.object({
          year: z.number(),
          holder: z.string(),
          holderName: z.string(),
          holderNameEn: z.string(),
          appropriated: fen,
          available: fen,
          reserved: fen,
          approved: fen,
          ordered: fen,
          spent: fen,
          /** Whether the one who asks may change it. */
          mine: z.boolean(),
        }),
      ),
    }),
  ),
  /** Who still owes whom for payments that were advanced. */
  claims: z.array(
    z.object({
      pool: z.string(),
      year: z.number(),
      creditor: z.string(),
      creditorName: z.string(),
      creditorNameEn: z.string(),
      debtor: z.string(),
      debtorName: z.string(),
      debtorNameEn: z.string(),
      fen,
      /** Whether the one who asks may settle it. */
      mine: z.boolean(),
    }),
  ),
});
export type MoneyResponse = z.infer<typeof moneyResponse>;

export const payerQuery = z.object({ payer: z.string().max(100) });

/** What a payer has to do: payments to put into a batch, batches on their way, receipts that fit nothing. */
export const payerResponse = z.object({
  ready: z.object({ payments: z.number(), fen }),
  returned: z.object({ payments: z.number(), fen }),
  /** From which the payer paid last, to begin with; only for those who pay. */
  account: z.object({ name: z.string(), bank: z.string(), number: z.string() }).nullable(),
  batches: z.array(
    z.object({
      id: z.string(),
      state: z.enum(['prepared', 'sent', 'settled', 'dissolved']),
      sha256: z.string().nullable(),
      payments: z.number(),
      fen,
      createdAt: z.string(),
      sentAt: z.string().nullable(),
      unanswered: z.number(),
    }),
  ),
  unmatched: z.array(
    z.object({
      reference: z.string(),
      fen,
      outcome: z.enum(['paid', 'returned']),
      reason: z.string().nullable(),
      valueDate: z.string(),
      because: z.enum(['unknown_payment', 'wrong_sum', 'not_sent', 'already_settled']),
      /** The id of the payment that the bank names, if it names one. */
      endToEndId: z.string().nullable(),
      /** What that payment is of; `null`: there is none. */
      paymentFen: fen.nullable(),
    }),
  ),
});
export type PayerResponse = z.infer<typeof payerResponse>;

export const linesQuery = z.object({
  payer: z.string().max(100),
  /** Left out: those that wait, or came back. */
  batch: z.string().max(35).optional(),
  returned: z.literal('yes').optional(),
});

/** Payments with masked accounts: the first two hundred, and the sum of all. */
export const linesResponse = z.object({
  payments: z.number(),
  fen,
  lines: z.array(
    z.object({
      id: z.string(),
      case: z.string().nullable(),
      enterpriseName: z.string(),
      district: z.string(),
      title: z.string(),
      titleEn: z.string(),
      fen,
      state: paymentState,
      reason: z.string().nullable(),
      endToEndId: z.string(),
      orderedAt: z.string(),
      settledAt: z.string().nullable(),
      account: z.object({ name: z.string(), bank: z.string(), number: z.string() }),
    }),
  ),
});
export type LinesResponse = z.infer<typeof linesResponse>;

export const holdingsQuery = z.object({
  pool: z.string().max(140),
  year: z.coerce.number().int().min(2000).max(2100),
  holder: z.string().max(140),
  purpose: z.enum(['reserved', 'approved', 'ordered', 'spent']),
});

/** Which cases a sum of a budget is made of: the first two hundred, and the sum of all that one may see. */
export const holdingsResponse = z.object({
  holderName: z.string(),
  holderNameEn: z.string(),
  subjects: z.number(),
  fen,
  lines: z.array(
    z.object({
      subject: z.string(),
      case: z.string().nullable(),
      title: z.string(),
      titleEn: z.string(),
      enterpriseName: z.string().nullable(),
      fen,
    }),
  ),
});

export const cancelRequest = z.strictObject({ payment: name, payer: name, words: name });
export const cancelResponse = z.object({ payment: z.string() });
export const dissolveRequest = z.strictObject({ payer: name, words: name });
export const dissolveResponse = z.object({ batch: z.string() });
export const orderAgainRequest = z.strictObject({ payment: name, payer: name, words: name });
export const orderAgainResponse = z.object({ payment: z.string(), fen });

/** What is left of a holder's budget of a year. */
export const leftRequest = z.strictObject({ pool: name, year, holder: name, words: name });

export const poolRequest = z.strictObject({
  pool: name,
  name,
  nameEn: name,
  rollingUntil: year.optional(),
  owner: name,
});
export const poolResponse = z.object({ pool: z.string() });

export const budgetRequest = z.strictObject({
  pool: name,
  year,
  holder: name,
  fen: positiveFen,
  words: name,
  supplement: z.boolean(),
});
export const movedResponse = z.object({ fen });

export const batchRequest = z.strictObject({
  batch: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/)
    .max(35),
  payer: name,
  account: z.strictObject({ name, bank: name, number: z.string().regex(/^\d{8,32}$/) }),
  limit: z.int().min(1).max(100_000),
  /** What was shown before: refused if it is no longer so. */
  shown: z.strictObject({ payments: z.int().min(1), fen: positiveFen }),
});
export const batchResponse = z.object({ batch: z.string(), payments: z.number(), fen });

export const sentRequest = z.strictObject({
  payer: name,
  sha256: z.string().length(64).optional(),
});
export const sentResponse = z.object({ batch: z.string(), sha256: z.string() });

export const receiptsResponse = z.object({
  fresh: z.number(),
  paid: z.number(),
  returned: z.number(),
});

export const settlementRequest = z.strictObject({
  pool: name,
  year,
  creditor: name,
  debtor: name,
  fen: positiveFen,
  words: name,
});
export const settlementResponse = z.object({ fen, open: fen });

export const trialBalanceResponse = z.object({
  whole: z.boolean(),
  budgetFen: fen,
  cashFen: fen,
  /** Accounts whose balance is not what it is made of. */
  differences: z.array(
    z.object({
      pool: z.string(),
      year: z.number(),
      holder: z.string(),
      purpose: z.string(),
      counterparty: z.string(),
      kept: fen,
      reckoned: fen,
    }),
  ),
});
export type TrialBalanceResponse = z.infer<typeof trialBalanceResponse>;

export const monthQuery = z.object({
  pool: z.string().max(140),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
});
export const monthResponse = z.object({
  lines: z.array(
    z.object({
      year: z.number(),
      holder: z.string(),
      holderName: z.string(),
      holderNameEn: z.string(),
      purpose: z.string(),
      counterparty: z.string(),
      counterpartyName: z.string(),
      counterpartyNameEn: z.string(),
      opening: fen,
      added: fen,
      taken: fen,
      closing: fen,
    }),
  ),
  programmes: z.array(
    z.object({
      programme: z.string(),
      title: z.string(),
      titleEn: z.string(),
      cases: z.number(),
      approved: fen,
      ordered: fen,
      paid: fen,
      returned: fen,
    }),
  ),
});
export type MonthResponse = z.infer<typeof monthResponse>;
