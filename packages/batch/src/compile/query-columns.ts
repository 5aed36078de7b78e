import type { Term } from '../sql/term.ts';

/** Where the query has sums over items from. */
export const itemSumsTable = 'item_sums';

/** Which columns a population has, by table. What it does not have is unknown of everybody. */
export type PopulationTables = ReadonlyMap<string, ReadonlySet<string>>;

/** 已获, 本年已获, 已获次数 of a measure or matter. */
export interface Received {
  readonly column: string;
  readonly about: string;
  readonly measure: 'total' | 'this_year' | 'count';
}

/** A whole number summed, or bits joined, over the items of an entity of one applicant. */
export interface ItemSum {
  readonly column: string;
  readonly entity: string;
  readonly combine: 'sum' | 'bit_or';
  readonly term: Term;
}

/** What the query of one rule needs beside the columns of facts; filled while the rule is compiled. */
export class QueryColumns {
  private readonly population: PopulationTables;
  private readonly payments: Received[] = [];
  private readonly sums: ItemSum[] = [];

  constructor(population: PopulationTables) {
    this.population = population;
  }

  hasTable(table: string): boolean {
    return this.population.has(table);
  }

  has(table: string, column: string): boolean {
    return this.population.get(table)?.has(column) ?? false;
  }

  /** The years that a table has figures of. */
  yearsOf(table: string, fact: string): readonly number[] {
    return [...(this.population.get(table) ?? [])]
      .flatMap((column) => {
        const year = column.startsWith(`${fact}_`) ? column.slice(fact.length + 1) : '';
        return /^\d{4}$/.test(year) ? [Number(year)] : [];
      })
      .sort((a, b) => a - b);
  }

  /** The name of the column that holds a sum (or number) of payments. */
  receivedColumn(about: string, measure: Received['measure']): string {
    const known = this.payments.find((sum) => sum.about === about && sum.measure === measure);
    if (known !== undefined) return known.column;
    const column = `received_${this.payments.length + 1}`;
    this.payments.push({ column, about, measure });
    return column;
  }

  /** The name of the column that holds a sum over items. */
  itemSum(entity: string, combine: ItemSum['combine'], term: Term): string {
    const column = `items_${this.sums.length + 1}`;
    this.sums.push({ column, entity, combine, term });
    return column;
  }

  get received(): readonly Received[] {
    return this.payments;
  }

  get itemSums(): readonly ItemSum[] {
    return this.sums;
  }
}
