import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Temporal } from '@luodi/kernel';
import { expect } from 'vitest';
import { readCity } from '../src/content/city-content.ts';
import { readSamples } from '../src/content/sample-folder.ts';
import type { ArchivedFiles } from '../src/content/served-versions.ts';
import type { Database } from '@luodi/platform';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { demonstration } from '../src/identity/identity-settings.ts';
import { createApp } from '../src/create-app.ts';
import { nothingSet } from '../src/server-settings.ts';
import { noSources } from '../src/facts/fact-sources-file.ts';
import { CitySimulation } from '../src/simulation/city-simulation.ts';
import type { PassageSearch } from '../src/search/passage-search.ts';
import type { Dependencies } from '../src/create-app.ts';

const townFolder = fileURLToPath(new URL('town', import.meta.url));

/** For who does not search: nothing is found. */
const noSearch: PassageSearch = { state: 'ready', find: async () => ({ total: 0, hits: [] }) };

/** For who needs no system of record: it is empty, and keeps nothing. */
const noDatabase: Database = {
  queries: new Kysely({
    dialect: {
      createDriver: () => new DummyDriver(),
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (database) => new PostgresIntrospector(database),
    },
  }),
  answers: async () => true,
  close: async () => {},
};

/** The made-up town as it is now, with nothing archived unless given. */
export async function townApp(changes: Partial<Dependencies> = {}) {
  const content = await readCity(townFolder);
  const today = () => Temporal.PlainDate.from('2026-06-01');
  const app = createApp({
    content,
    simulation: new CitySimulation({
      content,
      profile: join(townFolder, 'no-such-profile.yaml'),
      cache: join(tmpdir(), 'luodi-town'),
      today,
      sizes: [],
    }),
    samples: await readSamples(townFolder),
    archive: { find: async () => [] },
    databaseAnswers: async () => true,
    search: noSearch,
    database: noDatabase,
    identity: demonstration,
    settings: nothingSet,
    factSources: noSources,
    holidays: [],
    now: () => new Date('2026-06-01T01:00:00Z'),
    today,
    webDist: join(townFolder, 'no-such-folder'),
    ...changes,
  });
  return { app, content, version: content.evaluator.content.version };
}

/** The town as it was when its rate was a fifth. */
export async function formerTown(): Promise<ArchivedFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'luodi-town-'));
  try {
    await cp(townFolder, folder, { recursive: true });
    const file = join(folder, 'documents/town-growth.policy.md');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replaceAll('10%', '20%').replace('最高 30万元', '最高 60万元'));
    const { files, evaluator } = await readCity(folder);
    return { version: evaluator.content.version, city: 'town', files };
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Town = Awaited<ReturnType<typeof townApp>>['app'];

/** What is found at a path, as data; anything but an answer is a failed test. */
export async function getJson(app: Town, path: string): Promise<unknown> {
  const answer = await app.request(path);
  expect(answer.status).toBe(200);
  return answer.json();
}

/** Posts JSON, or a text as it stands. */
export function post(app: Town, path: string, body: unknown): Response | Promise<Response> {
  return app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
