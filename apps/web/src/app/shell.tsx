import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link, NavLink } from 'react-router';
import { useLibraryTexts } from '../i18n/use-library-texts.ts';
import { useSimulationTexts } from '../i18n/use-simulation-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useChangePageState, useKeptSearch, usePageState } from '../state/page-state.ts';
import { DateInput } from '../components/date-input.tsx';
import { SearchDialog } from '../components/search-dialog.tsx';
import styles from './shell.module.css';

const searchKeys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K';

function DateAndLanguage() {
  const texts = useTexts();
  const { date, dateIsToday, language } = usePageState();
  const change = useChangePageState();
  return (
    <>
      <label className="quiet" htmlFor="as-of">
        {texts.asOf}
      </label>
      <DateInput id="as-of" value={date.toString()} onChange={(value) => change({ date: value })} />
      {!dateIsToday && (
        <Button type="text" size="small" onClick={() => change({ date: undefined })}>
          {texts.today}
        </Button>
      )}
      <Button
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => change({ language: language === 'zh' ? 'en' : 'zh' })}
      >
        {language === 'zh' ? 'English' : '中文'}
      </Button>
    </>
  );
}

/** The frame of every page: name, navigation, search, date, language. */
export function Shell({ children }: { readonly children: React.ReactNode }) {
  const texts = useTexts();
  const library = useLibraryTexts().navigation;
  const { navigation: simulation } = useSimulationTexts();
  const kept = useKeptSearch();
  const [searching, setSearching] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setSearching(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const links = [
    ['/', texts.navigation.finder],
    ['/documents', texts.navigation.library],
    ['/matters', library.matters],
    ['/departments', library.departments],
    ['/differences', library.differences],
    ['/coverage', library.coverage],
    ['/simulation', simulation],
    ['/import', texts.navigation.import],
    ['/facts', texts.navigation.vocabulary],
    ['/editor', texts.navigation.editor],
  ] as const;
  return (
    <>
      <a className={styles.skip} href="#main">
        {texts.navigation.skip}
      </a>
      <header className={`${styles.bar} no-print`}>
        <Link className={styles.name} to={`/${kept}`}>
          {texts.appName} <span className={styles.tagline}>{texts.tagline}</span>
        </Link>
        <nav className={styles.links} aria-label={texts.navigation.label}>
          {links.map(([path, label]) => (
            <NavLink
              key={path}
              to={`${path}${kept}`}
              end={path === '/'}
              className={({ isActive }) =>
                isActive ? `${styles.link} ${styles.here}` : (styles.link ?? '')
              }
            >
              {label}
            </NavLink>
          ))}
          <a className={styles.link} href="/api/docs">
            {texts.navigation.api}
          </a>
        </nav>
        <div className={styles.tools}>
          <Button icon={<SearchOutlined />} onClick={() => setSearching(true)}>
            <span className={styles.keys}>
              {texts.search.open} <span className="quiet">{searchKeys}</span>
            </span>
          </Button>
          <DateAndLanguage />
        </div>
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <SearchDialog open={searching} onClose={() => setSearching(false)} />
    </>
  );
}
