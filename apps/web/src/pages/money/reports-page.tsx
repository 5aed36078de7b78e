import { moneyResponse, payerResponse } from '@luodi/server/contract';
import type { MoneyResponse } from '@luodi/server/contract';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { usePageState } from '../../state/page-state.ts';
import { MoneyFrame } from './money-frame.tsx';
import { MonthReport } from './month-report.tsx';
import { nameIn } from './sums.ts';
import { TrialBalance } from './trial-balance.tsx';
import { UnmatchedReceipts } from './unmatched-receipts.tsx';
import { YearEnd } from './year-end.tsx';

/** What the bank said to a payer and what answers to no payment. */
function UnmatchedOf({ payer }: { readonly payer: MoneyResponse['payers'][number] }) {
  const { language } = usePageState();
  const asked = new URLSearchParams({ payer: payer.id });
  const { data } = useHeld(`/api/money/payer?${asked.toString()}`, payerResponse);
  if (data === undefined || data.unmatched.length === 0) return null;
  return <UnmatchedReceipts unmatched={data.unmatched} of={nameIn(payer, language)} />;
}

/** 对账与月报: whether the ledger is whole, the months, and the end of the year. */
export function ReportsPage() {
  const { reports } = useMoneyTexts();
  const query = useHeld('/api/money', moneyResponse);
  return (
    <MoneyFrame intro={reports.intro}>
      {({ office }) => (
        <>
          <TrialBalance />
          <ServerGate query={query}>
            {({ pools, payers }) => (
              <>
                {payers.map((payer) => (
                  <UnmatchedOf key={payer.id} payer={payer} />
                ))}
                <MonthReport pools={pools} />
                {office.role === 'finance' && <YearEnd pools={pools} />}
              </>
            )}
          </ServerGate>
        </>
      )}
    </MoneyFrame>
  );
}
