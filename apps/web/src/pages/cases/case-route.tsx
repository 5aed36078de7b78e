import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleOutlined,
  RightCircleFilled,
} from '@ant-design/icons';
import type { CaseDetail, StepJson, TaskJson } from '@luodi/server/contract';
import { money } from '../../components/money.ts';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './case-page.module.css';
import { dayOfInstant } from '../../components/instant.ts';
import { useStepWords } from './use-step-words.ts';

type Standing = 'done' | 'now' | 'later' | 'stopped';

const signs = {
  done: <CheckCircleFilled />,
  now: <RightCircleFilled />,
  later: <ClockCircleOutlined />,
  stopped: <CloseCircleOutlined />,
} as const satisfies Record<Standing, unknown>;

const endedBadly = ['rejected', 'waived', 'withdrawn'];

function standingOf({ state, step }: CaseDetail, index: number): Standing {
  if (index < step.index || state === 'completed') return 'done';
  if (index > step.index) return 'later';
  return endedBadly.includes(state) ? 'stopped' : 'now';
}

function Task({ task }: { readonly task: TaskJson }) {
  const { tasks: texts } = useCaseTexts();
  const { language } = usePageState();
  const { score, amountFen, doneAt, reason, failedCondition } = task;
  const name = language === 'zh' ? task.organisationName : task.organisationNameEn;
  return (
    <li>
      {name}
      {task.expert && ` ${texts.expert}`}
      {task.round > 1 && ` (${texts.round(task.round)})`}: <strong>{texts[task.state]}</strong>
      {score !== null && ` ${texts.score(score)}`}
      {amountFen !== null && ` ${texts.amount(money(BigInt(amountFen), language))}`}
      {doneAt !== null && <span className="figure quiet"> {dayOfInstant(doneAt)}</span>}
      {reason !== null && reason !== '' && (
        <div className="quiet" lang="zh-CN">
          {failedCondition !== null && <>{failedCondition}：</>}
          {reason}
        </div>
      )}
    </li>
  );
}

function Step({
  detail,
  step,
  index,
}: {
  readonly detail: CaseDetail;
  readonly step: StepJson;
  readonly index: number;
}) {
  const { route } = useCaseTexts();
  const { nameOf, noteOf } = useStepWords();
  const standing = standingOf(detail, index);
  const tasks = detail.tasks.filter((task) => task.step === index && task.state !== 'superseded');
  return (
    <li
      className={`${styles.step} ${styles[standing]}`}
      aria-current={standing === 'now' ? 'step' : undefined}
    >
      <span className={styles.sign} aria-hidden="true">
        {signs[standing]}
      </span>
      <div>
        <strong>{nameOf(step)}</strong> <span className="visually-hidden">{route[standing]}</span>
        {tasks.length > 0 ? (
          <ul className={styles.tasks}>
            {tasks.map((task) => (
              <Task key={task.id} task={task} />
            ))}
          </ul>
        ) : (
          <div className="quiet">{noteOf(step)}</div>
        )}
      </div>
    </li>
  );
}

/** The way of a case from its beginning to the payment: what is done, by whom, where it stands, what is to come. */
export function CaseRoute({ detail }: { readonly detail: CaseDetail }) {
  const { route } = useCaseTexts();
  return (
    <section className={styles.aside} aria-labelledby="case-route">
      <h2 id="case-route">{route.title}</h2>
      <ol className={styles.steps}>
        {detail.route.map((step, index) => (
          // Steps have no names of their own, and their order never changes.
          <Step key={index} detail={detail} step={step} index={index} />
        ))}
      </ol>
    </section>
  );
}
