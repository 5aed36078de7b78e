import type { CaseView, LetterRecords } from '@luodi/delivery';
import type { LetterKind } from '../contract/index.ts';
import { letterKind } from '../contract/index.ts';
import { acceptance, supplement } from './application-letters.ts';
import { automaticNotice, grant, refusal } from './decision-letters.ts';
import type { Unnumbered, Writing } from './letter-writing.ts';
import { letter, writingOf } from './letter-writing.ts';
import { clauseWords, dayWords, heading, paragraph, quotation, sumWords } from './letter-words.ts';
import { Temporal, dayOf } from '@luodi/kernel';

/** 追回决定书: the last order to pay back. */
function recovery(writing: Writing): Unnumbered | undefined {
  const [order] = writing.records.recoveries;
  if (order === undefined) return undefined;
  const { fen, interestFen, reason, clause, dueOn, at } = order;
  const { view, measure, document } = writing;
  const due = dueOn === null ? '' : `请于${dayWords(Temporal.PlainDate.from(dueOn))}前退回。`;
  const interest =
    interestFen === 0n ? '' : `其中本金${sumWords(fen)}，利息${sumWords(interestFen)}。`;
  return letter(writing, {
    title: '追回决定书',
    about: order.id,
    day: dayOf(at),
    parts: [
      paragraph(
        `你单位因“${view.programme.title}”领取的资金（办件编号 ${view.each.id}），经查应予追回，现决定如下：`,
      ),
      heading('决定'),
      paragraph(`追回资金${sumWords(fen + interestFen)}。${interest}${due}`),
      heading('理由'),
      paragraph(`${reason}。`.replace(/。。$/u, '。')),
      heading('依据'),
      paragraph(clause),
      paragraph(`该资金的兑现依据为${clauseWords(document, measure.clause)}，原文如下：`),
      quotation(measure.quote),
      heading('异议'),
      paragraph(
        '如不服本决定，可以向本机关陈述、申辩，也可以依法申请行政复议或者提起行政诉讼；期限以法律规定为准，自收到本决定书之日起算。',
      ),
    ],
  });
}

const writers: Readonly<Record<LetterKind, (writing: Writing) => Unnumbered | undefined>> = {
  automatic_notice: automaticNotice,
  acceptance,
  supplement,
  refusal,
  grant,
  recovery,
};

/** The letters that the state of a case allows, in the order in which they can come. */
export function caseLetters(
  view: CaseView,
  records: LetterRecords,
): readonly (Unnumbered & { readonly kind: LetterKind })[] {
  const writing = writingOf(view, records);
  if (writing === undefined) return [];
  return letterKind.options.flatMap((kind) => {
    const written = writers[kind](writing);
    return written === undefined ? [] : [{ ...written, kind }];
  });
}
