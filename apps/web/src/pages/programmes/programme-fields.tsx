import { Input, Radio } from 'antd';
import type { ProgrammeRequest } from '@luodi/server/contract';
import { DateInput } from '../../components/date-input.tsx';
import { useProgrammeTexts } from '../../i18n/use-programme-texts.ts';
import styles from './programmes.module.css';

/** Titles, id and days of a programme. */
export function ProgrammeFields({
  draft,
  isNew,
  onChange,
}: {
  readonly draft: ProgrammeRequest;
  readonly isNew: boolean;
  readonly onChange: (part: Partial<ProgrammeRequest>) => void;
}) {
  const { form, manners } = useProgrammeTexts();
  const text = (key: 'title' | 'titleEn' | 'id', label: string, most: number, hint = '') => (
    <label>
      {label}
      <Input
        maxLength={most}
        disabled={key === 'id' && !isNew}
        placeholder={hint}
        value={draft[key]}
        onChange={({ currentTarget }) => onChange({ [key]: currentTarget.value })}
      />
    </label>
  );
  return (
    <div className={styles.fields}>
      <div className={styles.wide}>
        <span id="manner">{form.manner}</span>
        <Radio.Group
          aria-labelledby="manner"
          value={draft.manner}
          options={[
            { value: 'application', label: manners.application },
            { value: 'automatic', label: manners.automatic },
          ]}
          onChange={({ target }) =>
            onChange({ manner: target.value === 'automatic' ? 'automatic' : 'application' })
          }
        />
      </div>
      {text('title', form.name, 80)}
      {text('titleEn', form.nameEn, 160)}
      {text('id', form.id, 60, form.idHint)}
      <div>
        <label htmlFor="window-from">{form.from}</label>
        <DateInput
          id="window-from"
          value={draft.windowFrom}
          onChange={(windowFrom) => onChange({ windowFrom })}
        />
      </div>
      <div>
        <label htmlFor="window-until">{form.until}</label>
        <DateInput
          id="window-until"
          value={draft.windowUntil}
          onChange={(windowUntil) => onChange({ windowUntil })}
        />
      </div>
      <div>
        <label htmlFor="law-date">{form.lawDate}</label>
        <DateInput
          id="law-date"
          mayBeEmpty
          value={draft.lawDate ?? ''}
          onChange={(day) => onChange({ lawDate: day === '' ? null : day })}
        />
      </div>
    </div>
  );
}
