import { Button, Select } from 'antd';
import { measuresResponse } from '@luodi/server/contract';
import type { AdjustableMeasure } from '@luodi/server/contract';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { useServer } from '../../server/use-server.ts';
import { usePageState } from '../../state/page-state.ts';
import type { Changes } from './page-changes.ts';
import { valueWords } from './parameter-value.ts';
import { presetsOf } from './presets.ts';
import styles from './simulation.module.css';

const presets = 4;

/** What a measure is found by, beside its name: document, matter, departments. */
function haystack(measure: AdjustableMeasure, departments: readonly string[]): string {
  const { label, labelEn, documentTitle, documentTitleEn, clause, matter } = measure;
  return [label, labelEn, documentTitle, documentTitleEn, clause, matter, ...departments]
    .join(' ')
    .toLowerCase();
}

/** The field in which a measure is searched by name, document or department. */
export function MeasureChoice({
  measures,
  chosen,
  onChoose,
}: {
  readonly measures: readonly AdjustableMeasure[];
  readonly chosen: string;
  readonly onChoose: (measure: string) => void;
}) {
  const { choose: texts } = useSimulationTexts();
  const { language } = usePageState();
  const listed = useServer('/api/measures', measuresResponse).data ?? [];
  const departmentsOf = new Map(listed.map(({ id, departments }) => [id, departments]));
  const options = measures.map((measure) => {
    const departments = departmentsOf.get(measure.measure) ?? [];
    const document = language === 'zh' ? measure.documentTitle : measure.documentTitleEn;
    return {
      value: measure.measure,
      label: language === 'zh' ? measure.label : measure.labelEn,
      under: [document, measure.clause, ...departments].join(' · '),
      found: haystack(measure, departments),
    };
  });
  return (
    <Select
      className={styles.measureChoice ?? ''}
      size="large"
      aria-label={texts.label}
      placeholder={texts.placeholder}
      notFoundContent={texts.nothing}
      value={chosen === '' ? null : chosen}
      options={options}
      listHeight={400}
      showSearch={{
        filterOption: (typed, option) =>
          typed
            .toLowerCase()
            .split(/\s+/)
            .every((word) => option?.found.includes(word) ?? false),
      }}
      optionRender={({ data }) => (
        <div className={styles.option}>
          <div>{data.label}</div>
          <div className={styles.optionUnder} lang="zh-CN">
            {data.under}
          </div>
        </div>
      )}
      onChange={(measure: string | null) => onChoose(measure ?? '')}
    />
  );
}

/** A few measures with a step of their rate, to begin with: the answer is one click away. */
export function Presets({
  measures,
  onChoose,
}: {
  readonly measures: readonly AdjustableMeasure[];
  readonly onChoose: (measure: string, changes: Changes) => void;
}) {
  const { choose: texts, units } = useSimulationTexts();
  const { date, language } = usePageState();
  return (
    <div className={styles.presets}>
      <span className="quiet">
        {texts.presets} · {texts.presetsNote}
      </span>
      {presetsOf(measures, date.toString(), presets).map(({ measure, rate, value }) => (
        <Button
          key={measure.measure}
          onClick={() => onChoose(measure.measure, new Map([[rate.id, value]]))}
        >
          {texts.presetChange(
            language === 'zh' ? measure.label : measure.labelEn,
            valueWords(rate.value, language, units),
            valueWords(value, language, units),
          )}
        </Button>
      ))}
    </div>
  );
}
