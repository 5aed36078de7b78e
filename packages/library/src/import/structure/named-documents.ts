import { withoutBlanks } from './line-marks.ts';
import type { Paragraph } from './paragraph.ts';
import type { NamedDocument } from './recognised-document.ts';
import { lineOf } from './validity.ts';

const named =
  /《([^《》]{4,120}(?:〈[^〉]*〉[^《》]*)?)》\s*(?:[（(]([^（）()]{0,30}?[〔［[【（(]?\d{4}[〕］\]】）)]?\s*\d+\s*号)[）)])?/gu;
const most = 20;

function find(
  paragraph: Paragraph,
  kindOf: (before: string, after: string) => NamedDocument['kind'] | undefined,
): readonly NamedDocument[] {
  const { text } = paragraph;
  return [...text.matchAll(named)].flatMap((match): readonly NamedDocument[] => {
    const [words, title = '', number = ''] = match;
    const before = text.slice(0, match.index).split('。').at(-1) ?? '';
    const [after = ''] = text.slice(match.index).split('。');
    const kind = kindOf(before, after);
    if (kind === undefined) return [];
    return [
      {
        kind,
        title: withoutBlanks(title),
        number: withoutBlanks(number),
        words,
        line: lineOf(paragraph, words),
      },
    ];
  });
}

/** What a document rests on or carries out, by its first paragraphs. */
export function findBases(preface: readonly Paragraph[]): readonly NamedDocument[] {
  const kindOf = (before: string) => {
    const last =
      /(根据|按照|依据|依照|结合|落实|贯彻|实施|执行)(?!.*(?:根据|按照|依据|依照|落实|贯彻|实施|执行))/u.exec(
        before,
      )?.[1];
    if (last === undefined || last === '结合') return undefined;
    return /^(?:落实|贯彻|实施|执行)$/u.test(last)
      ? ('carries_out' as const)
      : ('rests_on' as const);
  };
  return preface.flatMap((each) => find(each, kindOf)).slice(0, most);
}

/** What a document repeals, by its closing words. */
export function findRepeals(paragraphs: readonly Paragraph[]): readonly NamedDocument[] {
  const kindOf = (_before: string, after: string) =>
    /^[^。]*(?:废止|停止执行|失效|不再执行)/u.test(after) ? ('repeals' as const) : undefined;
  return paragraphs
    .filter(({ text }) => /废止|停止执行|同时失效|不再执行/u.test(text))
    .flatMap((each) => find(each, kindOf))
    .slice(0, most);
}
