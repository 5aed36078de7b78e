import type { FactItem, FactSet, Payment } from '@luodi/evaluation';
import type { Content, Fact, Measure } from '@luodi/language';
import {
  columnKind,
  enterpriseId,
  enterpriseTable,
  factColumn,
  itemNumber,
  listedColumn,
  paymentColumns,
  paymentsComplete,
  paymentTable,
} from '../../src/population/columns.ts';
import type { ColumnKind } from '../../src/population/columns.ts';
import type { Applicants, Cell, Row } from './applicant-tables.ts';
import { RandomFacts } from './random-facts.ts';
import { RandomNumbers } from './random-numbers.ts';
import { limitsByFact, topicsOf } from './rule-limits.ts';
import type { Topic } from './rule-limits.ts';

const years = Array.from({ length: 12 }, (_, index) => 2016 + index);

const fixedKinds: ReadonlyMap<string, ColumnKind> = new Map([
  [enterpriseId, 'whole'],
  [itemNumber, 'whole'],
  [paymentColumns.entity, 'text'],
  [paymentColumns.about, 'text'],
  [paymentColumns.matter, 'text'],
  [paymentColumns.paidOn, 'date'],
  [paymentColumns.fen, 'whole'],
]);

/** Fills the tables with the applicants of one seed. */
class ApplicantsOfSeed {
  private readonly content: Content;
  private readonly random: RandomNumbers;
  private readonly facts: RandomFacts;
  private readonly topics: readonly Topic[];
  private readonly rows: Map<string, Row[]>;

  constructor(
    content: Content,
    measures: readonly Measure[],
    seed: number,
    rows: Map<string, Row[]>,
  ) {
    this.content = content;
    this.random = new RandomNumbers(seed);
    this.facts = new RandomFacts(content, years, limitsByFact(content, measures), this.random);
    this.topics = topicsOf(measures);
    this.rows = rows;
  }

  private put(table: string, row: Row): void {
    const rows = this.rows.get(table) ?? [];
    rows.push(row);
    this.rows.set(table, rows);
  }

  private factsOf(entities: readonly string[]): readonly Fact[] {
    const { facts } = this.content.vocabulary;
    return [...facts.values()].filter(({ entity }) => entities.includes(entity));
  }

  /** The payments of an applicant or an item, as a history and as rows; or none of them is known. */
  private history(
    applicant: bigint,
    entity: string | null,
    item: bigint | null,
  ): FactSet['history'] {
    const complete = this.random.chance(0.5);
    const count = complete && this.topics.length > 0 ? this.random.below(4) : 0;
    const payments: readonly Payment[] = Array.from({ length: count }, () => ({
      ...(this.random.pick(this.topics) ?? { about: '', matter: '' }),
      date: this.facts.day(),
      fen: BigInt(this.random.below(3)) * 50_000_000n,
    }));
    for (const { about, matter, date, fen } of payments)
      this.put(paymentTable, {
        [enterpriseId]: applicant,
        [paymentColumns.entity]: entity,
        [paymentColumns.item]: item,
        [paymentColumns.about]: about,
        [paymentColumns.matter]: matter,
        [paymentColumns.paidOn]: date.toString(),
        [paymentColumns.fen]: fen,
      });
    return {
      payments: complete ? payments : undefined,
      totals: new Map(),
      mattersReceived: new Set(),
    };
  }

  private items(
    applicant: bigint,
    name: string,
    table: string,
    holes: number,
  ): readonly FactItem[] {
    return Array.from({ length: this.random.below(4) }, (_, index) => {
      const number = BigInt(index);
      const { entries, row } = this.facts.draw(this.factsOf([name]), holes);
      const history = this.history(applicant, table, number);
      this.put(table, {
        [enterpriseId]: applicant,
        [itemNumber]: number,
        [paymentsComplete]: history.payments !== undefined,
        ...row,
      });
      return { label: `${name}${index + 1}`, entries, history };
    });
  }

  applicant(applicant: bigint): FactSet {
    const entities = [...this.content.vocabulary.entities.values()];
    const own = entities.filter(({ belongsTo }) => belongsTo === undefined);
    const holes = this.random.pick([0, 0.1, 0.3, 0.6]) ?? 0;
    const { entries, row } = this.facts.draw(this.factsOf(own.map(({ name }) => name)), holes);
    const items = new Map<string, readonly FactItem[]>();
    const listed: Record<string, Cell> = {};
    for (const { name, id, belongsTo } of entities) {
      if (belongsTo === undefined) continue;
      const isListed = this.random.chance(0.7);
      // That no list is given is said by null as by no.
      listed[listedColumn(id)] = isListed ? true : (this.random.pick([false, null]) ?? null);
      if (isListed) items.set(name, this.items(applicant, name, id, holes));
    }
    const history = this.history(applicant, null, null);
    this.put(enterpriseTable, {
      [enterpriseId]: applicant,
      [paymentsComplete]: history.payments !== undefined,
      ...listed,
      ...row,
    });
    return { entries, items, history };
  }
}

function kindsOfFacts(facts: Iterable<Fact>): ReadonlyMap<string, ColumnKind> {
  return new Map(
    [...facts].flatMap((fact) =>
      (fact.annual ? years.map((year) => factColumn(fact, year)) : [fact.id]).map(
        (column): [string, ColumnKind] => [column, columnKind(fact)],
      ),
    ),
  );
}

/**
 * Applicants with holes for the rules of the content, so many of each seed: every fact is unknown now and then, figures lie on and beside the
 * limits of the rules, items and payments are listed for some and not for others.
 */
export function randomApplicants(
  content: Content,
  { seeds, perSeed }: { readonly seeds: readonly number[]; readonly perSeed: number },
): Applicants {
  const measures = [...content.measures.values()];
  const rows = new Map<string, Row[]>();
  const facts = seeds.flatMap((seed, place) => {
    const drawn = new ApplicantsOfSeed(content, measures, seed, rows);
    return Array.from({ length: perSeed }, (_, index) =>
      drawn.applicant(BigInt(place * perSeed + index)),
    );
  });
  const kinds = new Map([...kindsOfFacts(content.vocabulary.facts.values()), ...fixedKinds]);
  const columnsOf = (row: Row | undefined): ReadonlyMap<string, ColumnKind> =>
    new Map(Object.keys(row ?? {}).map((column) => [column, kinds.get(column) ?? 'truth']));
  return {
    facts,
    tables: new Map(
      [...rows].map(([table, all]) => [table, { columns: columnsOf(all[0]), rows: all }]),
    ),
  };
}
