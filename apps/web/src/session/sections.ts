import type { Role } from '@luodi/server/contract';
import type { SessionTexts } from '../i18n/session-zh.ts';
import type { SignedIn } from './use-session.ts';

/** A page in the navigation. */
export interface Section {
  readonly path: string;
  readonly name: (texts: SessionTexts['sections']) => string;
  /** For whom; `everybody` also without signing in. */
  readonly roles: readonly Role[] | 'everybody';
}

const deliverySections: readonly Section[] = [
  { path: '/work', name: ({ work }) => work, roles: ['officer', 'expert'] },
  { path: '/cases', name: ({ cases }) => cases, roles: ['enterprise'] },
  {
    path: '/programmes',
    name: ({ programmes }) => programmes,
    roles: ['officer', 'finance', 'auditor'],
  },
  {
    path: '/cases',
    name: ({ officerCases }) => officerCases,
    roles: ['officer', 'finance', 'auditor'],
  },
  { path: '/money', name: ({ money }) => money, roles: ['finance', 'auditor'] },
  {
    path: '/enterprise-facts',
    name: ({ enterpriseFacts }) => enterpriseFacts,
    roles: ['enterprise', 'officer', 'finance', 'auditor'],
  },
  { path: '/fact-import', name: ({ factImport }) => factImport, roles: ['officer'] },
  {
    path: '/vouchers',
    name: ({ vouchers }) => vouchers,
    roles: ['enterprise', 'officer', 'finance', 'auditor'],
  },
  {
    path: '/recoveries',
    name: ({ recoveries }) => recoveries,
    roles: ['enterprise', 'officer', 'finance', 'auditor'],
  },
  { path: '/dishonesty', name: ({ dishonesty }) => dishonesty, roles: 'everybody' },
  { path: '/publicity', name: ({ publicity }) => publicity, roles: 'everybody' },
  {
    path: '/decisions',
    name: ({ decisions }) => decisions,
    roles: ['enterprise', 'officer', 'finance', 'auditor'],
  },
  { path: '/corrections', name: ({ corrections }) => corrections, roles: ['officer', 'auditor'] },
  { path: '/journal', name: ({ journal }) => journal, roles: ['auditor', 'administrator'] },
  { path: '/admin', name: ({ admin }) => admin, roles: ['administrator'] },
];

/** The sections of 兑现 that somebody may use. */
export function deliverySectionsFor(me: SignedIn | undefined): readonly Section[] {
  return deliverySections.filter(
    ({ roles }) => roles === 'everybody' || (me !== undefined && roles.includes(me.office.role)),
  );
}
