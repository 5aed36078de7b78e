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
const CorrectionsPage = lazy(async () => ({
  default: (await import('../pages/corrections/corrections-page.tsx')).CorrectionsPage,
}));
const ProgrammesPage = lazy(async () => ({
  default: (await import('../pages/programmes/programmes-page.tsx')).ProgrammesPage,
}));
const ProgrammePage = lazy(async () => ({
  default: (await import('../pages/programmes/programme-page.tsx')).ProgrammePage,
}));
const ProgrammeFormPage = lazy(async () => ({
  default: (await import('../pages/programmes/programme-form-page.tsx')).ProgrammeFormPage,
}));
const JournalPage = lazy(async () => ({
  default: (await import('../pages/journal/journal-page.tsx')).JournalPage,
}));

const LetterPage = lazy(async () => ({
  default: (await import('../pages/letters/letter-page.tsx')).LetterPage,
}));
const AdminPage = lazy(async () => ({
  default: (await import('../pages/admin/admin-page.tsx')).AdminPage,
}));

/** The pages that depend on who is signed in, and 公示. */
export function deliveryRoutes() {
  return (
    <>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route path="/account" element={<AccountPage />} />
      <Route path="/cases" element={<CasesPage />} />
      <Route path="/cases/:id" element={<CasePage />} />
      <Route path="/cases/:id/letters/:kind" element={<LetterPage />} />
      <Route path="/admin" element={<AdminPage />} />
      <Route path="/admin/:part" element={<AdminPage />} />
      <Route path="/programmes" element={<ProgrammesPage />} />
      <Route path="/programmes/new" element={<ProgrammeFormPage />} />
      <Route path="/programmes/:id" element={<ProgrammePage />} />
      <Route path="/programmes/:id/edit" element={<ProgrammeFormPage />} />
      <Route path="/journal" element={<JournalPage />} />
      <Route path="/work" element={<WorkPage />} />
      <Route path="/publicity" element={<PublicityPage />} />
      <Route path="/decisions" element={<DecisionCheckPage />} />
      <Route path="/corrections" element={<CorrectionsPage />} />
    </>
  );
}
