/**
 * What a number measures, as a product of powers of base dimensions, in a canonical text form:
 * `''` is a pure number (rates, counts), `'money'`, `'money·power^-1'`.
 */
export type Dimension = string & { readonly __brand?: 'Dimension' };

const baseDimensions = [
  'area',
  'coal',
  'container',
  'day',
  'energy',
  'length',
  'mass',
  'money',
  'month',
  'power',
  'voltage',
  'workday',
] as const;
export type BaseDimension = (typeof baseDimensions)[number];

export const pureNumber: Dimension = '';

function powers(dimension: Dimension): Map<string, number> {
  const result = new Map<string, number>();
  if (dimension === '') return result;
  for (const factor of dimension.split('·')) {
    const [base = '', exponent = '1'] = factor.split('^');
    result.set(base, Number(exponent));
  }
  return result;
}

function canonical(map: ReadonlyMap<string, number>): Dimension {
  return [...map]
    .filter(([, exponent]) => exponent !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([base, exponent]) => (exponent === 1 ? base : `${base}^${exponent}`))
    .join('·');
}

function combine(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  if (b === '') return a;
  const result = powers(a);
  for (const [base, exponent] of powers(b))
    result.set(base, (result.get(base) ?? 0) + sign * exponent);
  return canonical(result);
}

export function multiplyDimensions(a: Dimension, b: Dimension): Dimension {
  return combine(a, b, 1);
}

export function divideDimensions(a: Dimension, b: Dimension): Dimension {
  return combine(a, b, -1);
}
