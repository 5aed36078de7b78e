import { usePageState } from '../state/page-state.ts';
import { sessionEn } from './session-en.ts';
import { sessionZh } from './session-zh.ts';
import type { SessionTexts } from './session-zh.ts';

const dictionaries = { zh: sessionZh, en: sessionEn };

/** The words of signing in and of the account in the language of the page. */
export function useSessionTexts(): SessionTexts {
  return dictionaries[usePageState().language];
}
