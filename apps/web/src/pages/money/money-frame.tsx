import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useLinkInView } from '../../components/use-link-in-view.ts';
import { useMoneyTexts } from '../../i18n/use-money-texts.ts';
import { RoleGate } from '../../session/role-gate.tsx';
import type { SignedIn } from '../../session/use-session.ts';
import { useKeptSearch } from '../../state/page-state.ts';
import styles from './money.module.css';

function Tabs() {
  const { tabs, tabsLabel } = useMoneyTexts();
  const kept = useKeptSearch();
  const links = [
    ['/money', tabs.overview],
    ['/money/payments', tabs.payments],
    ['/money/settlement', tabs.settlement],
    ['/money/reports', tabs.reports],
  ] as const;
  const row = useLinkInView<HTMLElement>(links.length);
  return (
    <nav ref={row} className={`${styles.tabs} no-print`} aria-label={tabsLabel}>
      {links.map(([path, label]) => (
        <NavLink key={path} to={`${path}${kept}`} end>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}

/** The head that all pages on money share, for those who handle or audit it. */
export function MoneyFrame({
  intro,
  children,
}: {
  readonly intro: string;
  readonly children: (me: SignedIn) => ReactNode;
}) {
  const { title } = useMoneyTexts();
  return (
    <RoleGate roles={['finance', 'auditor']}>
      {(me) => (
        <>
          <h1>{title}</h1>
          <Tabs />
          <p className="quiet">{intro}</p>
          {children(me)}
        </>
      )}
    </RoleGate>
  );
}
