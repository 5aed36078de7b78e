import type { Language } from '@luodi/evaluation';
import type { Fact, Vocabulary } from '@luodi/language';
import type { EditorTexts } from '../../i18n/editor-zh.ts';
import type { Texts } from '../../i18n/zh.ts';

/** What explanations are put into words with. */
export interface Wording {
  readonly language: Language;
  readonly texts: Texts;
  readonly editor: EditorTexts;
}

/** Type, unit and period of a fact in a few words: `金额 · 元 · 按年`. */
export function factDetail(fact: Fact, { texts, editor }: Wording): string {
  return [
    texts.vocabulary.types[fact.factKind],
    fact.type.kind === 'choice' ? fact.type.list : (fact.unit ?? ''),
    fact.annual ? editor.complete.annual : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** What a fact means and where it comes from, one line each. */
export function factLines(fact: Fact, vocabulary: Vocabulary, wording: Wording): readonly string[] {
  const { language, editor } = wording;
  const members =
    fact.type.kind === 'choice' ? (vocabulary.lists.get(fact.type.list)?.members ?? []) : [];
  return [
    fact.nameEn,
    language === 'zh' ? fact.definition : fact.definitionEn,
    members
      .map((member) => (language === 'zh' ? member.name : `${member.name} ${member.nameEn}`))
      .join('、'),
    fact.source === '' ? '' : editor.complete.source(fact.source),
  ].filter((line) => line !== '');
}
