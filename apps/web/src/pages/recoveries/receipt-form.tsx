import { Button, Checkbox } from 'antd';
import { outstandingOutcome } from '@luodi/server/contract';
import type { RecoveryJson } from '@luodi/server/contract';
import { useState } from 'react';
import { money } from '../../components/money.ts';
import { fenOf, YuanField, yuanOf } from '../../components/yuan-field.tsx';
import { useRecoveryTexts } from '../../i18n/use-recovery-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { Consequence } from './consequence.tsx';
import { WordsField } from './words-field.tsx';

/** Booking what an enterprise paid back: the sum, the transfer, whether it may be granted again. */
export function ReceiptForm({
  recovery,
  onClose,
}: {
  readonly recovery: RecoveryJson;
  readonly onClose: () => void;
}) {
  const texts = useRecoveryTexts();
  const { language } = usePageState();
  const open = BigInt(recovery.openFen);
  const [sum, setSum] = useState(yuanOf(recovery.openFen));
  const [words, setWords] = useState('');
  const [reuse, setReuse] = useState(false);
  const { run, isRunning, fault } = useCommand(outstandingOutcome);
  const fen = fenOf(sum);
  const good = fen !== undefined && fen <= open && words.trim() !== '';
  const shown = fen === undefined ? '' : money(fen, language);
  const send = async () => {
    const body = { fen: (fen ?? 0n).toString(), reuse, words: words.trim() };
    const path = `/api/recoveries/${encodeURIComponent(recovery.id)}/receipts`;
    if ((await run(path, body)) !== undefined) onClose();
  };
  return (
    <section aria-label={texts.receipt.title}>
      <h3>{texts.receipt.title}</h3>
      <div className={caseStyles.fields}>
        <YuanField
          label={texts.receipt.sum}
          text={sum}
          most={open}
          note={`${texts.recoveries.open} ${money(open, language)}`}
          onChange={setSum}
        />
      </div>
      <WordsField label={texts.receipt.words} value={words} longest={200} onChange={setWords} />
      <Checkbox checked={reuse} onChange={({ target }) => setReuse(target.checked)}>
        {texts.receipt.reuse}
      </Checkbox>
      {fen !== undefined && fen <= open && (
        <Consequence>{texts.receipt.consequence(shown, money(open - fen, language))}</Consequence>
      )}
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button type="primary" loading={isRunning} disabled={!good} onClick={() => void send()}>
          {good ? texts.receipt.submit(shown) : texts.receipt.open}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </div>
    </section>
  );
}
