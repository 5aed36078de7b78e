import { fail, formatMoneyEn, formatMoneyZh, ok, rational, dayOf } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { notify } from '@luodi/platform';
import { z } from 'zod';
import { checkBankAccount } from '../domain/bank-account.ts';
import type { BankAccount, BankAccountFault } from '../domain/bank-account.ts';
import { totalOf } from '../domain/part.ts';
import { checkShares } from '../domain/shares.ts';
import type { SharesFault } from '../domain/shares.ts';
import { checkIssue, checkRedemption, payableOf } from '../domain/voucher.ts';
import type { VoucherFault } from '../domain/voucher.ts';
import type { Ledger, LedgerFault } from '../store/booking.ts';
import { orderProviderPayment } from '../store/provider-payment.ts';
import { movePart, reserveMoney } from '../store/reservation.ts';
import type { NotHeldFault, ReserveFault } from '../store/reservation.ts';
import {
  foreignDistrict,
  isListed,
  issuedFen,
  issuedUnder,
  lockUnsettled,
  lockVoucher,
  lockVoucherPool,
  rateOf,
  sharesOf,
  unknownOrganisations,
} from '../store/vouchers.ts';
import type { WrittenShares } from '../store/vouchers.ts';
import { moneyCommand } from './money-command.ts';

async function hasBudget(transaction: Ledger, pool: string): Promise<boolean> {
  const found = await transaction
    .selectFrom('budget_pool')
    .select('id')
    .where('id', '=', pool)
    .executeTakeFirst();
  return found !== undefined;
}

const opened = z.object({ voucherPool: z.string() });

/** Opens a pool of vouchers: which budget they come from, how much an enterprise may get, until when, and where they count. */
export const openVoucherPool = moneyCommand<
  {
    readonly voucherPool: string;
    readonly name: string;
    readonly nameEn: string;
    readonly measure: string;
    readonly pool: string;
    readonly year: number;
    readonly payer: string;
    readonly shares: WrittenShares;
    /** What one enterprise may get in the year, in 分. */
    readonly limit: bigint;
    /** The last day, YYYY-MM-DD. */
    readonly expiresOn: string;
    readonly providers: readonly string[];
    /** Which part of an invoice its vouchers pay at most: `1/2`. */
    readonly rate: string;
    /** The version of the rules that it is opened by, and where the rule stands. */
    readonly contentVersion: string | undefined;
    readonly clause: string;
  },
  z.infer<typeof opened>,
  | SharesFault
  | { readonly code: 'voucher_pool_exists' }
  | { readonly code: 'pool_unknown' }
  | { readonly code: 'unknown_organisation'; readonly ids: readonly string[] }
