import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense, useEffect } from 'react';
import { Skeleton } from 'antd';
import { Route, Routes } from 'react-router';
import { PolicyFinderPage } from '../pages/policy-finder/policy-finder-page.tsx';
import { usePageState } from '../state/page-state.ts';
import { deliveryRoutes } from './delivery-routes.tsx';
import { factRoutes } from './fact-routes.tsx';
import { moneyRoutes } from './money-routes.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { recoveryRoutes } from './recovery-routes.tsx';
import { Shell } from './shell.tsx';
import { theme } from './theme.ts';

const LibraryPage = lazy(async () => ({
  default: (await import('../pages/library/library-page.tsx')).LibraryPage,
}));
const DocumentPage = lazy(async () => ({
  default: (await import('../pages/document/document-page.tsx')).DocumentPage,
}));
const MattersPage = lazy(async () => ({
  default: (await import('../pages/matters/matters-page.tsx')).MattersPage,
}));
const MatterPage = lazy(async () => ({
  default: (await import('../pages/matters/matter-page.tsx')).MatterPage,
}));
const DepartmentsPage = lazy(async () => ({
  default: (await import('../pages/departments/departments-page.tsx')).DepartmentsPage,
}));
const DepartmentPage = lazy(async () => ({
  default: (await import('../pages/departments/department-page.tsx')).DepartmentPage,
}));
const DifferencesPage = lazy(async () => ({
  default: (await import('../pages/differences/differences-page.tsx')).DifferencesPage,
}));
const CoveragePage = lazy(async () => ({
  default: (await import('../pages/coverage/coverage-page.tsx')).CoveragePage,
}));
const DocumentCoveragePage = lazy(async () => ({
  default: (await import('../pages/coverage/document-coverage-page.tsx')).DocumentCoveragePage,
}));
const SearchPage = lazy(async () => ({
  default: (await import('../pages/search/search-page.tsx')).SearchPage,
}));
const ImportPage = lazy(async () => ({
  default: (await import('../pages/import/import-page.tsx')).ImportPage,
}));
const VocabularyPage = lazy(async () => ({
  default: (await import('../pages/vocabulary/vocabulary-page.tsx')).VocabularyPage,
}));
const SimulationPage = lazy(async () => ({
  default: (await import('../pages/simulation/simulation-page.tsx')).SimulationPage,
}));
const EditorPage = lazy(async () => ({
  default: (await import('../pages/editor/editor-page.tsx')).EditorPage,
}));

export function App() {
  const { language } = usePageState();
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={theme}
      button={{ autoInsertSpace: false }}
      // The ripple of a press stays where nothing moves (reduced motion) and can make a phone's page wider than it is.
      wave={{ disabled: true }}
    >
      <AntApp>
        <Shell>
          <Suspense fallback={<Skeleton active />}>
            <Routes>
              <Route path="/" element={<PolicyFinderPage />} />
              <Route path="/documents" element={<LibraryPage />} />
              <Route path="/documents/:id" element={<DocumentPage />} />
              <Route path="/matters" element={<MattersPage />} />
              <Route path="/matters/:name" element={<MatterPage />} />
              <Route path="/departments" element={<DepartmentsPage />} />
              <Route path="/departments/:name" element={<DepartmentPage />} />
              <Route path="/differences" element={<DifferencesPage />} />
              <Route path="/coverage" element={<CoveragePage />} />
              <Route path="/coverage/:id" element={<DocumentCoveragePage />} />
              <Route path="/search" element={<SearchPage />} />
              <Route path="/simulation" element={<SimulationPage />} />
              <Route path="/import" element={<ImportPage />} />
              <Route path="/facts" element={<VocabularyPage />} />
              <Route path="/editor" element={<EditorPage />} />
              {deliveryRoutes()}
              {factRoutes()}
              {recoveryRoutes()}
              {moneyRoutes()}
              <Route path="*" element={<NotFoundPage />} />
            </Routes>
          </Suspense>
        </Shell>
      </AntApp>
    </ConfigProvider>
  );
}
