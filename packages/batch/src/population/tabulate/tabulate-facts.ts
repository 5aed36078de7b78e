import { fail, fraction, ok, rational } from '@luodi/kernel';
import type { Rational, Result } from '@luodi/kernel';
import { referenceKey } from '@luodi/evaluation';
import type { FactAspect, FactEntry, FactSet, History } from '@luodi/evaluation';
import type { Fact, Value, Vocabulary } from '@luodi/language';
import {
  aspectColumn,
  columnKind,
  decimalPlaces,
  enterpriseId,
  enterpriseTable,
  factColumn,
  itemNumber,
  listedColumn,
  paymentColumns,
  paymentsComplete,
  paymentTable,
} from '../columns.ts';
import type { StatedAspect } from '../columns.ts';
import type { PopulationFault } from '../population-fault.ts';
import type { TextRow } from '../read/fact-set-of.ts';

/** Rows by table, every cell as text; a column that a row does not have is not known of it. */
export type TabulatedRows = ReadonlyMap<string, readonly TextRow[]>;

export interface Tabulation {
  /** Id of the applicant, and its place in messages. */
  readonly applicant: string;
  /** The year of figures that are stated without one: what rules call the base year. */
  readonly baseYear: number;
  readonly vocabulary: Vocabulary;
}

const statedAspects: readonly (readonly [FactAspect, StatedAspect])[] = [
  [{ kind: 'past_highest' }, 'past_highest'],
  [{ kind: 'window', combine: 'sum', years: 3 }, 'three_year_total'],
  [{ kind: 'window', combine: 'mean', years: 3 }, 'three_year_mean'],
];

/** Collects the rows of one applicant and what tables cannot say of it. */
class Tabulator {
  readonly rows = new Map<string, TextRow[]>();
  readonly faults: PopulationFault[] = [];
  private readonly tabulation: Tabulation;

  constructor(tabulation: Tabulation) {
    this.tabulation = tabulation;
  }

  put(table: string, row: TextRow): void {
    const rows = this.rows.get(table) ?? [];
    rows.push({ [enterpriseId]: this.tabulation.applicant, ...row });
    this.rows.set(table, rows);
  }

  /** The cells of the facts of the applicant, or of an item of an entity. */
  cells(entries: ReadonlyMap<string, FactEntry>, item: string | undefined, path: string): TextRow {
    const row: Record<string, string> = {};
    for (const [name, entry] of entries) {
      const fact = this.tabulation.vocabulary.facts.get(name);
      if (fact === undefined || !this.belongs(fact, item, path)) continue;
      if (entry.kind === 'state') {
        const cell = this.cell(fact, entry.value, path);
        if (cell !== undefined) row[fact.id] = cell;
      } else this.annual(fact, entry, path, row);
    }
    return row;
  }

  private belongs({ name, entity }: Fact, item: string | undefined, path: string): boolean {
    const isItems = this.tabulation.vocabulary.entities.get(entity)?.belongsTo !== undefined;
    if (entity === item || (!isItems && item === undefined)) return true;
    this.faults.push({
      code: 'not_tabular',
      place: `${this.tabulation.applicant}：${path}${name}`,
      message: {
        zh: `这是${entity}的事实，不在${item ?? '企业'}的表里`,
        en: `this is a fact of another table (${entity})`,
      },
      hint: isItems
        ? { zh: `请写成 ${entity}: [ { ${name}: … } ]`, en: `write ${entity}: [ { ${name}: … } ]` }
        : { zh: '请写在最外层', en: 'write it at the top' },
    });
    return false;
  }

  private annual(
    fact: Fact,
    { byYear, relative, stated }: FactEntry & { readonly kind: 'annual' },
    path: string,
    row: Record<string, string>,
  ): void {
    const put = (column: string, figure: Rational) => {
      const cell = this.figure(fact, figure, path);
      if (cell !== undefined) row[column] = cell;
    };
    const { baseYear } = this.tabulation;
    for (const [back, figure] of relative) put(factColumn(fact, baseYear - back), figure);
    // What is stated of a year by its number goes before what is stated of it by its distance.
    for (const [year, figure] of byYear) put(factColumn(fact, year), figure);
    for (const [aspect, column] of statedAspects) {
      const figure = stated.get(referenceKey({ name: fact.name, aspect }));
      if (figure !== undefined) put(aspectColumn(fact, column), figure);
    }
  }

