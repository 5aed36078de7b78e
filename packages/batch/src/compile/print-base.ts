import {
  enterpriseId,
  enterpriseTable,
  itemNumber,
  listedColumn,
  paymentsComplete,
  paymentTable,
} from '../population/columns.ts';
import type { Vocabulary } from '@luodi/language';
import type { PlainDate } from '@luodi/kernel';
import type { Dialect } from '../sql/dialect.ts';
import { nested, printSelect } from '../sql/print-select.ts';
import { columnName, columnsIn } from '../sql/term.ts';
import type { Column, Term } from '../sql/term.ts';
import { itemSumsTable } from './query-columns.ts';
import type { ItemSum, Received } from './query-columns.ts';
import { printReceived } from './print-received.ts';
import { combineSql, joinLeft, plainSelect, unique } from './relation.ts';
import type { Relation } from './relation.ts';

/** What the FROM of a rule needs to know. */
export interface BaseRequest {
  readonly vocabulary: Vocabulary;
  readonly date: PlainDate;
  readonly received: readonly Received[];
  readonly itemSums: readonly ItemSum[];
  /** Entity whose listed items are rows; `undefined`: applicants are. */
  readonly entity: string | undefined;
  /** Entity of which the applicants that are rows list no items; `undefined`: all applicants are. */
  readonly listingNone: string | undefined;
  /** Whether tables of items hold none of applicants that do not list them. */
  readonly onlyListed: boolean;
  readonly population: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Writes the relation that a rule's terms read: applicants or items, with their payments and sums over other items. */
export class BasePrinter {
  private readonly request: BaseRequest;
  private readonly dialect: Dialect;

  constructor(request: BaseRequest, dialect: Dialect) {
    this.request = request;
    this.dialect = dialect;
  }

  private id(name: string): string {
    return this.dialect.identifier(name);
  }

  private tableOf(entity: string): string {
    return this.request.vocabulary.entities.get(entity)?.id ?? entity;
  }

  /** The relation that the roots read, ready to stand after FROM. */
  print(roots: readonly Term[]): string {
    const columns = columnsIn(roots);
    const { entity, received, itemSums } = this.request;
    const rows = entity === undefined ? this.applicants(columns) : this.items(entity, columns);
    const withPayments = received.length === 0 ? rows : this.joinPayments(rows);
    return unique(itemSums.map((sum) => sum.entity)).reduce(
      (relation, each) => this.joinItemSums(relation, each),
      withPayments,
    ).sql;
  }

  private readsHistory(columns: readonly Column[]): boolean {
    return columns.some(
      ({ table, name }) =>
        name === paymentsComplete && (table === paymentTable || table === enterpriseTable),
    );
  }

  /** A column as the table of the population has it, or in millionths under a name of its own. */
  private read(column: Pick<Column, 'name' | 'decimal'>): string {
    const sql = this.id(column.name);
    return column.decimal
      ? `${this.dialect.millionths(sql)} AS ${this.id(columnName(column))}`
      : sql;
  }

  private applicants(columns: readonly Column[]): Relation {
    const own = columns.filter(({ table }) => table === enterpriseTable);
    const history = this.readsHistory(columns) ? [{ name: paymentsComplete, decimal: false }] : [];
    const read = [{ name: enterpriseId, decimal: false }, ...own, ...history];
    const list = unique(read.map((column) => this.read(column)));
    return {
      sql: nested(
        plainSelect(list, this.id(enterpriseTable), this.whereListingNone()),
        'applicants',
      ),
      columns: unique(read.map(columnName)),
    };
  }

  private whereListingNone(): string {
    const { listingNone } = this.request;
    if (listingNone === undefined) return '';
    const listed = this.id(listedColumn(this.tableOf(listingNone)));
    return `NOT coalesce(${listed}, ${this.dialect.truth(false)})`;
  }

  /** The items of those that list them. */
  private items(entity: string, columns: readonly Column[]): Relation {
    const table = this.tableOf(entity);
    const own = columns.filter((column) => column.table === table);
    const ofApplicant = columns.filter(
      (column) => column.table === enterpriseTable && column.name !== paymentsComplete,
    );
    const history = this.readsHistory(columns);
    const shared = [...own, ...ofApplicant].map(columnName);
    const names = [enterpriseId, itemNumber, ...shared, ...(history ? [paymentsComplete] : [])];
    const listed = this.listedRows(table, own, ofApplicant, history);
    return { sql: nested(listed, 'items'), columns: names };
  }

  private selectRows(table: string, own: readonly Column[], history: readonly string[]): string {
    return plainSelect(
      [
        this.id(enterpriseId),
        this.id(itemNumber),
        ...own.map((column) => this.read(column)),
        ...history,
      ],
      this.id(table),
    );
  }

  private listedRows(
    table: string,
    own: readonly Column[],
    ofApplicant: readonly Column[],
    history: boolean,
  ): string {
    const { dialect } = this;
    const itemHistory = 'item_history';
    const known = this.request.population.get(table)?.has(paymentsComplete) ?? false;
    const complete = known ? this.id(paymentsComplete) : dialect.unknown('truth', false);
    const rows = (named: string): string =>
      this.selectRows(table, own, history ? [`${complete} AS ${this.id(named)}`] : []);
    if (this.request.onlyListed && ofApplicant.length === 0) return rows(paymentsComplete);
    const listing = plainSelect(
      [this.id(enterpriseId), ...ofApplicant.map((column) => this.read(column))],
      this.id(enterpriseTable),
      this.id(listedColumn(table)),
    );
    const names = [enterpriseId, itemNumber, ...[...own, ...ofApplicant].map(columnName)];
    return plainSelect(
      [
        ...names.map((name) => this.id(name)),
        ...(history ? [`${this.id(itemHistory)} AS ${this.id(paymentsComplete)}`] : []),
      ],
      `${nested(rows(itemHistory), 'item_rows')} ${dialect.innerJoin} ${nested(listing, 'listing')} USING (${this.id(enterpriseId)})`,
    );
  }

  private joinPayments(relation: Relation): Relation {
    const { entity, received, date } = this.request;
    const table = entity === undefined ? undefined : this.tableOf(entity);
    const select = printReceived({ received, table, year: date.year }, this.dialect);
    const keys = table === undefined ? [enterpriseId] : [enterpriseId, itemNumber];
    const columns = received.map(({ column }) => column);
    return joinLeft(relation, { select, name: 'received', columns }, keys, this.dialect);
  }

  private joinItemSums(relation: Relation, entity: string): Relation {
    const { dialect, request } = this;
    const sums = request.itemSums.filter((sum) => sum.entity === entity);
    const inner = new BasePrinter(
      { ...request, entity, listingNone: undefined, received: [], itemSums: [] },
      dialect,
    );
    const select = printSelect(
      sums.map(({ column, term }) => ({ name: column, term })),
      {
        relation: inner.print(sums.map(({ term }) => term)),
        keys: [enterpriseId],
        labels: new Map(),
        dialect,
        wrap: (sql, { name }) => combineSql(sql, name, sums, dialect),
        tail: `GROUP BY ${this.id(enterpriseId)}`,
      },
    );
    const name = `${itemSumsTable}_${this.tableOf(entity)}`;
    const columns = sums.map(({ column }) => column);
    return joinLeft(relation, { select, name, columns }, [enterpriseId], dialect);
  }
}
