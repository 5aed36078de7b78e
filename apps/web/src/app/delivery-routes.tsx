import { lazy } from 'react';
import { Route } from 'react-router';

const SignInPage = lazy(async () => ({
  default: (await import('../pages/sign-in/sign-in-page.tsx')).SignInPage,
}));
const AccountPage = lazy(async () => ({
  default: (await import('../pages/account/account-page.tsx')).AccountPage,
}));
const CasesPage = lazy(async () => ({
  default: (await import('../pages/cases/cases-page.tsx')).CasesPage,
}));
const CasePage = lazy(async () => ({
  default: (await import('../pages/cases/case-page.tsx')).CasePage,
}));
const WorkPage = lazy(async () => ({
  default: (await import('../pages/work/work-page.tsx')).WorkPage,
}));
const PublicityPage = lazy(async () => ({
  default: (await import('../pages/publicity/publicity-page.tsx')).PublicityPage,
}));
const DecisionCheckPage = lazy(async () => ({
  default: (await import('../pages/decisions/decision-check-page.tsx')).DecisionCheckPage,
}));

/** The pages that depend on who is signed in, and 公示. */
export function deliveryRoutes() {
  return (
    <>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route path="/account" element={<AccountPage />} />
      <Route path="/cases" element={<CasesPage />} />
      <Route path="/cases/:id" element={<CasePage />} />
      <Route path="/work" element={<WorkPage />} />
      <Route path="/publicity" element={<PublicityPage />} />
      <Route path="/decisions" element={<DecisionCheckPage />} />
    </>
  );
}
