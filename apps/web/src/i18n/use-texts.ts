import { usePageState } from '../state/page-state.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';
import type { Texts } from './zh.ts';

const dictionaries = { zh, en };

/** The words of the interface in the language of the page. */
export function useTexts(): Texts {
  return dictionaries[usePageState().language];
}
