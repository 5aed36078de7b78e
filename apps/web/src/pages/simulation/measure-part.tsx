import { LinkOutlined } from '@ant-design/icons';
import { App, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { simulationRunResponse } from '@luodi/server/contract';
import type {
  AdjustableMeasure,
  SimulationParameter,
  SimulationResponse,
} from '@luodi/server/contract';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { usePageState } from '../../state/page-state.ts';
import { basisOf, populationKey } from './basis.ts';
import { MarginalView } from './marginal-view.tsx';
import { MeasureChoice, Presets } from './measure-choice.tsx';
import { MeasureHead } from './measure-head.tsx';
import { OutcomeView } from './outcome-view.tsx';
import { useSubject } from './use-subject.ts';
import {
  askedChanges,
  knownChanges,
  parseChanges,
  printChanges,
  withChange,
} from './page-changes.ts';
import type { Changes } from './page-changes.ts';
import { ParameterList } from './parameter-list.tsx';
import { budgetOf } from './parameter-value.ts';
import { Refusal } from './refusal.tsx';
import styles from './simulation.module.css';
import { clientWord, useAnswer } from './use-answer.ts';

const path = '/api/simulation/run';
/** Milliseconds that a slider has to rest: for the cost, and for what takes longer. */
const rest = { run: 100, marginal: 700 };

/** The changes of the address; while a slider is dragged, what it stands on. */
function useChanges(measure: AdjustableMeasure) {
  const [read, change] = usePageParameters();
  const [moving, setMoving] = useState<Changes>();
  const settled = knownChanges(measure, parseChanges(read('set')));
  const changes = moving ?? settled;
  return {
    changes,
    move: (parameter: SimulationParameter, value: string) =>
      setMoving(withChange(changes, parameter, value)),
    settle: (parameter: SimulationParameter, value: string) => {
      setMoving(undefined);
      change({ set: printChanges(withChange(changes, parameter, value)) });
    },
    reset: () => {
      setMoving(undefined);
      change({ set: '' });
    },
  };
}

/** What happens until the first answer, in words. */
function Waiting({ ready }: { readonly ready: boolean }) {
  const { preparing } = useSimulationTexts();
  return (
    <div className={styles.figure} aria-busy>
      <output className={styles.finding}>{ready ? preparing.measure : preparing.population}</output>
      <Skeleton active className={styles.waiting ?? ''} paragraph={{ rows: 12 }} />
    </div>
  );
}

function Result({
  measure,
  changes,
  simulation,
}: {
  readonly measure: AdjustableMeasure;
  readonly changes: Changes;
  readonly simulation: SimulationResponse;
}) {
  const texts = useSimulationTexts();
  const { date } = usePageState();
  const [read] = usePageParameters();
  const subject = useSubject(measure, changes);
  const population = populationKey(simulation.population);
  const budget = budgetOf(read('budget'));
  const asked = { changes: askedChanges(measure, changes), date: date.toString() };
  const run = useAnswer(
    path,
    JSON.stringify({
      ...asked,
      ...(budget === undefined ? {} : { budget }),
      quick: true,
      client: clientWord('run'),
    }),
    simulationRunResponse,
    { population, rest: rest.run },
  );
  const steps = useAnswer(
    path,
    JSON.stringify({ ...asked, marginal: true, client: clientWord('marginal') }),
    simulationRunResponse,
    { population, rest: rest.marginal },
  );
  const changed = changes.size > 0;
  if (run.error !== undefined) return <Refusal error={run.error} />;
  if (run.answer === undefined) return <Waiting ready={simulation.population !== null} />;
  const file = `simulation-${measure.document}-${date.toString()}`;
  const full = steps.pending ? undefined : steps.answer;
  return (
    <OutcomeView
      outcome={run.answer}
      subject={subject}
      interaction={run.answer.interactionLater ? full?.interaction : run.answer.interaction}
      sides={texts.answer}
      changed={changed}
      pending={run.pending}
      file={file}
      first={changed ? undefined : <p className={styles.small}>{texts.unchangedYet}</p>}
      marginal={
        <MarginalView
          measure={measure}
          marginal={full?.marginal ?? undefined}
          file={file}
          basis={basisOf(run.answer.population, texts)}
        />
      }
    />
  );
}

function Workbench({
  measure,
  simulation,
}: {
  readonly measure: AdjustableMeasure;
  readonly simulation: SimulationResponse;
}) {
  const { parameters: texts } = useSimulationTexts();
  const { message } = App.useApp();
  const { changes, move, settle, reset } = useChanges(measure);
  const draft = simulation.documents.some(({ id, draft }) => id === measure.document && draft);
  const copy = () =>
    void navigator.clipboard
      .writeText(window.location.href)
      .then(() => message.success(texts.copied));
  return (
    <div className={styles.workbench}>
      <div className={styles.controls}>
        <MeasureHead measure={measure} draft={draft} />
        <div className={styles.partHead}>
          <h3>{texts.title}</h3>
          <span className="no-print">
            <Button size="small" disabled={changes.size === 0} onClick={reset}>
              {texts.resetAll}
            </Button>{' '}
            <Button size="small" icon={<LinkOutlined />} onClick={copy}>
              {texts.copy}
            </Button>
          </span>
        </div>
        <ParameterList measure={measure} changes={changes} onMove={move} onSettle={settle} />
      </div>
      <div className={styles.results}>
        <Result measure={measure} changes={changes} simulation={simulation} />
      </div>
    </div>
  );
}

/** One measure: chosen, turned, and what that costs. */
export function MeasurePart({ simulation }: { readonly simulation: SimulationResponse }) {
  const { choose: texts } = useSimulationTexts();
  const [read, change] = usePageParameters();
  const chosen = read('measure');
  const measure = simulation.measures.find((each) => each.measure === chosen);
  const choose = (id: string, changes: Changes = new Map()) =>
    change({ measure: id, set: printChanges(changes) }, 'new');
  return (
    <>
      <div className={`${styles.choose} no-print`}>
        <MeasureChoice
          measures={simulation.measures}
          chosen={measure === undefined ? '' : chosen}
          onChoose={(id) => choose(id)}
        />
        {measure === undefined && (
          <>
            <Presets measures={simulation.measures} onChoose={choose} />
            <p className="quiet">{chosen === '' ? texts.start : texts.notAdjustable}</p>
          </>
        )}
      </div>
      {measure !== undefined && (
        <Workbench key={measure.measure} measure={measure} simulation={simulation} />
      )}
    </>
  );
}
