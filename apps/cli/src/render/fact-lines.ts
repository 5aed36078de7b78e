import type { Language } from '@luodi/evaluation';
import type { Fact, FactKind, Vocabulary } from '@luodi/language';

const kindWords: Readonly<Record<FactKind, Readonly<Record<Language, string>>>> = {
  truth: { zh: '是否', en: 'yes or no' },
  money: { zh: '金额', en: 'money' },
  rate: { zh: '比率', en: 'rate' },
  number: { zh: '数', en: 'number' },
  count: { zh: '个数', en: 'count' },
  measured: { zh: '数量', en: 'quantity' },
  date: { zh: '日期', en: 'date' },
  duration: { zh: '时长', en: 'duration' },
  choice: { zh: '选项', en: 'choice' },
  text: { zh: '文字', en: 'text' },
};

function shape(fact: Fact, vocabulary: Vocabulary, language: Language): string {
  const zh = language === 'zh';
  const members =
    fact.type.kind === 'choice' ? (vocabulary.lists.get(fact.type.list)?.members ?? []) : [];
  const options = members.map(({ name, nameEn }) => (zh ? name : nameEn)).join(' / ');
  return [
    kindWords[fact.factKind][language],
    ...(fact.unit === undefined ? [] : [fact.unit]),
    ...(fact.annual ? [zh ? '按年' : 'by year'] : []),
    ...(options === '' ? [] : [options]),
  ].join(zh ? '，' : ', ');
}

/** Facts under the entities they describe: name, id and type, then what exactly is meant and where the term stands. */
export function factLines(
  facts: readonly Fact[],
  vocabulary: Vocabulary,
  language: Language,
): readonly string[] {
  const zh = language === 'zh';
  const entities = [...new Set(facts.map(({ entity }) => entity))];
  return entities.flatMap((entity) => {
    const label = zh ? entity : (vocabulary.entities.get(entity)?.nameEn ?? entity);
    const own = facts.filter((fact) => fact.entity === entity);
    return [
      `${label} (${own.length})`,
      ...own.flatMap((fact) => [
        `  ${zh ? fact.name : fact.nameEn}  ${fact.id}  [${shape(fact, vocabulary, language)}]`,
        `      ${zh ? fact.definition : fact.definitionEn}  〔${fact.source}〕`,
      ]),
      '',
    ];
  });
}
