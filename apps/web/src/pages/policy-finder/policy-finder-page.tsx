import { Alert } from 'antd';
import { ContentGate } from '../../content/content-gate.tsx';
import type { LoadedContent } from '../../content/use-content.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { FactsPanel } from './facts-panel.tsx';
import { MeasureGroups } from './measure-groups.tsx';
import { NextQuestion } from './next-question.tsx';
import { PageActions } from './page-actions.tsx';
import { Samples } from './samples.tsx';
import { Sums } from './sums.tsx';
import { useMatch } from './use-match.ts';
import styles from './policy-finder.module.css';

function Finder({ loaded }: { loaded: LoadedContent }) {
  const texts = useTexts();
  const { language, version } = usePageState();
  const { match, faults } = useMatch(loaded);
  const { content } = loaded.evaluator;
  const stale = version !== undefined && !content.version.startsWith(version);
  return (
    <>
      <h1 className="visually-hidden">{texts.navigation.finder}</h1>
      {stale && <Alert type="info" showIcon title={texts.errors.version} />}
      {faults.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={texts.errors.facts}
          description={faults.map((fault) => (
            <div key={fault.key}>
              {fault.key}: {fault.message[language]} {fault.hint[language]}
            </div>
          ))}
        />
      )}
      <Sums match={match} />
      <NextQuestion match={match} content={content} />
      <div className={styles.columns}>
        <aside className={styles.side}>
          <FactsPanel content={content} />
          <Samples />
        </aside>
        <div className={styles.answers}>
          <PageActions version={content.version} />
          <MeasureGroups match={match} content={content} />
        </div>
      </div>
    </>
  );
}

/** 找政策: the sums, one question, the facts, and every measure with its proof. */
export function PolicyFinderPage() {
  return <ContentGate>{(loaded) => <Finder loaded={loaded} />}</ContentGate>;
}
