import { Radio } from 'antd';
import type { CaseDetail, TaskJson } from '@luodi/server/contract';
import { useState } from 'react';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { ApprovalForm } from './approval-form.tsx';
import styles from './cases.module.css';
import { RefusalForm } from './refusal-form.tsx';
import { ScoreForm } from './score-form.tsx';

const manners = ['approve', 'return', 'reject'] as const;
type Manner = (typeof manners)[number];

/** A task of one's office: approve, give back, or say no with the condition that failed; experts give points. */
export function TaskPanel({
  detail,
  task,
}: {
  readonly detail: CaseDetail;
  readonly task: TaskJson;
}) {
  const { decide } = useCaseTexts();
  const { language } = usePageState();
  const [manner, setManner] = useState<Manner>('approve');
  const step = detail.route[task.step];
  const name = language === 'zh' ? task.stepName : task.stepNameEn;
  return (
    <section className={styles.panel} aria-labelledby="task" data-task={task.id}>
      <h2 id="task">
        {decide.title}: {name}
      </h2>
      {step?.kind === 'scoring' ? (
        <ScoreForm caseId={detail.id} task={task} />
      ) : (
        <>
          <Radio.Group
            aria-labelledby="task"
            optionType="button"
            value={manner}
            options={manners.map((value) => ({ value, label: decide[value] }))}
            onChange={({ target }) => {
              const chosen = manners.find((each) => each === target.value);
              if (chosen !== undefined) setManner(chosen);
            }}
          />
          {manner === 'approve' ? (
            <ApprovalForm detail={detail} task={task} name={name} />
          ) : (
            <RefusalForm key={manner} detail={detail} task={task} kind={manner} />
          )}
        </>
      )}
    </section>
  );
}
