import { usePageState } from '../state/page-state.ts';
import { factsHeldEn } from './facts-held-en.ts';
import { factsHeldZh } from './facts-held-zh.ts';
import type { FactsHeldTexts } from './facts-held-zh.ts';

const dictionaries = { zh: factsHeldZh, en: factsHeldEn };

/** The words of the pages on facts held, in the language of the page. */
export function useFactsHeldTexts(): FactsHeldTexts {
  return dictionaries[usePageState().language];
}
