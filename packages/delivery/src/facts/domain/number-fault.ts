import type { Bilingual } from '@luodi/evaluation';

/** What is wrong with a number that somebody wrote, and how to mend it. */
export interface NumberFault {
  readonly code: 'wrong_length' | 'wrong_character' | 'wrong_check' | 'no_such_day' | 'wrong_form';
  /** Which character, from 1; `undefined` when that cannot be told. */
  readonly position: number | undefined;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

export function numberFault(
  code: NumberFault['code'],
  position: number | undefined,
  message: Bilingual,
  hint: Bilingual,
): NumberFault {
  return { code, position, message, hint };
}

/** Without spaces and in half-width capitals, as people's spellings differ. */
export function plainNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
}
