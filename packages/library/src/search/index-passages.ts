import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Kysely, RawBuilder } from 'kysely';
import type { Schema } from '@luodi/platform';
import { foldWords, gramsOf } from './grams.ts';
import type { SearchPassage } from './passages.ts';

/** Rows of one statement: few, because the embedded database runs where requests are answered, and they wait for each statement. */
const rowsAtOnce = 40;

/** An index made over rows that are there takes a fraction of the time of one kept while they come. */
const searched = ['grams', 'name_grams', 'departments', 'matters'] as const;

/** Grams as the lexemes of a text vector; their places in the text play no part. */
function vector(words: string): RawBuilder<string> {
  return sql<string>`array_to_tsvector(${[...gramsOf(words)]}::text[])`;
}

function rowOf(version: string, place: number, passage: SearchPassage) {
  const { document, clause, lines, words, names, upperFen } = passage;
  const title = [clause, document.title, document.titleEn, ...names].map(foldWords).join(' ');
  const folded = `${foldWords(words)} ${title}`;
  return {
    version,
    place,
    document: document.id,
    status: document.status,
    clause,
    line_from: lines.from,
    line_to: lines.to,
    names: sql<readonly string[]>`${names}::text[]`,
    shown: words,
    words: folded,
    grams: vector(folded),
    name_grams: vector(title),
    kinds: sql<readonly string[]>`${passage.kinds}::text[]`,
    departments: sql<readonly string[]>`${passage.departments}::text[]`,
    matters: sql<readonly string[]>`${passage.matters}::text[]`,
    valid_from: document.validity.from.toString(),
    valid_until: document.validity.until?.toString() ?? null,
    upper_fen: upperFen?.toString() ?? null,
  };
}

async function isIndexed(queries: Kysely<Schema>, version: string): Promise<boolean> {
  const there = await queries
    .selectFrom('search_passage')
    .select('place')
    .where('version', '=', version)
    .limit(1)
    .executeTakeFirst();
  return there !== undefined;
}

/**
 * Makes the passages of a content version findable, instead of those of the version before: all of them or, when it fails, none.
 * `build` is asked for them only when the version is not there yet. Answers whether there was anything to do.
 */
export async function indexPassages(
  queries: Kysely<Schema>,
  version: string,
  build: () => readonly SearchPassage[],
): Promise<boolean> {
  if (await isIndexed(queries, version)) return false;
  // Built before the transaction, so that nobody waits for it longer than for its statements.
  const passages = build();
  return queries.transaction().execute(async (transaction) => {
    if (await isIndexed(transaction, version)) return false;
    for (const column of searched)
      await sql`drop index if exists ${sql.id(`search_passage_${column}`)}`.execute(transaction);
    await transaction.deleteFrom('search_passage').execute();
    for (let at = 0; at < passages.length; at += rowsAtOnce) {
      const rows = passages
        .slice(at, at + rowsAtOnce)
        .map((passage, index) => rowOf(version, at + index, passage));
      await transaction.insertInto('search_passage').values(rows).execute();
      await setImmediate();
    }
    for (const column of searched) {
      await sql`create index ${sql.id(`search_passage_${column}`)} on search_passage using gin (${sql.id(column)})`.execute(
        transaction,
      );
      await setImmediate();
    }
    // Without figures of its own the planner would read every row.
    await sql`analyze search_passage`.execute(transaction);
    return true;
  });
}
