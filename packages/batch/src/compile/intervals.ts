import { fraction } from '@luodi/kernel';
import type { Rational } from '@luodi/kernel';
import type { TermFactory } from '../sql/term-factory.ts';
import type { Term } from '../sql/term.ts';
import { NotCovered } from '../sql/not-covered.ts';
import { Fractions } from './fractions.ts';
import type { Fraction, SqlNumber } from './sql-value.ts';

/** Interval arithmetic as SQL: the same rules as `expression/numbers.ts` of the evaluator, row by row. */
export class Intervals {
  readonly fractions: Fractions;
  private readonly terms: TermFactory;

  constructor(terms: TermFactory) {
    this.terms = terms;
    this.fractions = new Fractions(terms);
  }

  known(value: Rational): SqlNumber {
    return this.certain(this.fractions.of(value));
  }

  /** A number that is never null. */
  private certain(value: Fraction): SqlNumber {
    const { yes, no, zero } = this.terms;
    return {
      kind: 'number',
      low: value,
      high: value,
      point: yes,
      open: no,
      missing: zero,
      plain: { value, blank: 'from_zero' },
    };
  }

  get nothing(): SqlNumber {
    return this.known(fraction.zero);
  }

  /** A number stated in a column: null is anything, or anything from zero up; `missing` is the bit of the fact. */
  stated(value: Fraction, blank: 'any' | 'from_zero', missing: Term): SqlNumber {
    const { terms } = this;
    if (!value.numerator.nullable) return this.certain(value);
    if (value.numerator.kind === 'null')
      return {
        kind: 'number',
        low: blank === 'any' ? undefined : this.fractions.whole(terms.zero),
        high: undefined,
        point: terms.no,
        open: terms.yes,
        missing,
        plain: { value, blank },
      };
    const unknown = terms.isNull(value.numerator);
    const low =
      blank === 'any'
        ? value
        : { ...value, numerator: terms.coalesce(value.numerator, terms.zero) };
    return {
      kind: 'number',
      low,
      high: value,
      point: terms.not(unknown),
      open: unknown,
      missing: terms.choose([{ when: unknown, value: missing }], terms.zero),
      plain: { value, blank },
    };
  }

  /** Whether both ends are there and the same; never null. */
  private isPoint(low: Fraction | undefined, high: Fraction | undefined): Term {
    const { terms, fractions } = this;
    if (low === undefined || high === undefined) return terms.no;
    if (low === high) return terms.isKnown(low.numerator);
    return terms.isTrue(fractions.compare('equal', low, high));
  }

  /** An interval; what is missing is dropped where it is a point. */
  between(
    low: Fraction | undefined,
    high: Fraction | undefined,
    open: Term,
    missing: Term,
    point = this.isPoint(low, high),
  ): SqlNumber {
    const { terms } = this;
    return {
      kind: 'number',
      low,
      high,
      point,
      open: terms.and(open, terms.not(point)),
      missing: terms.choose([{ when: point, value: terms.zero }], missing),
      plain: undefined,
    };
  }

  add(a: SqlNumber, b: SqlNumber): SqlNumber {
    const { terms, fractions } = this;
    const ends = (x: Fraction | undefined, y: Fraction | undefined): Fraction | undefined =>
      x === undefined || y === undefined ? undefined : fractions.add(x, y);
    // A sum is a point only if both are: then nothing is missing of either.
    return {
      kind: 'number',
      low: ends(a.low, b.low),
      high: ends(a.high, b.high),
      point: terms.and(a.point, b.point),
      open: terms.or(a.open, b.open),
      missing: terms.bitOr(a.missing, b.missing),
      plain: undefined,
    };
  }

  negate(a: SqlNumber): SqlNumber {
    const opposite = (end: Fraction | undefined): Fraction | undefined =>
      end === undefined ? undefined : this.fractions.negate(end);
    return { ...a, low: opposite(a.high), high: opposite(a.low), plain: undefined };
  }

