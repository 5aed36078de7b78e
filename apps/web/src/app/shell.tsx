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
import { useLinkInView } from '../components/use-link-in-view.ts';
import { useSessionTexts } from '../i18n/use-session-texts.ts';
import { AccountMenu } from '../session/account-menu.tsx';
import { NotificationsButton } from '../session/notifications-button.tsx';
import { deliverySectionsFor } from '../session/sections.ts';
import { useSignedIn } from '../session/use-session.ts';
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

type Links = readonly (readonly [path: string, label: string])[];

function usePolicyLinks(): Links {
  const texts = useTexts();
  const library = useLibraryTexts().navigation;
  const { navigation: simulation } = useSimulationTexts();
  return [
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
  ];
}

/** Pages that belong together, in one row. */
function NavigationRow({
  label,
  links,
  children,
}: {
  readonly label: string;
  readonly links: Links;
  readonly children?: React.ReactNode;
}) {
  const kept = useKeptSearch();
  const row = useLinkInView<HTMLDivElement>(links.length);
  return (
    <div ref={row} className={styles.links}>
      <span className={styles.group}>{label}</span>
      {links.map(([path, name]) => (
        <NavLink
          key={path}
          to={`${path}${kept}`}
          end={path === '/'}
          className={({ isActive }) =>
            isActive ? `${styles.link} ${styles.here}` : (styles.link ?? '')
          }
        >
          {name}
        </NavLink>
      ))}
      {children}
    </div>
  );
}

function Navigation() {
  const texts = useTexts();
  const session = useSessionTexts();
  const policies = usePolicyLinks();
  const sections = deliverySectionsFor(useSignedIn());
  return (
    <nav className={styles.rows} aria-label={texts.navigation.label}>
      <NavigationRow label={session.groups.policies} links={policies}>
        <a className={styles.link} href="/api/docs">
          {texts.navigation.api}
        </a>
      </NavigationRow>
      {sections.length > 0 && (
        <NavigationRow
          label={session.groups.delivery}
          links={sections.map(({ path, name }) => [path, name(session.sections)])}
        />
      )}
    </nav>
  );
}

/** The frame of every page: name, navigation, search, date, language. */
export function Shell({ children }: { readonly children: React.ReactNode }) {
  const texts = useTexts();
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
  return (
    <>
      <a className={styles.skip} href="#main">
        {texts.navigation.skip}
      </a>
      <header className={`${styles.bar} no-print`}>
        <Link className={styles.name} to={`/${kept}`}>
          {texts.appName} <span className={styles.tagline}>{texts.tagline}</span>
        </Link>
        <Navigation />
        <div className={styles.tools}>
          <Button icon={<SearchOutlined />} onClick={() => setSearching(true)}>
            <span className={styles.keys}>
              {texts.search.open} <span className="quiet">{searchKeys}</span>
            </span>
          </Button>
          <DateAndLanguage />
        </div>
        <div className={styles.account}>
          <NotificationsButton />
          <AccountMenu />
        </div>
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <SearchDialog open={searching} onClose={() => setSearching(false)} />
    </>
  );
}
