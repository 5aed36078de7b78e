import { Alert, Button, Input } from 'antd';
import { correctionsOutcome } from '@luodi/server/contract';
import type { ChangedDecisionJson, CorrectionsOutcome } from '@luodi/server/contract';
import { useState } from 'react';
import { DateInput } from '../../components/date-input.tsx';
import { money } from '../../components/money.ts';
import { useCorrectionTexts } from '../../i18n/use-correction-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { InterestFields } from '../recoveries/interest-fields.tsx';
import { interestIn, noInterest, today } from '../recoveries/recovery-draft.ts';
import { InterestLine } from './interest-line.tsx';
import { actedAs, sumOf } from './sums.ts';
import type { Acted } from './sums.ts';
import { useArisingInterest } from './use-arising-interest.ts';
import type { CorrectionQuestion } from './use-changed-decisions.ts';

const kinds: readonly Acted[] = ['recovery', 'reduction', 'supplement', 'increase'];

/** What pressing the button will do, kind by kind. */
function Preview({
  rows,
  added,
}: {
  readonly rows: readonly ChangedDecisionJson[];
  readonly added: ReadonlyMap<string, bigint>;
}) {
  const { preview } = useCorrectionTexts();
  const { language } = usePageState();
  return (
    <ul data-preview>
      {kinds.map((kind) => {
        const own = rows.filter((row) => actedAs(row) === kind);
        if (own.length === 0) return null;
        return (
          <li key={kind}>
            <strong>{preview[kind](own.length, money(sumOf(own, added), language))}</strong>
          </li>
        );
      })}
    </ul>
  );
}

/** What was done with each decision, and what was not and why. */
export function CorrectionOutcome({ outcome }: { readonly outcome: CorrectionsOutcome }) {
  const texts = useCorrectionTexts();
  const { language } = usePageState();
  const { done, refused } = outcome;
  return (
    <>
      {done.length > 0 && <Alert type="success" showIcon title={texts.done(done.length)} />}
      {refused.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={texts.refused(refused.length)}
          description={
            <ul style={{ margin: 0, paddingLeft: 18 }}>
              {refused.map(({ decision, message, messageEn }) => (
                <li key={decision}>
                  {decision}: {language === 'zh' ? message : messageEn}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </>
  );
}

/** Acts on the decisions that were selected: the consequence in words, a reason, the buttons that name it. */
export function CorrectionAction({
  question,
  rows,
  added,
  clause: proposed,
  onDone,
}: {
  readonly question: CorrectionQuestion;
  readonly rows: readonly ChangedDecisionJson[];
  readonly added: ReadonlyMap<string, bigint>;
  /** Where the measure stands. */
  readonly clause: string;
  readonly onDone: (outcome: CorrectionsOutcome) => void;
}) {
  const texts = useCorrectionTexts();
  const [reason, setReason] = useState('');
  const [clause, setClause] = useState(proposed.slice(0, 200));
  const [dueOn, setDueOn] = useState('');
  const [interest, setInterest] = useState(() => noInterest(today(), today()));
  const { run, isRunning, fault } = useCommand(correctionsOutcome);
  const { programme, basis, version } = question;
  const asksBack = rows.some((row) => actedAs(row) === 'recovery');
  const unset = rows.some(({ change, decision }) => change === 'room' && !added.has(decision));
  const stated = asksBack ? interestIn(interest) : undefined;
  const illegible = asksBack && interest.withInterest && stated === undefined;
  const arising = useArisingInterest(programme, rows, stated);
  // Nobody confirms a sum that was not shown.
  const unseen = arising.kind === 'reckoning' || arising.kind === 'failed';
  const wordless = reason.trim() === '' || clause.trim() === '';
  const lacks = wordless
    ? texts.lacks.words
    : unset
      ? texts.lacks.sum
      : illegible
        ? texts.lacks.interest
        : '';
  const act = async (follow: 'open' | 'uphold') => {
    const outcome = await run(`/api/programmes/${encodeURIComponent(programme)}/corrections`, {
      basis,
      version: basis === 'rules' ? version : null,
      follow,
      decisions: rows.map(({ decision, finding }) => ({
        decision,
        finding,
        addFen: added.get(decision)?.toString() ?? null,
      })),
      reason: reason.trim(),
      clause: clause.trim(),
      dueOn: dueOn === '' ? null : dueOn,
      interest: stated ?? null,
    });
    if (outcome !== undefined) onDone(outcome);
  };
  return (
    <section className={caseStyles.panel} aria-labelledby="correction-action">
      <h2 id="correction-action">{texts.act}</h2>
      <p>{texts.selected(rows.length)}</p>
      <Preview rows={rows} added={added} />
      <div className={caseStyles.fields}>
        <label>
          {texts.reason}
          <Input.TextArea
            autoSize={{ minRows: 2 }}
            maxLength={500}
            placeholder={texts.reasonHint}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </label>
        <label>
          {texts.clause}
          <Input.TextArea
            autoSize={{ minRows: 2 }}
            maxLength={200}
            value={clause}
            onChange={({ currentTarget }) => setClause(currentTarget.value)}
          />
        </label>
        {asksBack && (
          <div>
            <label htmlFor="correction-due">{texts.dueOn}</label>
            <DateInput id="correction-due" mayBeEmpty value={dueOn} onChange={setDueOn} />
          </div>
        )}
      </div>
      {asksBack && (
        <InterestFields
          draft={interest}
          onChange={(part) => setInterest((draft) => ({ ...draft, ...part }))}
        />
      )}
      <InterestLine arising={arising} />
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button
          type="primary"
          loading={isRunning}
          disabled={wordless || unset || illegible || unseen}
          onClick={() => void act('open')}
        >
          {texts.confirm(rows.length)}
        </Button>
        <Button disabled={wordless || isRunning} onClick={() => void act('uphold')}>
          {texts.uphold(rows.length)}
        </Button>
        {lacks !== '' && <span className="quiet">{lacks}</span>}
      </div>
    </section>
  );
}
