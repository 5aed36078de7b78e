import { Input, Radio } from 'antd';
import type { CaseDetail } from '@luodi/server/contract';
import { useState } from 'react';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { usePageState } from '../../state/page-state.ts';

const another = 'another';

/** Which condition failed: one of the rule's own, or another requirement of the round in its words. */
export function ConditionChoice({
  detail,
  label,
  chosen,
  onChoose,
}: {
  readonly detail: CaseDetail;
  readonly label: string;
  readonly chosen: string;
  readonly onChoose: (condition: string) => void;
}) {
  const { decide } = useCaseTexts();
  const { language } = usePageState();
  const [isAnother, setAnother] = useState(false);
  const conditions = detail.standing?.conditions ?? [];
  const options = [
    ...conditions.map(({ text, says, saysEn }) => ({
      value: text,
      label: language === 'zh' ? says : saysEn,
    })),
    { value: another, label: decide.failedOther },
  ];
  return (
    <fieldset style={{ margin: '8px 0', padding: 0, border: 0 }}>
      <legend>{label}</legend>
      <Radio.Group
        vertical
        value={isAnother ? another : chosen}
        options={options}
        onChange={({ target }) => {
          const value: unknown = target.value;
          if (typeof value !== 'string') return;
          setAnother(value === another);
          onChoose(value === another ? '' : value);
        }}
      />
      {isAnother && (
        <Input
          style={{ marginTop: 4 }}
          aria-label={decide.failedOtherWords}
          placeholder={decide.failedOtherWords}
          maxLength={200}
          value={chosen}
          onChange={({ currentTarget }) => onChoose(currentTarget.value)}
        />
      )}
    </fieldset>
  );
}
