import { sql } from 'kysely';
import { ok } from '@luodi/kernel';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  journalHeads,
  runCommand,
  searchJournal,
  systemActor,
  verifyJournal,
  writeJournalHeads,
} from '../src/index.ts';
import type { Actor, Database } from '../src/index.ts';

const auditor: Actor = { user: 'a', organisation: 'o', role: 'auditor', district: undefined };

/** Hours in China, as instants. */
function at(text: string): Date {
  return new Date(`${text}:00+08:00`);
}

/** What the journal promises on every database. `open` gives an empty one. */
export function journalSuite(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;
    let hashes: readonly string[] = [];

    async function act(action: string, subject: string, instant: Date): Promise<void> {
      const key = `${action}-${subject}-${instant.getTime()}`;
      const request = { key, name: action, actor: systemActor('job'), input: {}, at: instant };
      await runCommand<Record<string, never>, never>(
        database.queries,
        request,
        async () => ok({ outcome: {}, entry: { action, subject, reason: '', detail: {} } }),
        () => ({}),
      );
    }

    async function tamper(...statements: readonly string[]): Promise<void> {
      for (const table of ['journal', 'journal_head'])
        await sql.raw(`alter table ${table} disable trigger all`).execute(database.queries);
      for (const statement of statements) await sql.raw(statement).execute(database.queries);
    }

    beforeAll(async () => {
      database = await open();
      await act('case.opened', 'case:1', at('2026-03-01T09:00'));
      await act('case.approved', 'case:1', at('2026-03-01T23:59'));
      await act('case.opened', 'case:2', at('2026-03-02T00:00'));
      await act('payment.made', 'case:1', at('2026-03-04T10:00'));
      await act('payment.made', 'case:2', at('2026-03-05T10:00'));
      const entries = await database.queries.selectFrom('journal').select('hash').execute();
      hashes = entries.map(({ hash }) => hash);
      await sql`create table kept as select * from journal`.execute(database.queries);
    });
    afterAll(() => database.close());

    describe('daily heads', () => {
      test('are written for days that are over, at their end in China', async () => {
        const written = await writeJournalHeads(database.queries, at('2026-03-05T12:00'));
        expect(written).toEqual([
          { day: '2026-03-01', sequence: 2n, hash: hashes[1] },
          { day: '2026-03-02', sequence: 3n, hash: hashes[2] },
          { day: '2026-03-04', sequence: 4n, hash: hashes[3] },
        ]);
      });

      test('are written once', async () => {
        expect(await writeJournalHeads(database.queries, at('2026-03-05T13:00'))).toEqual([]);
        expect((await journalHeads(database.queries, 2)).map(({ day }) => day)).toEqual([
          '2026-03-04',
          '2026-03-02',
        ]);
      });

      test('cannot be changed', async () => {
        const change = sql`update journal_head set hash = 'x'`.execute(database.queries);
        await expect(change).rejects.toThrow('append-only');
      });
    });

    describe('a search', () => {
      for (const c of [
        { name: 'for everything, newest first', question: {}, found: [5, 4, 3, 2, 1] },
        { name: 'by subject', question: { subject: 'case:1' }, found: [4, 2, 1] },
        { name: 'by action', question: { action: 'case.opened' }, found: [3, 1] },
        { name: 'by the beginning of actions', question: { action: 'case.' }, found: [3, 2, 1] },
        { name: 'for an action as it is written', question: { action: 'case' }, found: [] },
        { name: 'by actor', question: { actor: 'system:job' }, found: [5, 4, 3, 2, 1] },
        { name: 'for what is no actor', question: { actor: "x' or '1'='1" }, found: [] },
        {
          name: 'by days',
          question: { from: at('2026-03-02T00:00'), until: at('2026-03-05T00:00') },
          found: [4, 3],
        },
        { name: 'by pages', question: { before: 4n, limit: 2 }, found: [3, 2] },
      ])
        test(`${c.name} finds ${c.found.join(', ') || 'nothing'}`, async () => {
          const question = { limit: 10, ...c.question };
          const entries = await searchJournal(database.queries, auditor, question);
          expect(entries.map(({ sequence }) => Number(sequence))).toEqual(c.found);
        });
    });

    describe('a journal', () => {
      afterEach(() =>
        tamper('delete from journal', 'insert into journal select * from kept order by sequence'),
      );

      test('as it was written is whole', async () => {
        expect(await verifyJournal(database.queries)).toEqual({
          kind: 'whole',
          entries: 5,
          heads: 3,
          lastHash: hashes[4],
        });
      });

      test('holds a hash that was kept elsewhere', async () => {
        expect(await verifyJournal(database.queries, hashes[2])).toMatchObject({ kind: 'whole' });
      });

      for (const c of [
        {
          name: 'an altered entry',
          statements: ['update journal set detail = \'{"fen": 1}\' where sequence = 3'],
          finding: { sequence: 3n, because: 'hash' },
        },
        {
          name: 'another instant',
          statements: ["update journal set at = at + interval '1 second' where sequence = 2"],
          finding: { sequence: 2n, because: 'hash' },
        },
        {
          name: 'another actor',
          statements: ["update journal set actor = 'x' where sequence = 1"],
          finding: { sequence: 1n, because: 'hash' },
        },
        {
          name: 'a missing entry',
          statements: ['delete from journal where sequence = 2'],
          finding: { sequence: 2n, because: 'gap' },
        },
        {
          name: 'a missing first entry',
          statements: ['delete from journal where sequence = 1'],
          finding: { sequence: 1n, because: 'gap' },
        },
        {
          name: 'two entries exchanged',
          statements: [
            'update journal set sequence = -sequence where sequence in (3, 4)',
            'update journal set sequence = 7 + sequence where sequence < 0',
          ],
          finding: { sequence: 3n, because: 'link' },
        },
        {
          name: 'an end cut off before the last head',
          statements: ['delete from journal where sequence > 3'],
          finding: { sequence: 4n, because: 'cut' },
        },
        {
          name: 'an empty journal',
          statements: ['delete from journal'],
          finding: { sequence: 1n, because: 'cut' },
        },
      ])
        test(`${c.name} is found`, async () => {
          await tamper(...c.statements);
          expect(await verifyJournal(database.queries)).toEqual({ kind: 'broken', ...c.finding });
        });

      test('whose end was cut off after the last head is found by a hash that was kept', async () => {
        await tamper('delete from journal where sequence = 5');
        expect(await verifyJournal(database.queries)).toMatchObject({ kind: 'whole', entries: 4 });
        expect(await verifyJournal(database.queries, hashes[4])).toEqual({
          kind: 'broken',
          sequence: 5n,
          because: 'cut',
        });
      });

      test('written anew is unlike the heads of its days', async () => {
        await tamper('delete from journal');
        await act('case.opened', 'case:9', at('2026-03-01T09:00'));
        await act('case.approved', 'case:9', at('2026-03-01T23:59'));
        await act('case.opened', 'case:2', at('2026-03-02T00:00'));
        expect(await verifyJournal(database.queries)).toEqual({
          kind: 'broken',
          sequence: 2n,
          because: 'head',
        });
      });
    });
  });
}
