import { useCallback } from 'react';
import type { Role } from '@luodi/server/contract';
import type { SignedIn } from '../../session/use-session.ts';
import { addressOf, usePageParameters } from '../../state/page-parameters.ts';
import { useKeptSearch } from '../../state/page-state.ts';

const firstPages: Readonly<Record<Role, string>> = {
  enterprise: '/cases',
  officer: '/work',
  finance: '/programmes',
  expert: '/work',
  pilot_office: '/',
  inspector: '/',
  auditor: '/journal',
  administrator: '/journal',
};

/** Only a page of this application: an address elsewhere would lead people astray. */
function isOwnPage(path: string): boolean {
  return /^\/(?![/\\])/u.test(path) && path !== '/sign-in';
}

/** Where one goes after signing in: back to where one came from, else to the first page of the role. */
export function useAfterSignIn(): (me: SignedIn) => string {
  const [read] = usePageParameters();
  const kept = useKeptSearch();
  return useCallback(
    ({ office, mustChangePassword }) => {
      const next = read('next');
      if (mustChangePassword) return addressOf('/account', kept);
      return addressOf(isOwnPage(next) && next !== '/' ? next : firstPages[office.role], kept);
    },
    [read, kept],
  );
}