>(
  { name: 'open_voucher_pool', outcome: opened, handles: ({ payer }) => payer },
  async (transaction, { input }) => {
    const { voucherPool, name, nameEn, limit, expiresOn, providers, shares, ...rest } = input;
    const { contentVersion, ...columns } = rest;
    const checked = checkShares(sharesOf(shares));
    if (!checked.ok) return checked;
    const named = [...providers, ...shares.map(({ holder }) => holder)];
    const ids = await unknownOrganisations(transaction, named);
    if (ids.length > 0) return fail({ code: 'unknown_organisation', ids });
    if (!(await hasBudget(transaction, input.pool))) return fail({ code: 'pool_unknown' });
    const added = await transaction
      .insertInto('voucher_pool')
      .values({
        ...columns,
        content_version: contentVersion ?? null,
        id: voucherPool,
        name,
        name_en: nameEn,
        shares: JSON.stringify(shares),
        limit_fen: limit,
        expires_on: expiresOn,
        state: 'open',
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (added === undefined) return fail({ code: 'voucher_pool_exists' });
    if (providers.length > 0)
      await transaction
        .insertInto('voucher_provider')
        .values(providers.map((provider) => ({ pool: voucherPool, provider })))
        .execute();
    const detail = { providers, limit: limit.toString(), expiresOn };
    return ok({
      outcome: { voucherPool },
      entry: { action: 'open_voucher_pool', subject: voucherPool, reason: name, detail },
    });
  },
);

interface Issue {
  readonly voucherPool: string;
  readonly enterprise: string;
  readonly fen: bigint;
  readonly atMost?: bigint | undefined;
}

/** Whether the pool, its district and the rule let an enterprise have this much more. */
async function mayIssue(
  transaction: Ledger,
  pool: NonNullable<Awaited<ReturnType<typeof lockVoucherPool>>>,
  { voucherPool, enterprise, fen, atMost }: Issue,
  today: string,
): Promise<Result<undefined, VoucherFault>> {
  const district = await foreignDistrict(transaction, pool.payer, enterprise);
  if (district !== undefined) return fail({ code: 'voucher_other_district', district });
  const had = await issuedFen(transaction, voucherPool, enterprise);
  const allowed = checkIssue(pool, had, fen, today);
  if (!allowed.ok || atMost === undefined) return allowed;
  const { measure, source } = pool;
  const everywhere = await issuedUnder(transaction, measure, source.year, enterprise);
  return checkIssue({ ...pool, limit: atMost }, everywhere, fen, today);
}

async function tellOfVoucher(
  transaction: Ledger,
  { voucher, organisation, fen }: { voucher: string; organisation: string; fen: bigint },
  expiresOn: string,
  at: Date,
): Promise<void> {
  const words = {
    zh: `发给贵企业一张券 ${voucher}，面额 ${formatMoneyZh(rational(fen))}，${expiresOn} 前有效`,
    en: `You got voucher ${voucher} over ${formatMoneyEn(rational(fen))}, valid until ${expiresOn}`,
  };
  await notify(
    transaction,
    [{ organisation, subject: voucher, kind: 'voucher_issued', words }],
    at,
  );
}

const issued = z.object({ voucher: z.string(), fen: z.string() });

/** Gives an enterprise a voucher: its face (分, above zero) is reserved. */
export const issueVoucher = moneyCommand<
  {
    readonly voucher: string;
    readonly voucherPool: string;
    readonly enterprise: string;
    readonly fen: bigint;
    /** What the rule gives this enterprise in a year at most (分), all pools together; left out: no bound but the pool's. */
    readonly atMost?: bigint | undefined;
  },
  z.infer<typeof issued>,
  VoucherFault | ReserveFault | { readonly code: 'voucher_exists' }
>(
  {
    name: 'issue_voucher',
    outcome: issued,
    handles: ({ enterprise }) => enterprise,
    alsoFor: ({ enterprise }) => enterprise,
  },
  async (transaction, { input, actor, at }) => {
    const { voucher, voucherPool, enterprise, fen } = input;
    const pool = await lockVoucherPool(transaction, voucherPool);
    if (pool === undefined) return fail({ code: 'voucher_pool_unknown' });
    const allowed = await mayIssue(transaction, pool, input, dayOf(at).toString());
    if (!allowed.ok) return allowed;
    if ((await lockVoucher(transaction, voucher)) !== undefined)
      return fail({ code: 'voucher_exists' });
    const booking = { subject: voucherPool, words: `发放 ${voucher}`, actor, at };
    const reserved = await reserveMoney(
      transaction,
      booking,
      [{ subject: voucherPool, fen }],
      pool.source,
    );
    if (!reserved.ok) return reserved;
    await transaction
      .insertInto('voucher')
      .values({
        id: voucher,
        pool: voucherPool,
        enterprise,
        face_fen: fen,
        remaining_fen: fen,
        issued_at: at,
        expires_on: pool.expiresOn,
      })
      .execute();
    if (actor.organisation !== enterprise)
      await tellOfVoucher(
        transaction,
        { voucher, organisation: enterprise, fen },
        pool.expiresOn,
        at,
      );
    const outcome = { voucher, fen: fen.toString() };
    const entry = {
      action: 'issue_voucher',
      subject: voucherPool,
      reason: enterprise,
      detail: outcome,
    };
    return ok({ outcome, entry });
  },
);

const redeemed = z.object({ redemption: z.string(), remaining: z.string() });

/** A provider takes a voucher, or a part of it (分, above zero), for an invoice. */
export const redeemVoucher = moneyCommand<
  {
    readonly redemption: string;
    readonly voucher: string;
    readonly provider: string;
    readonly fen: bigint;
    readonly invoice: string;
    /** What the whole invoice is over, in 分. */
    readonly invoiceFen: bigint;
  },
  z.infer<typeof redeemed>,
  VoucherFault | LedgerFault | NotHeldFault
>(
  {
    name: 'redeem_voucher',
    outcome: redeemed,
    handles: ({ provider }) => provider,
    alsoFor: ({ provider }) => provider,
  },
  async (transaction, { input, actor, at }) => {
    const { redemption, voucher, provider, fen, invoice, invoiceFen } = input;
    const found = await lockVoucher(transaction, voucher);
    if (found === undefined) return fail({ code: 'voucher_unknown' });
    const { pool, remaining_fen: remaining, expires_on: expiresOn, expired_at: expiredAt } = found;
    const listed = await isListed(transaction, pool, provider);
    const state = { expiresOn, remaining, expired: expiredAt !== null };
    const allowed = checkRedemption(state, listed, fen, dayOf(at).toString());
    if (!allowed.ok) return allowed;
    const payable = payableOf(invoiceFen, await rateOf(transaction, pool));
    if (fen > payable) return fail({ code: 'invoice_too_small', payable });
    const kept = await transaction
      .insertInto('redemption')
      .values({ id: redemption, voucher, provider, fen, invoice, invoice_fen: invoiceFen, at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (kept === undefined) return fail({ code: 'invoice_used' });
    const booking = { subject: pool, words: `核销 ${voucher}，发票 ${invoice}`, actor, at };
    const moved = await movePart(transaction, booking, 'approve', { subject: pool, fen });
    if (!moved.ok) return moved;
    await transaction
      .updateTable('voucher')
      .set({ remaining_fen: remaining - fen })
      .where('id', '=', voucher)
      .execute();
    const outcome = { redemption, remaining: (remaining - fen).toString() };
    const detail = { ...outcome, voucher, provider, fen: fen.toString() };
    return ok({
      outcome,
      entry: { action: 'redeem_voucher', subject: pool, reason: invoice, detail },
    });
  },
);

const settled = z.object({ payment: z.string(), redemptions: z.number(), fen: z.string() });

/** Orders the payment of everything that a provider redeemed and was not paid for. */
export const settleProvider = moneyCommand<
  {
    readonly voucherPool: string;
    readonly payer: string;
    readonly provider: string;
    readonly account: BankAccount;
  },
  z.infer<typeof settled>,
  VoucherFault | BankAccountFault | LedgerFault | NotHeldFault | { readonly code: 'nothing_to_pay' }
>(
  { name: 'settle_provider', outcome: settled, handles: ({ payer }) => payer },
  async (transaction, { input, actor, at }) => {
    const { voucherPool, payer, provider } = input;
    const account = checkBankAccount(input.account);
    if (!account.ok) return account;
    const pool = await lockVoucherPool(transaction, voucherPool);
    if (pool === undefined || pool.payer !== payer) return fail({ code: 'voucher_pool_unknown' });
    const redemptions = await lockUnsettled(transaction, voucherPool, provider);
    const fen = totalOf(redemptions);
    if (fen === 0n) return fail({ code: 'nothing_to_pay' });
    const booking = { subject: voucherPool, words: `与 ${provider} 结算`, actor, at };
    const { pool: budget, year } = pool.source;
    const payment = await orderProviderPayment(transaction, booking, {
      voucherPool,
      provider,
      payer,
      pool: budget,
      year,
      fen,
      account: account.value,
    });
    if (!payment.ok) return payment;
    const ids = redemptions.map(({ id }) => id);
    await transaction
      .updateTable('redemption')
      .set({ settled_payment: payment.value })
      .where('id', 'in', ids)
      .execute();
    const outcome = { payment: payment.value, redemptions: ids.length, fen: fen.toString() };
    const entry = {
      action: 'settle_provider',
      subject: voucherPool,
      reason: provider,
      detail: outcome,
    };
    return ok({ outcome, entry });
  },
);
