import fc from 'fast-check';
import { fraction, rational } from '@luodi/kernel';
import type { PlainDate, Rational } from '@luodi/kernel';
import type { Content, Fact, Measure } from '@luodi/language';
import { examplesOf, findReference, referenceKey } from '../src/index.ts';
import type { FactReference } from '../src/index.ts';
import { entityOf, readingsOf } from './readings.ts';
import type { Readings } from './readings.ts';
import { oneName } from './readings.ts';

export type RawFacts = Readonly<Record<string, unknown>>;
type Cell =
  | { readonly kind: 'keep' }
  | { readonly kind: 'hole' }
  | { readonly kind: 'value'; readonly raw: unknown };

export interface Case {
  readonly facts: RawFacts;
  readonly date: PlainDate;
}

const baseUnits: Readonly<Record<string, string>> = {
  area: '平方米',
  coal: '吨标煤',
  container: '标箱',
  day: '天',
  energy: '瓦时',
  length: '毫米',
  mass: '千克',
  money: '分',
  month: '个月',
  power: '瓦',
  voltage: '伏',
  workday: '个工作日',
};

function valuesOf({ literals }: Readings, dimension: string): readonly Rational[] {
  return literals.flatMap(({ type, value }) =>
    value.kind === 'number' && type.kind === 'number' && type.dimension === dimension
      ? [value.value]
      : [],
  );
}

/** Figures on which a rule turns: its own, caps divided by rates, and zero. */
function turningPoints(readings: Readings, dimension: string): readonly Rational[] {
  const own = valuesOf(readings, dimension);
  const rates = dimension === 'money' ? valuesOf(readings, '') : [];
  const inverse = own.flatMap((value) =>
    rates.flatMap((rate) => fraction.divide(value, rate) ?? []),
  );
  return [...own, ...inverse, fraction.zero];
}

function numbers(fact: Fact, readings: Readings): fc.Arbitrary<string> {
  const { type, factKind } = fact;
  if (type.kind !== 'number') throw new TypeError(`not a number: ${fact.name}`);
  const fine = factKind === 'rate' || factKind === 'number' ? 10_000n : 1n;
  const unit = type.counter ?? baseUnits[type.dimension] ?? '';
  const points = turningPoints(readings, type.dimension).filter(
    (value) => fraction.compare(value, rational(10n ** 13n)) < 0,
  );
  const near = fc
    .tuple(fc.constantFrom(...points), fc.integer({ min: -2, max: 2 }))
    .map(([point, steps]) =>
      fraction.add(
        rational(fraction.floor(fraction.multiply(point, rational(fine))), fine),
        rational(BigInt(steps), fine),
      ),
    );
  // A rate of 2,000% is nobody's; with large sums it would leave the safe whole numbers, and the compiled function.
  const usual = factKind === 'rate' ? fraction.one : rational(20n);
  const largest = points.reduce(fraction.greatest, usual);
  const any = fc
    .bigInt({ min: 0n, max: 2n * fraction.ceiling(largest) * fine })
    .map((value) => rational(value, fine));
  return fc.oneof({ weight: 3, arbitrary: near }, { weight: 1, arbitrary: any }).map((value) => {
    const kept = value.numerator < 0n && !fact.mayBeNegative ? fraction.zero : value;
    return `${fraction.formatDecimal(kept)}${unit}`;
  });
}

function dates(measure: Measure, readings: Readings): fc.Arbitrary<string> {
  const written = readings.literals.flatMap(({ value }) =>
    value.kind === 'date' ? [value.value] : [],
  );
  const { from } = measure.validity;
  return fc
    .tuple(fc.constantFrom(...written, from), fc.constantFrom(-1096, -400, -31, -1, 0, 1, 30))
    .map(([day, days]) => day.add({ days }).toString());
}

function valuesFor(
  reference: FactReference,
  measure: Measure,
  readings: Readings,
  { vocabulary }: Content,
): fc.Arbitrary<unknown> {
  const { aspect, name } = reference;
  if (aspect.kind === 'received') {
    if (aspect.measure === 'count') return fc.integer({ min: 0, max: 4 }).map((n) => `${n}次`);
    const sums = turningPoints(readings, 'money').filter((sum) => sum.denominator === 1n);
    return fc
      .tuple(fc.constantFrom(...sums), fc.bigInt({ min: -1n, max: 1n }))
      .map(([sum, step]) => sum.numerator + step)
      .map((fen) => `${fen < 0n ? 0n : fen}分`);
  }
  const fact = vocabulary.facts.get(name);
  if (fact === undefined) throw new TypeError(`unresolved fact: ${name}`);
  switch (fact.type.kind) {
    case 'truth':
      return fc.boolean();
    case 'number':
      return numbers(fact, readings);
    case 'date':
      return dates(measure, readings);
    case 'choice': {
      const members = vocabulary.lists.get(fact.type.list)?.members ?? [];
      return fc.constantFrom(...members.map((member) => member.name));
    }
    case 'text':
      return fc.constantFrom('甲', '乙');
  }
}

/** Facts that follow from others: stating both can contradict, so they are stated in a separate kind of case. */
function isDerived({ name, aspect }: FactReference, { vocabulary }: Content): boolean {
  if (aspect.kind === 'window' || aspect.kind === 'past_highest') return true;
  return aspect.kind !== 'received' && vocabulary.facts.get(name)?.derivation !== undefined;
}

