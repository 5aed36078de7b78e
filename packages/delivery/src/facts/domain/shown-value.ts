import { readValue, sayNumber } from '@luodi/evaluation';
import type { Bilingual } from '@luodi/evaluation';
import type { Vocabulary } from '@luodi/language';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function alike(text: string): Bilingual {
  return { zh: text, en: text };
}

function shownItem(item: unknown, vocabulary: Vocabulary): Bilingual {
  if (!isRecord(item)) return alike(JSON.stringify(item));
  const parts = Object.entries(item).map(([id, value]) => {
    const fact = vocabulary.factsById.get(id);
    const words = shownValue(value, id, vocabulary);
    return { zh: `${fact?.name ?? id} ${words.zh}`, en: `${fact?.nameEn ?? id} ${words.en}` };
  });
  return {
    zh: parts.map(({ zh }) => zh).join('，'),
    en: parts.map(({ en }) => en).join(', '),
  };
}

/** A value held, in words: a sum with its unit, 是 or 否, the items of a list one after the other. */
export function shownValue(value: unknown, id: string, vocabulary: Vocabulary): Bilingual {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => shownItem(item, vocabulary));
    return {
      zh: `${items.length}项：${items.map(({ zh }) => zh).join('；')}`,
      en: `${items.length}: ${items.map(({ en }) => en).join('; ')}`,
    };
  }
  const fact = vocabulary.factsById.get(id);
  if (fact !== undefined && isRecord(value)) {
    const years = Object.entries(value).map(([year, figure]) => {
      const words = shownValue(figure, id, vocabulary);
      return { zh: `${year}年 ${words.zh}`, en: `${year}: ${words.en}` };
    });
    return {
      zh: years.map(({ zh }) => zh).join('，'),
      en: years.map(({ en }) => en).join(', '),
    };
  }
  const read = fact === undefined ? undefined : readValue(value, fact, id, vocabulary);
  if (fact === undefined || read === undefined || !read.ok)
    return alike(typeof value === 'string' ? value : JSON.stringify(value));
  switch (read.value.kind) {
    case 'truth':
      return read.value.value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
    case 'number':
      return fact.type.kind === 'number'
        ? sayNumber(read.value.value, fact.type, fact.unit)
        : alike(String(value));
    case 'date':
      return alike(read.value.value.toString());
    case 'text':
      return alike(read.value.value);
    case 'choice': {
      const { value: name } = read.value;
      const members =
        fact.type.kind === 'choice' ? vocabulary.lists.get(fact.type.list)?.members : [];
      return { zh: name, en: members?.find((member) => member.name === name)?.nameEn ?? name };
    }
  }
}
