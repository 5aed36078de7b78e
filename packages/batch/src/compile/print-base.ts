import {
  enterpriseId,
  enterpriseTable,
  itemNumber,
  listedColumn,
  paymentColumns,
  paymentsComplete,
  paymentTable,
} from '../population/columns.ts';
import type { Vocabulary } from '@luodi/language';
import type { PlainDate } from '@luodi/kernel';
import type { Dialect } from '../sql/dialect.ts';
import { nested, printSelect, selectList } from '../sql/print-select.ts';
import { columnsIn } from '../sql/term.ts';
import type { Column, Term } from '../sql/term.ts';
import { itemSumsTable } from './query-columns.ts';
import type { ItemSum, Received } from './query-columns.ts';

/** Number that stands for the applicant itself beside those of its items. */
const applicantItself = -1;

/** What the FROM of a rule needs to know. */
export interface BaseRequest {
  readonly vocabulary: Vocabulary;
  readonly date: PlainDate;
  readonly received: readonly Received[];
  readonly itemSums: readonly ItemSum[];
  /** Entity whose listed items are rows; `undefined`: applicants are. */
  readonly entity: string | undefined;
  readonly population: ReadonlyMap<string, ReadonlySet<string>>;
}

function namesOf(columns: readonly Column[], table: string): readonly string[] {
  return columns.filter((column) => column.table === table).map(({ name }) => name);
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function plainSelect(columns: readonly string[], from: string, where = ''): string {
  const list = selectList(columns.map((sql) => ({ sql, comment: undefined })));
  return `SELECT\n${list}\nFROM ${from}${where === '' ? '' : `\nWHERE ${where}`}`;
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
    const rows =
      entity === undefined ? this.applicants(columns) : this.items(entity, columns);
    const withPayments = received.length === 0 ? rows : this.joinPayments(rows);
    return this.entitiesOf(itemSums).reduce(
      (relation, each) => this.joinItemSums(relation, each),
      withPayments,
    );
  }

  private entitiesOf(sums: readonly ItemSum[]): readonly string[] {
    return unique(sums.map(({ entity }) => entity));
  }

  private readsHistory(columns: readonly Column[]): boolean {
    return columns.some(
      ({ table, name }) =>
        name === paymentsComplete && (table === paymentTable || table === enterpriseTable),
    );
  }

  private applicants(columns: readonly Column[]): string {
    const history = this.readsHistory(columns) ? [paymentsComplete] : [];
    const names = unique([enterpriseId, ...namesOf(columns, enterpriseTable), ...history]);
    return nested(
      plainSelect(
        names.map((name) => this.id(name)),
        this.id(enterpriseTable),
      ),
      'applicants',
    );
  }

  /** The items of those that list them; whoever lists none is a row of which nothing is known as an item. */
  private items(entity: string, columns: readonly Column[]): string {
    const { dialect } = this;
    const table = this.tableOf(entity);
    const own = unique(namesOf(columns, table));
    const has = this.request.population.get(table) ?? new Set();
    const history = this.readsHistory(columns);
    const ofApplicant = unique(namesOf(columns, enterpriseTable)).filter(
      (name) => name !== paymentsComplete,
    );
    const listed = this.id(listedColumn(table));
    const unknownOf = new Map(columns.map((column) => [column.name, column]));
    const blank = (name: string): string => {
      const column = unknownOf.get(name);
      const type = column?.decimal === true ? 'decimal' : (column?.type ?? 'whole');
      return type === 'decimal' ? dialect.unknownDecimal : dialect.unknown(type, false);
    };
    const itemHistory = has.has(paymentsComplete)
      ? this.id(paymentsComplete)
      : dialect.unknown('truth', false);
    const itemRows = plainSelect(
      [
        this.id(enterpriseId),
        this.id(itemNumber),
        ...own.map((name) => this.id(name)),
        ...(history ? [`${itemHistory} AS ${this.id('item_history')}`] : []),
      ],
      this.id(table),
    );
    const listing = plainSelect(
      [this.id(enterpriseId), ...ofApplicant.map((name) => this.id(name))],
      this.id(enterpriseTable),
      listed,
    );
    const names = [enterpriseId, itemNumber, ...own, ...ofApplicant];
    const listedRows = plainSelect(
      [
        ...names.map((name) => this.id(name)),
        ...(history ? [`${this.id('item_history')} AS ${this.id(paymentsComplete)}`] : []),
      ],
      `${nested(itemRows, 'item_rows')} INNER JOIN ${nested(listing, 'listing')} USING (${this.id(enterpriseId)})`,
    );
    const looseRows = plainSelect(
      [
        this.id(enterpriseId),
        `${applicantItself} AS ${this.id(itemNumber)}`,
        ...own.map((name) => `${blank(name)} AS ${this.id(name)}`),
        ...ofApplicant.map((name) => this.id(name)),
        ...(history ? [this.id(paymentsComplete)] : []),
      ],
      this.id(enterpriseTable),
      `NOT coalesce(${listed}, ${dialect.truth(false)})`,
    );
    return nested(`${listedRows}\nUNION ALL\n${looseRows}`, 'items');
  }

  private receivedSum({ about, measure, column }: Received): string {
    const { dialect } = this;
    const topic = dialect.text(about);
    const named = `(${this.id(paymentColumns.about)} = ${topic} OR ${this.id(paymentColumns.matter)} = ${topic})`;
    const year = this.request.date.year;
    const paidOn = this.id(paymentColumns.paidOn);
    const inYear = `${paidOn} BETWEEN ${dialect.date(this.request.date.with({ year, month: 1, day: 1 }))} AND ${dialect.date(this.request.date.with({ year, month: 12, day: 31 }))}`;
    const when = measure === 'this_year' ? `${named} AND ${inYear}` : named;
    const value = measure === 'count' ? dialect.whole(1n, false) : this.id(paymentColumns.fen);
    return `${dialect.narrow(dialect.sum(`CASE WHEN ${when} THEN ${value} ELSE ${dialect.whole(0n, false)} END`))} AS ${this.id(column)}`;
  }

  private joinPayments(relation: string): string {
    const { entity, received } = this.request;
    const sums = received.map((each) => this.receivedSum(each));
    const itself = `${this.id(paymentColumns.entity)} IS NULL`;
    if (entity === undefined) {
      const select = plainSelect(
        [this.id(enterpriseId), ...sums],
        this.id(paymentTable),
        `${itself}\nGROUP BY ${this.id(enterpriseId)}`,
      );
      return this.leftJoin(relation, select, 'received', [enterpriseId]);
    }
    const table = this.dialect.text(this.tableOf(entity));
    const number = `coalesce(${this.id(paymentColumns.item)}, ${applicantItself})`;
    const rows = plainSelect(
      [
        this.id(enterpriseId),
        `${number} AS ${this.id('paid_item')}`,
        this.id(paymentColumns.about),
        this.id(paymentColumns.matter),
        this.id(paymentColumns.paidOn),
        this.id(paymentColumns.fen),
      ],
      this.id(paymentTable),
      `${itself} OR ${this.id(paymentColumns.entity)} = ${table}`,
    );
    const select = plainSelect(
      [this.id(enterpriseId), `${this.id('paid_item')} AS ${this.id(itemNumber)}`, ...sums],
      `${nested(rows, 'payments')}\nGROUP BY ${this.id(enterpriseId)}, ${this.id('paid_item')}`,
    );
    return this.leftJoin(relation, select, 'received', [enterpriseId, itemNumber]);
  }

  private leftJoin(
    relation: string,
    select: string,
    name: string,
    keys: readonly string[],
  ): string {
    const using = keys.map((key) => this.id(key)).join(', ');
    const joined = `SELECT *\nFROM ${relation}\nLEFT JOIN ${nested(select, name)} USING (${using})`;
    return nested(joined, `with_${name}`);
  }

  private joinItemSums(relation: string, entity: string): string {
    const { dialect, request } = this;
    const sums = request.itemSums.filter((sum) => sum.entity === entity);
    const inner = new BasePrinter({ ...request, entity, received: [], itemSums: [] }, dialect);
    const roots = sums.map(({ term }) => term);
    const select = printSelect(
      inner.print(roots),
      [enterpriseId],
      sums.map(({ column, term }) => ({ name: column, term })),
      new Map(),
      dialect,
      (sql, { name }) => {
        const sum = sums.find(({ column }) => column === name);
        return sum?.combine === 'bit_or' ? dialect.bitOrOf(sql) : dialect.sum(sql);
      },
      `GROUP BY ${this.id(enterpriseId)}`,
    );
    return this.leftJoin(relation, select, `${itemSumsTable}_${this.tableOf(entity)}`, [
      enterpriseId,
    ]);
  }
}
