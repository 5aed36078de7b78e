import type { CaseView, LetterRecords } from '@luodi/delivery';
import { readFacts } from '@luodi/evaluation';
import { Temporal, dayOf } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import type { Measure, PolicyDocument } from '@luodi/language';
import type { LetterJson, LetterPart } from '../contract/index.ts';
import { statedFacts } from '../export/stated-facts.ts';
import { clauseWords, heading, paragraph, quotation, table } from './letter-words.ts';

/** What a letter is written from. */
export interface Writing {
  readonly view: CaseView;
  readonly records: LetterRecords;
  readonly measure: Measure;
  readonly document: PolicyDocument | undefined;
}

/** `undefined`: the rules of that version do not have the measure, so nothing can be cited. */
export function writingOf(view: CaseView, records: LetterRecords): Writing | undefined {
  const { content } = view.evaluator;
  const measure = content.measures.get(view.programme.measure);
  return measure && { view, records, measure, document: content.documentOf.get(measure.id) };
}

/** What is particular to one letter; addressee and signature are the same for most. */
export interface Wording {
  readonly title: string;
  /** What it is about within the case: another decision, recovery or round is another letter. */
  readonly about: string;
  readonly day: PlainDate;
  readonly parts: readonly LetterPart[];
  readonly signature?: readonly string[];
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** Headings are counted as documents count them: 一、二、三. */
export function numbered(parts: readonly LetterPart[]): LetterPart[] {
  let count = 0;
  return parts.map((part) => {
    if (part.kind !== 'heading') return part;
    count += 1;
    return heading(`${numerals[count - 1] ?? count}、${part.text}`);
  });
}

/** A letter that has no number yet. */
export interface Unnumbered extends Omit<LetterJson, 'number'> {
  readonly about: string;
}

export function letter(
  { view, records }: Writing,
  { title, about, day, parts, signature = [records.ownerName] }: Wording,
): Unnumbered {
  return {
    title,
    about,
    addressee: view.enterpriseName,
    parts: numbered(parts),
    signature: [...signature],
    date: day.toString(),
  };
}

/** The clause that everything rests on, and its own words. */
export function basisParts({ measure, document }: Writing): readonly LetterPart[] {
  return [
    paragraph(`依据${clauseWords(document, measure.clause)}，原文如下：`),
    quotation(measure.quote),
  ];
}

/** The facts that a decision was reached by: of all that was known those that the rule reads. */
function decidedFacts({ view, measure }: Writing): readonly (readonly [string, string])[] {
  const { decision, evaluator } = view;
  if (decision === undefined) return [];
  const { content } = evaluator;
  const read = readFacts(decision.facts, content);
  if (!read.ok) return [];
  const answer = evaluator.answer(
    measure.id,
    read.value,
    Temporal.PlainDate.from(decision.lawDate),
  );
  const names = new Set(answer?.used.map(({ name }) => name));
  return statedFacts(decision.facts, content, 'zh')
    .filter(({ fact }) => fact !== undefined && names.has(fact.name))
    .map(({ label, value }) => [label, value]);
}

/** A chapter on the facts; nothing where the rule asks for none. */
export function factParts(title: string, writing: Writing): readonly LetterPart[] {
  const rows = decidedFacts(writing);
  return rows.length === 0 ? [] : [heading(title), table(['事实', '认定的值'], rows)];
}

/** The day on which a case came to a step; where the journal does not tell, that of its submission. */
export function dayReached({ view, records }: Writing, step: number): PlainDate {
  const at = records.reached.get(step);
  return at === undefined ? view.lawDate : dayOf(at);
}

/** Ways that the law leaves open against a decision. */
export const remedies = paragraph(
  '如不服本决定，可以依法向有权机关申请行政复议，或者依法向人民法院提起行政诉讼；期限以法律规定为准，自收到本决定书之日起算。',
);
