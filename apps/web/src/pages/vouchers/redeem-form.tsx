import { Button } from 'antd';
import { redemptionOutcome } from '@luodi/server/contract';
import type { VoucherJson } from '@luodi/server/contract';
import { useState } from 'react';
import { money } from '../../components/money.ts';
import { fenOf, YuanField } from '../../components/yuan-field.tsx';
import { useVoucherTexts } from '../../i18n/use-voucher-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { Consequence } from '../recoveries/consequence.tsx';
import { WordsField } from '../recoveries/words-field.tsx';
import { partOfSum, sayPart } from './percent.ts';

/** What can be taken of a voucher for an invoice: its part of the invoice, at most what is left. */
function mostOf({ remainingFen, rate }: VoucherJson, invoiceFen: bigint | undefined): bigint {
  const left = BigInt(remainingFen);
  if (invoiceFen === undefined) return left;
  const part = partOfSum(invoiceFen, rate);
  return part < left ? part : left;
}

/** Taking a voucher for an invoice: its number and sum, and how much of the voucher. */
export function RedeemForm({
  voucher,
  onDone,
}: {
  readonly voucher: VoucherJson;
  readonly onDone: (sum: string) => void;
}) {
  const { provide: texts, rate } = useVoucherTexts();
  const { language } = usePageState();
  const [invoice, setInvoice] = useState('');
  const [invoiceSum, setInvoiceSum] = useState('');
  const [sum, setSum] = useState('');
  const { run, isRunning, fault } = useCommand(redemptionOutcome);
  const invoiceFen = fenOf(invoiceSum);
  const most = mostOf(voucher, invoiceFen);
  const fen = fenOf(sum);
  const good =
    invoiceFen !== undefined && fen !== undefined && fen <= most && invoice.trim() !== '';
  const say = (each: bigint) => money(each, language);
  const redeem = async () => {
    const path = `/api/vouchers/${encodeURIComponent(voucher.id)}/redemptions`;
    const body = {
      fen: (fen ?? 0n).toString(),
      invoice: invoice.trim(),
      invoiceFen: (invoiceFen ?? 0n).toString(),
    };
    if ((await run(path, body)) !== undefined) onDone(texts.done(say(fen ?? 0n)));
  };
  return (
    <>
      <WordsField label={texts.invoice} value={invoice} longest={60} onChange={setInvoice} />
      <div className={caseStyles.fields}>
        <YuanField
          label={texts.invoiceSum}
          text={invoiceSum}
          note={`${rate} ${sayPart(voucher.rate)}`}
          onChange={setInvoiceSum}
        />
        <YuanField
          label={texts.sum}
          text={sum}
          most={most}
          note={texts.most(say(most))}
          onChange={setSum}
        />
      </div>
      {good && (
        <Consequence>
          {texts.consequence(say(fen), say(BigInt(voucher.remainingFen) - fen))}
        </Consequence>
      )}
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button type="primary" loading={isRunning} disabled={!good} onClick={() => void redeem()}>
          {good ? texts.submit(say(fen)) : texts.title}
        </Button>
      </div>
    </>
  );
}
