import { usePageState } from '../state/page-state.ts';
import { letterEn } from './letter-en.ts';
import { letterZh } from './letter-zh.ts';
import type { LetterTexts } from './letter-zh.ts';

const dictionaries = { zh: letterZh, en: letterEn };

/** The words around letters in the language of the page. */
export function useLetterTexts(): LetterTexts {
  return dictionaries[usePageState().language];
}
