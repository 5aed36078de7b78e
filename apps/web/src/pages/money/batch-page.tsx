import { Button } from 'antd';
import {
  dissolveResponse,
  linesResponse,
  payerResponse,
  sentResponse,
} from '@luodi/server/contract';
import type { PayerResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { addressOf, usePageParameters } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { sayInstant } from '../../components/instant.ts';
import { BatchStateTag } from './batch-state.tsx';
import { MoneyFrame } from './money-frame.tsx';
import { PaymentLines } from './payment-lines.tsx';
import { ReceiptsImport } from './receipts-import.tsx';
import { sayExactly } from './sums.ts';
import { WordedAction } from './worded-action.tsx';

type Batch = PayerResponse['batches'][number];

function Files({ id }: { readonly id: string }) {
  const { batches: texts } = useMoneyTexts();
  const address = `/api/money/batches/${encodeURIComponent(id)}`;
  return (
    <>
      <div className={caseStyles.actions}>
        <Button href={`${address}/pain001`} download>
          {texts.pain}
        </Button>
        <Button href={`${address}/xlsx`} download>
          {texts.excel}
        </Button>
      </div>
      <p className="quiet">{texts.filesNote}</p>
    </>
  );
}

function Steps({ batch, payer }: { readonly batch: Batch; readonly payer: string }) {
  const { batches: texts } = useMoneyTexts();
  const { language } = usePageState();
  const [open, setOpen] = useState<'sent' | 'dissolve'>();
  const { id, payments, fen } = batch;
  const address = `/api/money/batches/${encodeURIComponent(id)}`;
  const close = () => setOpen(undefined);
  switch (open) {
    case undefined:
      return (
        <div className={caseStyles.actions}>
          <Button type="primary" onClick={() => setOpen('sent')}>
            {texts.sent}
          </Button>
          <Button onClick={() => setOpen('dissolve')}>{texts.dissolve}</Button>
        </div>
      );
    case 'sent':
      return (
        <WordedAction
          title={texts.sentTitle}
          consequence={texts.sentNote(payments, sayExactly(fen, language))}
          submit={texts.sentSubmit(payments)}
          reason={false}
          schema={sentResponse}
          path={`${address}/sent`}
          input={() => ({ payer })}
          onClose={close}
        />
      );
    case 'dissolve':
      return (
        <WordedAction
          title={texts.dissolveTitle}
          consequence={texts.dissolveNote(payments)}
          submit={texts.dissolveSubmit(payments)}
          danger
          schema={dissolveResponse}
          path={`${address}/dissolve`}
          input={(words) => ({ payer, words })}
          onClose={close}
        />
      );
  }
}

function BatchView({
  batch,
  payer,
  acts,
}: {
  readonly batch: Batch;
  readonly payer: string;
  readonly acts: boolean;
}) {
  const { batches: texts } = useMoneyTexts();
  const asked = new URLSearchParams({ payer, batch: batch.id });
  const query = useHeld(`/api/money/payments?${asked.toString()}`, linesResponse);
  return (
    <>
      <section className={caseStyles.panel} aria-labelledby="batch">
        <h2 id="batch">
          <span className="figure">{batch.id}</span> <BatchStateTag state={batch.state} />
        </h2>
        <p className="quiet figure">
          {texts.madeAt} {sayInstant(batch.createdAt)}
          {batch.sentAt !== null && ` · ${texts.sentAt} ${sayInstant(batch.sentAt)}`}
        </p>
        {batch.sha256 !== null && (
          <p className="quiet" style={{ overflowWrap: 'anywhere' }}>
            {texts.hash} <code>{batch.sha256}</code>
          </p>
        )}
        {acts && batch.state !== 'dissolved' && <Files id={batch.id} />}
        {acts && batch.state === 'prepared' && <Steps batch={batch} payer={payer} />}
        {batch.state !== 'dissolved' && (
          <ServerGate query={query}>{(answer) => <PaymentLines answer={answer} />}</ServerGate>
        )}
      </section>
      {/* What was settled may still be sent back. */}
      {acts && (batch.state === 'sent' || batch.state === 'settled') && (
        <ReceiptsImport payer={payer} />
      )}
    </>
  );
}

function One({ acts }: { readonly acts: boolean }) {
  const { id = '' } = useParams();
  const { batches: texts } = useMoneyTexts();
  const kept = useKeptSearch();
  const [read] = usePageParameters();
  const payer = read('payer');
  const asked = new URLSearchParams({ payer });
  // An address that was copied without its payer leads back to the list.
  const path = payer === '' ? undefined : `/api/money/payer?${asked.toString()}`;
  const query = useHeld(path, payerResponse);
  const back = <Link to={addressOf('/money/payments', kept, { payer })}>{texts.back}</Link>;
  return (
    <>
      <nav aria-label={texts.back}>{back}</nav>
      {path === undefined ? (
        <p>{texts.unknown}</p>
      ) : (
        <ServerGate query={query}>
          {({ batches }) => {
            const batch = batches.find((each) => each.id === id);
            if (batch === undefined) return <p>{texts.unknown}</p>;
            return <BatchView batch={batch} payer={payer} acts={acts} />;
          }}
        </ServerGate>
      )}
    </>
  );
}

/** One batch: its files, what was done with it, and its payments. */
export function BatchPage() {
  const { payments } = useMoneyTexts();
  return (
    <MoneyFrame intro={payments.intro}>
      {({ office }) => <One acts={office.role === 'finance'} />}
    </MoneyFrame>
  );
}
