import { usePageState } from '../state/page-state.ts';
import { recoveryEn } from './recovery-en.ts';
import { recoveryZh } from './recovery-zh.ts';
import type { RecoveryTexts } from './recovery-zh.ts';

const dictionaries = { zh: recoveryZh, en: recoveryEn };

/** The words of the pages on recoveries and on the dishonesty list in the language of the page. */
export function useRecoveryTexts(): RecoveryTexts {
  return dictionaries[usePageState().language];
}
