import { usePageState } from '../state/page-state.ts';
import { libraryEn } from './library-en.ts';
import { libraryZh } from './library-zh.ts';
import type { LibraryTexts } from './library-zh.ts';

const dictionaries = { zh: libraryZh, en: libraryEn };

/** The words of the pages on documents in the language of the page. */
export function useLibraryTexts(): LibraryTexts {
  return dictionaries[usePageState().language];
}
