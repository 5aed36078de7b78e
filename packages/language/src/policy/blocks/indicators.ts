import { spanOf } from '../../read/data-node.ts';
import type { DataNode } from '../../read/data-node.ts';
import { Keyed } from '../../read/keyed.ts';
import type { Figure, Indicator, IndicatorKind, TimedFigure } from '../../tree/index.ts';
import type { EntryContext } from './entry-context.ts';
import { readFigure } from './figure.ts';
import { readFigureTime } from './moment.ts';
import type { EntryKind } from './named-entries.ts';
import { readParts } from './named-entries.ts';
import { checkNumbersOf, readTexts } from './quoted-text.ts';

const kinds: Readonly<Record<string, IndicatorKind>> = {
  目标: 'target',
  预算: 'budget',
  限额: 'ceiling',
};

/** 值 in the unit, or 文字 in its place. */
export function readValueOrWords(
  key: string,
  keyed: Keyed,
  unit: string,
  context: EntryContext,
): Figure | undefined {
  const [value, words] = [keyed.scalar(key), keyed.scalar('文字')];
  if (value !== undefined && words !== undefined)
    context.reporter.report('badValue', spanOf(words), `“${key}”和“文字”只能写一个`);
  if (value !== undefined) return readFigure(value, unit, context);
  if (words === undefined) return undefined;
  checkNumbersOf(words, context);
  return { kind: 'words', words: words.text };
}

function readTime(keyed: Keyed, what: string, context: EntryContext) {
  const node = keyed.scalar('时间');
  if (node === undefined) keyed.missing('时间', what);
  return node === undefined ? undefined : readFigureTime(node, context);
}

function readTarget(node: DataNode, unit: string, context: EntryContext): TimedFigure | undefined {
  const { reporter } = context;
  if (node.kind !== 'mapping') {
    reporter.report('wrongShape', spanOf(node), '每个目标写成 { 时间: …, 值: … }');
    return undefined;
  }
  const keyed = new Keyed(node, ['时间', '值', '文字'], '目标', reporter);
  if (!keyed.has('值') && !keyed.has('文字')) keyed.missing('值', '目标');
  const time = readTime(keyed, '目标', context);
  const figure = readValueOrWords('值', keyed, unit, context);
  return time === undefined || figure === undefined ? undefined : { time, figure };
}

function readBase(keyed: Keyed, unit: string, context: EntryContext): Indicator['base'] {
  const mapping = keyed.mapping('基期');
  if (mapping === undefined) return undefined;
  const inner = new Keyed(mapping, ['时间', '值', '文字'], '“基期”', context.reporter);
  const time = readTime(inner, '“基期”', context);
  const figure = readValueOrWords('值', inner, unit, context);
  return time === undefined ? undefined : { time, figure };
}

function isNumber({ figure }: TimedFigure): boolean {
  return figure.kind !== 'words';
}

/** 指标 */
export const indicatorKind: EntryKind<Indicator> = {
  keyword: '指标',
  keys: ['种类', '单位', '口径', '范围', '基期', '目标', '力争', '牵头', '责任'],
  read: (named, keyed, context) => {
    const what = `指标“${named.name}”`;
    const unit = keyed.text('单位') ?? '';
    const targets = readParts('目标', keyed, what, (node) => readTarget(node, unit, context));
    if (!keyed.has('单位') && targets.some(isNumber)) keyed.missing('单位', what);
    return {
      ...named,
      indicatorKind: keyed.oneOf('种类', kinds) ?? 'target',
      unit,
      basis: keyed.text('口径'),
      scope: keyed.text('范围'),
      base: readBase(keyed, unit, context),
      targets,
      strivenFor: keyed.yes('力争') ?? false,
      leads: readTexts(keyed, '牵头'),
      departments: readTexts(keyed, '责任'),
    };
  },
};
