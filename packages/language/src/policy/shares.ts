import { fraction, parseQuantity } from '@luodi/kernel';
import type { Rational } from '@luodi/kernel';
import { spanOf } from '../read/data-node.ts';
import type { ScalarNode } from '../read/data-node.ts';
import type { Keyed } from '../read/keyed.ts';

/** What one of those who share bears, with the scalar that says so. */
export interface Share {
  readonly payer: string;
  readonly share: Rational;
  readonly written: ScalarNode;
}

/** 分担: who bears which share; 100% in all. */
export function readShares(keyed: Keyed): readonly Share[] {
  const mapping = keyed.mapping('分担');
  if (mapping === undefined) return [];
  let sum = fraction.zero;
  const shares: Share[] = [];
  for (const { key, value } of mapping.entries) {
    const quantity = value.kind === 'scalar' ? parseQuantity(value.text) : 'not_a_number';
    if (value.kind !== 'scalar' || typeof quantity === 'string' || quantity.dimension !== '') {
      keyed.reporter.report('badValue', spanOf(value), `“${key.text}”的分担要写百分数`);
      return [];
    }
    sum = fraction.add(sum, quantity.value);
    shares.push({ payer: key.text, share: quantity.value, written: value });
  }
  if (!fraction.equal(sum, fraction.one))
    keyed.reporter.report('shareSum', spanOf(mapping), '各方分担之和不是100%');
  return shares;
}
