import { randomBytes } from 'node:crypto';
import { openDatabase } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doorTo } from '../../../test/database-door.ts';
import type { DatabaseDoor } from '../../../test/database-door.ts';
import { errorResponse, healthResponse } from '../src/contract/index.ts';
import { Browser, demoBrowser, recordApp } from './record-app.ts';
import type { App } from './record-app.ts';

const server = process.env['LUODI_TEST_DATABASE_URL'];
const schema = `luodi_away_${randomBytes(6).toString('hex')}`;

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function opened(url: string): Promise<Database> {
  const database = await openDatabase({ kind: 'server', url });
  if (!database.ok) throw new Error(database.error.message.en);
  return database.value;
}

describe.skipIf(server === undefined)('while the database is away', () => {
  let door: DatabaseDoor;
  let database: Database;
  let app: App;
  let officer: Browser;

  beforeAll(async () => {
    await onServer(`create schema ${schema}`);
    door = await doorTo(server ?? '');
    const url = new URL(door.url);
    url.searchParams.set('options', `-c search_path=${schema}`);
    database = await opened(url.href);
    const databaseAnswers = () => database.answers();
    ({ app } = await recordApp({ database, databaseAnswers }));
    officer = await demoBrowser(app, '演示·市科技局经办员');
    await door.shut();
  });
  afterAll(async () => {
    await database.close();
    await door.shut();
    await onServer(`drop schema ${schema} cascade`);
  });

  const asked = [
    { name: 'who reads', ask: () => officer.send('GET', '/api/work') },
    {
      name: 'who changes something',
      ask: () => officer.send('POST', '/api/cases/nothing/tasks', {}),
    },
    {
      name: 'who signs in',
      ask: () => new Browser(app).send('POST', '/api/session', { demo: '演示·市科技局经办员' }),
    },
    {
      name: 'who looks at what is public',
      ask: () => new Browser(app).send('GET', '/api/publicity'),
    },
  ];

  for (const c of asked)
    test(`${c.name} is told so, and when to ask again`, async () => {
      const answer = await c.ask();
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
      const { error } = errorResponse.parse(await answer.json());
      expect(error).toMatchObject({ code: 'database_unavailable', hint: '请稍后再试' });
    });

  test('an office whose people all sign in at once meanwhile is not told that its passwords are wrong', async () => {
    const together = Array.from({ length: 30 }, () =>
      new Browser(app).send('POST', '/api/session', { demo: '演示·市科技局经办员' }),
    );
    const statuses = (await Promise.all(together)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([503]));
  });

  const health = async () => healthResponse.parse(await (await app.request('/api/health')).json());

  test('the health says so', async () => {
    expect(await health()).toMatchObject({ status: 'degraded', database: 'unavailable' });
  });

  test('nothing has to be started anew when it is back, and who was signed in still is', async () => {
    await door.open();
    expect(await health()).toMatchObject({ database: 'ok' });
    for (const path of ['/api/work', '/api/publicity'])
      expect((await officer.send('GET', path)).status).toBe(200);
  });
});
