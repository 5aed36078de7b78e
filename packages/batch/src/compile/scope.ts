import { baseYearOf } from '@luodi/evaluation';
import type { FactReference } from '@luodi/evaluation';
import type { PlainDate } from '@luodi/kernel';
import type { Expression, Fact, Measure, Vocabulary } from '@luodi/language';
import {
  aspectColumn,
  columnKind,
  decimalPlaces,
  enterpriseTable,
  factColumn,
  largestFigure,
  largestWhole,
  listedColumn,
  paymentsComplete,
  paymentTable,
} from '../population/columns.ts';
import type { StatedAspect } from '../population/columns.ts';
import { NotCovered } from '../sql/not-covered.ts';
import { TermFactory } from '../sql/term-factory.ts';
import type { Range, Term } from '../sql/term.ts';
import { Intervals } from './intervals.ts';
import { QueryColumns } from './query-columns.ts';
import type { PopulationTables } from './query-columns.ts';
import { References } from './references.ts';
import type { SqlExpression } from './sql-value.ts';

/** The table that a rule runs over, and those whose columns it sees. */
export interface RuleScope {
  readonly measure: Measure;
  readonly vocabulary: Vocabulary;
  readonly date: PlainDate;
  readonly baseYear: number;
  readonly terms: TermFactory;
  readonly intervals: Intervals;
  readonly references: References;
  readonly columns: QueryColumns;
  /** How many years before the base year a derivation is looked at. */
  readonly yearsBack: number;
  /** Whether an item is in hand: its history counts, not the applicant's. */
  readonly entity: string | undefined;
  /** Inside 合计, 个数, 存在, 全部. */
  readonly inAggregate: boolean;
  readonly compile: (expression: Expression, scope: RuleScope) => SqlExpression;
}

/** A scope for one measure on one date over a population. */
export function ruleScope(
  measure: Measure,
  vocabulary: Vocabulary,
  date: PlainDate,
  population: PopulationTables,
  compile: RuleScope['compile'],
  shared?: References,
): RuleScope {
  const terms = new TermFactory();
  const perItem = vocabulary.entities.get(measure.subject)?.belongsTo !== undefined;
  return {
    measure,
    vocabulary,
    date,
    baseYear: baseYearOf(measure, date),
    terms,
    intervals: new Intervals(terms),
    references: new References(terms, shared),
    columns: new QueryColumns(population),
    yearsBack: 0,
    inAggregate: false,
    entity: perItem ? measure.subject : undefined,
    compile,
  };
}

const millionths = 10n ** BigInt(decimalPlaces);

function rangeOfFact(fact: Fact): Range {
  const largest = largestFigure(fact);
  return { least: fact.mayBeNegative ? -largest : 0n, greatest: largest };
}

const types = {
  truth: 'truth',
  whole: 'whole',
  decimal: 'whole',
  date: 'date',
  text: 'text',
} as const;

export function factNamed(name: string, { vocabulary }: RuleScope): Fact {
  const fact = vocabulary.facts.get(name);
  if (fact === undefined) throw new TypeError(`unresolved fact: ${name}`);
  return fact;
}

/** The table that holds a fact: that of its entity. */
function tableOf(fact: Fact, { vocabulary }: RuleScope): string {
  const entity = vocabulary.entities.get(fact.entity);
  return entity?.belongsTo === undefined ? enterpriseTable : entity.id;
}

/** A column of a fact; null where the population has none, or where no item of the fact's entity is in hand. */
function column(fact: Fact, name: string, scope: RuleScope): Term {
  const { terms, columns } = scope;
  const kind = columnKind(fact);
  const table = tableOf(fact, scope);
  const inHand = table === enterpriseTable || fact.entity === scope.entity;
  if (!inHand || !columns.has(table, name)) return terms.unknown(types[kind]);
  return terms.column(table, name, types[kind], {
    ...(kind === 'whole' || kind === 'decimal' ? { range: rangeOfFact(fact) } : {}),
    decimal: kind === 'decimal',
  });
}

/** What is stated of a fact so many years before the year in hand. */
export function statedColumn(fact: Fact, yearsBefore: number, scope: RuleScope): Term {
  return column(fact, factColumn(fact, scope.baseYear - scope.yearsBack - yearsBefore), scope);
}

/** What is stated over years, as seen from the base year. */
export function aspectStated(fact: Fact, aspect: StatedAspect, scope: RuleScope): Term {
  if (scope.yearsBack === 0) return column(fact, aspectColumn(fact, aspect), scope);
  return scope.terms.unknown(types[columnKind(fact)]);
}

/** What is stated for the years before the year in hand. */
export function earlierColumns(fact: Fact, scope: RuleScope): readonly Term[] {
  const table = tableOf(fact, scope);
  return scope.columns
    .yearsOf(table, fact.id)
    .filter((year) => year < scope.baseYear - scope.yearsBack)
    .map((year) => column(fact, factColumn(fact, year), scope));
}

/** What a stated figure of one is in the column: 1, or a million where millionths are held. */
export function unitOf(fact: Fact): bigint {
  return columnKind(fact) === 'decimal' ? millionths : 1n;
}

/** Whether the items of an entity are listed; never null. */
export function listedOf(entity: string, { vocabulary, terms, columns }: RuleScope): Term {
  const name = listedColumn(vocabulary.entities.get(entity)?.id ?? entity);
  if (!columns.has(enterpriseTable, name)) return terms.no;
  return terms.isTrue(terms.column(enterpriseTable, name, 'truth'));
}

/** Whether the payments to the applicant, or for the item in hand, are all known; never null. */
function historyKnown({ terms, entity }: RuleScope): Term {
  const table = entity === undefined ? enterpriseTable : paymentTable;
  return terms.isTrue(terms.column(table, paymentsComplete, 'truth'));
}

/** Sums (in fen) or numbers of payments, null where history is not known. */
export function receivedColumn(
  about: string,
  measure: 'total' | 'this_year' | 'count',
  scope: RuleScope,
): Term {
  const { terms, columns } = scope;
  if (scope.inAggregate) throw new NotCovered('payments of items inside an aggregate');
  if (!columns.hasTable(paymentTable) || !columns.has(enterpriseTable, paymentsComplete))
    return terms.unknown('whole');
  const range = { least: 0n, greatest: largestWhole };
  const sum = terms.column(paymentTable, columns.receivedColumn(about, measure), 'whole', {
    range,
  });
  return terms.choose(
    [{ when: historyKnown(scope), value: terms.coalesce(sum, terms.zero) }],
    terms.unknown('whole'),
  );
}

/** A reference to a fact so many years before the base year; three years and more can only be stated by year. */
export function factReference({ name, annual }: Fact, yearsBefore: number): FactReference {
  if (!annual || yearsBefore === 0 || yearsBefore > 2) return { name, aspect: { kind: 'itself' } };
  return { name, aspect: { kind: 'years_before', years: yearsBefore === 1 ? 1 : 2 } };
}
