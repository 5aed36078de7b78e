import { ok } from '@luodi/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  openDatabase,
  runCommand,
  systemActor,
  verifyJournal,
  writeJournalHeads,
} from '../src/index.ts';
import type { Database } from '../src/index.ts';

let database: Database;

beforeAll(async () => {
  const opened = await openDatabase({ kind: 'memory' });
  if (!opened.ok) throw new Error(opened.error.message.en);
  database = opened.value;
});
afterAll(() => database.close());

async function act(instant: string): Promise<void> {
  const at = new Date(instant);
  await runCommand<string, never>(
    database.queries,
    { key: instant, name: 'act', actor: systemActor('test'), input: {}, at },
    () =>
      Promise.resolve(
        ok({ outcome: '', entry: { action: 'act', subject: 's', reason: '', detail: {} } }),
      ),
    String,
  );
}

test('a clock that ran years ahead for a while does not keep the days after it from their heads', async () => {
  for (const instant of ['2031-01-01', '2026-03-01', '2026-03-02', '2026-03-05'])
    await act(`${instant}T02:00:00Z`);
  const heads = await writeJournalHeads(database.queries, new Date('2026-03-05T04:00:00Z'));
  expect(heads.map(({ day, sequence }) => [day, sequence])).toEqual([
    ['2026-03-01', 2n],
    ['2026-03-02', 3n],
  ]);
  expect(await verifyJournal(database.queries)).toMatchObject({
    kind: 'whole',
    entries: 4,
    heads: 2,
  });
});
