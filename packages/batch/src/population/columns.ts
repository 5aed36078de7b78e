import type { Fact, FactKind } from '@luodi/language';

/** What a column of a population holds, whatever the database calls it. */
export type ColumnKind = 'truth' | 'whole' | 'decimal' | 'date' | 'text';

/** Aspects of an annual fact that may be stated outright, as seen from the base year of a rule. */
export type StatedAspect = 'past_highest' | 'three_year_total' | 'three_year_mean';

/** Table of the applicants. Every other table names its applicant in the column `enterprise_id`. */
export const enterpriseTable = 'enterprise';

/** Table of payments received before, of the applicants that say that theirs are all there. */
export const paymentTable = 'payment';

/** What a payment says of itself. An `entity` (id) and `item` are given where an item received it; else both are null. */
export const paymentColumns = {
  entity: 'entity',
  item: 'item',
  /** The measure (name) or matter that was stated. */
  about: 'about',
  /** The matter that it counts under. */
  matter: 'matter',
  paidOn: 'paid_on',
  fen: 'fen',
} as const;

export const enterpriseId = 'enterprise_id';

/** Number of an item within its applicant, from 0. */
export const itemNumber = 'item';

/** The columns that every table of items has. */
export const itemColumns = [enterpriseId, itemNumber] as const;

/** The columns of the table of payments. */
export const allPaymentColumns = [enterpriseId, ...Object.values(paymentColumns)] as const;

/** Whether all payments that the applicant (or the item) received before are in the table of payments. */
export const paymentsComplete = 'payments_complete';

/** What an applicant is besides its facts, for counting results by it. A fact with such an id is stated by the same column. */
export const attributes = ['district', 'industry', 'size'] as const;
export type Attribute = (typeof attributes)[number];

/** Whether the items of an entity are all listed in its table; else nothing is known of them. */
export function listedColumn(entityId: string): string {
  return `${entityId}_listed`;
}

/** Column of a fact: of a state its id, of an annual figure its id and the year. */
export function factColumn(fact: Fact, year: number): string {
  return fact.annual ? `${fact.id}_${year}` : fact.id;
}

/** Column of what is stated of an annual fact over years. */
export function aspectColumn(fact: Fact, aspect: StatedAspect): string {
  return `${fact.id}_${aspect}`;
}

const kinds: Readonly<Record<FactKind, ColumnKind>> = {
  truth: 'truth',
  money: 'whole',
  count: 'whole',
  duration: 'whole',
  rate: 'decimal',
  number: 'decimal',
  measured: 'decimal',
  date: 'date',
  choice: 'text',
  text: 'text',
};

/** Money is held in fen, counts and durations in their base unit, all as whole numbers; other numbers with six decimal digits. */
export function columnKind(fact: Fact): ColumnKind {
  return kinds[fact.factKind];
}

/**
 * How large a column's figure may be beside zero. Within these bounds every rule is exact in every database; what lies
 * outside is refused when a population is read.
 */
export const largestWhole = 10_000_000_000_000_000n;
export const decimalPlaces = 6;
export const largestDecimal = 1_000_000_000_000n;

const largestCount = 1_000_000_000_000n;
/** Months or days: more than a thousand years. */
const largestDuration = 1_000_000n;

/** The largest figure of a fact as its column holds it, decimals in millionths; the least is its opposite, or zero. */
export function largestFigure(fact: Fact): bigint {
  if (columnKind(fact) === 'decimal') return largestDecimal * 10n ** BigInt(decimalPlaces);
  if (fact.factKind === 'count') return largestCount;
  return fact.factKind === 'duration' ? largestDuration : largestWhole;
}
