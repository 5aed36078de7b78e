import { lazy } from 'react';
import { Route } from 'react-router';

const FactsHeldPage = lazy(async () => ({
  default: (await import('../pages/facts-held/facts-held-page.tsx')).FactsHeldPage,
}));
const FactImportPage = lazy(async () => ({
  default: (await import('../pages/fact-import/fact-import-page.tsx')).FactImportPage,
}));

/** The pages on what is held about enterprises. */
export function factRoutes() {
  return (
    <>
      <Route path="/enterprise-facts" element={<FactsHeldPage />} />
      <Route path="/fact-import" element={<FactImportPage />} />
    </>
  );
}
