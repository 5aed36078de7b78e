import { readValue, referenceKey, sayNumber } from '@luodi/evaluation';
import type { FactReference, Language } from '@luodi/evaluation';
import type { Content } from '@luodi/language';
import type { Texts } from '../i18n/zh.ts';

/** A stated fact as the reader says it; what cannot be read stands as it was written. */
export function sayFactValue(
  raw: string,
  reference: FactReference,
  content: Content,
  language: Language,
  texts: Texts,
): string {
  if (raw === '') return texts.facts.unknown;
  const fact = content.vocabulary.facts.get(reference.name);
  if (fact === undefined || language === 'zh') return raw;
  const read = readValue(raw, fact, referenceKey(reference), content.vocabulary);
  if (!read.ok) return raw;
  const { value } = read;
  switch (value.kind) {
    case 'truth':
      return value.value ? texts.facts.yes : texts.facts.no;
    case 'number':
      return fact.type.kind === 'number'
        ? sayNumber(value.value, fact.type, fact.unit)[language]
        : raw;
    case 'date':
      return value.value.toString();
    case 'choice': {
      const list = fact.type.kind === 'choice' ? fact.type.list : '';
      const members = content.vocabulary.lists.get(list)?.members ?? [];
      return members.find((member) => member.name === value.value)?.nameEn ?? value.value;
    }
    case 'text':
      return value.value;
  }
}
