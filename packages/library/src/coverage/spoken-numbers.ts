import type { Rational } from '@luodi/kernel';
import { quantitiesIn } from '@luodi/language';

function keyOf({ numerator, denominator }: Rational): string {
  return `${numerator}/${denominator}`;
}

/** Numbers of some words under every name by which rule and quotation can say the same: as written, and as what it measures. */
export class SpokenNumbers {
  private readonly asWritten = new Set<string>();
  private readonly asMeasured = new Set<string>();

  constructor(words: string) {
    for (const { number, value, dimension } of quantitiesIn(words)) {
      this.asWritten.add(keyOf(number));
      this.asMeasured.add(`${keyOf(value)} ${dimension}`);
    }
  }

  /** Whether each number of the figure is said here: 500 with the unit beside it, 减半 as 50%. */
  carry(figure: string): boolean {
    const byNumber = new Map<string, boolean>();
    for (const { number, value, dimension } of quantitiesIn(figure)) {
      const key = keyOf(number);
      const said = this.asWritten.has(key) || this.asMeasured.has(`${keyOf(value)} ${dimension}`);
      byNumber.set(key, (byNumber.get(key) ?? false) || said);
    }
    return [...byNumber.values()].every(Boolean);
  }
}
