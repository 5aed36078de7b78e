import { Checkbox, InputNumber, Select } from 'antd';
import type { FactSourcesResponse } from '@luodi/server/contract';
import { useId } from 'react';
import { DateInput } from '../../components/date-input.tsx';
import { useFactsHeldTexts } from '../../i18n/use-facts-held-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from '../facts-held/facts-held.module.css';
import type { ImportSettings } from './use-fact-import.ts';

/** Whose facts a table holds, and which day and year they describe. */
export function SettingsForm({
  sources,
  settings,
  onChange,
}: {
  readonly sources: FactSourcesResponse['sources'];
  readonly settings: ImportSettings;
  readonly onChange: (settings: ImportSettings) => void;
}) {
  const { imports } = useFactsHeldTexts();
  const { language } = usePageState();
  const id = useId();
  return (
    <>
      <div className={styles.row}>
        <div className={styles.field}>
          <label htmlFor={`${id}-source`}>{imports.source}</label>
          <Select
            id={`${id}-source`}
            value={settings.source}
            options={sources.map((source) => ({ value: source.id, label: source.name[language] }))}
            onChange={(source) => onChange({ ...settings, source })}
          />
        </div>
        <div className={styles.field}>
          <label htmlFor={`${id}-as-of`}>{imports.asOf}</label>
          <DateInput
            id={`${id}-as-of`}
            value={settings.asOf}
            onChange={(asOf) => onChange({ ...settings, asOf })}
          />
        </div>
        <div className={styles.field}>
          <label htmlFor={`${id}-year`}>{imports.year}</label>
          <InputNumber
            id={`${id}-year`}
            min={1900}
            max={2099}
            precision={0}
            value={settings.year ?? null}
            onChange={(year) => onChange({ ...settings, year: year ?? undefined })}
          />
        </div>
      </div>
      <Checkbox
        checked={settings.addUnknown}
        onChange={(event) => onChange({ ...settings, addUnknown: event.target.checked })}
      >
        {imports.addUnknown}
      </Checkbox>
    </>
  );
}
