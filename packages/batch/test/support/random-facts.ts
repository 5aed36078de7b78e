import { fraction, rational, Temporal } from '@luodi/kernel';
import type { PlainDate, Rational } from '@luodi/kernel';
import type { FactEntry } from '@luodi/evaluation';
import type { Content, Fact, Value } from '@luodi/language';
import { columnKind, factColumn } from '../../src/population/columns.ts';
import type { Cell } from './applicant-tables.ts';
import type { RandomNumbers } from './random-numbers.ts';

const million = 1_000_000n;
const firstDay = Temporal.PlainDate.from('2015-01-01');
const days = 4300;
/** Derived facts are mostly left to be derived. */
const statedDerived = 0.3;

/** The facts of one entity: as the evaluator takes them, and as cells of its row. */
export interface DrawnFacts {
  readonly entries: ReadonlyMap<string, FactEntry>;
  readonly row: Readonly<Record<string, Cell>>;
}

/** Draws what is stated of facts: figures and dates on and beside the limits of the rules, with holes. */
export class RandomFacts {
  private readonly content: Content;
  private readonly years: readonly number[];
  private readonly limits: ReadonlyMap<string, readonly Value[]>;
  private readonly random: RandomNumbers;

  constructor(
    content: Content,
    years: readonly number[],
    limits: ReadonlyMap<string, readonly Value[]>,
    random: RandomNumbers,
  ) {
    this.content = content;
    this.years = years;
    this.limits = limits;
    this.random = random;
  }

  /** A day of the years that the rules look at. */
  day(): PlainDate {
    return firstDay.add({ days: this.random.below(days) });
  }

  /** The facts of one entity, each unknown with the chance `holes`. */
  draw(facts: readonly Fact[], holes: number): DrawnFacts {
    const entries = new Map<string, FactEntry>();
    const row: Record<string, Cell> = {};
    for (const fact of facts) {
      const known = fact.derivation === undefined ? 1 - holes : statedDerived;
      if (fact.annual) {
        const byYear = new Map<number, Rational>();
        for (const year of this.years) {
          const value = this.random.chance(known) ? this.figure(fact) : undefined;
          row[factColumn(fact, year)] = value === undefined ? null : this.units(fact, value);
          if (value !== undefined) byYear.set(year, value);
        }
        if (byYear.size > 0)
          entries.set(fact.name, {
            kind: 'annual',
            byYear,
            relative: new Map(),
            stated: new Map(),
          });
      } else {
        const value = this.random.chance(known) ? this.value(fact) : undefined;
        row[fact.id] = value === undefined ? null : this.cell(fact, value);
        if (value !== undefined) entries.set(fact.name, { kind: 'state', value });
      }
    }
    return { entries, row };
  }

  private limitsOf<K extends Value['kind']>(fact: Fact, kind: K): readonly (Value & { kind: K })[] {
    return (this.limits.get(fact.name) ?? []).filter(
      (value): value is Value & { kind: K } => value.kind === kind,
    );
  }

  private value(fact: Fact): Value {
    switch (fact.type.kind) {
      case 'truth':
        return { kind: 'truth', value: this.random.chance(0.6) };
      case 'number':
        return { kind: 'number', value: this.figure(fact) };
      case 'date': {
        const near = this.random.chance(0.6)
          ? this.random.pick(this.limitsOf(fact, 'date'))
          : undefined;
        const value = near?.value.add({ days: this.random.below(3) - 1 }) ?? this.day();
        return { kind: 'date', value };
      }
      case 'choice': {
        const members = this.content.vocabulary.lists.get(fact.type.list)?.members ?? [];
        return { kind: 'choice', value: this.random.pick(members)?.name ?? '' };
      }
      case 'text':
        return { kind: 'text', value: this.random.pick(['甲', '乙']) ?? '' };
    }
  }

  /** How many of the smallest steps of the fact's column make one. */
  private scaleOf(fact: Fact): bigint {
    return columnKind(fact) === 'decimal' ? million : 1n;
  }

  private figure(fact: Fact): Rational {
    const { random } = this;
    const near = random.pick(this.limitsOf(fact, 'number'));
    const size =
      near !== undefined && random.chance(0.7)
        ? this.nearLimit(fact, near.value)
        : this.anySize(fact);
    const negative = fact.mayBeNegative && (size < 0n || random.chance(0.3));
    const absolute = size < 0n ? -size : size;
    return rational(negative ? -absolute : absolute, this.scaleOf(fact));
  }

  /** A few times the limit, or a step beside that, in steps of the column. */
  private nearLimit(fact: Fact, limit: Rational): bigint {
    const { random } = this;
    const steps = [0n, 0n, 1n, -1n, fact.factKind === 'money' ? million : 1n];
    const times = random.chance(0.2) ? BigInt(random.below(5)) : 1n;
    const scaled = fraction.floor(fraction.multiply(limit, rational(this.scaleOf(fact))));
    return scaled * times + (random.pick(steps) ?? 0n);
  }

  /** Zero, or of any order of magnitude. */
  private anySize(fact: Fact): bigint {
    const { random } = this;
    if (random.chance(0.15)) return 0n;
    const size = BigInt(Math.floor(10 ** (random.next() * (fact.factKind === 'money' ? 13 : 5))));
    return this.scaleOf(fact) === 1n ? size : (size * BigInt(random.below(1_000_000) + 1)) / 1000n;
  }

  private units(fact: Fact, value: Rational): bigint {
    return fraction.floor(fraction.multiply(value, rational(this.scaleOf(fact))));
  }

  private cell(fact: Fact, value: Value): Cell {
    switch (value.kind) {
      case 'number':
        return this.units(fact, value.value);
      case 'date':
        return value.value.toString();
      case 'truth':
      case 'choice':
      case 'text':
        return value.value;
    }
  }
}
