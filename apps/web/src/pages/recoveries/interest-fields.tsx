import { Checkbox, Input, Select } from 'antd';
import { useId } from 'react';
import { DateInput } from '../../components/date-input.tsx';
import { useRecoveryTexts } from '../../i18n/use-recovery-texts.ts';
import caseStyles from '../cases/cases.module.css';
import styles from './recoveries.module.css';
import type { InterestDraft } from './recovery-draft.ts';

const yearLengths = [365, 360] as const;

/** The interest, where the rule states any: its rate, and from which day until which it runs. */
export function InterestFields({
  draft,
  onChange,
}: {
  readonly draft: InterestDraft;
  readonly onChange: (part: Partial<InterestDraft>) => void;
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
      {!draft.withInterest && <p className="quiet">{texts.withoutInterest}</p>}
      {draft.withInterest && (
        <div className={caseStyles.fields}>
          <div className={styles.field}>
            <label htmlFor={`${id}-rate`}>{texts.rate}</label>
            <Input
              id={`${id}-rate`}
              className="figure"
              inputMode="decimal"
              maxLength={9}
              value={draft.rate}
              onChange={({ currentTarget }) => onChange({ rate: currentTarget.value })}
            />
          </div>
          <div className={styles.field}>
            <label htmlFor={`${id}-days`}>{texts.days}</label>
            <Select
              id={`${id}-days`}
              value={draft.daysInYear}
              options={yearLengths.map((value) => ({ value, label: String(value) }))}
              onChange={(daysInYear: InterestDraft['daysInYear']) => onChange({ daysInYear })}
            />
          </div>
          <div className={styles.field}>
            <label htmlFor={`${id}-from`}>{texts.from}</label>
            <DateInput
              id={`${id}-from`}
              value={draft.from}
              onChange={(from) => onChange({ from })}
            />
          </div>
          <div className={styles.field}>
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
