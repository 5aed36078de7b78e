import type { Rational } from '@luodi/kernel';
import type { TermFactory } from '../sql/term-factory.ts';
import type { Term } from '../sql/term.ts';
import { NotCovered } from '../sql/not-covered.ts';
import type { Fraction } from './sql-value.ts';

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Arithmetic of fractions as SQL. Denominators are known beforehand but for quotients of facts. */
export class Fractions {
  private readonly terms: TermFactory;

  constructor(terms: TermFactory) {
    this.terms = terms;
  }

  of({ numerator, denominator }: Rational): Fraction {
    return {
      numerator: this.terms.whole(numerator),
      denominator: this.terms.whole(denominator),
    };
  }

  whole(numerator: Term): Fraction {
    return { numerator, denominator: this.terms.one };
  }

  /** The same fractions over one denominator. */
  common(items: readonly Fraction[]): {
    readonly numerators: readonly Term[];
    readonly denominator: Term;
  } {
    const { terms } = this;
    const [first] = items;
    if (first === undefined) return { numerators: [], denominator: terms.one };
    if (items.every(({ denominator }) => denominator === first.denominator))
      return {
        numerators: items.map(({ numerator }) => numerator),
        denominator: first.denominator,
      };
    const fixed = items.map(({ denominator }) =>
      denominator.kind === 'whole' ? denominator.value : undefined,
    );
    if (fixed.some((value) => value === undefined)) return this.commonOfAny(items);
    const values = fixed.filter((value) => value !== undefined);
    const scale = values.reduce((a, b) => (a / greatestCommonDivisor(a, b)) * b, 1n);
    return {
      numerators: items.map(({ numerator }, index) =>
        terms.multiply(numerator, terms.whole(scale / (values[index] ?? 1n))),
      ),
      denominator: terms.whole(scale),
    };
  }

  private commonOfAny(items: readonly Fraction[]): {
    readonly numerators: readonly Term[];
    readonly denominator: Term;
  } {
    const { terms } = this;
    const different = [...new Set(items.map(({ denominator }) => denominator))];
    const product = (of: readonly Term[]): Term =>
      of.reduce((a, b) => terms.multiply(a, b), terms.one);
    return {
      numerators: items.map(({ numerator, denominator }) =>
        terms.multiply(numerator, product(different.filter((other) => other !== denominator))),
      ),
      denominator: product(different),
    };
  }

  add(a: Fraction, b: Fraction): Fraction {
    const { numerators, denominator } = this.common([a, b]);
    const [x = a.numerator, y = b.numerator] = numerators;
    return { numerator: this.terms.add(x, y), denominator };
  }

  negate({ numerator, denominator }: Fraction): Fraction {
    return { numerator: this.terms.subtract(this.terms.zero, numerator), denominator };
  }

  multiply(a: Fraction, b: Fraction): Fraction {
    const { terms } = this;
    return this.reduced(
      terms.multiply(a.numerator, b.numerator),
      terms.multiply(a.denominator, b.denominator),
    );
  }

  /** Takes out what a fixed factor of the numerator and a fixed denominator share. */
  private reduced(numerator: Term, denominator: Term): Fraction {
    const { terms } = this;
    if (denominator.kind !== 'whole') return { numerator, denominator };
    if (numerator.kind === 'whole') {
      const divisor = greatestCommonDivisor(abs(numerator.value), denominator.value);
      return {
        numerator: terms.whole(numerator.value / divisor),
        denominator: terms.whole(denominator.value / divisor),
      };
    }
    if (numerator.kind === 'call' && numerator.operation === 'multiply') {
      const [inner, factor] = numerator.operands;
      if (inner !== undefined && factor?.kind === 'whole') {
        const divisor = greatestCommonDivisor(abs(factor.value), denominator.value);
        return {
          numerator: terms.multiply(inner, terms.whole(factor.value / divisor)),
          denominator: terms.whole(denominator.value / divisor),
        };
      }
    }
    return { numerator, denominator };
  }

  compare(operation: 'less' | 'atMost' | 'equal', a: Fraction, b: Fraction): Term {
    const { numerators } = this.common([a, b]);
    const [x = a.numerator, y = b.numerator] = numerators;
    return this.terms[operation](x, y);
  }

  /** Null if one of them is. */
  extreme(which: 'least' | 'greatest', a: Fraction, b: Fraction): Fraction {
    const { numerators, denominator } = this.common([a, b]);
    const [x = a.numerator, y = b.numerator] = numerators;
    return { numerator: this.terms[which](x, y), denominator };
  }

  /** One of several by condition. */
  choose(
    branches: readonly { readonly when: Term; readonly value: Fraction }[],
    otherwise: Fraction,
  ): Fraction {
    const { terms } = this;
    const all = [...branches.map(({ value }) => value), otherwise];
    const fixed = all.every(({ denominator }) => denominator.kind === 'whole');
    const pick = (values: readonly Term[]): Term =>
      terms.choose(
        branches.map(({ when }, index) => ({ when, value: values[index] ?? terms.zero })),
        values[values.length - 1] ?? terms.zero,
      );
    if (!fixed)
      return {
        numerator: pick(all.map(({ numerator }) => numerator)),
        denominator: pick(all.map(({ denominator }) => denominator)),
      };
    const { numerators, denominator } = this.common(all);
    return { numerator: pick(numerators), denominator };
  }

  unknown(): Fraction {
    return this.whole(this.terms.unknown('whole'));
  }

  floor({ numerator, denominator }: Fraction): Term {
    return this.terms.floorDivide(numerator, denominator);
  }

  ceiling(value: Fraction): Term {
    const { terms } = this;
    return terms.subtract(terms.zero, this.floor(this.negate(value)));
  }

  /** `1 ÷ value`, of a value that is above zero where it counts; elsewhere the quotient means nothing but is defined. */
  inverse({ numerator, denominator }: Fraction): Fraction {
    const { terms } = this;
    if (numerator.kind === 'whole') {
      if (numerator.value <= 0n)
        throw new NotCovered('division by a number that is not above zero');
      return { numerator: denominator, denominator: numerator };
    }
    return {
      numerator: denominator,
      denominator: terms.greatest(terms.coalesce(numerator, terms.one), terms.one),
    };
  }
}
