import type { JournalTexts } from './journal-zh.ts';

/** The words of the journal's page in English. */
export const journalEn: JournalTexts = {
  title: 'Journal',
  intro:
    'Who did what, when and why. Each entry is sealed onto the one before, so that changing or deleting one shows.',
  who: 'Who (name or account)',
  what: 'Action',
  whatHint: 'e.g. case.submit; with a dot at its end a whole kind, as task.',
  subject: 'Subject (id)',
  from: 'From',
  until: 'To',
  search: 'Search',
  none: 'There are no such entries. Ask for less.',
  columns: { at: 'When', who: 'Who', what: 'Action', subject: 'Subject', reason: 'Reason' },
  detail: 'Details',
  hash: 'Seal',
  later: 'Latest',
  earlier: 'Earlier',
};
