import { compareDates, parseDate } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import type { RecognisedDocument, StatedDay } from '../structure/recognised-document.ts';

/** What the front matter takes from outside the document. */
export interface FrontMatterContext {
  readonly id: string;
  readonly sourceFile: string;
  /** For documents that tell no day at all. */
  readonly today: PlainDate;
  /** Title of the document that this one is an annex of. */
  readonly annexOfTitle: string | undefined;
  /** Title of the document of the library that this one is a draft of. */
  readonly draftOfTitle: string | undefined;
  /** Whether words stand in a quotation of the file. */
  readonly isQuoted: (words: string) => boolean;
}

interface FirstDay {
  readonly date: PlainDate;
  readonly basis: '载明' | '推定' | '未载';
  readonly reading: string;
}

const bases = { stated: '载明', inferred: '推定', unstated: '未载' } as const;

function newYear(year: string): PlainDate | undefined {
  return parseDate(`${year}-01-01`);
}

/** The earliest day that the text supports, where it names none. */
function earliestDay(
  { effective, issued, named, title, until }: RecognisedDocument,
  today: PlainDate,
): FirstDay {
  if (issued !== undefined)
    return {
      date: issued.value,
      basis: '推定',
      reading: `没有写施行日，暂从发布日 ${issued.value.toString()} 起计`,
    };
  const open = newYear(/(\d{4})\s*年/u.exec(effective?.words ?? '')?.[1] ?? '');
  if (open !== undefined)
    return { date: open, basis: '未载', reading: '施行日的月、日留空，暂从该年第一天起计' };
  const years = named
    .flatMap(({ number }) => /[〔［[【（(](\d{4})/u.exec(number)?.[1] ?? [])
    .toSorted();
  const cited = newYear(years.at(-1) ?? '');
  if (cited !== undefined)
    return {
      date: cited,
      basis: '未载',
      reading: `没有写施行日，暂从所引文件中最晚一份的年份 ${years.at(-1)} 年起计`,
    };
  const titled = newYear(/(20\d\d)\s*(?:年|[—–-])/u.exec(title.value)?.[1] ?? '');
  if (titled !== undefined)
    return { date: titled, basis: '未载', reading: '没有写施行日，暂从标题里的年份起计' };
  return {
    date: until?.date?.with({ month: 1, day: 1 }) ?? today,
    basis: '未载',
    reading: '没有写施行日，也没有可以推算的日期，暂填此日',
  };
}

function firstDay(document: RecognisedDocument, today: PlainDate): FirstDay {
  const { effective } = document;
  const day =
    effective?.date === undefined
      ? earliestDay(document, today)
      : {
          date: effective.date,
          basis: bases[effective.basis],
          reading: effective.reading?.zh ?? '',
        };
  const end = document.until?.date;
  return end !== undefined && compareDates(day.date, end) > 0
    ? { date: end, basis: '未载', reading: `${day.reading}；不晚于有效期` }
    : day;
}

function text(value: string): string {
  return JSON.stringify(value);
}

interface Reading {
  readonly words: string;
  readonly reading: string;
  readonly reason: string;
}

function dayReading(day: StatedDay | undefined, reading: string, fallback: string): Reading {
  return { words: day?.words ?? fallback, reading, reason: '导入时推定，请核对原文后改正或确认' };
}

function readingsOf(document: RecognisedDocument, day: FirstDay): readonly Reading[] {
  const { effective, until, title, issuer, doubts } = document;
  const readings: Reading[] = [];
  if (day.basis !== '载明') readings.push(dayReading(effective, day.reading, '（原文未载施行日）'));
  if (until !== undefined && until.basis !== 'stated')
    readings.push(dayReading(until, `有效期至：${until.reading?.zh ?? ''}`, until.words));
  if (title.inferred)
    readings.push({
      words: title.words || '（原文无标题）',
      reading: `标题作“${title.value}”`,
      reason: '原文没有标题，由正文推定',
    });
  if (issuer?.inferred === true)
    readings.push({
      words: issuer.words,
      reading: `发布机关作“${issuer.value}”`,
      reason: '由印发单位或所附文件推定',
    });
  for (const doubt of doubts)
    if (
      doubt.code === 'number_gap' ||
      doubt.code === 'number_repeated' ||
      doubt.code === 'ends_abruptly' ||
      doubt.code === 'title_damaged'
    )
      readings.push({
        words: doubt.words || '（无）',
        reading: `第 ${doubt.line} 行：${doubt.message.zh}`,
        reason: '照原文，不补',
      });
  return readings;
}

const relationWords = { rests_on: '依据', carries_out: '落实', repeals: '废止' } as const;

function relationLines(
  document: RecognisedDocument,
  context: FrontMatterContext,
): readonly string[] {
  const lines = document.named.map(({ kind, title, number, words }) => {
    const quoted = context.isQuoted(words) ? `, 原文: ${text(words)}` : '';
    const numbered = number === '' ? '' : `, 文号: ${text(number)}`;
    return `  - { 类型: ${relationWords[kind]}, 名称: ${text(title)}${numbered}${quoted} }`;
  });
  if (context.annexOfTitle !== undefined)
    lines.push(`  - { 类型: 附件, 名称: ${text(context.annexOfTitle)} }`);
  if (context.draftOfTitle !== undefined)
    lines.push(`  - { 类型: 草案, 名称: ${text(context.draftOfTitle)} }`);
  return [...new Set(lines)];
}

const statuses = { final: '正式', draft: '征求意见稿', commentary: '解读' } as const;

/** The front matter of the policy file, between its two lines of hyphens. */
export function frontMatter(document: RecognisedDocument, context: FrontMatterContext): string {
  const { title, number, issuer, issued, until, lead, bestOfMatter, funding, status, from, to } =
    document;
  const day = firstDay(document, context.today);
  const readings = readingsOf(document, day);
  const relations = relationLines(document, context);
  return [
    '---',
    `编号: ${context.id}`,
    `标题: ${text(title.value)}`,
    `英文标题: ${text(`To be translated: ${title.value}`)}`,
    `标题推定: ${title.inferred ? '是' : '否'}`,
    `文号: ${text(number?.value ?? '')}`,
    `发布机关: ${text(issuer?.value ?? '')}`,
    ...(issued === undefined ? [] : [`发布: ${issued.value.toString()}`]),
    `施行: ${day.date.toString()}`,
    `施行依据: ${day.basis}`,
    `有效期至: ${until?.date?.toString() ?? '长期'}`,
    `状态: ${statuses[status]}`,
    `牵头: ${text(lead?.value ?? '')}`,
    `叠加: ${bestOfMatter === undefined ? '未规定' : '从优就高不重复'}`,
    `资金: ${text(funding?.value ?? '')}`,
    `来源: { 文件: ${text(context.sourceFile)}, 行: [${from}, ${to}] }`,
    ...(readings.length === 0
      ? []
      : [
          '存疑:',
          ...readings.map(
            ({ words, reading, reason }) =>
              `  - { 原文: ${text(words)}, 读法: ${text(reading)}, 理由: ${text(reason)} }`,
          ),
        ]),
    ...(relations.length === 0 ? [] : ['关系:', ...relations]),
    '---',
  ].join('\n');
}
