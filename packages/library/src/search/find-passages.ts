import { sql } from 'kysely';
import type { Kysely, RawBuilder } from 'kysely';
import type { PlainDate } from '@luodi/kernel';
import type { DocumentStatus } from '@luodi/language';
import type { Schema } from '@luodi/platform';
import { gramsAsked, termsOf } from './grams.ts';
import type { PassageKind } from './passages.ts';

/** What is looked for. Every filter that is given must hold. */
export interface SearchQuestion {
  /** Words; those that white space separates must all occur. Empty: all passages that pass the filters. */
  readonly query: string;
  readonly document?: string | undefined;
  readonly department?: string | undefined;
  readonly matter?: string | undefined;
  readonly kind?: PassageKind | undefined;
  readonly status?: DocumentStatus | undefined;
  /** In force on this day. */
  readonly date?: PlainDate | undefined;
  /** Some measure can bring at least this much. */
  readonly leastFen?: bigint | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** A passage that was found. */
export interface SearchHit {
  readonly document: string;
  readonly clause: string;
  readonly lines: { readonly from: number; readonly to: number };
  readonly names: readonly string[];
  readonly kinds: readonly string[];
  readonly words: string;
}

export interface SearchResult {
  readonly total: number;
  readonly hits: readonly SearchHit[];
}

function quoted(gram: string): string {
  return `'${gram.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** The lexemes that all must be there. */
function gramQuery(terms: readonly string[]): string {
  return [...new Set(terms.flatMap(gramsAsked))].map(quoted).join(' & ');
}

function conditions(
  version: string,
  terms: readonly string[],
  question: SearchQuestion,
): readonly RawBuilder<boolean>[] {
  const { document, department, matter, kind, status, date, leastFen } = question;
  const day = date?.toString();
  const all: (RawBuilder<boolean> | undefined)[] = [
    sql<boolean>`version = ${version}`,
    terms.length === 0 ? undefined : sql<boolean>`grams @@ ${gramQuery(terms)}::tsquery`,
    // Of a term of one or two characters the gram is proof; longer ones have their pairs, but perhaps not in a row.
    ...terms
      .filter((term) => Array.from(term).length > 2)
      .map((term) => sql<boolean>`strpos(words, ${term}) > 0`),
    document === undefined ? undefined : sql<boolean>`document = ${document}`,
    department === undefined
      ? undefined
      : sql<boolean>`departments @> array[${department}]::text[]`,
    matter === undefined ? undefined : sql<boolean>`matters @> array[${matter}]::text[]`,
    kind === undefined ? undefined : sql<boolean>`kinds @> array[${kind}]::text[]`,
    status === undefined ? undefined : sql<boolean>`status = ${status}`,
    day === undefined
      ? undefined
      : sql<boolean>`valid_from <= ${day}::date and (valid_until is null or valid_until >= ${day}::date)`,
    leastFen === undefined ? undefined : sql<boolean>`upper_fen >= ${leastFen.toString()}::bigint`,
  ];
  return all.filter((condition) => condition !== undefined);
}

interface Row {
  readonly document: string;
  readonly clause: string;
  readonly line_from: number;
  readonly line_to: number;
  readonly names: readonly string[];
  readonly kinds: readonly string[];
  readonly shown: string;
}

/**
 * Finds passages of a content version: exact for words of any length. Those come first whose name or heading has the words, then
 * documents that bind before drafts, then the order of the library.
 */
export async function findPassages(
  queries: Kysely<Schema>,
  version: string,
  question: SearchQuestion,
): Promise<SearchResult> {
  const terms = termsOf(question.query);
  const where = sql.join([...conditions(version, terms, question)], sql` and `);
  const inName =
    terms.length === 0
      ? sql<boolean>`false`
      : sql<boolean>`version = ${version} and name_grams @@ ${gramQuery(terms)}::tsquery`;
  const search = sql<Row & { readonly total: string | number }>`
    with found as materialized (
      select place, status from search_passage where ${where}
    ), named as materialized (
      select place from search_passage where ${inName}
    ), top as materialized (
      select place, place in (select place from named) as in_name, status <> 'final' as unbinding
      from found order by in_name desc, unbinding, place
      limit ${question.limit}::int offset ${question.offset}::int
    )
    select p.document, p.clause, p.line_from, p.line_to, p.names, p.kinds, p.shown,
      (select count(*) from found) as total
    from top join search_passage p on p.version = ${version} and p.place = top.place
    order by in_name desc, unbinding, top.place`;
  const { rows } = await queries.transaction().execute(async (transaction) => {
    // For a common word the planner would read every row, and does not reckon that its grams must be unpacked for that.
    await sql`set local enable_seqscan to off`.execute(transaction);
    return search.execute(transaction);
  });
  const [first] = rows;
  const total = first === undefined ? await countOf(queries, where, question) : Number(first.total);
  return {
    total,
    hits: rows.map(({ document, clause, line_from, line_to, names, kinds, shown }) => ({
      document,
      clause,
      lines: { from: line_from, to: line_to },
      names,
      kinds,
      words: shown,
    })),
  };
}

/** A page beyond the last has no rows to carry the total. */
async function countOf(
  queries: Kysely<Schema>,
  where: RawBuilder<unknown>,
  { offset }: SearchQuestion,
): Promise<number> {
  if (offset === 0) return 0;
  const { rows } = await sql<{ readonly total: string | number }>`
    select count(*) as total from search_passage where ${where}`.execute(queries);
  return Number(rows[0]?.total ?? 0);
}
