import type { Dialect } from './dialect.ts';
import { layersOf } from './layers.ts';
import { TermPrinter } from './print-term.ts';
import type { Term } from './term.ts';

/** A column that a SELECT yields. */
export interface Output {
  readonly name: string;
  readonly term: Term;
  readonly comment?: string;
}

/** Text as a comment of one line: what would end it is taken out. */
export function comment(text: string): string {
  return `-- ${text.replaceAll(/\s+/g, ' ').trim()}`;
}

export function indent(sql: string): string {
  return sql
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

/** A SELECT in brackets, to be read from by another. */
export function nested(sql: string, name: string): string {
  return `(\n${indent(sql)}\n) AS ${name}`;
}

interface Line {
  readonly sql: string;
  readonly comment: string | undefined;
}

/** The columns of a SELECT, one a line, each with its comment after it. */
export function selectList(lines: readonly Line[]): string {
  return lines
    .map(({ sql, comment: words }, index) => {
      const separator = index < lines.length - 1 ? ',' : '';
      return `  ${sql}${separator}${words === undefined ? '' : ` ${comment(words)}`}`;
    })
    .join('\n');
}

/** How the outputs of a SELECT are written around their SQL. */
export type Wrap = (sql: string, output: Output) => string;

/**
 * A SELECT of `keys` and `outputs` from a relation. Terms that are used more than once, and those with labels, become columns of SELECTs in
 * between; `tail` is what follows the FROM, such as a GROUP BY.
 */
export function printSelect(
  relation: string,
  keys: readonly string[],
  outputs: readonly Output[],
  labels: ReadonlyMap<Term, { readonly name: string; readonly comment: string }>,
  dialect: Dialect,
  wrap: Wrap = (sql) => sql,
  tail = '',
): string {
  const names = new Map<Term, string>();
  let from = relation;
  for (const [depth, layer] of layersOf(
    outputs.map(({ term }) => term),
    labels,
  ).entries()) {
    const printer = new TermPrinter(dialect, names);
    const lines = layer.map(({ term, name, comment: words }) => ({
      sql: `${printer.printDefinition(term)} AS ${dialect.identifier(name)}`,
      comment: words,
    }));
    from = nested(`SELECT\n  *,\n${selectList(lines)}\nFROM ${from}`, `step_${depth + 1}`);
    for (const { term, name } of layer) names.set(term, name);
  }
  const printer = new TermPrinter(dialect, names);
  const lines = [
    ...keys.map((key) => ({ sql: dialect.identifier(key), comment: undefined })),
    ...outputs.map((output) => ({
      sql: `${wrap(printer.print(output.term), output)} AS ${dialect.identifier(output.name)}`,
      comment: output.comment,
    })),
  ];
  return `SELECT\n${selectList(lines)}\nFROM ${from}${tail === '' ? '' : `\n${tail}`}`;
}