  private notBelowZero({ low }: SqlNumber): boolean {
    return low !== undefined && !low.numerator.nullable && low.numerator.range.least >= 0n;
  }

  private fixed({ low, high }: SqlNumber): Fraction | undefined {
    return low === high && low?.numerator.kind === 'whole' && low.denominator.kind === 'whole'
      ? low
      : undefined;
  }

  multiply(a: SqlNumber, b: SqlNumber): SqlNumber {
    const factor = this.fixed(b);
    if (factor !== undefined && factor.numerator.range.least > 0n) return this.scale(a, factor);
    const other = this.fixed(a);
    if (other !== undefined && other.numerator.range.least > 0n) return this.scale(b, other);
    if (this.notBelowZero(b)) return this.multiplyBy(a, b);
    if (this.notBelowZero(a)) return this.multiplyBy(b, a);
    throw new NotCovered('product of two numbers that may both be below zero');
  }

  /** By a fixed factor above zero. */
  private scale(a: SqlNumber, factor: Fraction): SqlNumber {
    const { fractions } = this;
    const times = (end: Fraction | undefined): Fraction | undefined =>
      end === undefined ? undefined : fractions.multiply(end, factor);
    const high = times(a.high);
    return {
      ...a,
      low: a.low === a.high ? high : times(a.low),
      high,
      plain: a.plain && { value: fractions.multiply(a.plain.value, factor), blank: a.plain.blank },
    };
  }

  /** Whether it is known to be zero; never null. */
  private isZero({ low, high }: SqlNumber): Term {
    const { terms } = this;
    if (low === undefined || high === undefined) return terms.no;
    return terms.isTrue(
      terms.and(terms.equal(low.numerator, terms.zero), terms.equal(high.numerator, terms.zero)),
    );
  }

  /** Product of two ends where zero times unbounded is zero. */
  private upperProduct(x: Fraction | undefined, y: Fraction | undefined): Fraction | undefined {
    const { terms, fractions } = this;
    const isZero = (end: Fraction | undefined): Term =>
      end === undefined ? terms.no : terms.isTrue(terms.equal(end.numerator, terms.zero));
    const zero = terms.or(isZero(x), isZero(y));
    if (x === undefined || y === undefined)
      return zero === terms.no
        ? undefined
        : fractions.choose(
            [{ when: zero, value: fractions.whole(terms.zero) }],
            fractions.unknown(),
          );
    const product = fractions.multiply(x, y);
    if (!x.numerator.nullable && !y.numerator.nullable) return product;
    return fractions.choose([{ when: zero, value: fractions.whole(terms.zero) }], product);
  }

  /** By a factor that is never below zero. */
  private multiplyBy(a: SqlNumber, b: SqlNumber): SqlNumber {
    const { terms, fractions } = this;
    const bLow = b.low ?? fractions.whole(terms.zero);
    const open = terms.or(a.open, b.open);
    const missing = terms.bitOr(a.missing, b.missing);
    const point = terms.or(terms.and(a.point, b.point), this.isZero(a), this.isZero(b));
    if (a.low !== undefined && this.notBelowZero(a))
      return this.between(
        fractions.multiply(a.low, bLow),
        this.upperProduct(a.high, b.high),
        open,
        missing,
        point,
      );
    const notBelow = (end: Fraction): Term => terms.isTrue(terms.atMost(terms.zero, end.numerator));
    const low =
      a.low === undefined
        ? this.upperProduct(undefined, b.high)
        : this.chooseEnd(
            notBelow(a.low),
            fractions.multiply(a.low, bLow),
            this.upperProduct(a.low, b.high),
          );
    const below =
      a.high === undefined ? terms.no : terms.isTrue(terms.less(a.high.numerator, terms.zero));
    const high =
      a.high === undefined
        ? this.upperProduct(undefined, b.high)
        : this.chooseEnd(
            below,
            fractions.multiply(a.high, bLow),
            this.upperProduct(a.high, b.high),
          );
    return this.between(low, high, open, missing, point);
  }

