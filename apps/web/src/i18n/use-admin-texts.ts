import { usePageState } from '../state/page-state.ts';
import { adminEn } from './admin-en.ts';
import { adminZh } from './admin-zh.ts';
import type { AdminTexts } from './admin-zh.ts';

const dictionaries = { zh: adminZh, en: adminEn };

/** The words of the administrator's pages in the language of the page. */
export function useAdminTexts(): AdminTexts {
  return dictionaries[usePageState().language];
}
