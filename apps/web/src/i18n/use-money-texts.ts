import { usePageState } from '../state/page-state.ts';
import { moneyEn } from './money-en.ts';
import { moneyZh } from './money-zh.ts';
import type { MoneyTexts } from './money-zh.ts';

const dictionaries = { zh: moneyZh, en: moneyEn };

/** The words of the pages on money in the language of the page. */
export function useMoneyTexts(): MoneyTexts {
  return dictionaries[usePageState().language];
}