  private chooseEnd(
    when: Term,
    value: Fraction | undefined,
    otherwise: Fraction | undefined,
  ): Fraction | undefined {
    if (value === otherwise) return value;
    const { fractions } = this;
    return fractions.choose(
      [{ when, value: value ?? fractions.unknown() }],
      otherwise ?? fractions.unknown(),
    );
  }

  divide(a: SqlNumber, b: SqlNumber): SqlNumber {
    const { terms, fractions } = this;
    const fixed = this.fixed(b);
    if (fixed !== undefined && fixed.numerator.range.least > 0n)
      return this.scale(a, fractions.inverse(fixed));
    if (!this.notBelowZero(b) || b.low === undefined)
      throw new NotCovered('division by a number that may be below zero');
    const positive = terms.less(terms.zero, b.low.numerator);
    if (positive === terms.no) return this.quotientByNothing(a, b);
    const least: Fraction =
      b.high === undefined
        ? fractions.whole(terms.zero)
        : fractions.choose(
            [{ when: terms.isNull(b.high.numerator), value: fractions.whole(terms.zero) }],
            fractions.inverse(b.high),
          );
    const inverse: SqlNumber = {
      kind: 'number',
      low: least,
      high: fractions.inverse(b.low),
      point: terms.and(b.point, positive),
      open: b.open,
      missing: b.missing,
      plain: undefined,
    };
    const quotient = this.multiplyBy(a, inverse);
    // A divisor that may be zero says nothing, except of zero itself.
    const nothing = this.isZero(a);
    const zero = fractions.whole(terms.zero);
    const end = (of: Fraction | undefined): Fraction =>
      fractions.choose(
        [
          { when: positive, value: of ?? fractions.unknown() },
          { when: nothing, value: zero },
        ],
        fractions.unknown(),
      );
    return this.between(
      end(quotient.low),
      end(quotient.high),
      terms.or(a.open, b.open),
      terms.bitOr(a.missing, b.missing),
      terms.or(nothing, terms.and(positive, a.point, b.point)),
    );
  }

  /** A divisor of which nothing is known says nothing, except of zero itself. */
  private quotientByNothing(a: SqlNumber, b: SqlNumber): SqlNumber {
    const { terms, fractions } = this;
    const zero = this.isZero(a);
    const end = fractions.choose(
      [{ when: zero, value: fractions.whole(terms.zero) }],
      fractions.unknown(),
    );
    const unbounded = zero === terms.no ? undefined : end;
    return this.between(
      unbounded,
      unbounded,
      terms.or(a.open, b.open),
      terms.bitOr(a.missing, b.missing),
      zero,
    );
  }

  private endAbsent(end: Fraction | undefined): Term {
    return end === undefined ? this.terms.yes : this.terms.isNull(end.numerator);
  }

  /** Whether every value of one is at most every value of the other; never null. */
  private neverAbove(a: SqlNumber, b: SqlNumber): Term {
    if (a.high === undefined || b.low === undefined) return this.terms.no;
    return this.terms.isTrue(this.fractions.compare('atMost', a.high, b.low));
  }

  /** An end that is there only if both are. */
  private bothEnds(
    which: 'least' | 'greatest',
    a: Fraction | undefined,
    b: Fraction | undefined,
  ): Fraction | undefined {
    return a === undefined || b === undefined ? undefined : this.fractions.extreme(which, a, b);
  }

  /** An end that is there if one is. */
  private eitherEnd(
    which: 'least' | 'greatest',
    a: Fraction | undefined,
    b: Fraction | undefined,
  ): Fraction | undefined {
    if (a === undefined || b === undefined) return a ?? b;
    const { fractions } = this;
    return fractions.choose(
      [
        { when: this.endAbsent(a), value: b },
        { when: this.endAbsent(b), value: a },
      ],
      fractions.extreme(which, a, b),
    );
  }

