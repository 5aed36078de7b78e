import { XMLParser } from 'fast-xml-parser';
import { fail, ok } from '@luodi/kernel';
import { readAs } from '@luodi/platform';
import { beforeAll, expect, test } from 'vitest';
import { markBatchSent, orderFile, prepareBatch } from '../../src/money/commands/payment-batch.ts';
import { cancelPayment, dissolveBatch } from '../../src/money/commands/withdraw-payment.ts';
import { importReceipts } from '../../src/money/commands/receipts.ts';
import type { Receipt } from '../../src/money/domain/receipt.ts';
import { paymentWorkbook } from '../../src/money/files/payment-workbook.ts';
import { trialBalance } from '../../src/money/queries/trial-balance.ts';
import { readBatchFile } from '../../src/money/store/batch-file.ts';
import { previewBatch } from '../../src/money/store/batches.ts';
import { orderPayments } from '../../src/money/store/payment-order.ts';
import { approveMoney } from '../../src/money/store/reservation.ts';
import { readSheet } from '../../src/facts/reading/read-sheet.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import {
  at,
  booking,
  caseId,
  cityFinance,
  districtFinance,
  payer,
  seedMoney,
  source,
  system,
} from '../support/money-seed.ts';

const account = { name: '演示区财政局', number: '6222 0000 1111 2222', bank: '演示银行' };

