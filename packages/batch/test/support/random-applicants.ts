import { fraction, rational, Temporal } from '@luodi/kernel';
import type { PlainDate, Rational } from '@luodi/kernel';
import type { FactEntry, FactItem, FactSet, Payment } from '@luodi/evaluation';
import { expressionsOfAmount, walkExpression } from '@luodi/language';
import type { Content, Expression, Fact, Measure, Value } from '@luodi/language';
import {
  columnKind,
  factColumn,
  itemNumber,
  listedColumn,
  paymentsComplete,
} from '../../src/population/columns.ts';

/** A cell as a backend is given it: whole numbers as they are, decimals in millionths. */
export type Cell = bigint | boolean | string | null;
export type Row = Readonly<Record<string, Cell>>;

/** Applicants as tables and as the evaluator takes them, the same ones in the same order. */
export interface Applicants {
  readonly tables: ReadonlyMap<
    string,
    {
      readonly columns: ReadonlyMap<string, 'truth' | 'whole' | 'decimal' | 'date' | 'text'>;
      readonly rows: readonly Row[];
    }
  >;
  readonly facts: readonly FactSet[];
}

/** Small and quick, the same numbers for the same seed: mulberry32. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function expressionsOf(measure: Measure): readonly Expression[] {
  return [...measure.conditions, ...measure.exclusions, ...expressionsOfAmount(measure.amount)];
}

/** Numbers and dates that rules set beside a fact: where answers change. */
function limitsByFact(
  content: Content,
  measures: readonly Measure[],
): ReadonlyMap<string, readonly Value[]> {
  const limits = new Map<string, Value[]>();
  const visit = (root: Expression): void => {
    const nodes = [...walkExpression(root)];
    const literals = nodes.flatMap((node) => (node.kind === 'literal' ? [node.value] : []));
    for (const node of nodes)
      if (node.kind === 'fact' || node.kind === 'window' || node.kind === 'past_highest')
        limits.set(node.fact, [...(limits.get(node.fact) ?? []), ...literals]);
  };
  for (const measure of measures) expressionsOf(measure).forEach(visit);
  for (const { derivation } of content.vocabulary.facts.values())
    if (derivation !== undefined) visit(derivation);
  return limits;
}

const million = 1_000_000n;

/** Draws applicants with holes: every fact is unknown now and then, figures lie on and beside the limits of the rules. */
export class RandomApplicants {
  private readonly content: Content;
  private readonly years: readonly number[];
  private readonly next: () => number;
  private readonly limits: ReadonlyMap<string, readonly Value[]>;
  private readonly topics: readonly { readonly about: string; readonly matter: string }[];

  constructor(
    content: Content,
    measures: readonly Measure[],
    years: readonly number[],
    seed: number,
  ) {
    this.content = content;
    this.years = years;
    this.next = randomNumbers(seed);
    this.limits = limitsByFact(content, measures);
    this.topics = measures
      .filter(
        (measure) =>
          measure.mostTimes !== undefined ||
          expressionsOf(measure).some((root) =>
            [...walkExpression(root)].some(({ kind }) => kind === 'history'),
          ),
      )
      .flatMap(({ name, matter }) => [
        { about: name, matter },
        { about: matter, matter },
      ]);
  }

