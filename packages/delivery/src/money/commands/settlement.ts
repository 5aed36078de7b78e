import { fail, ok } from '@luodi/kernel';
import { z } from 'zod';
import { settle } from '../domain/cash-flows.ts';
import { book } from '../store/book.ts';
import type { BudgetYear, LedgerFault } from '../store/booking.ts';
import { lockClaims } from '../store/open-claims.ts';
import { moneyCommand } from './money-command.ts';

const settled = z.object({ fen: z.string(), open: z.string() });

/** A debtor paid a creditor what it owed for payments that the creditor had advanced. `fen` is above zero. */
export const settleClaim = moneyCommand<
  BudgetYear & {
    /** Who advanced and now has the money. */
    readonly creditor: string;
    readonly debtor: string;
    readonly fen: bigint;
    /** The transfer's number or document. */
    readonly words: string;
  },
  z.infer<typeof settled>,
  LedgerFault | { readonly code: 'claim_exceeded'; readonly open: bigint }
>(
  { name: 'settle_claim', outcome: settled, handles: ({ creditor }) => creditor },
  async (transaction, { input, actor, at }) => {
    const { pool, year, creditor, debtor, fen, words } = input;
    const claims = await lockClaims(transaction, [creditor]);
    const open = claims({ pool, year, creditor, debtor });
    if (fen > open) return fail({ code: 'claim_exceeded', open });
    const postings = settle({ pool, year }, { creditor, debtor, fen });
    const entry = await book(transaction, 'settle', { subject: pool, words, actor, at }, postings);
    if (!entry.ok) return entry;
    const outcome = { fen: fen.toString(), open: (open - fen).toString() };
    const detail = { ...outcome, year, creditor, debtor };
    return ok({
      outcome,
      entry: { action: 'settle_claim', subject: pool, reason: words, detail },
    });
  },
);
