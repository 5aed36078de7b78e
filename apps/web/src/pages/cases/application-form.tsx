import { Button } from 'antd';
import type { CaseDetail } from '@luodi/server/contract';
import { useState } from 'react';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { AccountFields } from './account-fields.tsx';
import { emptyAccount } from './application-draft.ts';
import type { ApplicationDraft } from './application-draft.ts';
import { AskedFacts } from './asked-facts.tsx';
import styles from './cases.module.css';
import { Commitment } from './commitment.tsx';
import { PaperList } from './paper-list.tsx';
import { accountOpen, needsAccount, papersOpen, useApplication } from './use-application.ts';

function Facts({
  detail,
  draft,
  change,
}: {
  readonly detail: CaseDetail;
  readonly draft: ApplicationDraft;
  readonly change: (part: Partial<ApplicationDraft>) => void;
}) {
  const [unknown, setUnknown] = useState<ReadonlySet<string>>(new Set());
  const mark = (key: string, isUnknown: boolean) => {
    setUnknown(
      new Set(isUnknown ? [...unknown, key] : [...unknown].filter((each) => each !== key)),
    );
    if (isUnknown) change({ answers: { ...draft.answers, [key]: '' } });
  };
  return (
    <AskedFacts
      detail={detail}
      answers={draft.answers}
      onChange={(answers) => change({ answers })}
      unknown={unknown}
      onUnknown={mark}
    />
  );
}

function Account({
  detail,
  draft: { account },
  change,
}: {
  readonly detail: CaseDetail;
  readonly draft: ApplicationDraft;
  readonly change: (part: Partial<ApplicationDraft>) => void;
}) {
  const { form } = useCaseTexts();
  if (account !== undefined)
    return <AccountFields account={account} onChange={(next) => change({ account: next })} />;
  return (
    <p>
      <span className="figure" lang="zh-CN">
        {detail.account?.name} · {detail.account?.bank} · {detail.account?.number}
      </span>{' '}
      <Button
        size="small"
        onClick={() => change({ account: { ...emptyAccount, name: detail.enterpriseName } })}
      >
        {form.accountChange}
      </Button>
    </p>
  );
}

function StillOpen({ parts }: { readonly parts: readonly string[] }) {
  const { form, page } = useCaseTexts();
  if (parts.length === 0) return null;
  return (
    <span className="quiet">
      {form.missingToSubmit}
      <span lang="zh-CN">{parts.join(page.separator)}</span>
    </span>
  );
}

/** What the enterprise is asked: facts that nobody knows, papers, an account, the commitment; then it goes off. */
export function ApplicationForm({ detail }: { readonly detail: CaseDetail }) {
  const { form } = useCaseTexts();
  const [signed, setSigned] = useState(false);
  const application = useApplication(detail);
  const { draft, change, saved, isRunning, fault } = application;
  const again = detail.state === 'returned';
  const commitment = again ? null : detail.commitment;
  const open = [
    ...papersOpen(detail, draft),
    ...(accountOpen(detail, draft) ? [form.toAccount] : []),
    ...(commitment !== null && !signed ? [form.toSign] : []),
  ];
  const submit = async () => {
    await (again ? application.complete() : application.submit(commitment ?? ''));
  };
  return (
    <section className={styles.panel} aria-labelledby="application-form">
      <h2 id="application-form">{again ? form.completeTitle : form.title}</h2>
      <h3>{form.factsTitle}</h3>
      <Facts detail={detail} draft={draft} change={change} />
      <h3>{form.papersTitle}</h3>
      <PaperList detail={detail} papers={draft.papers} onChange={application.changePapers} />
      {needsAccount(detail) && (
        <>
          <h3>{form.account}</h3>
          <Account detail={detail} draft={draft} change={change} />
        </>
      )}
      {commitment !== null && <Commitment words={commitment} signed={signed} onSign={setSigned} />}
      <FaultNotice fault={fault} />
      <div className={styles.actions}>
        <Button
          type="primary"
          loading={isRunning}
          disabled={open.length > 0}
          onClick={() => void submit()}
        >
          {again ? form.complete : form.submit}
        </Button>
        {!again && (
          <Button disabled={isRunning} onClick={() => void application.save()}>
            {form.save}
          </Button>
        )}
        <output>{saved ? form.saved : ''}</output>
        <StillOpen parts={open} />
      </div>
    </section>
  );
}
