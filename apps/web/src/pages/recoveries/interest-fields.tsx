import { Checkbox, Input, Radio } from 'antd';
import { useId } from 'react';
import { DateInput } from '../../components/date-input.tsx';
import { useRecoveryTexts } from '../../i18n/use-recovery-texts.ts';
import caseStyles from '../cases/cases.module.css';
import type { RecoveryDraft } from './recovery-draft.ts';

/** The interest, where the rule states any: its rate, and from which day until which it runs. */
export function InterestFields({
  draft,
  onChange,
}: {
  readonly draft: RecoveryDraft;
  readonly onChange: (part: Partial<RecoveryDraft>) => void;
}) {
  const { order: texts } = useRecoveryTexts();
  const id = useId();
  return (
    <>
      <p style={{ margin: '12px 0' }}>
        <Checkbox
          checked={draft.withInterest}
          onChange={({ target }) => onChange({ withInterest: target.checked })}
        >
          {texts.withInterest}
        </Checkbox>
      </p>
      {draft.withInterest && (
        <div className={caseStyles.fields}>
          <label>
            {texts.rate}
            <Input
              className="figure"
              inputMode="decimal"
              maxLength={9}
              value={draft.rate}
              onChange={({ currentTarget }) => onChange({ rate: currentTarget.value })}
            />
          </label>
          <div>
            <div id={`${id}-days`}>{texts.days}</div>
            <Radio.Group
              aria-labelledby={`${id}-days`}
              value={draft.daysInYear}
              options={[365, 360].map((value) => ({ value, label: String(value) }))}
              onChange={({ target }) => onChange({ daysInYear: target.value === 360 ? 360 : 365 })}
            />
          </div>
          <div>
            <label htmlFor={`${id}-from`}>{texts.from}</label>
            <DateInput
              id={`${id}-from`}
              value={draft.from}
              onChange={(from) => onChange({ from })}
            />
          </div>
          <div>
            <label htmlFor={`${id}-until`}>{texts.until}</label>
            <DateInput
              id={`${id}-until`}
              value={draft.until}
              onChange={(until) => onChange({ until })}
            />
          </div>
        </div>
      )}
    </>
  );
}
