import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Vocabulary } from '@luodi/language';
import pg from 'pg';
import { z } from 'zod';
import { doubleQuoted } from '../../dialect/quoting.ts';
import { enterpriseTable } from '../columns.ts';
import { unfinished } from '../generate/population-manifest.ts';
import type { PopulationFault } from '../population-fault.ts';
import { possibleTables, tableMeaning } from './column-meaning.ts';

/** Stands in the folder when everything was copied. */
const complete = 'copied';
const rowsAtOnce = 5_000;
const rowsShape = z.array(z.array(z.string().nullable()));

function cellOf(text: string | null): string {
  return text === null ? '' : `"${text.replaceAll('"', '""')}"`;
}

/** The columns of a table that a fact or the run reads; none where there is no such table. */
async function columnsIn(client: pg.Client, table: string, vocabulary: Vocabulary) {
  const { rows } = await client.query<{ there: boolean }>(
    'select to_regclass($1) is not null as there',
    [doubleQuoted(table)],
  );
  if (rows[0]?.there !== true) return [];
  const { fields } = await client.query(`select * from ${doubleQuoted(table)} limit 0`);
  const meaning = tableMeaning(table, vocabulary);
  return fields.map(({ name }) => name).filter((name) => meaning?.of(name) !== undefined);
}

interface Copying {
  readonly folder: string;
  readonly signal: AbortSignal | undefined;
  readonly onRows: (count: number) => void;
}

async function copyTable(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  { folder, signal, onRows }: Copying,
): Promise<void> {
  const file = createWriteStream(join(folder, `${table}.csv`));
  const write = async (line: string) => {
    if (!file.write(`${line}\n`)) await once(file, 'drain');
  };
  await write(columns.map(cellOf).join(','));
  const texts = columns.map((column) => `${doubleQuoted(column)}::text`).join(', ');
  await client.query(
    `declare rows no scroll cursor for select ${texts} from ${doubleQuoted(table)}`,
  );
  for (;;) {
    signal?.throwIfAborted();
    const text = `fetch ${rowsAtOnce} from rows`;
    const page = rowsShape.parse((await client.query({ text, rowMode: 'array' })).rows);
    for (const row of page) await write(row.map(cellOf).join(','));
    onRows(page.length);
    if (page.length < rowsAtOnce) break;
  }
  await client.query('close rows');
  file.end();
  await once(file, 'finish');
}

/** The words of an error; one that only gathers others, as when no address answers, has none of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

const noEnterprises: PopulationFault = {
  code: 'not_a_population',
  place: 'PostgreSQL',
  message: {
    zh: '数据库的搜索路径里没有 enterprise 表，或它没有认得的列',
    en: 'the search path of the database has no table enterprise, or none of its columns is known',
  },
  hint: {
    zh: '请建一张 enterprise 表或视图，列 enterprise_id 和事实的标识（luodi facts 列出）；在别的 schema 里就在地址后写 ?options=-c%20search_path=名称',
    en: 'make a table or view enterprise with enterprise_id and the ids of facts (luodi facts lists them); in another schema add ?options=-c%20search_path=NAME to the address',
  },
};

function unreadable(error: unknown): PopulationFault {
  const why = reasonOf(error);
  return {
    code: 'not_a_population',
    place: 'PostgreSQL',
    message: { zh: `数据库读不出来（${why}）`, en: `the database cannot be read (${why})` },
    hint: {
      zh: '请检查地址、口令和权限；搜索路径里要有 enterprise 表',
      en: 'check the address, the password and the rights; the search path needs a table enterprise',
    },
  };
}

const cancelled: PopulationFault = {
  code: 'cancelled',
  place: 'PostgreSQL',
  message: { zh: '已取消', en: 'cancelled' },
  hint: { zh: '同一命令再运行就重新读', en: 'the same command reads again' },
};

/**
 * Copies the tables of a population from a PostgreSQL database into a folder of CSV files, all as of one instant. A folder that was
 * copied to the end stays as it is, so that a run that was interrupted goes on with the same rows. Bounded memory.
 *
 * @param onRows Told how many rows of enterprises were copied.
 */
export async function copyFromPostgres(
  url: string,
  folder: string,
  vocabulary: Vocabulary,
  {
    signal,
    onRows = () => {},
  }: { readonly signal?: AbortSignal; readonly onRows?: (count: number) => void } = {},
): Promise<Result<void, readonly PopulationFault[]>> {
  const done = join(folder, complete);
  if (
    await access(done).then(
      () => true,
      () => false,
    )
  )
    return ok(undefined);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, unfinished), '');
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query('begin isolation level repeatable read read only');
    for (const table of possibleTables(vocabulary)) {
      const columns = await columnsIn(client, table, vocabulary);
      const told = table === enterpriseTable ? onRows : () => {};
      if (table === enterpriseTable && columns.length === 0) return fail([noEnterprises]);
      if (columns.length > 0)
        await copyTable(client, table, columns, { folder, signal, onRows: told });
    }
    await client.query('commit');
  } catch (error) {
    return fail([signal?.aborted === true ? cancelled : unreadable(error)]);
  } finally {
    await client.end().catch(() => {});
  }
  await rm(join(folder, unfinished));
  await writeFile(done, '');
  return ok(undefined);
}

/** Lets the next copy into a folder read the database anew: what was copied is of no use. */
export async function forgetCopy(folder: string): Promise<void> {
  await rm(join(folder, complete), { force: true });
}
