import { usePageState } from '../state/page-state.ts';
import { caseEn } from './case-en.ts';
import { caseZh } from './case-zh.ts';
import type { CaseTexts } from './case-zh.ts';

const dictionaries = { zh: caseZh, en: caseEn };

/** The words of the pages on cases in the language of the page. */
export function useCaseTexts(): CaseTexts {
  return dictionaries[usePageState().language];
}
