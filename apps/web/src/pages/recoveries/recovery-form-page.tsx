import { Alert, Button } from 'antd';
import { caseDetail, recoverableResponse, recoveryOutcome } from '@luodi/server/contract';
import type { CaseDetail, RecoverableResponse } from '@luodi/server/contract';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { DateInput } from '../../components/date-input.tsx';
import { money } from '../../components/money.ts';
import { fenOf, YuanField } from '../../components/yuan-field.tsx';
import { useRecoveryTexts } from '../../i18n/use-recovery-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { RoleGate } from '../../session/role-gate.tsx';
import { useCommand } from '../../session/use-command.ts';
import { useHeld } from '../../session/use-held.ts';
import { addressOf, usePageParameters } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { titleOf } from '../cases/title-of.ts';
import { Consequence } from './consequence.tsx';
import { InterestFields } from './interest-fields.tsx';
import styles from './recoveries.module.css';
import { interestIn, requestOf, startOf, today } from './recovery-draft.ts';
import type { RecoveryDraft } from './recovery-draft.ts';
import { SumList } from './sum-list.tsx';
import { WordsField } from './words-field.tsx';

/** What the interest comes to, as the server reckons it. */
function useInterest(draft: RecoveryDraft, subject: string): string | undefined {
  const interest = interestIn(draft);
  const fen = fenOf(draft.sum);
  const asked =
    interest === undefined || fen === undefined
      ? undefined
      : new URLSearchParams({
          case: subject,
          fen: fen.toString(),
          ...interest,
          daysInYear: String(interest.daysInYear),
        });
  const query = useHeld(
    asked === undefined ? undefined : `/api/recoverable?${asked.toString()}`,
    recoverableResponse,
  );
  return query.data?.interestFen ?? undefined;
}

function Sending({
  draft,
  detail,
  most,
  onDone,
}: {
  readonly draft: RecoveryDraft;
  readonly detail: CaseDetail;
  readonly most: string;
  readonly onDone: (sum: string) => void;
}) {
  const { order: texts } = useRecoveryTexts();
  const { language } = usePageState();
  const { run, isRunning, fault } = useCommand(recoveryOutcome);
  const interest = useInterest(draft, detail.id);
  const request = requestOf(draft, detail.id, most);
  const ready = request !== undefined && (request.interest === undefined || interest !== undefined);
  const total = BigInt(request?.fen ?? '0') + BigInt(interest ?? '0');
  const send = async () => {
    const done = await run('/api/recoveries', request);
    if (done !== undefined) onDone(money(BigInt(done.principal) + BigInt(done.interest), language));
  };
  return (
    <>
      {request !== undefined && ready && (
        <Consequence>
          {texts.consequence(
            detail.enterpriseName,
            money(BigInt(request.fen), language),
            interest === undefined ? '' : texts.interestPart(money(BigInt(interest), language)),
            draft.dueOn === '' ? '' : texts.duePart(draft.dueOn),
          )}
        </Consequence>
      )}
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button
          type="primary"
          danger
          loading={isRunning}
          disabled={!ready}
          onClick={() => void send()}
        >
          {ready ? texts.submit(money(total, language)) : texts.open}
        </Button>
      </div>
    </>
  );
}

function Fields({
  detail,
  paid,
  onDone,
}: {
  readonly detail: CaseDetail;
  readonly paid: RecoverableResponse;
  readonly onDone: (sum: string) => void;
}) {
  const texts = useRecoveryTexts();
  const { language } = usePageState();
  const id = useId();
  const [draft, setDraft] = useState(() => startOf(paid, today()));
  const change = (part: Partial<RecoveryDraft>) => setDraft({ ...draft, ...part });
  const most = BigInt(paid.recoverableFen);
  return (
    <section className={caseStyles.panel} aria-label={texts.order.title}>
      <div className={caseStyles.fields}>
        <YuanField
          label={texts.order.sum}
          text={draft.sum}
          most={most}
          note={`${texts.order.recoverable} ${money(most, language)}`}
          onChange={(sum) => change({ sum })}
        />
        <div className={styles.field}>
          <label htmlFor={`${id}-due`}>{texts.order.dueOn}</label>
          <DateInput
            id={`${id}-due`}
            mayBeEmpty
            value={draft.dueOn}
            onChange={(dueOn) => change({ dueOn })}
          />
        </div>
      </div>
      <WordsField
        label={texts.reason}
        value={draft.reason}
        longest={1000}
        lines={2}
        onChange={(reason) => change({ reason })}
      />
      <WordsField
        label={texts.clause}
        value={draft.clause}
        longest={200}
        onChange={(clause) => change({ clause })}
      />
      <InterestFields draft={draft} onChange={change} />
      <Sending draft={draft} detail={detail} most={paid.recoverableFen} onDone={onDone} />
    </section>
  );
}

function Ordering({
  detail,
  paid,
}: {
  readonly detail: CaseDetail;
  readonly paid: RecoverableResponse;
}) {
  const { order: texts } = useRecoveryTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const [done, setDone] = useState('');
  const listing = { enterprise: detail.enterprise, name: detail.enterpriseName, case: detail.id };
  if (done !== '')
    return (
      <Alert
        type="success"
        showIcon
        title={texts.done(done)}
        description={
          <>
            <Link to={`/recoveries${kept}`}>{texts.see}</Link>
            {' · '}
            <Link to={addressOf('/dishonesty', kept, listing)}>{texts.list}</Link>
          </>
        }
      />
    );
  if (paid.recoverableFen === '0') return <p>{texts.nothing}</p>;
  if (!paid.mine)
    return <p>{texts.notMine(language === 'zh' ? paid.payerName : paid.payerNameEn)}</p>;
  return <Fields detail={detail} paid={paid} onDone={setDone} />;
}

function Page() {
  const { order: texts } = useRecoveryTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const [read] = usePageParameters();
  const id = encodeURIComponent(read('case'));
  const detail = useHeld(`/api/cases/${id}`, caseDetail);
  const paid = useHeld(`/api/recoverable?case=${id}`, recoverableResponse);
  const back = <Link to={`/cases/${id}${kept}`}>{texts.back}</Link>;
  return (
    <div className={styles.narrow}>
      <nav aria-label={texts.back}>{back}</nav>
      <h1>{texts.title}</h1>
      <ServerGate query={detail} elsewhere={back}>
        {(shown) => (
          <>
            <p>
              <strong lang="zh-CN">{shown.enterpriseName}</strong> · {titleOf(shown, language)}
            </p>
            <ServerGate query={paid} elsewhere={back}>
              {(sums) => (
                <>
                  <SumList
                    sums={[
                      {
                        name:
                          sums.paidOn === null
                            ? texts.paid
                            : `${texts.paid} · ${texts.paidOn(sums.paidOn)}`,
                        fen: sums.paidFen,
                      },
                      { name: texts.recoverable, fen: sums.recoverableFen },
                    ]}
                  />
                  <Ordering detail={shown} paid={sums} />
                </>
              )}
            </ServerGate>
          </>
        )}
      </ServerGate>
    </div>
  );
}

/** Asking back what was paid for a case. */
export function RecoveryFormPage() {
  return <RoleGate roles={['finance']}>{() => <Page />}</RoleGate>;
}
