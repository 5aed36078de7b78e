import { usePageState } from '../state/page-state.ts';
import { correctionEn } from './correction-en.ts';
import { correctionZh } from './correction-zh.ts';
import type { CorrectionTexts } from './correction-zh.ts';

const dictionaries = { zh: correctionZh, en: correctionEn };

/** The words of 更正复核 in the language of the page. */
export function useCorrectionTexts(): CorrectionTexts {
  return dictionaries[usePageState().language];
}
