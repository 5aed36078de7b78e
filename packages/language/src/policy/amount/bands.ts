import { compareDates, fraction, multiplyDimensions } from '@luodi/kernel';
import { spanOf } from '../../read/data-node.ts';
import type { DataNode } from '../../read/data-node.ts';
import { Keyed } from '../../read/keyed.ts';
import { readExpression, readRate } from '../../resolve/read-expression.ts';
import { unitWords } from '../../resolve/value-type.ts';
import type { Band, Expression, Value } from '../../tree/index.ts';
import type { AmountContext, AmountReader } from './amount-context.ts';

function literalOf(expression: Expression | undefined): Value | undefined {
  return expression?.kind === 'literal' ? expression.value : undefined;
}

function order(a: Value | undefined, b: Value | undefined): number | undefined {
  if (a?.kind === 'number' && b?.kind === 'number') return fraction.compare(a.value, b.value);
  if (a?.kind === 'date' && b?.kind === 'date') return compareDates(a.value, b.value);
  return undefined;
}

function checkUnits(band: Band, base: Expression, context: AmountContext): boolean {
  if (base.type.kind !== 'number') return false;
  for (const edge of [band.from, band.to]) {
    if (edge === undefined) continue;
    if (edge.type.kind === 'number' && edge.type.dimension === base.type.dimension) continue;
    const words = edge.type.kind === 'number' ? unitWords(edge.type) : edge.text;
    const message = `段的单位与基数不同：${words} 与 ${unitWords(base.type)}`;
    context.reporter.report('unitMismatch', edge.span, message);
    return false;
  }
  const rate = band.rate.type;
  const product =
    rate.kind === 'number' ? multiplyDimensions(base.type.dimension, rate.dimension) : undefined;
  if (product === 'money') return true;
  const message = `基数乘“${band.rate.text}”不是金额`;
  context.reporter.report('notMoney', band.rate.span, message);
  return false;
}

function readBand(node: DataNode, base: Expression, context: AmountContext): Band | undefined {
  if (node.kind !== 'mapping') {
    context.reporter.report('wrongShape', spanOf(node), '每一段写成 { 自: …, 至: …, 率: … }');
    return undefined;
  }
  const keyed = new Keyed(node, ['自', '至', '率'], '段', context.reporter);
  const [fromNode, toNode, rateNode] = [keyed.value('自'), keyed.value('至'), keyed.value('率')];
  if (fromNode === undefined) keyed.missing('自', '段');
  if (rateNode === undefined) keyed.missing('率', '段');
  if (fromNode === undefined || rateNode === undefined) return undefined;
  const from = readExpression(fromNode, context);
  const to = toNode === undefined ? undefined : readExpression(toNode, context);
  const rate = readRate(rateNode, context);
  if (from === undefined || rate === undefined || (toNode !== undefined && to === undefined))
    return undefined;
  const band: Band = { from, to, manner: rate.manner, rate: rate.value };
  return checkUnits(band, base, context) ? band : undefined;
}

/** Bands must follow one another without gap or overlap; only the last may be open. */
function checkOrder(bands: readonly Band[], context: AmountContext): void {
  bands.forEach((band, index) => {
    const own = order(literalOf(band.from), literalOf(band.to));
    if (band.to !== undefined && own !== undefined && own >= 0)
      context.reporter.report('bandOrder', band.to.span, `这一段的“至”不大于“自”`);
    const next = bands[index + 1];
    if (next === undefined) return;
    if (band.to === undefined) {
      context.reporter.report('bandOrder', next.from.span, '前一段没有“至”，这一段永远用不到');
      return;
    }
    const step = order(literalOf(band.to), literalOf(next.from));
    if (step === undefined || step === 0) return;
    const message = `${step < 0 ? '两段之间有空缺' : '两段重叠'}：前一段至${band.to.text}，这一段自${next.from.text}`;
    context.reporter.report('bandOrder', next.from.span, message);
  });
}

/** 分段: each part of the base at its own rate. */
export const readBands: AmountReader = (keyed, context) => {
  const mapping = keyed.mapping('分段');
  if (mapping === undefined) return undefined;
  const inner = new Keyed(mapping, ['基数', '段'], '“分段”', context.reporter);
  const baseNode = inner.value('基数');
  if (baseNode === undefined) inner.missing('基数', '“分段”');
  const nodes = inner.items('段');
  if (nodes.length === 0) inner.missing('段', '“分段”');
  const base = baseNode === undefined ? undefined : readExpression(baseNode, context);
  if (base === undefined) return undefined;
  if (base.type.kind !== 'number') {
    context.reporter.report('typeMismatch', base.span, `“${base.text}”不是数，不能分段`);
    return undefined;
  }
  const bands = nodes.flatMap((node) => readBand(node, base, context) ?? []);
  if (nodes.length === 0 || bands.length < nodes.length) return undefined;
  checkOrder(bands, context);
  return { kind: 'bands', base, bands };
};
