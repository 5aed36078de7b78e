import { Button, Progress, Skeleton } from 'antd';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { count } from './city-sum.ts';
import styles from './simulation.module.css';
import type { LongAnswering } from './use-answer.ts';

/** How far a long answer is, with the way to end it; nothing once it is there. */
export function AnswerProgress({ answering }: { readonly answering: LongAnswering<unknown> }) {
  const { progress: texts } = useSimulationTexts();
  const { answer, pending, progress, stopped, stop, resume } = answering;
  if (stopped)
    return (
      <div className={styles.progress}>
        <output>{answer === undefined ? texts.stopped : texts.stoppedKept}</output>
        <Button onClick={resume}>{texts.again}</Button>
      </div>
    );
  if (!pending) return null;
  const { stage, done, steps } = progress ?? { stage: 'waiting', done: 0, steps: 0 };
  const words =
    stage === 'answering' ? texts.steps(count(done), count(steps)) : texts.stages[stage];
  return (
    <>
      <div className={styles.progress}>
        <output>{texts.stages[stage]}</output>
        <Progress
          percent={steps === 0 ? 0 : Math.floor((done / steps) * 100)}
          format={() => (stage === 'answering' ? words : '')}
          aria-label={words}
        />
        <Button onClick={stop}>{texts.stop}</Button>
      </div>
      {answer === undefined && (
        <Skeleton active className={styles.waiting ?? ''} paragraph={{ rows: 10 }} />
      )}
    </>
  );
}
