import { fail, ok } from '@luodi/kernel';
import { describe, expect, test } from 'vitest';
import { fenOfYuan, yuanText } from '../../src/money/domain/yuan.ts';
import { readReceipts } from '../../src/money/files/read-receipts.ts';

const read = (name: string, text: string) =>
  readReceipts({ name, bytes: new TextEncoder().encode(text) });

const entry = (
  details: string,
  amount = '<Amt Ccy="CNY">100.01</Amt>',
) => `<Ntry>${amount}<CdtDbtInd>DBIT</CdtDbtInd>
  <ValDt><Dt>2026-03-05</Dt></ValDt><AcctSvcrRef>A1</AcctSvcrRef><NtryDtls>${details}</NtryDtls></Ntry>`;
const notification = (entries: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>1</MsgId></GrpHdr>
<Ntfctn><Id>N</Id>${entries}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`;
const paid =
  '<TxDtls><Refs><AcctSvcrRef>R1</AcctSvcrRef><EndToEndId>LD1</EndToEndId></Refs></TxDtls>';
const returned = `<TxDtls><Refs><EndToEndId>LD2</EndToEndId></Refs><Amt Ccy="CNY">7.5</Amt>
  <RtrInf><Rsn><Cd>AC01</Cd></Rsn><AddtlInf>户名 &amp; 账号不符</AddtlInf></RtrInf></TxDtls>`;

const first = {
  reference: 'R1',
  endToEndId: 'LD1',
  fen: 10_001n,
  outcome: 'paid',
  reason: undefined,
  valueDate: '2026-03-05',
};

describe('receipts in camt.054', () => {
  test('name what was paid and what came back, with the reason', async () => {
    expect(await read('a.xml', notification(entry(paid) + entry(returned)))).toEqual(
      ok([
        first,
        {
          reference: 'A1/LD2',
          endToEndId: 'LD2',
          fen: 750n,
          outcome: 'returned',
          reason: 'AC01 户名 & 账号不符',
          valueDate: '2026-03-05',
        },
      ]),
    );
  });

  for (const c of [
    {
      name: 'with a document type',
      text: `<!DOCTYPE x [<!ENTITY a "b">]>${notification('')}`,
      error: { code: 'not_a_receipt_file', row: 0, field: 'file', found: 'DOCTYPE' },
    },
    {
      name: 'of another kind',
      text: '<Document><CstmrCdtTrfInitn/></Document>',
      error: { code: 'not_a_receipt_file' },
    },
    {
      name: 'that is cut off',
      text: notification('').slice(0, 150),
      error: { code: 'not_a_receipt_file' },
    },
    {
      name: 'of elements a thousand deep',
      text: `<Document>${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}</Document>`,
      error: { code: 'not_a_receipt_file', found: 'Maximum nested tags exceeded' },
    },
    {
      name: 'in another currency',
      text: notification(entry(paid, '<Amt Ccy="USD">1.00</Amt>')),
      error: { code: 'value_invalid', row: 1, field: 'fen', found: '1.00 USD' },
    },
    {
      name: 'with thousandths',
      text: notification(entry(paid) + entry(paid, '<Amt Ccy="CNY">1.005</Amt>')),
      error: { code: 'value_invalid', row: 2, field: 'fen' },
    },
    {
      name: 'without the number of the payment',
      text: notification(entry('<TxDtls><Refs><AcctSvcrRef>R</AcctSvcrRef></Refs></TxDtls>')),
      error: { code: 'value_invalid', field: 'endToEndId' },
    },
  ])
    test(`a file ${c.name} is refused`, async () => {
      expect(await read('a.xml', c.text)).toMatchObject({ ok: false, error: c.error });
    });
});

describe('receipts in a list', () => {
  const heading = '流水号,业务号,金额（元）,结果,原因,入账日期';

  test('are read by the names of the columns, without the row of sums', async () => {
    const text = `${heading}\nR1,LD1,100.01,成功,,2026-03-05\nR2,LD2,"1,234.50",退汇,账户已销户,2026/03/06\n合计,,1334.51,,,\n`;
    expect(await read('a.csv', text)).toEqual(
      ok([
        first,
        {
          reference: 'R2',
          endToEndId: 'LD2',
          fen: 123_450n,
          outcome: 'returned',
          reason: '账户已销户',
          valueDate: '2026-03-06',
        },
      ]),
    );
  });

  for (const c of [
    {
      name: 'without a column',
      text: '流水号,业务号,结果,入账日期\nR1,LD1,成功,2026-03-05',
      error: { code: 'column_missing', row: 1, field: 'fen', found: '金额（元）' },
    },
    {
      name: 'with an outcome that nobody knows',
      text: `${heading}\nR1,LD1,1,处理中,,2026-03-05`,
      error: { code: 'value_invalid', row: 2, field: 'outcome', found: '处理中' },
    },
    {
      name: 'with a day that does not exist',
      text: `${heading}\nR1,LD1,1,成功,,2026-02-30`,
      error: { code: 'value_invalid', row: 2, field: 'valueDate', found: '2026-02-30' },
    },
    {
      name: 'with a negative sum',
      text: `${heading}\nR1,LD1,-1,成功,,2026-02-03`,
      error: { code: 'value_invalid', row: 2, field: 'fen', found: '-1' },
    },
  ])
    test(`a list ${c.name} is refused with the place`, async () => {
      expect(await read('a.csv', c.text)).toEqual(fail(c.error));
    });
});

describe('sums as banks write them', () => {
  for (const [fen, text] of [
    [0n, '0.00'],
    [5n, '0.05'],
    [100n, '1.00'],
    [123_456_789_012_345_678n, '1234567890123456.78'],
    [-7n, '-0.07'],
  ] as const)
    test(`${fen} 分 is ${text}`, () => {
      expect(yuanText(fen)).toBe(text);
      if (fen >= 0n) expect(fenOfYuan(text)).toBe(fen);
    });

  for (const text of ['', '1,23.00', '1.005', '1e3', 'NaN', '１００'])
    test(`“${text}” is no sum`, () => {
      expect(fenOfYuan(text)).toBeUndefined();
    });
});