  /** The lower (or higher) of two; facts that can no longer matter are not missing. */
  extreme(which: 'least' | 'greatest', a: SqlNumber, b: SqlNumber): SqlNumber {
    const { terms } = this;
    const aBelow = this.neverAbove(a, b);
    const bBelow = this.neverAbove(b, a);
    const [lower, higher] = which === 'least' ? [a, b] : [b, a];
    if (aBelow === terms.yes) return lower;
    if (bBelow === terms.yes) return higher;
    const low =
      which === 'least' ? this.bothEnds(which, a.low, b.low) : this.eitherEnd(which, a.low, b.low);
    const high =
      which === 'least'
        ? this.eitherEnd(which, a.high, b.high)
        : this.bothEnds(which, a.high, b.high);
    const pick = (ofA: Term, ofB: Term, ofBoth: Term): Term =>
      terms.choose(
        [
          { when: aBelow, value: which === 'least' ? ofA : ofB },
          { when: bBelow, value: which === 'least' ? ofB : ofA },
        ],
        ofBoth,
      );
    return this.between(
      low,
      high,
      pick(a.open, b.open, terms.or(a.open, b.open)),
      pick(a.missing, b.missing, terms.bitOr(a.missing, b.missing)),
    );
  }

  notNegative(a: SqlNumber): SqlNumber {
    return this.extreme('greatest', a, this.nothing);
  }

  /** One of several by condition. */
  choose(
    branches: readonly { readonly when: Term; readonly value: SqlNumber }[],
    otherwise: SqlNumber,
  ): SqlNumber {
    const { terms, fractions } = this;
    const all = [...branches.map(({ value }) => value), otherwise];
    const end = (side: 'low' | 'high'): Fraction | undefined =>
      all.every((each) => each[side] === undefined)
        ? undefined
        : fractions.choose(
            branches.map(({ when, value }) => ({
              when,
              value: value[side] ?? fractions.unknown(),
            })),
            otherwise[side] ?? fractions.unknown(),
          );
    const part = (of: (each: SqlNumber) => Term): Term =>
      terms.choose(
        branches.map(({ when, value }) => ({ when, value: of(value) })),
        of(otherwise),
      );
    const same = all.every(({ low, high }) => low === high);
    const high = end('high');
    return {
      kind: 'number',
      low: same ? high : end('low'),
      high,
      point: part((each) => each.point),
      open: part((each) => each.open),
      missing: part((each) => each.missing),
      plain: undefined,
    };
  }

  /** One of those that can still be, without knowing which: the widest interval around them. */
  hull(
    items: readonly { readonly possible: Term; readonly value: SqlNumber }[],
    open: Term,
    missing: Term,
  ): SqlNumber {
    const { terms, fractions } = this;
    const end = (side: 'low' | 'high', which: 'least' | 'greatest'): Fraction | undefined => {
      const ends = items.map(({ possible, value }) => ({ possible, end: value[side] }));
      if (ends.some((each) => each.end === undefined && each.possible === terms.yes))
        return undefined;
      const { numerators, denominator } = fractions.common(
        ends.map((each) => each.end ?? fractions.unknown()),
      );
      const unbounded = terms.or(
        ...ends.map(({ possible, end: each }) => terms.and(possible, this.endAbsent(each))),
      );
      let best: Term = terms.unknown('whole');
      for (const [index, { possible }] of ends.entries()) {
        const next = numerators[index] ?? best;
        const better = terms[which](best, next);
        best = terms.choose(
          [
            { when: terms.not(possible), value: best },
            { when: terms.isNull(best), value: next },
          ],
          better,
        );
      }
      return {
        numerator: terms.choose([{ when: unbounded, value: terms.unknown('whole') }], best),
        denominator,
      };
    };
    return this.between(end('low', 'least'), end('high', 'greatest'), open, missing);
  }
}
