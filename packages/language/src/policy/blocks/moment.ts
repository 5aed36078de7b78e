import { parseDate } from '@luodi/kernel';
import { spanOf } from '../../read/data-node.ts';
import type { ScalarNode } from '../../read/data-node.ts';
import type { FigureTime, Moment } from '../../tree/index.ts';
import type { EntryContext } from './entry-context.ts';

/** Reads `2025`, `2025-06`, `2025-12-31`; `undefined` when the text is no such time or there is no such day. */
function parseMoment(text: string): Moment | undefined {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, year = '', month, day] = match;
  const whole = `${year}-${(month ?? '1').padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`;
  if (parseDate(whole) === undefined) return undefined;
  return {
    year: Number(year),
    month: month === undefined ? undefined : Number(month),
    day: day === undefined ? undefined : Number(day),
  };
}

/** A year often stands in a heading or the title above; one that stands nowhere is doubtful. */
function checkYears(moments: readonly Moment[], node: ScalarNode, context: EntryContext): void {
  for (const { year } of moments)
    if (!context.years().has(year))
      context.reporter.report('yearNotQuoted', spanOf(node), `“${year}”年不在文件的原文里`);
}

/** 期限 of a task. */
export function readMoment(node: ScalarNode, context: EntryContext): Moment | undefined {
  const moment = parseMoment(node.text);
  if (moment === undefined)
    context.reporter.report('badValue', spanOf(node), `“${node.text}”不是年、月或日`, {
      hint: '写成 2025、2025-06 或 2025-12-31',
    });
  else checkYears([moment], node, context);
  return moment;
}

function momentsOf(text: string): readonly Moment[] | undefined {
  const moments = text.split(/至|到/).map(parseMoment);
  const known = moments.filter((moment) => moment !== undefined);
  return known.length === moments.length && known.length <= 2 ? known : undefined;
}

function compareMoments(a: Moment, b: Moment): number {
  return a.year - b.year || (a.month ?? 0) - (b.month ?? 0) || (a.day ?? 0) - (b.day ?? 0);
}

/** 时间 of a figure. */
export function readFigureTime(node: ScalarNode, context: EntryContext): FigureTime | undefined {
  if (node.text === '每年') return { kind: 'every_year' };
  if (node.text === '未载') return { kind: 'unstated' };
  const moments = momentsOf(node.text);
  const [from, to] = moments ?? [];
  if (moments === undefined || from === undefined) {
    context.reporter.report('badValue', spanOf(node), `“${node.text}”不是时间`, {
      hint: '写成 2025、2025-06、2025-12-31、2023至2025、每年 或 未载',
    });
    return undefined;
  }
  checkYears(moments, node, context);
  if (to === undefined) return { kind: 'moment', moment: from };
  if (compareMoments(from, to) > 0)
    context.reporter.report('validityOrder', spanOf(node), '起始时间晚于终止时间');
  return { kind: 'span', from, to };
}
