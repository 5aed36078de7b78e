import { Button } from 'antd';
import { cancelResponse, linesResponse, orderAgainResponse } from '@luodi/server/contract';
import type { PayerResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { addressOf } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { PaymentLines } from './payment-lines.tsx';
import type { PaymentLine } from './payment-lines.tsx';
import { PrepareBatch } from './prepare-batch.tsx';
import { sayExactly } from './sums.ts';
import { WordedAction } from './worded-action.tsx';

interface Payer {
  readonly payer: string;
  readonly payerName: string;
  /** Its name as its bank knows it. */
  readonly accountName: string;
  readonly acts: boolean;
}

function linesPath(payer: string, more: Readonly<Record<string, string>> = {}): string {
  return `/api/money/payments?${new URLSearchParams({ payer, ...more }).toString()}`;
}

/** What waits to be paid, one by one, and putting it into a batch. */
export function WaitingPayments({
  payer,
  payerName,
  accountName,
  acts,
  todo,
}: Payer & { readonly todo: PayerResponse }) {
  const texts = useMoneyTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'batch' | PaymentLine>();
  const query = useHeld(linesPath(payer), linesResponse);
  const toBatch = (batch?: string) => {
    setOpen(undefined);
    if (batch === undefined) return;
    void navigate(addressOf(`/money/batches/${encodeURIComponent(batch)}`, kept, { payer }));
  };
  return (
    <section className={caseStyles.panel} aria-labelledby="waiting">
      <h2 id="waiting">{texts.payments.waiting}</h2>
      <ServerGate query={query}>
        {(answer) =>
          answer.payments === 0 ? (
            <p className="quiet">{texts.payments.waitingNone}</p>
          ) : (
            <PaymentLines
              answer={answer}
              action={(line) =>
                acts && (
                  <Button
                    type="link"
                    size="small"
                    aria-label={`${texts.payments.cancelOne}: ${line.enterpriseName}`}
                    onClick={() => setOpen(line)}
                  >
                    {texts.payments.cancelOne}
                  </Button>
                )
              }
            />
          )
        }
      </ServerGate>
      {acts && todo.ready.payments > 0 && open === undefined && (
        <div className={caseStyles.actions}>
          <Button type="primary" onClick={() => setOpen('batch')}>
            {texts.payments.prepare}
          </Button>
        </div>
      )}
      {open === 'batch' && (
        <PrepareBatch
          payer={payer}
          payerName={payerName}
          accountName={accountName}
          ready={todo.ready}
          account={todo.account}
          onClose={toBatch}
        />
      )}
      {open !== undefined && open !== 'batch' && (
        <WordedAction
          key={open.id}
          title={texts.payments.cancelTitle(open.enterpriseName)}
          consequence={texts.payments.cancelNote(sayExactly(open.fen, language))}
          submit={texts.payments.cancelSubmit(sayExactly(open.fen, language))}
          danger
          schema={cancelResponse}
          path="/api/money/cancellations"
          input={(words) => ({ payment: open.id, payer, words })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

/** What came back or was cancelled and still has its money. */
export function ReturnedPayments({ payer, acts }: Pick<Payer, 'payer' | 'acts'>) {
  const texts = useMoneyTexts();
  const { language } = usePageState();
  const [open, setOpen] = useState<PaymentLine>();
  const query = useHeld(linesPath(payer, { returned: 'yes' }), linesResponse);
  return (
    <section className={caseStyles.panel} aria-labelledby="returned">
      <h2 id="returned">{texts.payments.returned}</h2>
      <p className="quiet">{texts.payments.returnedNote}</p>
      <ServerGate query={query}>
        {(answer) => (
          <PaymentLines
            answer={answer}
            action={(line) =>
              acts &&
              line.case !== null && (
                <Button
                  type="link"
                  size="small"
                  aria-label={`${texts.payments.again}: ${line.enterpriseName}`}
                  onClick={() => setOpen(line)}
                >
                  {texts.payments.again}
                </Button>
              )
            }
          />
        )}
      </ServerGate>
      {open !== undefined && (
        <WordedAction
          key={open.id}
          title={texts.payments.againTitle(open.enterpriseName)}
          consequence={texts.payments.againNote(sayExactly(open.fen, language))}
          submit={texts.payments.againSubmit(sayExactly(open.fen, language))}
          schema={orderAgainResponse}
          path="/api/money/orders"
          input={(words) => ({ payment: open.id, payer, words })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}
