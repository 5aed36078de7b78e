import { Alert, Button } from 'antd';
import { receiptsResponse } from '@luodi/server/contract';
import { useRef, useState } from 'react';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import caseStyles from '../cases/cases.module.css';

/** Taking in what the bank says, with what came of it. */
export function ReceiptsImport({ payer }: { readonly payer: string }) {
  const { receipts: texts } = useMoneyTexts();
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const { run, isRunning, fault } = useCommand(receiptsResponse);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const form = new FormData();
    form.set('file', file);
    form.set('payer', payer);
    setSaid('');
    const done = await run('/api/money/receipts', form);
    if (done === undefined) return;
    const { fresh, paid, returned } = done;
    const parts = [texts.paid(paid), texts.returned(returned)];
    setSaid(
      fresh + paid + returned === 0
        ? texts.again
        : `${texts.done(fresh)} ${[...parts, ...(fresh > paid + returned ? [texts.unmatched(fresh - paid - returned)] : [])].join(' · ')}`,
    );
  };
  return (
    <section className={caseStyles.panel} aria-labelledby="receipts">
      <h2 id="receipts">{texts.title}</h2>
      <p className="quiet">{texts.intro}</p>
      <Button loading={isRunning} onClick={() => input.current?.click()}>
        {isRunning ? texts.running : texts.choose}
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        aria-label={texts.file}
        accept=".xml,.xlsx,.csv,.txt"
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          // The same file may be chosen again after it was changed.
          event.currentTarget.value = '';
        }}
      />
      <FaultNotice fault={fault} />
      {said !== '' && <Alert type="success" showIcon title={said} style={{ marginTop: 8 }} />}
    </section>
  );
}
