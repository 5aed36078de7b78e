import { findReference, sayReference } from '@luodi/evaluation';
import type { Language } from '@luodi/evaluation';
import type { Content, Fact } from '@luodi/language';

/** A fact as the applicant stated it, for a table. */
export interface StatedFact {
  readonly label: string;
  readonly value: string;
  readonly fact: Fact | undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const yesNo: Readonly<Record<Language, readonly [string, string]>> = {
  zh: ['是', '否'],
  en: ['yes', 'no'],
};
const unknown: Readonly<Record<Language, string>> = { zh: '未知', en: 'unknown' };

function valueText(value: unknown, language: Language): string {
  if (value === null || value === undefined) return unknown[language];
  if (typeof value === 'boolean') return yesNo[language][value ? 0 : 1];
  if (isRecord(value))
    return Object.entries(value)
      .map(([year, figure]) => `${year}: ${valueText(figure, language)}`)
      .join('; ');
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : JSON.stringify(value);
}

/** Every stated fact, those of items numbered by item. `facts` were read before, so their names are known. */
export function statedFacts(
  facts: Readonly<Record<string, unknown>>,
  content: Content,
  language: Language,
): readonly StatedFact[] {
  return Object.entries(facts).flatMap(([key, value]): readonly StatedFact[] => {
    const reference = findReference(key, content);
    const label =
      reference === undefined ? key : sayReference(reference, content.vocabulary)[language];
    if (!Array.isArray(value)) {
      const fact = reference && content.vocabulary.facts.get(reference.name);
      return [{ label, value: valueText(value, language), fact }];
    }
    const rows: readonly unknown[] = value;
    return rows.flatMap((row, index) =>
      isRecord(row)
        ? statedFacts(row, content, language).map((stated) => ({
            ...stated,
            label: `${label} ${index + 1} · ${stated.label}`,
          }))
        : [],
    );
  });
}