  private pick<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(this.next() * items.length)];
  }

  private whole(below: number): bigint {
    return BigInt(Math.floor(this.next() * below));
  }

  private figure(fact: Fact): Rational {
    const scale = columnKind(fact) === 'decimal' ? million : 1n;
    const numbers = (this.limits.get(fact.name) ?? []).flatMap((value) =>
      value.kind === 'number' ? [value.value] : [],
    );
    const near = this.pick(numbers);
    const money = fact.factKind === 'money';
    const steps = [0n, 0n, 1n, -1n, money ? 1000000n : 1n];
    let raw: bigint;
    if (near !== undefined && this.next() < 0.7)
      raw =
        fraction.floor(fraction.multiply(near, rational(scale))) *
          (this.next() < 0.2 ? this.whole(5) : 1n) +
        (this.pick(steps) ?? 0n);
    else if (this.next() < 0.15) raw = 0n;
    else
      raw =
        (BigInt(Math.floor(10 ** (this.next() * (money ? 13 : 5)))) *
          (scale === 1n ? 1n : this.whole(1_000_000) + 1n)) /
        (scale === 1n ? 1n : 1000n);
    if (raw < 0n && !fact.mayBeNegative) raw = -raw;
    if (fact.mayBeNegative && this.next() < 0.3) raw = -raw;
    return rational(raw, scale);
  }

  private day(): PlainDate {
    return Temporal.PlainDate.from('2015-01-01').add({ days: Math.floor(this.next() * 4300) });
  }

  private value(fact: Fact): Value {
    switch (fact.type.kind) {
      case 'truth':
        return { kind: 'truth', value: this.next() < 0.6 };
      case 'number':
        return { kind: 'number', value: this.figure(fact) };
      case 'date': {
        const dates = (this.limits.get(fact.name) ?? []).flatMap((value) =>
          value.kind === 'date' ? [value.value] : [],
        );
        const near = this.next() < 0.6 ? this.pick(dates) : undefined;
        return {
          kind: 'date',
          value: near?.add({ days: Math.floor(this.next() * 3) - 1 }) ?? this.day(),
        };
      }
      case 'choice': {
        const members = this.content.vocabulary.lists.get(fact.type.list)?.members ?? [];
        return { kind: 'choice', value: this.pick(members)?.name ?? '' };
      }
      case 'text':
        return { kind: 'text', value: this.next() < 0.5 ? '甲' : '乙' };
    }
  }

  private cell(value: Value): Cell {
    switch (value.kind) {
      case 'truth':
        return value.value;
      case 'number':
        return value.value.denominator === 1n
          ? value.value.numerator
          : value.value.numerator * (million / value.value.denominator);
      case 'date':
        return value.value.toString();
      case 'choice':
      case 'text':
        return value.value;
    }
  }

  /** Facts of one entity: as entries, and as cells of a row. */
  private draw(
    facts: readonly Fact[],
    holes: number,
  ): { entries: Map<string, FactEntry>; row: Record<string, Cell> } {
    const entries = new Map<string, FactEntry>();
    const row: Record<string, Cell> = {};
    const cellOf = (fact: Fact, value: Value): Cell => {
      const cell = this.cell(value);
      return columnKind(fact) === 'decimal' && value.kind === 'number'
        ? fraction.floor(fraction.multiply(value.value, rational(million)))
        : cell;
    };
    for (const fact of facts) {
      if (!fact.annual) {
        const known = this.next() >= (fact.derivation === undefined ? holes : 0.7);
        const value = this.value(fact);
        row[fact.id] = known ? cellOf(fact, value) : null;
        if (known) entries.set(fact.name, { kind: 'state', value });
        continue;
      }
      const byYear = new Map<number, Rational>();
      for (const year of this.years) {
        const value = this.value(fact);
        const known =
          this.next() >= (fact.derivation === undefined ? holes : 0.7) && value.kind === 'number';
        row[factColumn(fact, year)] = known ? cellOf(fact, value) : null;
        if (known && value.kind === 'number') byYear.set(year, value.value);
      }
      if (byYear.size > 0)
        entries.set(fact.name, { kind: 'annual', byYear, relative: new Map(), stated: new Map() });
    }
    return { entries, row };
  }

  private payments(): readonly Payment[] {
    if (this.topics.length === 0) return [];
    return Array.from({ length: Math.floor(this.next() * 4) }, () => {
      const topic = this.pick(this.topics) ?? { about: '', matter: '' };
      return { ...topic, date: this.day(), fen: this.whole(3) * 50_000_000n };
    });
  }

  applicants(count: number, facts: readonly Fact[]): Applicants {
    const { entities } = this.content.vocabulary;
    const applicant = facts.filter((fact) => entities.get(fact.entity)?.belongsTo === undefined);
    const parts = [...entities.values()].filter(({ belongsTo }) => belongsTo !== undefined);
    const itemFacts = new Map(
      parts.map((entity) => [entity.name, facts.filter((fact) => fact.entity === entity.name)]),
    );
    const rows = new Map<string, Row[]>([
      ['enterprise', []],
      ['payment', []],
      ...parts.map(({ id }): [string, Row[]] => [id, []]),
    ]);
    const pay = (
      enterprise: number,
      entity: string | null,
      item: number | null,
      payments: readonly Payment[],
    ): void => {
      for (const { about, matter, date, fen } of payments)
        rows
          .get('payment')
          ?.push({
            enterprise_id: BigInt(enterprise),
            entity,
            item: item === null ? null : BigInt(item),
            about,
            matter,
            paid_on: date.toString(),
            fen,
          });
    };
    const result: FactSet[] = [];
    for (let enterprise = 0; enterprise < count; enterprise++) {
      const holes = this.pick([0, 0.1, 0.3, 0.6]) ?? 0;
      const { entries, row } = this.draw(applicant, holes);
      const items = new Map<string, readonly FactItem[]>();
      for (const { name, id } of parts) {
        const own = itemFacts.get(name) ?? [];
        const listed = this.next() < 0.7;
        row[listedColumn(id)] = listed ? true : this.next() < 0.5 ? null : false;
        if (!listed) continue;
        items.set(
          name,
          Array.from({ length: Math.floor(this.next() * 4) }, (_, index) => {
            const drawn = this.draw(own, holes);
            const complete = this.next() < 0.5;
            const paid = complete ? this.payments() : [];
            pay(enterprise, id, index, paid);
            rows
              .get(id)
              ?.push({
                enterprise_id: BigInt(enterprise),
                [itemNumber]: BigInt(index),
                [paymentsComplete]: complete,
                ...drawn.row,
              });
            return {
              label: `${name}${index + 1}`,
              entries: drawn.entries,
              history: {
                payments: complete ? paid : undefined,
                totals: new Map(),
                mattersReceived: new Set(),
              },
            };
          }),
        );
      }
      const complete = this.next() < 0.5;
      const paid = complete ? this.payments() : [];
      pay(enterprise, null, null, paid);
      rows
        .get('enterprise')
        ?.push({ enterprise_id: BigInt(enterprise), [paymentsComplete]: complete, ...row });
      result.push({
        entries,
        items,
        history: {
          payments: complete ? paid : undefined,
          totals: new Map(),
          mattersReceived: new Set(),
        },
      });
    }
    return { tables: this.withColumns(rows, facts), facts: result };
  }

  private withColumns(
    rows: ReadonlyMap<string, readonly Row[]>,
    facts: readonly Fact[],
  ): Applicants['tables'] {
    const kindOf = new Map<string, 'truth' | 'whole' | 'decimal' | 'date' | 'text'>([
      ['enterprise_id', 'whole'],
      ['item', 'whole'],
      ['entity', 'text'],
      ['about', 'text'],
      ['matter', 'text'],
      ['paid_on', 'date'],
      ['fen', 'whole'],
      ...facts.flatMap((fact) =>
        (fact.annual ? this.years.map((year) => factColumn(fact, year)) : [fact.id]).map(
          (column): [string, ReturnType<typeof columnKind>] => [column, columnKind(fact)],
        ),
      ),
    ]);
    return new Map(
      [...rows]
        .filter(([, all]) => all.length > 0)
        .map(([table, all]) => [
          table,
          {
            columns: new Map(
              Object.keys(all[0] ?? {}).map((column) => [column, kindOf.get(column) ?? 'truth']),
            ),
            rows: all,
          },
        ]),
    );
  }
}
