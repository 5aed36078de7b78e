import { Alert, Button } from 'antd';
import { useState } from 'react';
import { ContentGate } from '../../content/content-gate.tsx';
import type { LoadedContent } from '../../content/use-content.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useChangePageState, usePageState } from '../../state/page-state.ts';
import { AllFactsDrawer } from './all-facts-drawer.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { MeasureGroups } from './measure-groups.tsx';
import { NextQuestion } from './next-question.tsx';
import { PageActions } from './page-actions.tsx';
import { PrintHead } from './print-head.tsx';
import { Samples } from './samples.tsx';
import { Sums } from './sums.tsx';
import { useMatch } from './use-match.ts';
import styles from './policy-finder.module.css';

type Answer = ReturnType<typeof useMatch>;

/** By which rules the page answers, where they are not simply those in use. */
function RulesNote({ standing }: Pick<LoadedContent, 'standing'>) {
  const texts = useTexts();
  const change = useChangePageState();
  if (standing === 'in_use') return null;
  const use = (
    <Button size="small" onClick={() => change({ version: undefined })}>
      {texts.errors.useCurrent}
    </Button>
  );
  return standing === 'earlier' ? (
    <Alert type="info" showIcon title={texts.errors.earlierVersion} action={use} />
  ) : (
    <Alert type="warning" showIcon title={texts.errors.version} action={use} />
  );
}

/** What the link says that cannot be followed: unreadable facts. */
function LinkNotes({ faults }: Pick<Answer, 'faults'>) {
  const texts = useTexts();
  const { language, unread } = usePageState();
  return (
    <>
      {faults.length + unread.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={texts.errors.facts}
          description={
            <>
              {faults.map((fault) => (
                <div key={fault.key}>
                  {fault.key}: {fault.message[language]} {fault.hint[language]}
                </div>
              ))}
              {unread.map((key) => (
                <div key={key}>
                  {key === '' ? texts.errors.factsText : key}: {texts.errors.factShape}
                </div>
              ))}
            </>
          }
        />
      )}
    </>
  );
}

function Finder({ loaded }: { loaded: LoadedContent }) {
  const texts = useTexts();
  const { facts } = usePageState();
  const { match, faults } = useMatch(loaded);
  const [factsOpen, setFactsOpen] = useState(false);
  const { content } = loaded.evaluator;
  const openFacts = () => setFactsOpen(true);
  const isEmpty = Object.keys(facts).length === 0;
  return (
    <>
      <h1 className="visually-hidden">{texts.navigation.finder}</h1>
      <RulesNote standing={loaded.standing} />
      <LinkNotes faults={faults} />
      <PrintHead content={content} />
      <Sums match={match} />
      <NextQuestion match={match} content={content} />
      <Button
        className={`${styles.sheet} no-print`}
        block
        data-testid="all-facts"
        onClick={openFacts}
      >
        {texts.facts.title} · {texts.facts.given(Object.keys(facts).length)}
      </Button>
      <div className={styles.columns}>
        <div className={`${styles.side} ${isEmpty ? '' : styles.given}`}>
          <div className={styles.panel}>
            <FactsPanel content={content} onAllFacts={openFacts} />
          </div>
          <Samples />
        </div>
        <div className={styles.answers}>
          <PageActions version={content.version} />
          <MeasureGroups match={match} content={content} />
        </div>
      </div>
      <AllFactsDrawer open={factsOpen} onClose={() => setFactsOpen(false)} content={content} />
    </>
  );
}

/** 找政策: the sums, one question, the facts, and every measure with its proof. */
export function PolicyFinderPage() {
  const { version } = usePageState();
  return <ContentGate version={version}>{(loaded) => <Finder loaded={loaded} />}</ContentGate>;
}
