import { Input } from 'antd';
import type { ChangedDecisionJson } from '@luodi/server/contract';
import { useId, useState } from 'react';
import { money } from '../../components/money.ts';
import { useCorrectionTexts } from '../../i18n/use-correction-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { readSum } from '../cases/amount-field.tsx';

/** The additional sum that an office sets where the rule's ceiling rose. */
export function RoomField({
  changed,
  onChange,
}: {
  readonly changed: ChangedDecisionJson;
  /** The sum in fen, or nothing where none is written that the rule allows. */
  readonly onChange: (fen: bigint | undefined) => void;
}) {
  const texts = useCorrectionTexts();
  const { language } = usePageState();
  const id = useId();
  const [text, setText] = useState('');
  const { roomFen } = changed;
  const bounds = { kind: 'at_most', lowerFen: '1', upperFen: roomFen, formula: '', formulaEn: '' };
  const written = readSum(text, bounds);
  const faulty = written.kind === 'unreadable' || written.kind === 'outside';
  const hint = roomFen === null ? texts.roomOpen : texts.roomHint(money(BigInt(roomFen), language));
  return (
    <div>
      <label htmlFor={id}>{texts.room}</label>
      <Input
        id={id}
        className="figure"
        inputMode="decimal"
        style={{ maxWidth: 200, marginLeft: 8 }}
        status={faulty ? 'error' : ''}
        aria-invalid={faulty}
        aria-describedby={`${id}-note`}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          const read = readSum(currentTarget.value, bounds);
          onChange(read.kind === 'sum' ? read.fen : undefined);
        }}
      />{' '}
      <output id={`${id}-note`} className="quiet">
        {hint}
      </output>
    </div>
  );
}
