import { usePageState } from '../state/page-state.ts';
import { journalEn } from './journal-en.ts';
import { journalZh } from './journal-zh.ts';
import type { JournalTexts } from './journal-zh.ts';

const dictionaries = { zh: journalZh, en: journalEn };

/** The words of the journal's page in the language of the page. */
export function useJournalTexts(): JournalTexts {
  return dictionaries[usePageState().language];
}
