import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { count } from './city-sum.ts';
import { FigureCard } from './figure-card.tsx';
import type { Outcome, SideNames } from './outcome.ts';
import styles from './simulation.module.css';

/** How many answers are certain, bounded or undecided, and for want of which facts. */
export function UncertaintyView({
  uncertainty: { before, after },
  sides,
  file,
  basis,
}: {
  readonly uncertainty: Outcome['uncertainty'];
  readonly sides: SideNames;
  readonly file: string;
  readonly basis: string;
}) {
  const { uncertainty: texts, figures } = useSimulationTexts();
  const { language } = usePageState();
  const [most] = after.lacking;
  const kinds = (['certain', 'upTo', 'undecided'] as const).map((kind) => ({
    name: texts[kind],
    before: before[kind],
    after: after[kind],
  }));
  return (
    <div className={styles.pair}>
      <FigureCard
        title={texts.title}
        finding={texts.finding(count(after.certain), count(after.upTo), count(after.undecided))}
        rows={kinds}
        rowKey={({ name }) => name}
        columns={[
          { title: texts.kind, cell: ({ name }) => name, plain: ({ name }) => name, words: true },
          {
            title: `${sides.before}${figures.count}`,
            cell: (row) => count(row.before),
            plain: (row) => String(row.before),
          },
          {
            title: `${sides.after}${figures.count}`,
            cell: (row) => count(row.after),
            plain: (row) => String(row.after),
          },
        ]}
        chart={{
          categories: kinds.map(({ name }) => name),
          sets: (['before', 'after'] as const).map((side) => ({
            name: sides[side],
            look: side === 'before' ? 'hatched' : 'plain',
            bars: kinds.map((kind) => ({ value: kind[side], label: count(kind[side]) })),
          })),
        }}
        file={`${file}-certainty`}
        basis={basis}
      />
      <FigureCard
        title={texts.lacking}
        finding={
          most === undefined
            ? texts.noneLacking
            : texts.lackingMost(
                language === 'zh' ? most.label : most.labelEn,
                count(most.enterprises),
              )
        }
        rows={after.lacking}
        rowKey={({ fact }) => fact}
        columns={[
          {
            title: texts.fact,
            cell: ({ label, labelEn }) => (language === 'zh' ? label : labelEn),
            plain: ({ label, labelEn }) => (language === 'zh' ? label : labelEn),
            words: true,
          },
          {
            title: texts.enterprises,
            cell: ({ enterprises }) => count(enterprises),
            plain: ({ enterprises }) => String(enterprises),
          },
        ]}
        chart={{
          categories: after.lacking.map(({ label, labelEn }) =>
            language === 'zh' ? label : labelEn,
          ),
          sets: [
            {
              name: texts.enterprises,
              look: 'plain',
              bars: after.lacking.map(({ enterprises }) => ({
                value: enterprises,
                label: count(enterprises),
              })),
            },
          ],
        }}
        file={`${file}-lacking`}
        basis={basis}
      />
    </div>
  );
}
