import { Temporal } from '@luodi/kernel';
import { enterpriseId, itemNumber, paymentColumns, paymentTable } from '../population/columns.ts';
import type { Dialect } from '../sql/dialect.ts';
import { nested } from '../sql/print-select.ts';
import type { Received } from './query-columns.ts';
import { plainSelect } from './relation.ts';

/** Number that stands for the applicant itself beside those of its items. */
const applicantItself = -1;

/** Which payments are summed up. */
export interface ReceivedRequest {
  readonly received: readonly Received[];
  /** Items of this table each have sums of their own; `undefined`: applicants have. */
  readonly table: string | undefined;
  /** What 本年 is. */
  readonly year: number;
}

const paidItem = 'paid_item';

/** The SELECT of what applicants, or their items, received: a row for each that did. */
export function printReceived(request: ReceivedRequest, dialect: Dialect): string {
  const id = (name: string): string => dialect.identifier(name);
  const sums = request.received.map((each) => receivedSum(each, request.year, dialect));
  const itself = `${id(paymentColumns.entity)} IS NULL`;
  if (request.table === undefined)
    return plainSelect(
      [id(enterpriseId), ...sums],
      id(paymentTable),
      `${itself}\nGROUP BY ${id(enterpriseId)}`,
    );
  const { about, matter, paidOn, fen, entity, item } = paymentColumns;
  const number = `coalesce(${id(item)}, ${dialect.whole(BigInt(applicantItself), false)})`;
  const rows = plainSelect(
    [id(enterpriseId), `${number} AS ${id(paidItem)}`, ...[about, matter, paidOn, fen].map(id)],
    id(paymentTable),
    `${itself} OR ${id(entity)} = ${dialect.text(request.table)}`,
  );
  return plainSelect(
    [id(enterpriseId), `${id(paidItem)} AS ${id(itemNumber)}`, ...sums],
    `${nested(rows, 'payments')}\nGROUP BY ${id(enterpriseId)}, ${id(paidItem)}`,
  );
}

function receivedSum({ about, measure, column }: Received, year: number, dialect: Dialect): string {
  const id = (name: string): string => dialect.identifier(name);
  const topic = dialect.text(about);
  const named = `(${id(paymentColumns.about)} = ${topic} OR ${id(paymentColumns.matter)} = ${topic})`;
  const [first, last] = [
    dialect.date(Temporal.PlainDate.from({ year, month: 1, day: 1 })),
    dialect.date(Temporal.PlainDate.from({ year, month: 12, day: 31 })),
  ];
  const inYear = `${id(paymentColumns.paidOn)} BETWEEN ${first} AND ${last}`;
  const when = measure === 'this_year' ? `${named} AND ${inYear}` : named;
  const value = measure === 'count' ? dialect.whole(1n, false) : id(paymentColumns.fen);
  const sum = dialect.sum(`CASE WHEN ${when} THEN ${value} ELSE 0 END`, false);
  return `${sum} AS ${id(column)}`;
}