onEveryDatabase('batches and receipts', ({ database }) => {
  const within = <Answer>(work: Parameters<typeof readAs<Answer>>[2]) =>
    readAs(database().queries, system, work);
  const asked = (key: string, actor = districtFinance) => ({ key, actor, at });
  const receipts = (run: string, list: readonly Receipt[]) =>
    importReceipts(database().queries, {
      ...asked(run),
      input: { run, payer, fileName: `${run}.xml`, receipts: list },
    });
  const order = (cases: readonly string[]) =>
    within((ledger) =>
      orderPayments(ledger, booking('run'), { cases, pool: source.pool, year: 2026, payer }),
    );
  const stateOf = (id: string) =>
    within((ledger) =>
      ledger
        .selectFrom('payment')
        .select(['state', 'end_to_end_id', 'fen', 'reason'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );
  const receiptOf = async (id: string, changes: Partial<Receipt> = {}): Promise<Receipt> => {
    const { end_to_end_id: endToEndId, fen } = await stateOf(id);
    return {
      reference: `R-${id}`,
      endToEndId,
      fen,
      outcome: 'paid',
      reason: undefined,
      valueDate: '2026-03-05',
      ...changes,
    };
  };
  const prepare = async (batch: string, changes: object = {}, limit = 100) => {
    const shown = await within((ledger) => previewBatch(ledger, { payer, limit }));
    return prepareBatch(database().queries, {
      ...asked(`prepare ${batch}`),
      input: { batch, payer, account, limit, shown, ...changes },
    });
  };

  beforeAll(async () => {
    await seedMoney(database(), 12, 1_000_000_00n);
    await within(async (transaction) => {
      const clerk = { id: 'clerk', login: 'clerk', name: '演示财务员', name_en: 'Demo clerk' };
      await transaction
        .insertInto('app_user')
        .values({ ...clerk, created_at: at })
        .execute();
      await transaction
        .insertInto('membership')
        .values({ app_user: 'clerk', organisation: payer, role: 'finance' })
        .execute();
    });
    const sums = Array.from({ length: 6 }, (_, number) => ({
      subject: caseId(number),
      fen: 100_01n + BigInt(number),
    }));
    await within((ledger) => approveMoney(ledger, booking('run'), sums, source));
    await order(sums.map(({ subject }) => subject));
  });

  for (const c of [
    { name: 'an officer of finance elsewhere', actor: { ...districtFinance, district: '滨江区' } },
    { name: 'a reviewing officer', actor: { ...districtFinance, role: 'officer' as const } },
  ])
    test(`${c.name} cannot prepare a batch`, async () => {
      const refused = await prepareBatch(database().queries, {
        ...asked('foreign', c.actor),
        input: { batch: 'x', payer, account, limit: 1, shown: { payments: 1, fen: 1n } },
      });
      expect(refused).toEqual(fail({ code: 'not_your_money', organisation: payer }));
    });

  test('a batch whose total is not the one that was shown is refused with what it would be', async () => {
    expect(await prepare('B0', { shown: { payments: 6, fen: 1n } })).toEqual(
      fail({ code: 'batch_changed', payments: 6, fen: 60_021n }),
    );
    expect(await prepare('B0', { account: { ...account, number: '12' } })).toEqual(
      fail({ code: 'account_invalid', field: 'number' }),
    );
  });

  test('a batch takes the oldest payments up to its limit; asked for again, it is the same', async () => {
    const first = await prepare('B-1', {}, 4);
    expect(first).toEqual(ok({ batch: 'B-1', payments: 4, fen: '40010' }));
    const again = await prepareBatch(database().queries, {
      ...asked('prepare B-1'),
      input: { batch: 'B-1', payer, account, limit: 4, shown: { payments: 4, fen: 40_010n } },
    });
    expect(again).toEqual(first);
    expect(
      await prepareBatch(database().queries, {
        ...asked('another key'),
        input: { batch: 'B-1', payer, account, limit: 4, shown: { payments: 2, fen: 20_011n } },
      }),
    ).toEqual(fail({ code: 'batch_exists' }));
  });

  test('its file is pain.001 with the sums to the 分, the same each time, and sent as it is', async () => {
    const content = await within((ledger) => readBatchFile(ledger, 'B-1'));
    if (content === undefined) throw new Error('the batch is there');
    const { xml, sha256 } = orderFile(content);
    expect(orderFile(content)).toEqual({ xml, sha256 });
    const read = new XMLParser({ ignoreAttributes: false, parseTagValue: false }).parse(xml);
    const order = read.Document.CstmrCdtTrfInitn;
    expect(read.Document['@_xmlns']).toBe('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09');
    expect(order.GrpHdr).toMatchObject({
      MsgId: 'B1',
      NbOfTxs: '4',
      CtrlSum: '400.10',
      InitgPty: { Nm: '演示区财政局' },
    });
    expect(order.PmtInf.ReqdExctnDt).toEqual({ Dt: '2026-03-02' });
    expect(order.PmtInf.DbtrAcct).toEqual({ Id: { Othr: { Id: '6222000011112222' } }, Ccy: 'CNY' });
    expect(order.PmtInf.CdtTrfTxInf).toHaveLength(4);
    expect(order.PmtInf.CdtTrfTxInf[1]).toEqual({
      PmtId: { EndToEndId: (await stateOf(`${caseId(1)}/1`)).end_to_end_id },
      Amt: { InstdAmt: { '#text': '100.02', '@_Ccy': 'CNY' } },
      CdtrAgt: { FinInstnId: { Nm: '演示银行' } },
      Cdtr: { Nm: '演示企业1号' },
      CdtrAcct: { Id: { Othr: { Id: '6222020200000001' } } },
      RmtInf: { Ustrd: '演示项目' },
    });
    const send = (key: string, hash: string | undefined) =>
      markBatchSent(database().queries, {
        ...asked(key),
        input: { batch: 'B-1', payer, sha256: hash },
      });
    expect(await send('send 0', 'other')).toEqual(fail({ code: 'file_differs', sha256 }));
    expect(await send('send 1', sha256)).toEqual(ok({ batch: 'B-1', sha256 }));
    expect(await send('send 2', sha256)).toEqual(fail({ code: 'batch_not_prepared' }));
  });

  test('its workbook lists the same payments and their sum', async () => {
    const content = await within((ledger) => readBatchFile(ledger, 'B-1'));
    if (content === undefined) throw new Error('the batch is there');
    const sheet = await readSheet({ name: 'b.xlsx', bytes: await paymentWorkbook(content) });
    if (!sheet.ok) throw new Error('the workbook can be read');
    expect(sheet.value.rows).toHaveLength(6);
    expect(sheet.value.rows[1]?.cells.slice(0, 5)).toEqual([
      '1',
      '演示企业0号',
      '6222020200000000',
      '演示银行',
      '100.01',
    ]);
    expect(sheet.value.rows[5]?.cells[4]).toBe('400.10');
  });

  test('receipts pay and return; the same file again changes nothing', async () => {
    const list = [
      await receiptOf(`${caseId(0)}/1`),
      await receiptOf(`${caseId(1)}/1`, { outcome: 'returned', reason: '户名不符' }),
    ];
    expect(await receipts('r1', list)).toEqual(ok({ fresh: 2, paid: 1, returned: 1 }));
    expect(await receipts('r2', list)).toEqual(ok({ fresh: 0, paid: 0, returned: 0 }));
    expect(await stateOf(`${caseId(0)}/1`)).toMatchObject({ state: 'paid' });
    expect(await stateOf(`${caseId(1)}/1`)).toMatchObject({
      state: 'returned',
      reason: '户名不符',
    });
  });

  test('what came back is told: the payee what to do, the finance office of the payer how much; once', async () => {
    const told = await within((ledger) =>
      ledger
        .selectFrom('notification')
        .select(['organisation', 'subject', 'kind', 'words'])
        .where('kind', 'like', '%returned')
        .orderBy('id')
        .execute(),
    );
    expect(told).toEqual([
      {
        organisation: 'enterprise:1',
        subject: caseId(1),
        kind: 'case.payment_returned',
        words: {
          zh: expect.stringContaining('100.02元 被银行退回（户名不符）。请在办件页面改填'),
          en: expect.stringContaining('(户名不符). Please give the right account'),
        },
      },
      {
        organisation: payer,
        subject: 'r1',
        kind: 'payments_returned',
        words: {
          zh: expect.stringContaining('1 笔支付被银行退回，共 100.02元'),
          en: expect.stringContaining('returned 1 payments'),
        },
      },
    ]);
  });

  test('what answers to no payment stays with the reason, and is matched when the reason is gone', async () => {
    const list = [
      await receiptOf(`${caseId(0)}/1`, { reference: 'twice' }),
      await receiptOf(`${caseId(2)}/1`, { reference: 'sum', fen: 1n }),
      await receiptOf(`${caseId(2)}/1`, { reference: 'unknown', endToEndId: 'LD0' }),
      await receiptOf(`${caseId(4)}/1`, { reference: 'early' }),
    ];
    expect(await receipts('r3', list)).toEqual(ok({ fresh: 4, paid: 0, returned: 0 }));
    const standing = () =>
      within((ledger) =>
        ledger
          .selectFrom('bank_receipt')
          .select(['reference', 'unmatched'])
          .where('payment', 'is', null)
          .orderBy('reference')
          .execute(),
      );
    expect(await standing()).toEqual([
      { reference: 'early', unmatched: 'not_sent' },
      { reference: 'sum', unmatched: 'wrong_sum' },
      { reference: 'twice', unmatched: 'already_settled' },
      { reference: 'unknown', unmatched: 'unknown_payment' },
    ]);
    await prepare('B-2');
    await markBatchSent(database().queries, {
      ...asked('send B-2'),
      input: { batch: 'B-2', payer, sha256: undefined },
    });
    expect(await receipts('r4', [])).toEqual(ok({ fresh: 0, paid: 1, returned: 0 }));
    expect((await standing()).map(({ reference }) => reference)).toEqual([
      'sum',
      'twice',
      'unknown',
    ]);
  });

  test('a returned payment is ordered again under a new number; there are never two live ones', async () => {
    expect(await order([caseId(1)])).toEqual(ok({ payments: 1, fen: 100_02n }));
    expect(await order([caseId(1)])).toEqual(fail({ code: 'payment_live', subject: caseId(1) }));
    const [first, second] = [await stateOf(`${caseId(1)}/1`), await stateOf(`${caseId(1)}/2`)];
    expect(second.state).toBe('ordered');
    expect(second.end_to_end_id).not.toBe(first.end_to_end_id);
  });

  test('a payment that comes back after it was paid is approved again', async () => {
    const back = await receiptOf(`${caseId(0)}/1`, {
      reference: 'back',
      outcome: 'returned',
      reason: '账户已销户',
    });
    expect(await receipts('r5', [back])).toEqual(ok({ fresh: 1, paid: 0, returned: 1 }));
    expect(await order([caseId(0)])).toEqual(ok({ payments: 1, fen: 100_01n }));
  });

  test('a batch is settled when each of its payments is paid or returned', async () => {
    const batchState = () =>
      within((ledger) =>
        ledger
          .selectFrom('payment_batch')
          .select('state')
          .where('id', '=', 'B-1')
          .executeTakeFirst(),
      );
    expect(await batchState()).toEqual({ state: 'sent' });
    await receipts('r6', [await receiptOf(`${caseId(2)}/1`), await receiptOf(`${caseId(3)}/1`)]);
    expect(await batchState()).toEqual({ state: 'settled' });
  });

  test('two officers who prepare at once never take the same payment', async () => {
    await within((ledger) =>
      approveMoney(ledger, booking('run'), [{ subject: caseId(7), fen: 7n }], source),
    );
    await order([caseId(7)]);
    const shown = await within((ledger) => previewBatch(ledger, { payer, limit: 100 }));
    const both = await Promise.all(
      ['P-1', 'P-2'].map((batch) =>
        prepareBatch(database().queries, {
          ...asked(batch, batch === 'P-1' ? cityFinance : districtFinance),
          input: { batch, payer, account, limit: 100, shown },
        }),
      ),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  });

  test('a batch that has not been sent is taken apart; then its payments may be cancelled and ordered anew', async () => {
    await within((ledger) =>
      approveMoney(ledger, booking('run'), [{ subject: caseId(8), fen: 9n }], source),
    );
    await order([caseId(8)]);
    const cancel = (key: string) =>
      cancelPayment(database().queries, {
        ...asked(key),
        input: { payment: `${caseId(8)}/1`, payer, words: '账号有误' },
      });
    const dissolve = (key: string, batch: string) =>
      dissolveBatch(database().queries, {
        ...asked(key),
        input: { batch, payer, words: '账号有误' },
      });
    expect(await prepare('D-1')).toMatchObject({ ok: true });
    expect(await cancel('c1')).toEqual(fail({ code: 'payment_under_way', state: 'batched' }));
    expect(await dissolve('d1', 'B-1')).toEqual(fail({ code: 'batch_not_prepared' }));
    expect(await dissolve('d2', 'D-1')).toEqual(ok({ batch: 'D-1' }));
    expect(await cancel('c2')).toEqual(ok({ payment: `${caseId(8)}/1` }));
    expect(await cancel('c3')).toEqual(fail({ code: 'payment_under_way', state: 'cancelled' }));
    expect(await order([caseId(8)])).toEqual(ok({ payments: 1, fen: 9n }));
  });

  test('the trial balance is zero', async () => {
    expect(await within(trialBalance)).toMatchObject({
      whole: true,
      layers: { budget: 0n, cash: 0n },
    });
  });
});
