import type { Language } from '@luodi/evaluation';
import type { CaseSummary } from '@luodi/server/contract';

/** The title of a programme in the language of the page. */
export function titleOf(
  { title, titleEn }: { readonly title: string; readonly titleEn: string },
  language: Language,
): string {
  return language === 'zh' ? title : titleEn;
}

/** The step at which a case stands, in the language of the page. */
export function stepOf({ step }: Pick<CaseSummary, 'step'>, language: Language): string {
  return language === 'zh' ? step.name : step.nameEn;
}
