import { divideDimensions, pureNumber } from './dimension.ts';
import type { Dimension } from './dimension.ts';
import { divide, multiply, one, rational } from './rational.ts';
import type { Rational } from './rational.ts';

/** A unit as documents write it. `scale` turns a number in this unit into the base unit of its dimension. */
export interface Unit {
  readonly symbol: string;
  readonly dimension: Dimension;
  readonly scale: Rational;
  /** For things that are counted: the counter word. Two different counters do not add up. */
  readonly counter: string | undefined;
}

function unit(symbol: string, dimension: Dimension, scale: Rational): Unit {
  return { symbol, dimension, scale, counter: undefined };
}

/**
 * Base units: 分, 平方米, 毫米, 瓦, 伏, 千克, 吨标煤 (coal), 瓦时, 标箱 (container), month, day, workday.
 * 1 亩 = 2000/3 平方米 exactly.
 */
const measured: readonly Unit[] = [
  unit('分', 'money', one),
  unit('角', 'money', rational(10n)),
  unit('元', 'money', rational(100n)),
  unit('平方米', 'area', one),
  unit('平方千米', 'area', rational(1_000_000n)),
  unit('公顷', 'area', rational(10_000n)),
  unit('亩', 'area', rational(2000n, 3n)),
  unit('毫米', 'length', one),
  unit('厘米', 'length', rational(10n)),
  unit('米', 'length', rational(1000n)),
  unit('公里', 'length', rational(1_000_000n)),
  unit('瓦', 'power', one),
  unit('千瓦', 'power', rational(1000n)),
  unit('兆瓦', 'power', rational(1_000_000n)),
  unit('伏', 'voltage', one),
  unit('千伏', 'voltage', rational(1000n)),
  unit('千克', 'mass', one),
  unit('吨', 'mass', rational(1000n)),
  unit('吨标煤', 'coal', one),
  unit('瓦时', 'energy', one),
  unit('千瓦时', 'energy', rational(1000n)),
  unit('标箱', 'container', one),
  unit('月', 'month', one),
  unit('个月', 'month', one),
  unit('年', 'month', rational(12n)),
  unit('日', 'day', one),
  unit('天', 'day', one),
  unit('个工作日', 'workday', one),
  unit('工作日', 'workday', one),
];

const pure: readonly Unit[] = [
  unit('%', pureNumber, rational(1n, 100n)),
  unit('‰', pureNumber, rational(1n, 1000n)),
  unit('个百分点', pureNumber, rational(1n, 100n)),
  unit('倍', pureNumber, one),
  unit('折', pureNumber, rational(1n, 10n)),
];

const counters =
  '个 家 人 名 项 次 件 台 辆 户 套 间 笔 份 款 条 层 场 种 类 位 篇 届 站 只 宗 座 处 艘 架 批 户次 家次 人次'.split(
    ' ',
  );

const units: ReadonlyMap<string, Unit> = new Map(
  [
    ...measured,
    ...pure,
    ...counters.map(
      (symbol): Unit => ({ symbol, dimension: pureNumber, scale: one, counter: symbol }),
    ),
  ].map((entry) => [entry.symbol, entry]),
);

const magnitudes: ReadonlyMap<string, Rational> = new Map([
  ['', one],
  ['十', rational(10n)],
  ['百', rational(100n)],
  ['千', rational(1000n)],
  ['万', rational(10_000n)],
  ['十万', rational(100_000n)],
  ['百万', rational(1_000_000n)],
  ['千万', rational(10_000_000n)],
  ['亿', rational(100_000_000n)],
  ['万亿', rational(1_000_000_000_000n)],
]);

function simpleUnit(text: string): Unit | undefined {
  const exact = units.get(text);
  if (exact !== undefined) return exact;
  for (const [prefix, factor] of magnitudes) {
    if (prefix === '' || !text.startsWith(prefix)) continue;
    const rest = text.slice(prefix.length);
    const base = units.get(rest);
    if (rest === '') return { ...unit(text, pureNumber, factor), counter: undefined };
    if (base !== undefined) return { ...base, symbol: text, scale: multiply(base.scale, factor) };
  }
  return undefined;
}

/**
 * Finds a unit as written after a number: `万元`, `‰`, `家`, `平方米`, `元/瓦`, `万元/亩`, and bare magnitudes (`万`).
 * `undefined` when there is no such unit.
 */
export function findUnit(text: string): Unit | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return simpleUnit(text);
  const above = simpleUnit(text.slice(0, slash));
  const below = simpleUnit(text.slice(slash + 1));
  if (above === undefined || below === undefined) return undefined;
  const scale = divide(above.scale, below.scale);
  if (scale === undefined) return undefined;
  return unit(text, divideDimensions(above.dimension, below.dimension), scale);
}

/** All symbols a number may carry, for completion and near-name hints. */
export function unitSymbols(): readonly string[] {
  return [...units.keys()];
}

/** The longest prefix of `text` that is a unit, or `''`. A number is followed by it without a space. */
export function unitPrefix(text: string): string {
  const limit = Math.min(text.length, 12);
  for (let length = limit; length > 0; length--) {
    const candidate = text.slice(0, length);
    if (findUnit(candidate) !== undefined) return candidate;
  }
  return '';
}

/** The unit of a bare number. */
export const noUnit: Unit = unit('', pureNumber, one);
