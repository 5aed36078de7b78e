import { Alert, Button, Progress } from 'antd';
import type { ChangedDecisionJson, CorrectionsOutcome } from '@luodi/server/contract';
import { useState } from 'react';
import { money } from '../../components/money.ts';
import { WorkbookButton } from '../../components/workbook-button.tsx';
import { useCorrectionTexts } from '../../i18n/use-correction-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { ChangedTable } from './changed-table.tsx';
import { CorrectionAction, CorrectionOutcome } from './correction-action.tsx';
import styles from './corrections.module.css';
import { RuleChanges } from './rule-changes.tsx';
import { sumOf } from './sums.ts';
import { useChangedDecisions } from './use-changed-decisions.ts';
import type { CorrectionQuestion, Looked } from './use-changed-decisions.ts';

function ProgressLine({
  looked,
  onStop,
  onAgain,
}: {
  readonly looked: Looked;
  readonly onStop: () => void;
  readonly onAgain: () => void;
}) {
  const texts = useCorrectionTexts();
  const { state, looked: count, total } = looked;
  if (state === 'running')
    return (
      <output className={styles.progress}>
        <Progress
          style={{ width: 160 }}
          percent={total === 0 ? 0 : Math.floor((count * 100) / total)}
          showInfo={false}
          aria-label={texts.looking(count, total)}
        />
        {texts.looking(count, total)}
        <Button size="small" onClick={onStop}>
          {texts.stop}
        </Button>
      </output>
    );
  return (
    <output className={styles.progress} data-looked={state}>
      {state === 'failed' && <Alert type="error" showIcon title={texts.failed} />}
      {state === 'stopped' && texts.stopped}
      {state === 'done' && looked.changed.length === 0 && texts.none(total)}
      {looked.changed.length > 0 && <strong>{texts.found(looked.changed.length, total)}</strong>}
      <Button size="small" onClick={onAgain}>
        {texts.again}
      </Button>
    </output>
  );
}

/** What is too much, too little, and only bounded, each by itself. */
function Sums({ rows }: { readonly rows: readonly ChangedDecisionJson[] }) {
  const texts = useCorrectionTexts();
  const { language } = usePageState();
  const of = (...changes: readonly ChangedDecisionJson['change'][]) =>
    rows.filter(({ change }) => changes.includes(change));
  const say = (own: readonly ChangedDecisionJson[]) =>
    texts.sumOf(money(sumOf(own), language), own.length);
  const lines = [
    [texts.overpaid, say(of('overpaid'))],
    [texts.underpaid, say(of('underpaid'))],
    [texts.bounded, texts.count(of('room', 'lower_ceiling').length)],
    [texts.undecided, texts.count(of('undecided').length)],
  ] as const;
  return (
    <dl className={styles.sums}>
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="figure">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The decisions of a programme held against corrected facts or other rules, and what follows. */
export function ChangedDecisions({ question }: { readonly question: CorrectionQuestion }) {
  const texts = useCorrectionTexts();
  const { looked, again, stop } = useChangedDecisions(question);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [added, setAdded] = useState<ReadonlyMap<string, bigint>>(new Map());
  const [outcome, setOutcome] = useState<CorrectionsOutcome>();
  const { changed, last, unreachable } = looked;
  const chosen = changed.filter(({ decision }) => selected.includes(decision));
  const add = (decision: string, fen: bigint | undefined) => {
    const after = new Map(added);
    if (fen === undefined) after.delete(decision);
    else after.set(decision, fen);
    setAdded(after);
  };
  const finish = (done: CorrectionsOutcome) => {
    setOutcome(done);
    setSelected([]);
    again();
  };
  const { basis, version } = question;
  return (
    <>
      <ProgressLine looked={looked} onStop={stop} onAgain={again} />
      {outcome !== undefined && <CorrectionOutcome outcome={outcome} />}
      {basis === 'rules' && last !== undefined && <RuleChanges rule={last.rule} />}
      {unreachable > 0 && <p>{texts.unreachable(unreachable)}</p>}
      {changed.length > 0 && last !== undefined && (
        <>
          <Sums rows={changed} />
          <div style={{ marginBottom: 8 }}>
            <WorkbookButton
              path={`/api/programmes/${encodeURIComponent(question.programme)}/changed-decisions/xlsx`}
              parameters={{ basis, version }}
            />
          </div>
          {!last.mine && <p className="quiet">{texts.readOnly}</p>}
          <ChangedTable
            rows={changed}
            selected={last.mine ? selected : undefined}
            onSelect={setSelected}
            onAdd={add}
          />
          {chosen.length > 0 && (
            <CorrectionAction
              question={question}
              rows={chosen}
              added={added}
              clause={last.clause}
              onDone={finish}
            />
          )}
        </>
      )}
    </>
  );
}