function overlay(base: RawFacts, cells: Readonly<Record<string, Cell>>): RawFacts {
  const facts: Record<string, unknown> = { ...base };
  for (const [key, cell] of Object.entries(cells)) {
    if (cell.kind === 'hole') delete facts[key];
    if (cell.kind === 'value') facts[key] = cell.raw;
  }
  return facts;
}

/** One spelling of each figure: a year map or relative years, a list of payments or their totals. */
function oneSpelling(facts: RawFacts): RawFacts {
  const mapped = new Set(
    Object.entries(facts).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? [key] : [],
    ),
  );
  return Object.fromEntries(
    Object.entries(facts).filter(([key]) => {
      const inner = /^(上年|前年)\((.*)\)$/.exec(key)?.[2];
      if (inner !== undefined && mapped.has(inner)) return false;
      return key !== '历史' || !Object.keys(facts).some((other) => /已获/.test(other));
    }),
  );
}

/** The facts of an example under the spellings that the readings use. */
function respelled(facts: RawFacts, content: Content): RawFacts {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => {
      const reference = findReference(key, content);
      return [reference === undefined ? key : referenceKey(oneName(reference, content)), value];
    }),
  );
}

/** Without an item's own history: the applicant's counts for it where it has none, so saying it later can contradict. */
function withoutHistory(facts: RawFacts): RawFacts {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => !/已获|历史/.test(key)));
}

/** Without what is said of items at large: it would speak for items that are listed as well. */
function withoutLoose(facts: RawFacts, content: Content): RawFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(([key]) => {
      const reference = findReference(key, content);
      return reference === undefined || entityOf(reference, content.vocabulary) === undefined;
    }),
  );
}

function days(measure: Measure): fc.Arbitrary<PlainDate> {
  const { from, until } = measure.validity;
  const last = until ?? from.add({ years: 2 });
  const middle = from.add({ days: Math.floor(from.until(last).days / 2) });
  return fc.constantFrom(from, middle, last, last);
}

/**
 * Applicants on whom a measure turns: facts of one of its examples, some replaced by values on, just under and just over
 * its figures, some left out. `whole`: nothing that it reads is left out (but what follows from other facts).
 */
export function applicants(measure: Measure, content: Content, whole: boolean): fc.Arbitrary<Case> {
  const readings = readingsOf(measure, content);
  const examples = examplesOf(content)
    .filter(({ example }) => example.measure === measure.id)
    .map(({ example }) => respelled(example.facts, content));
  const cell = (reference: FactReference): fc.Arbitrary<Cell> => {
    const value = valuesFor(reference, measure, readings, content).map(
      (raw): Cell => ({ kind: 'value', raw }),
    );
    const keep: Cell = { kind: 'keep' };
    const hole: Cell = { kind: 'hole' };
    const follows = isDerived(reference, content) && reference.aspect.kind !== 'past_highest';
    if (whole) return follows ? fc.constant(hole) : value;
    return fc.oneof(
      { weight: 5, arbitrary: fc.constant(keep) },
      { weight: isDerived(reference, content) ? 1 : 4, arbitrary: value },
      { weight: 1, arbitrary: fc.constant(hole) },
    );
  };
  const all = [...readings.references.values()];
  const cellsOf = (entity: string | undefined) =>
    fc.record(
      Object.fromEntries(
        all
          .filter((reference) => entityOf(reference, content.vocabulary) === entity)
          .map((reference) => [referenceKey(reference), cell(reference)]),
      ),
    );
  const lists = fc.record(
    Object.fromEntries(
      [...readings.entities].map((entity) => [
        entity,
        fc.array(cellsOf(entity), { minLength: whole ? 1 : 0, maxLength: 3 }),
      ]),
    ),
  );
  return fc
    .record({
      base: fc.constantFrom<RawFacts>({}, ...examples),
      cells: cellsOf(undefined),
      lists,
      listed: fc.boolean(),
      date: days(measure),
    })
    .map(({ base, cells, lists: items, listed, date }) => {
      const facts = overlay(base, cells);
      if (!whole && !listed) return { facts: oneSpelling(facts), date };
      const own = Object.entries(items).map(([entity, rows]): [string, unknown] => {
        const before = base[entity];
        const old: readonly unknown[] = Array.isArray(before) ? before : [];
        const one = (row: Readonly<Record<string, Cell>>, index: number): RawFacts =>
          oneSpelling(withoutHistory(overlay(asFacts(old[index]), row)));
        return [entity, rows.map(one)];
      });
      const said = own.length === 0 ? facts : withoutLoose(facts, content);
      return { facts: oneSpelling({ ...said, ...Object.fromEntries(own) }), date };
    });
}

function isRecord(value: unknown): value is RawFacts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asFacts(value: unknown): RawFacts {
  return isRecord(value) ? value : {};
}

/** The same applicant with less said: each droppable key goes or stays as `drop` tells. */
export function withLess(
  facts: RawFacts,
  measure: Measure,
  content: Content,
  drop: () => boolean,
): RawFacts {
  const kept = (key: string, value: unknown): boolean => {
    const fact = content.vocabulary.facts.get(key);
    const derived = fact?.derivation !== undefined || /^(近三年|往年最高)/.test(key);
    return derived || key === measure.subject || isRecord(value) || !drop();
  };
  const less = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const rows: readonly unknown[] = value;
      return rows.map((row) => (isRecord(row) && !('事项' in row) ? less(row) : row));
    }
    if (!isRecord(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, inner]) => kept(key, inner))
        .map(([key, inner]) => [key, less(inner)]),
    );
  };
  return asFacts(less(facts));
}
