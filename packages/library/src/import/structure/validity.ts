import type { PlainDate } from '@luodi/kernel';
import { smallNumber } from './chinese-figures.ts';
import { datePattern, findDate } from './chinese-date.ts';
import { isClosing } from './line-marks.ts';
import type { Paragraph } from './paragraph.ts';
import type { StatedDay } from './recognised-document.ts';

export interface FoundValidity {
  readonly effective: StatedDay | undefined;
  readonly until: StatedDay | undefined;
}

const coming = '(?:正式)?(?:施行|试行|实施|执行|实行|生效|起效|有效)';
const D = datePattern;
const count = '([一二两三四五六七八九十\\d]{1,4})';

const fromDay = new RegExp(
  `(?:自|从|于|在)?\\s*${D}\\s*(?:零时)?\\s*(?:起|之日起|开始)?\\s*(?:正式|试|全面|，|,)*\\s*${coming}|(?:自|从)\\s*${D}\\s*起`,
  'u',
);
const fromIssue = new RegExp(
  `(?:自|从)?(?:公布|发布|印发|颁布|发文|下发|签发|公告|文件)之?日起?\\s*(?:满|的)?\\s*(?:${count}\\s*(个工作日|个月|日|天|年)\\s*(?:后|内|之后)?)?\\s*(?:起|开始)?\\s*${coming}`,
  'u',
);
const span = new RegExp(
  `(?:执行时间|执行期限?|实施期限?|政策期限?|有效期限?|施行期限?|政策执行期|适用期限?)[^。；]{0,8}?(${D})\\s*(?:起)?\\s*(?:至|到|—|-|－|–|~|～)+\\s*(${D})`,
  'u',
);
const untilDay = new RegExp(
  `(?:有效期限?|执行期限?|实施期限?|执行|实施|施行|有效)?\\s*(?:截止|截至|至|到|止于)\\s*(${D}|\\d{4}\\s*年(?:\\s*\\d{1,2}\\s*月)?\\s*(?:底|末))(?!起)`,
  'u',
);
const term = new RegExp(
  `(?:有效期限?|实施期限?|执行期限?|试行期限?|施行期限?|暂行期|试行|期限)\\s*(?:暂定|定|为|是|：)*\\s*${count}\\s*(个月|年)`,
  'u',
);

function day(
  paragraph: Paragraph,
  words: string,
  date: PlainDate | undefined,
  basis: StatedDay['basis'],
  reading?: StatedDay['reading'],
): StatedDay {
  return { date, words, line: lineOf(paragraph, words), basis, reading };
}

/** The line on which some words of a paragraph begin. */
export function lineOf({ pieces, text, from }: Paragraph, words: string): number {
  const at = text.indexOf(words);
  let passed = 0;
  for (const piece of pieces) {
    passed += piece.text.length;
    if (at < passed) return piece.line;
  }
  return from;
}

function afterIssue(
  issued: PlainDate,
  amount: string | undefined,
  unit: string | undefined,
): PlainDate {
  const number = smallNumber(amount ?? '');
  if (number === undefined) return issued;
  if (unit === '个月') return issued.add({ months: number });
  if (unit === '年') return issued.add({ years: number });
  // 起30日后: thirty days pass, the next is the first.
  return issued.add({ days: number + 1 });
}

function readFromIssue(paragraph: Paragraph, issued: PlainDate | undefined): StatedDay | undefined {
  const match = fromIssue.exec(paragraph.text);
  if (match === null) return undefined;
  const [words, amount, unit] = match;
  if (issued === undefined)
    return day(paragraph, words, undefined, 'unstated', {
      zh: '从发布之日起算，原文没有发布日期',
      en: 'counted from the day of issue, which the text does not give',
    });
  // Working days need the calendar of holidays; the day is left to the encoder.
  if (unit === '个工作日')
    return day(paragraph, words, undefined, 'unstated', {
      zh: '按工作日起算',
      en: 'counted in working days',
    });
  const date = afterIssue(issued, amount, unit);
  return day(paragraph, words, date, 'inferred', {
    zh: `从发布日 ${issued.toString()} 推算`,
    en: `worked out from the day of issue, ${issued.toString()}`,
  });
}

