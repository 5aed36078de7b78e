import type { BaseDimension, Dimension } from '@luodi/kernel';
import type { Fact } from '@luodi/language';

const baseUnits: Readonly<Record<BaseDimension, string>> = {
  area: '平方米',
  coal: '吨标煤',
  container: '标箱',
  day: '日',
  energy: '瓦时',
  length: '毫米',
  mass: '千克',
  money: '分',
  month: '个月',
  power: '瓦',
  voltage: '伏',
  workday: '个工作日',
};

function isBase(name: string): name is BaseDimension {
  return name in baseUnits;
}

/** The unit of numbers held in a column: the base units of what is measured, as `元/瓦` is written. */
function baseUnit(dimension: Dimension): string {
  const above: string[] = [];
  const below: string[] = [];
  for (const factor of dimension.split('·')) {
    const [name = '', power = '1'] = factor.split('^');
    if (isBase(name)) (power === '-1' ? below : above).push(baseUnits[name]);
  }
  return [above.join(''), ...below].join('/');
}

/**
 * A cell of a column as an applicant would state it, so that it is read back exactly: money in fen, other numbers in their base unit,
 * a truth as true or false, a date as 2024-01-23.
 */
export function statedValue(cell: string, fact: Fact): string | number | boolean {
  const { type } = fact;
  if (type.kind === 'truth') return cell === 'true';
  if (type.kind !== 'number') return cell;
  if (fact.factKind === 'money' && Number.isSafeInteger(Number(cell))) return Number(cell);
  return `${cell}${type.dimension === '' ? '' : baseUnit(type.dimension)}`;
}
