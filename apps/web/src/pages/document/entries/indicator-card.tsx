import type { Figure, FigureTime, Indicator } from '@luodi/language';
import { useTexts } from '../../../i18n/use-texts.ts';
import { usePageState } from '../../../state/page-state.ts';
import styles from './entries.module.css';
import { EntryCard, Fields, listField, wordsField } from './entry.tsx';
import { sayFigure, sayTime } from './figure-words.ts';

function Mark({
  label,
  time,
  figure,
}: {
  readonly label: string;
  readonly time: FigureTime;
  readonly figure: Figure | undefined;
}) {
  const texts = useTexts();
  const { language } = usePageState();
  return (
    <li>
      <span className="quiet">
        {label} {sayTime(time, texts)}
      </span>
      {figure !== undefined && (
        <strong lang={figure.kind === 'words' ? 'zh-CN' : undefined} className="figure">
          {sayFigure(figure, texts, language)}
        </strong>
      )}
    </li>
  );
}

/** From what to what, by when. */
export function IndicatorCard({ indicator }: { readonly indicator: Indicator }) {
  const { entries } = useTexts();
  const { base, targets, strivenFor, indicatorKind } = indicator;
  return (
    <EntryCard entry={indicator} kind={entries.indicators[indicatorKind]}>
      <ol className={styles.marks}>
        {base !== undefined && <Mark label={entries.base} {...base} />}
        {targets.map((target, index) => (
          // Two targets may be for one time.
          <Mark
            key={index}
            label={strivenFor ? entries.strivenFor : entries.target}
            time={target.time}
            figure={target.figure}
          />
        ))}
      </ol>
      <Fields
        fields={[
          ...wordsField(entries.basis, indicator.basis),
          ...wordsField(entries.scope, indicator.scope),
          ...listField(entries.lead, indicator.leads),
          ...listField(entries.departments, indicator.departments),
        ]}
      />
    </EntryCard>
  );
}