/** `自2025年 月 日起施行`: a draft that leaves the day open. */
const openDay = new RegExp(
  `(?:自|从|于)\\s*(?:\\d{4}|[Xx×]{2,4})?\\s*年\\s*(?:\\d{1,2}|[Xx×]{1,2})?\\s*月\\s*[Xx×]{0,2}\\s*日\\s*起?\\s*${coming}`,
  'u',
);

function readOpenDay(paragraph: Paragraph): StatedDay | undefined {
  const words = openDay.exec(paragraph.text)?.[0];
  if (words === undefined || findDate(words) !== undefined) return undefined;
  return day(paragraph, words, undefined, 'unstated', {
    zh: '原文的日期留空',
    en: 'the text leaves the day open',
  });
}

function readFrom(paragraph: Paragraph, issued: PlainDate | undefined): StatedDay | undefined {
  const stated = fromDay.exec(paragraph.text);
  const found = stated === null ? undefined : findDate(stated[0]);
  if (stated !== null && found !== undefined)
    return day(paragraph, stated[0].trim(), found.date, 'stated');
  return readOpenDay(paragraph) ?? readFromIssue(paragraph, issued);
}

function endOf(words: string): PlainDate | undefined {
  const exact = findDate(words)?.date;
  if (exact !== undefined) return exact;
  const [, year = '', month = '12'] = /(\d{4})\s*年(?:\s*(\d{1,2})\s*月)?/u.exec(words) ?? [];
  const first = findDate(`${year}年${month}月1日`)?.date;
  return first?.with({ day: first.daysInMonth });
}

function readUntil(paragraph: Paragraph, effective: StatedDay | undefined): StatedDay | undefined {
  const { text } = paragraph;
  const stated = untilDay.exec(text);
  const date = stated === null ? undefined : endOf(stated[1] ?? '');
  if (stated !== null && date !== undefined)
    return day(paragraph, stated[0].trim(), date, 'stated');
  const long = term.exec(text);
  const number = smallNumber(long?.[1] ?? '');
  if (long === null || number === undefined) return undefined;
  const from = effective?.date;
  if (from === undefined)
    return day(paragraph, long[0], undefined, 'unstated', {
      zh: '施行日不明，止日无从推算',
      en: 'no first day, so no last day',
    });
  const end = from
    .add(long[2] === '年' ? { years: number } : { months: number })
    .subtract({ days: 1 });
  return day(paragraph, long[0], end, 'inferred', {
    zh: `从施行日 ${from.toString()} 推算`,
    en: `worked out from the first day, ${from.toString()}`,
  });
}

function readSpan(paragraph: Paragraph): FoundValidity | undefined {
  const year =
    /(\d{4})\s*年(?:全年|度内?)(?:实施|执行)?有效|(\d{4})\s*年(?:全年|度)(?:内)?(?:实施|执行)/u.exec(
      paragraph.text,
    );
  const named = year?.[1] ?? year?.[2];
  if (year !== null && named !== undefined && /^.{0,12}(?:本|上述|各项)/u.test(paragraph.text)) {
    const [first, last] = [
      findDate(`${named}年1月1日`)?.date,
      findDate(`${named}年12月31日`)?.date,
    ];
    if (first !== undefined && last !== undefined)
      return {
        effective: day(paragraph, year[0], first, 'stated'),
        until: day(paragraph, year[0], last, 'stated'),
      };
  }
  const [words, from = '', until = ''] = span.exec(paragraph.text) ?? [];
  const [first, last] = [findDate(from)?.date, findDate(until)?.date];
  if (words === undefined || first === undefined || last === undefined) return undefined;
  return {
    effective: day(paragraph, words, first, 'stated'),
    until: day(paragraph, words, last, 'stated'),
  };
}

/**
 * From when and until when a document holds, by its closing words (自…起施行, 自公布之日起30日后, 有效期至…, 有效期3年), the last
 * paragraph that says so first. `issued` is the day of issue where known.
 */
export function findValidity(
  paragraphs: readonly Paragraph[],
  issued: PlainDate | undefined,
): FoundValidity {
  const closing = paragraphs.filter(({ text }) => isClosing(text)).toReversed();
  const effective = closing
    .map((each) => readFrom(each, issued))
    .find((each) => each !== undefined);
  const until = closing
    .map((each) => readUntil(each, effective))
    .find((each) => each !== undefined);
  if (effective !== undefined) return { effective, until };
  const spanned = paragraphs
    .toReversed()
    .map(readSpan)
    .find((each) => each !== undefined);
  return spanned ?? { effective, until };
}
