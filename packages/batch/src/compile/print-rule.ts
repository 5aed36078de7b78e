import { enterpriseId } from '../population/columns.ts';
import type { Vocabulary } from '@luodi/language';
import type { Dialect } from '../sql/dialect.ts';
import type { Labels } from '../sql/layers.ts';
import { comment, nested, printSelect } from '../sql/print-select.ts';
import type { Output } from '../sql/print-select.ts';
import type { CompiledRule } from './compile-rule.ts';
import { BasePrinter } from './print-base.ts';
import type { PopulationTables } from './query-columns.ts';
import { combineSql } from './relation.ts';

/** What a rule's query yields beside the applicant, and what it may rely on. */
export interface PrintOptions {
  /** With the bits of the facts that are missing. */
  readonly missing?: boolean;
  /** Whether tables of items hold none of applicants that do not list them, so that rules need not look. */
  readonly onlyListed?: boolean;
}

/** What the columns of a result are called. */
const resultColumns = {
  status: 'status',
  kind: 'kind',
  lowerFen: 'lower_fen',
  upperFen: 'upper_fen',
  missing: 'missing',
} as const;

function outputsOf(
  { judgement }: CompiledRule,
  { missing = false }: PrintOptions,
): readonly Output[] {
  const { status, amountKind, lowerFen, upperFen } = judgement;
  const outputs = [
    { name: resultColumns.status, term: status },
    { name: resultColumns.kind, term: amountKind },
    { name: resultColumns.lowerFen, term: lowerFen },
    { name: resultColumns.upperFen, term: upperFen },
  ];
  return missing ? [...outputs, { name: resultColumns.missing, term: judgement.missing }] : outputs;
}

function headerOf({ measure, date }: CompiledRule): string {
  const { id, clause, quote } = measure;
  const { source } = quote;
  return [
    comment(`${id} · ${date.toString()}`),
    comment(`${clause} 〔${source.file}:${source.from}-${source.to}〕`),
    comment(`“${quote.text}”`),
  ].join('\n');
}

/**
 * The query of a rule: a row for each applicant with `enterprise_id`, `status`, `kind`, `lower_fen`, `upper_fen` (null = open above) and, if
 * asked for, `missing`. Where a rule runs over listed items, an applicant that lists none has no row: it is not entitled.
 */
export function printRule(
  rule: CompiledRule,
  vocabulary: Vocabulary,
  population: PopulationTables,
  dialect: Dialect,
  options: PrintOptions = {},
): string {
  const { items } = rule;
  const base = (of: CompiledRule, listingNone: string | undefined): BasePrinter =>
    new BasePrinter(
      {
        vocabulary,
        date: of.date,
        received: of.received,
        itemSums: of.itemSums,
        entity: of.items?.entity,
        listingNone,
        onlyListed: options.onlyListed ?? false,
        population,
      },
      dialect,
    );
  const outputs = outputsOf(rule, options);
  if (items === undefined)
    return `${headerOf(rule)}\n${printRows(rule, outputs, base(rule, undefined), dialect)}`;
  const listed = printItemRule(rule, outputs, labelsOf(rule), base(rule, undefined), dialect);
  const { loose } = items;
  if (isNever(loose)) return `${headerOf(rule)}\n${listed}`;
  const others = printRows(loose, outputsOf(loose, options), base(loose, items.entity), dialect);
  const words = comment('未列明细的：当作一项，其他未知');
  return `${headerOf(rule)}\n${listed}\nUNION ALL\n${words}\n${others}`;
}

/** Whether nobody is entitled: then no rows say the same. */
function isNever({ judgement: { status } }: CompiledRule): boolean {
  return status.kind === 'text' && status.value === 'not_entitled';
}

function labelsOf({ labels }: CompiledRule): Labels {
  return new Map(labels.map(({ term, name, comment: words }) => [term, { name, comment: words }]));
}

/** A row for each applicant. */
function printRows(
  rule: CompiledRule,
  outputs: readonly Output[],
  base: BasePrinter,
  dialect: Dialect,
): string {
  return printSelect(outputs, {
    relation: base.print(outputs.map(({ term }) => term)),
    keys: [enterpriseId],
    labels: labelsOf(rule),
    dialect,
  });
}

function printItemRule(
  rule: CompiledRule,
  outputs: readonly Output[],
  labels: Labels,
  base: BasePrinter,
  dialect: Dialect,
): string {
  const columns = rule.items?.columns ?? [];
  const sums = printSelect(
    columns.map(({ column, term }) => ({ name: column, term })),
    {
      relation: base.print(columns.map(({ term }) => term)),
      keys: [enterpriseId],
      labels,
      dialect,
      wrap: (sql, { name }) => combineSql(sql, name, columns, dialect),
      tail: `GROUP BY ${dialect.identifier(enterpriseId)}`,
    },
  );
  return printSelect(outputs, {
    relation: nested(sums, 'summed'),
    keys: [enterpriseId],
    labels: new Map(),
    dialect,
  });
}
