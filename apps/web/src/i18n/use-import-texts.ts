import { usePageState } from '../state/page-state.ts';
import { importEn } from './import-en.ts';
import { importZh } from './import-zh.ts';
import type { ImportTexts } from './import-zh.ts';

const dictionaries = { zh: importZh, en: importEn };

/** The words of the import page in the language of the page. */
export function useImportTexts(): ImportTexts {
  return dictionaries[usePageState().language];
}
