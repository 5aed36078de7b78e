import { Link, useParams } from 'react-router';
import { matterResponse } from '@luodi/server/contract';
import type { MatterResponse } from '@luodi/server/contract';
import { ValidityBars } from '../../components/validity-bars.tsx';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useServer } from '../../server/use-server.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import { validityOf } from '../library/validity.ts';
import styles from './matter.module.css';
import { MeasureComparison } from './measure-comparison.tsx';
import { StackingOutcome } from './stacking-outcome.tsx';

function MatterView({ matter }: { matter: MatterResponse }) {
  const texts = useLibraryTexts().matters;
  const { date, language } = usePageState();
  const newestFirst = matter.measures.toSorted((a, b) =>
    b.validity.from.localeCompare(a.validity.from),
  );
  return (
    <>
      <h1>{language === 'zh' ? matter.name : matter.nameEn}</h1>
      <ValidityBars
        title={texts.validity}
        rows={newestFirst.map((measure) => ({
          key: measure.id,
          label: language === 'zh' ? measure.label : measure.labelEn,
          validity: validityOf(measure.validity, date),
          quiet: measure.documentStatus !== 'final',
        }))}
      />
      <div className={styles.cards}>
        {newestFirst.map((measure) => (
          <MeasureComparison key={measure.id} measure={measure} />
        ))}
      </div>
      <StackingOutcome matter={matter} />
    </>
  );
}

/** One matter: its measures from all documents side by side, and which can be had together. */
export function MatterPage() {
  const { name = '' } = useParams();
  const texts = useLibraryTexts().matters;
  const kept = useKeptSearch();
  const query = useServer(`/api/matters/${encodeURIComponent(name)}`, matterResponse);
  const list = <Link to={`/matters${kept}`}>{texts.title}</Link>;
  return (
    <>
      <nav className={styles.back} aria-label={texts.title}>
        {list}
      </nav>
      <ServerGate query={query} elsewhere={list}>
        {(matter) => <MatterView matter={matter} />}
      </ServerGate>
    </>
  );
}
