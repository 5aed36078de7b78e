import { moneyResponse, payerResponse } from '@luodi/server/contract';
import type { MoneyResponse } from '@luodi/server/contract';
import { Choice } from '../../components/choice.tsx';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { usePageState } from '../../state/page-state.ts';
import { BatchList } from './batch-list.tsx';
import { MoneyFrame } from './money-frame.tsx';
import { ReceiptsImport } from './receipts-import.tsx';
import { nameIn } from './sums.ts';
import { UnmatchedReceipts } from './unmatched-receipts.tsx';
import { ReturnedPayments, WaitingPayments } from './waiting-payments.tsx';

function OfPayer({
  payer,
  acts,
}: {
  readonly payer: MoneyResponse['payers'][number];
  readonly acts: boolean;
}) {
  const { language } = usePageState();
  const asked = new URLSearchParams({ payer: payer.id });
  const query = useHeld(`/api/money/payer?${asked.toString()}`, payerResponse);
  const who = { payer: payer.id, acts };
  const names = { payerName: nameIn(payer, language), accountName: payer.name };
  return (
    <ServerGate query={query}>
      {(todo) => (
        <>
          <WaitingPayments {...who} {...names} todo={todo} />
          {todo.returned.payments > 0 && <ReturnedPayments {...who} />}
          <BatchList payer={payer.id} batches={todo.batches} />
          {acts && <ReceiptsImport payer={payer.id} />}
          <UnmatchedReceipts unmatched={todo.unmatched} />
        </>
      )}
    </ServerGate>
  );
}

function Payers({
  payers,
  acts,
}: {
  readonly payers: MoneyResponse['payers'];
  readonly acts: boolean;
}) {
  const { payments: texts } = useMoneyTexts();
  const { language } = usePageState();
  const [read, change] = usePageParameters();
  const chosen = payers.find(({ id }) => id === read('payer')) ?? payers[0];
  if (chosen === undefined) return <p>{texts.noPayers}</p>;
  return (
    <>
      {payers.length > 1 ? (
        <div>
          {texts.payer}{' '}
          <Choice
            label={texts.payer}
            width={260}
            mayBeEmpty={false}
            value={chosen.id}
            options={payers.map((each) => ({ value: each.id, label: nameIn(each, language) }))}
            onChange={(payer) => change({ payer }, 'new')}
          />
        </div>
      ) : (
        <p>
          {texts.payer} <strong>{nameIn(chosen, language)}</strong>
        </p>
      )}
      <OfPayer key={chosen.id} payer={chosen} acts={acts} />
    </>
  );
}

/** 支付: what waits, batches on their way, receipts. */
export function PaymentsPage() {
  const { payments } = useMoneyTexts();
  const query = useHeld('/api/money', moneyResponse);
  return (
    <MoneyFrame intro={payments.intro}>
      {({ office }) => (
        <ServerGate query={query}>
          {({ payers }) => <Payers payers={payers} acts={office.role === 'finance'} />}
        </ServerGate>
      )}
    </MoneyFrame>
  );
}
