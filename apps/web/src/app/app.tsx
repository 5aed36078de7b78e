import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense, useEffect } from 'react';
import { Skeleton } from 'antd';
import { Route, Routes } from 'react-router';
import { PolicyFinderPage } from '../pages/policy-finder/policy-finder-page.tsx';
import { usePageState } from '../state/page-state.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { Shell } from './shell.tsx';
import { theme } from './theme.ts';

const LibraryPage = lazy(async () => ({
  default: (await import('../pages/library/library-page.tsx')).LibraryPage,
}));
const DocumentPage = lazy(async () => ({
  default: (await import('../pages/document/document-page.tsx')).DocumentPage,
}));
const ImportPage = lazy(async () => ({
  default: (await import('../pages/import/import-page.tsx')).ImportPage,
}));
const VocabularyPage = lazy(async () => ({
  default: (await import('../pages/vocabulary/vocabulary-page.tsx')).VocabularyPage,
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
    >
      <AntApp>
        <Shell>
          <Suspense fallback={<Skeleton active />}>
            <Routes>
              <Route path="/" element={<PolicyFinderPage />} />
              <Route path="/documents" element={<LibraryPage />} />
              <Route path="/documents/:id" element={<DocumentPage />} />
              <Route path="/import" element={<ImportPage />} />
              <Route path="/facts" element={<VocabularyPage />} />
              <Route path="/editor" element={<EditorPage />} />
              <Route path="*" element={<NotFoundPage />} />
            </Routes>
          </Suspense>
        </Shell>
      </AntApp>
    </ConfigProvider>
  );
}