  private cell(fact: Fact, value: Value, path: string): string | undefined {
    switch (value.kind) {
      case 'number':
        return this.figure(fact, value.value, path);
      case 'date':
      case 'truth':
        return String(value.value);
      case 'choice':
      case 'text':
        return value.value;
    }
  }

  private figure(fact: Fact, figure: Rational, path: string): string | undefined {
    const places = columnKind(fact) === 'decimal' ? decimalPlaces : 0;
    const scaled = fraction.multiply(figure, rational(10n ** BigInt(places), 1n));
    if (scaled.denominator === 1n) return decimal(scaled.numerator, places);
    this.faults.push({
      code: 'not_tabular',
      place: `${this.tabulation.applicant}：${path}${fact.name}`,
      message: {
        zh: `数据表的列只有 ${places} 位小数，写不下这个数`,
        en: `a column has ${places} decimal digits, which cannot hold this number`,
      },
      hint: { zh: '请写成有限位的小数', en: 'write it with fewer digits' },
    });
    return undefined;
  }

  /** The payments of an applicant (no entity) or of one of its items; whether they are all there. */
  history(
    { payments, totals }: History,
    of: { readonly entity: string; readonly item: string } | undefined,
    path: string,
  ): TextRow {
    if (totals.size > 0)
      this.faults.push({
        code: 'not_tabular',
        place: `${this.tabulation.applicant}：${path}${[...totals.keys()].join('、')}`,
        message: {
          zh: '数据表只认逐笔的历史，不认单独写的“已获”合计',
          en: 'tables hold payments one by one, not a total received that stands alone',
        },
        hint: {
          zh: '请改写成“历史: [ { 事项, 日期, 金额 } ]”；没有得过就写空的列表',
          en: 'write “history: [ { matter, date, amount } ]”; an empty list if nothing was received',
        },
      });
    if (payments === undefined) return {};
    for (const { about, matter, date, fen } of payments)
      this.put(paymentTable, {
        [paymentColumns.entity]: of?.entity ?? null,
        [paymentColumns.item]: of?.item ?? null,
        [paymentColumns.about]: about,
        [paymentColumns.matter]: matter,
        [paymentColumns.paidOn]: date.toString(),
        [paymentColumns.fen]: fen.toString(),
      });
    return { [paymentsComplete]: 'true' };
  }
}

function decimal(scaled: bigint, places: number): string {
  if (places === 0) return scaled.toString();
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/**
 * One applicant as rows of a population's tables (docs/city.md): the reverse of `factSetOf`. Faults name what a table cannot hold: a number
 * with more digits than its column, a total received without its payments.
 */
export function tabulateFacts(
  { entries, items, history }: FactSet,
  tabulation: Tabulation,
): Result<TabulatedRows, readonly PopulationFault[]> {
  const tabulator = new Tabulator(tabulation);
  const listed: Record<string, string> = {};
  for (const { id, name } of tabulation.vocabulary.entities.values()) {
    const list = items.get(name);
    if (list === undefined) continue;
    listed[listedColumn(id)] = 'true';
    for (const [index, item] of list.entries()) {
      const path = `${name}[${index}].`;
      const place = { entity: id, item: String(index) };
      tabulator.put(id, {
        [itemNumber]: place.item,
        ...tabulator.cells(item.entries, name, path),
        ...tabulator.history(item.history, place, path),
      });
    }
  }
  tabulator.put(enterpriseTable, {
    ...listed,
    ...tabulator.cells(entries, undefined, ''),
    ...tabulator.history(history, undefined, ''),
  });
  const { rows, faults } = tabulator;
  return faults.length === 0 ? ok(rows) : fail(faults);
}
