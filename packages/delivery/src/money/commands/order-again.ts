import { fail, ok } from '@luodi/kernel';
import { z } from 'zod';
import { checkBankAccount, maskAccountNumber } from '../domain/bank-account.ts';
import type { BankAccount, BankAccountFault } from '../domain/bank-account.ts';
import type { LedgerFault } from '../store/booking.ts';
import { orderPayments } from '../store/payment-order.ts';
import type { OrderFault } from '../store/payment-order.ts';
import { moneyCommand } from './money-command.ts';

const ordered = z.object({ payment: z.string(), fen: z.string() });

export type OrderAgainFault =
  | LedgerFault
  | OrderFault
  | BankAccountFault
  | { readonly code: 'payment_unknown' }
  /** Where the money goes is for its owner alone to say. */
  | { readonly code: 'account_not_yours' };

/**
 * Orders a payment anew that came back or was cancelled, under the next attempt. Finance orders it to the account that the case
 * names; the enterprise may name another one.
 */
export const orderAgain = moneyCommand<
  {
    readonly payment: string;
    readonly payer: string;
    readonly enterprise: string;
    readonly account: BankAccount | undefined;
    readonly words: string;
  },
  z.infer<typeof ordered>,
  OrderAgainFault
>(
  {
    name: 'order_again',
    outcome: ordered,
    handles: ({ payer }) => payer,
    alsoFor: ({ enterprise }) => enterprise,
  },
  async (transaction, { input, actor, at }) => {
    const { payment, payer, enterprise, words } = input;
    const found = await transaction
      .selectFrom('payment')
      .select(['delivery_case', 'pool', 'year'])
      .where('id', '=', payment)
      .where('payer', '=', payer)
      .where('enterprise', '=', enterprise)
      .where('state', 'in', ['returned', 'cancelled'])
      .forUpdate()
      .executeTakeFirst();
    if (found === undefined || found.delivery_case === null)
      return fail({ code: 'payment_unknown' });
    const { delivery_case: subject, pool, year } = found;
    const account = input.account === undefined ? ok(undefined) : checkBankAccount(input.account);
    if (!account.ok) return account;
    if (account.value !== undefined) {
      if (actor.organisation !== enterprise) return fail({ code: 'account_not_yours' });
      await transaction
        .updateTable('delivery_case')
        .set({ account: JSON.stringify(account.value) })
        .where('id', '=', subject)
        .execute();
    }
    const booking = { subject, words, actor, at };
    const again = await orderPayments(transaction, booking, {
      cases: [subject],
      pool,
      year,
      payer,
    });
    if (!again.ok) return again;
    const number = account.value === undefined ? null : maskAccountNumber(account.value.number);
    const { id } = await transaction
      .selectFrom('payment')
      .select('id')
      .where('subject', '=', subject)
      .where('state', '=', 'ordered')
      .executeTakeFirstOrThrow();
    const outcome = { payment: id, fen: again.value.fen.toString() };
    const detail = { ...outcome, insteadOf: payment, account: number };
    return ok({ outcome, entry: { action: 'order_again', subject, reason: words, detail } });
  },
);
