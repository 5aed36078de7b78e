import { usePageState } from '../state/page-state.ts';
import { editorEn } from './editor-en.ts';
import { editorZh } from './editor-zh.ts';
import type { EditorTexts } from './editor-zh.ts';

const dictionaries = { zh: editorZh, en: editorEn };

/** The words of the policy editor in the language of the page. */
export function useEditorTexts(): EditorTexts {
  return dictionaries[usePageState().language];
}
