import type { SessionTexts } from './session-zh.ts';

/** The words of signing in, of the account and of the sections that depend on it, in English. */
export const sessionEn: SessionTexts = {
  groups: { policies: 'Policies', delivery: 'Delivery', oversight: 'Oversight' },
  sections: {
    cases: 'My cases',
    officerCases: 'Cases',
    work: 'To do',
    programmes: 'Programmes',
    money: 'Money',
    publicity: 'Public notice',
    decisions: 'Check a decision',
    journal: 'Journal',
  },
  signIn: 'Sign in',
  signOut: 'Sign out',
  account: (name) => `Account: ${name}`,
  actingAs: 'Acting as',
  switchOffice: 'Switch office',
  roles: {
    enterprise: 'Enterprise',
    officer: 'Officer',
    finance: 'Finance',
    expert: 'Expert',
    pilot_office: 'Pilot office',
    inspector: 'Inspector',
    auditor: 'Auditor',
    administrator: 'Administrator',
  },
  page: {
    title: 'Sign in',
    demoTitle: 'Demonstration identities',
    demoIntro:
      'All enterprises and people are invented. One click takes you in; you can change at any time.',
    words: 'Filter by name or organisation',
    login: 'Login',
    password: 'Password',
    enter: (name) => `Sign in as ${name}`,
    nothing: 'No such identity. Try another word.',
    already: (name) => `Signed in: ${name}`,
  },
  gate: {
    signIn: 'Please sign in',
    signInHint: 'This page depends on who you are. You will come back here.',
    notAllowed: 'This page is not for the office you act in',
    notAllowedHint: (roles) => `It is for: ${roles}. Switch to another office.`,
    changePassword: 'Change the one-time password first',
    separator: ', ',
  },
  password: {
    title: 'Change password',
    current: 'Current password',
    next: 'New password (12 characters or more)',
    change: 'Change',
    done: 'The password is changed; other sessions have ended.',
  },
  command: {
    offline: 'The server did not answer, so it is not known whether this was done.',
    offlineHint: 'Press again: the same action is never carried out twice.',
    retry: 'Try again',
  },
  notifications: {
    open: (count) => (count === 0 ? 'Notifications' : `Notifications, ${count} unread`),
    title: 'Notifications',
    none: 'No notifications yet. You will be told here when something happens.',
    readAll: 'Mark all as read',
  },
};
