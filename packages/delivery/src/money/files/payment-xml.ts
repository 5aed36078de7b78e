import { createHash } from 'node:crypto';
import { XMLBuilder } from 'fast-xml-parser';
import type { BankAccount } from '../domain/bank-account.ts';
import { totalOf } from '../domain/part.ts';
import { yuanText } from '../domain/yuan.ts';
import type { BatchFile, BatchPayment } from '../store/batch-file.ts';

const namespace = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';
const longestId = 35;
const longestText = 140;

// What XML 1.0 has no way to write.
// oxlint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function text(words: string): string {
  return Array.from(words.replace(unwritable, '')).slice(0, longestText).join('');
}

/** ISO 20022 has room for 35 characters; a longer id is shortened so that it stays its own. */
function messageId(batch: string): string {
  const plain = batch.replace(/[^0-9A-Za-z]/g, '');
  if (plain.length <= longestId) return plain;
  return `LB${createHash('sha256').update(batch).digest('hex').slice(0, 30).toUpperCase()}`;
}

function partyOf({ name }: BankAccount) {
  return { Nm: text(name) };
}

function accountOf({ number }: BankAccount) {
  return { Id: { Othr: { Id: number } } };
}

function agentOf({ bank }: BankAccount) {
  return { FinInstnId: { Nm: text(bank) } };
}

function transferOf({ endToEndId, fen, account, purpose }: BatchPayment) {
  return {
    PmtId: { EndToEndId: endToEndId },
    Amt: { InstdAmt: { '@Ccy': 'CNY', '#text': yuanText(fen) } },
    CdtrAgt: agentOf(account),
    Cdtr: partyOf(account),
    CdtrAcct: accountOf(account),
    RmtInf: { Ustrd: text(purpose) },
  };
}

/**
 * A batch as a credit transfer order, ISO 20022 pain.001.001.09. The same batch always makes the same text.
 *
 * @param day The day on which the bank is asked to pay, YYYY-MM-DD.
 */
export function paymentXml(batch: BatchFile, day: string): string {
  const totals = {
    NbOfTxs: String(batch.payments.length),
    CtrlSum: yuanText(totalOf(batch.payments)),
  };
  const id = messageId(batch.id);
  const document = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    Document: {
      '@xmlns': namespace,
      CstmrCdtTrfInitn: {
        GrpHdr: {
          MsgId: id,
          CreDtTm: batch.createdAt.toISOString(),
          ...totals,
          InitgPty: partyOf(batch.account),
        },
        PmtInf: {
          PmtInfId: id,
          PmtMtd: 'TRF',
          BtchBookg: 'true',
          ...totals,
          ReqdExctnDt: { Dt: day },
          Dbtr: partyOf(batch.account),
          DbtrAcct: { ...accountOf(batch.account), Ccy: 'CNY' },
          DbtrAgt: agentOf(batch.account),
          CdtTrfTxInf: batch.payments.map(transferOf),
        },
      },
    },
  };
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
    suppressEmptyNode: false,
  });
  return builder.build(document);
}
