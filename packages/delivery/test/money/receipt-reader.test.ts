import { ok } from '@luodi/kernel';
import { expect, test } from 'vitest';
import { sheetLimits } from '../../src/facts/reading/sheet-limits.ts';
import { ReceiptReader } from '../../src/money/files/receipt-reader.ts';
import { readReceipts } from '../../src/money/files/read-receipts.ts';

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

function camt(entries: number) {
  const all = Array.from(
    { length: entries },
    (
      _,
      at,
    ) => `<Ntry><Amt Ccy="CNY">${at}.01</Amt><ValDt><Dt>2026-03-05</Dt></ValDt><NtryDtls><TxDtls>
      <Refs><AcctSvcrRef>R${at}</AcctSvcrRef><EndToEndId>LD${at}</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>`,
  );
  return file(
    'camt.xml',
    `<Document><BkToCstmrDbtCdtNtfctn><Ntfctn>${all.join('')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`,
  );
}

const small = camt(2);
const large = camt(30_000);
const reader = new ReceiptReader();

test('a file is read as it is where one waits for it, however many receipts it has', async () => {
  expect(await reader.read(large)).toEqual(await readReceipts(large));
});

test('a list in a table is read there too', async () => {
  const list = file(
    '回单.csv',
    '流水号,业务号,金额（元）,结果,日期\nR1,LD1,100.01,成功,2026-03-05\n合计,,100.01,,',
  );
  expect(await reader.read(list)).toMatchObject(ok([{ reference: 'R1', fen: 10_001n }]));
});

test('what is wrong in a file is told by place', async () => {
  const wrong = file('a.csv', '流水号,业务号,金额（元）,结果,日期\nR1,LD1,1.005,成功,2026-03-05');
  expect(await reader.read(wrong)).toMatchObject({
    error: { code: 'value_invalid', row: 2, field: 'fen', found: '1.005' },
  });
});

test('what else is asked goes before a large file', async () => {
  const order: string[] = [];
  const reading = reader.read(large).then(() => order.push('the file'));
  await new Promise((resolve) => setImmediate(resolve));
  order.push('asked meanwhile');
  await reading;
  expect(order).toEqual(['asked meanwhile', 'the file']);
});

test('a file of more receipts, or more bytes, than are taken is refused', async () => {
  expect(await reader.read(large, { ...sheetLimits, rows: 29_999 })).toMatchObject({
    error: { code: 'too_large', message: { zh: expect.stringContaining('30000 笔') } },
  });
  expect(await reader.read(large, { ...sheetLimits, file: large.bytes.length - 1 })).toMatchObject({
    error: { code: 'too_large' },
  });
});

test('a file that takes too long is given up, and the next one is read', async () => {
  expect(await reader.read(large, { ...sheetLimits, milliseconds: 1 })).toMatchObject({
    error: { code: 'too_slow' },
  });
  expect(await reader.read(small)).toMatchObject({ ok: true });
});

test('a file that takes too much memory is given up', async () => {
  const narrow = new ReceiptReader(24);
  expect(await narrow.read(large)).toMatchObject({ error: { code: 'too_large' } });
});

test('who goes away ends the reading', async () => {
  const gone = new AbortController();
  const reading = reader.read(large, sheetLimits, gone.signal);
  await new Promise((resolve) => setImmediate(resolve));
  gone.abort();
  expect(await reading).toMatchObject({ error: { code: 'cancelled' } });
});
