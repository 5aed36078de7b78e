import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { loadContent } from '@luodi/language';
import type { Content } from '@luodi/language';
import { readContentFolder } from '@luodi/platform';
import {
  attachPopulation,
  generatePopulation,
  readProfile,
} from '../../../src/population/index.ts';
import type { GenerationOptions, PopulationPlan } from '../../../src/population/index.ts';

const city = new URL('../../../../../content/hangzhou/', import.meta.url).pathname;

export const profileText = await readFile(join(city, 'population/profile.yaml'), 'utf8');

export async function hangzhou(): Promise<Content> {
  return loadContent(await readContentFolder(city)).content;
}

export function planOf(content: Content, text = profileText): PopulationPlan {
  const plan = readProfile(text, 'profile.yaml', content);
  if (!plan.ok) throw new Error(plan.error.map((fault) => fault.message.zh).join('\n'));
  return plan.value;
}

/** A folder that is gone when the test is. */
export async function withFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'luodi-population-'));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function connect(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:');
  return await instance.connect();
}

/** Generates a city and reads it with a connection to its tables. */
export async function inCity<T>(
  content: Content,
  options: Pick<GenerationOptions, 'size' | 'seed'> & Partial<GenerationOptions>,
  read: (connection: DuckDBConnection, folder: string) => Promise<T>,
): Promise<T> {
  return await withFolder(async (folder) => {
    const plan = options.plan ?? planOf(content);
    const made = await generatePopulation({ ...options, plan, folder });
    if (!made.ok) throw new Error(made.error.map((fault) => fault.message.zh).join('\n'));
    const connection = await connect();
    try {
      const attached = await attachPopulation(connection, folder, content.vocabulary);
      if (!attached.ok) throw new Error(attached.error.map((fault) => fault.message.zh).join('\n'));
      return await read(connection, folder);
    } finally {
      connection.closeSync();
    }
  });
}

export async function rowsOf(connection: DuckDBConnection, sql: string) {
  return (await connection.runAndReadAll(sql)).getRows();
}
