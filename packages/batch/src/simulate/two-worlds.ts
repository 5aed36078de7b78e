import type { Bilingual } from '@luodi/evaluation';
import { isInForce } from '@luodi/evaluation';
import { compareDates } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import { measuresOf } from '@luodi/language';
import type { Content, Measure, PolicyDocument } from '@luodi/language';
import { isMoneyMeasure } from '../run/rules.ts';

/** The rules as if one document were in force in place of another. */
export interface DocumentWorld {
  readonly content: Content;
  /** Money measures of the document that count on the date. */
  readonly measures: readonly Measure[];
  readonly notes: readonly Bilingual[];
}

function sameDays(a: Measure['validity'], b: PolicyDocument['validity']): boolean {
  const [one, two] = [a.until, b.until];
  const sameEnd =
    one === undefined || two === undefined ? one === two : compareDates(one, two) === 0;
  return compareDates(a.from, b.from) === 0 && sameEnd;
}

/**
 * The rules with one document and without another. A document that is not in force on the date (a draft never is) is taken as if it were; a
 * measure with days of its own keeps them.
 */
export function worldOf(
  document: PolicyDocument | undefined,
  instead: PolicyDocument | undefined,
  date: PlainDate,
  content: Content,
): DocumentWorld {
  const measures = new Map(content.measures);
  const documentOf = new Map(content.documentOf);
  for (const { id } of instead === undefined ? [] : measuresOf(instead)) {
    measures.delete(id);
    documentOf.delete(id);
  }
  if (document === undefined)
    return { content: { ...content, measures, documentOf }, measures: [], notes: [] };
  const final = { ...document, status: 'final' as const };
  let asIf = document.status !== 'final';
  for (const measure of measuresOf(document)) {
    const days = sameDays(measure.validity, document.validity);
    const now = days && !isInForce(measure, date);
    asIf = asIf || now;
    measures.set(
      measure.id,
      now ? { ...measure, validity: { from: date, until: undefined } } : measure,
    );
    documentOf.set(measure.id, final);
  }
  const own = measuresOf(document).flatMap(({ id }) => measures.get(id) ?? []);
  return {
    content: { ...content, measures, documentOf },
    measures: own.filter((measure) => isMoneyMeasure(measure) && isInForce(measure, date)),
    notes: asIf
      ? [
          {
            zh: `《${document.title}》在 ${date.toString()} 不在施行期内或是征求意见稿，这里当作已经施行`,
            en: `${document.titleEn} is a draft or not in force on ${date.toString()}; it is taken as if it were in force`,
          },
        ]
      : [],
  };
}
