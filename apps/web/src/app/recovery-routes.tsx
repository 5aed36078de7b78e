import { lazy } from 'react';
import { Route } from 'react-router';

const RecoveriesPage = lazy(async () => ({
  default: (await import('../pages/recoveries/recoveries-page.tsx')).RecoveriesPage,
}));
const RecoveryFormPage = lazy(async () => ({
  default: (await import('../pages/recoveries/recovery-form-page.tsx')).RecoveryFormPage,
}));
const DishonestyPage = lazy(async () => ({
  default: (await import('../pages/dishonesty/dishonesty-page.tsx')).DishonestyPage,
}));
const VouchersPage = lazy(async () => ({
  default: (await import('../pages/vouchers/vouchers-page.tsx')).VouchersPage,
}));
const PoolFormPage = lazy(async () => ({
  default: (await import('../pages/vouchers/pool-form-page.tsx')).PoolFormPage,
}));

/** The pages on recoveries, the dishonesty list and vouchers. */
export function recoveryRoutes() {
  return (
    <>
      <Route path="/recoveries" element={<RecoveriesPage />} />
      <Route path="/recoveries/new" element={<RecoveryFormPage />} />
      <Route path="/dishonesty" element={<DishonestyPage />} />
      <Route path="/vouchers" element={<VouchersPage />} />
      <Route path="/vouchers/new" element={<PoolFormPage />} />
    </>
  );
}
