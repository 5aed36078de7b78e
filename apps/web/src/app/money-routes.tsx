import { lazy } from 'react';
import { Route } from 'react-router';

const MoneyPage = lazy(async () => ({
  default: (await import('../pages/money/money-page.tsx')).MoneyPage,
}));
const HoldingsPage = lazy(async () => ({
  default: (await import('../pages/money/holdings-page.tsx')).HoldingsPage,
}));
const PaymentsPage = lazy(async () => ({
  default: (await import('../pages/money/payments-page.tsx')).PaymentsPage,
}));
const BatchPage = lazy(async () => ({
  default: (await import('../pages/money/batch-page.tsx')).BatchPage,
}));
const SettlementPage = lazy(async () => ({
  default: (await import('../pages/money/settlement-page.tsx')).SettlementPage,
}));
const ReportsPage = lazy(async () => ({
  default: (await import('../pages/money/reports-page.tsx')).ReportsPage,
}));

/** The pages on money. */
export function moneyRoutes() {
  return (
    <>
      <Route path="/money" element={<MoneyPage />} />
      <Route path="/money/holdings" element={<HoldingsPage />} />
      <Route path="/money/payments" element={<PaymentsPage />} />
      <Route path="/money/batches/:id" element={<BatchPage />} />
      <Route path="/money/settlement" element={<SettlementPage />} />
      <Route path="/money/reports" element={<ReportsPage />} />
    </>
  );
}
