import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { proposeExamples } from '@luodi/evaluation';
import type { ProposedExample } from '@luodi/evaluation';
import type { Measure } from '@luodi/language';
import { useEditorTexts } from '../../../i18n/use-editor-texts.ts';
import type { Analysis, Outcome } from '../analysis.ts';
import styles from '../editor.module.css';

interface ExamplesProps {
  readonly analysis: Analysis;
  readonly outcomes: readonly Outcome[];
  readonly go: (outcome: Outcome) => void;
  readonly insert: (measure: Measure, proposals: readonly ProposedExample[]) => void;
}

function OutcomeLine({ outcome, go }: { outcome: Outcome; go: (outcome: Outcome) => void }) {
  const texts = useEditorTexts();
  const { ok, title, expected, actual, span } = outcome;
  return (
    <li data-ok={ok}>
      <button type="button" className={styles.jump} onClick={() => go(outcome)}>
        {ok ? (
          <CheckCircleOutlined className={styles.good} aria-label={texts.examples.ok} />
        ) : (
          <CloseCircleOutlined className={styles.bad} aria-label={texts.examples.failed} />
        )}
        <span lang="zh-CN">
          {title === '' ? '' : `${title}：`}
          {ok && <strong className="figure">{expected}</strong>}
        </span>
        <span className="quiet figure">{texts.problems.line(span.start.line)}</span>
      </button>
      {!ok && (
        <p className={styles.hint} lang="zh-CN">
          {texts.examples.outcome(expected, actual)}
        </p>
      )}
    </li>
  );
}

function factsText(facts: ProposedExample['facts']): string {
  return [...facts].map(([name, value]) => `${name} ${value}`).join('，');
}

function Missing({
  measure,
  proposals,
  insert,
}: {
  measure: Measure;
  proposals: readonly ProposedExample[];
  insert: ExamplesProps['insert'];
}) {
  const texts = useEditorTexts();
  return (
    <section aria-label={`${texts.examples.missing} ${measure.name}`}>
      <h2 className={styles.panelTitle}>
        {texts.examples.missing} <span lang="zh-CN">{measure.name}</span>{' '}
        <Button size="small" onClick={() => insert(measure, proposals)}>
          {texts.examples.insertAll}
        </Button>
      </h2>
      <ul className={styles.plain}>
        {proposals.map((proposal) => (
          <li key={`${proposal.reason} ${proposal.title}`} className={styles.proposal}>
            <div>
              <strong>{texts.examples.reasons[proposal.reason]}</strong>{' '}
              <span lang="zh-CN">{proposal.title}</span>
              <div className="quiet" lang="zh-CN">
                {factsText(proposal.facts)}
              </div>
              <div>
                {texts.examples.now}{' '}
                <span className="figure" lang="zh-CN">
                  {proposal.gives}
                </span>
              </div>
            </div>
            <Button size="small" onClick={() => insert(measure, [proposal])}>
              {texts.examples.insert}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Examples run as one types, and those that the measures still lack. */
export function ExamplesPanel({ analysis, outcomes, go, insert }: ExamplesProps) {
  const texts = useEditorTexts();
  const missing = useMemo(
    () =>
      analysis.measures.map((measure) => ({
        measure,
        proposals: proposeExamples(measure, analysis.evaluator, analysis.examples),
      })),
    [analysis],
  );
  const passed = outcomes.filter(({ ok }) => ok).length;
  if (analysis.measures.length === 0)
    return (
      <p className="quiet">
        {analysis.policy.includes('```用例') ? texts.examples.unread : texts.examples.none}
      </p>
    );
  const lacking = missing.filter(({ proposals }) => proposals.length > 0);
  return (
    <>
      {outcomes.length > 0 && (
        <>
          <h2 className={styles.panelTitle} data-testid="examples-passed">
            {texts.examples.passed(passed, outcomes.length)}
          </h2>
          <ul className={styles.plain}>
            {[...outcomes]
              .toSorted((a, b) => Number(a.ok) - Number(b.ok))
              .map((outcome) => (
                <OutcomeLine key={outcome.span.start.offset} outcome={outcome} go={go} />
              ))}
          </ul>
        </>
      )}
      {lacking.map(({ measure, proposals }) => (
        <Missing key={measure.id} measure={measure} proposals={proposals} insert={insert} />
      ))}
      {lacking.length === 0 && <p className="quiet">{texts.examples.missingNone}</p>}
    </>
  );
}
