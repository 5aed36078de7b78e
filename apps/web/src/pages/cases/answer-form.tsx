import { Button } from 'antd';
import { findReference } from '@luodi/evaluation';
import { caseOutcome } from '@luodi/server/contract';
import type { CaseDetail } from '@luodi/server/contract';
import { useState } from 'react';
import { FactField } from '../../components/fact-field.tsx';
import { ContentGate } from '../../content/content-gate.tsx';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { usePageState } from '../../state/page-state.ts';
import { caseAddress } from './case-address.ts';
import styles from './cases.module.css';

/** The one fact that an enterprise is short of in a round without applications. */
export function AnswerForm({ detail }: { readonly detail: CaseDetail }) {
  const { answer: texts } = useCaseTexts();
  const { language } = usePageState();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const { run, isRunning, fault } = useCommand(caseOutcome);
  const asked = detail.standing?.missing ?? [];
  const given = Object.fromEntries(Object.entries(answers).filter(([, text]) => text !== ''));
  return (
    <section className={styles.panel} aria-labelledby="answer-form">
      <h2 id="answer-form">{texts.title}</h2>
      <p>{texts.intro}</p>
      <ContentGate version={detail.contentVersion}>
        {({ evaluator: { content } }) => (
          <div className={styles.fields}>
            {asked.map(({ id }) => {
              const reference = findReference(id, content);
              return (
                reference !== undefined && (
                  <FactField
                    key={id}
                    reference={reference}
                    value={answers[id] ?? ''}
                    onChange={(value) => setAnswers((now) => ({ ...now, [id]: value }))}
                    content={content}
                    language={language}
                  />
                )
              );
            })}
          </div>
        )}
      </ContentGate>
      <FaultNotice fault={fault} />
      <div className={styles.actions}>
        <Button
          type="primary"
          loading={isRunning}
          disabled={Object.keys(given).length === 0}
          onClick={() => void run(caseAddress(detail.id, 'answer'), { answers: given })}
        >
          {texts.submit}
        </Button>
      </div>
    </section>
  );
}
