import { readAs, systemActor } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { warmUp } from '../src/warm-up.ts';
import { recordApp } from './record-app.ts';
import type { RecordApp } from './record-app.ts';

function written({ queries }: Database) {
  return readAs(queries, systemActor('test'), async (transaction) => ({
    journal: await transaction.selectFrom('journal').selectAll().execute(),
    commands: await transaction.selectFrom('command').selectAll().execute(),
  }));
}

describe('warming up', () => {
  let record: RecordApp;
  beforeAll(async () => {
    record = await recordApp();
  });
  afterAll(() => vi.restoreAllMocks());

  const listener = () => vi.fn((path: string, init: RequestInit) => record.app.request(path, init));

  test('asks what people ask and changes nothing', async () => {
    const before = await written(record.database);
    const asked = listener();
    await warmUp(record.database, asked).done;
    expect(new Set(asked.mock.calls.map(([path]) => path))).toEqual(
      new Set(['/api/session', '/api/cases']),
    );
    expect(await written(record.database)).toEqual(before);
  });

  test('ends after the first round when the server ends', async () => {
    const asked = listener();
    await warmUp(record.database, asked).stop();
    expect(asked).toHaveBeenCalledTimes(20);
  });

  test('is given up without harm when the database is gone', async () => {
    await record.database.close();
    const said = vi.spyOn(console, 'error').mockReturnValue();
    await warmUp(record.database, () => new Response()).done;
    expect(said).toHaveBeenCalledWith('warm-up:', expect.anything());
  });
});
