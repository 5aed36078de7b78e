import { questionWords } from '@luodi/entitlement';
import { sayReference } from '@luodi/evaluation';
import type { Language, Question } from '@luodi/evaluation';
import { formatMoneyEn, formatMoneyZh, rational } from '@luodi/kernel';
import type { Fact, Vocabulary } from '@luodi/language';

/** A sum in fen as people read it. */
export function money(fen: bigint, language: Language): string {
  return (language === 'zh' ? formatMoneyZh : formatMoneyEn)(rational(fen));
}

/** What an answer to the question decides: `可定 3 项，关系 9 项，最高 230万元`. */
function stake(question: Question, language: Language): string {
  const { measures, settles, upperFen, unboundedMeasures } = question;
  const zh = [
    `关系 ${measures.length} 项`,
    ...(settles.length > 0 ? [`其中 ${settles.length} 项答了就定`] : []),
    ...(upperFen > 0n ? [`最高 ${money(upperFen, 'zh')}`] : []),
    ...(unboundedMeasures > 0 ? [`${unboundedMeasures} 项没有上限`] : []),
  ];
  const en = [
    `bears on ${measures.length} measure(s)`,
    ...(settles.length > 0 ? [`settles ${settles.length} of them`] : []),
    ...(upperFen > 0n ? [`up to ${money(upperFen, 'en')}`] : []),
    ...(unboundedMeasures > 0 ? [`${unboundedMeasures} without a ceiling`] : []),
  ];
  return language === 'zh' ? zh.join('，') : en.join(', ');
}

/** The values that an answer can take, where they are a list. */
function choices(fact: Fact | undefined, vocabulary: Vocabulary, language: Language): string {
  if (fact?.type.kind !== 'choice') return '';
  const members = vocabulary.lists.get(fact.type.list)?.members ?? [];
  const names = members.map(({ name, nameEn }) => (language === 'zh' ? name : nameEn));
  return language === 'zh' ? `可选：${names.join('、')}` : `one of: ${names.join(', ')}`;
}

/** Questions as numbered lines, each with the name to write into the facts file and what hangs on it. */
export function questionLines(
  questions: readonly Question[],
  vocabulary: Vocabulary,
  language: Language,
): readonly string[] {
  return questions.flatMap((question, index) => {
    const { reference } = question;
    const words = questionWords(question, vocabulary)[language];
    const label = sayReference(reference, vocabulary)[language];
    const options = choices(vocabulary.facts.get(reference.name), vocabulary, language);
    return [
      `${index + 1}. ${words}`,
      `   ${label} · ${stake(question, language)}`,
      ...(options === '' ? [] : [`   ${options}`]),
    ];
  });
}
