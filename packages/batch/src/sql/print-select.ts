import type { Dialect } from './dialect.ts';
import { layersOf } from './layers.ts';
import type { Labels } from './layers.ts';
import { TermPrinter } from './print-term.ts';
import { columnName, operandsOf } from './term.ts';
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

function indent(sql: string): string {
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

/** The columns below that definitions read: of terms that have a name the name, else columns. */
function readBy(
  definitions: readonly Term[],
  names: ReadonlyMap<Term, string>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<Term>();
  const visit = (term: Term): void => {
    if (seen.has(term)) return;
    seen.add(term);
    const name = names.get(term);
    if (name !== undefined) found.add(name);
    else if (term.kind === 'column') found.add(columnName(term));
    else operandsOf(term).forEach(visit);
  };
  definitions.forEach(visit);
  return found;
}

/** What a SELECT is made of beside what it yields. */
export interface SelectFrame {
  readonly relation: string;
  readonly keys: readonly string[];
  readonly labels: Labels;
  readonly dialect: Dialect;
  readonly wrap?: Wrap;
  /** What follows the FROM, such as a GROUP BY. */
  readonly tail?: string;
}

/** The columns that each step passes on to those after it, the first step first. */
function passedOn(
  definitions: readonly (readonly Term[])[],
  names: readonly ReadonlyMap<Term, string>[],
): readonly ReadonlySet<string>[] {
  let live: ReadonlySet<string> = new Set();
  const result: ReadonlySet<string>[] = [];
  for (let depth = definitions.length - 1; depth >= 0; depth--) {
    const before = names[depth] ?? new Map<Term, string>();
    const own = new Set(
      [...(names[depth + 1] ?? before).values()].filter((name) => live.has(name)),
    );
    for (const name of before.values()) own.delete(name);
    const kept = new Set([...live].filter((name) => !own.has(name)));
    result.unshift(kept);
    live = new Set([...kept, ...readBy(definitions[depth] ?? [], before)]);
  }
  return result;
}

/**
 * A SELECT of keys and outputs from a relation. Terms that are used more than once, and those with labels, become columns of SELECTs in
 * between.
 */
export function printSelect(outputs: readonly Output[], frame: SelectFrame): string {
  const { keys, labels, dialect, wrap = (sql) => sql, tail = '' } = frame;
  const roots = outputs.map(({ term }) => term);
  const layers = layersOf(roots, labels, (call) => dialect.repeats(call));
  const names: ReadonlyMap<Term, string>[] = [new Map()];
  for (const layer of layers)
    names.push(
      new Map([
        ...(names[names.length - 1] ?? []),
        ...layer.map(({ term, name }): [Term, string] => [term, name]),
      ]),
    );
  const kept = passedOn([...layers.map((layer) => layer.map(({ term }) => term)), roots], names);
  const key = (name: string): Line => ({ sql: dialect.identifier(name), comment: undefined });
  let from = frame.relation;
  for (const [depth, layer] of layers.entries()) {
    const printer = new TermPrinter(dialect, names[depth] ?? new Map());
    const passed = dialect.listsColumns
      ? [...new Set([...keys, ...(kept[depth] ?? [])])].map(key)
      : [{ sql: '*', comment: undefined }];
    const lines = layer.map(({ term, name, comment: words }) => ({
      sql: `${printer.printDefinition(term)} AS ${dialect.identifier(name)}`,
      comment: words,
    }));
    from = nested(
      `SELECT\n${selectList([...passed, ...lines])}\nFROM ${from}${dialect.stepEnd}`,
      `step_${depth + 1}`,
    );
  }
  const printer = new TermPrinter(dialect, names[names.length - 1] ?? new Map());
  const lines = [
    ...keys.map(key),
    ...outputs.map((output) => ({
      sql: `${wrap(printer.print(output.term), output)} AS ${dialect.identifier(output.name)}`,
      comment: output.comment,
    })),
  ];
  return `SELECT\n${selectList(lines)}\nFROM ${from}${tail === '' ? '' : `\n${tail}`}`;
}
