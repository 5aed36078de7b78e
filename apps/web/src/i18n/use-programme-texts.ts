import { usePageState } from '../state/page-state.ts';
import { programmeEn } from './programme-en.ts';
import { programmeZh } from './programme-zh.ts';
import type { ProgrammeTexts } from './programme-zh.ts';

const dictionaries = { zh: programmeZh, en: programmeEn };

/** The words of the pages on programmes in the language of the page. */
export function useProgrammeTexts(): ProgrammeTexts {
  return dictionaries[usePageState().language];
}
