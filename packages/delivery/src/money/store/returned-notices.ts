import { sql } from 'kysely';
import { formatMoneyEn, formatMoneyZh, rational } from '@luodi/kernel';
import { notify } from '@luodi/platform';
import type { Notice } from '@luodi/platform';
import { totalOf } from '../domain/part.ts';
import type { Booking, Ledger } from './booking.ts';
import { recordSet } from './record-set.ts';

interface Returned {
  readonly enterprise: string;
  readonly case: string | null;
  readonly title: string | null;
  readonly titleEn: string | null;
  readonly fen: bigint;
  readonly reason: string | null;
  readonly payerDistrict: string | null;
}

/** What the payee has to do; for a provider of vouchers finance settles anew. */
function payeeNotice(returned: Returned, { subject }: Booking): Notice {
  const { enterprise, case: id, title, titleEn, fen, reason } = returned;
  const [sumZh, sumEn] = [formatMoneyZh(rational(fen)), formatMoneyEn(rational(fen))];
  const [whyZh, whyEn] = reason === null ? ['', ''] : [`（${reason}）`, ` (${reason})`];
  if (id === null)
    return {
      organisation: enterprise,
      subject,
      kind: 'payment_returned',
      words: {
        zh: `付给贵单位的 ${sumZh} 被银行退回${whyZh}。请把正确的收款账户告诉付款的财政部门，重新结算`,
        en: `The bank returned ${sumEn} paid to you${whyEn}. Please tell the paying finance office the right account; it is settled anew`,
      },
    };
  return {
    organisation: enterprise,
    subject: id,
    kind: 'case.payment_returned',
    words: {
      zh: `“${title ?? id}”的 ${sumZh} 被银行退回${whyZh}。请在办件页面改填正确的收款账户，提交后自动重新支付`,
      en: `The bank returned ${sumEn} of “${titleEn ?? id}”${whyEn}. Please give the right account on the page of the case; it is then paid again by itself`,
    },
  };
}

async function financeNotices(
  transaction: Ledger,
  returned: readonly Returned[],
  { subject }: Booking,
): Promise<readonly Notice[]> {
  const district = returned[0]?.payerDistrict ?? null;
  const { rows } = await sql<{ readonly id: string }>`
    select id from finance_office where district is not distinct from ${district}::text order by id`.execute(
    transaction,
  );
  const sum = rational(totalOf(returned));
  const count = returned.length;
  const words = {
    zh: `${count} 笔支付被银行退回，共 ${formatMoneyZh(sum)}。企业改填账户后自动重新下达；账户没有错的，可以在“资金 › 支付”重新下达`,
    en: `The bank returned ${count} payments, ${formatMoneyEn(sum)} together. They are ordered anew when the enterprises correct their accounts; where the account is right, order them again under Money › Payments`,
  };
  return rows.map(({ id }) => ({ organisation: id, subject, kind: 'payments_returned', words }));
}

/** Tells payees and the finance office of the payer what came back, and what to do. All payments are of one payer. */
export async function tellOfReturned(
  transaction: Ledger,
  booking: Booking,
  payments: readonly { readonly id: string; readonly reason: string | null }[],
): Promise<void> {
  const set = recordSet(
    payments.map(({ id, reason }) => ({ id, reason })),
    { id: 'text', reason: 'text' },
  );
  const { rows } = await sql<Returned>`
    select y.enterprise, y.delivery_case as "case", p.title, p.title_en as "titleEn", y.fen, w.reason,
      b.district as "payerDistrict"
    from payment y join ${set} w on w.id = y.id join organisation b on b.id = y.payer
    left join delivery_case c on c.id = y.delivery_case left join programme p on p.id = c.programme
    order by y.id`.execute(transaction);
  const toPayees = rows.map((row) => payeeNotice(row, booking));
  const toFinance = await financeNotices(transaction, rows, booking);
  await notify(transaction, [...toPayees, ...toFinance], booking.at);
}
