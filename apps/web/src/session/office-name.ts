import type { Language } from '@luodi/evaluation';
import type { OfficeJson } from '@luodi/server/contract';

interface Named {
  readonly name: string;
  readonly nameEn: string;
}

/** A person's name in the language of the page. */
export function nameIn({ name, nameEn }: Named, language: Language): string {
  return language === 'zh' ? name : nameEn;
}

/** The organisation that an office belongs to, in the language of the page. */
export function organisationIn(
  {
    organisationName,
    organisationNameEn,
  }: Pick<OfficeJson, 'organisationName' | 'organisationNameEn'>,
  language: Language,
): string {
  return language === 'zh' ? organisationName : organisationNameEn;
}
