import type { Database } from '@luodi/platform';
import { payerResponse } from '../src/contract/index.ts';
import { sessionCookie } from '../src/api/session-cookie.ts';
import { demoBrowser } from './record-app.ts';
import type { App, Browser } from './record-app.ts';
import { applicant, caseIn, must, officerOf } from './rounds-app.ts';

const account = { name: '演示账户', bank: '演示银行杭州分行', number: '6222020000000000012' };

/** Everything that a payer has ordered goes to the bank, and the bank says that it arrived. */
export async function payEverything(
  { app, database }: { readonly app: App; readonly database: Database },
  finance: Browser,
  payer: string,
  batch: string,
): Promise<void> {
  const waiting = await finance.send('GET', `/api/money/payer?payer=${encodeURIComponent(payer)}`);
  const { ready } = payerResponse.parse(await waiting.json());
  await must(finance, '/api/money/batches', { batch, payer, account, limit: 100, shown: ready });
  await must(finance, `/api/money/batches/${batch}/sent`, { payer });
  const payments = await database.queries
    .selectFrom('payment')
    .select(['end_to_end_id', 'fen'])
    .where('batch', '=', batch)
    .execute();
  const rows = payments.map(
    ({ end_to_end_id: id, fen }, at) => `R${batch}${at},${id},${fen / 100n}.00,成功,2026-06-01`,
  );
  const form = new FormData();
  form.set('file', new File([['流水号,业务号,金额,结果,日期', ...rows].join('\n')], '回单.csv'));
  form.set('payer', payer);
  const answer = await app.request('/api/money/receipts', {
    method: 'POST',
    body: form,
    headers: {
      cookie: `${sessionCookie}=${finance.cookie}`,
      'x-csrf-token': finance.csrf,
      'idempotency-key': `receipts-of-${batch}`,
    },
  });
  if (answer.status !== 200) throw new Error(await answer.text());
}

/** A case of 演示企业甲 for which 200万元 arrived: listed without asking, confirmed, claimed, paid by 西湖区. */
export async function paidCase(record: {
  readonly app: App;
  readonly database: Database;
}): Promise<string> {
  const { app } = record;
  await must(await officerOf(app, '市科技局'), '/api/programmes/demo-listing-tutoring/begin');
  const enterprise = await applicant(app);
  const id = await caseIn(enterprise, 'demo-listing-tutoring');
  const path = `/api/cases/${encodeURIComponent(id)}`;
  await must(enterprise, `${path}/confirm`);
  const signed = '本企业确认以上事实属实，账户为本企业所有。';
  await must(enterprise, `${path}/claim`, { account, signed });
  const finance = await demoBrowser(app, '演示·西湖区财政局财务员');
  await payEverything(record, finance, 'district:西湖区', 'PAID-CASE');
  return id;
}
